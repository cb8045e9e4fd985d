package data

import (
	"context"

	"groundwork/journal"
)

// OneOf reads of each of some days the short form of one entry, a starred one
// if there is any, else the last one, newest day first. Days without an entry
// are left out, and so are entries that are filed on a month or a quarter.
func (s *Store) OneOf(ctx context.Context, days []journal.Day, noPrivate bool) (all []journal.Line, err error) {
	list, err := jsonText(days)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, "find entries of some days", func(q querier) error {
		all, err = rowsOf(ctx, q, scanLine, selectOneOf(noPrivate), list)
		return err
	})
	return all, err
}

func selectOneOf(noPrivate bool) string {
	public := ""
	if noPrivate {
		public = " AND private = 0"
	}
	return `SELECT ` + lineColumns + ` FROM json_each(?) AS d CROSS JOIN entries AS e
		ON e.n = (SELECT n FROM entries WHERE day = d.value AND precision = 'day'` + public + `
			ORDER BY starred DESC, created_ms DESC, n DESC LIMIT 1)` + newestFirst
}
