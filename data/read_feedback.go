package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// Parts of queries on feedback. A part that was kept from when the entry was
// feedback is none.
const (
	isFeedback = `e.kind = 'feedback'`
	followedUp = `e.feedback_state = 'followed-up'`
	isNew      = `e.feedback_state IN ('', 'new')`
	// due takes the day. Its last two terms let the index of follow-ups answer.
	due = `e.feedback_follow_up_on <= ? AND e.feedback_follow_up_on <> '' AND e.feedback_state <> 'followed-up'`
	// actedOn are the entries that act on e. One that is gone acts no more.
	actedOn = `FROM acted_on AS a JOIN entries AS o ON o.id = a.target WHERE a.entry = e.n AND o.n <> e.n`
)

// ledger turns a filter into conditions.
func ledger(f journal.FeedbackFilter) *conditions {
	c := filtered(journal.Filter{Since: f.Since, Until: f.Until, NoPrivate: f.NoPrivate})
	c.add(isFeedback)
	switch f.State {
	case "":
	case "new":
		c.add(isNew)
	default:
		c.add("e.feedback_state = ?", f.State)
	}
	if f.Stance != "" {
		c.add("e.feedback_stance = ?", f.Stance)
	}
	if f.Giver != "" {
		c.add("e.feedback_giver <> '' AND e.feedback_giver IN "+meant, f.Giver, fold(f.Giver))
	}
	if !f.DueBy.IsZero() {
		c.add(due, f.DueBy.String())
	}
	if f.NeverActedOn {
		c.add("e.feedback_state <> 'followed-up' AND NOT EXISTS (SELECT 1 " + actedOn + ")")
	}
	if f.ActedOn {
		c.add("EXISTS (SELECT 1 " + actedOn + ")")
	}
	return c
}

// Feedback reads the short forms of the feedback that passes f: first what is
// still to be followed up, the earliest date first and what has no date after
// it; then what is followed up, newest first.
func (s *Store) Feedback(ctx context.Context, f journal.FeedbackFilter) (all []journal.FeedbackLine, err error) {
	err = s.read(ctx, "list feedback", func(q querier) error {
		c := ledger(f)
		all, err = rowsOf(ctx, q, scanFeedback, selectFeedback(c), c.args...)
		return err
	})
	return all, err
}

func selectFeedback(c *conditions) string {
	return "SELECT " + lineColumns + `,
			coalesce(p.name, e.feedback_giver), coalesce(p.id, ''), e.feedback_relationship, e.feedback_channel,
			substr(e.feedback_quote, 1, 240), e.feedback_stance, iif(e.feedback_state = '', 'new', e.feedback_state),
			e.feedback_follow_up_on, (SELECT count(DISTINCT a.target) ` + actedOn + `)
		FROM entries AS e LEFT JOIN people AS p ON p.id = e.feedback_giver ` + c.clause() + `
		ORDER BY ` + followedUp + `, ` + followedUp + ` OR e.feedback_follow_up_on = '',
			iif(` + followedUp + `, '', e.feedback_follow_up_on), e.day DESC, e.created_ms DESC, e.n DESC`
}

func scanFeedback(row *sql.Rows) (journal.FeedbackLine, error) {
	var l journal.FeedbackLine
	var followUpOn string
	var err error
	l.Line, err = scanLineAnd(row, &l.Giver, &l.GiverID, &l.Relationship, &l.Channel, &l.Quote, &l.Stance, &l.State, &followUpOn, &l.ActedOn)
	if err != nil {
		return l, err
	}
	l.FollowUpOn, err = readDay(followUpOn)
	return l, err
}

// FeedbackCounts counts what passes f; what is due is counted by today.
func (s *Store) FeedbackCounts(ctx context.Context, f journal.FeedbackFilter, today journal.Day) (n journal.FeedbackCounts, err error) {
	err = s.read(ctx, "count feedback", func(q querier) error {
		c := ledger(f)
		return q.QueryRowContext(ctx, countFeedback(c), append([]any{today.String()}, c.args...)...).Scan(
			&n.All, &n.Givers, &n.Praise, &n.Constructive, &n.Mixed, &n.New, &n.Practising, &n.FollowedUp, &n.Due, &n.NeverActedOn, &n.ActedOn)
	})
	return n, err
}

// countFeedback counts with filters, which give 0 of nothing where sums give
// NULL.
func countFeedback(c *conditions) string {
	return `SELECT count(*), count(DISTINCT nullif(e.feedback_giver, '')),
			count(*) FILTER (WHERE e.feedback_stance = 'praise'),
			count(*) FILTER (WHERE e.feedback_stance = 'constructive'),
			count(*) FILTER (WHERE e.feedback_stance = 'mixed'),
			count(*) FILTER (WHERE ` + isNew + `),
			count(*) FILTER (WHERE e.feedback_state = 'practising'),
			count(*) FILTER (WHERE ` + followedUp + `),
			count(*) FILTER (WHERE ` + due + `),
			count(*) FILTER (WHERE NOT e.acted AND NOT ` + followedUp + `),
			count(*) FILTER (WHERE e.acted)
		FROM (SELECT e.feedback_giver, e.feedback_stance, e.feedback_state, e.feedback_follow_up_on,
				EXISTS (SELECT 1 ` + actedOn + `) AS acted
			FROM entries AS e ` + c.clause() + `) AS e`
}
