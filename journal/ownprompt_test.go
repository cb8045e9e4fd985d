package journal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// journalOfQuestions opens a journal over a shelf and counts what it publishes.
func journalOfQuestions() (*journal.Journal, *shelf, *[]journal.ChangeKind) {
	s := newShelf()
	j := journal.New(s, journal.Options{Now: at(evening)})
	var rung []journal.ChangeKind
	j.Listen(func(c journal.Change) { rung = append(rung, c.Kind) })
	return j, s, &rung
}

func texts(all []journal.OwnPrompt) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.Text)
	}
	return out
}

func TestOwnQuestionsAreAddedChangedRemovedAndBroughtBack(t *testing.T) {
	j, s, rung := journalOfQuestions()
	ctx := t.Context()
	p, err := j.AddOwnPrompt(ctx, journal.OwnPrompt{Text: "  What did I\r\nlearn?\n", Kind: journal.MomentKind, Element: "a/b/c"})
	if err != nil || p.ID == "" || p.Text != "What did I learn?" {
		t.Fatalf("added %+v, %v", p, err)
	}
	p.Text, p.Paused = "What did I see?", true
	if _, err = j.ChangeOwnPrompt(ctx, p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.OwnPrompt{p}, s.own); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	gone, err := j.RemoveOwnPrompt(ctx, p.ID)
	if err != nil || len(s.own) != 0 || gone.ID != p.ID {
		t.Fatalf("removed %+v: %v, %v left", gone, err, s.own)
	}
	if err = j.RestoreOwnPrompt(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.OwnPrompt{p}, s.own); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	want := []journal.ChangeKind{journal.PromptsChanged, journal.PromptsChanged, journal.PromptsChanged, journal.PromptsChanged}
	if diff := cmp.Diff(want, *rung); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
}

func TestOwnQuestionsThatBreakARuleAreRefused(t *testing.T) {
	j, s, rung := journalOfQuestions()
	for name, p := range map[string]journal.OwnPrompt{
		"empty": {Text: " \n "}, "too long": {Text: strings.Repeat("é", journal.MaxOwnPrompt+1)},
		"kind": {Text: "x", Kind: "poem"}, "not UTF-8": {Text: "x\xff"},
	} {
		if _, err := j.AddOwnPrompt(t.Context(), p); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := j.ChangeOwnPrompt(t.Context(), journal.OwnPrompt{ID: "none", Text: "x"}); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("changed one that is not there: %v", err)
	}
	if _, err := j.RemoveOwnPrompt(t.Context(), "none"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("removed one that is not there: %v", err)
	}
	if len(s.applied) > 0 || len(*rung) > 0 {
		t.Error("something was written or published")
	}
}

func TestAFileOfQuestionsIsTakenInLineByLine(t *testing.T) {
	j, s, rung := journalOfQuestions()
	s.own = []journal.OwnPrompt{{ID: "1", Text: "Is it there already?"}}
	file := "\ufeffWho helped me?\r\n\n  \nis IT there   already?\nWhat next?\nwho helped me?\n" + strings.Repeat("x", journal.MaxOwnPrompt+1) + "\nbad\xff\nWithout an end"
	got, err := j.ImportOwnPrompts(t.Context(), strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Is it there already?", "Who helped me?", "What next?", "Without an end"}; !slices.Equal(texts(s.own), want) {
		t.Errorf("the questions are %q", texts(s.own))
	}
	var lines []int
	for _, l := range got.Skipped {
		lines = append(lines, l.Line)
		if l.Why == "" {
			t.Errorf("line %d is skipped without a reason", l.Line)
		}
	}
	if got.Added != 3 || !slices.Equal(lines, []int{4, 6, 7, 8}) || len(s.applied) != 1 || len(*rung) != 1 {
		t.Errorf("added %d, skipped %v, in %d transactions, %d published", got.Added, lines, len(s.applied), len(*rung))
	}
	var out strings.Builder
	if err := j.WriteOwnPrompts(t.Context(), &out); err != nil || out.String() != strings.Join(texts(s.own), "\n")+"\n" {
		t.Errorf("written: %q, %v", out.String(), err)
	}
}

func TestAFileThatIsNoListOfQuestionsIsRefusedWhole(t *testing.T) {
	for name, file := range map[string]string{
		"one endless line": strings.Repeat("x", 5<<20), "many lines": strings.Repeat("?\n", 4<<20),
	} {
		j, s, _ := journalOfQuestions()
		if _, err := j.ImportOwnPrompts(t.Context(), strings.NewReader(file)); !errors.Is(err, journal.ErrInvalid) || len(s.own) > 0 {
			t.Errorf("%s: %v, %d added", name, err, len(s.own))
		}
	}
}

func TestAGoalIsAddedToThePlan(t *testing.T) {
	j, s, rung := journalOfQuestions()
	s.plan.DismissedPrompts = []string{"kept"}
	g, err := j.AddGoal(t.Context(), journal.Goal{Kind: "habit", Text: "Ask first", Element: "a/b/c"})
	if err != nil || g.ID == "" || g.State != "open" {
		t.Fatalf("added %+v, %v", g, err)
	}
	if diff := cmp.Diff(journal.Plan{DismissedPrompts: []string{"kept"}, Goals: []journal.Goal{g}}, s.plan); diff != "" {
		t.Errorf("the plan (-want +got):\n%s", diff)
	}
	for name, wrong := range map[string]journal.Goal{"no words": {Text: " "}, "kind": {Text: "x", Kind: "dream"}} {
		if _, err := j.AddGoal(t.Context(), wrong); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !slices.Equal(*rung, []journal.ChangeKind{journal.PlanChanged}) {
		t.Errorf("published %v", *rung)
	}
}
