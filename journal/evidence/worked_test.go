package evidence_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/evidence"
)

func openStore(t testing.TB) journal.Store {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// TestCoverageOfAWorkedJournalIsWhatACountFromScratchFinds: after any sequence
// of changes, what the summary says is what the entries say.
func TestCoverageOfAWorkedJournalIsWhatACountFromScratchFinds(t *testing.T) {
	store := openStore(t)
	rapid.Check(t, func(r *rapid.T) {
		w := worker{r, journal.New(store, journal.Options{}), store}
		w.clear()
		for range rapid.IntRange(0, 12).Draw(r, "steps") {
			rapid.SampledFrom([]func(){w.write, w.write, w.edit, w.remove, w.retire}).Draw(r, "step")()
		}
		p := evidence.WholeMonths(aDay.Draw(r, "from"), aDay.Draw(r, "until"))
		for _, noPrivate := range []bool{false, true} {
			got, err := evidence.Read(context.Background(), store, p, noPrivate)
			w.did(err)
			if diff := cmp.Diff(w.fromScratch(p, noPrivate), got); diff != "" {
				r.Fatalf("private entries left out: %v; counted from scratch -, by the summary +:\n%s", noPrivate, diff)
			}
		}
	})
}

// aDay is around a leap day, and in two years.
var aDay = rapid.Custom(func(r *rapid.T) journal.Day {
	return journal.Day{Year: 2027, Month: 10, Date: 30}.AddDays(rapid.IntRange(0, 240).Draw(r, "day"))
})

// worker does to a journal what a user can do to its evidence.
type worker struct {
	*rapid.T
	j     *journal.Journal
	store journal.Store
}

func (w *worker) did(err error) {
	if err != nil {
		w.Fatal(err)
	}
}

// clear empties the journal.
func (w *worker) clear() {
	var c journal.Changes
	for e, err := range w.store.Entries(context.Background(), journal.Filter{}) {
		w.did(err)
		c.RemoveEntries = append(c.RemoveEntries, e.ID)
	}
	xs, err := w.store.Expectations(context.Background())
	w.did(err)
	for _, x := range xs {
		c.RemoveExpectations = append(c.RemoveExpectations, x.ID)
	}
	w.did(w.store.Apply(context.Background(), c))
}

// fill gives an entry another day, kind and evidence; it may support one
// expectation twice, by its name and once more.
func (w *worker) fill(e *journal.Entry) {
	e.Day = aDay.Draw(w.T, "day")
	e.Precision = rapid.SampledFrom([]journal.Precision{journal.ExactDay, journal.InMonth, journal.InQuarter}).Draw(w.T, "precision")
	e.Kind = rapid.SampledFrom(journal.Kinds()).Draw(w.T, "kind")
	e.Private = rapid.Bool().Draw(w.T, "private")
	e.Evidence = rapid.SliceOfN(rapid.Custom(func(r *rapid.T) journal.Evidence {
		return journal.Evidence{
			Expectation: rapid.SampledFrom([]string{"Coaches", "Decides", "coaches", "Hires"}).Draw(r, "expectation"),
			Strength:    rapid.SampledFrom(journal.Strengths()).Draw(r, "strength"), Chosen: true,
		}
	}), 0, 3).Draw(w.T, "evidence")
}

func (w *worker) write() {
	e := w.j.NewEntry(journal.Reflection, journal.Day{Year: 2028, Month: 1, Date: 1})
	w.fill(&e)
	_, err := w.j.SaveEntry(context.Background(), e)
	w.did(err)
}

func (w *worker) anEntry() (journal.ID, bool) {
	lines, err := w.store.Lines(context.Background(), journal.Filter{}, "", 0)
	w.did(err)
	if len(lines) == 0 {
		return "", false
	}
	return rapid.SampledFrom(lines).Draw(w.T, "entry").ID, true
}

func (w *worker) edit() {
	if id, ok := w.anEntry(); ok {
		_, err := w.j.EditEntry(context.Background(), id, w.fill)
		w.did(err)
	}
}

func (w *worker) remove() {
	if id, ok := w.anEntry(); ok {
		w.did(w.store.Apply(context.Background(), journal.Changes{RemoveEntries: []journal.ID{id}}))
	}
}

// retire changes an expectation: retired or not, and its area.
func (w *worker) retire() {
	xs, err := w.store.Expectations(context.Background())
	w.did(err)
	if len(xs) == 0 {
		return
	}
	x := rapid.SampledFrom(xs).Draw(w.T, "expectation")
	x.Retired = !x.Retired
	x.Area = rapid.SampledFrom([]string{"", "People", "Delivery"}).Draw(w.T, "area")
	w.did(w.store.Apply(context.Background(), journal.Changes{Expectations: []journal.Expectation{x}}))
}

// fromScratch counts entry by entry.
func (w *worker) fromScratch(p evidence.Period, noPrivate bool) evidence.Coverage {
	c := evidence.Coverage{Period: p}
	xs, err := w.store.Expectations(context.Background())
	w.did(err)
	c.Recency.Months = p.Months()
	c.Recency.Last = (c.Recency.Months + 5) / 6
	for _, x := range xs {
		row := w.rowOf(x, p, noPrivate)
		if x.Retired {
			c.Retired = append(c.Retired, row)
			continue
		}
		c.Totals.Expectations++
		for state, count := range map[journal.EvidenceState]*int{
			journal.Gap: &c.Totals.Gaps, journal.Thin: &c.Totals.Thin, journal.Old: &c.Totals.Old, journal.Strong: &c.Totals.Strong,
		} {
			if row.State == state {
				*count++
			}
		}
		c.Recency.Evidence += row.Entries
		for i, month := range row.Months {
			if i >= c.Recency.Months-c.Recency.Last {
				c.Recency.Recent += month.Entries
			}
		}
		at := 0
		for at < len(c.Areas) && c.Areas[at].Name != x.Area {
			at++
		}
		if at == len(c.Areas) {
			c.Areas = append(c.Areas, evidence.Area{Name: x.Area})
		}
		c.Areas[at].Rows = append(c.Areas[at].Rows, row)
	}
	return c
}

func (w *worker) rowOf(x journal.Expectation, p evidence.Period, noPrivate bool) evidence.Row {
	row := evidence.Row{Expectation: x, State: journal.Strong, Months: make([]journal.Proof, p.Months())}
	for e, err := range w.store.Entries(context.Background(), journal.Filter{}) {
		w.did(err)
		if e.Day.Before(p.From) || e.Day.After(p.Until) || noPrivate && e.Private {
			continue
		}
		supports, strongest := false, journal.Strength("")
		for _, v := range e.Evidence {
			if v.Expectation == string(x.ID) {
				supports = true
				if v.Strength.Rank() > strongest.Rank() {
					strongest = v.Strength
				}
			}
		}
		if !supports {
			continue
		}
		month := &row.Months[(e.Day.Year-p.From.Year)*12+int(e.Day.Month)-int(p.From.Month)]
		for _, proof := range []*journal.Proof{month, &row.Proof} {
			proof.Entries++
			if strongest.Rank() > proof.Strongest.Rank() {
				proof.Strongest = strongest
			}
			if e.Day.After(proof.Newest) {
				proof.Newest = e.Day
			}
		}
	}
	firstHalf := p.Months() / 2
	switch {
	case row.Entries == 0:
		row.State = journal.Gap
	case row.Entries == 1 || row.Strongest == journal.OwnWord:
		row.State = journal.Thin
	case row.Newest.Before(p.From.AddMonths(firstHalf)):
		row.State = journal.Old
	}
	return row
}
