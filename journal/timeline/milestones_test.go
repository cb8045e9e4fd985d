package timeline

import (
	"encoding/json"
	"slices"
	"testing"

	"groundwork/journal"
)

func TestGivenAPlan_WhenMilestonesAreRead_ThenItsDaysStandAmongThoseOfTheEntries(t *testing.T) {
	met := journal.Goal{Text: "Moderate", State: journal.GoalDone, Extra: journal.Extra{"metOn": json.RawMessage(`"2026-02-01"`)}}
	plan := journal.Plan{
		ReviewFrom: day(t, "2025-07-01"), ReviewUntil: day(t, "2026-04-10"), NextRound: day(t, "2026-05-15"),
		Goals: []journal.Goal{met, {Text: "Open"}},
	}
	r := &reader{t: t, milestones: []journal.Milestone{
		{Kind: journal.MilestoneStage, Day: day(t, "2026-01-01"), Name: "Org", Stage: "applied"},
		{Kind: journal.MilestoneActedOn, Day: day(t, "2026-03-01"), Name: "Ada"},
	}}
	all, err := ReadMilestones(t.Context(), r, plan, journal.Span{From: day(t, "2026-01-01"), Until: day(t, "2026-05-15")}, false)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []journal.MilestoneKind
	for _, m := range all {
		kinds = append(kinds, m.Kind)
	}
	want := []journal.MilestoneKind{
		journal.MilestoneStage, journal.MilestoneGoal, journal.MilestoneActedOn, journal.MilestoneReview, journal.MilestoneRound,
	}
	if !slices.Equal(kinds, want) {
		t.Errorf("got %v", kinds)
	}
}

func TestGivenMilestones_WhenThereIsRoomForOne_ThenTheRoundMattersMostAndAnOfferMoreThanAnApplication(t *testing.T) {
	order := []journal.Milestone{
		{Kind: journal.MilestoneRound},
		{Kind: journal.MilestoneStage, Stage: journal.StageOffer},
		{Kind: journal.MilestoneGoal},
		{Kind: journal.MilestoneActedOn},
		{Kind: journal.MilestoneStage, Stage: "applied"},
	}
	for i, m := range order[1:] {
		if Weight(m) >= Weight(order[i]) {
			t.Errorf("%v weighs as much as %v", m, order[i])
		}
	}
}
