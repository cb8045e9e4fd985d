package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// DueEntries reads the follow-ups and next steps up to a day, the earliest
// first and on one day those of the newest entry first. An application that
// has ended has no next step.
func (s *Store) DueEntries(ctx context.Context, until journal.Day, noPrivate bool) (all []journal.Due, err error) {
	err = s.read(ctx, "find what is due", func(q querier) error {
		var c conditions
		if noPrivate {
			c.add("e.private = 0")
		}
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Due, error) {
			var d journal.Due
			var on string
			if err := row.Scan(&d.Kind, &d.ID, &on, &d.Who, &d.Text); err != nil {
				return d, err
			}
			d.On, err = readDay(on)
			return d, err
		}, selectDue(&c), until.String(), until.String())
		return err
	})
	return all, err
}

// selectDue takes the day twice.
func selectDue(c *conditions) string {
	return `SELECT what, id, due_on, who, text FROM (
			SELECT 'follow-up' AS what, e.id, e.feedback_follow_up_on AS due_on, coalesce(p.name, e.feedback_giver) AS who,
				substr(e.feedback_quote, 1, 240) AS text, e.day, e.created_ms, e.n, e.private
			FROM entries AS e LEFT JOIN people AS p ON p.id = e.feedback_giver
			WHERE ` + isFeedback + ` AND ` + due + `
			UNION ALL
			SELECT 'next-step', e.id, e.application_next_step_on,
				iif(e.application_organisation <> '', e.application_organisation, e.application_position),
				substr(e.application_next_step, 1, 240), e.day, e.created_ms, e.n, e.private
			FROM entries AS e
			WHERE e.kind = 'application' AND e.application_next_step_on <= ? AND e.application_next_step_on <> ''
				AND coalesce((SELECT stage FROM stages WHERE entry = e.n ORDER BY position DESC LIMIT 1), '')
					NOT IN ('accepted', 'rejected', 'withdrawn')
		) AS e ` + c.clause() + `ORDER BY due_on, day DESC, created_ms DESC, n DESC`
}
