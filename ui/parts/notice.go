package parts

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// NoticeRole is how much a notice matters.
type NoticeRole int

// The roles of notices.
const (
	NoticeNormal NoticeRole = iota // something was done, and can be undone
	NoticeWarn                     // something failed, and here is what to do
)

// Notice is a bar at the foot of the page with a sentence and up to two actions, and a quiet one before them. They stand
// below the sentence where there is no room beside it.
type Notice struct {
	widget.BaseWidget
	role     NoticeRole
	sentence *Paragraph
	ground   *canvas.Rectangle
	mark     *canvas.Image
	actions  []*Button
	quiet    *Button // before the actions; nil is none
}

var (
	_ fyne.Widget     = (*Notice)(nil)
	_ fyne.Accessible = (*Notice)(nil)
)

// NoticeAction is a word to press in a notice.
type NoticeAction struct {
	Label string
	Do    func()
}

// Where things stand in a notice.
const (
	noticePadding float32 = 16
	noticeHeight  float32 = 48
	noticeLeft            = noticePadding + look.IconSizeMedium + look.Space8
	noticeWords   float32 = 240 // the width the sentence needs beside the actions
)

// NewNotice returns a bar with a sentence. Of the actions it shows the first two.
func NewNotice(role NoticeRole, sentence string, actions ...NoticeAction) *Notice {
	n := &Notice{
		role: role, ground: canvas.NewRectangle(color.Transparent), mark: newIcon(look.IconSizeMedium),
		sentence: NewParagraph(sentence, TypeUI.In(look.ColorInk), 20),
	}
	n.ground.CornerRadius = look.RadiusCard
	for _, a := range actions[:min(len(actions), 2)] {
		b := NewButton(Quiet, a.Label, look.IconNone, a.Do)
		if role == NoticeWarn {
			b.Ink = look.ColorWarn
		}
		n.actions = append(n.actions, b)
	}
	n.ExtendBaseWidget(n)
	return n
}

// OfferQuietly shows one more action before the others, which matters less. It is called before the notice is shown.
func (n *Notice) OfferQuietly(a NoticeAction) {
	n.quiet = NewButton(Quiet, a.Label, look.IconNone, a.Do)
	n.quiet.Ink = look.ColorInk2
}

// Quiet returns the button of OfferQuietly, or nil.
func (n *Notice) Quiet() *Button { return n.quiet }

// buttons are all that can be pressed, from the left.
func (n *Notice) buttons() []*Button {
	if n.quiet == nil {
		return n.actions
	}
	return append([]*Button{n.quiet}, n.actions...)
}

// Sentence returns what the notice says.
func (n *Notice) Sentence() string { return n.sentence.Text() }

// Actions returns what can be pressed, but for what is offered quietly.
func (n *Notice) Actions() []*Button { return n.actions }

// AccessibilityLabel reads the sentence.
func (n *Notice) AccessibilityLabel() string { return n.sentence.Text() }

// AccessibilityRole tells readers of the screen that this is text.
func (n *Notice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{n.ground, n.mark, n.sentence}
	for _, a := range n.buttons() {
		objects = append(objects, a)
	}
	return newRendering(n, n.layout, n.minSize, n.paint, objects...)
}

func (n *Notice) actionsWidth() float32 {
	width := float32(0)
	for _, a := range n.buttons() {
		width += a.MinSize().Width
	}
	return width
}

// beside tells whether the actions have room beside the sentence.
func (n *Notice) beside(width float32) bool {
	return width-noticeLeft-n.actionsWidth()-look.Space12 >= noticeWords
}

// wordsWidth is how wide the sentence may be.
func (n *Notice) wordsWidth(width float32) float32 {
	if n.beside(width) {
		return width - noticeLeft - n.actionsWidth() - look.Space12
	}
	return width - noticeLeft - noticePadding
}

// Resize gives the sentence its width, on which the height of the bar depends.
func (n *Notice) Resize(size fyne.Size) {
	n.sentence.Resize(fyne.NewSize(n.wordsWidth(size.Width), n.sentence.MinSize().Height))
	n.BaseWidget.Resize(size)
}

// below is the height that the actions take below the sentence.
func (n *Notice) below() float32 {
	if width := n.Size().Width; len(n.buttons()) == 0 || width == 0 || n.beside(width) {
		return 0
	}
	return n.buttons()[0].MinSize().Height
}

func (n *Notice) minSize() fyne.Size {
	least := fyne.Max(noticeLeft+n.actionsWidth(), noticeLeft+160)
	return fyne.NewSize(least, fyne.Max(noticeHeight, n.sentence.MinSize().Height+28)+n.below())
}

func (n *Notice) layout(size fyne.Size) {
	n.ground.Resize(size)
	words := size.Height - n.below()
	centred(n.mark, noticePadding, words)
	height := n.sentence.MinSize().Height
	n.sentence.Move(fyne.NewPos(noticeLeft, whole((words-height)/2)))
	n.sentence.Resize(fyne.NewSize(n.wordsWidth(size.Width), height))
	x := size.Width - look.Space8
	for _, b := range slices.Backward(n.buttons()) {
		x -= b.MinSize().Width
		centred(b, x, size.Height)
		if n.below() > 0 {
			b.Move(fyne.NewPos(x, words-look.Space8))
		}
	}
}

func (n *Notice) paint() {
	if n.role == NoticeWarn {
		paintBox(n.ground, look.ColorWarnSoft, look.ColorWarn)
		drawIcon(n.mark, look.IconWarning, look.ColorWarn)
		return
	}
	paintBox(n.ground, look.ColorCard, look.ColorLine)
	drawIcon(n.mark, look.IconCheck, look.ColorAccent)
}
