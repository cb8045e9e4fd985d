package journal

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
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

// Goal finds a goal of the plan, to be changed in place, or gives nil.
func (p *Plan) Goal(id ID) *Goal {
	at := slices.IndexFunc(p.Goals, func(g Goal) bool { return g.ID == id })
	if at < 0 {
		return nil
	}
	return &p.Goals[at]
}

// goalMetOn is the member of a goal's JSON that tells on which day it was met.
// groundwork-journal/1 names none, so it stands among those that other
// programs keep without knowing them.
const goalMetOn = "metOn"

// Stand says how the goal stands from a day on, and remembers the day on which
// it was met.
func (g *Goal) Stand(state string, on Day) {
	if state == g.Standing() {
		return
	}
	g.State = state
	g.Extra = maps.Clone(g.Extra)
	delete(g.Extra, goalMetOn)
	if state != GoalDone || on.IsZero() {
		return
	}
	if g.Extra == nil {
		g.Extra = Extra{}
	}
	g.Extra[goalMetOn] = json.RawMessage(strconv.Quote(on.String()))
}

// Standing is the state of the goal, which is open where none is written down.
func (g *Goal) Standing() string { return cmp.Or(g.State, GoalOpen) }

// MetOn is the day on which the goal was met, or the zero Day where it is not
// or nobody knows when.
func (g *Goal) MetOn() Day {
	var on Day
	if g.State != GoalDone || json.Unmarshal(g.Extra[goalMetOn], &on) != nil || !on.Valid() {
		return Day{}
	}
	return on
}

// Overdue tells whether the goal should have been met before a day.
func (g *Goal) Overdue(today Day) bool {
	return g.Standing() == GoalOpen && !g.Due.IsZero() && g.Due.Before(today)
}

// GoalsInOrder gives the goals in the order in which they ask for something:
// the open ones by the day they are due, those without a day after them; then
// the met ones, the newest first; then the dropped ones.
func (p *Plan) GoalsInOrder() []Goal {
	goals := slices.Clone(p.Goals)
	states := GoalStates()
	slices.SortStableFunc(goals, func(a, b Goal) int {
		if by := cmp.Compare(slices.Index(states, a.Standing()), slices.Index(states, b.Standing())); by != 0 {
			return by
		}
		if a.Standing() == GoalDone {
			return b.MetOn().Compare(a.MetOn()) // a day that is not known is the oldest
		}
		return compareDue(a.Due, b.Due)
	})
	return goals
}

// compareDue puts what has no day behind what has one.
func compareDue(a, b Day) int {
	if a.IsZero() != b.IsZero() {
		return -a.Compare(b)
	}
	return a.Compare(b)
}
