package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Question is a prompt among others: the mark of its kind in a soft square, its words in italic, a caption. The one
// that is chosen stands on a card with a bar at its left.
type Question struct {
	pressable
	icon      look.IconName
	ink, soft fyne.ThemeColorName
	chosen    bool
	ruled     bool

	text, caption       *Paragraph
	ground, bar, square *canvas.Rectangle
	image               *canvas.Image
	rule                *Hairline
}

var (
	_ fyne.Widget       = (*Question)(nil)
	_ fyne.Focusable    = (*Question)(nil)
	_ fyne.Disableable  = (*Question)(nil)
	_ fyne.Accessible   = (*Question)(nil)
	_ desktop.Hoverable = (*Question)(nil)
)

// Where things stand in a question.
const (
	questionLeading float32 = 21
	questionEdge    float32 = 10
)

// NewQuestion returns a prompt with an icon in the colours of two roles.
func NewQuestion(icon look.IconName, ink, soft fyne.ThemeColorName, text, caption string, onTap func()) *Question {
	q := &Question{icon: icon, ink: ink, soft: soft, rule: NewHairline()}
	q.press = onTap
	q.text = NewParagraph(text, typeListQuestion, questionLeading)
	q.caption = NewParagraph(caption, TypeCaption, 18)
	q.ground, q.bar, q.square = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	q.ground.CornerRadius, q.square.CornerRadius, q.bar.CornerRadius = look.RadiusCard, look.RadiusField, listBar/2
	q.image = newIcon(look.IconSizeMedium)
	q.init(look.RadiusCard)
	q.ExtendBaseWidget(q)
	return q
}

// Text returns the words of the prompt.
func (q *Question) Text() string { return q.text.Text() }

// Caption returns what stands below them.
func (q *Question) Caption() string { return q.caption.Text() }

// SetCaption changes what stands below the words.
func (q *Question) SetCaption(caption string) {
	q.caption.SetText(caption)
	q.Refresh()
}

// SetChosen marks the prompt as the one in hand.
func (q *Question) SetChosen(on bool) {
	if q.chosen != on {
		q.chosen = on
		q.Refresh()
	}
}

// SetRuled draws a hairline below the prompt, or none.
func (q *Question) SetRuled(on bool) {
	if q.ruled != on {
		q.ruled = on
		q.Refresh()
	}
}

// Chosen reports whether the prompt is the one in hand.
func (q *Question) Chosen() bool { return q.chosen }

// AccessibilityLabel reads the prompt and its caption.
func (q *Question) AccessibilityLabel() string { return q.text.Text() + ", " + q.caption.Text() }

// Resize gives the words their width, on which the height depends.
func (q *Question) Resize(size fyne.Size) {
	q.text.Resize(fyne.NewSize(size.Width-rowLeft, q.text.Size().Height))
	q.caption.Resize(fyne.NewSize(size.Width-rowLeft, q.caption.Size().Height))
	q.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (q *Question) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(q, q.layout, q.minSize, q.paint, q.ground, q.bar, q.rule, q.square, q.image, q.text, q.caption, q.ring)
}

func (q *Question) minSize() fyne.Size {
	words := q.text.MinSize().Height + q.caption.MinSize().Height
	return fyne.NewSize(rowLeft+look.Space40, 2*questionEdge+fyne.Max(rowSquare, words))
}

func (q *Question) layout(size fyne.Size) {
	box := fyne.NewSize(size.Width+2*questionReach, size.Height)
	q.ground.Move(fyne.NewPos(-questionReach, 0))
	q.ground.Resize(box)
	q.bar.Move(fyne.NewPos(-questionReach, look.RadiusCard+2))
	q.bar.Resize(fyne.NewSize(listBar, size.Height-2*look.RadiusCard-4))
	q.square.Move(fyne.NewPos(0, questionEdge+2))
	q.square.Resize(fyne.NewSquareSize(rowSquare))
	inset := (rowSquare - look.IconSizeMedium) / 2
	q.image.Move(q.square.Position().AddXY(inset, inset))
	q.text.Move(fyne.NewPos(rowLeft, questionEdge))
	q.text.Resize(fyne.NewSize(size.Width-rowLeft, q.text.MinSize().Height))
	q.caption.Move(fyne.NewPos(rowLeft, questionEdge+q.text.MinSize().Height))
	q.caption.Resize(fyne.NewSize(size.Width-rowLeft, q.caption.MinSize().Height))
	q.rule.Move(fyne.NewPos(0, size.Height-1))
	q.rule.Resize(fyne.NewSize(size.Width, 1))
	q.ring.Move(q.ground.Position())
	q.ring.Resize(box)
}

// questionReach is how far the card of the chosen prompt reaches beyond its words.
const questionReach float32 = 12

func (q *Question) paint() {
	fill, line := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case q.chosen:
		fill, line = look.ColorCard, look.ColorLine
	case q.lit():
		fill = look.ColorHover
	}
	paintBox(q.ground, fill, line)
	paintBox(q.bar, look.ColorAccent, "")
	setVisible(q.bar, q.chosen)
	setVisible(q.rule, q.ruled)
	paintBox(q.square, q.soft, "")
	drawIcon(q.image, q.icon, q.ink)
	paintRing(q.ring)
	q.ring.CornerRadius = look.RadiusCard
	setVisible(q.ring, q.focused)
	q.ring.Refresh()
}
