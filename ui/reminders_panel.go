package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// calledPanel lists over any page what a reminder was about, to be ticked there
// or opened: the right of Today has no room in a narrow window, and lists what
// has been due for longest.
type calledPanel struct {
	r       *reminders
	span    journal.Span // of the days that the reminder was about
	rows    *fyne.Container
	overlay *parts.Overlay
}

// mostCalled is how many dues the panel lists at once.
const mostCalled = 6

// show opens the panel on what came due in a span of days.
func (r *reminders) show(span journal.Span) {
	r.w.foot.tellNothing()
	p := &calledPanel{r: r, span: span, rows: parts.Down(look.Space16)}
	r.panel = p
	p.read()
}

func (p *calledPanel) hide() { p.overlay.Hide() }

// closed is called when the panel is, however that came.
func (p *calledPanel) closed() { p.r.panel = nil }

// read reads again what is left, and opens the panel with the first answer.
func (p *calledPanel) read() {
	w := p.r.w
	j, noPrivate := w.journal, w.noPrivate()
	if j == nil {
		return // it was locked meanwhile
	}
	type answer struct {
		called journal.Called
		today  journal.Day
	}
	task(w, "read what is due", func(ctx context.Context) (answer, error) {
		called, err := j.Called(ctx, p.span, noPrivate)
		return answer{called, j.Today(ctx)}, err
	}, func(a answer) {
		if p.r.panel == p {
			p.took(a.called, a.today)
		}
	})
}

// took shows what is left.
func (p *calledPanel) took(c journal.Called, today journal.Day) {
	p.rows.Objects = nil
	for _, m := range c.Plan {
		p.rows.Add(p.date(m, today))
	}
	for _, due := range c.Dues[:min(len(c.Dues), mostCalled)] {
		p.rows.Add(p.r.w.today.rail.dues.row(due))
	}
	if rest := len(c.Dues) - mostCalled; rest > 0 {
		p.rows.Add(sentenceText(lang.L("And {{.Count}} more, when these are done.", values{"Count": rest})))
	}
	if len(p.rows.Objects) == 0 {
		p.rows.Add(sentenceText(lang.L("All of it is done.")))
	}
	if p.overlay == nil {
		shut := parts.NewButton(parts.Outline, lang.L("Close"), "", p.hide)
		p.overlay = p.r.w.overlayUntil(p.closed, lang.L("What is due"), p.rows, parts.Across(0, parts.Spring(), shut))
		p.overlay.Light = true // what is ticked is kept at once
	}
	p.overlay.Refresh()
	p.r.w.win.Canvas().Focus(p.overlay) // what had the keyboard may be gone; Tab leads to the first that is left
}

// date is the row of a date of the plan. It leads to the pack that one takes
// there, or, when the day is past, to where the next one is noted.
func (p *calledPanel) date(m journal.Milestone, today journal.Day) fyne.CanvasObject {
	title, day := milestoneWords(m, today)
	title = lang.L("{{.Title}}, {{.Day}}", values{"Title": title, "Day": day})
	caption, lead := howLongAgo(m.Day, today)+" · "+lang.L("Open evidence pack"), p.r.w.frame.pack.goPack
	if m.Day.Before(today) {
		caption, lead = lang.L("This day is past."), func() { p.r.w.frame.growth.openDate(m.Kind) }
	}
	return parts.NewRow(look.IconCalendar, look.ColorAccent, look.ColorAccentSoft, title, caption, func() { p.hide(); lead() })
}
