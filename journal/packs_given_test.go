package journal_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// theRound is the promotion round of the tests.
const theRound = journal.ID("018f4d2e-0000-7000-8000-00000000000a")

// round is a journal with a pack, and a promotion round that is applied for.
func round(t *testing.T) (*journal.Journal, *shelf, journal.Pack) {
	t.Helper()
	j, s := journalAt(evening)
	s.plan.TargetRole = &journal.Role{Title: "Team lead"}
	mustSave(t, j, journal.Entry{ID: theRound, Kind: journal.ApplicationKind, Title: "Spring", Application: &journal.Application{
		Route: journal.RoutePromotionRound, Stages: []journal.Stage{{Stage: "applied", Day: mustDay(t, "2026-11-01")}}, NextStep: "Talk",
	}})
	return j, s, mustPack(t, j, aPack())
}

// talk is what came of the talk of the tests.
func talk(t *testing.T) journal.Talk {
	return journal.Talk{
		Given: journal.Given{To: "Lena", On: mustDay(t, "2026-11-20"), Answer: "Bring two numbers.", NextOn: mustDay(t, "2026-12-12"), Application: theRound},
		Stage: "interview", NextStep: "Bring two numbers",
	}
}

func mustGive(t *testing.T, j *journal.Journal, id journal.ID, talk journal.Talk) journal.Handing {
	t.Helper()
	h, err := j.GivePack(t.Context(), id, talk)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestGivingAPackTakesItsRoundFurtherInTheSameChange(t *testing.T) {
	j, s, p := round(t)
	before, heard := len(s.applied), hear(j)
	h := mustGive(t, j, p.ID, talk(t))
	if len(s.applied) != before+1 || h.Round != theRound || h.NewRound {
		t.Errorf("in %d changes: %+v", len(s.applied)-before, h)
	}
	want := talk(t).Given
	if diff := cmp.Diff(&want, s.packs[0].Given); diff != "" {
		t.Errorf("the pack notes (-want +got):\n%s", diff)
	}
	a := s.entries[theRound].Application
	if len(a.Stages) != 2 || a.Stages[1].Stage != "interview" || a.Stages[1].Day != want.On || a.NextStep != "Bring two numbers" || a.NextStepOn != want.NextOn {
		t.Errorf("the round is %+v", a)
	}
	moved := []journal.Change{{Kind: journal.EntryChanged, ID: theRound, Day: s.entries[theRound].Day}, {Kind: journal.PacksChanged}}
	if diff := cmp.Diff(moved, *heard); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
}

func TestTakingBackWhatCameOfAPackLeavesBothAsTheyWere(t *testing.T) {
	j, s, p := round(t)
	round := s.entries[theRound]
	h := mustGive(t, j, p.ID, talk(t))
	if err := j.UndoGivePack(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	after := s.entries[theRound]
	after.Revision, after.Updated = round.Revision, round.Updated
	if diff := cmp.Diff(round, after); diff != "" || s.packs[0].Given != nil {
		t.Errorf("the pack notes %+v; the round (-before +after):\n%s", s.packs[0].Given, diff)
	}
}

func TestTakingItBackKeepsWhatWasChangedSince(t *testing.T) {
	j, s, p := round(t)
	h := mustGive(t, j, p.ID, talk(t))
	if _, err := j.EditEntry(t.Context(), theRound, func(e *journal.Entry) { e.Application.Lessons = "Numbers count" }); err != nil {
		t.Fatal(err)
	}
	if _, err := j.EditPack(t.Context(), p.ID, func(p *journal.Pack) { p.Given.Answer = "Yes" }); err != nil {
		t.Fatal(err)
	}
	if err := j.UndoGivePack(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	a := s.entries[theRound].Application
	if a.Lessons != "Numbers count" || len(a.Stages) != 2 || s.packs[0].Given == nil || s.packs[0].Given.Answer != "Yes" {
		t.Errorf("the round is %+v, the pack notes %+v", a, s.packs[0].Given)
	}
}

func TestANewRoundIsBegunForTheTargetRoleAndGoesWithTheUndo(t *testing.T) {
	j, s, p := round(t)
	talk := talk(t)
	talk.Given.Application, talk.NewRound = "", true
	h := mustGive(t, j, p.ID, talk)
	e := s.entries[h.Round]
	if !h.NewRound || e.Kind != journal.ApplicationKind || e.Day != talk.Given.On || s.packs[0].Given.Application != h.Round {
		t.Fatalf("began %+v", e)
	}
	if a := e.Application; a.Route != journal.RoutePromotionRound || a.Position != "Team lead" || len(a.Stages) != 1 {
		t.Errorf("the round is %+v", e.Application)
	}
	if err := j.UndoGivePack(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	if _, there := s.entries[h.Round]; there || s.packs[0].Given != nil {
		t.Errorf("left are %v, and the pack notes %+v", there, s.packs[0].Given)
	}
}

func TestAPackCanBeGivenWithoutARound(t *testing.T) {
	j, s, p := round(t)
	talk := talk(t)
	talk.Given.Application = ""
	h := mustGive(t, j, p.ID, talk)
	if h.Round != "" || s.packs[0].Given.Answer != "Bring two numbers." || len(s.entries[theRound].Application.Stages) != 1 {
		t.Errorf("noted %+v", h)
	}
}

func TestOnlyAnApplicationCanBeTheRoundOfAPack(t *testing.T) {
	j, s, p := round(t)
	note := mustSave(t, j, journal.Entry{Body: "x"})
	talk := talk(t)
	talk.Given.Application = note.ID
	_, err := j.GivePack(t.Context(), p.ID, talk)
	if field, _ := sentence(t, err); field != "given.application" || s.packs[0].Given != nil {
		t.Errorf("%s: %v", field, err)
	}
	talk.Given.Application = "018f4d2e-0000-7000-8000-0000000000ff"
	if _, err := j.GivePack(t.Context(), p.ID, talk); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a round that is not there: %v", err)
	}
}
