package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Field is a card to write in, with its label inside. It grows with its text; the border shows the keyboard's focus.
type Field struct {
	widget.BaseWidget
	// Editor is what is written in.
	Editor *Editor

	focused bool
	label   *canvas.Text
	box     *canvas.Rectangle
	frame   fyne.CanvasObject
}

var (
	_ fyne.Widget   = (*Field)(nil)
	_ fyne.Tappable = (*Field)(nil)
)

// Where things stand in a field.
const (
	fieldPadding float32 = 12
	fieldTop     float32 = 7
	fieldLabel   float32 = 21 // from the top of the label to the text
	fieldHeight  float32 = 74
	fieldBottom  float32 = 8
)

// NewField returns a field of several lines with a label inside it.
func NewField(label string) *Field { return newField(label, NewEditor(Small)) }

// NewLineField returns a field of one line, whose label, if any, stands beside it.
func NewLineField() *Field { return newField("", NewEditor(Line)) }

func newField(label string, e *Editor) *Field {
	f := &Field{Editor: e, label: newText(label, TypeFieldLabel), box: canvas.NewRectangle(color.Transparent)}
	f.box.CornerRadius = look.RadiusField
	if e.MultiLine {
		e.SetMinRowsVisible(1)
	}
	f.frame = EditorFrame(e)
	e.OnFocus, e.OnBlur = f.gained, f.lost
	f.ExtendBaseWidget(f)
	return f
}

func (f *Field) gained() { f.focused = true; f.paint() }
func (f *Field) lost()   { f.focused = false; f.paint() }

// Tapped puts the cursor in the field, wherever in it is tapped.
func (f *Field) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && !f.Editor.Disabled() {
		c.Focus(f.Editor)
	}
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, f.box, f.label, f.frame)
}

func (f *Field) minSize() fyne.Size {
	if !f.Editor.MultiLine {
		return fyne.NewSize(look.Space40, look.FieldHeight)
	}
	return fyne.NewSize(2*fieldPadding+look.Space40, fyne.Max(fieldHeight, f.textTop()+f.Editor.TextHeight()+fieldBottom))
}

func (f *Field) textTop() float32 {
	if f.label.Text == "" {
		return fieldTop
	}
	return fieldTop + fieldLabel
}

func (f *Field) layout(size fyne.Size) {
	f.box.Resize(size)
	if !f.Editor.MultiLine {
		height := f.frame.MinSize().Height
		f.frame.Move(fyne.NewPos(fieldPadding, whole((size.Height-height)/2)))
		f.frame.Resize(fyne.NewSize(size.Width-2*fieldPadding, height))
		return
	}
	f.label.Move(fyne.NewPos(fieldPadding, fieldTop))
	f.label.Resize(f.label.MinSize())
	f.frame.Move(fyne.NewPos(fieldPadding, f.textTop()))
	f.frame.Resize(fyne.NewSize(size.Width-2*fieldPadding, size.Height-f.textTop()-2))
}

func (f *Field) paint() {
	fill := look.ColorCard
	if f.Editor.Disabled() {
		fill = look.ColorSunken
	}
	paintBox(f.box, fill, look.ColorLine)
	if f.focused {
		f.box.StrokeColor, f.box.StrokeWidth = look.Color(look.ColorAccent), ringWidth
		f.box.Refresh()
	}
	setType(f.label, TypeFieldLabel)
	f.label.Refresh()
}
