package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// QueryWord is a word in a QueryField with a soft fill behind it.
type QueryWord struct {
	Extent
	Fill fyne.ThemeColorName
}

// QueryField is the large field of a page to search in. Words of it that mean something special have a soft fill.
type QueryField struct {
	widget.BaseWidget
	// Editor is what is written in.
	Editor *Editor

	words   []QueryWord
	box     *canvas.Rectangle
	image   *canvas.Image
	grounds *fyne.Container
	frame   fyne.CanvasObject
	clear   *IconButton
}

var (
	_ fyne.Widget   = (*QueryField)(nil)
	_ fyne.Tappable = (*QueryField)(nil)
)

// Where things stand in the field.
const (
	// QueryFieldHeight is how high the field is.
	QueryFieldHeight float32 = 48

	queryIconLeft float32 = 18
	queryLeft     float32 = 46
	queryWordOut  float32 = 1.5 // how far a fill goes beyond its word
	queryWordHigh float32 = 26
	queryRadius   float32 = 6
)

// NewQueryField returns an empty field that says what it is for while it is empty. onClear is told that the cross was
// pressed.
func NewQueryField(placeHolder string, onClear func()) *QueryField {
	f := &QueryField{
		Editor: NewEditor(Search), box: canvas.NewRectangle(color.Transparent), image: newIcon(look.IconSizeLarge),
		grounds: &fyne.Container{}, clear: NewIconButton(look.IconClose, lang.L("Clear"), onClear),
	}
	f.Editor.SetPlaceHolder(placeHolder)
	f.box.CornerRadius = look.RadiusCard
	f.frame = EditorFrame(f.Editor)
	f.clear.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// SetWords puts fills behind words of the text as it is now.
func (f *QueryField) SetWords(words []QueryWord) {
	f.words = words
	setVisible(f.clear, f.Editor.Text != "")
	f.place()
}

// Words returns what stands on a fill.
func (f *QueryField) Words() []string {
	all := make([]string, len(f.words))
	for i, w := range f.words {
		all[i] = f.Editor.Text[w.From:w.To]
	}
	return all
}

// Tapped puts the cursor in the field, wherever in it is tapped.
func (f *QueryField) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.Editor); c != nil {
		c.Focus(f.Editor)
	}
}

// CreateRenderer is for Fyne.
func (f *QueryField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, f.box, f.image, f.grounds, f.frame, f.clear)
}

func (f *QueryField) minSize() fyne.Size {
	return fyne.NewSize(queryLeft+look.FieldHeight+look.Space40, QueryFieldHeight)
}

func (f *QueryField) layout(size fyne.Size) {
	f.box.Resize(size)
	centred(f.image, queryIconLeft, size.Height)
	cross := centred(f.clear, 0, size.Height)
	f.clear.Move(fyne.NewPos(size.Width-cross.Width-look.Space8, f.clear.Position().Y))
	height := f.frame.MinSize().Height
	f.frame.Move(fyne.NewPos(queryLeft, whole((size.Height-height)/2)))
	f.frame.Resize(fyne.NewSize(size.Width-queryLeft-cross.Width-look.Space12, height))
	f.place()
}

// place puts the fills behind the words. A text that is too long for the field is scrolled in it, nobody knows how far:
// then it has none.
func (f *QueryField) place() {
	f.grounds.Objects = f.grounds.Objects[:0:0]
	text, typ := f.Editor.Text, Type{Regular, editorSizes{Search}.text(), look.ColorInk}
	if f.Size().Height > 0 && measure(text, typ) <= f.frame.Size().Width {
		for _, w := range f.words {
			left := measure(text[:w.From], typ)
			r := canvas.NewRectangle(look.Color(w.Fill))
			r.CornerRadius = queryRadius
			r.Move(fyne.NewPos(whole(queryLeft+left-queryWordOut), whole((f.Size().Height-queryWordHigh)/2)))
			r.Resize(fyne.NewSize(measure(text[w.From:w.To], typ)+2*queryWordOut, queryWordHigh))
			f.grounds.Objects = append(f.grounds.Objects, r)
		}
	}
	canvas.Refresh(f)
}

func (f *QueryField) paint() {
	f.box.FillColor = look.Color(look.ColorCard)
	f.box.StrokeColor, f.box.StrokeWidth = look.Color(look.ColorAccent), ringWidth
	f.box.Refresh()
	drawIcon(f.image, look.IconSearch, look.ColorInk2)
}
