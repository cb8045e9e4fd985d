package ui

import (
	"testing"

	"groundwork/journal"
)

func TestGivenAPeriod_WhenItWouldEndBeforeItBegins_ThenTheFieldSaysSoAndTheRestIsKept(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	f := g.tabs[tabPurpose].(*purposeTab).period
	s.rewrite(f.from.line.Editor, "2026-01")
	s.rewrite(f.until.line.Editor, "2025-12-31")
	s.rewrite(f.round.line.Editor, "15 may")
	s.leaveField()
	if got := f.until.line.Problem(); got != "The period would end before it begins." || f.until.line.Editor.Text != "2025-12-31" {
		t.Errorf("beside %q stands %q", f.until.line.Editor.Text, got)
	}
	plan := s.plan()
	if plan.ReviewFrom != dayOf(t, "2026-01-01") || !plan.ReviewUntil.IsZero() || plan.NextRound != dayOf(t, "2026-05-15") {
		t.Errorf("stored: %v to %v, %v", plan.ReviewFrom, plan.ReviewUntil, plan.NextRound)
	}
	s.rewrite(f.until.line.Editor, "2026-12")
	s.leaveField()
	if got := s.plan().ReviewUntil; got != dayOf(t, "2026-12-31") || f.until.line.Problem() != "" {
		t.Errorf("a month ends on %v", got)
	}
	s.rewrite(f.from.line.Editor, "2027-01-01")
	s.leaveField()
	if got := f.from.line.Problem(); got != "The period would begin after its end." {
		t.Errorf("beside the beginning stands %q", got)
	}
}

func TestGivenRolesAndDates_WhenThePageIsSeen_ThenItsHeadTellsTheCourse(t *testing.T) {
	today := dayOf(t, "2026-03-12")
	for _, c := range []struct {
		plan journal.Plan
		want string
	}{
		{journal.Plan{}, "Where you want to go, and why. Everything on this page grows from what you write."},
		{journal.Plan{TargetRole: &journal.Role{Title: "Lead"}}, "On the way to Lead."},
		{
			journal.Plan{
				CurrentRole: &journal.Role{Title: "Senior Engineer"}, TargetRole: &journal.Role{Title: "Engineering\nManager"},
				ReviewUntil: dayOf(t, "2026-04-10"), NextRound: dayOf(t, "2027-05-15"),
			},
			"From Senior Engineer to Engineering Manager. Review on 10 April, next round on 15 May 2027.",
		},
		{journal.Plan{CurrentRole: &journal.Role{Title: "Engineer"}, ReviewUntil: dayOf(t, "2026-01-10")}, "Engineer today. Where do you want to go?"},
		{journal.Plan{NextRound: today}, "Next round on 12 March."},
	} {
		if got := courseLine(&c.plan, today); got != c.want {
			t.Errorf("the head says %q, want %q", got, c.want)
		}
	}
}
