package parts

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
)

// NameField is a line for one name, with names that go with it offered below while it is typed. The name is taken when
// the field is left, never while it is typed.
type NameField struct {
	answer
	// Suggest, if set, is asked for names that go with what is typed.
	Suggest func(prefix string) []string
	// OnTyped is told of each letter, for those who keep what is not taken yet.
	OnTyped func(text string)

	offers offers
	flow   *fyne.Container
}

var (
	_ fyne.Widget   = (*NameField)(nil)
	_ fyne.Tappable = (*NameField)(nil)
)

// nameLetters is how long a name may be.
const nameLetters = 200

// NewNameField returns an empty field that says what it is for while it is empty. onSet is told the name without the
// spaces around it, and an empty one when there is none any more.
func NewNameField(placeHolder string, onSet func(name string)) *NameField {
	n := &NameField{answer: answer{read: readName, taken: onSet}}
	n.init(n)
	n.flow = Flow(look.Space8, look.Space8)
	n.flow.Hide()
	n.offers = offers{height: look.ChipHeight, at: -1, chosen: n.choose, out: n.pointerLeft}
	n.Editor.SetPlaceHolder(placeHolder)
	n.Editor.OnEdited = n.typed
	n.Editor.OnEnter, n.Editor.OnEscape, n.Editor.OnBlur = n.enter, n.escape, n.leave
	n.Editor.OnDown, n.Editor.OnUp = n.nextOffer, n.previousOffer
	return n
}

// readName refuses what is too long for a name.
func readName(text string) (shown, problem string) {
	if utf8.RuneCountInString(text) > nameLetters {
		return text, lang.L("A name can hold at most {{.Count}} letters.", map[string]any{"Count": nameLetters})
	}
	return text, ""
}

// SetName shows a name without telling anybody. It leaves alone what is being typed, unless another name than before is
// to be shown.
func (n *NameField) SetName(name string) { n.set(name) }

func (n *NameField) typed(text string) {
	n.offers.clear()
	if strings.TrimSpace(text) != "" {
		n.ask()
	}
	n.arrange()
	if n.OnTyped != nil {
		n.OnTyped(text)
	}
}

// ask looks for names that go with what is typed, and are not it already.
func (n *NameField) ask() {
	if n.Suggest != nil {
		n.offers.ask(n.Suggest, n.Editor.Text, n.isTyped)
	}
}

func (n *NameField) isTyped(name string) bool { return name == strings.TrimSpace(n.Editor.Text) }

// arrange shows the names that are offered.
func (n *NameField) arrange() {
	n.flow.Objects = n.offers.objects()
	setVisible(n.flow, len(n.flow.Objects) > 0)
	n.flow.Refresh()
	n.Refresh()
}

func (n *NameField) closeOffers() {
	n.offers.clear()
	n.arrange()
}

// nextOffer goes to the next name; where none is offered yet it asks for those that go with what is there.
func (n *NameField) nextOffer() {
	if len(n.offers.chips) == 0 {
		n.ask()
		n.arrange()
		return
	}
	n.offers.move(1)
}

func (n *NameField) previousOffer() { n.offers.move(-1) }

// enter takes the name the keyboard is at, or else what is typed.
func (n *NameField) enter() { n.choose(n.offers.word(n.Editor.Text)) }

// choose takes a name and keeps the keyboard.
func (n *NameField) choose(name string) {
	if n.Editor.Text != name {
		n.Editor.Load(name)
		n.Editor.CursorToEnd()
	}
	n.closeOffers()
	n.Take()
	if c := fyne.CurrentApp().Driver().CanvasForObject(n.Editor); c != nil {
		c.Focus(n.Editor)
	}
}

// escape closes what is offered first.
func (n *NameField) escape() {
	if len(n.offers.chips) > 0 {
		n.closeOffers()
		return
	}
	n.giveUp()
}

// leave takes the name when the keyboard goes elsewhere. A press on an offered name takes the keyboard away too, before
// it is a tap.
func (n *NameField) leave() {
	n.lost()
	if n.offers.lit() {
		return
	}
	n.closeOffers()
	n.Take()
}

// pointerLeft is for the keyboard that went elsewhere while the pointer was above an offered name.
func (n *NameField) pointerLeft() {
	if !n.focused {
		n.leave()
	}
}

// Resize gives what is offered its width, on which the height of the field depends.
func (n *NameField) Resize(size fyne.Size) {
	n.flow.Resize(fyne.NewSize(size.Width, n.flow.Size().Height))
	n.answer.Resize(size)
}

// CreateRenderer is for Fyne.
func (n *NameField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(n, n.layout, n.minSize, n.paint, append(n.objects(), n.flow)...)
}

// offersHeight is what the offered names take.
func (n *NameField) offersHeight() float32 {
	if !n.flow.Visible() {
		return 0
	}
	return look.Space8 + n.flow.MinSize().Height
}

func (n *NameField) minSize() fyne.Size {
	return n.answer.minSize().AddWidthHeight(0, n.offersHeight())
}

func (n *NameField) layout(size fyne.Size) {
	n.answer.layout(size)
	n.flow.Move(fyne.NewPos(0, n.answer.minSize().Height+look.Space8))
	n.flow.Resize(fyne.NewSize(size.Width, n.flow.MinSize().Height))
}
