package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// PersonLines lists every person by name, with what names them. Who gave
// feedback that is now an entry of another kind is still named in it.
func (s *Store) PersonLines(ctx context.Context) (all []journal.PersonLine, err error) {
	err = s.read(ctx, "list people", func(q querier) error {
		people, err := rowsOf(ctx, q, scanPerson, selectPeople)
		if err != nil {
			return err
		}
		all = make([]journal.PersonLine, len(people))
		byID := make(map[string]*journal.PersonLine, len(people))
		for i := range people {
			all[i].Person = people[i]
			byID[string(people[i].ID)] = &all[i]
		}
		for _, query := range []string{countInvolved, countGivers} {
			if err := countNamed(ctx, q, byID, query); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// countNamed adds what names people: rows of an ID or a name, the pieces of
// feedback, the entries, and the newest day of one.
func countNamed(ctx context.Context, q querier, byID map[string]*journal.PersonLine, query string) error {
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var ref, newest string
		var feedback, entries int
		if err := row.Scan(&ref, &feedback, &entries, &newest); err != nil {
			return struct{}{}, err
		}
		l := byID[ref]
		if l == nil {
			return struct{}{}, nil // a name
		}
		day, err := readDay(newest)
		l.Feedback += feedback
		l.Entries += entries
		if day.Compare(l.Newest) > 0 {
			l.Newest = day
		}
		return struct{}{}, err
	}, query)
	return err
}

// These read nothing but two indexes. Who gave feedback and stands in it once
// more is counted with those who stand in it.
const (
	countInvolved = `SELECT person, 0, count(DISTINCT entry), max(day) FROM entry_people GROUP BY person`
	countGivers   = `SELECT g.feedback_giver, count(*) FILTER (WHERE g.kind = 'feedback'),
			count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM entry_people WHERE person = g.feedback_giver AND entry = g.n)), max(g.day)
		FROM entries AS g WHERE g.feedback_giver <> '' GROUP BY g.feedback_giver`
)

// Named tells who stands in each entry that names a person, by the person's ID
// or, where nobody has it, by a name.
func (s *Store) Named(ctx context.Context, person string) (map[journal.ID]journal.Naming, error) {
	all := map[journal.ID]journal.Naming{}
	err := s.read(ctx, "find who is named", func(q querier) error {
		ids := map[int64]journal.ID{}
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n int64
			var id journal.ID
			var naming journal.Naming
			err := row.Scan(&n, &id, &naming.Giver)
			ids[n], all[id] = id, naming
			return struct{}{}, err
		}, selectGivers, person)
		if err != nil {
			return err
		}
		_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n int64
			p, err := scanInvolved(row, &n)
			naming := all[ids[n]]
			naming.People = append(naming.People, p)
			all[ids[n]] = naming
			return struct{}{}, err
		}, selectInvolved, person)
		return err
	})
	return all, err
}

const (
	// naming are the entries that name a person.
	naming = `(SELECT entry FROM entry_people WHERE person = ?1
		UNION SELECT n FROM entries WHERE feedback_giver = ?1 AND feedback_giver <> '')`
	selectGivers   = `SELECT n, id, feedback_giver FROM entries WHERE n IN ` + naming
	selectInvolved = `SELECT entry, ` + involvedColumns + ` FROM entry_people WHERE entry IN ` + naming + ` ORDER BY entry, position`
)

// LooseNames lists the names in entries that are nobody's, each once.
func (s *Store) LooseNames(ctx context.Context) (all []string, err error) {
	err = s.read(ctx, "list names", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (name string, err error) { return name, row.Scan(&name) }, selectLoose)
		return err
	})
	return all, err
}

// selectLoose reads nothing but two indexes.
const selectLoose = `SELECT name FROM (SELECT person AS name FROM entry_people UNION SELECT feedback_giver FROM entries WHERE feedback_giver <> '')
	WHERE name NOT IN (SELECT id FROM people) ORDER BY name`

// Tagged tells the tags of each entry that carries a tag, without regard to
// case.
func (s *Store) Tagged(ctx context.Context, tag string) (map[journal.ID][]string, error) {
	all := map[journal.ID][]string{}
	err := s.read(ctx, "find who carries a tag", func(q querier) error {
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var id journal.ID
			var tag string
			err := row.Scan(&id, &tag)
			all[id] = append(all[id], tag)
			return struct{}{}, err
		}, selectTagged, fold(tag))
		return err
	})
	return all, err
}

const selectTagged = `SELECT e.id, t.tag FROM entry_tags AS t JOIN entries AS e ON e.n = t.entry
	WHERE t.entry IN (SELECT entry FROM entry_tags WHERE folded = ?) ORDER BY t.entry, t.position`
