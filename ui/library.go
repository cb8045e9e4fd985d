package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// library is the page of the documents: what there is at the left, what is in
// the chosen part of it in the middle, and one element, or one question of the
// user's own, at the right. It is built when it comes into sight first.
type library struct {
	w         *Window
	content   *fyne.Container
	catalogue *prompts.Catalogue // nil before the page was shown
	held      holdings
	ticket    int // counts the reads; only the latest is shown

	panes   *parts.Panes
	tree    *libraryTree
	list    *libraryList
	reading *libraryReading
	detail  *libraryDetail
	own     *ownForm
	trash   *libraryTrash
	middle  *fyne.Container
	right   *fyne.Container

	chosen string // the key of what is chosen in the tree
	query  string // what is searched for, in place of it
	wanted string // the key of a document that another page asked for
}

func newLibrary(w *Window) *library {
	return &library{w: w, content: container.NewStack()}
}

// centre is the page itself.
func (l *library) centre() fyne.CanvasObject { return l.content }

// side is nil: the page has three columns of its own.
func (l *library) side() fyne.CanvasObject { return nil }

// goLibrary shows the page with the keyboard in the tree.
func (l *library) goLibrary() { l.w.goTo(l) }

// openSource shows the page with a document.
func (l *library) openSource(key string) {
	l.wanted = key
	l.goLibrary()
}

// shown reads what the journal holds and puts the keyboard into the tree.
func (l *library) shown() { l.load(true) }

// changed asks again for what a change may have moved.
func (l *library) changed(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved,
		journal.PromptsChanged, journal.PlanChanged:
		l.load(false)
	}
}

// load reads what the page shows beside the catalogue.
func (l *library) load(focus bool) {
	l.ticket++
	ticket := l.ticket
	type read struct {
		catalogue *prompts.Catalogue
		held      holdings
	}
	task(l.w, "read the library", func(ctx context.Context) (read, error) {
		c, err := l.w.guide.Catalogue()
		if err != nil {
			return read{}, err
		}
		h, err := readHoldings(ctx, l.w.journal)
		return read{c, h}, err
	}, func(r read) {
		if ticket == l.ticket {
			l.took(r.catalogue, r.held, focus)
		}
	})
}

// took shows what was read.
func (l *library) took(c *prompts.Catalogue, h holdings, focus bool) {
	l.held = h
	if l.catalogue == nil {
		l.catalogue = c
		l.build()
		l.choose(c.Sources[0].Frameworks[0].Key)
		l.panes.Go(0)
	} else {
		l.refresh()
	}
	if focus {
		l.panes.Go(0)
		l.w.win.Canvas().Focus(l.tree.tree)
	}
	if l.wanted != "" {
		key := l.wanted
		l.wanted = ""
		l.choose(key)
	}
}

// build makes the page, once the catalogue is there.
func (l *library) build() {
	l.tree, l.list, l.reading = newLibraryTree(l), newLibraryList(l), newLibraryReading(l)
	l.detail, l.own, l.trash = newLibraryDetail(l), newOwnForm(l), newLibraryTrash(l)
	l.tree.count(len(l.held.own), len(l.dismissedSpots()), len(l.held.trash))
	l.middle = container.NewStack(l.list.content, l.reading.text)
	l.right = container.NewStack(l.detail.content, l.own.content, l.trash.content, l.reading.notes)
	l.panes = parts.NewPanes(l.tree.content, l.middle, l.right)
	l.panes.Narrow = l.w.frame.columns.NavCompact
	l.panes.OnNarrow = l.narrowed
	l.content.Objects = []fyne.CanvasObject{l.panes}
	l.content.Refresh()
}

// narrowed shows the ways back where there is room for one column only.
func (l *library) narrowed(narrow bool) {
	for _, back := range []*fyne.Container{l.list.back, l.detail.back, l.own.back, l.trash.back, l.reading.back, l.reading.notesBack, l.reading.more} {
		setVisible(back, narrow)
	}
}

// back goes to the column before, where there is room for one only.
func (l *library) back() {
	l.panes.Go(max(l.panes.At()-1, 0))
	if l.panes.At() == 0 || !l.list.content.Visible() {
		l.w.win.Canvas().Focus(l.tree.tree)
		return
	}
	l.w.win.Canvas().Focus(l.list.rows)
}

// escape goes back from a list: out of a search, or to the column before.
func (l *library) escape() {
	switch {
	case l.query != "":
		l.tree.search.Load("")
		l.search("")
		l.w.win.Canvas().Focus(l.tree.tree)
	case l.panes.IsNarrow():
		l.back()
	default:
		parts.CloseOverlay(l.w.win.Canvas())
	}
}

// only shows one of the things that share a column.
func only(column *fyne.Container, in fyne.CanvasObject) {
	for _, o := range column.Objects {
		setVisible(o, o == in)
	}
	column.Refresh()
}
