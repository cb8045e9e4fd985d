package data

import (
	"context"
	"database/sql"
	"errors"

	"groundwork/journal"
)

// applications are the conditions of an application. A part that was kept from
// when the entry was one is none.
func applications(noPrivate bool) *conditions {
	return filtered(journal.Filter{Kinds: []journal.Kind{journal.ApplicationKind}, NoPrivate: noPrivate})
}

// Applications reads the short form of every application, newest first, each
// with its stages in the order in which they were written.
func (s *Store) Applications(ctx context.Context, noPrivate bool) (all []journal.ApplicationLine, err error) {
	err = s.read(ctx, "list applications", func(q querier) error {
		c := applications(noPrivate)
		var ns []int64
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.ApplicationLine, error) {
			n, l, err := scanApplication(row)
			ns = append(ns, n)
			return l, err
		}, selectApplications(c), c.args...)
		if err != nil {
			return err
		}
		stages, err := stagesOf(ctx, q, c)
		for i := range all {
			all[i].Stages = stages[ns[i]]
		}
		return err
	})
	return all, err
}

func selectApplications(c *conditions) string {
	return "SELECT " + lineColumns + `, e.n, e.application_position, e.application_organisation, e.application_route,
			e.application_next_step, e.application_next_step_on, e.application_lessons
		FROM entries AS e ` + c.clause() + newestFirst
}

func scanApplication(row *sql.Rows) (n int64, l journal.ApplicationLine, err error) {
	var nextStepOn string
	l.Line, err = scanLineAnd(row, &n, &l.Position, &l.Organisation, &l.Route, &l.NextStep, &nextStepOn, &l.Lessons)
	if err != nil {
		return n, l, err
	}
	l.NextStepOn, err = readDay(nextStepOn)
	return n, l, err
}

// stagesOf reads the stages of the applications that pass c, by the number of
// their entry, without what this program does not know.
func stagesOf(ctx context.Context, q querier, c *conditions) (map[int64][]journal.Stage, error) {
	all := map[int64][]journal.Stage{}
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var n int64
		var p packed
		if err := row.Scan(&n, &p.rest); err != nil {
			return struct{}{}, err
		}
		var f firstError
		stages := make([]journal.Stage, 0, 6) // most have no more
		for p.more() {
			stages = append(stages, journal.Stage{Stage: p.text(), Day: f.day(p.word()), Note: p.text(), Lesson: p.text()})
		}
		all[n] = stages
		return struct{}{}, errors.Join(p.err, f.err)
	}, selectStages(c), c.args...)
	return all, err
}

func selectStages(c *conditions) string {
	return "SELECT entry, group_concat(" + packedText("stage") + " || day || ' ' || " + packedText("note") + " || " + packedText("lesson") + ", '' ORDER BY position) FROM stages " +
		"WHERE entry IN (SELECT e.n FROM entries AS e " + c.clause() + ") GROUP BY entry"
}
