package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// QuietLine is one line among others to write in, on the ground of the page. It is text like any other until the
// keyboard comes, cut at a word where it is too long; empty it is a hollow field with what its editor asks.
type QuietLine struct {
	widget.BaseWidget
	// Editor is what is written in.
	Editor *Editor
	// OnFocus and OnBlur are told when the keyboard comes and goes.
	OnFocus, OnBlur func()

	focused bool
	box     *canvas.Rectangle
	frame   fyne.CanvasObject
	cover   *canvas.Rectangle // lies over the editor where its text is cut
	short   *canvas.Text
}

var (
	_ fyne.Widget   = (*QuietLine)(nil)
	_ fyne.Tappable = (*QuietLine)(nil)
)

// QuietLineHeight is how high the line is.
const QuietLineHeight float32 = 42

// NewQuietLine returns an empty line, with the question it asks while it is empty.
func NewQuietLine(placeHolder string) *QuietLine {
	l := &QuietLine{Editor: NewEditor(Line), box: canvas.NewRectangle(color.Transparent)}
	l.Editor.SetPlaceHolder(placeHolder)
	l.Editor.OnFocus, l.Editor.OnBlur = l.gained, l.lost
	l.box.CornerRadius = look.RadiusField
	l.frame = EditorFrame(l.Editor)
	l.cover, l.short = canvas.NewRectangle(color.Transparent), newText("", TypeMemory)
	l.ExtendBaseWidget(l)
	return l
}

// Focused reports whether the keyboard is in the line.
func (l *QuietLine) Focused() bool { return l.focused }

func (l *QuietLine) gained() {
	l.focused = true
	l.paint()
	call(l.OnFocus)
}

func (l *QuietLine) lost() {
	l.focused = false
	call(l.OnBlur)
	l.paint() // for it may be empty now, or not any more
}

// Tapped puts the cursor in the line, wherever in it is tapped.
func (l *QuietLine) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.Editor); c != nil {
		c.Focus(l.Editor)
	}
}

// CreateRenderer is for Fyne.
func (l *QuietLine) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(l, l.layout, l.minSize, l.paint, l.box, l.frame, l.cover, l.short)
}

func (l *QuietLine) minSize() fyne.Size { return fyne.NewSize(look.Space40, QuietLineHeight) }

func (l *QuietLine) layout(size fyne.Size) {
	l.box.Resize(size)
	height := l.frame.MinSize().Height
	l.frame.Move(fyne.NewPos(fieldPadding, whole((size.Height-height)/2)))
	l.frame.Resize(fyne.NewSize(size.Width-2*fieldPadding, height))
	l.cover.Move(l.frame.Position().SubtractXY(caretWidth, caretWidth))
	l.cover.Resize(l.frame.Size().AddWidthHeight(2*caretWidth, 2*caretWidth))
	l.shorten(size.Width - 2*fieldPadding)
	centred(l.short, fieldPadding, size.Height)
}

// shorten cuts a text that is too long for the line.
func (l *QuietLine) shorten(width float32) {
	l.short.Text = l.Editor.Text
	if !l.focused {
		l.short.Text = shorten(l.Editor.Text, TypeMemory, width)
	}
	setType(l.short, TypeMemory)
	cut := l.short.Text != l.Editor.Text
	setVisible(l.cover, cut)
	setVisible(l.short, cut)
}

func (l *QuietLine) paint() {
	l.cover.FillColor = look.Color(look.ColorPage)
	l.cover.Refresh()
	l.shorten(l.Size().Width - 2*fieldPadding)
	l.short.Refresh()
	switch {
	case l.focused:
		paintBox(l.box, look.ColorCard, "")
		outline(l.box, look.Color(look.ColorAccent), ringWidth)
		l.box.Refresh()
	case l.Editor.Text == "":
		paintBox(l.box, "", look.ColorLine)
	default:
		paintBox(l.box, "", "")
	}
}
