package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Field is a card to write in, with its label inside. It grows with its text; the border shows the keyboard's focus.
// A sentence can stand below it.
type Field struct {
	widget.BaseWidget
	// Editor is what is written in.
	Editor *Editor
	// OnFocus is told when the keyboard comes, for those who have to bring the field into sight.
	OnFocus func()
	// LineHeight is that of a field of one line, if not the usual.
	LineHeight float32

	focused bool
	label   *Paragraph
	box     *canvas.Rectangle
	frame   fyne.CanvasObject

	problem, note string
	warn          bool // about the note
	below         *Paragraph
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
	belowGap     float32 = 3 // from the card to the sentence below
	belowLeading float32 = 17
)

// NewField returns a field of several lines with a label inside it.
func NewField(label string) *Field { return newField(label, NewEditor(Small)) }

// NewLineField returns a field of one line, whose label, if any, stands beside it.
func NewLineField() *Field { return newField("", NewEditor(Line)) }

func newField(label string, e *Editor) *Field {
	f := &Field{}
	f.init(label, e)
	f.ExtendBaseWidget(f)
	return f
}

// init makes what a field draws.
func (f *Field) init(label string, e *Editor) {
	e.Name = label
	f.Editor, f.label, f.box = e, NewParagraph(label, TypeFieldLabel, 0), canvas.NewRectangle(color.Transparent)
	f.below = NewParagraph("", TypeCaption, belowLeading)
	f.box.CornerRadius = look.RadiusField
	if e.MultiLine {
		e.SetMinRowsVisible(1)
	}
	f.frame = EditorFrame(e)
	e.OnFocus, e.OnBlur = f.gained, f.lost
}

func (f *Field) gained() {
	f.focused = true
	f.paint()
	call(f.OnFocus)
}

func (f *Field) lost() { f.focused = false; f.paint() }

// SetProblem shows below the field what is wrong with what was typed; an empty text takes it away.
func (f *Field) SetProblem(text string) {
	f.problem = text
	f.tell()
}

// SetNote shows a sentence below the field while there is no problem, in the colour of a warning or not. An empty text
// takes it away.
func (f *Field) SetNote(text string, warn bool) {
	f.note, f.warn = text, warn
	f.tell()
}

// Problem returns what is wrong with what was typed, or nothing.
func (f *Field) Problem() string { return f.problem }

// tell shows the sentence below.
func (f *Field) tell() {
	text, typ := f.note, TypeCaption
	if f.problem != "" {
		text = f.problem
	}
	if f.problem != "" || f.warn {
		typ = typ.In(look.ColorWarn)
	}
	if f.below.Text() == text && f.below.typ == typ {
		return
	}
	f.below.SetType(typ)
	f.below.SetText(text)
	f.Refresh()
}

// belowHeight is what the sentence below takes.
func (f *Field) belowHeight() float32 {
	if f.below.Text() == "" {
		return 0
	}
	return belowGap + f.below.MinSize().Height
}

// Tapped puts the cursor in the field, wherever in it is tapped.
func (f *Field) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.Editor); c != nil && !f.Editor.Disabled() {
		c.Focus(f.Editor)
	}
}

// Resize gives the label and the sentence below their width, on which the height of the field depends.
func (f *Field) Resize(size fyne.Size) {
	f.below.Resize(fyne.NewSize(size.Width, f.below.Size().Height))
	f.label.Resize(fyne.NewSize(fyne.Max(size.Width-2*fieldPadding, 1), f.label.Size().Height))
	f.BaseWidget.Resize(size)
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, f.objects()...)
}

func (f *Field) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.box, f.label, f.frame, f.below}
}

// lineHeight is how high a field of one line is.
func (f *Field) lineHeight() float32 {
	if f.LineHeight > 0 {
		return f.LineHeight
	}
	return look.FieldHeight
}

func (f *Field) minSize() fyne.Size {
	if !f.Editor.MultiLine {
		return fyne.NewSize(look.Space40, f.lineHeight()+f.belowHeight())
	}
	height := fyne.Max(fieldHeight, f.textTop()+f.Editor.TextHeight()+fieldBottom)
	return fyne.NewSize(2*fieldPadding+look.Space40, height+f.belowHeight())
}

func (f *Field) textTop() float32 {
	if f.label.Text() == "" {
		return fieldTop
	}
	return fieldTop + fieldLabel + f.label.leading()*float32(f.label.Lines()-1)
}

// layout lets a field of several lines fill what it is given. One of one line stays as high as it is, at the top: what
// stands beside it may be higher.
func (f *Field) layout(size fyne.Size) {
	box := fyne.NewSize(size.Width, size.Height-f.belowHeight())
	if f.Editor.Kind() == Line {
		box.Height = f.lineHeight()
	}
	f.box.Resize(box)
	f.below.Move(fyne.NewPos(0, box.Height+belowGap))
	f.below.Resize(fyne.NewSize(size.Width, f.below.MinSize().Height))
	setVisible(f.below, f.below.Text() != "")
	if !f.Editor.MultiLine {
		height := f.frame.MinSize().Height
		f.frame.Move(fyne.NewPos(fieldPadding, whole((box.Height-height)/2)))
		f.frame.Resize(fyne.NewSize(box.Width-2*fieldPadding, height))
		return
	}
	f.label.Move(fyne.NewPos(fieldPadding, fieldTop))
	f.label.Resize(fyne.NewSize(box.Width-2*fieldPadding, f.label.MinSize().Height))
	f.frame.Move(fyne.NewPos(fieldPadding, f.textTop()))
	f.frame.Resize(fyne.NewSize(box.Width-2*fieldPadding, box.Height-f.textTop()-2))
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
	f.label.Refresh()
}
