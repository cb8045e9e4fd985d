package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// export is the page on which entries leave the journal: which ones and in
// which form at the left, and at the right the very pages that are written. It
// is built when it comes into sight first.
type export struct {
	w      *Window
	ticket int // counts the reads; only the latest is shown

	room    *fyne.Container // nil before the first visit
	split   *parts.Split
	which   *exportWhich
	private *privateBox
	how     *exportHow
	tabs    *parts.Segmented // to the pages, where there is room for one column
	back    *parts.Segmented // and from there
	preview *pagePreview

	options journal.ExportOptions // what goes out; remembered nowhere
	form    handout.Form
	sheet   exportSheet
}

// exportSheet is what the page shows of the journal.
type exportSheet struct {
	today        journal.Day
	plan         journal.Plan
	expectations []journal.Expectation
	private      []journal.Line // entries that would go out but for being private
	count        int            // of the entries that go out
}

func newExport(w *Window) *export { return &export{w: w, form: handout.PDF} }

// goExport brings the page into sight.
func (x *export) goExport() { x.w.goTo(x) }

// centre is the page; it is built on the first visit.
func (x *export) centre() fyne.CanvasObject {
	if x.room == nil {
		x.build()
	}
	return x.room
}

// exportShare is what the choices take of the page.
const exportShare float32 = 0.48

func (x *export) build() {
	x.which, x.private, x.how = newExportWhich(x), newPrivateBox(x.w, x.letOut), newExportHow(x)
	x.preview = newPagePreview(x.w)
	x.tabs, x.back = x.newTabs(), x.newTabs()
	title := parts.Across(0, parts.NewText(lang.L("Export"), parts.TypePageTitle), parts.Spring(), x.tabs)
	words := sentenceText(lang.L("Before a review, or to keep elsewhere. You see every page before it is written."))
	choices := parts.Gutter(parts.Down(look.Space24, parts.Down(look.Space4, title, words), x.which.content, x.private.content), 0, 0)
	above := parts.NewScroller(choices)
	parts.RevealReached(choices, above.Reveal)
	left := container.New(footed{}, parts.Inset(above, look.Space24, 0, 0, 0), parts.Gutter(parts.Inset(x.how.content, look.Space12, 0, look.Space16, 0), 0, 0))
	desk := container.NewStack(parts.NewSurface(look.ColorNav, "", 0),
		parts.Inset(parts.DownFill(look.Space12, x.back, x.preview.content), look.Space32, look.Space40, look.Space20, look.Space40))
	x.split = parts.NewSplit(left, desk, exportShare)
	x.split.Narrow = x.w.frame.columns.RailHidden
	x.split.OnNarrow = x.wentNarrow
	x.room = container.NewStack(x.split)
	x.wentNarrow(x.split.IsNarrow())
}

// The columns of the page, as its tabs name them.
const (
	exportChoices = "choices"
	exportPages   = "pages"
)

func (x *export) newTabs() *parts.Segmented {
	return parts.NewSegmented([]parts.Segment{
		{Key: exportChoices, Label: lang.L("Choices")}, {Key: exportPages, Label: lang.L("Pages")},
	}, x.turn)
}

// turn brings one of the columns into sight, where there is room for one only.
func (x *export) turn(key string) {
	at := 0
	if key == exportPages {
		at = 1
	}
	x.split.Go(at)
	x.tabs.SetSelected(key)
	x.back.SetSelected(key)
}

func (x *export) wentNarrow(narrow bool) {
	setVisible(x.tabs, narrow)
	setVisible(x.back, narrow)
}

// side is nothing: the page takes all the room.
func (x *export) side() fyne.CanvasObject { return nil }

// shown reads what the page shows. Each visit begins with nothing let out.
func (x *export) shown() {
	x.options, x.private.out = journal.ExportOptions{}, nil
	x.turn(exportChoices)
	x.load(x.begin)
}

// begin puts the usual period in force and the keyboard into the choices.
func (x *export) begin() {
	x.which.choosePeriod(periodReview)
	x.w.win.Canvas().Focus(x.which.periods)
}

// escape goes back to Today.
func (x *export) escape() { x.w.goTo(x.w.today) }

// changed asks again for what a change may have moved.
func (x *export) changed(c journal.Change) {
	if c.Kind != journal.PacksChanged && c.Kind != journal.PromptsChanged && c.Kind != journal.SettingsChanged {
		x.load(nil)
	}
}

// choose changes which entries go out.
func (x *export) choose(change func(*journal.Filter)) {
	change(&x.options.Filter)
	x.load(nil)
}

// letOut lets private entries out that were ticked, or no more.
func (x *export) letOut() {
	x.options.Private = x.private.out
	x.load(nil)
}

// load reads what the page shows, and sets its pages anew. Where then is given,
// it goes on in place of that: it chooses what is shown first.
func (x *export) load(then func()) {
	x.ticket++
	ticket, r := x.ticket, exportReader{x.w.journal, x.options}
	task(x.w, "read what is to be exported", r.sheet, func(s exportSheet) {
		if ticket != x.ticket {
			return
		}
		x.sheet = s
		if then != nil {
			then()
			return
		}
		x.show()
	})
}

// show shows what was read.
func (x *export) show() {
	x.which.show()
	x.private.show(x.sheet.private)
	x.how.show()
	x.room.Refresh()
	x.setPages()
}

// setPages sets the very pages that would be written.
func (x *export) setPages() {
	request, maker, ticket := x.request(), x.maker(), x.ticket
	x.preview.set(func(ctx context.Context, progress func(int)) (*paper.Pages, string, error) {
		pages, report, err := maker.Preview(ctx, request, func(done, _ int) { progress(done) })
		if err == nil {
			x.w.onUI(func() { x.counted(ticket, report) })
		}
		return pages, lang.L("Preview: the pages as they are written"), err
	})
}

// counted says what goes out, once that is known.
func (x *export) counted(ticket int, r handout.Report) {
	if ticket == x.ticket {
		x.how.says.SetText(tallyWords(r.Tally))
	}
}

func (x *export) maker() handout.Maker { return handout.Maker{Journal: x.w.journal, Press: x.w.press} }

func (x *export) request() handout.Request {
	return handout.Request{Options: x.options, Form: x.form}
}

// exportReader reads what the page shows. It touches nothing of the window.
type exportReader struct {
	journal *journal.Journal
	options journal.ExportOptions
}

func (r exportReader) sheet(ctx context.Context) (s exportSheet, err error) {
	read := r.journal.Read()
	s.today = r.journal.Today(ctx)
	if s.plan, err = read.Plan(ctx); err != nil {
		return s, err
	}
	if s.expectations, err = read.Expectations(ctx); err != nil {
		return s, err
	}
	private := r.options.Filter
	private.OnlyPrivate = true
	if s.private, err = read.Lines(ctx, private, "", mostPrivateLines); err != nil {
		return s, err
	}
	open := r.options.Filter
	open.NoPrivate = true
	s.count, err = read.Count(ctx, open)
	s.count += len(r.options.Private)
	return s, err
}
