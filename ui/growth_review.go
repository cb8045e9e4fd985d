package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// reviewForm holds the dates that the timeline, the evidence and the exports
// go by: the review period, and the next round of promotions.
type reviewForm struct {
	g                  *growth
	content            *fyne.Container
	from, until, round *planDay
}

func newReviewForm(t *purposeTab) *reviewForm {
	f := &reviewForm{g: t.g}
	f.from = f.day(func(p *journal.Plan) *journal.Day { return &p.ReviewFrom })
	f.until = f.day(func(p *journal.Plan) *journal.Day { return &p.ReviewUntil })
	f.round = f.day(func(p *journal.Plan) *journal.Day { return &p.NextRound })
	f.from.read, f.until.read = f.readFrom, f.readUntil
	rows := parts.TwoColumns(look.Space28)
	for _, row := range []struct {
		label string
		day   *planDay
	}{{lang.X("From ‹a day on›", "From"), f.from}, {lang.L("Next round"), f.round}, {lang.L("Until"), f.until}} {
		row.day.line.OnFocus = func() { t.area.scroll.Reveal(row.day.line) }
		rows.Add(parts.FormRow(row.label, row.day.line))
	}
	f.content = section(lang.L("Review period and next round"), parts.NewParagraph(
		lang.L("What counts as proof for the coming review, and when promotions are decided next. Without a period the last twelve months count."), parts.TypeCaption, 18), rows)
	return f
}

// day makes a field for a day of the plan.
func (f *reviewForm) day(at func(*journal.Plan) *journal.Day) *planDay {
	return &planDay{dayField: newDayField(f.g.w, f.g.today, func(d journal.Day) {
		*at(&f.g.sheet.plan) = d // the other end is read against it at once
		f.g.edit("set the review period", func(p *journal.Plan) { *at(p) = d }, nil)
	})}
}

func (f *reviewForm) readFrom(text string, dates journal.Dates) (journal.Span, error) {
	return readReviewFrom(text, dates, f.g.sheet.plan.ReviewUntil)
}

func (f *reviewForm) readUntil(text string, dates journal.Dates) (journal.Span, error) {
	return readReviewUntil(text, dates, f.g.sheet.plan.ReviewFrom)
}

// show shows the dates, and says what they mean for today.
func (f *reviewForm) show(s growthSheet) {
	p := &s.plan
	f.from.update(p.ReviewFrom)
	f.until.update(p.ReviewUntil)
	f.round.update(p.NextRound)
	showDistance(f.until, p.ReviewUntil, s.today, lang.L("This day is past. When is the next review?"))
	showDistance(f.round, p.NextRound, s.today, lang.L("This day is past. When is the next round?"))
}

// planDay is a field for a day of the plan. It is filled anew only where the
// plan has another day than before: what could not be read stays as it was
// typed.
type planDay struct {
	*dayField
	shown journal.Day
}

func (d *planDay) update(day journal.Day) {
	if d.shown != day {
		d.shown = day
		d.show(day)
	}
}

// showDistance says below a day how far it is, or something else where it is
// past.
func showDistance(f *planDay, day, today journal.Day, past string) {
	switch {
	case day.IsZero():
		f.line.SetNote("", false)
	case day.Before(today):
		f.line.SetNote(past, true)
	default:
		f.line.SetNote(howLongAgo(day, today), false)
	}
}

// settle takes what is typed in the dates and not entered yet.
func (f *reviewForm) settle() {
	for _, d := range []*planDay{f.from, f.until, f.round} {
		d.line.Take()
	}
}
