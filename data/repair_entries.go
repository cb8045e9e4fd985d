package data

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"groundwork/journal"
)

// altered is an entry that is not what was saved. A backup holds it as it was
// if the text there has the hash that it had, or is of the same save: the same
// revision alone could be of another text where a backup was restored since.
type altered struct {
	hash     string
	revision int64
	updated  time.Time
}

func (a altered) was(row *columnRow) bool {
	_, isHash := contentName(a.hash) // else it is damaged, too
	return row.textHash == a.hash || row.entry.Revision == a.revision && (row.entry.Updated.Equal(a.updated) || !isHash)
}

// rewriteEntry writes an entry as it was read, with all that is made of it.
var rewriteEntry = "UPDATE entries SET " + strings.Join(columns, " = ?, ") + " = ?, " +
	strings.Join(repeated[:len(repeated)-1], " = ?, ") + " = ?, people = " + namesOfPeople + " WHERE id = ?"

// rewrite finds the entries that are not what was saved, and makes anew what
// each repeats of itself: the lists for the search, the folded names, the
// hashes. An entry that no backup holds stays as it can be read, and counts
// from now on as what it is.
func (w *repairing) rewrite(ctx context.Context, s *Store) error {
	w.altered = map[journal.ID]altered{}
	for last := int64(math.MinInt64); ; {
		rows, err := readEntries(ctx, s.readers, selectEntry+"WHERE e.n > ? ORDER BY e.n LIMIT ?", last, window)
		if err != nil {
			return fmt.Errorf("read what was salvaged: %w", err)
		}
		var l list
		for _, row := range rows {
			last = row.n
			l.fail(w.rewriteOne(ctx, s.readers, &l, row))
		}
		if l.err != nil {
			return l.err
		}
		if err := s.write(ctx, l.statements); err != nil {
			return fmt.Errorf("write what was salvaged: %w", err)
		}
		if len(rows) < window {
			break
		}
	}
	var l list
	l.add(indexEverything)
	l.endBulk()
	l.add(`INSERT OR IGNORE INTO settings (key, value) VALUES (?, lower(hex(randomblob(16))))`, journal.SettingJournal)
	if err := s.write(ctx, l.statements); err != nil {
		return fmt.Errorf("make the index and the summary anew: %w", err)
	}
	return w.resave(ctx, s)
}

func (w *repairing) rewriteOne(ctx context.Context, q querier, l *list, row *columnRow) error {
	e := &row.entry
	same, err := row.asSaved()
	if err == nil && !same {
		same, err = retag(ctx, q, row)
	}
	if err != nil {
		return err
	}
	if !same {
		w.altered[e.ID] = altered{row.textHash, e.Revision, e.Updated}
	}
	if w.rows.private[row.n] && !e.Private {
		e.Private = true
		w.tell(journal.Problem{What: "It was not certain that the entry is private. It is.", Entry: e.ID, Repaired: true})
	}
	args, err := columnArgs(e)
	if err != nil {
		return err
	}
	l.one(rewriteEntry, append(args, string(e.ID))...)
	l.clearLists(e)
	l.entryLists(e)
	return nil
}

// retag gives an entry the tags that its own row repeats, if it is with them
// what was saved: the tags of many entries share a page, and go with it.
func retag(ctx context.Context, q querier, row *columnRow) (same bool, err error) {
	var lines string
	if err := q.QueryRowContext(ctx, `SELECT tags FROM entries WHERE n = ?`, row.n).Scan(&lines); err != nil {
		return false, err
	}
	had := row.entry.Tags
	row.entry.Tags = nil
	if lines != "" {
		row.entry.Tags = strings.Split(lines, "\n")
	}
	if same, err = row.asSaved(); !same {
		row.entry.Tags = had
	}
	return same, err
}

// resave saves the other things that are found by folded names.
func (w *repairing) resave(ctx context.Context, s *Store) (err error) {
	var c journal.Changes
	if c.People, err = s.People(ctx); err != nil {
		return err
	}
	if c.Expectations, err = s.Expectations(ctx); err != nil {
		return err
	}
	return s.Apply(ctx, c)
}

// dropVersions takes out what cannot be read of the history, with the versions
// that are told from it.
func (w *repairing) dropVersions(ctx context.Context, s *Store) error {
	ids, err := s.withHistory(ctx)
	if err != nil {
		return err
	}
	var l list
	for _, id := range ids {
		c, err := readChain(ctx, s.readers, id)
		if err != nil {
			return fmt.Errorf("read the history of an entry: %w", err)
		}
		if !c.broken {
			continue
		}
		for _, v := range c.all {
			if v.err != nil {
				w.rows.rest = append(w.rows.rest, scrap{"versions", []string{"entry: " + string(id), "saved: " + instant(v.saved), "content: " + v.content}})
				l.one(`DELETE FROM versions WHERE n = ?`, v.n)
			}
		}
		w.tell(journal.Problem{What: "A version in the history of the entry could not be read.", Entry: id})
	}
	return s.write(ctx, l.statements)
}

// tell adds to what the repair reports. The same is said once: the plan lies in
// many tables.
func (w *repairing) tell(p journal.Problem) {
	if !slices.Contains(w.result.Problems, p) {
		w.result.Problems = append(w.result.Problems, p)
	}
}
