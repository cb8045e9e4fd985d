package ui

import (
	"context"
	"time"

	"groundwork/journal"
	"groundwork/journal/timeline"
)

// bandZoom is how much of the time the band shows at once.
type bandZoom struct {
	scale timeline.Scale
	pitch float32 // how wide a column is at least
}

// bandZooms are the steps from weeks to decades: in the last one, thirty years
// stand beside each other.
func bandZooms() []bandZoom {
	return []bandZoom{{timeline.ByWeek, 44}, {timeline.ByMonth, 64}, {timeline.ByQuarter, 64}, {timeline.ByYear, 56}, {timeline.ByYear, 22}}
}

// The steps that matter by name: where one begins, and the widest.
const (
	zoomMonths  = 1
	zoomDecades = 4
)

// chronicleQuestion is what the timeline is asked to show.
type chronicleQuestion struct {
	filter journal.Filter
	zoom   int          // one of bandZooms
	span   journal.Span // whose milestones are wanted; zero for those around today
	rows   []window     // that are in sight
}

// chronicleSheet is what the timeline shows. It is read in one go off the UI
// goroutine, so that the page is painted once.
type chronicleSheet struct {
	facts  timeline.Facts
	band   timeline.Band
	marks  []journal.Milestone
	marked journal.Span // whose milestones these are
	runs   runs
	lines  map[window][]journal.TimelineLine
}

// chronicleReader reads what the timeline shows. It touches nothing of the
// window.
type chronicleReader struct {
	journal *journal.Journal
	week    time.Weekday
}

// sheet reads the whole page, with the rows that are in sight.
func (r chronicleReader) sheet(ctx context.Context, q chronicleQuestion) (s chronicleSheet, err error) {
	s.facts, err = timeline.Read(ctx, r.journal.Read(), timeline.Question{
		Filter: q.filter, Scale: bandZooms()[q.zoom].scale, Today: r.journal.Today(ctx), Week: r.week,
	})
	if err != nil {
		return s, err
	}
	s.band = s.facts.Band()
	s.marked = q.span
	if s.marked.From.IsZero() {
		s.marked = aroundToday(s.band)
	}
	if s.marks, err = r.marks(ctx, s.facts.Plan, s.marked, q.filter.NoPrivate); err != nil {
		return s, err
	}
	s.runs = newRuns(s.facts.Months())
	s.lines = map[window][]journal.TimelineLine{}
	for _, w := range append([]window{{}}, q.rows...) {
		if !s.runs.has(w) {
			continue
		}
		if err := r.fill(ctx, q.filter, s.runs, w, s.lines); err != nil {
			return s, err
		}
	}
	return s, nil
}

// columnsAround is how many columns before today milestones are read for at
// first: more than fit into a window.
const columnsAround = 36

// aroundToday gives the days of the band that come into sight first.
func aroundToday(b timeline.Band) journal.Span {
	if len(b.Columns) == 0 {
		return journal.Span{}
	}
	return journal.Span{From: b.Columns[max(b.Now-columnsAround, 0)].Span.From, Until: b.Columns[len(b.Columns)-1].Span.Until}
}

// marks reads the milestones of a span.
func (r chronicleReader) marks(ctx context.Context, plan journal.Plan, span journal.Span, noPrivate bool) ([]journal.Milestone, error) {
	return timeline.ReadMilestones(ctx, r.journal.Read(), plan, span, noPrivate)
}

// fill reads the lines of a window: after those of the window before where they
// are there, else with all before them in its run, which are then there too.
func (r chronicleReader) fill(ctx context.Context, f journal.Filter, all runs, w window, lines map[window][]journal.TimelineLine) error {
	f = within(f, all.list[w.run].span)
	from, after := window{run: w.run}, journal.ID("")
	if before := lines[window{w.run, w.part - 1}]; len(before) > 0 {
		from, after = w, before[len(before)-1].ID
	}
	read, err := r.journal.Read().TimelineLines(ctx, f, after, (w.part-from.part+1)*windowRows)
	if err != nil {
		return err
	}
	for part := from.part; part <= w.part; part++ {
		n := min(windowRows, len(read))
		lines[window{w.run, part}], read = read[:n:n], read[n:]
	}
	return nil
}

// within narrows a filter to a span.
func within(f journal.Filter, span journal.Span) journal.Filter {
	if f.Since.Before(span.From) {
		f.Since = span.From
	}
	if f.Until.IsZero() || f.Until.After(span.Until) {
		f.Until = span.Until
	}
	return f
}
