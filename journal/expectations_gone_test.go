package journal_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// proof is a journal in which entries support Coaches and Delivers.
func proof(t *testing.T) (j *journal.Journal, s *shelf, coaches, delivers journal.Expectation) {
	t.Helper()
	j, s = journalAt(evening)
	coaches = mustExpect(t, j, journal.Expectation{Name: "Coaches", Area: "People", Text: "Makes time", Extra: journal.Extra{"level": json.RawMessage(`3`)}})
	delivers = mustExpect(t, j, journal.Expectation{Name: "Delivers", Area: "Delivery"})
	mustSave(t, j, journal.Entry{ID: "018f4d2e-0000-7000-8000-000000000001", Body: "x", Evidence: []journal.Evidence{
		{Expectation: "Delivers", Note: "early"},
		{Expectation: "Coaches", Strength: journal.Quote, Chosen: true, Note: "Priya said", Extra: journal.Extra{"page": json.RawMessage(`2`)}},
		{Expectation: "Coaches", Note: "again"},
	}})
	mustSave(t, j, journal.Entry{ID: "018f4d2e-0000-7000-8000-000000000002", Body: "x", Evidence: []journal.Evidence{{Expectation: "Coaches"}}})
	mustSave(t, j, journal.Entry{ID: "018f4d2e-0000-7000-8000-000000000003", Body: "x"})
	return j, s, coaches, delivers
}

const (
	provesBoth = journal.ID("018f4d2e-0000-7000-8000-000000000001")
	provesOne  = journal.ID("018f4d2e-0000-7000-8000-000000000002")
)

func TestARemovedExpectationTakesItsEvidenceAlongAndBringsItBack(t *testing.T) {
	j, s, coaches, delivers := proof(t)
	before, transactions, heard := s.state(t), len(s.applied), hear(j)
	if err := j.RemoveExpectation(t.Context(), coaches.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.applied) != transactions+1 || len(s.expectations) != 1 || len(s.trash) != 1 {
		t.Errorf("in %d transactions; left are %+v", len(s.applied)-transactions, s.expectations)
	}
	both, one := s.entries[provesBoth].Evidence, s.entries[provesOne].Evidence
	if len(both) != 1 || both[0].Expectation != string(delivers.ID) || len(one) != 0 {
		t.Errorf("the entries support %+v and %+v", both, one)
	}
	want := []journal.Change{{Kind: journal.ExpectationsChanged}, {Kind: journal.EntriesChanged}}
	if diff := cmp.Diff(want, *heard); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if err := j.RestoreExpectation(t.Context(), coaches.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.state(t)); diff != "" {
		t.Errorf("brought back (-before +after):\n%s", diff)
	}
	if err := j.RestoreExpectation(t.Context(), coaches.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a second time: %v", err)
	}
}

// TestAnyOfThemRemovedTogetherComeBackAsTheyWere: whatever supports what.
func TestAnyOfThemRemovedTogetherComeBackAsTheyWere(t *testing.T) {
	ids := []journal.ID{
		"018f4d2e-0000-7000-8000-00000000000a", "018f4d2e-0000-7000-8000-00000000000b", "018f4d2e-0000-7000-8000-00000000000c",
	}
	rapid.Check(t, func(rt *rapid.T) {
		j, s := journalAt(evening)
		for i, id := range ids {
			s.expectations = append(s.expectations, journal.Expectation{ID: id, Name: string(id), Order: i})
		}
		for _, e := range rapid.SliceOfNDistinct(anyID(), 0, 4, rapid.ID).Draw(rt, "entries") {
			var evidence []journal.Evidence
			for _, id := range rapid.SliceOfN(rapid.SampledFrom(ids), 0, 5).Draw(rt, "evidence") {
				evidence = append(evidence, journal.Evidence{Expectation: string(id), Note: rapid.StringMatching(`[a-z]`).Draw(rt, "note")})
			}
			s.entries[e] = journal.Entry{ID: e, Revision: 1, Evidence: evidence}
		}
		before := s.state(t)
		gone := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 0, 3, rapid.ID).Draw(rt, "gone")
		if err := j.RemoveExpectation(t.Context(), gone...); err != nil {
			rt.Fatal(err)
		}
		if len(s.expectations) != len(ids)-len(gone) {
			rt.Fatalf("left are %+v", s.expectations)
		}
		if err := j.RestoreExpectation(t.Context(), gone...); err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(before, s.state(t)); diff != "" {
			rt.Fatalf("brought back (-before +after):\n%s", diff)
		}
	})
}

func TestEvidenceComesBackOnlyWhereItIsMissing(t *testing.T) {
	j, s, coaches, _ := proof(t)
	ctx := t.Context()
	if err := j.RemoveExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	s.expectations = append(s.expectations, journal.Expectation{ID: coaches.ID, Name: "Coaches, of an import"})
	edit(t, j, provesBoth, func(e *journal.Entry) {
		e.Evidence = []journal.Evidence{{Expectation: string(coaches.ID), Note: "of the import"}}
	})
	if err := j.RestoreExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.expectations) != 2 || s.expectations[1].Name != "Coaches, of an import" {
		t.Errorf("the expectations are %+v", s.expectations)
	}
	both, one := s.entries[provesBoth].Evidence, s.entries[provesOne].Evidence
	if len(both) != 1 || both[0].Note != "of the import" || len(one) != 1 || one[0].Expectation != string(coaches.ID) {
		t.Errorf("the entries support %+v and %+v", both, one)
	}
}

func TestAnEntryDeletedMeanwhileDoesNotKeepAnExpectationFromComingBack(t *testing.T) {
	j, s, coaches, _ := proof(t)
	if err := j.RemoveExpectation(t.Context(), coaches.ID); err != nil {
		t.Fatal(err)
	}
	delete(s.entries, provesBoth)
	if err := j.RestoreExpectation(t.Context(), coaches.ID); err != nil || len(s.entries[provesOne].Evidence) != 1 {
		t.Errorf("%v; it supports %+v", err, s.entries[provesOne].Evidence)
	}
}

func TestAnEntryThatWasOpenWhileAnExpectationWentLeavesItsEvidenceWithIt(t *testing.T) {
	j, s, coaches, delivers := proof(t)
	ctx := t.Context()
	late := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	late.Evidence = []journal.Evidence{{Expectation: string(coaches.ID), Note: "late"}, {Expectation: string(delivers.ID)}}
	if err := j.RemoveExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	saved := mustSave(t, j, late)
	if len(saved.Evidence) != 1 || saved.Evidence[0].Expectation != string(delivers.ID) || len(s.expectations) != 1 || len(s.trash) != 1 {
		t.Fatalf("it supports %+v; the expectations are %+v", saved.Evidence, s.expectations)
	}
	if err := j.RestoreExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	if got := s.entries[late.ID].Evidence; len(got) != 2 || got[0].Note != "late" {
		t.Errorf("brought back, it supports %+v", got)
	}
	if got := s.entries[provesOne].Evidence; len(got) != 1 {
		t.Errorf("the other one supports %+v", got)
	}
}

func TestNoExpectationIsRemovedWhereTheJournalCannotBeReadOrWritten(t *testing.T) {
	for _, refused := range []error{journal.ErrDamaged, journal.ErrNoSpace} {
		j, s, coaches, _ := proof(t)
		before, heard := s.state(t), hear(j)
		if refused == journal.ErrDamaged {
			s.unreadable = refused
		} else {
			s.refuse = refused
		}
		if err := j.RemoveExpectation(t.Context(), coaches.ID); !errors.Is(err, refused) || s.state(t) != before || len(*heard) != 0 {
			t.Errorf("%v; published %v", err, *heard)
		}
	}
}
