package sample_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

var today = journal.Day{Year: 2026, Month: 11, Date: 20}

// filled opens a new journal with n sample entries in it.
func filled(t testing.TB, n int, seed uint64) journal.Store {
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
	if err := sample.Fill(context.Background(), store, n, seed, today); err != nil {
		t.Fatal(err)
	}
	return store
}

// entries reads all entries, oldest first.
func entries(t testing.TB, store journal.Store) []journal.Entry {
	t.Helper()
	var all []journal.Entry
	for e, err := range store.Entries(context.Background(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	slices.Reverse(all)
	return all
}

func TestFillWritesExactlyAsManyEntriesAsAsked(t *testing.T) {
	for _, n := range []int{1, 2, 7, 60, 1001} {
		if got := len(entries(t, filled(t, n, 1))); got != n {
			t.Errorf("Fill(%d) wrote %d entries", n, got)
		}
	}
}

func TestFillHoldsSomethingOfEverything(t *testing.T) {
	ctx := context.Background()
	store := filled(t, 60, 7)
	kinds := map[journal.Kind]int{}
	var private, starred, tagged, involved, evidence int
	for _, e := range entries(t, store) {
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
	people, err := store.People(ctx)
	check(t, err)
	expectations, err := store.Expectations(ctx)
	check(t, err)
	plan, err := store.Plan(ctx)
	check(t, err)
	prompts, err := store.OwnPrompts(ctx)
	check(t, err)
	packs, err := store.Packs(ctx)
	check(t, err)
	for what, n := range map[string]int{
		"private entries": private, "starred entries": starred, "entries with tags": tagged,
		"entries with people": involved, "evidence": evidence, "people": len(people),
		"expectations": len(expectations), "goals": len(plan.Goals), "metrics": len(plan.Metrics),
		"own prompts": len(prompts), "packs": len(packs),
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
	all := entries(t, filled(t, 1000, 3))
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
	all := entries(t, filled(t, 3000, 5))
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
	one, two, other := entries(t, filled(t, 120, 9)), entries(t, filled(t, 120, 9)), entries(t, filled(t, 120, 10))
	if diff := cmp.Diff(text(t, one), text(t, two)); diff != "" {
		t.Errorf("the same seed makes another journal:\n%s", diff)
	}
	if text(t, one) == text(t, other) {
		t.Error("another seed makes the same journal")
	}
}

func TestFillPointsOnlyToWhatIsThere(t *testing.T) {
	ctx := context.Background()
	store := filled(t, 400, 2)
	there := map[string]bool{"": true}
	all := entries(t, store)
	for _, e := range all {
		there[string(e.ID)] = true
	}
	people, err := store.People(ctx)
	check(t, err)
	expectations, err := store.Expectations(ctx)
	check(t, err)
	for _, p := range people {
		there[string(p.ID)] = true
	}
	for _, x := range expectations {
		there[string(x.ID)] = true
	}
	plan, err := store.Plan(ctx)
	check(t, err)
	var refs []string
	for _, e := range all {
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
	for _, g := range plan.Goals {
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
	if n := len(entries(t, store)); n != 3 {
		t.Errorf("%d entries afterwards, want 3", n)
	}
	if err := sample.Fill(context.Background(), store, 0, 1, today); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("Fill(0) = %v, want ErrInvalid", err)
	}
}

func BenchmarkFill10000(b *testing.B) {
	for b.Loop() {
		filled(b, 10_000, 1)
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
