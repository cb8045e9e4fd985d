package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// suggestions is how many words are offered.
const suggestions = 6

// offers are words that go with what is being typed. They stand in the flow of the page, so that they cover nothing,
// and are no stop for the keyboard: the line they belong to moves among them with Up and Down.
type offers struct {
	prefix string  // of the words on their chips
	height float32 // of the chips
	chips  []*offer
	at     int // the one the keyboard is at, -1 for none

	chosen func(word string) // one is pressed
	out    func()            // the pointer left one
}

// ask looks for words that go with what is typed, without those that are to be left out.
func (o *offers) ask(suggest func(prefix string) []string, typed string, leaveOut func(word string) bool) {
	o.clear()
	for _, word := range suggest(strings.TrimSpace(typed)) {
		if len(o.chips) < suggestions && !leaveOut(word) {
			o.chips = append(o.chips, newOffer(o, word))
		}
	}
}

func (o *offers) clear() { o.chips, o.at = nil, -1 }

// move brings the keyboard to the next word or the one before; before the first there is none.
func (o *offers) move(by int) {
	o.at = max(min(o.at+by, len(o.chips)-1), -1)
	for i, chip := range o.chips {
		chip.set(i == o.at)
	}
}

// word returns the one the keyboard is at, or else what is typed.
func (o *offers) word(typed string) string {
	if o.at >= 0 && o.at < len(o.chips) {
		return o.chips[o.at].word
	}
	return typed
}

// lit reports whether the pointer is above one: a press takes the keyboard away before it is a tap.
func (o *offers) lit() bool {
	for _, chip := range o.chips {
		if chip.hovered {
			return true
		}
	}
	return false
}

func (o *offers) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(o.chips))
	for i, chip := range o.chips {
		all[i] = chip
	}
	return all
}

// offer is one word that can be had.
type offer struct {
	widget.BaseWidget
	among         *offers
	word          string
	here, hovered bool
	ground        *canvas.Rectangle
	text          *canvas.Text
}

var (
	_ fyne.Tappable      = (*offer)(nil)
	_ desktop.Hoverable  = (*offer)(nil)
	_ desktop.Cursorable = (*offer)(nil)
	_ fyne.Accessible    = (*offer)(nil)
)

func newOffer(among *offers, word string) *offer {
	c := &offer{among: among, word: word, ground: canvas.NewRectangle(color.Transparent)}
	c.ground.CornerRadius = among.height / 2
	c.text = newText(c.label(), TypeCaption)
	c.ExtendBaseWidget(c)
	return c
}

func (c *offer) label() string { return c.among.prefix + c.word }

// set shows whether the keyboard is here.
func (c *offer) set(here bool) {
	if c.here != here {
		c.here = here
		c.Refresh()
	}
}

// Tapped takes the word.
func (c *offer) Tapped(*fyne.PointEvent) { c.among.chosen(c.word) }

// MouseIn lights the word.
func (c *offer) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing: a word is lit as a whole.
func (c *offer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out, and has the line think again about what it left for a tap that did not come.
func (c *offer) MouseOut() {
	c.hovered = false
	c.Refresh()
	c.among.out()
}

// Cursor is the hand.
func (c *offer) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns the word.
func (c *offer) AccessibilityLabel() string { return c.label() }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (c *offer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (c *offer) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.text)
}

func (c *offer) minSize() fyne.Size {
	return fyne.NewSize(whole(measure(c.label(), TypeCaption)+2*chipPadding)+1, c.among.height)
}

func (c *offer) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.text.Text = shorten(c.label(), TypeCaption, size.Width-2*chipPadding+1)
	setType(c.text, c.typ())
	centred(c.text, chipPadding, size.Height)
}

func (c *offer) typ() Type {
	if c.here {
		return TypeCaption.In(look.ColorAccent)
	}
	return TypeCaption.In(look.ColorInk)
}

func (c *offer) paint() {
	fill, line := fyne.ThemeColorName(""), look.ColorLine
	switch {
	case c.here:
		fill, line = look.ColorAccentSoft, look.ColorAccent
	case c.hovered:
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, line)
	setType(c.text, c.typ())
	c.text.Refresh()
}
