package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// retrospect is the page that looks back on a week or a month: what moved, what
// feedback came, what is due, one question, and the year in days. It is built
// on the first visit.
type retrospect struct {
	w       *Window
	page    *fyne.Container
	head    *retrospectHead
	year    *retrospectYear
	body    *fyne.Container // the sections, made anew for each stretch
	scroll  *parts.Scroller
	stretch lookback.Stretch
	day     journal.Day // in the stretch; zero before the first visit
	sheet   retrospectSheet
	ticket  int // counts the reads; only the latest is shown

	arriving bool // the keyboard is to come to the page
}

// retrospectSheet is what the page shows of the journal.
type retrospectSheet struct {
	today    journal.Day
	stretch  lookback.Stretch
	sum      lookback.Summary
	question prompts.Prompt // without a key where there is none
	streak   lookback.Streak
	hidden   bool // the writer does not want to see the streak
	days     []journal.DayCount
}

// retrospectWidth is the measure of the page.
const retrospectWidth float32 = 760

func newRetrospect(w *Window) *retrospect { return &retrospect{w: w, page: container.NewStack()} }

// goLookBack brings the page into sight, on the stretch that was looked at
// last.
func (w *Window) goLookBack() { w.goTo(w.frame.retrospect) }

// centre is the page itself.
func (r *retrospect) centre() fyne.CanvasObject { return r.page }

// side is nothing.
func (r *retrospect) side() fyne.CanvasObject { return nil }

// shown reads what the page shows.
func (r *retrospect) shown() {
	if r.head == nil {
		r.build()
	}
	r.arriving = true
	r.load()
}

// escape goes back to Today.
func (r *retrospect) escape() { r.w.goTo(r.w.today) }

// changed asks again for what a change may have moved.
func (r *retrospect) changed(c journal.Change) {
	if c.Kind != journal.PacksChanged && c.Kind != journal.PromptsChanged {
		r.load()
	}
}

// build makes the page without anything in it.
func (r *retrospect) build() {
	r.head, r.year, r.body = newRetrospectHead(r), newRetrospectYear(r), parts.Down(look.Space28)
	column := parts.Down(look.Space24, r.head.content, r.body, r.year.content)
	r.scroll = parts.NewScroller(parts.Gutter(parts.Measure(retrospectWidth, parts.Inset(column, look.Space24, 0, look.Space40, 0)), 0, 0))
	parts.RevealReached(column, r.scroll.Reveal)
	r.page.Objects = []fyne.CanvasObject{r.scroll}
}

// turn looks at a week or a month.
func (r *retrospect) turn(s lookback.Stretch) {
	r.stretch = s
	r.load()
}

// step goes to the stretch before or after.
func (r *retrospect) step(by int) {
	span := r.sheet.sum.Span
	if by < 0 {
		r.day = span.From.AddDays(-1)
	} else {
		r.day = span.Until.AddDays(1)
	}
	if r.day.After(r.sheet.today) {
		r.day = r.sheet.today
	}
	r.load()
}

// load reads what the page shows.
func (r *retrospect) load() {
	r.ticket++
	q := retrospectQuestion{
		journal: r.w.journal, guide: r.w.guide, noPrivate: r.w.noPrivate(),
		stretch: r.stretch, day: r.day, first: r.w.weekBegins,
	}
	ticket := r.ticket
	task(r.w, "look back", q.read, func(s retrospectSheet) {
		if ticket == r.ticket {
			r.took(s)
		}
	})
}

// took shows what was read.
func (r *retrospect) took(s retrospectSheet) {
	r.sheet = s
	if r.day.IsZero() {
		r.day = s.today
	}
	r.head.show(s)
	r.year.show(s)
	r.body.Objects = r.sections(s)
	parts.RevealReached(r.body, r.scroll.Reveal)
	r.body.Refresh()
	r.page.Refresh()
	if r.arriving {
		r.arriving = false
		r.w.win.Canvas().Focus(r.head.stretch)
	}
}

// retrospectQuestion is what is asked of the journal. It touches nothing of the
// window.
type retrospectQuestion struct {
	journal   *journal.Journal
	guide     *prompts.Guide
	noPrivate bool
	stretch   lookback.Stretch
	day       journal.Day // zero is today
	first     time.Weekday
}

func (q retrospectQuestion) read(ctx context.Context) (s retrospectSheet, err error) {
	s.today, s.stretch = q.journal.Today(ctx), q.stretch
	day := q.day
	if day.IsZero() {
		day = s.today
	}
	if s.sum, err = lookback.Read(ctx, q.journal, q.stretch.Span(day, q.first), q.noPrivate); err != nil {
		return s, err
	}
	if s.question, err = q.question(ctx, s.sum.Span); err != nil {
		return s, err
	}
	hidden, err := q.journal.Setting(ctx, journal.SettingStreak)
	if err != nil {
		return s, err
	}
	if s.hidden = hidden == journal.StreakHidden; !s.hidden {
		if s.streak, err = lookback.ReadStreak(ctx, q.journal.Read(), s.today); err != nil {
			return s, err
		}
	}
	year := journal.Filter{Since: s.today.AddDays(-daysOfYear), Until: s.today, NoPrivate: q.noPrivate}
	s.days, err = q.journal.Read().DayCounts(ctx, year)
	return s, err
}

// daysOfYear is how far back the year reaches: 53 weeks.
const daysOfYear = 53 * 7

func (q retrospectQuestion) question(ctx context.Context, span journal.Span) (prompts.Prompt, error) {
	catalogue, err := q.guide.Catalogue()
	if err != nil {
		return prompts.Prompt{}, err
	}
	plan, err := q.journal.Read().Plan(ctx)
	if err != nil {
		return prompts.Prompt{}, err
	}
	question, _ := lookback.Question(catalogue, plan.DismissedPrompts, span)
	return question, nil
}

// setFirstWeekday has the weeks begin on another day.
func (r *retrospect) setFirstWeekday(first time.Weekday) {
	if r.year != nil {
		r.year.heat.SetFirstWeekday(first)
	}
}
