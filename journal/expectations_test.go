package journal_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func mustExpect(t testing.TB, j *journal.Journal, x journal.Expectation) journal.Expectation {
	t.Helper()
	stored, err := j.SaveExpectation(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func TestANewExpectationStandsOnOneLineAfterAllOthers(t *testing.T) {
	j, s := journalAt(evening)
	s.expectations = []journal.Expectation{{ID: "1", Name: "Coaches", Area: "People", Order: 7}}
	heard := hear(j)
	x := mustExpect(t, j, journal.Expectation{Name: " Sets\r\ngoals ", Text: "Everyone\nknows", Area: " people\n"})
	want := journal.Expectation{ID: x.ID, Name: "Sets goals", Text: "Everyone\nknows", Area: "People", Order: 8}
	if diff := cmp.Diff(want, x); diff != "" || x.ID == "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(x, s.expectations[1]); diff != "" {
		t.Errorf("stored is something else: %s", diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.ExpectationsChanged}}, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestAnExpectationThatBreaksARuleIsRefusedInASentence(t *testing.T) {
	j, s := journalAt(evening)
	there := mustExpect(t, j, journal.Expectation{Name: "Coaches"})
	retired := mustExpect(t, j, journal.Expectation{Name: "Caf\u00e9"})
	if err := j.RetireExpectation(t.Context(), retired.ID); err != nil {
		t.Fatal(err)
	}
	before := s.state(t)
	const again = "There is an expectation with this name already."
	for name, c := range map[string]struct {
		x           journal.Expectation
		field, what string
	}{
		"no name":        {journal.Expectation{Name: " \n"}, "name", "A name needs at least one letter."},
		"a long name":    {journal.Expectation{Name: strings.Repeat("é", 201)}, "name", "A name can hold at most 200 letters."},
		"a name again":   {journal.Expectation{Name: "COACHES "}, "name", again},
		"a change to it": {journal.Expectation{ID: retired.ID, Name: "coaches"}, "name", again},
		"a retired name": {
			journal.Expectation{Name: "CAFE\u0301"},
			"name",
			"You retired an expectation with this name. Bring it back, and what proves it stays in one place.",
		},
		"a long area": {journal.Expectation{Name: "x", Area: strings.Repeat("é", 201)}, "area", "The name of an area can hold at most 200 letters."},
	} {
		_, err := j.SaveExpectation(t.Context(), c.x)
		if field, what := sentence(t, err); field != c.field || what != c.what {
			t.Errorf("%s: %s, %s", name, field, what)
		}
	}
	_, err := j.AddExpectations(t.Context(), []journal.Expectation{{Name: "Fine"}, {Name: " "}})
	if field, _ := sentence(t, err); field != "name" || s.state(t) != before {
		t.Errorf("several: %s; stored is %s", field, s.state(t))
	}
	if x := mustExpect(t, j, journal.Expectation{ID: there.ID, Name: "COACHES"}); x.Name != "COACHES" {
		t.Errorf("its own name in another case became %q", x.Name)
	}
}

func TestNamesFromElsewhereDoNotStandInTheWayOfAnythingElse(t *testing.T) {
	j, s := journalAt(evening)
	long := strings.Repeat("x", 300)
	s.expectations = []journal.Expectation{{ID: "1", Name: long}, {ID: "2", Name: long}}
	x, err := j.EditExpectation(t.Context(), "1", func(x *journal.Expectation) { x.Text = "Shown in May" })
	if err != nil || x.Name != long || x.Text != "Shown in May" {
		t.Errorf("stored as %+v, %v", x, err)
	}
}

func TestAnExpectationIsChangedWithoutLosingWhatOthersChange(t *testing.T) {
	j, s := journalAt(evening)
	x := mustExpect(t, j, journal.Expectation{Name: "Coaches"})
	var edits sync.WaitGroup
	for range 20 {
		edits.Go(func() {
			if _, err := j.EditExpectation(t.Context(), x.ID, func(x *journal.Expectation) { x.Text += "x" }); err != nil {
				t.Error(err)
			}
		})
	}
	edits.Wait()
	if got := s.expectations[0].Text; got != strings.Repeat("x", 20) {
		t.Errorf("the text is %q", got)
	}
}

func TestAnExpectationThatIsNotThereIsNotFound(t *testing.T) {
	j, s := journalAt(evening)
	ctx := t.Context()
	x := mustExpect(t, j, journal.Expectation{Name: "Coaches"})
	before := s.state(t)
	_, saved := j.SaveExpectation(ctx, journal.Expectation{ID: "none", Name: "x"})
	for what, err := range map[string]error{
		"save": saved, "retire": j.RetireExpectation(ctx, "none"), "revive": j.ReviveExpectation(ctx, "none"),
		"remove": j.RemoveExpectation(ctx, x.ID, "none"), "restore": j.RestoreExpectation(ctx, x.ID),
		"order": j.ReorderExpectations(ctx, []journal.ID{"none", x.ID}), "move": j.MoveToArea(ctx, "People", x.ID, "none"),
	} {
		if !errors.Is(err, journal.ErrNotFound) || s.state(t) != before {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestWhatIsThereAlreadyIsNotAddedAgain(t *testing.T) {
	j, s := journalAt(evening)
	renamed := mustExpect(t, j, journal.Expectation{Name: "Mine", Source: "steps/qualities/service"})
	retired := mustExpect(t, j, journal.Expectation{Name: "Openness", Retired: true})
	set := []journal.Expectation{
		{ID: "theirs", Name: " Juice", Text: "Earn weight", Area: "Influence", Source: "steps/qualities/juice"},
		{Name: "Service", Source: "steps/qualities/service"},
		{Name: "OPENNESS", Source: "steps/qualities/openness"},
		{Name: "juice"},
		{Name: "Space", Area: "influence", Source: "steps/qualities/space", Retired: true},
	}
	heard, transactions := hear(j), len(s.applied)
	added, err := j.AddExpectations(t.Context(), set)
	if err != nil || len(added) != 2 || added[0].ID == "theirs" || added[0].ID == added[1].ID {
		t.Fatalf("added %+v, %v", added, err)
	}
	want := []journal.Expectation{
		renamed, retired,
		{ID: added[0].ID, Name: "Juice", Text: "Earn weight", Area: "Influence", Order: 3, Source: "steps/qualities/juice"},
		{ID: added[1].ID, Name: "Space", Area: "Influence", Order: 4, Source: "steps/qualities/space"},
	}
	if diff := cmp.Diff(want, s.expectations); diff != "" || len(s.applied) != transactions+1 {
		t.Errorf("in %d transactions (-want +got):\n%s", len(s.applied)-transactions, diff)
	}
	if added, err = j.AddExpectations(t.Context(), set); err != nil || len(added) != 0 || len(*heard) != 1 {
		t.Errorf("a second time added %+v, %v; published %v", added, err, *heard)
	}
}

func TestARetiredExpectationKeepsItsEvidenceAndItsPlace(t *testing.T) {
	j, s := journalAt(evening)
	ctx := t.Context()
	x := mustExpect(t, j, journal.Expectation{Name: "Coaches", Area: "People"})
	mustExpect(t, j, journal.Expectation{Name: "Delivers"})
	mustSave(t, j, journal.Entry{Body: "x", Evidence: []journal.Evidence{{Expectation: "coaches", Note: "twice"}}})
	before := s.state(t)
	if err := j.RetireExpectation(ctx, x.ID); err != nil || !s.expectations[0].Retired {
		t.Fatalf("%v; the expectations are %+v", err, s.expectations)
	}
	if err := j.ReviveExpectation(ctx, x.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.state(t)); diff != "" {
		t.Errorf("revived (-before +after):\n%s", diff)
	}
}

func TestAnEntryMaySupportWhatIsRetired(t *testing.T) {
	j, s := journalAt(evening)
	x := mustExpect(t, j, journal.Expectation{Name: "Coaches", Retired: true})
	e := mustSave(t, j, journal.Entry{Body: "x", Evidence: []journal.Evidence{{Expectation: "COACHES"}}})
	if e.Evidence[0].Expectation != string(x.ID) || len(s.expectations) != 1 {
		t.Errorf("it supports %+v; the expectations are %+v", e.Evidence, s.expectations)
	}
}
