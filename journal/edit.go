package journal

import (
	"context"
	"errors"
	"fmt"
)

// EditEntry changes a stored entry and returns it as it is stored then. When
// somebody else saves it at the same time, change is called again on the newer
// one. Who has the entry open as a Draft edits the draft instead. An entry that
// is not there is an ErrNotFound, a rule that is broken an ErrInvalid.
func (j *Journal) EditEntry(ctx context.Context, id ID, change func(*Entry)) (Entry, error) {
	for {
		e, err := j.store.Entry(ctx, id)
		if err != nil {
			return Entry{}, fmt.Errorf("edit an entry: %w", err)
		}
		e = e.clone()
		change(&e)
		stored, err := j.SaveEntry(ctx, e)
		if errors.Is(err, ErrConflict) && ctx.Err() == nil {
			continue
		}
		return stored, err
	}
}

// EditPlan changes the plan and returns it as it is stored then. No change of
// another goroutine is lost. change may refuse with an error, which comes back
// as it is; a rule that is broken is an ErrInvalid.
func (j *Journal) EditPlan(ctx context.Context, change func(*Plan) error) (Plan, error) {
	j.planning.Lock()
	defer j.planning.Unlock()
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("edit the plan: %w", err)
	}
	if err := change(&plan); err != nil {
		return Plan{}, err
	}
	if err := plan.Validate(); err != nil {
		return Plan{}, fmt.Errorf("edit the plan: %w", err)
	}
	if err := j.store.Apply(ctx, Changes{At: j.now(), Plan: &plan}); err != nil {
		return Plan{}, fmt.Errorf("edit the plan: %w", err)
	}
	j.bell.ring(Change{Kind: PlanChanged})
	return plan, nil
}
