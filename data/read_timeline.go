package data

import (
	"cmp"
	"context"
	"database/sql"

	"groundwork/journal"
)

// DayCounts counts the entries that pass f by day and kind, oldest day first.
func (s *Store) DayCounts(ctx context.Context, f journal.Filter) (all []journal.DayCount, err error) {
	err = s.read(ctx, "count entries by day", func(q querier) error {
		c := filtered(f)
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.DayCount, error) {
			var d journal.DayCount
			var day string
			if err := row.Scan(&day, &d.Kind, &d.Count); err != nil {
				return d, err
			}
			d.Day, err = readDay(day)
			return d, err
		}, selectDayCounts(c), c.args...)
		return err
	})
	return all, err
}

func selectDayCounts(c *conditions) string {
	return `SELECT e.day, e.kind, count(*) FROM entries AS e ` + c.clause() + `GROUP BY e.day, e.kind ORDER BY e.day, e.kind`
}

// TimelineLines reads what Lines reads, as the timeline shows it.
func (s *Store) TimelineLines(ctx context.Context, f journal.Filter, after journal.ID, limit int) (all []journal.TimelineLine, err error) {
	err = s.read(ctx, "list entries on the timeline", func(q querier) error {
		c := filtered(f)
		if after != "" {
			from, err := placeOf(ctx, q, after)
			if err != nil {
				return err
			}
			c.before(from)
		}
		var ns []int64
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.TimelineLine, error) {
			n, l, err := scanTimelineLine(row)
			ns = append(ns, n)
			return l, err
		}, selectTimelineLines(c), append(c.args, noLimit(limit))...)
		if err != nil {
			return err
		}
		return supportOf(ctx, q, ns, all)
	})
	return all, err
}

// selectTimelineLines takes of an entry the first field of its kind that says
// something.
func selectTimelineLines(c *conditions) string {
	return `SELECT ` + lineColumns + `, e.n,
			substr(CASE WHEN e.body <> '' THEN e.body
				WHEN e.kind = 'moment' THEN coalesce(nullif(e.moment_result, ''), nullif(e.moment_action, ''), nullif(e.moment_situation, ''), e.moment_task)
				WHEN e.kind = 'feedback' THEN coalesce(nullif(e.feedback_behaviour, ''), nullif(e.feedback_situation, ''), e.feedback_impact)
				WHEN e.kind = 'application' THEN coalesce(nullif(e.application_lessons, ''), nullif(e.application_looks_for, ''), e.application_next_step)
				ELSE '' END, 1, 400),
			CASE WHEN ` + isFeedback + ` THEN coalesce((SELECT name FROM people WHERE id = e.feedback_giver), e.feedback_giver) ELSE '' END,
			CASE WHEN ` + isFeedback + ` THEN substr(e.feedback_quote, 1, 240) ELSE '' END,
			CASE WHEN e.kind = 'application' THEN coalesce(nullif(e.application_organisation, ''), e.application_position) ELSE '' END
		FROM entries AS e ` + c.clause() + newestFirst + `LIMIT ?`
}

func scanTimelineLine(row *sql.Rows) (n int64, l journal.TimelineLine, err error) {
	l.Line, err = scanLineAnd(row, &n, &l.Preview, &l.Giver, &l.Quote, &l.Place)
	return n, l, err
}

// supportOf tells what entries support, by their numbers.
func supportOf(ctx context.Context, q querier, ns []int64, lines []journal.TimelineLine) error {
	list, err := jsonText(ns)
	if err != nil {
		return err
	}
	at := make(map[int64]*journal.TimelineLine, len(ns))
	for i, n := range ns {
		at[n] = &lines[i]
	}
	_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var n int64
		var x journal.ID
		err := row.Scan(&n, &x)
		if l := at[n]; err == nil && l != nil {
			l.Expectations = append(l.Expectations, x)
		}
		return struct{}{}, err
	}, selectSupportOf, list)
	return err
}

const selectSupportOf = `SELECT entry, expectation FROM evidence
	WHERE entry IN (SELECT value FROM json_each(?)) AND expectation <> '' GROUP BY entry, expectation ORDER BY entry, min(position)`

// Milestones reads the days of the span in applications and feedback that tell
// how far the writer has come, oldest first.
func (s *Store) Milestones(ctx context.Context, span journal.Span, noPrivate bool) (all []journal.Milestone, err error) {
	err = s.read(ctx, "read milestones", func(q querier) error {
		all, err = rowsOf(ctx, q, scanMilestone, selectMilestones(noPrivate), span.From.String(), cmp.Or(span.Until.String(), lastDay))
		return err
	})
	return all, err
}

func scanMilestone(row *sql.Rows) (m journal.Milestone, err error) {
	var day string
	if err := row.Scan(&day, &m.Kind, &m.Entry, &m.Name, &m.Stage, &m.Lesson); err != nil {
		return m, err
	}
	m.Day, err = readDay(day)
	return m, err
}

// selectMilestones takes the first and the last day. Of stages there are a few
// for each application, and they lie together: all of them are looked at. What
// acts on feedback is found among the entries of the span, and counts where
// none did before. A part that was kept from when an entry was of another kind
// tells nothing.
func selectMilestones(noPrivate bool) string {
	public := ""
	if noPrivate {
		public = "AND e.private = 0 "
	}
	const giver = `coalesce((SELECT name FROM people WHERE id = e.feedback_giver), e.feedback_giver)`
	return `SELECT s.day AS day, 'stage' AS kind, e.id AS id, coalesce(nullif(e.application_organisation, ''), e.application_position) AS name,
			s.stage AS stage, s.lesson <> '' OR e.application_lessons <> '' AS lesson
		FROM stages AS s CROSS JOIN entries AS e ON e.n = s.entry
		WHERE s.day >= ?1 AND s.day <= ?2 AND s.day <> '' AND s.stage <> '` + journal.StageSaved + `' AND e.kind = 'application' ` + public + `
		UNION ALL
		SELECT w.day, 'followed-up', e.id, ` + giver + `, '', 0
		FROM (SELECT coalesce(nullif(e.feedback_follow_up_on, ''), e.day) AS day, e.n AS n FROM entries AS e INDEXED BY entries_feedback
				WHERE ` + isFeedback + ` AND ` + followedUp + `) AS w
			CROSS JOIN entries AS e ON e.n = w.n
		WHERE w.day >= ?1 AND w.day <= ?2 ` + public + `
		UNION ALL
		SELECT DISTINCT o.day, 'acted-on', e.id, ` + giver + `, '', 0
		FROM entries AS o CROSS JOIN acted_on AS a ON a.target = o.id AND a.entry <> o.n CROSS JOIN entries AS e ON e.n = a.entry
		WHERE o.day >= ?1 AND o.day <= ?2 AND ` + isFeedback + ` AND NOT ` + followedUp + ` ` + public + `
			AND NOT EXISTS (SELECT 1 FROM acted_on AS b CROSS JOIN entries AS p ON p.id = b.target
				WHERE b.entry = a.entry AND p.n <> b.entry AND p.day < o.day)
		ORDER BY day, id, stage`
}
