package data

import (
	"cmp"
	"context"
	"database/sql"
	"strings"

	"groundwork/journal"
)

// CellsOf counts as the summary does, but only the entries that pass f, oldest
// month first.
func (s *Store) CellsOf(ctx context.Context, f journal.Filter) (all []journal.Cell, err error) {
	err = s.read(ctx, "count entries by month", func(q querier) error {
		c := filtered(f)
		all, err = readCells(ctx, q, selectCellsOf(c), append(c.args, c.args...)...)
		return err
	})
	return all, err
}

// selectCellsOf takes the filter's arguments twice. The entries come first, and
// what each proves is looked up: a filter leaves few.
func selectCellsOf(c *conditions) string {
	proving := conditions{where: append([]string{"v.expectation <> ''"}, c.where...)}
	return `SELECT month, kind, expectation, entries AS count,
			CASE strongest WHEN 1 THEN 'own-word' WHEN 2 THEN 'number' WHEN 3 THEN 'quote' WHEN 4 THEN 'artefact' ELSE '' END AS strongest, newest
		FROM (
			SELECT substr(e.day, 1, 7) AS month, e.kind, '' AS expectation, count(DISTINCT e.n) AS entries,
				max(v.strength_rank) AS strongest, max(e.day) AS newest
			FROM entries AS e LEFT JOIN evidence AS v ON v.entry = e.n ` + c.clause() + `GROUP BY 1, 2
			UNION ALL
			SELECT substr(e.day, 1, 7), e.kind, v.expectation, count(DISTINCT e.n), max(v.strength_rank), max(e.day)
			FROM entries AS e CROSS JOIN evidence AS v ON v.entry = e.n ` + proving.clause() + `GROUP BY 1, 2, 3)`
}

// Showing counts for each group the entries of the span that show something of
// it. A group of which nothing is shown is left out.
func (s *Store) Showing(ctx context.Context, groups map[string][]string, span journal.Span, noPrivate bool) (map[string]journal.Showing, error) {
	var all []wanted
	for name, keys := range groups {
		all = append(all, wantedOf(name, keys)...)
	}
	if len(all) == 0 {
		return map[string]journal.Showing{}, nil
	}
	counts := map[string]journal.Showing{}
	err := s.read(ctx, "count what is shown", func(q querier) error {
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var group, last string
			var c journal.Showing
			if err := row.Scan(&group, &c.Entries, &last, &c.Newest); err != nil {
				return struct{}{}, err
			}
			var err error
			c.Last, err = readDay(last)
			counts[group] = c
			return struct{}{}, err
		}, selectShowing(len(all), noPrivate), append(wantedArgs(all), span.From.String(), cmp.Or(span.Until.String(), lastDay))...)
		return err
	})
	return counts, err
}

// lastDay comes after every day.
const lastDay = "9999-12-31"

// wanted is one thing that an entry can show, for a group: an answer to a
// question whose key is from low on and before high, or support of an
// expectation that came from the element.
type wanted struct{ group, low, high, element string }

// wantedOf reads the keys of elements and of questions.
func wantedOf(group string, keys []string) []wanted {
	all := make([]wanted, len(keys))
	for i, key := range keys {
		if strings.Contains(key, "#") {
			all[i] = wanted{group: group, low: key, high: key + "\x01"} // no other key
		} else {
			all[i] = wanted{group: group, low: key + "#", high: behind(key + "#"), element: key}
		}
	}
	return all
}

func wantedArgs(all []wanted) []any {
	args := make([]any, 0, 4*len(all))
	for _, w := range all {
		args = append(args, w.group, w.low, w.high, w.element)
	}
	return args
}

// selectShown finds the entries that show what is wanted, each once for a
// group. It takes the fields of so many wanted things, and reads nothing but
// indexes.
func selectShown(things int) string {
	return `WITH wanted (grp, low, high, element) AS (VALUES (?, ?, ?, ?)` + strings.Repeat(", (?, ?, ?, ?)", things-1) + `)
		SELECT w.grp AS grp, p.n AS n, p.day AS day FROM wanted AS w
			CROSS JOIN entries AS p ON p.prompt_key <> '' AND p.prompt_key >= w.low AND p.prompt_key < w.high
		UNION SELECT w.grp, p.n, p.day FROM wanted AS w
			CROSS JOIN own_prompts AS o ON o.element = w.element AND w.element <> ''
			CROSS JOIN entries AS p ON p.prompt_key <> '' AND p.prompt_key = '` + journal.OwnPromptPrefix + `' || o.id
		UNION SELECT w.grp, v.entry, v.day FROM wanted AS w
			CROSS JOIN expectations AS x ON x.source = w.element AND w.element <> ''
			CROSS JOIN evidence AS v ON v.expectation = x.id`
}

// selectShowing takes what selectShown takes, and the first and the last day. The newest is
// the one with the highest number of those on the last day.
func selectShowing(things int, noPrivate bool) string {
	public := ""
	if noPrivate {
		public = "AND s.n NOT IN (SELECT n FROM entries WHERE private = 1) "
	}
	return `SELECT grp, entries, substr(newest, 1, 10), (SELECT id FROM entries WHERE n = CAST(substr(newest, 11) AS INTEGER))
		FROM (SELECT s.grp, count(*) AS entries, max(s.day || printf('%019d', s.n)) AS newest
			FROM (` + selectShown(things) + `) AS s WHERE s.day >= ? AND s.day <= ? ` + public + `GROUP BY s.grp)`
}

// MomentCounts counts the moments of the span.
func (s *Store) MomentCounts(ctx context.Context, span journal.Span, noPrivate bool) (m journal.MomentCounts, err error) {
	err = s.read(ctx, "count moments", func(q querier) error {
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var change, outcome string
			var count, numbered int
			err := row.Scan(&change, &outcome, &count, &numbered)
			addMoments(&m, change, outcome, count, numbered)
			return struct{}{}, err
		}, selectMoments(noPrivate), span.From.String(), cmp.Or(span.Until.String(), lastDay))
		return err
	})
	return m, err
}

// selectMoments takes the first and the last day.
func selectMoments(noPrivate bool) string {
	public := ""
	if noPrivate {
		public = "AND private = 0 "
	}
	return `SELECT moment_change, moment_outcome, count(*), count(moment_impact_value) FROM entries INDEXED BY entries_moments
		WHERE kind = 'moment' AND day >= ? AND day <= ? ` + public + `GROUP BY moment_change, moment_outcome`
}

// addMoments adds moments of one change and outcome.
func addMoments(m *journal.MomentCounts, change, outcome string, count, numbered int) {
	m.All += count
	m.Numbered += numbered
	switch change {
	case journal.Initiated:
		m.Initiated += count
	case journal.Supported:
		m.Supported += count
	}
	if outcome == "" {
		return
	}
	if m.Outcomes == nil {
		m.Outcomes = map[string]journal.OutcomeCount{}
	}
	tied := m.Outcomes[outcome]
	m.Outcomes[outcome] = journal.OutcomeCount{Moments: tied.Moments + count, Numbered: tied.Numbered + numbered}
}
