package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// answer is what was found to a question.
type answer struct {
	finding journal.Finding
	today   journal.Day
	err     error
}

// foundAtOnce is how many entries are read at a time.
const foundAtOnce = 50

// askAgain asks for what stands in the field now.
func (f *finder) askAgain() { f.ask(question{text: f.field.Editor.Text, newest: f.asked.newest}) }

// ask looks for what is asked and shows it. Whatever was being looked for
// before is called off.
func (f *finder) ask(q question) {
	f.stop()
	again := q.text == f.asked.text && q.newest == f.asked.newest
	q.query = f.read(q.text)
	f.asked = q
	if q.query.Empty() {
		f.waiting = false
		f.showNothing()
		return
	}
	most := foundAtOnce
	if again {
		most = max(most, len(f.listed.found)) // as many as are listed
	}
	f.look(q, journal.FindWindow{Newest: q.newest, Limit: most}, func(a answer) { f.show(a, again) })
}

// look searches off the UI goroutine, until something else is asked.
func (f *finder) look(q question, window journal.FindWindow, then func(answer)) {
	ctx, end := context.WithCancel(f.w.life)
	f.end = end
	ticket, j := f.ticket, f.w.journal
	q.query.Filter.NoPrivate = f.w.noPrivate()
	taskUntil(ctx, f.w, "search", func(ctx context.Context) (answer, error) {
		finding, err := j.Read().Find(ctx, q.query, window)
		return answer{finding, j.Today(ctx), err}, nil
	}, func(a answer) {
		if ticket == f.ticket {
			then(a)
		}
	})
}

// more lists the next entries below those that are listed.
func (f *finder) more() {
	f.stop()
	from := len(f.listed.found)
	f.look(f.asked, journal.FindWindow{Newest: f.asked.newest, From: from, Limit: foundAtOnce}, func(a answer) {
		if a.err != nil {
			f.failed(a.err)
			return
		}
		a.finding.Found = append(f.listed.found[:from:from], a.finding.Found...)
		f.list(a, from)
	})
}

// show lists what was found. The same question asked again leaves the list
// where it is.
func (f *finder) show(a answer, again bool) {
	eager := f.eager
	f.waiting, f.eager = false, false
	if a.err != nil {
		f.failed(a.err)
		return
	}
	chosen := f.rows.Selected()
	if !again {
		chosen = 0
		f.rows.Fill(foundRows{}) // the next ones begin at the top
	}
	f.list(a, max(chosen, 0))
	if eager && f.w.current == page(f) {
		f.openChosen()
	}
}

func (f *finder) list(a answer, chosen int) {
	f.listed = foundRows{found: a.finding.Found, rest: a.finding.Total - len(a.finding.Found), inside: a.finding.Inside, terms: a.finding.Terms, today: a.today}
	if n := f.listed.Len(); n > 0 {
		chosen = min(chosen, n-1)
	} else {
		chosen = -1
	}
	f.rows.Update(f.listed, chosen)
	f.rows.SetSelected(chosen)
	f.head.show(f.asked, a.finding, a.today)
	f.sayNothing(noneFound(f.asked, a.finding))
}

// failed says that nothing could be looked for, and the door says why.
func (f *finder) failed(err error) {
	f.w.door.show("search", err)
	f.listed = foundRows{}
	f.rows.Fill(f.listed)
	f.head.hide()
	f.sayNothing(lang.L("The journal could not be searched just now."))
}

// showNothing shows the page while nothing is asked.
func (f *finder) showNothing() {
	f.listed = foundRows{}
	f.rows.Fill(f.listed)
	f.head.hide()
	f.head.sayOdd(f.asked.query.Odd)
	f.sayNothing(lang.L("Type what you remember. Every text field of every entry is looked into, with its people and tags.\n\nWords such as kind:moment, tag:budget, person:lena, before:2026-05 and is:starred narrow it, in any order."))
}

func (f *finder) sayNothing(text string) {
	f.nothing.SetText(text)
	setVisible(f.nothing, text != "")
	f.content.Refresh()
}

// move goes to another of the entries that are listed, while the cursor stays
// in the field.
func (f *finder) move(by int) {
	if n := f.listed.Len(); n > 0 {
		f.rows.SetSelected(min(max(f.rows.Selected()+by, 0), n-1))
	}
}

// openChosen opens the entry that is chosen in the list. Where the list is not
// of what was typed yet, that is asked at once, and the first of it opened.
func (f *finder) openChosen() {
	if f.waiting {
		f.askAgain()
		f.eager = f.waiting
		return
	}
	if at := f.rows.Selected(); at >= 0 {
		f.openRow(at)
	}
}

// openRow opens an entry where it matches, or lists more.
func (f *finder) openRow(i int) {
	if f.listed.isMore(i) {
		f.more()
		return
	}
	f.keep()
	f.w.openFound(f.listed.found[i].ID, journal.Query{Terms: f.listed.terms}.Matcher(f.listed.inside))
}

// keep remembers the question, where it found something.
func (f *finder) keep() {
	if len(f.listed.found) == 0 {
		return
	}
	text := f.asked.text
	task(f.w, "remember a search", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, f.w.journal.KeepSearch(ctx, text)
	}, func(struct{}) { f.aside.readLately() })
}
