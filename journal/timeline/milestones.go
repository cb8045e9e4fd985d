package timeline

import (
	"context"
	"fmt"
	"slices"

	"groundwork/journal"
)

// ReadMilestones reads the days of a span that stand out, the oldest first:
// those of applications and feedback, goals that were met, and those of the
// plan.
func ReadMilestones(ctx context.Context, r journal.Reader, plan journal.Plan, span journal.Span, noPrivate bool) ([]journal.Milestone, error) {
	all, err := r.Milestones(ctx, span, noPrivate)
	if err != nil {
		return nil, fmt.Errorf("read the milestones: %w", err)
	}
	for _, m := range ofPlan(plan) {
		if !m.Day.IsZero() && !m.Day.Before(span.From) && (span.Until.IsZero() || !m.Day.After(span.Until)) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Milestone) int { return a.Day.Compare(b.Day) })
	return all, nil
}

// ofPlan are the days of the plan, those that are not set among them.
func ofPlan(plan journal.Plan) []journal.Milestone {
	all := []journal.Milestone{
		{Kind: journal.MilestoneReviewFrom, Day: plan.ReviewFrom},
		{Kind: journal.MilestoneReview, Day: plan.ReviewUntil},
		{Kind: journal.MilestoneRound, Day: plan.NextRound},
	}
	for _, g := range plan.Goals {
		all = append(all, journal.Milestone{Kind: journal.MilestoneGoal, Day: g.MetOn(), Name: g.Text})
	}
	return all
}

// Weight says how much a milestone matters where there is no room for all: the
// higher the more.
func Weight(m journal.Milestone) int {
	switch m.Kind {
	case journal.MilestoneRound:
		return 5
	case journal.MilestoneReview, journal.MilestoneReviewFrom:
		return 4
	case journal.MilestoneGoal:
		return 3
	case journal.MilestoneStage:
		switch m.Stage {
		case journal.StageAccepted, journal.StageOffer:
			return 4
		case journal.StageRejected, "interview", "decision":
			return 2
		}
		return 1
	}
	return 2
}
