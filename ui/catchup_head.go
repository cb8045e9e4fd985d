package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// catchUpHead says above the months how near the review is, and holds the
// fields for its period.
type catchUpHead struct {
	c           *catchUp
	paste       *parts.Button // leads to the list in a narrow window
	below       *parts.Paragraph
	period      *fyne.Container
	from, until *dayField
	open        bool // the fields were asked for
	content     fyne.CanvasObject
}

func newCatchUpHead(c *catchUp) *catchUpHead {
	h := &catchUpHead{c: c, below: sentenceText("")}
	back := parts.NewButton(parts.Quiet, lang.L("Today"), look.IconChevronLeft, c.goToday)
	back.Ink, back.Height = look.ColorInk2, look.Space24
	h.paste = parts.NewButton(parts.Outline, lang.L("Paste a list"), look.IconNone, c.goList)
	h.paste.Hide()
	change := parts.NewIconButton(look.IconCalendar, lang.L("Review period"), h.toggle)
	h.from, h.until = newPastDayField(c.w, c.day, h.setFrom), newDayField(c.w, c.day, h.setUntil)
	h.from.read, h.until.read = h.readFrom, h.readUntil
	h.period = parts.Flow(look.Space8, look.Space8,
		parts.FormRow(lang.L("Review from"), fixedWidth(dateWidth, h.from.line)),
		parts.FormRow(lang.L("Review until"), fixedWidth(dateWidth, h.until.line)))
	title := parts.Across(look.Space8, parts.NewText(lang.L("Catch up"), parts.TypePageTitle), parts.Spring(), h.paste, change)
	words := parts.Down(look.Space12, parts.Down(0, parts.Inset(parts.Across(0, back), 0, 0, 0, -look.Space12), title, h.below), h.period)
	all := parts.Down(look.Space12+look.Space4, words, parts.NewHairline())
	h.content = parts.Gutter(parts.Inset(all, look.Space24, 0, 0, 0), 0, 0)
	return h
}

// show says how near the review is.
func (h *catchUpHead) show(r catchUpRead) {
	h.below.SetText(reviewLine(r.plan, r.today))
	h.from.show(r.plan.ReviewFrom)
	h.until.show(r.plan.ReviewUntil)
	setVisible(h.period, h.open || r.plan.ReviewUntil.IsZero())
	h.c.page.Refresh()
}

// toggle shows the fields of the period, or puts them away.
func (h *catchUpHead) toggle() {
	h.open = !h.period.Visible()
	setVisible(h.period, h.open)
	h.c.page.Refresh()
	if h.open {
		h.c.w.win.Canvas().Focus(h.from.line.Editor)
	}
}

func (h *catchUpHead) readFrom(text string, dates journal.Dates) (journal.Span, error) {
	return readReviewFrom(text, dates, h.c.read.plan.ReviewUntil)
}

func (h *catchUpHead) readUntil(text string, dates journal.Dates) (journal.Span, error) {
	return readReviewUntil(text, dates, h.c.read.plan.ReviewFrom)
}

func (h *catchUpHead) setFrom(d journal.Day) { h.keep(func(p *journal.Plan) { p.ReviewFrom = d }) }

func (h *catchUpHead) setUntil(d journal.Day) {
	h.open = h.period.Visible() // it stays while one is at it
	h.keep(func(p *journal.Plan) { p.ReviewUntil = d })
}

// keep writes the period into the plan; the page is read again by the change.
func (h *catchUpHead) keep(change func(*journal.Plan)) {
	j := h.c.w.journal
	task(h.c.w, "set the review period", func(ctx context.Context) (journal.Plan, error) {
		return j.EditPlan(ctx, func(p *journal.Plan) error { change(p); return nil })
	}, func(journal.Plan) {})
}

// reviewLine says how near the review is, and what is asked for.
func reviewLine(plan journal.Plan, today journal.Day) string {
	until := plan.ReviewUntil
	days := values{"Days": today.DaysUntil(until), "Day": shortDay(until, today)}
	switch n := today.DaysUntil(until); {
	case until.IsZero():
		return lang.L("When is your review? Say it here, or just begin: one line a month is enough; kinds and proof can wait.")
	case n < 0:
		return lang.L("The review period ended on {{.Day}}. One line a month is enough; kinds and proof can wait.", days)
	case n == 0:
		return lang.L("Review today. One line a month is enough; kinds and proof can wait.")
	case n == 1:
		return lang.L("Review tomorrow. One line a month is enough; kinds and proof can wait.")
	}
	return lang.L("Review in {{.Days}} days. One line a month is enough; kinds and proof can wait.", days)
}

func (c *catchUp) goToday() { c.w.goTo(c.w.today) }

func (c *catchUp) day() journal.Day { return c.read.today }
