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
		g.State = "open"
	}
	if strings.TrimSpace(g.Text) == "" {
		return Goal{}, fmt.Errorf("add a goal: %w", invalid("goals.text", "A goal needs some words."))
	}
	j.planning.Lock()
	defer j.planning.Unlock()
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return Goal{}, fmt.Errorf("add a goal: %w", err)
	}
	plan.Goals = append(plan.Goals, g)
	if err := plan.Validate(); err != nil {
		return Goal{}, fmt.Errorf("add a goal: %w", err)
	}
	if err := j.store.Apply(ctx, Changes{At: j.now(), Plan: &plan}); err != nil {
		return Goal{}, fmt.Errorf("add a goal: %w", err)
	}
	j.bell.ring(Change{Kind: PlanChanged, ID: g.ID})
	return g, nil
}
