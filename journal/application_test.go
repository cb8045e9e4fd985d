package journal_test

import (
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// staged makes an application from "stage day" in turn.
func staged(t testing.TB, route string, all ...string) *journal.Application {
	t.Helper()
	a := &journal.Application{Route: route}
	for i := 0; i < len(all); i += 2 {
		s := journal.Stage{Stage: all[i]}
		if all[i+1] != "" {
			s.Day = mustDay(t, all[i+1])
		}
		a.Stages = append(a.Stages, s)
	}
	return a
}

func TestAnApplicationIsInTheLastStageWhoseDayHasCome(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for want, a := range map[string]*journal.Application{
		"":          staged(t, "", "interview", "2026-03-13"),
		"applied":   staged(t, "", "saved", "2026-03-01", "applied", "2026-03-12", "interview", "2026-03-13"),
		"screening": staged(t, "", "applied", "2026-03-05", "screening", "2026-03-01"), // written last, though dated earlier
		"decision":  staged(t, "", "applied", "2026-03-05", "decision", ""),
	} {
		if got := a.CurrentStage(today); got != want {
			t.Errorf("it is in %q, want %q", got, want)
		}
	}
}

func TestAnApplicationEndsUntilSomethingHappensAgain(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for _, end := range []string{"accepted", "rejected", "withdrawn"} {
		if !staged(t, "", "applied", "2026-03-01", end, "2026-03-05").Ended(today) {
			t.Errorf("%s does not end it", end)
		}
		if staged(t, "", end, "2026-03-05", "interview", "2026-03-07").Ended(today) {
			t.Errorf("after %s an interview does not begin it again", end)
		}
		if staged(t, "", "applied", "2026-03-01", end, "2026-03-13").Ended(today) {
			t.Errorf("%s tomorrow ends it today", end)
		}
	}
	if staged(t, "", "silent", "2026-01-01").Ended(today) {
		t.Error("silence ends it")
	}
}

func TestDaysInAStageAreCountedFromItsDay(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	if days, known := staged(t, "", "applied", "2026-03-09").DaysIn(today); days != 3 || !known {
		t.Errorf("%d days, %v", days, known)
	}
	for _, a := range []*journal.Application{staged(t, ""), staged(t, "", "applied", "")} {
		if days, known := a.DaysIn(today); days != 0 || known {
			t.Errorf("%d days, %v", days, known)
		}
	}
}

func TestSilenceIsMeasuredByTheRoute(t *testing.T) {
	applied := mustDay(t, "2026-01-01")
	for route, days := range map[string]int{"": 21, "external": 21, "internal": 31, "volunteer": 31, "promotion-round": 91} {
		a := staged(t, route, "applied", applied.String())
		if a.Silent(applied.AddDays(days)) || !a.Silent(applied.AddDays(days+1)) {
			t.Errorf("%q is not silent just after %d days", route, days)
		}
	}
}

func TestWhoHasSomethingAheadOrIsToMoveHasNoSilence(t *testing.T) {
	today := mustDay(t, "2026-06-12")
	for what, a := range map[string]*journal.Application{
		"not sent yet":       staged(t, "", "saved", "2026-01-01"),
		"an offer":           staged(t, "", "applied", "2026-01-01", "offer", "2026-01-20"),
		"over":               staged(t, "", "applied", "2026-01-01", "rejected", "2026-01-20"),
		"an interview ahead": staged(t, "", "applied", "2026-01-01", "interview", "2026-06-13"),
		"nothing dated":      staged(t, "", "applied", ""),
		"nothing at all":     staged(t, ""),
		"moved lately":       staged(t, "", "interview", "2026-06-10", "screening", "2026-01-01"),
	} {
		if a.Silent(today) {
			t.Errorf("%s counts as silent", what)
		}
	}
	a := staged(t, "", "applied", "2026-01-01")
	a.NextStep, a.NextStepOn = "Call", today
	if a.Silent(today) || !a.Silent(today.AddDays(1)) {
		t.Error("a step that is due today is not looked at")
	}
	if noted := staged(t, "promotion-round", "applied", "2026-06-01", "silent", "2026-06-10"); !noted.Silent(today) {
		t.Error("noted as silent it is not")
	}
}

func TestAStageBeforeTheOneItFollowsIsOutOfOrder(t *testing.T) {
	a := staged(t, "", "applied", "2026-03-05", "screening", "", "interview", "2026-03-01", "decision", "2026-03-01", "offer", "2026-03-07")
	for i, want := range []bool{false, false, true, false, false} {
		if got := a.OutOfOrder(i); got != want {
			t.Errorf("stage %d: %v", i, got)
		}
	}
}

func TestRulesOfAnApplicationHoldForAnyStages(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := anyApplication().Draw(r, "application")
		today := anyDay().Draw(r, "today")
		at := a.Current(today)
		for i, s := range a.Stages {
			if i > at && !s.Day.After(today) {
				r.Fatalf("stage %d has come, and the current one is %d", i, at)
			}
			_ = a.OutOfOrder(i)
		}
		if at >= 0 && a.Stages[at].Day.After(today) {
			r.Fatal("the current stage lies ahead")
		}
		if a.Ended(today) && a.Silent(today) {
			r.Fatal("it is over and silent")
		}
		if days, known := a.DaysIn(today); days < 0 || !known && days != 0 {
			r.Fatalf("%d days in its stage", days)
		}
		if a.Silent(today) && !a.NextStepOn.IsZero() && !a.NextStepOn.Before(today) {
			r.Fatal("silent with a step ahead")
		}
		if last := a.LastMoved(today); last.After(today) {
			r.Fatalf("it moved on %v", last)
		}
	})
}
