package data

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"groundwork/journal"
)

// readLists fills in what lies in the tables beside entries: one query for
// each table, however many entries there are.
func readLists(ctx context.Context, q querier, rows []*columnRow) error {
	byN := make(map[int64]*columnRow, len(rows))
	var in strings.Builder
	for _, r := range rows {
		if r.listsHash == "" {
			continue // it has none
		}
		byN[r.n] = r
		if in.Len() > 0 {
			in.WriteByte(',')
		}
		in.WriteString(strconv.FormatInt(r.n, 10))
	}
	if len(byN) == 0 {
		return nil
	}
	for _, l := range entryLists {
		if err := l.read(ctx, q, byN, "["+in.String()+"]"); err != nil {
			return err
		}
	}
	return nil
}

// entryList is one table beside entries: its columns, and a function that
// scans a row (the entry's number first) and tells how the row becomes part of
// its entry.
type entryList struct {
	table, columns string
	scan           func(row *sql.Rows, n *int64) (func(*journal.Entry), error)
}

func (l entryList) read(ctx context.Context, q querier, byN map[int64]*columnRow, ns string) error {
	rows, err := q.QueryContext(ctx, "SELECT entry, "+l.columns+" FROM "+l.table+
		" WHERE entry IN (SELECT value FROM json_each(?)) ORDER BY entry, position", ns)
	if err != nil {
		return err
	}
	defer rows.Close() // rows.Err tells
	for rows.Next() {
		var n int64
		put, err := l.scan(rows, &n)
		if err != nil {
			return err
		}
		of := byN[n]
		if of == nil { // an index that is damaged leads anywhere
			return fmt.Errorf("%w: a row of %s that belongs to another entry", journal.ErrDamaged, l.table)
		}
		put(&of.entry)
	}
	return rows.Err()
}

// entryLists are the tables beside entries. A row of acted_on or of stages
// only lies there with an entry that has the part it belongs to.
var entryLists = []entryList{
	{"entry_tags", "tag", func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		var tag string
		err := row.Scan(n, &tag)
		return func(e *journal.Entry) { e.Tags = append(e.Tags, tag) }, err
	}},
	{"entry_people", involvedColumns, func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		p, err := scanInvolved(row, n)
		return func(e *journal.Entry) { e.People = append(e.People, p) }, err
	}},
	{"entry_links", "target", func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		var id journal.ID
		err := row.Scan(n, &id)
		return func(e *journal.Entry) { e.Links = append(e.Links, id) }, err
	}},
	{"acted_on", "target", func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		var id journal.ID
		err := row.Scan(n, &id)
		return func(e *journal.Entry) {
			if e.Feedback != nil {
				e.Feedback.ActedOnIn = append(e.Feedback.ActedOnIn, id)
			}
		}, err
	}},
	{"stages", stageColumns, func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		s, err := scanStage(row, n)
		return func(e *journal.Entry) {
			if e.Application != nil {
				e.Application.Stages = append(e.Application.Stages, s)
			}
		}, err
	}},
	{"evidence", evidenceColumns, func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		v, err := scanEvidence(row, n)
		return func(e *journal.Entry) { e.Evidence = append(e.Evidence, v) }, err
	}},
	{"attachments", "name, type, sha256, url, extra", func(row *sql.Rows, n *int64) (func(*journal.Entry), error) {
		var a journal.Attachment
		var extra string
		if err := row.Scan(n, &a.Name, &a.Type, &a.SHA256, &a.URL, &extra); err != nil {
			return nil, err
		}
		var err error
		a.Extra, err = readExtra(extra)
		return func(e *journal.Entry) { e.Attachments = append(e.Attachments, a) }, err
	}},
}

const (
	involvedColumns = "person, role, extra"
	stageColumns    = "stage, day, note, lesson, extra"
	evidenceColumns = "expectation, strength, chosen, note, extra"
)

// scanInvolved scans the entry's number and involvedColumns.
func scanInvolved(row *sql.Rows, n *int64) (journal.Involved, error) {
	var p journal.Involved
	var extra string
	if err := row.Scan(n, &p.Person, &p.Role, &extra); err != nil {
		return p, err
	}
	var err error
	p.Extra, err = readExtra(extra)
	return p, err
}

// scanStage scans the entry's number and stageColumns.
func scanStage(row *sql.Rows, n *int64) (journal.Stage, error) {
	var s journal.Stage
	var day, extra string
	if err := row.Scan(n, &s.Stage, &day, &s.Note, &s.Lesson, &extra); err != nil {
		return s, err
	}
	var f firstError
	s.Day, s.Extra = f.day(day), f.extra(extra)
	return s, f.err
}

// scanEvidence scans the entry's number and evidenceColumns.
func scanEvidence(row *sql.Rows, n *int64) (journal.Evidence, error) {
	var v journal.Evidence
	var extra string
	if err := row.Scan(n, &v.Expectation, &v.Strength, &v.Chosen, &v.Note, &extra); err != nil {
		return v, err
	}
	var err error
	v.Extra, err = readExtra(extra)
	return v, err
}
