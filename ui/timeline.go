package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

// chronicle is the page Timeline: growth toward the next role as a band over
// time, and below it the entries by month. An entry can be read beside them
// where there is room.
type chronicle struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	marks  int  // counts the reads of milestones alone
	sick   bool // the last read failed, and the door says so

	content *fyne.Container // nil before the first visit
	head    *chronicleHead
	band    *chronicleBand
	list    *chronicleList
	beside  *chronicleBeside

	question chronicleQuestion
	sheet    *chronicleSheet // nil before the first read
}

func newChronicle(w *Window) *chronicle {
	return &chronicle{w: w, question: chronicleQuestion{zoom: zoomMonths}}
}

// goTimeline brings the page into sight.
func (c *chronicle) goTimeline() { c.w.goTo(c) }

// centre is the page; it is built on the first visit.
func (c *chronicle) centre() fyne.CanvasObject {
	if c.content == nil {
		c.head, c.band, c.list, c.beside = newChronicleHead(c), newChronicleBand(c), newChronicleList(c), newChronicleBeside(c)
		c.content = c.layOut()
	}
	return c.content
}

// side is nothing: the page takes all the room.
func (c *chronicle) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list.
func (c *chronicle) shown() {
	c.load()
	c.w.win.Canvas().Focus(c.list.rows)
}

// changed asks again for what a change may have moved.
func (c *chronicle) changed(ch journal.Change) {
	switch ch.Kind {
	case journal.PromptsChanged, journal.PacksChanged:
		return
	}
	c.load()
	c.beside.changed(ch)
}

func (c *chronicle) reader() chronicleReader { return chronicleReader{c.w.journal, c.w.weekBegins} }

// load reads what the page shows. Where that fails the door says so, and the
// page keeps what it has.
func (c *chronicle) load() {
	c.ticket++
	c.marks++
	c.question.filter.NoPrivate = c.w.noPrivate() || c.head.filter.publicOnly
	c.question.rows = c.list.inSight()
	ticket, q, r := c.ticket, c.question, c.reader()
	type answer struct {
		sheet chronicleSheet
		err   error
	}
	task(c.w, "read the timeline", func(ctx context.Context) (answer, error) {
		s, err := r.sheet(ctx, q)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != c.ticket:
		case a.err != nil:
			c.failed(a.err)
		default:
			c.took(a.sheet)
		}
	})
}

// failed says that the timeline could not be read, until it can be.
func (c *chronicle) failed(err error) {
	c.sick = true
	c.w.door.unread("read the timeline", err, c.load)
	if c.sheet == nil {
		c.list.sayUnread()
	}
}

// took shows what was read.
func (c *chronicle) took(s chronicleSheet) {
	if c.sick {
		c.sick = false
		c.w.door.settle()
	}
	c.sheet = &s
	c.head.show(&s, c.question)
	c.band.show(&s, c.question)
	c.list.show(&s, c.question)
	c.count(s.facts.All)
	c.content.Refresh()
}

// count shows in the navigation how many entries there are.
func (c *chronicle) count(n int) {
	text := ""
	if n > 0 {
		text = inGroups(n)
	}
	c.w.frame.count(c, text)
}

// ask narrows the page to something else, from the newest entry on.
func (c *chronicle) ask(change func(*journal.Filter)) {
	change(&c.question.filter)
	c.list.fromTop = true
	c.load()
}

// showAll lets every entry through again.
func (c *chronicle) showAll() {
	c.head.filter.publicOnly = false
	c.ask(func(f *journal.Filter) { *f = journal.Filter{} })
	c.w.win.Canvas().Focus(c.list.rows)
}

// zoomBy shows less of the time at once, or more.
func (c *chronicle) zoomBy(step int) {
	to := min(max(c.question.zoom-step, 0), zoomDecades)
	if to == c.question.zoom {
		return
	}
	c.question.zoom, c.question.span = to, journal.Span{}
	c.band.keepDay()
	c.load()
}

func (c *chronicle) zoomIn()  { c.zoomBy(1) }
func (c *chronicle) zoomOut() { c.zoomBy(-1) }

// escape goes back: from the entry to the list, and there to everything that it
// was narrowed from.
func (c *chronicle) escape() {
	switch canvas := c.w.win.Canvas(); {
	case c.beside.open != "":
		c.beside.close()
	case canvas.Focused() != fyne.Focusable(c.list.rows):
		canvas.Focus(c.list.rows)
	case chronicleNarrowed(c.question.filter) || c.head.filter.publicOnly:
		c.showAll()
	}
}
