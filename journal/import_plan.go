package journal

import (
	"context"
	"slices"
)

// takePlan merges the incoming plan into the stored one: what comes in wins,
// what only the stored plan has stays.
func (m *importing) takePlan(ctx context.Context, in *Contents) error {
	if in.Plan == nil {
		return nil
	}
	before, err := m.store.Plan(ctx)
	if err != nil {
		return err
	}
	plan := *in.Plan
	if err := plan.Validate(); err != nil {
		m.quarantine("The plan", reason(err), plan, false)
		return nil
	}
	plan.Goals = m.prepareGoals(plan.Goals)
	plan.Metrics = plainZeros(plan.Metrics)
	if equal(plan, before) {
		return nil
	}
	if !equal(before, Plan{}) {
		plan = mergePlans(before, plan)
	}
	if equal(plan, before) {
		return nil
	}
	m.changes.Plan = &plan
	m.batch.Before.Plan = &before
	m.written[writtenPlan] = fingerprint(plan)
	return nil
}

// writtenPlan is the key of the plan's fingerprint in a batch.
const writtenPlan = "plan"

// mergePlans puts what comes in over what is there.
func mergePlans(there, in Plan) Plan {
	out := there
	out.Purpose = mergeBy(there.Purpose, in.Purpose, func(a, b Purpose) bool { return a.Since == b.Since }, nil)
	slices.SortStableFunc(out.Purpose, func(a, b Purpose) int { return a.Since.Compare(b.Since) })
	if in.CurrentRole != nil {
		out.CurrentRole = in.CurrentRole
	}
	if in.TargetRole != nil {
		out.TargetRole = in.TargetRole
	}
	for _, d := range []struct{ to, from *Day }{
		{&out.ReviewFrom, &in.ReviewFrom}, {&out.ReviewUntil, &in.ReviewUntil}, {&out.NextRound, &in.NextRound},
	} {
		if !d.from.IsZero() {
			*d.to = *d.from
		}
	}
	out.Goals = mergeBy(there.Goals, in.Goals, func(a, b Goal) bool { return a.ID == b.ID }, nil)
	out.Metrics = mergeBy(there.Metrics, in.Metrics, func(a, b Metric) bool { return a.Name == b.Name }, mergeMetrics)
	out.DismissedPrompts = mergeBy(there.DismissedPrompts, in.DismissedPrompts, func(a, b string) bool { return a == b }, nil)
	out.Extra = joinExtra(there.Extra, in.Extra)
	return out
}

// mergeMetrics keeps the values of both, one a day.
func mergeMetrics(there, in Metric) Metric {
	in.Values = mergeBy(there.Values, in.Values, func(a, b MetricValue) bool { return a.Day == b.Day }, nil)
	slices.SortStableFunc(in.Values, func(a, b MetricValue) int { return a.Day.Compare(b.Day) })
	return in
}

// mergeBy puts each incoming item in the place of the one it matches, joined
// with it where join is given, or at the end. An item is matched only once, so
// that two alike are both kept.
func mergeBy[T any](there, in []T, match func(a, b T) bool, join func(there, in T) T) []T {
	out := slices.Clone(there)
	taken := make([]bool, len(there))
	for _, x := range in {
		at := -1
		for i := range there {
			if !taken[i] && match(there[i], x) {
				at = i
				break
			}
		}
		if at < 0 {
			out = append(out, x)
			continue
		}
		taken[at] = true
		if join != nil {
			x = join(there[at], x)
		}
		out[at] = x
	}
	return out
}
