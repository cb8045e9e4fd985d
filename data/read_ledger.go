package data

import (
	"context"
	"database/sql"
	"errors"

	"groundwork/journal"
)

// ledgerRun is a part of the ledger that an index gives in its order: what is
// followed up, say. The ledger is some runs after each other, so that the
// pieces that show are found without a look at the others.
type ledgerRun struct {
	*conditions
	index string // that is read; "" where the giver picks the pieces out
	dated bool   // by the day to follow up on, the earliest first; else newest first
}

// ledgerRuns are the runs of the feedback that passes f, in their order.
func ledgerRuns(f journal.FeedbackFilter, soon journal.Day) []ledgerRun {
	const (
		open  = " AND e.feedback_state <> 'followed-up'"
		later = "e.feedback_follow_up_on > ? AND e.feedback_follow_up_on <> ''" + open
		noDay = "e.feedback_follow_up_on = ''" + open
		acted = " AND EXISTS (SELECT 1 " + actedOn + ")"
		idle  = " AND NOT EXISTS (SELECT 1 " + actedOn + ")"
	)
	by := soon.String()
	dated := func(where string) ledgerRun { return runOf(f, "entries_follow_ups", true, where, by) }
	undated := func(where string) ledgerRun { return runOf(f, "entries_feedback", false, where) }
	return []ledgerRun{
		dated(due),
		dated(later + idle), undated(noDay + idle),
		dated(later + acted), undated(noDay + acted),
		undated(followedUp),
	}
}

func runOf(f journal.FeedbackFilter, index string, dated bool, where string, args ...any) ledgerRun {
	r := ledgerRun{ledger(f), index, dated}
	r.add(where, args...)
	if f.Giver != "" || f.Entry != "" {
		r.index = ""
	}
	return r
}

// from is the FROM and the WHERE clause of the run.
func (r ledgerRun) from() string {
	if r.index == "" {
		return "FROM entries AS e " + r.clause()
	}
	return "FROM entries AS e INDEXED BY " + r.index + " " + r.clause()
}

// order puts the pieces of the run in order. Those of one day are sorted.
func (r ledgerRun) order() string {
	if r.dated {
		return "ORDER BY e.feedback_follow_up_on, e.day DESC, e.created_ms DESC, e.n DESC "
	}
	return newestFirst
}

// selectRun takes how many pieces are wanted, and how many stand before them.
func (r ledgerRun) selectRun() string {
	return "SELECT " + feedbackColumns + " " + r.from() + r.order() + "LIMIT ? OFFSET ?"
}

// Ledger reads a part of the feedback that passes f.
func (s *Store) Ledger(ctx context.Context, f journal.FeedbackFilter, w journal.LedgerWindow) (all []journal.FeedbackLine, err error) {
	err = s.read(ctx, "list feedback", func(q querier) error {
		var pieces feedbackRows
		skip := w.Skip
		for _, r := range ledgerRuns(f, w.Soon) {
			if len(pieces.lines) == w.Limit {
				break
			}
			offset, ended, err := r.skip(ctx, q, &skip)
			if err != nil {
				return err
			}
			if ended {
				continue
			}
			if err := pieces.add(ctx, q, r.selectRun(), append(r.args, w.Limit-len(pieces.lines), offset)...); err != nil {
				return err
			}
		}
		err := pieces.complete(ctx, q)
		all = pieces.lines
		return err
	})
	return all, err
}

// skip narrows the run to what comes from the day on on which the piece stands
// that has so many before it, and tells how many of those are of that day. It
// looks at an index alone. Where the run ends before, it takes its pieces off.
func (r ledgerRun) skip(ctx context.Context, q querier, pieces *int) (offset int, ended bool, err error) {
	if *pieces == 0 {
		return 0, false, nil
	}
	var day string
	var of, all int // that stand up to the day, on it and in all
	err = q.QueryRowContext(ctx, r.selectDay(), append(r.args, *pieces+1)...).Scan(&day, &of, &all)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, true, nil
	case err != nil:
		return 0, false, err
	case all <= *pieces:
		*pieces -= all
		return 0, true, nil
	}
	*pieces = 0
	if r.dated {
		r.add("e.feedback_follow_up_on >= ?", day)
	} else {
		r.add("e.day <= ?", day)
	}
	return of - 1, false, nil
}

// selectDay takes how many pieces are counted at most, and finds the day of the
// last of them, how many of them are of it, and how many there are in all.
func (r ledgerRun) selectDay() string {
	column, order, last := "e.day", " DESC", ""
	if r.dated {
		column, order, last = "e.feedback_follow_up_on", "", " DESC"
	}
	return "SELECT day, count(*), sum(count(*)) OVER () FROM (SELECT " + column + " AS day " + r.from() +
		"ORDER BY " + column + order + " LIMIT ?) GROUP BY day ORDER BY day" + last + " LIMIT 1"
}

// LedgerPlace tells how many pieces stand before one in the ledger of what
// passes f, or -1 where it is not in it.
func (s *Store) LedgerPlace(ctx context.Context, f journal.FeedbackFilter, soon journal.Day, id journal.ID) (at int, err error) {
	err = s.read(ctx, "find a piece in the ledger", func(q querier) error {
		before := 0
		for i, r := range ledgerRuns(f, soon) {
			one := f
			one.Entry = id
			only := ledgerRuns(one, soon)[i]
			var on string
			var p place
			err := q.QueryRowContext(ctx, "SELECT e.feedback_follow_up_on, e.day, e.created_ms, e.n "+only.from(), only.args...).
				Scan(&on, &p.day, &p.createdMs, &p.n)
			found := err == nil
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			if found {
				r.until(on, p)
			}
			var n int
			if err := q.QueryRowContext(ctx, "SELECT count(*) "+r.from(), r.args...).Scan(&n); err != nil {
				return err
			}
			before += n
			if found {
				at = before
				return nil
			}
		}
		at = -1
		return nil
	})
	return at, err
}

// until lets pass what stands before a piece of the run.
func (r ledgerRun) until(on string, p place) {
	newer := "(e.day > ? OR e.day = ? AND (e.created_ms, e.n) > (?, ?))"
	args := []any{p.day, p.day, p.createdMs, p.n}
	if r.dated {
		newer = "(e.feedback_follow_up_on < ? OR e.feedback_follow_up_on = ? AND " + newer + ")"
		args = append([]any{on, on}, args...)
	}
	r.add(newer, args...)
}
