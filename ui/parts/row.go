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
	mark           *canvas.Image // after the caption, with its word
	markIcon       look.IconName
	word           *canvas.Text
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
	rowMarkGap float32 = 12
	rowWordGap float32 = 5
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
	r.mark, r.word = newIcon(look.IconSizeSmall), newText("", TypeCaption)
	r.init(look.RadiusField)
	r.ExtendBaseWidget(r)
	return r
}

// SetMark shows an icon and a word after the caption.
func (r *Row) SetMark(icon look.IconName, word string) {
	r.markIcon, r.word.Text = icon, word
	r.Refresh()
}

// SetText changes title and caption.
func (r *Row) SetText(title, caption string) {
	r.title.SetText(title)
	r.caption.SetText(caption)
	r.Refresh()
}

// AccessibilityLabel reads title, caption and the word after it.
func (r *Row) AccessibilityLabel() string {
	label := r.title.Text() + ", " + r.caption.Text()
	if r.word.Text != "" {
		label += ", " + r.word.Text
	}
	return label
}

// Resize gives title and caption their width, on which the height of the row depends.
func (r *Row) Resize(size fyne.Size) {
	r.title.Resize(fyne.NewSize(size.Width-rowLeft, r.title.Size().Height))
	r.caption.Resize(fyne.NewSize(size.Width-rowLeft, r.caption.Size().Height))
	r.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.ground, r.square, r.image, r.title, r.caption, r.mark, r.word, r.ring)
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
	r.layOutMark()
	r.paintRing(size)
}

// layOutMark puts the mark and its word after the caption.
func (r *Row) layOutMark() {
	y, height := r.caption.Position().Y, r.caption.MinSize().Height
	x := rowLeft + whole(measure(r.caption.Text(), TypeCaption)) + rowMarkGap
	r.mark.Move(fyne.NewPos(x, y+whole((height-look.IconSizeSmall)/2)))
	word := r.word.MinSize()
	r.word.Resize(word)
	r.word.Move(fyne.NewPos(x+look.IconSizeSmall+rowWordGap, y+whole((height-word.Height)/2)))
}

func (r *Row) paint() {
	fill := fyne.ThemeColorName("")
	if r.lit() && r.press != nil {
		fill = look.ColorHover
	}
	paintBox(r.ground, fill, "")
	paintBox(r.square, r.soft, "")
	drawIcon(r.image, r.icon, r.ink)
	drawIcon(r.mark, r.markIcon, look.ColorInk2)
	setType(r.word, TypeCaption)
	setVisible(r.word, r.word.Text != "")
	r.word.Refresh()
	r.paintRing(r.Size())
}
