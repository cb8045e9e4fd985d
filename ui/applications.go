package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// applications is the page of the applications and promotion rounds, each on
// its track, and of what was learned in them.
type applications struct {
	w       *Window
	content *fyne.Container
	ticket  int // counts the reads; only the latest is shown

	today  journal.Day
	all    []tracked
	filter trackFilter
	order  trackOrder
	tab    string

	head    *applicationsHead
	table   *trackTable
	lessons *lessonList
	empty   *parts.Paragraph
	body    *fyne.Container
}

// The tabs of the page.
const (
	tabTracks  = "tracks"
	tabLessons = "lessons"
)

func newApplications(w *Window) *applications {
	return &applications{w: w, content: container.NewStack(), filter: showAll, order: byLastMove, tab: tabTracks}
}

// goApplications brings the page into sight.
func (a *applications) goApplications() { a.w.goTo(a) }

// centre is the page; it is built on the first visit.
func (a *applications) centre() fyne.CanvasObject { return a.content }

// side is nothing: the page takes all the room.
func (a *applications) side() fyne.CanvasObject { return nil }

// shown reads what the page shows and puts the keyboard into it.
func (a *applications) shown() {
	if a.table == nil {
		a.build()
	}
	a.load(func() { a.focus() })
}

// changed asks again for what a change may have moved.
func (a *applications) changed(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved:
		a.load(nil)
	}
}

// open shows an application with its history, for another page.
func (a *applications) open(id journal.ID) {
	a.tab, a.filter = tabTracks, showAll
	if a.table != nil {
		a.head.settle()
	}
	a.goApplications()
	a.bring(id)
}

// build makes the page.
func (a *applications) build() {
	a.head, a.table, a.lessons = newApplicationsHead(a), newTrackTable(a), newLessonList(a)
	a.empty = parts.NewParagraph("", parts.TypeMemory.In(look.ColorInk2), 23)
	a.body = container.NewStack(a.table.rows, a.lessons.rows, container.New(emptyLayout{}, a.empty))
	for _, o := range []fyne.CanvasObject{a.head.line, a.head.tools, a.head.heads, a.table.rows, a.lessons.rows, a.empty} {
		o.Hide() // until it is known what there is
	}
	page := parts.DownFill(openHeadRise, parts.Gutter(a.head.content, 0, 0), parts.Gutter(a.body, parts.RollReach, parts.RollReach+parts.ListBarRoom))
	a.content.Objects = []fyne.CanvasObject{parts.Inset(page, look.Space28, 0, 0, 0)}
	a.content.Refresh()
}

// emptyLayout lays what is said where nothing is shown, no wider than it is
// read well.
type emptyLayout struct{}

// Layout implements fyne.Layout.
func (emptyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	giveWidth(objects[0], parts.RollReach, look.Space16, fyne.Min(size.Width-2*parts.RollReach, look.EditorWidth))
}

// MinSize implements fyne.Layout.
func (emptyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// applicationsRead is what the page shows, as the journal has it.
type applicationsRead struct {
	today journal.Day
	lines []journal.ApplicationLine
	open  *openTrack // of the application that is open, or nil
}

// read reads every application, and one of them whole where an ID is given.
func (a *applications) read(ctx context.Context, open journal.ID, noPrivate bool) (r applicationsRead, err error) {
	j := a.w.journal
	r.today = j.Today(ctx)
	if r.lines, err = j.Read().Applications(ctx, noPrivate); err != nil || open == "" {
		return r, err
	}
	if !slices.ContainsFunc(r.lines, func(l journal.ApplicationLine) bool { return l.ID == open }) {
		return r, nil
	}
	o, err := readOpenTrack(ctx, j, open)
	r.open = &o
	return r, err
}

// load reads what the page shows and shows it where it was. then, which may be
// nil, is called after that.
func (a *applications) load(then func()) {
	open := journal.ID("")
	if a.table != nil {
		open = a.table.open
	}
	a.fetch(open, func(r applicationsRead) {
		a.took(r)
		if then != nil {
			then()
		}
	})
}

// bring opens the row of an application.
func (a *applications) bring(id journal.ID) {
	a.fetch(id, func(r applicationsRead) {
		a.took(r)
		a.focus()
	})
}

// fetch reads the page with one application open, or none.
func (a *applications) fetch(open journal.ID, then func(applicationsRead)) {
	a.ticket++
	ticket, noPrivate := a.ticket, a.w.noPrivate()
	task(a.w, "read the applications", func(ctx context.Context) (applicationsRead, error) {
		return a.read(ctx, open, noPrivate)
	}, func(r applicationsRead) {
		if ticket == a.ticket {
			then(r)
		}
	})
}

// took shows what was read.
func (a *applications) took(r applicationsRead) {
	a.today, a.all = r.today, trackAll(r.lines, r.today)
	a.table.update(a.tracks(), r.open)
	a.lessons.update(lessonsOf(a.all, a.today))
	a.settle()
}

// tracks are the applications that are shown, in their order.
func (a *applications) tracks() []tracked { return shownTracks(a.all, a.filter, a.order, a.today) }

// settle shows what there is: the tracks, the lessons, or why there are none.
func (a *applications) settle() {
	a.head.settle()
	tracks := a.tab == tabTracks
	setVisible(a.table.rows, tracks && len(a.table.shown) > 0)
	setVisible(a.lessons.rows, !tracks && len(a.lessons.shown) > 0)
	a.empty.SetText(a.emptyWords())
	setVisible(a.empty, !a.table.rows.Visible() && !a.lessons.rows.Visible())
	a.content.Refresh()
}

// emptyWords say why nothing is shown.
func (a *applications) emptyWords() string {
	switch {
	case len(a.all) == 0:
		return lang.L("No application yet. A promotion round counts as one, and so does a move within the house or a volunteer role. The first stage may be that you are considering it.")
	case a.tab == tabLessons:
		return lang.L("Nothing kept yet. What you note as a lesson at a stage is gathered here, so that the next application begins where the last one ended.")
	case a.filter == showSilent:
		return lang.L("Nobody has gone silent.")
	case a.filter == showRounds:
		return lang.L("No promotion round yet. It counts as an application: note when you told your manager, and what they asked for.")
	case a.filter == showClosed:
		return lang.L("Nothing has come to its end yet.")
	}
	return lang.L("Nothing is open at the moment.")
}

// focus puts the keyboard where there is something to do.
func (a *applications) focus() {
	to := fyne.Focusable(a.head.fresh)
	switch {
	case a.table.rows.Visible():
		to = a.table.rows
	case a.lessons.rows.Visible():
		to = a.lessons.rows
	}
	a.w.focusOn(a, to)
}

// choose shows the applications that pass a filter.
func (a *applications) choose(f trackFilter) {
	a.filter = f
	a.table.list(a.tracks())
	a.settle()
}

// sort shows the applications in an order.
func (a *applications) sort(o trackOrder) {
	a.order = o
	a.table.list(a.tracks())
	a.settle()
}

// turn shows the tracks, or what was learned.
func (a *applications) turn(tab string) {
	a.tab = tab
	a.settle()
}

// escape closes what is open, or else what lies on top.
func (a *applications) escape() {
	if a.tab == tabTracks && a.table.open != "" {
		a.table.close()
		return
	}
	parts.CloseOverlay(a.w.win.Canvas())
}

// begin begins a new application on Today.
func (a *applications) begin() { a.w.beginEntry(journal.ApplicationKind, nil) }

// refuseLong says why a text was not taken.
func (a *applications) refuseLong() {
	a.w.today.refused(&journal.Invalid{Field: "application", Problem: "This is more than one field can hold. Nothing was changed."})
}
