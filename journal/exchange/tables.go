package exchange

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"groundwork/journal"
)

// column is a column of a table: its head, which is the name of the field in
// the journal's own JSON, and its cell.
type column[T any] struct {
	head   string
	cell   func(T) string
	number bool // and no text that could be a formula
}

func text[T any](head string, cell func(T) string) column[T] {
	return column[T]{head: head, cell: cell}
}

// joined is a column that holds a list.
func joined[T any](head string, cell func(T) []string) column[T] {
	return text(head, func(x T) string { return strings.Join(cell(x), "; ") })
}

// under gives the columns of a part of an entry as columns of the entry. They
// are empty where the entry has no such part, or keeps one out of sight since
// it was of another kind.
func under[T any](part string, of func(*journal.Entry) *T, columns []column[*T]) []column[*journal.Entry] {
	all := make([]column[*journal.Entry], 0, len(columns))
	for _, c := range columns {
		all = append(all, column[*journal.Entry]{part + c.head, func(e *journal.Entry) string {
			if p := of(e); p != nil {
				return c.cell(p)
			}
			return ""
		}, c.number})
	}
	return all
}

// writeHeads writes the first row.
func writeHeads[T any](t *tableWriter, columns []column[T]) {
	for _, c := range columns {
		t.cell(c.head)
	}
	t.endRow()
}

func writeRow[T any](t *tableWriter, columns []column[T], x T) {
	for _, c := range columns {
		if c.number {
			t.cell(c.cell(x))
		} else {
			t.text(c.cell(x))
		}
	}
	t.endRow()
}

// WriteTable writes the entries as one CSV table for a spreadsheet, a row each,
// with the fields of their kind. It is for reading: what a cell cannot hold,
// such as a field of another program, is in the JSON and the Markdown folder
// only.
func WriteTable(w io.Writer, x journal.Export) error {
	t := newTable(unclosed{w})
	columns := newWords(x).entryColumns()
	writeHeads(t, columns)
	for e, err := range x.Entries {
		if err != nil {
			return err
		}
		writeRow(t, columns, &e)
		if t.err != nil {
			break
		}
	}
	if err := t.close(); err != nil {
		return fmt.Errorf("write the table of entries: %w", err)
	}
	return nil
}

// unclosed is closed by whoever opened it.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// WriteTables writes the entries as CSV tables: entries.csv as WriteTable does,
// and with a row each the feedback, the applications, their stages and the
// evidence. The column "entry" holds the id of the entry that a row belongs to,
// with which tables can be joined. The tables grow side by side while the
// entries come.
func WriteTables(create func(name string) (io.WriteCloser, error), x journal.Export) (err error) {
	w := newWords(x)
	var all tables
	defer func() {
		if failed := all.close(); failed != nil {
			err = errors.Join(err, fmt.Errorf("write the tables: %w", failed))
		}
	}()
	write := []func(*journal.Entry){
		addTable(&all, create, "entries.csv", w.entryColumns(), itself),
		addTable(&all, create, "feedback.csv", append(belonging(), under("", feedbackOf, w.feedbackColumns())...), having(feedbackOf)),
		addTable(&all, create, "applications.csv", append(belonging(), under("", applicationOf, applicationColumns())...), having(applicationOf)),
		addTable(&all, create, "stages.csv", stageColumns(), stagesOf),
		addTable(&all, create, "evidence.csv", w.evidenceColumns(), proofsOf),
	}
	if all.err != nil {
		return fmt.Errorf("write the tables: %w", all.err)
	}
	for e, err := range x.Entries {
		if err != nil {
			return err
		}
		for _, table := range write {
			table(&e)
		}
		if all.failed() {
			return nil // closing them says why
		}
	}
	return nil
}

// tables are the tables of a folder.
type tables struct {
	open []*tableWriter
	err  error // of making one
}

// addTable makes a table and gives what writes the rows of an entry.
func addTable[T any](all *tables, create func(string) (io.WriteCloser, error), name string, columns []column[T], rows func(*journal.Entry) []T) func(*journal.Entry) {
	if all.err != nil {
		return nil
	}
	out, err := create(name)
	if err != nil {
		all.err = err
		return nil
	}
	t := newTable(out)
	all.open = append(all.open, t)
	writeHeads(t, columns)
	return func(e *journal.Entry) {
		for _, x := range rows(e) {
			writeRow(t, columns, x)
		}
	}
}

func (all *tables) failed() bool {
	for _, t := range all.open {
		if t.err != nil {
			return true
		}
	}
	return false
}

func (all *tables) close() error {
	var errs []error
	for _, t := range all.open {
		errs = append(errs, t.close())
	}
	return errors.Join(errs...)
}

// itself gives one row for every entry.
func itself(e *journal.Entry) []*journal.Entry { return []*journal.Entry{e} }

// having gives one row for an entry that has a part.
func having[T any](part func(*journal.Entry) *T) func(*journal.Entry) []*journal.Entry {
	return func(e *journal.Entry) []*journal.Entry {
		if part(e) == nil {
			return nil
		}
		return []*journal.Entry{e}
	}
}

// These give the part of the entry's own kind, or nil.

func momentOf(e *journal.Entry) *journal.Moment {
	if e.Kind != journal.MomentKind {
		return nil
	}
	return e.Moment
}

func feedbackOf(e *journal.Entry) *journal.Feedback {
	if e.Kind != journal.FeedbackKind {
		return nil
	}
	return e.Feedback
}

func applicationOf(e *journal.Entry) *journal.Application {
	if e.Kind != journal.ApplicationKind {
		return nil
	}
	return e.Application
}

// stageRow is a stage, with the entry it belongs to.
type stageRow struct {
	of *journal.Entry
	journal.Stage
}

func stagesOf(e *journal.Entry) []stageRow {
	a := applicationOf(e)
	if a == nil {
		return nil
	}
	rows := make([]stageRow, 0, len(a.Stages))
	for _, s := range a.Stages {
		rows = append(rows, stageRow{e, s})
	}
	return rows
}

// proofRow is what an entry shows, with the entry.
type proofRow struct {
	of *journal.Entry
	journal.Evidence
}

func proofsOf(e *journal.Entry) []proofRow {
	rows := make([]proofRow, 0, len(e.Evidence))
	for _, v := range e.Evidence {
		rows = append(rows, proofRow{e, v})
	}
	return rows
}

func yesNo(b bool) string { return strconv.FormatBool(b) }

func maybe(b *bool) string {
	if b == nil {
		return ""
	}
	return yesNo(*b)
}

func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func instant(t time.Time) string { return t.Format(time.RFC3339Nano) }

func idTexts(ids []journal.ID) []string {
	texts := make([]string, 0, len(ids))
	for _, id := range ids {
		texts = append(texts, string(id))
	}
	return texts
}
