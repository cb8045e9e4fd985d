package sample_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

var today = journal.Day{Year: 2026, Month: 11, Date: 20}

// shelf keeps what is written into it, and is quicker than a disk.
type shelf struct {
	journal.Store
	all journal.Changes // together
}

func (s *shelf) Apply(_ context.Context, c journal.Changes) error {
	s.all.Entries = append(s.all.Entries, c.Entries...)
	s.all.People = append(s.all.People, c.People...)
	s.all.Expectations = append(s.all.Expectations, c.Expectations...)
	s.all.OwnPrompts = append(s.all.OwnPrompts, c.OwnPrompts...)
	s.all.Packs = append(s.all.Packs, c.Packs...)
	if c.Plan != nil {
		s.all.Plan = c.Plan
	}
	return nil
}

func (s *shelf) Count(context.Context, journal.Filter) (int, error) {
	return len(s.all.Entries), nil
}
func (s *shelf) People(context.Context) ([]journal.Person, error) { return s.all.People, nil }
func (s *shelf) Expectations(context.Context) ([]journal.Expectation, error) {
	return s.all.Expectations, nil
}

// filled makes a new journal with n sample entries in it, oldest first.
func filled(t testing.TB, n int, seed uint64) *shelf {
	t.Helper()
	s := &shelf{}
	check(t, sample.Fill(context.Background(), s, n, seed, today))
	return s
}

// onDisk makes the same in a real store.
func onDisk(t testing.TB, n int, seed uint64) journal.Store {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(context.Background())
	check(t, err)
	t.Cleanup(func() { check(t, store.Close()) })
	check(t, sample.Fill(context.Background(), store, n, seed, today))
	return store
}

func TestFillWritesExactlyAsManyEntriesAsAsked(t *testing.T) {
	for _, n := range []int{1, 2, 7, 60, 1001} {
		if got := len(filled(t, n, 1).all.Entries); got != n {
			t.Errorf("Fill(%d) wrote %d entries", n, got)
		}
	}
}

func TestAStoreTakesTheSampleAsItIs(t *testing.T) {
	want := filled(t, 130, 4).all.Entries
	var got []journal.Entry
	for e, err := range onDisk(t, 130, 4).Entries(context.Background(), journal.Filter{}) {
		check(t, err)
		got = append(got, e)
	}
	byID := func(a, b journal.Entry) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(got, byID)
	slices.SortFunc(want, byID)
	if diff := gocmp.Diff(text(t, want), text(t, got)); diff != "" {
		t.Error(diff)
	}
}

func TestFillHoldsSomethingOfEverything(t *testing.T) {
	s := filled(t, 60, 7)
	kinds := map[journal.Kind]int{}
	var private, starred, tagged, involved, evidence int
	for _, e := range s.all.Entries {
		if err := e.Validate(); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		kinds[e.Kind]++
		private += count(e.Private)
		starred += count(e.Starred)
		tagged += count(len(e.Tags) > 0)
		involved += count(len(e.People) > 0)
		evidence += len(e.Evidence)
	}
	for _, k := range journal.Kinds() {
		if kinds[k] == 0 {
			t.Errorf("60 entries hold no %s", k)
		}
	}
	for what, n := range map[string]int{
		"private entries": private, "starred entries": starred, "entries with tags": tagged,
		"entries with people": involved, "evidence": evidence, "people": len(s.all.People),
		"expectations": len(s.all.Expectations), "goals": len(s.all.Plan.Goals), "metrics": len(s.all.Plan.Metrics),
		"own prompts": len(s.all.OwnPrompts), "packs": len(s.all.Packs),
	} {
		if n == 0 {
			t.Errorf("60 entries come with no %s", what)
		}
	}
	if private > 6 {
		t.Errorf("%d of 60 entries are private, want a few", private)
	}
}

func TestFillGoesBackFromTodayDayByDay(t *testing.T) {
	all := filled(t, 1000, 3).all.Entries
	perDay := map[journal.Day]int{}
	var blurred int
	for _, e := range all {
		if e.Day.After(today) {
			t.Errorf("%s lies on %s, after today", e.ID, e.Day)
		}
		if e.Precision != journal.ExactDay {
			blurred++
			continue
		}
		if e.Day != journal.DayOf(e.Created) {
			t.Errorf("%s is filed on %s and written on %s", e.ID, e.Day, e.Created)
		}
		perDay[e.Day]++
	}
	for day, n := range perDay {
		if n > 3 {
			t.Errorf("%d entries on %s, want one to three", n, day)
		}
	}
	if perDay[today] == 0 {
		t.Error("no entry today")
	}
	if blurred == 0 {
		t.Error("no entry is known by its month or quarter only")
	}
	if oldest := all[0].Day.DaysUntil(today); oldest < 1000/3 || oldest > 1000 {
		t.Errorf("1000 entries go back %d days", oldest)
	}
}

func TestFillWritesBodiesOfTheRightLength(t *testing.T) {
	all := filled(t, 3000, 5).all.Entries
	var sum, bytes, giants int
	for _, e := range all {
		words := len(strings.Fields(e.Body))
		sum += words
		bytes += len(e.Body)
		switch {
		case words == 2000:
			giants++
		case words < 20 || words > 800:
			t.Errorf("a body of %d words", words)
		}
	}
	if giants != 3 {
		t.Errorf("%d of 3000 bodies have 2000 words, want 3", giants)
	}
	if mean := sum / len(all); mean < 190 || mean > 210 {
		t.Errorf("bodies average %d words, want 200", mean)
	}
	if mean := bytes / len(all); mean < 1100 || mean > 1300 {
		t.Errorf("bodies average %d bytes, want 1200", mean)
	}
}

func TestFillIsTheSameForTheSameSeedAndDay(t *testing.T) {
	one, two, other := filled(t, 120, 9).all, filled(t, 120, 9).all, filled(t, 120, 10).all
	if diff := gocmp.Diff(text(t, one), text(t, two)); diff != "" {
		t.Errorf("the same seed makes another journal:\n%s", diff)
	}
	if text(t, one) == text(t, other) {
		t.Error("another seed makes the same journal")
	}
}

func TestFillPointsOnlyToWhatIsThere(t *testing.T) {
	c := filled(t, 400, 2).all
	there := map[string]bool{"": true}
	for _, e := range c.Entries {
		there[string(e.ID)] = true
	}
	for _, p := range c.People {
		there[string(p.ID)] = true
	}
	for _, x := range c.Expectations {
		there[string(x.ID)] = true
	}
	var refs []string
	for _, e := range c.Entries {
		for _, id := range e.Links {
			refs = append(refs, string(id))
		}
		for _, p := range e.People {
			refs = append(refs, p.Person)
		}
		for _, v := range e.Evidence {
			refs = append(refs, v.Expectation)
		}
		if f := e.Feedback; f != nil {
			refs = append(refs, f.Giver)
			for _, id := range f.ActedOnIn {
				refs = append(refs, string(id))
			}
		}
	}
	for _, g := range c.Plan.Goals {
		refs = append(refs, g.Person)
	}
	for _, ref := range refs {
		if !there[ref] {
			t.Errorf("something points to %s, which is not there", ref)
		}
	}
	if len(refs) < 400 {
		t.Errorf("400 entries point to %d things", len(refs))
	}
}

func TestFillLeavesAJournalWithEntriesAlone(t *testing.T) {
	store := filled(t, 3, 1)
	err := sample.Fill(context.Background(), store, 5, 1, today)
	if !errors.Is(err, journal.ErrNotEmpty) {
		t.Errorf("Fill = %v, want ErrNotEmpty", err)
	}
	if n := len(store.all.Entries); n != 3 {
		t.Errorf("%d entries afterwards, want 3", n)
	}
	if err := sample.Fill(context.Background(), store, 0, 1, today); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("Fill(0) = %v, want ErrInvalid", err)
	}
}

func BenchmarkFill10000(b *testing.B) {
	for b.Loop() {
		onDisk(b, 10_000, 1)
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func text(t testing.TB, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	check(t, err)
	return string(b)
}
