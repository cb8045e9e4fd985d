package data

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestOneOfEachDay_IsAStarredEntryElseTheLastOne(t *testing.T) {
	empty := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		entries := rapid.SliceOfNDistinct(ledgerEntry, 0, 12, func(e journal.Entry) journal.ID { return e.ID }).Draw(rt, "entries")
		if err := s.Apply(context.Background(), journal.Changes{Entries: entries}); err != nil {
			rt.Fatal(err)
		}
		days := rapid.SliceOfDistinct(nearDay, func(d journal.Day) journal.Day { return d }).Draw(rt, "days")
		public := rapid.Bool().Draw(rt, "public")
		got, err := s.OneOf(context.Background(), days, public)
		if err != nil {
			rt.Fatal(err)
		}
		var want []journal.ID
		for _, d := range slices.SortedFunc(slices.Values(days), func(a, b journal.Day) int { return b.Compare(a) }) {
			if best, ok := bestOf(entries, d, public); ok {
				want = append(want, best)
			}
		}
		var ids []journal.ID
		for _, l := range got {
			ids = append(ids, l.ID)
		}
		if !slices.Equal(ids, want) {
			rt.Errorf("of %v it finds %v, want %v", days, ids, want)
		}
	})
}

// bestOf counts plainly what OneOf finds in SQL. Entries of one instant are
// told apart by the order in which they were written.
func bestOf(all []journal.Entry, d journal.Day, public bool) (journal.ID, bool) {
	best := -1
	for i, e := range all {
		if e.Day != d || e.Precision != journal.ExactDay || public && e.Private {
			continue
		}
		if best < 0 || better(e, all[best]) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return all[best].ID, true
}

func better(a, b journal.Entry) bool {
	star := func(e journal.Entry) int {
		if e.Starred {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(star(a), star(b)), cmp.Compare(a.Created.UnixMilli(), b.Created.UnixMilli()), 1) > 0
}
