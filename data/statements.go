package data

import (
	"fmt"
	"maps"
	"slices"

	"groundwork/journal"
)

// statement is one step of a write: SQL with its arguments, which are text,
// int64, float64 or nil. The same list of statements gives the same journal.
type statement struct {
	sql  string
	args []any
	// rows is the number of rows the statement must change: another number
	// undoes the whole list and is an ErrConflict. 0 means any number.
	rows int64
}

// list gathers statements and keeps the first error of making them.
type list struct {
	statements []statement
	err        error
}

func (l *list) add(sql string, args ...any) {
	l.statements = append(l.statements, statement{sql: sql, args: args})
}

// one adds a statement that must change exactly one row.
func (l *list) one(sql string, args ...any) {
	l.statements = append(l.statements, statement{sql: sql, args: args, rows: 1})
}

func (l *list) extra(x journal.Extra) string {
	text, err := extraText(x)
	l.fail(err)
	return text
}

func (l *list) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// known is what has to be known of the journal to change it.
type known struct {
	lists    map[journal.ID]string // lists_hash of the entries that are to change
	touched  []*columnRow          // the entries that get other tags, people or evidence
	entries  int                   // how many there are
	moved    int                   // how many are changed, removed, or name somebody who has another name now
	bulkFrom int                   // see Store
	chains   []*chain              // the histories that change
	unwanted []unwanted            // the files that what goes for good names
}

// statementsFor turns a set of changes into the list that writes it.
//
// What is removed goes first, so that a thing may be removed and added again
// under its id. People come before entries, whose rows repeat their names.
func statementsFor(c journal.Changes, k known) ([]statement, error) {
	var l list
	everything := k.indexAnew()
	if everything {
		l.add(beginBulk, int64(1))
	}
	removals(&l, c)
	forget(&l, c.Forget, k.unwanted)
	for _, p := range c.People {
		l.person(p)
	}
	for _, x := range c.Expectations {
		l.expectation(x)
	}
	l.changedEntries(c.Entries, k.lists)
	l.touchedEntries(c, k.touched)
	l.newEntries(c.Entries, c.Restored, k.bulkFrom, everything)
	if everything {
		l.add(indexEverything)
		l.endBulk()
	}
	l.histories(k.chains)
	if c.HistoryBound > 0 {
		l.add(dropOldest, c.HistoryBound)
	}
	if c.Plan != nil {
		l.plan(*c.Plan)
	}
	for _, p := range c.OwnPrompts {
		l.ownPrompt(p)
	}
	for _, p := range c.Packs {
		l.pack(p)
	}
	for _, t := range c.Trash {
		l.trashed(t)
	}
	for _, key := range slices.Sorted(maps.Keys(c.Settings)) {
		l.add(`INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
			key, c.Settings[key])
	}
	for _, key := range slices.Sorted(maps.Keys(c.Shown)) {
		l.add(`INSERT INTO shown_prompts (key, day) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET day = excluded.day`,
			key, c.Shown[key].String())
	}
	if c.Batch != nil {
		l.batch(*c.Batch)
	}
	if l.err != nil {
		return nil, fmt.Errorf("prepare changes: %w", l.err)
	}
	return l.statements, nil
}

// removals removes by id; what is gone already stays gone.
func removals(l *list, c journal.Changes) {
	for _, r := range []struct {
		table string
		ids   []journal.ID
	}{
		{"entries", c.RemoveEntries},
		{"people", c.RemovePeople},
		{"expectations", c.RemoveExpectations},
		{"own_prompts", c.RemoveOwnPrompts},
		{"packs", c.RemovePacks},
		{"trash", c.RemoveTrash},
	} {
		for _, id := range r.ids {
			l.add("DELETE FROM "+r.table+" WHERE id = ?", string(id))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.RemoveAt)) {
		l.one("DELETE FROM entries WHERE id = ? AND revision = ?", string(id), c.RemoveAt[id])
	}
	if c.RemoveBatch != "" {
		l.add("DELETE FROM batches WHERE id = ?", string(c.RemoveBatch))
	}
}
