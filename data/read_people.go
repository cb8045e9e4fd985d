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
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.PersonLine, error) {
			var l journal.PersonLine
			var newest string
			var err error
			if l.Person, err = scanPersonAnd(row, &l.Feedback, &l.Entries, &newest); err != nil {
				return l, err
			}
			l.Newest, err = readDay(newest)
			return l, err
		}, selectPersonLines)
		return err
	})
	return all, err
}

const selectPersonLines = `WITH named AS (
		SELECT person, entry FROM entry_people UNION SELECT feedback_giver, n FROM entries WHERE feedback_giver <> '')
	SELECT ` + personColumns + `,
		(SELECT count(*) FROM entries WHERE feedback_giver = p.id AND feedback_giver <> '' AND kind = 'feedback'),
		coalesce(c.entries, 0), coalesce(c.newest, '')
	FROM people AS p LEFT JOIN (
		SELECT named.person, count(*) AS entries, max(e.day) AS newest FROM named JOIN entries AS e ON e.n = named.entry GROUP BY 1
	) AS c ON c.person = p.id
	ORDER BY p.folded, p.n`

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
