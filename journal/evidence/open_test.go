package evidence_test

import (
	"testing"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// TestEveryFigureCanBeOpened: what a figure says it was counted from is as
// much as the figure.
func TestEveryFigureCanBeOpened(t *testing.T) {
	store := openStore(t)
	c := manyEntries(4000)
	c.Plan = &journal.Plan{ReviewFrom: today.AddMonths(-30), ReviewUntil: today}
	if err := store.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	for _, noPrivate := range []bool{false, true} {
		f, err := evidence.Gather(t.Context(), store, evidence.Options{Today: today, NoPrivate: noPrivate})
		if err != nil {
			t.Fatal(err)
		}
		o := opening{t, store}
		for _, s := range evidence.Steps(f) {
			o.opens(s.Element, s.Behind.Entries, s.Says.Entries)
			for _, p := range s.Parts {
				o.opens(p.Key, &journal.Filter{Shows: p.Shows, NoPrivate: noPrivate}, p.Entries)
			}
			if s.Behind.Feedback != nil {
				o.opensFeedback(s.Element, *s.Behind.Feedback, s.Of)
			}
			if applications := s.Behind.Applications; len(applications) != s.Says.Open+s.Says.Closed {
				t.Errorf("%s: %d applications behind %d", s.Element, len(applications), s.Says.Open+s.Says.Closed)
			}
		}
		for _, driver := range evidence.Accelerators(f) {
			for _, a := range driver {
				o.opens(a.Element, a.Behind.Entries, a.Entries)
			}
		}
		for _, c := range evidence.Ready(f) {
			want := c.Entries
			switch c.Key {
			case "management/leader-first/next-level", "management/noticed/business-sense":
				want = c.Moments
			case evidence.LineQuotes:
				want = c.Pieces
			case evidence.LineNumbers:
				want = c.Have
			case evidence.LineFeedback:
				o.opensFeedback(c.Key, *c.Behind.Feedback, c.Pieces)
			}
			o.opens(c.Key, c.Behind.Entries, want)
		}
		for _, row := range f.Coverage.Rows() {
			for _, column := range f.Coverage.Period.Columns(evidence.ByQuarter) {
				filter := row.Filter(column)
				filter.NoPrivate = noPrivate
				o.opens(row.Expectation.Name, &filter, row.Over(f.Coverage.Period, column).Entries)
			}
		}
	}
}

type opening struct {
	t     *testing.T
	store journal.Store
}

func (o opening) opens(what string, filter *journal.Filter, figure int) {
	o.t.Helper()
	if filter == nil {
		return
	}
	count, err := o.store.Count(o.t.Context(), *filter)
	if err != nil || count != figure {
		o.t.Errorf("%s: %d entries behind %d (%v)", what, count, figure, err)
	}
}

func (o opening) opensFeedback(what string, filter journal.FeedbackFilter, figure int) {
	o.t.Helper()
	all, err := o.store.Feedback(o.t.Context(), filter)
	if err != nil || len(all) != figure {
		o.t.Errorf("%s: %d pieces of feedback behind %d (%v)", what, len(all), figure, err)
	}
}
