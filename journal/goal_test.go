package journal_test

import (
	"encoding/json"
	"slices"
	"testing"

	"groundwork/journal"
)

func TestAGoalRemembersWhenItWasMetAlsoThroughItsJSON(t *testing.T) {
	g := journal.Goal{ID: "g", Text: "Read", State: journal.GoalOpen, Extra: journal.Extra{"x": json.RawMessage("1")}}
	g.Stand(journal.GoalDone, dated("2025-12-01"))
	text, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	var back journal.Goal
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if back.MetOn() != dated("2025-12-01") || string(back.Extra["x"]) != "1" {
		t.Errorf("%s comes back met on %v, with %v", text, back.MetOn(), back.Extra)
	}
}

func TestAGoalThatIsOpenAgainWasNotMet(t *testing.T) {
	var g journal.Goal
	g.Stand(journal.GoalDone, dated("2025-12-01"))
	g.Stand(journal.GoalDone, dated("2026-01-01"))
	if g.MetOn() != dated("2025-12-01") {
		t.Errorf("meeting it twice moves the day to %v", g.MetOn())
	}
	g.Stand(journal.GoalOpen, dated("2026-02-01"))
	if !g.MetOn().IsZero() || len(g.Extra) != 0 {
		t.Errorf("open, it was met on %v: %v", g.MetOn(), g.Extra)
	}
}

func TestADayThatIsNoneIsNotWhenAGoalWasMet(t *testing.T) {
	for _, value := range []string{`"2026-02-30"`, `"soon"`, `7`, `null`} {
		g := journal.Goal{State: journal.GoalDone, Extra: journal.Extra{"metOn": json.RawMessage(value)}}
		if !g.MetOn().IsZero() {
			t.Errorf("%s is read as %v", value, g.MetOn())
		}
	}
}

func TestGoalsStandInTheOrderInWhichTheyAskForSomething(t *testing.T) {
	met := func(id journal.ID, on string) journal.Goal {
		g := journal.Goal{ID: id}
		g.Stand(journal.GoalDone, dated(on))
		return g
	}
	plan := journal.Plan{Goals: []journal.Goal{
		{ID: "dropped", State: journal.GoalDropped},
		{ID: "some day"},
		met("met first", "2025-10-01"),
		{ID: "met some time", State: journal.GoalDone},
		{ID: "later", Due: dated("2026-05-01")},
		met("met last", "2025-12-01"),
		{ID: "soon", Due: dated("2026-03-01"), State: journal.GoalOpen},
	}}
	var got []journal.ID
	for _, g := range plan.GoalsInOrder() {
		got = append(got, g.ID)
	}
	if want := []journal.ID{"soon", "later", "some day", "met last", "met first", "met some time", "dropped"}; !slices.Equal(got, want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
	if plan.Goals[0].ID != "dropped" {
		t.Error("the plan itself was sorted")
	}
}

func TestOnlyAnOpenGoalIsOverdueAndNotOnItsDay(t *testing.T) {
	today := dated("2026-03-12")
	for _, c := range []struct {
		goal journal.Goal
		want bool
	}{
		{journal.Goal{Due: dated("2026-03-11")}, true},
		{journal.Goal{Due: today}, false},
		{journal.Goal{}, false},
		{journal.Goal{Due: dated("2026-03-11"), State: journal.GoalDone}, false},
	} {
		if got := c.goal.Overdue(today); got != c.want {
			t.Errorf("%+v: %v", c.goal, got)
		}
	}
}

func TestAGoalIsFoundInThePlanToBeChanged(t *testing.T) {
	plan := journal.Plan{Goals: []journal.Goal{{ID: "a"}, {ID: "b"}}}
	plan.Goal("b").Text = "changed"
	if plan.Goals[1].Text != "changed" || plan.Goal("c") != nil {
		t.Errorf("%+v", plan.Goals)
	}
}

// dated is the day of a text that is one.
func dated(text string) journal.Day {
	d, err := journal.ReadDay(text)
	if err != nil {
		panic(err)
	}
	return d
}
