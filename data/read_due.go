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
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Due, error) {
			var d journal.Due
			var on string
			if err := row.Scan(&d.Kind, &d.ID, &on, &d.Who, &d.Text); err != nil {
				return d, err
			}
			d.On, err = readDay(on)
			return d, err
		}, selectDue(noPrivate), until.String(), until.String())
		return err
	})
	return all, err
}

// selectDue takes the day twice. SQLite would rather read all feedback than
// what is due of it, so it is told which indexes to take.
func selectDue(noPrivate bool) string {
	public := ""
	if noPrivate {
		public = " AND e.private = 0"
	}
	return `SELECT what, id, due_on, who, text FROM (
			SELECT 'follow-up' AS what, e.id, e.feedback_follow_up_on AS due_on, coalesce(p.name, e.feedback_giver) AS who,
				substr(e.feedback_quote, 1, 240) AS text, e.day, e.created_ms, e.n
			FROM entries AS e INDEXED BY entries_follow_ups LEFT JOIN people AS p ON p.id = e.feedback_giver
			WHERE ` + isFeedback + ` AND ` + due + public + `
			UNION ALL
			SELECT 'next-step', e.id, e.application_next_step_on,
				iif(e.application_organisation <> '', e.application_organisation, e.application_position),
				substr(e.application_next_step, 1, 240), e.day, e.created_ms, e.n
			FROM entries AS e INDEXED BY entries_next_steps
			WHERE e.kind = 'application' AND e.application_next_step_on <= ? AND e.application_next_step_on <> ''` + public + `
				AND coalesce((SELECT stage FROM stages WHERE entry = e.n ORDER BY position DESC LIMIT 1), '')
					NOT IN ('accepted', 'rejected', 'withdrawn')
		) AS found ORDER BY due_on, day DESC, created_ms DESC, n DESC`
}
