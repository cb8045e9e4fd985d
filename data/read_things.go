package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// People lists every person by name.
func (s *Store) People(ctx context.Context) (all []journal.Person, err error) {
	err = s.read(ctx, "list people", func(q querier) error {
		all, err = rowsOf(ctx, q, scanPerson, selectPeople)
		return err
	})
	return all, err
}

const selectPeople = `SELECT id, name, relationship, matters, support, last_contact, notes,
	leading_up, needs, offered, received, step_back, leading_up_extra, extra FROM people ORDER BY folded, n`

func scanPerson(row *sql.Rows) (journal.Person, error) {
	var p journal.Person
	var up journal.LeadingUp
	var hasUp bool
	var lastContact, needs, upExtra, extra string
	err := row.Scan(&p.ID, &p.Name, &p.Relationship, &p.Matters, &p.Support, &lastContact, &p.Notes,
		&hasUp, &needs, &up.Offered, &up.Received, &up.StepBack, &upExtra, &extra)
	if err != nil {
		return p, err
	}
	var f firstError
	p.LastContact, p.Extra = f.day(lastContact), f.extra(extra)
	if hasUp {
		up.Needs, up.Extra = keep(&f, readList[string], needs), f.extra(upExtra)
		p.LeadingUp = &up
	}
	return p, f.err
}

// Expectations lists every expectation in its order.
func (s *Store) Expectations(ctx context.Context) (all []journal.Expectation, err error) {
	err = s.read(ctx, "list expectations", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Expectation, error) {
			var x journal.Expectation
			var extra string
			if err := row.Scan(&x.ID, &x.Name, &x.Text, &x.Area, &x.Order, &x.Source, &x.Retired, &extra); err != nil {
				return x, err
			}
			x.Extra, err = readExtra(extra)
			return x, err
		}, `SELECT id, name, text, area, position, source, retired, extra FROM expectations ORDER BY position, n`)
		return err
	})
	return all, err
}

// OwnPrompts lists the user's own questions, in the order they came.
func (s *Store) OwnPrompts(ctx context.Context) (all []journal.OwnPrompt, err error) {
	err = s.read(ctx, "list own prompts", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.OwnPrompt, error) {
			var p journal.OwnPrompt
			var extra string
			if err := row.Scan(&p.ID, &p.Text, &p.Kind, &p.Element, &p.Paused, &extra); err != nil {
				return p, err
			}
			p.Extra, err = readExtra(extra)
			return p, err
		}, `SELECT id, text, kind, element, paused, extra FROM own_prompts ORDER BY n`)
		return err
	})
	return all, err
}

// Settings reads every setting that lies in the journal.
func (s *Store) Settings(ctx context.Context) (all map[string]string, err error) {
	err = s.read(ctx, "read settings", func(q querier) error {
		all, err = readSettings(ctx, q)
		return err
	})
	return all, err
}

// Shown tells on which day each prompt was last shown, by key.
func (s *Store) Shown(ctx context.Context) (map[string]journal.Day, error) {
	all := map[string]journal.Day{}
	err := s.read(ctx, "read shown prompts", func(q querier) error {
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var key, day string
			if err := row.Scan(&key, &day); err != nil {
				return struct{}{}, err
			}
			var err error
			all[key], err = readDay(day)
			return struct{}{}, err
		}, `SELECT key, day FROM shown_prompts`)
		return err
	})
	return all, err
}
