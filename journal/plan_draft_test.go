package journal_test

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"groundwork/journal"
)

// planDesk is a plan that is written in, with the states it reported.
type planDesk struct {
	*journal.PlanDraft
	shelf *shelf

	mu     sync.Mutex
	states []journal.SaveState
}

func openPlanDesk() (*planDesk, *journal.Journal) {
	s := newShelf()
	j := journal.New(s, journal.Options{Now: time.Now})
	d := &planDesk{shelf: s}
	d.PlanDraft = j.PlanDraft(func(st journal.DraftState) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.states = append(d.states, st.State)
	})
	return d, j
}

func (d *planDesk) typeTarget(text string) {
	d.Type("target", text, func(p *journal.Plan, text string) { p.TargetRole = &journal.Role{Title: text} })
}

func TestWhatIsTypedIntoThePlanIsThereWithinASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := openPlanDesk()
		for _, text := range []string{"T", "Te", "Team lead"} {
			d.typeTarget(text)
			d.Type("purpose", text, func(p *journal.Plan, text string) {
				p.WritePurpose(journal.Purpose{StandFor: text}, dated("2026-03-12"))
			})
		}
		time.Sleep(time.Second)
		synctest.Wait()
		plan := d.shelf.plan
		if plan.TargetRole == nil || plan.TargetRole.Title != "Team lead" || plan.CurrentPurpose().StandFor != "Team lead" {
			t.Errorf("the plan is %+v", plan)
		}
		if len(d.shelf.applied) != 1 || d.Unsaved("target") || len(d.Texts()) != 0 {
			t.Errorf("%d writes, and unsaved: %q", len(d.shelf.applied), d.Texts())
		}
	})
}

func TestWhatCannotBeSavedIsKeptAndTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := openPlanDesk()
		d.shelf.refuseWith(journal.ErrNoSpace)
		d.typeTarget("Team lead")
		if err := d.Flush(t.Context()); !errors.Is(err, journal.ErrNoSpace) {
			t.Fatalf("the flush says %v", err)
		}
		if !d.Unsaved("target") || !slices.Equal(d.Texts(), []string{"Team lead"}) || d.State().State != journal.Failed {
			t.Errorf("unsaved: %q, state %+v", d.Texts(), d.State())
		}
		d.shelf.refuseWith(nil)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if d.shelf.plan.TargetRole == nil || d.State().State != journal.Clean {
			t.Errorf("the plan is %+v", d.shelf.plan)
		}
	})
}

func TestWhatIsTypedDuringASaveIsSavedNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := openPlanDesk()
		d.shelf.meanwhile = func() { d.typeTarget("second") }
		d.typeTarget("first")
		if err := d.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		if !d.Unsaved("target") {
			t.Error("what was typed meanwhile counts as saved")
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if got := d.shelf.plan.TargetRole.Title; got != "second" {
			t.Errorf("stored: %q", got)
		}
	})
}

func TestTypingTakesNothingBackThatWasChangedBesideIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, j := openPlanDesk()
		d.typeTarget("Team lead")
		if _, err := j.AddGoal(t.Context(), journal.Goal{Text: "Ask"}); err != nil {
			t.Fatal(err)
		}
		if err := d.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		if plan := d.shelf.plan; len(plan.Goals) != 1 || plan.TargetRole == nil {
			t.Errorf("the plan is %+v", plan)
		}
	})
}
