package ui

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

// aims sets the target role and the next round.
func (s *proofStage) aims(title, round string) {
	s.t.Helper()
	_, err := s.journal.EditPlan(context.Background(), func(p *journal.Plan) error {
		p.TargetRole = &journal.Role{Title: title}
		if round != "" {
			p.NextRound = dayOf(s.t, round)
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

func TestGivenNoRoleAndNoExpectation_ThenTheCardInvitesToChooseOne_AndAPressAsksForIt(t *testing.T) {
	s := openProofs(t)
	card := s.frame.target.card
	if got, want := card.AccessibilityLabel(), "Target role, Add the role you want and see what it expects., Choose a role"; !card.Visible() || got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
	card.Tapped(nil)
	s.settle()
	if len(s.win.Canvas().Overlays().List()) != 1 || s.current == page(s.frame.evidence) {
		t.Error("the role is not asked for")
	}
}

func TestGivenTheInvitation_WhenARoleIsSet_ThenTheCardShowsIt(t *testing.T) {
	s := openProofs(t)
	s.aims("Engineering Manager", "")
	if got, want := s.frame.target.card.AccessibilityLabel(), "Target role, Engineering Manager, No expectations yet"; got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
}

func TestGivenARoleAndExpectations_ThenTheNavigationShowsThemAtAGlance(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2025-11-02", "x", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "y", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "z", xID(2), journal.OwnWord, nil)
	s.aims("Engineering Manager", "2026-05-15")
	card := s.frame.target.card
	if got, want := card.AccessibilityLabel(), "Target role, Engineering Manager, 1 strong, 1 thin, 1 gap, 64 days to the round"; !card.Visible() || got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
}

func TestGivenACard_WhenAnEntryChangesOnToday_ThenTheCardFollows(t *testing.T) {
	s := openProofs(t, three()...)
	e := s.proved("2026-03-02", "x", xID(1), journal.Number, nil)
	s.proved("2026-03-03", "y", xID(1), journal.Number, nil)
	if got, want := s.frame.target.card.AccessibilityLabel(), "Target role, The next role, 1 strong, 2 gaps"; got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
	if _, err := s.journal.EditEntry(context.Background(), e.ID, func(e *journal.Entry) { e.Evidence = nil }); err != nil {
		t.Fatal(err)
	}
	s.settle()
	if got, want := s.frame.target.card.AccessibilityLabel(), "Target role, The next role, 1 thin, 2 gaps"; got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
}

func TestGivenManyChanges_ThenTheCardIsReadOnce(t *testing.T) {
	s := openProofs(t, three()...)
	s.reads.Store(0)
	for range 20 {
		s.frame.target.changed(journal.Change{Kind: journal.EntryChanged})
	}
	s.settle()
	if n := s.reads.Load(); n != 3 {
		t.Errorf("%d questions are asked, want 3", n)
	}
}

func TestGivenACard_WhenPressed_ThenTheEvidenceOpens(t *testing.T) {
	s := openProofs(t, three()...)
	s.frame.target.card.Tapped(nil)
	s.settle()
	if s.current != page(s.frame.evidence) {
		t.Error("the page is not in sight")
	}
}

func TestGivenANarrowOrALowWindow_ThenTheCardGivesWay_AndComesBack(t *testing.T) {
	s := openProofs(t, three()...)
	for _, c := range []struct {
		width, height float32
		want          bool
	}{{1280, 800, true}, {700, 800, false}, {1280, 800, true}, {1280, 560, false}, {1280, 800, true}} {
		s.win.Resize(fyne.NewSize(c.width, c.height))
		if got := s.frame.target.card.Visible(); got != c.want {
			t.Errorf("at %v by %v the card shows: %v", c.width, c.height, got)
		}
	}
}

func TestGivenAWindowThatGetsLower_ThenThePromiseMakesRoomForTheCardBeforeTheCardGoes(t *testing.T) {
	s := openProofs(t, three()...)
	var seen []string
	for height := float32(900); height >= 600; height -= 10 {
		s.win.Resize(fyne.NewSize(1280, height))
		now := fmt.Sprintf("card %v, promise %v", s.frame.target.card.Visible(), s.frame.promise.Visible())
		if len(seen) == 0 || seen[len(seen)-1] != now {
			seen = append(seen, now)
		}
	}
	want := []string{"card true, promise true", "card true, promise false", "card false, promise true"}
	if !slices.Equal(seen, want) {
		t.Errorf("it shows %q, want %q", seen, want)
	}
}

func TestGivenAFailingRead_ThenTheFirstPageIsNotLost(t *testing.T) {
	s := openProofs(t, three()...)
	s.sick.Store(true)
	s.frame.target.read()
	s.settle()
	if s.door.notice == nil || !s.frame.target.card.Visible() {
		t.Error("the card goes, or nothing is said")
	}
}
