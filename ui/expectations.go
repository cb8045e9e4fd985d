package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// demands is what the next role asks: the expectations at the left, in their
// areas and their order, and one of them at the right, where it is written. It
// belongs to the page of evidence, and is built when it comes into sight first.
type demands struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	sick   bool // the last read failed, and the door says so

	split *parts.Split // nil before the first visit
	list  *demandList
	form  *demandForm
	draft *demandDraft // nil as long

	chosen journal.ID // what is beside the list; "" is the first
	sheet  demandSheet
}

func newDemands(w *Window) *demands { return &demands{w: w} }

// showExpectations brings what the next role asks into sight.
func (w *Window) showExpectations() { w.goTo(w.frame.demands) }

// centre is the page; it is built on the first visit.
func (d *demands) centre() fyne.CanvasObject {
	if d.split == nil {
		d.draft = newDemandDraft(d.w.journal, d.reported)
		d.list, d.form = newDemandList(d), newDemandForm(d)
		d.split = parts.NewSplit(d.list.content, d.form.content, demandShare)
		d.split.Narrow = d.w.frame.columns.NavCompact
		d.split.OnNarrow = d.wentNarrow
	}
	return d.split
}

// demandShare is what the list takes of the page.
const demandShare float32 = 0.5

// side is nothing: the page takes all the room.
func (d *demands) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list.
func (d *demands) shown() {
	d.load()
	d.back()
}

// changed asks again for what a change may have moved.
func (d *demands) changed(c journal.Change) {
	switch c.Kind {
	case journal.PeopleChanged, journal.PromptsChanged, journal.PacksChanged, journal.SettingsChanged:
	default:
		d.load()
	}
}

// load reads what the page shows. Where that fails the door says so, and the
// page keeps what it has.
func (d *demands) load() {
	d.ticket++
	ticket, r := d.ticket, demandReader{d.w.journal, d.w.guide}
	type answer struct {
		sheet demandSheet
		err   error
	}
	task(d.w, "read what the next role asks", func(ctx context.Context) (answer, error) {
		s, err := r.sheet(ctx)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != d.ticket:
		case a.err != nil:
			d.failed(a.err)
		default:
			d.took(a.sheet)
		}
	})
}

// failed says that the expectations could not be read, until they can be.
func (d *demands) failed(err error) {
	d.sick = true
	d.w.door.unread("read what the next role asks", err, d.load)
	d.list.sayUnread()
}

// took shows what was read. Where what was beside the list is gone, what stands
// in its place comes there.
func (d *demands) took(s demandSheet) {
	if d.sick {
		d.sick = false
		d.w.door.settle()
	}
	at := max(d.list.shown.find(d.chosen), 0)
	d.sheet = s
	rows := newDemandRows(s)
	if rows.find(d.chosen) < 0 {
		d.chosen = rows.nearest(at)
	}
	d.list.show(rows, s)
	d.showChosen()
}

// showChosen shows what is chosen beside the list.
func (d *demands) showChosen() {
	x, _ := d.sheet.expectation(d.chosen)
	d.form.show(x, d.sheet)
}

// choose shows an expectation beside the list, and goes there where there is
// room for one column only.
func (d *demands) choose(id journal.ID) {
	d.chosen = id
	d.showChosen()
	d.split.Go(1)
	if d.split.IsNarrow() {
		d.w.win.Canvas().Focus(d.form.name.Editor)
	}
}

// wentNarrow shows the way back where there is room for one column only.
func (d *demands) wentNarrow(narrow bool) { setVisible(d.form.back, narrow) }

// back goes to the list.
func (d *demands) back() {
	d.split.Go(0)
	d.list.focus()
}

// escape goes back: from what is written to the list, and from there to the
// page of evidence.
func (d *demands) escape() {
	if d.list.holdsKeyboard() && !(d.split.IsNarrow() && d.split.At() > 0) {
		d.goEvidence()
		return
	}
	d.back()
}

// goEvidence leads back to the page that this one belongs to.
func (d *demands) goEvidence() { d.w.frame.evidence.goEvidence() }
