package data

import (
	"context"
	"database/sql"
	"errors"

	"groundwork/journal"
)

// Plan reads the plan; an empty journal has an empty one.
func (s *Store) Plan(ctx context.Context) (p journal.Plan, err error) {
	err = s.read(ctx, "read the plan", func(q querier) error {
		var from, until, next, extra string
		err := q.QueryRowContext(ctx, `SELECT review_from, review_until, next_round, extra FROM plan`).Scan(&from, &until, &next, &extra)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		var f firstError
		p.ReviewFrom, p.ReviewUntil, p.NextRound, p.Extra = f.day(from), f.day(until), f.day(next), f.extra(extra)
		if f.err != nil {
			return f.err
		}
		for _, part := range []func(context.Context, querier, *journal.Plan) error{
			readPurposes, readRoles, readGoals, readMetrics, readDismissed,
		} {
			if err := part(ctx, q, &p); err != nil {
				return err
			}
		}
		return nil
	})
	return p, err
}

func readPurposes(ctx context.Context, q querier, p *journal.Plan) (err error) {
	p.Purpose, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Purpose, error) {
		var u journal.Purpose
		var since, extra string
		if err := row.Scan(&u.StandFor, &u.LifeGoals, &u.WhyFollow, &u.WhyLead, &since, &extra); err != nil {
			return u, err
		}
		var f firstError
		u.Since, u.Extra = f.day(since), f.extra(extra)
		return u, f.err
	}, `SELECT stand_for, life_goals, why_follow, why_lead, since, extra FROM purposes ORDER BY position`)
	return err
}

func readRoles(ctx context.Context, q querier, p *journal.Plan) error {
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var r journal.Role
		var which, extra string
		err := row.Scan(&which, &r.Title, &r.Responsibilities, &r.Expectations, &r.Execution, &r.Processes, &r.Systems, &r.Simpler, &extra)
		if err != nil {
			return struct{}{}, err
		}
		r.Extra, err = readExtra(extra)
		if which == "current" {
			p.CurrentRole = &r
		} else {
			p.TargetRole = &r
		}
		return struct{}{}, err
	}, `SELECT role, title, responsibilities, expectations, execution, processes, systems, simpler, extra FROM roles`)
	return err
}

func readGoals(ctx context.Context, q querier, p *journal.Plan) error {
	at := map[int64]int{} // where in p.Goals a position is
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var g journal.Goal
		var position int64
		var due, extra string
		err := row.Scan(&position, &g.ID, &g.Kind, &g.Text, &g.Notes, &g.Person, &g.Element, &due, &g.State, &g.Result, &extra)
		if err != nil {
			return struct{}{}, err
		}
		var f firstError
		g.Due, g.Extra = f.day(due), f.extra(extra)
		at[position] = len(p.Goals)
		p.Goals = append(p.Goals, g)
		return struct{}{}, f.err
	}, `SELECT position, id, kind, text, notes, person, element, due, state, result, extra FROM goals ORDER BY position`)
	if err != nil {
		return err
	}
	_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var goal int64
		var entry journal.ID
		if err := row.Scan(&goal, &entry); err != nil {
			return struct{}{}, err
		}
		g := &p.Goals[at[goal]]
		g.Entries = append(g.Entries, entry)
		return struct{}{}, nil
	}, `SELECT goal, entry FROM goal_entries ORDER BY goal, position`)
	return err
}

func readMetrics(ctx context.Context, q querier, p *journal.Plan) error {
	at := map[int64]int{}
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var m journal.Metric
		var position int64
		var extra string
		if err := row.Scan(&position, &m.Name, &m.Unit, &extra); err != nil {
			return struct{}{}, err
		}
		var err error
		m.Extra, err = readExtra(extra)
		at[position] = len(p.Metrics)
		p.Metrics = append(p.Metrics, m)
		return struct{}{}, err
	}, `SELECT position, name, unit, extra FROM metrics ORDER BY position`)
	if err != nil {
		return err
	}
	_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var metric int64
		var v journal.MetricValue
		var day, extra string
		if err := row.Scan(&metric, &day, &v.Value, &extra); err != nil {
			return struct{}{}, err
		}
		var f firstError
		v.Day, v.Extra = f.day(day), f.extra(extra)
		m := &p.Metrics[at[metric]]
		m.Values = append(m.Values, v)
		return struct{}{}, f.err
	}, `SELECT metric, day, value, extra FROM metric_values ORDER BY metric, position`)
	return err
}

func readDismissed(ctx context.Context, q querier, p *journal.Plan) (err error) {
	p.DismissedPrompts, err = rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var key string
		err := row.Scan(&key)
		return key, err
	}, `SELECT key FROM dismissed_prompts ORDER BY position`)
	return err
}
