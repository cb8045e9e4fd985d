package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// shown presses “Show it” at the foot and gives the panel that opens.
func (r *reminded) shown() *calledPanel {
	r.t.Helper()
	r.click("Show it")
	if r.reminders.panel == nil || r.win.Canvas().Overlays().Top() != fyne.CanvasObject(r.reminders.panel.overlay) {
		r.t.Fatal("no panel is open")
	}
	return r.reminders.panel
}

// lists gives what the rows of the panel say.
func (p *calledPanel) lists() (all []string) {
	for _, row := range p.rows.Objects {
		for _, o := range laidOut(row) {
			switch o := o.(type) {
			case *parts.Check:
				all = append(all, o.AccessibilityLabel())
			case *parts.Row:
				all = append(all, o.AccessibilityLabel())
			case *parts.Paragraph:
				if row == fyne.CanvasObject(o) {
					all = append(all, o.Text())
				}
			}
		}
	}
	return all
}

// plan notes the dates of the plan.
func (r *reminded) plan(review, round string) {
	r.t.Helper()
	_, err := r.journal.EditPlan(r.t.Context(), func(p *journal.Plan) error {
		p.ReviewUntil, p.NextRound = journal.Day{}, journal.Day{}
		if review != "" {
			p.ReviewUntil = dayOf(r.t, review)
		}
		if round != "" {
			p.NextRound = dayOf(r.t, round)
		}
		return nil
	})
	if err != nil {
		r.t.Fatal(err)
	}
	r.settle()
}

func TestGivenARoundOfPromotions_WhenAWeekIsLeft_ThenItIsNearAndOnItsDayDueAndLeadsToThePack(t *testing.T) {
	r := openReminded(t, remindDues)
	r.plan("", "2026-03-20") // it is the 12th
	r.hear(r.after(12*time.Hour), "A date of your plan is near.")
	p := r.shown()
	if got := p.lists(); len(got) != 1 || !strings.Contains(got[0], "Promotion round, 20 March") || !strings.Contains(got[0], "In 7 days") {
		t.Errorf("the panel lists %q", got)
	}
	p.rows.Objects[0].(*parts.Row).Tapped(nil)
	r.settle()
	if r.current != page(r.frame.pack) || r.reminders.panel != nil {
		t.Error("it does not lead to the pack")
	}
	r.hear(r.after(6 * 24 * time.Hour))
	r.hear(r.after(24*time.Hour), "Something is due today.")
	r.hear(r.after(24 * time.Hour))
}

func TestGivenAReviewThatWasMissed_WhenItIsShown_ThenItLeadsToWhereTheNextOneIsNoted(t *testing.T) {
	r := openReminded(t, remindDues)
	r.plan("2026-03-14", "2026-03-25")
	r.hear(r.after(6*24*time.Hour), "Something is due today. A date of your plan is near.")
	p := r.shown()
	if got := p.lists(); len(got) != 2 || !strings.Contains(got[0], "Review, 14 March") || !strings.Contains(got[0], "This day is past.") {
		t.Errorf("the panel lists %q", got)
	}
	p.rows.Objects[0].(*parts.Row).Tapped(nil)
	r.settle()
	growth := r.frame.growth
	if r.current != page(growth) || r.win.Canvas().Focused() != fyne.Focusable(growth.view().(*purposeTab).period.until.line.Editor) {
		t.Error("it does not lead to the day of the review")
	}
}

// TestGivenANarrowWindowAndManyOldDues is about Today, whose right side has no
// room there and lists the oldest.
func TestGivenANarrowWindowAndManyOldDues_WhenOneCameDue_ThenItIsShownAndTicked(t *testing.T) {
	r := openReminded(t, remindDues)
	r.win.Resize(fyne.NewSize(640, 560))
	for range mostDues {
		r.followUp("2026-03-01", false)
	}
	due := r.said("Oskar")
	r.setTold(remindDues, dayOf(t, "2026-03-10")) // it came due on the 11th
	r.hear(r.after(quietFor), "Something is due today.")
	p := r.shown()
	if got, want := p.lists(), []string{"Tell Oskar what you did with their feedback"}; !slices.Equal(got, want) {
		t.Fatalf("the panel lists %q", got)
	}
	r.win.Canvas().FocusNext() // Tab
	r.hit(fyne.KeyReturn)
	if got := p.lists(); !slices.Equal(got, []string{"All of it is done."}) {
		t.Errorf("then it lists %q", got)
	}
	if e, err := r.journal.Read().Entry(t.Context(), due.ID); err != nil || e.Feedback.State != journal.FeedbackFollowedUp {
		t.Errorf("the feedback is %q, %v", e.Feedback.State, err)
	}
	p.hide()
	r.undoNotice()
	if r.reminders.panel != nil || r.win.Canvas().Overlays().Top() != nil {
		t.Error("the panel comes back by itself")
	}
}

func TestGivenManyThingsCameDueAtOnce_WhenTheyAreShown_ThenAFewStandThereAndHowManyMore(t *testing.T) {
	r := openReminded(t, remindDues)
	for range mostCalled + 2 {
		r.followUp("2026-03-13", false)
	}
	r.followUp("2026-03-13", true)
	r.today.hidePrivate = true
	r.hear(r.after(12*time.Hour), "Something is due today.")
	got := r.shown().lists()
	if len(got) != mostCalled+1 || got[mostCalled] != "And 2 more, when these are done." {
		t.Errorf("the panel lists %q", got)
	}
}
