package data

import "groundwork/journal"

// plan replaces the plan whole: it is small and changes seldom.
func (l *list) plan(p journal.Plan) {
	for _, table := range []string{
		"plan", "purposes", "roles", "goal_entries", "goals", "metric_values", "metrics", "dismissed_prompts",
	} {
		l.add("DELETE FROM " + table)
	}
	l.one(`INSERT INTO plan (n, review_from, review_until, next_round, extra) VALUES (1, ?, ?, ?, ?)`,
		p.ReviewFrom.String(), p.ReviewUntil.String(), p.NextRound.String(), l.extra(p.Extra))
	for i, u := range p.Purpose {
		l.one(`INSERT INTO purposes (position, stand_for, life_goals, why_follow, why_lead, since, extra) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			int64(i), u.StandFor, u.LifeGoals, u.WhyFollow, u.WhyLead, u.Since.String(), l.extra(u.Extra))
	}
	l.role("current", p.CurrentRole)
	l.role("target", p.TargetRole)
	for i, g := range p.Goals {
		l.goal(int64(i), g)
	}
	for i, m := range p.Metrics {
		l.one(`INSERT INTO metrics (position, name, unit, extra) VALUES (?, ?, ?, ?)`, int64(i), m.Name, m.Unit, l.extra(m.Extra))
		for k, v := range m.Values {
			l.one(`INSERT INTO metric_values (metric, position, day, value, extra) VALUES (?, ?, ?, ?, ?)`,
				int64(i), int64(k), v.Day.String(), v.Value, l.extra(v.Extra))
		}
	}
	for i, key := range p.DismissedPrompts {
		l.one(`INSERT INTO dismissed_prompts (position, key) VALUES (?, ?)`, int64(i), key)
	}
}

func (l *list) role(which string, r *journal.Role) {
	if r == nil {
		return
	}
	l.one(`INSERT INTO roles (role, title, responsibilities, expectations, execution, processes, systems, simpler, extra)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		which, r.Title, r.Responsibilities, r.Expectations, r.Execution, r.Processes, r.Systems, r.Simpler, l.extra(r.Extra))
}

func (l *list) goal(position int64, g journal.Goal) {
	l.one(`INSERT INTO goals (position, id, kind, text, notes, person, element, due, state, result, extra)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		position, string(g.ID), g.Kind, g.Text, g.Notes, g.Person, g.Element, g.Due.String(), g.State, g.Result, l.extra(g.Extra))
	for i, id := range g.Entries {
		l.one(`INSERT INTO goal_entries (goal, position, entry) VALUES (?, ?, ?)`, position, int64(i), string(id))
	}
}
