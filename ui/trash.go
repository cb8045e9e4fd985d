package ui

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// trash is what was deleted and can still be brought back: all of it at the
// left, one thing of it at the right. It is built when it comes into sight
// first.
type trash struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	sick   bool // the last read failed, and the door says so

	split  *parts.Split // nil before the first visit
	list   *trashList
	detail *trashDetail

	sheet  trashSheet
	what   string              // the sort that is shown; "" is any
	chosen journal.ID          // what is beside the list; "" is the first
	ticked map[journal.ID]bool // what is to be done something with at once
}

// trashSheet is what the page shows.
type trashSheet struct {
	all   []journal.InTrash
	today journal.Day
	days  string // after which the trash is emptied by itself; "0" is never
}

func newTrash(w *Window) *trash { return &trash{w: w, ticked: map[journal.ID]bool{}} }

// goTrash brings the page into sight.
func (t *trash) goTrash() { t.w.goTo(t) }

// centre is the page; it is built on the first visit.
func (t *trash) centre() fyne.CanvasObject {
	if t.split == nil {
		t.list, t.detail = newTrashList(t), newTrashDetail(t)
		t.split = parts.NewSplit(t.list.content, t.detail.content, trashShare)
		t.split.Narrow, t.split.OnNarrow = t.w.frame.columns.NavCompact, t.wentNarrow
	}
	return t.split
}

// trashShare is what the list takes of the page.
const trashShare float32 = 0.5

// side is nothing: the page takes all the room.
func (t *trash) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list.
func (t *trash) shown() {
	t.load()
	t.back()
}

// changed asks again: anything may come into the trash, or go out of it.
func (t *trash) changed(journal.Change) { t.load() }

// load reads what lies in the trash. Where that fails the door says so, and the
// page keeps what it has.
func (t *trash) load() {
	t.ticket++
	ticket, j := t.ticket, t.w.journal
	type answer struct {
		sheet trashSheet
		err   error
	}
	task(t.w, "read the trash", func(ctx context.Context) (answer, error) {
		s, err := readTrash(ctx, j)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != t.ticket:
		case a.err != nil:
			t.failed(a.err)
		default:
			t.took(a.sheet)
		}
	})
}

func readTrash(ctx context.Context, j *journal.Journal) (s trashSheet, err error) {
	s.today = j.Today(ctx)
	if s.all, err = j.InTrash(ctx); err != nil {
		return s, err
	}
	days, err := j.Setting(ctx, journal.SettingTrashDays)
	s.days = cmp.Or(days, "0")
	return s, err
}

// failed says that the trash could not be read, until it can be.
func (t *trash) failed(err error) {
	t.sick = true
	t.w.door.unread("read the trash", err, t.load)
	t.list.sayUnread()
}

// took shows what was read. Where what was beside the list is gone, what stands
// in its place comes there.
func (t *trash) took(s trashSheet) {
	if t.sick {
		t.sick = false
		t.w.door.settle()
	}
	at := max(t.list.shown.find(t.chosen), 0)
	t.sheet = s
	for id := range t.ticked {
		if !slices.ContainsFunc(s.all, func(l journal.InTrash) bool { return l.ID == id }) {
			delete(t.ticked, id)
		}
	}
	t.relist(at)
}

// relist lists what passes the filter. Where the chosen one is not among it,
// another one near a row is.
func (t *trash) relist(near int) {
	rows := trashRows{page: t, things: t.passing()}
	if n := len(rows.things); rows.find(t.chosen) < 0 {
		t.chosen = ""
		if n > 0 {
			t.chosen = rows.things[min(near, n-1)].ID
		}
	}
	t.list.show(rows)
	t.detail.show()
}

// passing is what the page lists: without what is private while that is hidden.
func (t *trash) passing() []journal.InTrash {
	return slices.DeleteFunc(slices.Clone(t.sheet.all), func(l journal.InTrash) bool {
		return t.what != "" && l.What != t.what || l.Private && t.w.noPrivate()
	})
}

// hidden counts what is private while that is hidden.
func (t *trash) hidden() (n int) {
	for _, l := range t.sheet.all {
		if l.Private && t.w.noPrivate() {
			n++
		}
	}
	return n
}

// choice is what is ticked, else the one beside the list: what is to be done
// something with.
func (t *trash) choice() (some []journal.InTrash) {
	for _, l := range t.list.shown.things {
		if t.ticked[l.ID] {
			some = append(some, l)
		}
	}
	if at := t.list.shown.find(t.chosen); len(some) == 0 && at >= 0 {
		some = t.list.shown.things[at : at+1]
	}
	return some
}

// narrow lists one sort of things, or any with "".
func (t *trash) narrow(what string) {
	t.what = what
	clear(t.ticked)
	t.relist(0)
}

// tick chooses a thing beside others, or leaves it out again.
func (t *trash) tick(id journal.ID) {
	if t.ticked[id] {
		delete(t.ticked, id)
	} else {
		t.ticked[id] = true
	}
	t.list.update()
	t.detail.show()
}

// choose shows a thing beside the list, and goes there where there is room for
// one column only.
func (t *trash) choose(id journal.ID) {
	t.chosen = id
	t.detail.show()
	t.split.Go(1)
	if t.split.IsNarrow() {
		t.w.win.Canvas().Focus(t.detail.back)
	}
}

// wentNarrow shows the way back where there is room for one column only.
func (t *trash) wentNarrow(narrow bool) { setVisible(t.detail.way, narrow) }

// back goes to the list.
func (t *trash) back() {
	t.split.Go(0)
	t.w.win.Canvas().Focus(t.list.rows)
}

// escape goes back: from what is beside the list to the list, and there nothing
// is ticked any more.
func (t *trash) escape() {
	switch c := t.w.win.Canvas(); {
	case t.split.IsNarrow() && t.split.At() > 0, c.Focused() != fyne.Focusable(t.list.rows):
		t.back()
	case len(t.ticked) > 0:
		clear(t.ticked)
		t.list.update()
		t.detail.show()
	case t.what != "":
		t.list.sort.SetSelected("")
		t.narrow("")
	}
}
