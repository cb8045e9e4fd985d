package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// people is who stands behind the writer and who does not yet: everybody at
// the left, in groups, and one of them at the right with what they said and
// what matters to them. It is built when it comes into sight first.
type people struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	sick   bool // the last read failed, and the door says so

	split  *parts.Split // nil before the first visit
	list   *peopleList
	detail *personDetail

	chosen journal.ID // who is beside the list; "" is the first
	tab    string     // the tab the writer chose; "" for what suits a person
	sheet  peopleSheet
	draft  *personDraft   // what is typed about who is beside the list
	drafts []*personDraft // that one, and others that are not on disk yet
}

func newPeople(w *Window) *people { return &people{w: w} }

// goPeople brings the page into sight.
func (p *people) goPeople() { p.w.goTo(p) }

// open brings the page into sight with somebody beside the list.
func (p *people) open(id journal.ID) {
	if p.w.journal == nil {
		return
	}
	p.chosen = id
	p.goPeople()
	p.split.Go(1)
}

// centre is the page; it is built on the first visit.
func (p *people) centre() fyne.CanvasObject {
	if p.split == nil {
		p.list, p.detail = newPeopleList(p), newPersonDetail(p)
		p.split = parts.NewSplit(p.list.content, p.detail.content, peopleShare)
		p.split.Narrow = p.w.frame.columns.NavCompact
		p.split.OnNarrow = p.wentNarrow
	}
	return p.split
}

// peopleShare is what the list takes of the page.
const peopleShare float32 = 0.469

// side is nothing: the page takes all the room.
func (p *people) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list.
func (p *people) shown() {
	p.load()
	p.w.win.Canvas().Focus(p.list.rows)
}

// changed asks again for what a change may have moved.
func (p *people) changed(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.EntriesChanged,
		journal.PeopleChanged, journal.SettingsChanged:
		p.load()
	}
}

// load reads what the page shows. Where that fails the door says so, and the
// page keeps what it has.
func (p *people) load() {
	p.ticket++
	ticket, q := p.ticket, p.question()
	r := peopleReader{p.w.journal}
	type answer struct {
		sheet peopleSheet
		err   error
	}
	task(p.w, "read the people", func(ctx context.Context) (answer, error) {
		s, err := r.sheet(ctx, q)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != p.ticket:
		case a.err != nil:
			p.failed(a.err)
		default:
			p.took(a.sheet)
		}
	})
}

// question is what the page shows at the moment.
func (p *people) question() peopleQuestion {
	return peopleQuestion{chosen: p.chosen, tab: p.tab, noPrivate: p.w.noPrivate()}
}

// failed says that the people could not be read, until they can be.
func (p *people) failed(err error) {
	p.sick = true
	p.w.door.unread("read the people", err, p.load)
	p.list.sayUnread()
}

// took shows what was read.
func (p *people) took(s peopleSheet) {
	if p.sick {
		p.sick = false
		p.w.door.settle()
	}
	p.sheet = s
	p.chosen = ""
	if s.person != nil {
		p.chosen = s.person.ID
	}
	p.list.show(s)
	p.detail.show(s)
}

// choose shows somebody beside the list, and goes there where there is room
// for one column only.
func (p *people) choose(id journal.ID) {
	p.chosen = id
	p.load()
	p.split.Go(1)
	if p.split.IsNarrow() {
		p.w.win.Canvas().Focus(p.detail.tabs.first())
	}
}

// showTab shows something else of who is beside the list.
func (p *people) showTab(tab string) {
	p.tab = tab
	p.load()
}

// wentNarrow shows the way back where there is room for one column only.
func (p *people) wentNarrow(narrow bool) { setVisible(p.detail.back, narrow) }

// back goes to the list, where there is room for one column only.
func (p *people) back() {
	p.split.Go(0)
	p.w.win.Canvas().Focus(p.list.rows)
}

// escape goes back from somebody to the list.
func (p *people) escape() {
	if p.split.IsNarrow() && p.split.At() > 0 {
		p.back()
		return
	}
	p.w.win.Canvas().Focus(p.list.rows)
}
