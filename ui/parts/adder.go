package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// gathering is a field of chips that an adder belongs to.
type gathering interface {
	// chips makes those that are there.
	chips() []fyne.CanvasObject
	// suggest gives words that go with what is typed.
	suggest(typed string) []string
	// has reports whether a word is there already.
	has(word string) bool
	// push adds a word, unless it is there already, and tells of it. It returns false for one that cannot be added.
	push(word string) bool
	// removeLast takes the last chip away.
	removeLast()
}

// adder is the end of a field of chips: an offer to add one, which turns into a small line to type in. Enter or a comma
// adds what is typed, Backspace in the empty line takes the last chip away, Escape gives up.
type adder struct {
	// OnFocus is told when the keyboard comes, for those who have to bring the field into sight.
	OnFocus func()
	// OnBegin is told that the writer begins to add one, for those who have to look up what to suggest.
	OnBegin func()

	to     gathering
	flow   *fyne.Container // of the chips, and of the line behind them
	add    focusable
	line   *Editor
	box    *tagLine
	offers offers

	typing  bool // the line is there
	focused bool // and has the keyboard
}

// focusable is something to press that takes the keyboard.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// init prepares the end of a field whose chips have a height and stand a gap apart. add is the offer to add one.
func (a *adder) init(to gathering, add focusable, height, gap float32) {
	a.to, a.add = to, add
	a.line = NewEditor(Tag)
	a.line.OnEdited, a.line.OnEnter, a.line.OnEscape = a.typed, a.commit, a.cancel
	a.line.OnEmptyBackspace = to.removeLast
	a.line.OnFocus, a.line.OnBlur = a.came, a.left
	a.line.OnDown, a.line.OnUp = a.nextOffer, a.previousOffer
	a.box = newTagLine(a.line, height)
	a.offers = offers{height: height, at: -1, chosen: a.take, out: a.pointerLeft}
	a.flow = container.New(&flowLayout{flow: flow{gap, gap}})
}

// arrange makes the chips anew. There are few, and seldom.
func (a *adder) arrange() {
	objects := a.to.chips()
	if !a.typing {
		objects = append(objects, a.add)
	} else {
		objects = append(append(objects, a.box), a.offers.objects()...)
	}
	a.flow.Objects = objects
	a.flow.Refresh()
}

// Begin puts the cursor where one is added.
func (a *adder) Begin() {
	a.typing = true
	a.empty()
	a.arrange()
	a.focus(a.line)
	call(a.OnBegin)
}

// Suggested asks again for what goes with what is typed, once there is something to suggest.
func (a *adder) Suggested() {
	if a.typing {
		a.ask(a.line.Text)
		a.arrange()
	}
}

// empty makes the line ready for the next word.
func (a *adder) empty() {
	a.line.Load("")
	a.ask("")
}

func (a *adder) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a.flow); c != nil {
		c.Focus(o)
	}
}

// typed adds at a comma, and otherwise looks for words that go with what is there.
func (a *adder) typed(text string) {
	if head, rest, found := strings.Cut(text, ","); found && a.to.push(head) {
		a.line.Load(strings.TrimLeft(rest, " "))
		a.line.CursorToEnd()
		a.ask(a.line.Text)
		a.arrange()
		a.focus(a.line)
		return
	}
	a.ask(text)
	a.arrange()
}

func (a *adder) ask(typed string) { a.offers.ask(a.to.suggest, typed, a.to.has) }

func (a *adder) nextOffer()     { a.offers.move(1) }
func (a *adder) previousOffer() { a.offers.move(-1) }

// commit adds what is typed, or the suggestion the keyboard is at. With nothing to add it is done.
func (a *adder) commit() {
	word := a.offers.word(a.line.Text)
	if strings.TrimSpace(word) == "" {
		a.cancel()
		return
	}
	a.take(word)
}

// take adds a word and stays ready for the next.
func (a *adder) take(word string) {
	if a.to.push(word) {
		a.empty()
	}
	a.arrange()
	a.focus(a.line)
}

func (a *adder) cancel() {
	a.typing = false
	a.empty()
	a.arrange()
	a.focus(a.add)
}

func (a *adder) came() {
	a.focused = true
	a.reached()
}

// reached is told that the keyboard came to a chip or to the end.
func (a *adder) reached() { call(a.OnFocus) }

// left keeps what is typed when the keyboard goes elsewhere: nothing typed is lost. A press on a suggestion takes the
// keyboard away too, before it is a tap.
func (a *adder) left() {
	a.focused = false
	if !a.offers.lit() {
		a.Take()
	}
}

// pointerLeft is for the keyboard that went elsewhere while the pointer was above a suggestion.
func (a *adder) pointerLeft() {
	if !a.focused {
		a.left()
	}
}

// Take adds what is typed, as if the keyboard had left the line.
func (a *adder) Take() {
	if !a.typing || !a.to.push(a.line.Text) {
		return
	}
	a.typing = false
	a.empty()
	a.arrange()
}
