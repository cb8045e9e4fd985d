package journal_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestARemovedQuestionLiesInTheTrashWholeUntilItIsBroughtBack(t *testing.T) {
	j, s, rung := journalOfQuestions()
	ctx := t.Context()
	p := journal.OwnPrompt{
		ID: "1", Text: "What is <new>?", Kind: journal.MomentKind, Element: "a/b/c", Paused: true,
		Extra: journal.Extra{"colour": json.RawMessage(`"<&>é"`), "size": json.RawMessage(`1.50`)},
	}
	s.own = []journal.OwnPrompt{p, {ID: "2", Text: "And next?"}}
	s.trash = []journal.Trashed{{ID: "3", What: "of a later version", Content: json.RawMessage(`1`)}}
	for _, id := range []journal.ID{"1", "2"} {
		if _, err := j.RemoveOwnPrompt(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.applied) != 2 || len(s.own) != 0 || !s.trash[0].Deleted.Equal(evening) || s.trash[0].What != journal.TrashedPrompt {
		t.Errorf("in %d transactions the trash became %+v", len(s.applied), s.trash)
	}
	lying, err := j.TrashedPrompts(ctx)
	if diff := cmp.Diff([]journal.OwnPrompt{{ID: "2", Text: "And next?"}, p}, lying); err != nil || diff != "" {
		t.Errorf("in the trash, %v (-want +got):\n%s", err, diff)
	}
	if err := j.RestoreOwnPrompt(ctx, "1"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.OwnPrompt{p}, s.own); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	for _, id := range []journal.ID{"1", "3"} { // twice, and what is no question
		if err := j.RestoreOwnPrompt(ctx, id); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v", id, err)
		}
	}
	if len(s.applied) != 3 || len(s.trash) != 2 || len(*rung) != 3 {
		t.Errorf("%d transactions, %d left in the trash, %v published", len(s.applied), len(s.trash), *rung)
	}
}

func TestAQuestionFromTheTrashReplacesNoOther(t *testing.T) {
	j, s, _ := journalOfQuestions()
	s.own = []journal.OwnPrompt{{ID: "1", Text: "Old?"}}
	if _, err := j.RemoveOwnPrompt(t.Context(), "1"); err != nil {
		t.Fatal(err)
	}
	s.own = []journal.OwnPrompt{{ID: "1", Text: "New?"}}
	err := j.RestoreOwnPrompt(t.Context(), "1")
	if err != nil || len(s.own) != 2 || s.own[0].Text != "New?" || s.own[1].Text != "Old?" || s.own[1].ID == "1" {
		t.Errorf("brought back: %+v, %v", s.own, err)
	}
}

func TestTrashThatCannotBeReadIsDamage(t *testing.T) {
	j, s, _ := journalOfQuestions()
	s.trash = []journal.Trashed{{ID: "1", What: journal.TrashedPrompt, Content: json.RawMessage(`{"text":`)}}
	if _, err := j.TrashedPrompts(t.Context()); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("listed: %v", err)
	}
	if err := j.RestoreOwnPrompt(t.Context(), "1"); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("brought back: %v", err)
	}
}
