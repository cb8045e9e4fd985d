package data

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

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
	if f.Giver == "" {
		c.add(isFeedback)
	} else {
		// The index of givers is to pick them out: few give much of it.
		c.add("+"+isFeedback+" AND e.feedback_giver <> '' AND e.feedback_giver IN "+meant, f.Giver, fold(f.Giver))
	}
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
	if !f.DueBy.IsZero() {
		c.add(due, f.DueBy.String())
	}
	if f.NeverActedOn {
		c.add("e.feedback_state <> 'followed-up' AND NOT EXISTS (SELECT 1 " + actedOn + ")")
	}
	if f.ActedOn {
		c.add("EXISTS (SELECT 1 " + actedOn + ")")
	}
	if f.Entry != "" {
		c.add("e.id = ?", string(f.Entry))
	}
	return c
}

// Feedback reads the short forms of the feedback that passes f: first what is
// still to be followed up, the earliest date first and what has no date after
// it; then what is followed up, newest first.
//
// Names and the entries that act on feedback are read once for all of it: to
// look them up for each piece takes as long as to read it.
func (s *Store) Feedback(ctx context.Context, f journal.FeedbackFilter) (all []journal.FeedbackLine, err error) {
	err = s.read(ctx, "list feedback", func(q querier) error {
		c := ledger(f)
		var pieces feedbackRows
		err := pieces.add(ctx, q, selectFeedback(c), c.args...)
		if err == nil {
			err = pieces.complete(ctx, q)
		}
		all = pieces.lines
		return err
	})
	slices.SortStableFunc(all, byUrgency)
	return all, err
}

func selectFeedback(c *conditions) string {
	return "SELECT " + feedbackColumns + " FROM entries AS e " + c.clause() + newestFirst
}

const feedbackColumns = lineColumns + `, e.n, e.feedback_giver, e.feedback_relationship, e.feedback_channel,
	substr(e.feedback_quote, 1, 240), e.feedback_stance, e.feedback_state, e.feedback_follow_up_on`

// feedbackRows are pieces of feedback as they are read, with their numbers.
type feedbackRows struct {
	lines []journal.FeedbackLine
	ns    []int64
}

// add reads the pieces of a query for feedbackColumns.
func (r *feedbackRows) add(ctx context.Context, q querier, query string, args ...any) error {
	some, err := rowsOf(ctx, q, func(row *sql.Rows) (journal.FeedbackLine, error) {
		n, l, err := scanFeedback(row)
		r.ns = append(r.ns, n)
		return l, err
	}, query, args...)
	r.lines = append(r.lines, some...)
	return err
}

// complete fills in the names and the entries that act on the pieces.
func (r *feedbackRows) complete(ctx context.Context, q querier) error {
	if len(r.lines) == 0 {
		return nil
	}
	names, err := namesByID(ctx, q)
	if err != nil {
		return err
	}
	acting, err := countActing(ctx, q, r.ns)
	for i := range r.lines {
		l := &r.lines[i]
		l.ActedOn = acting[r.ns[i]]
		if name, ok := names[l.Giver]; ok {
			l.Giver, l.GiverID = name, journal.ID(l.Giver)
		}
	}
	return err
}

func scanFeedback(row *sql.Rows) (n int64, l journal.FeedbackLine, err error) {
	var followUpOn string
	l.Line, err = scanLineAnd(row, &n, &l.Giver, &l.Relationship, &l.Channel, &l.Quote, &l.Stance, &l.State, &followUpOn)
	if err != nil {
		return n, l, err
	}
	l.State = cmp.Or(l.State, "new")
	l.FollowUpOn, err = readDay(followUpOn)
	return n, l, err
}

// byUrgency compares what is newest first already.
func byUrgency(a, b journal.FeedbackLine) int {
	if d := cmp.Compare(urgency(a), urgency(b)); d != 0 || urgency(a) > 0 {
		return d
	}
	return a.FollowUpOn.Compare(b.FollowUpOn)
}

// urgency is 0 where there is a day to follow up on, 1 where there is none, and
// 2 where that is done.
func urgency(l journal.FeedbackLine) int {
	switch {
	case l.State == "followed-up":
		return 2
	case l.FollowUpOn.IsZero():
		return 1
	}
	return 0
}

// namesByID reads the name of every person.
func namesByID(ctx context.Context, q querier) (map[string]string, error) {
	all := map[string]string{}
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var id, name string
		err := row.Scan(&id, &name)
		all[id] = name
		return struct{}{}, err
	}, `SELECT id, name FROM people`)
	return all, err
}

// countActing counts, by its number, the entries that act on feedback.
func countActing(ctx context.Context, q querier, ns []int64) (map[int64]int, error) {
	list, err := jsonText(ns)
	if err != nil {
		return nil, err
	}
	all := map[int64]int{}
	_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var n int64
		var count int
		err := row.Scan(&n, &count)
		all[n] = count
		return struct{}{}, err
	}, selectActing, list)
	return all, err
}

const selectActing = `SELECT a.entry, count(DISTINCT o.n)
	FROM acted_on AS a CROSS JOIN entries AS o ON o.id = a.target AND o.n <> a.entry
	WHERE a.entry IN (SELECT value FROM json_each(?)) GROUP BY a.entry`

// FeedbackCounts counts what passes f; what is due is counted by today.
func (s *Store) FeedbackCounts(ctx context.Context, f journal.FeedbackFilter, today journal.Day) (n journal.FeedbackCounts, err error) {
	err = s.read(ctx, "count feedback", func(q querier) error {
		c := ledger(f)
		return q.QueryRowContext(ctx, countFeedback(c), append([]any{today.String()}, c.args...)...).Scan(
			&n.All, &n.Givers, &n.Praise, &n.Constructive, &n.Mixed, &n.New, &n.Practising, &n.FollowedUp, &n.Due, &n.NeverActedOn, &n.ActedOn,
			&n.Practised, &n.Quoted, &n.Quoting)
	})
	return n, err
}

// countFeedback counts with filters, which give 0 of nothing where sums give
// NULL. The LIMIT, which is none, has SQLite look once for what acts on a piece,
// and not once for each figure that asks for it.
func countFeedback(c *conditions) string {
	return `SELECT count(*), count(DISTINCT giver),
			count(*) FILTER (WHERE stance = 'praise'),
			count(*) FILTER (WHERE stance = 'constructive'),
			count(*) FILTER (WHERE stance = 'mixed'),
			count(*) FILTER (WHERE fresh),
			count(*) FILTER (WHERE state = 'practising'),
			count(*) FILTER (WHERE done),
			count(*) FILTER (WHERE due),
			count(*) FILTER (WHERE NOT acted AND NOT done),
			count(*) FILTER (WHERE acted),
			count(*) FILTER (WHERE acted AND NOT done AND NOT due),
			count(*) FILTER (WHERE quoted),
			count(DISTINCT giver) FILTER (WHERE quoted)
		FROM (SELECT e.feedback_quote <> '' AS quoted, nullif(e.feedback_giver, '') AS giver, e.feedback_stance AS stance,
				e.feedback_state AS state, ` + isNew + ` AS fresh, ` + followedUp + ` AS done, ` + due + ` AS due,
				EXISTS (SELECT 1 ` + actedOn + `) AS acted
			FROM entries AS e ` + c.clause() + `LIMIT -1) AS found`
}
