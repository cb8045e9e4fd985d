package journal

import (
	"context"
	"fmt"
	"strings"
)

// AddGoal adds a goal to the plan and returns it as it is stored: with an ID,
// and open unless it says otherwise.
func (j *Journal) AddGoal(ctx context.Context, g Goal) (Goal, error) {
	if g.ID == "" {
		g.ID = j.newID()
	}
	if g.State == "" {
		g.State = GoalOpen
	}
	if strings.TrimSpace(g.Text) == "" {
		return Goal{}, fmt.Errorf("add a goal: %w", invalid("goals.text", "A goal needs some words."))
	}
	_, err := j.EditPlan(ctx, func(plan *Plan) error {
		plan.Goals = append(plan.Goals, g)
		return nil
	})
	if err != nil {
		return Goal{}, fmt.Errorf("add a goal: %w", err)
	}
	return g, nil
}
