package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// finder is the page that searches while one types: the field above, what was
// found below it, and at the right the words that narrow a search. It is built
// when it comes into sight first, and keeps what was asked.
type finder struct {
	w    *Window
	back page // where one was before

	content *fyne.Container // nil before the first visit
	field   *parts.QueryField
	head    *foundHead
	rows    *parts.Roll
	nothing *parts.Paragraph // what to do where nothing is listed
	hint    *parts.Text
	aside   *finderSide

	asked  question
	listed foundRows
	ticket int // counts the questions; only the latest is answered
	end    context.CancelFunc
	wait   func() // calls off the question that is about to be asked

	waiting bool // for the answer to what was typed
	eager   bool // and the first of it is to be opened
}

// question is what the page asks.
type question struct {
	text   string
	query  journal.Query
	newest bool
}

func newFinder(w *Window) *finder { return &finder{w: w, end: func() {}, wait: func() {}} }

// goSearch brings the page into sight, with the cursor in the field and what
// was asked before selected.
func (f *finder) goSearch() {
	if f.w.journal == nil {
		return
	}
	if f.w.current != page(f) {
		f.back = f.w.current
	}
	f.w.goTo(f)
}

// centre is the page; it is built on the first visit.
func (f *finder) centre() fyne.CanvasObject {
	if f.content == nil {
		f.build()
	}
	return f.content
}

func (f *finder) build() {
	f.field = parts.NewQueryField(lang.L("A word, a name, a part of a word"), f.clear)
	e := f.field.Editor
	e.OnEdited, e.OnEscape, e.OnEnter = f.typed, f.escape, f.openChosen
	e.OnDown, e.OnUp = func() { f.move(1) }, func() { f.move(-1) }
	f.head = newFoundHead(f)
	f.rows = parts.NewRoll(f.openRow)
	f.rows.OnEscape = f.escape
	f.nothing = sentenceText("")
	f.hint = parts.NewText(lang.L("Arrows move, Enter opens, Escape goes back to where you were."), parts.TypeCaption)
	f.hint.Truncate = true
	f.aside = newFinderSide(f)
	above := parts.Down(look.Space12, f.field, f.head.content, f.nothing)
	list := parts.DownFill(look.Space4, parts.Gutter(above, 0, 0), parts.Gutter(f.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom))
	foot := parts.Inset(parts.Gutter(f.hint, 0, 0), look.Space8, 0, look.Space12, 0)
	f.content = container.NewBorder(nil, foot, nil, nil, parts.Inset(list, look.Space32, 0, 0, 0))
	f.showNothing()
}

// side lists the words that narrow a search, and what was searched for lately.
func (f *finder) side() fyne.CanvasObject { return f.aside.content }

// shown puts the cursor into the field, and asks again: what was found may have
// changed since.
func (f *finder) shown() {
	f.eager = false
	f.w.win.Canvas().Focus(f.field.Editor)
	f.field.Editor.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.aside.readLately()
	f.askAgain()
}

// changed asks again for what a change may have moved.
func (f *finder) changed(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.EntriesChanged, journal.PeopleChanged,
		journal.ExpectationsChanged:
		f.askAgain()
	}
}

// escape goes back to where one was. The question stays in the field.
func (f *finder) escape() {
	f.keep()
	f.stop()
	if f.back != nil {
		f.w.goTo(f.back)
		return
	}
	f.w.today.goToday()
}

// clear empties the field.
func (f *finder) clear() {
	f.field.Editor.Load("")
	f.w.win.Canvas().Focus(f.field.Editor)
	f.typed("")
}

// searchPause is how long nobody types before a question is asked.
const searchPause = 80 * time.Millisecond

// typed calls off what was being looked for and asks anew as soon as no key
// follows.
func (f *finder) typed(text string) {
	f.stop()
	f.waiting, f.eager = true, false
	q := f.read(text)
	f.field.SetWords(queryWords(q))
	f.aside.show(q, text)
	f.wait = f.w.later(searchPause, f.askAgain)
}

// read makes a query of a text.
func (f *finder) read(text string) journal.Query {
	return journal.ReadTyping(text, f.w.journal.DatesFrom(f.w.today.now))
}

// stop calls off what is being looked for or about to be.
func (f *finder) stop() {
	f.wait()
	f.end()
	f.ticket++
}

// setNewest changes the order.
func (f *finder) setNewest(newest bool) {
	f.ask(question{text: f.field.Editor.Text, newest: newest})
}

// search asks for a text as if it had been typed.
func (f *finder) search(text string) {
	f.field.Editor.Load(text)
	f.field.Editor.CursorToEnd()
	f.w.win.Canvas().Focus(f.field.Editor)
	f.typed(text)
}

// chosen is the entry that the keyboard is at among those that were found, or
// "".
func (f *finder) chosen() journal.ID {
	if at := f.rows.Cursor(); at >= 0 && at < len(f.listed.found) {
		return f.listed.found[at].ID
	}
	return ""
}
