package data

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"groundwork/journal"
)

// Check looks for damage, in the file, in each entry's text, in what is kept of
// it, and in the files that are attached. Damage is in the report; an error
// means that it could not look: ErrNotFound where there is no journal, and those
// of Open. It repairs nothing.
func (h *Home) Check(ctx context.Context) (journal.Report, error) {
	return h.report(ctx, "check the journal", h.check)
}

// CheckQuickly looks at the file alone, as SQLite does in a moment: it reads
// every page once and compares no index with its table.
func (h *Home) CheckQuickly(ctx context.Context) (journal.Report, error) {
	return h.report(ctx, "look over the journal's file", h.checkQuickly)
}

// report makes what a check found a report.
func (h *Home) report(ctx context.Context, doing string, check func(context.Context) ([]journal.Problem, error)) (journal.Report, error) {
	problems, err := check(ctx)
	if err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		problems = append(problems, brokenFile(err))
		err = nil
	}
	if problems == nil {
		problems = []journal.Problem{} // a list in JSON, not null
	}
	return journal.Report{OK: err == nil && len(problems) == 0, Problems: problems}, explain(ctx, h.folder, doing, err)
}

// brokenFile says that SQLite cannot even look at the file.
func brokenFile(err error) journal.Problem {
	return journal.Problem{What: "The journal's file is damaged (" + strings.TrimPrefix(err.Error(), journal.ErrDamaged.Error()+": ") + ")."}
}

func (h *Home) check(ctx context.Context) (problems []journal.Problem, err error) {
	if h.protectedForm() {
		err := h.withProtected(ctx, func(s *Store) error {
			problems, err = s.check(ctx, append(s.insights(), s.checkAttachments)...)
			problems = append(h.checkKeys(), problems...)
			return err
		})
		return problems, err
	}
	held, steps, newest, err := h.holdToCheck(ctx)
	if err != nil {
		return nil, err
	}
	how := quickly // the rest is looked at once more, and deeper, with what lies in the tables
	if !newest {
		how = integrity // what lies in the tables of an older schema is not known here
	}
	if problems, err = h.checkFile(ctx, steps, how); err != nil || len(problems) > 0 || !newest {
		return problems, errors.Join(err, held.release())
	}
	s, err := h.openStore(ctx, held)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.check(ctx, append(s.insights(), s.checkAttachments)...)
}

// insight is one part of the deep check.
type insight func(context.Context) ([]journal.Problem, error)

// insights are the looks at what the database holds.
func (s *Store) insights() []insight {
	return []insight{s.checkSummary, s.checkTexts, s.checkHistory, s.checkLists}
}

// check looks at the file of an open journal, and then at more of it.
func (s *Store) check(ctx context.Context, looks ...insight) ([]journal.Problem, error) {
	problems, err := s.checkFile(ctx)
	if err != nil || len(problems) > 0 {
		return problems, err // a broken file cannot be trusted for the rest
	}
	for _, at := range looks {
		more, err := at(ctx)
		if err != nil {
			return nil, err
		}
		problems = append(problems, more...)
	}
	return problems, nil
}

func (h *Home) checkQuickly(ctx context.Context) (problems []journal.Problem, err error) {
	if h.protectedForm() {
		err := h.withProtected(ctx, func(s *Store) error {
			problems, err = fileProblems(ctx, s.readers, quickly)
			return err
		})
		return problems, err
	}
	held, steps, _, err := h.holdToCheck(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	return h.checkFile(ctx, steps, quickly)
}

// holdToCheck takes hold of a journal that is there, to look through it. has
// are the steps of its schema, newest tells whether these are all.
func (h *Home) holdToCheck(ctx context.Context) (held *lock, has []migration, newest bool, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return nil, nil, false, err
	}
	if err := h.settle(ctx); err != nil {
		return nil, nil, false, err
	}
	at, err := h.openable(ctx, len(steps))
	if err != nil {
		return nil, nil, false, err
	}
	if at.condition == journal.Absent {
		return nil, nil, false, fmt.Errorf("%w: there is no journal in %s", journal.ErrNotFound, h.folder)
	}
	held, err = h.takeLock(ctx, shared)
	return held, steps[:at.version], at.version == len(steps), err
}

// checkFile looks at the file alone, first at what it says of its tables, for
// SQLite reads all else by that.
func (h *Home) checkFile(ctx context.Context, steps []migration, how depth) (problems []journal.Problem, err error) {
	db, err := openPool(ctx, readerDSN(h.file()), 1)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if problems, err = checkSchema(ctx, db, steps); err != nil || len(problems) > 0 {
		return problems, err
	}
	return fileProblems(ctx, db, how)
}

func fileProblems(ctx context.Context, q querier, how depth) ([]journal.Problem, error) {
	var problems []journal.Problem
	broken, err := integrityProblems(ctx, q, how)
	if err != nil {
		return nil, err
	}
	for _, what := range broken {
		problems = append(problems, journal.Problem{What: "SQLite finds the file damaged: " + what})
	}
	lost, err := foreignKeyProblems(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, table := range lost {
		problems = append(problems, journal.Problem{What: "A row of " + table + " belongs to an entry that is gone."})
	}
	return problems, nil
}

// checkFile looks at the file and at the search index. To compare the index
// with the text is, to SQLite, a write: it is done in a transaction that is
// dropped.
func (s *Store) checkFile(ctx context.Context) ([]journal.Problem, error) {
	s.open.RLock()
	defer s.open.RUnlock()
	problems, err := fileProblems(ctx, s.readers, integrity)
	if err != nil || len(problems) > 0 {
		return problems, err
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin the check of the index: %w", err)
	}
	defer tx.Rollback() // it wrote nothing
	_, err = tx.ExecContext(ctx, `INSERT INTO entries_fts (entries_fts, rank) VALUES ('integrity-check', 1)`)
	if err != nil && errors.Is(sentinel(s.folder, err), journal.ErrDamaged) {
		return []journal.Problem{{What: "The search index does not match the text."}}, nil
	}
	return nil, err
}

// checkTexts compares every entry with the hash of its text: SQLite does not
// notice a changed letter.
func (s *Store) checkTexts(ctx context.Context) (problems []journal.Problem, err error) {
	ids, err := s.allIDs(ctx)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(ids, window) {
		more, err := s.checkTextsOf(ctx, some)
		if errors.Is(err, journal.ErrDamaged) {
			more, err = s.checkEachText(ctx, some) // to tell which
		}
		if err != nil {
			return nil, err
		}
		problems = append(problems, more...)
	}
	return problems, nil
}

// checkEachText looks at entries one by one.
func (s *Store) checkEachText(ctx context.Context, ids []journal.ID) (problems []journal.Problem, err error) {
	for _, id := range ids {
		more, err := s.checkTextsOf(ctx, []journal.ID{id})
		if errors.Is(err, journal.ErrDamaged) {
			more, err = []journal.Problem{{What: "The entry cannot be read: " + err.Error(), Entry: id}}, nil
		}
		if err != nil {
			return nil, err
		}
		problems = append(problems, more...)
	}
	return problems, nil
}

// checkTextsOf looks at entries together. Those that were removed meanwhile are
// passed over.
func (s *Store) checkTextsOf(ctx context.Context, ids []journal.ID) (problems []journal.Problem, err error) {
	list, err := jsonText(ids)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, "check entries", func(q querier) error {
		rows, err := readEntries(ctx, q, selectEntry+"WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.n", list)
		if err != nil {
			return err
		}
		for _, row := range rows {
			same, err := row.asSaved()
			if err != nil {
				return err
			}
			if !same {
				problems = append(problems, journal.Problem{What: "The text is not what was saved.", Entry: row.entry.ID})
			}
		}
		return nil
	})
	return problems, err
}

// asSaved tells whether the entry has the hashes that it was saved with.
func (r *columnRow) asSaved() (bool, error) {
	lists, text, err := hashes(&r.entry)
	return lists == r.listsHash && text == r.textHash, err
}

func (s *Store) allIDs(ctx context.Context) (ids []journal.ID, err error) {
	err = s.read(ctx, "list entries", func(q querier) error {
		ids, err = rowsOf(ctx, q, scanID, `SELECT id FROM entries ORDER BY n`)
		return err
	})
	return ids, err
}
