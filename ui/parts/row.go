package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Row is an entry among others: the icon of its kind in a soft square, its title on two lines at most, a caption.
type Row struct {
	pressable
	icon      look.IconName
	ink, soft fyne.ThemeColorName

	title, caption *Paragraph
	square, ground *canvas.Rectangle
	image          *canvas.Image
}

var (
	_ fyne.Widget       = (*Row)(nil)
	_ fyne.Focusable    = (*Row)(nil)
	_ fyne.Disableable  = (*Row)(nil)
	_ fyne.Accessible   = (*Row)(nil)
	_ desktop.Hoverable = (*Row)(nil)
)

// Where things stand in a row.
const (
	rowSquare  float32 = 32
	rowLeft    float32 = 44
	rowLeading float32 = 19
	rowOut     float32 = 6 // how far the light under the pointer reaches beyond
)

// NewRow returns a row with an icon in the colours of two roles.
func NewRow(icon look.IconName, ink, soft fyne.ThemeColorName, title, caption string, onTap func()) *Row {
	r := &Row{icon: icon, ink: ink, soft: soft}
	r.press = onTap
	r.title = NewParagraph(title, TypeStrong, rowLeading)
	r.title.MaxLines = 2
	r.caption = NewParagraph(caption, TypeCaption, 18)
	r.caption.MaxLines = 1
	r.ground, r.square = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ground.CornerRadius, r.square.CornerRadius = look.RadiusField, look.RadiusField
	r.image = newIcon(look.IconSizeMedium)
	r.init(look.RadiusField)
	r.ExtendBaseWidget(r)
	return r
}

// SetText changes title and caption.
func (r *Row) SetText(title, caption string) {
	r.title.SetText(title)
	r.caption.SetText(caption)
	r.Refresh()
}

// AccessibilityLabel reads title and caption.
func (r *Row) AccessibilityLabel() string { return r.title.Text() + ", " + r.caption.Text() }

// Resize gives title and caption their width, on which the height of the row depends.
func (r *Row) Resize(size fyne.Size) {
	r.title.Resize(fyne.NewSize(size.Width-rowLeft, r.title.Size().Height))
	r.caption.Resize(fyne.NewSize(size.Width-rowLeft, r.caption.Size().Height))
	r.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.ground, r.square, r.image, r.title, r.caption, r.ring)
}

func (r *Row) minSize() fyne.Size {
	return fyne.NewSize(rowLeft+look.Space40, fyne.Max(rowSquare, r.title.MinSize().Height+r.caption.MinSize().Height))
}

func (r *Row) layout(size fyne.Size) {
	r.ground.Move(fyne.NewPos(-rowOut, -rowOut))
	r.ground.Resize(size.AddWidthHeight(2*rowOut, 2*rowOut))
	r.square.Resize(fyne.NewSquareSize(rowSquare))
	inset := (rowSquare - look.IconSizeMedium) / 2
	r.image.Move(fyne.NewPos(inset, inset))
	r.image.Resize(fyne.NewSquareSize(look.IconSizeMedium))
	r.title.Move(fyne.NewPos(rowLeft, 0))
	r.title.Resize(fyne.NewSize(size.Width-rowLeft, r.title.MinSize().Height))
	r.caption.Move(fyne.NewPos(rowLeft, r.title.MinSize().Height))
	r.caption.Resize(fyne.NewSize(size.Width-rowLeft, r.caption.MinSize().Height))
	r.paintRing(size)
}

func (r *Row) paint() {
	fill := fyne.ThemeColorName("")
	if r.lit() && r.press != nil {
		fill = look.ColorHover
	}
	paintBox(r.ground, fill, "")
	paintBox(r.square, r.soft, "")
	drawIcon(r.image, r.icon, r.ink)
	r.paintRing(r.Size())
}
