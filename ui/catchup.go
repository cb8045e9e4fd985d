package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// catchUp is the page for whose review is near and whose journal is empty: the
// months of the review period, one line each, and at the right a list that is
// there already and only has to be pasted. It is built on the first visit.
type catchUp struct {
	w       *Window
	page    *fyne.Container
	panes   *parts.Split // nil before the first visit
	head    *catchUpHead
	months  *catchUpMonths
	list    *pastedList
	read    catchUpRead
	ticket  int // counts the reads; only the latest is shown
	waiting bool
}

// catchUpRead is what the page shows of the journal.
type catchUpRead struct {
	today        journal.Day
	plan         journal.Plan
	months       []journal.MonthLine
	expectations []journal.Expectation
	pasted       journal.PastedList // of the first read only
}

// pasteWidth is the width of the column for the list.
const pasteWidth float32 = 472

func newCatchUp(w *Window) *catchUp { return &catchUp{w: w, page: container.NewStack()} }

// goCatchUp brings the page into sight, with the cursor in the months. From
// there it leads to the list, and from the list back.
func (c *catchUp) goCatchUp() {
	switch {
	case c.w.current != page(c) || c.panes == nil:
		c.w.goTo(c)
	case c.list.holds(c.w.win.Canvas().Focused()):
		c.goMonths()
	default:
		c.goList()
	}
}

// centre is the page itself.
func (c *catchUp) centre() fyne.CanvasObject { return c.page }

// side is nothing: the page has a column of its own at the right.
func (c *catchUp) side() fyne.CanvasObject { return nil }

// shown reads what the page shows, and puts the cursor into the first line that
// is empty.
func (c *catchUp) shown() {
	c.waiting = true
	c.load()
}

// changed asks again for what a change may have moved.
func (c *catchUp) changed(change journal.Change) {
	switch change.Kind {
	case journal.PeopleChanged, journal.PromptsChanged, journal.PacksChanged, journal.SettingsChanged:
	default:
		c.load()
	}
}

// load reads what the page shows.
func (c *catchUp) load() {
	c.ticket++
	ticket, first, noPrivate, j := c.ticket, c.panes == nil, c.w.noPrivate(), c.w.journal
	task(c.w, "read the months", func(ctx context.Context) (catchUpRead, error) {
		return readCatchUp(ctx, j, first, noPrivate)
	}, func(r catchUpRead) {
		if ticket == c.ticket {
			c.took(r)
		}
	})
}

func readCatchUp(ctx context.Context, j *journal.Journal, first, noPrivate bool) (r catchUpRead, err error) {
	r.today = j.Today(ctx)
	if r.plan, err = j.Read().Plan(ctx); err != nil {
		return r, err
	}
	if r.months, err = j.MonthLines(ctx, journal.CatchUpMonths(r.plan, r.today), noPrivate); err != nil {
		return r, err
	}
	if r.expectations, err = j.Read().Expectations(ctx); err != nil {
		return r, err
	}
	r.expectations = slices.DeleteFunc(r.expectations, func(x journal.Expectation) bool { return x.Retired })
	if !first {
		return r, nil
	}
	r.pasted, err = j.PastedList(ctx)
	return r, err
}

// took shows what was read.
func (c *catchUp) took(r catchUpRead) {
	c.read = r
	first := c.panes == nil
	if first {
		c.build()
	}
	c.head.show(r)
	c.months.show(r.months)
	if first {
		c.list.start(r.pasted)
	}
	if c.waiting {
		c.waiting = false
		c.panes.Go(0)
		c.months.focus()
	}
}

// build makes the page.
func (c *catchUp) build() {
	c.head, c.months, c.list = newCatchUpHead(c), newCatchUpMonths(c), newPastedList(c)
	left := container.New(footed{}, parts.DownFill(0, c.head.content, c.months.scroll), c.months.foot)
	c.panes = parts.NewSplit(left, c.list.content, 0)
	c.panes.Second = pasteWidth
	c.panes.Narrow = c.w.frame.columns.RailHidden
	c.panes.OnNarrow = c.narrowed
	c.page.Objects = []fyne.CanvasObject{c.panes}
	c.page.Refresh()
}

// narrowed shows the ways between the columns where there is room for one only.
func (c *catchUp) narrowed(narrow bool) {
	setVisible(c.head.paste, narrow)
	setVisible(c.list.back, narrow)
}

// openLine opens the entry of the line that has the cursor, where the page is
// in sight.
func (c *catchUp) openLine() {
	if c.w.current == page(c) && c.panes != nil {
		c.months.openLine()
	}
}

// goList shows the list where there is room for one column only.
func (c *catchUp) goList() {
	c.panes.Go(1)
	c.w.win.Canvas().Focus(c.list.field.Editor)
}

// goMonths shows the months where there is room for one column only.
func (c *catchUp) goMonths() {
	c.panes.Go(0)
	c.months.focus()
}

// escape goes back: to the months, or to Today.
func (c *catchUp) escape() {
	if c.panes.IsNarrow() && c.panes.At() == 1 {
		c.goMonths()
		return
	}
	c.w.goTo(c.w.today)
}

// column keeps the content of a column away from its edges.
func column(o fyne.CanvasObject, top, bottom, side float32) fyne.CanvasObject {
	return parts.Inset(o, top, side, bottom, side)
}

// onNav lays a column on ground of the navigation's colour.
func onNav(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(parts.NewSurface(look.ColorNav, "", 0), o)
}
