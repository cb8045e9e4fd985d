package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// role opens a journal with expectations given as "area: name".
func role(t testing.TB, all ...string) (*journal.Journal, *shelf) {
	t.Helper()
	j, s := journalAt(evening)
	for i, text := range all {
		area, name, _ := strings.Cut(text, ": ")
		s.expectations = append(s.expectations, journal.Expectation{ID: journal.ID(name), Name: name, Area: area, Order: i + 1})
	}
	return j, s
}

// asks lists the expectations in their order, as role takes them.
func (s *shelf) asks(t testing.TB) []string {
	t.Helper()
	all, err := s.Expectations(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{}
	for _, x := range all {
		texts = append(texts, x.Area+": "+x.Name)
	}
	return texts
}

func TestThoseThatAreOrderedShareOutTheirPlaces(t *testing.T) {
	j, s := role(t, "P: a", "D: b", "P: c", "P: d")
	heard := hear(j)
	if err := j.ReorderExpectations(t.Context(), []journal.ID{"d", "a", "c"}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"P: d", "D: b", "P: a", "P: c"}, s.asks(t)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.ExpectationsChanged}}, *heard); diff != "" {
		t.Error(diff)
	}
	if n := len(s.applied[0].Expectations); n != 3 {
		t.Errorf("%d are written, want the 3 that moved", n)
	}
}

func TestExpectationsWithoutAnOrderGetOne(t *testing.T) {
	j, s := role(t, "P: a", "P: b", "P: c")
	for i := range s.expectations {
		s.expectations[i].Order = 0
	}
	if err := j.ReorderExpectations(t.Context(), []journal.ID{"c", "b"}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"P: a", "P: c", "P: b"}, s.asks(t)); diff != "" {
		t.Error(diff)
	}
}

func TestAnyOrderCanBeHad(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,3}`), 0, 8, rapid.ID).Draw(rt, "names")
		texts := make([]string, len(names))
		for i, name := range names {
			texts[i] = fmt.Sprintf("%s: %s", rapid.SampledFrom([]string{"P", "D", ""}).Draw(rt, "area"), name)
		}
		j, s := role(t, texts...)
		wanted := rapid.Permutation(texts).Draw(rt, "wanted")
		ids := make([]journal.ID, len(wanted))
		for i, text := range wanted {
			_, name, _ := strings.Cut(text, ": ")
			ids[i] = journal.ID(name)
		}
		if err := j.ReorderExpectations(t.Context(), ids); err != nil {
			rt.Fatal(err)
		}
		if got := s.asks(t); !slices.Equal(got, wanted) {
			rt.Fatalf("%q came out as %q", wanted, got)
		}
	})
}

func TestOneThatIsNamedTwiceHasNoOrder(t *testing.T) {
	j, s := role(t, "P: a", "P: b")
	err := j.ReorderExpectations(t.Context(), []journal.ID{"b", "b"})
	if field, _ := sentence(t, err); field != "order" || len(s.applied) != 0 {
		t.Errorf("%s; %d writes", field, len(s.applied))
	}
}

func TestWhatMovesToAnAreaStandsAtItsEnd(t *testing.T) {
	for name, c := range map[string]struct {
		area  string
		moved []journal.ID
		want  []string
	}{
		"one":                     {"D", []journal.ID{"a"}, []string{"P: b", "D: c", "D: d", "D: a", "S: e"}},
		"two keep their order":    {"D", []journal.ID{"b", "a"}, []string{"D: c", "D: d", "D: a", "D: b", "S: e"}},
		"its case does not count": {"d ", []journal.ID{"e"}, []string{"P: a", "P: b", "D: c", "D: d", "D: e"}},
		"one that is there":       {"P", []journal.ID{"a"}, []string{"P: a", "P: b", "D: c", "D: d", "S: e"}},
		"a new area":              {"New\none", []journal.ID{"c"}, []string{"P: a", "P: b", "D: d", "S: e", "New one: c"}},
		"no area":                 {"", []journal.ID{"b"}, []string{"P: a", "D: c", "D: d", "S: e", ": b"}},
	} {
		j, s := role(t, "P: a", "P: b", "D: c", "D: d", "S: e")
		if err := j.MoveToArea(t.Context(), c.area, c.moved...); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, s.asks(t)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAnAreaIsRenamedAndUndone(t *testing.T) {
	before := []string{"P: a", "p: b", "Delivery: c", ": d"}
	for name, c := range map[string]struct {
		from, to string
		want     []string
		change   journal.AreaChange
	}{
		"a new name":          {"p", " People\n", []string{"People: a", "People: b", "Delivery: c", ": d"}, journal.AreaChange{To: "People", Expectations: 2}},
		"another case":        {"P", "p", []string{"p: a", "p: b", "Delivery: c", ": d"}, journal.AreaChange{To: "p", Expectations: 2}},
		"one that is there":   {"P", "delivery", []string{"Delivery: a", "Delivery: b", "Delivery: c", ": d"}, journal.AreaChange{To: "Delivery", Expectations: 2, Merged: true}},
		"no area gets a name": {"", "Self", []string{"P: a", "p: b", "Delivery: c", "Self: d"}, journal.AreaChange{To: "Self", Expectations: 1}},
		"one that is not":     {"x", "y", before, journal.AreaChange{To: "y"}},
	} {
		j, s := role(t, before...)
		change, err := j.RenameArea(t.Context(), c.from, c.to)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, s.asks(t)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if change.To != c.change.To || change.Expectations != c.change.Expectations || change.Merged != c.change.Merged {
			t.Errorf("%s: %+v", name, change)
		}
		if err := j.UndoRenameArea(t.Context(), change); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before, s.asks(t)); diff != "" {
			t.Errorf("%s, undone (-want +got):\n%s", name, diff)
		}
	}
}

func TestUndoingTheNewNameOfAnAreaKeepsWhatWasMovedSince(t *testing.T) {
	j, s := role(t, "P: a", "P: b", "D: c")
	change, err := j.RenameArea(t.Context(), "P", "People")
	if err != nil {
		t.Fatal(err)
	}
	if err := j.MoveToArea(t.Context(), "D", "a"); err != nil {
		t.Fatal(err)
	}
	if err := j.UndoRenameArea(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"P: b", "D: c", "D: a"}, s.asks(t)); diff != "" {
		t.Error(diff)
	}
}
