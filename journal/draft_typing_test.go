package journal_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"groundwork/journal"
)

func TestANameIsSavedWhileItIsTypedButNobodyIsMadeOfIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j, s := journalAt(time.Now())
		d := j.Draft(j.NewEntry(journal.FeedbackKind, j.Today(t.Context())), func(journal.DraftState) {})
		d.TypeGiver("Len")
		if err := d.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := s.only(t).Feedback.Giver; got != "Len" || len(s.people) != 0 {
			t.Errorf("the giver is %q, and there are %d people", got, len(s.people))
		}
	})
}

func TestANameThatIsTypedBecomesAPersonOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx := context.Background()
		j, s := journalAt(time.Now())
		lena, err := j.SavePerson(ctx, journal.Person{Name: "Lena Fischer", Relationship: "manager"})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"lena fischer", "Omar"} {
			d := j.Draft(j.NewEntry(journal.FeedbackKind, j.Today(ctx)), func(journal.DraftState) {})
			d.TypeGiver(name)
			if err := d.Flush(ctx); err != nil {
				t.Fatal(err)
			}
			if err := d.EndTyping(ctx); err != nil {
				t.Fatal(err)
			}
			if err := d.Flush(ctx); err != nil {
				t.Fatal(err)
			}
			got := d.Entry().Feedback
			if name == "lena fischer" && (got.Giver != string(lena.ID) || got.Relationship != "manager") {
				t.Errorf("%s became %+v", name, got)
			}
		}
		if len(s.people) != 2 || s.people[1].Name != "Omar" {
			t.Errorf("the people are %v", s.people)
		}
	})
}

func TestANameOfSpacesIsNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j, s := journalAt(time.Now())
		d := j.Draft(j.NewEntry(journal.FeedbackKind, j.Today(t.Context())), func(journal.DraftState) {})
		d.TypeGiver("  ")
		if err := d.EndTyping(t.Context()); err != nil {
			t.Fatal(err)
		}
		if e := d.Entry(); e.Feedback.Giver != "" || e.Typing || len(s.people) != 0 {
			t.Errorf("the giver is %q", e.Feedback.Giver)
		}
	})
}

func TestTheNextStageIsTheOneThatUsuallyFollows(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	for now, want := range map[string]string{
		"": "saved", "saved": "applied", "applied": "interview", "screening": "interview", "silent": "interview",
		"interview": "decision", "decision": "offer", "offer": "accepted", "accepted": "", "rejected": "", "withdrawn": "",
	} {
		a := journal.Application{}
		if now != "" {
			a.Stages = []journal.Stage{{Stage: now, Day: today}}
		}
		if got := a.NextStage(today); got != want {
			t.Errorf("after %q comes %q, want %q", now, got, want)
		}
	}
}
