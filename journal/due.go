package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Dues reads everything that is due up to a day, the earliest first: the
// follow-ups and next steps of entries, and the open goals of the plan. A goal
// is never private.
func (j *Journal) Dues(ctx context.Context, until Day, noPrivate bool) ([]Due, error) {
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what is due: %w", err)
	}
	return j.duesWith(ctx, plan, until, noPrivate)
}

// duesWith is Dues where the plan was read already.
func (j *Journal) duesWith(ctx context.Context, plan Plan, until Day, noPrivate bool) ([]Due, error) {
	dues, err := j.store.DueEntries(ctx, until, noPrivate)
	if err != nil {
		return nil, fmt.Errorf("read what is due: %w", err)
	}
	goals, err := j.dueGoals(ctx, plan, until)
	if err != nil {
		return nil, fmt.Errorf("read what is due: %w", err)
	}
	dues = append(slices.Clone(dues), goals...)
	slices.SortStableFunc(dues, func(a, b Due) int { return a.On.Compare(b.On) })
	return dues, nil
}

// dueGoals gives the open goals with a date up to a day.
func (j *Journal) dueGoals(ctx context.Context, plan Plan, until Day) ([]Due, error) {
	var dues []Due
	named := false
	for _, g := range plan.Goals {
		if g.Due.IsZero() || g.Due.After(until) || g.State != "" && g.State != GoalOpen {
			continue
		}
		dues = append(dues, Due{Kind: DueGoal, ID: g.ID, On: g.Due, Who: g.Person, Text: excerpt(g.Text)})
		named = named || g.Person != ""
	}
	if !named {
		return dues, nil
	}
	people, err := j.store.People(ctx)
	if err != nil {
		return nil, err
	}
	for i := range dues {
		at := slices.IndexFunc(people, func(p Person) bool { return string(p.ID) == dues[i].Who })
		if at >= 0 {
			dues[i].Who = people[at].Name
		}
	}
	return dues, nil
}

// excerpt is the beginning of a text, at most 240 characters of it.
func excerpt(text string) string {
	const most = 240
	text = strings.TrimSpace(text)
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most])
	}
	return text
}
