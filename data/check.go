package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"groundwork/journal"
)

// Check looks for damage, in the file, in each entry's text and in the files
// that are attached. Damage is in the report; an error means that it could not
// look: ErrNotFound where there is no journal, and those of Open. It repairs
// nothing.
func (h *Home) Check(ctx context.Context) (journal.Report, error) {
	problems, err := h.check(ctx)
	if err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		problems = append(problems, journal.Problem{What: "The journal's file is damaged: " + err.Error()})
		err = nil
	}
	if problems == nil {
		problems = []journal.Problem{} // a list in JSON, not null
	}
	return journal.Report{OK: err == nil && len(problems) == 0, Problems: problems}, explain(ctx, h.folder, "check the journal", err)
}

func (h *Home) check(ctx context.Context) (problems []journal.Problem, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return nil, err
	}
	if err := h.settle(ctx); err != nil {
		return nil, err
	}
	at, err := h.openable(ctx, len(steps))
	if err != nil {
		return nil, err
	}
	if at.condition == journal.Absent {
		return nil, fmt.Errorf("%w: there is no journal in %s", journal.ErrNotFound, h.folder)
	}
	held, err := h.takeLock(ctx, shared)
	if err != nil {
		return nil, err
	}
	if at.version < len(steps) {
		// The tables of an older schema are not known here: the file is all
		// that can be looked at.
		defer func() { err = errors.Join(err, held.release()) }()
		return h.checkFile(ctx)
	}
	s, err := h.openStore(ctx, held)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	problems, err = s.checkFile(ctx)
	if err != nil || len(problems) > 0 {
		return problems, err // a broken file cannot be trusted for the rest
	}
	if problems, err = s.checkTexts(ctx); err != nil {
		return nil, err
	}
	files, err := s.checkAttachments(ctx)
	return append(problems, files...), err
}

// checkFile looks at the file of an older schema.
func (h *Home) checkFile(ctx context.Context) (problems []journal.Problem, err error) {
	db, err := openPool(ctx, readerDSN(h.file()), 1)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return fileProblems(ctx, db)
}

func fileProblems(ctx context.Context, q querier) ([]journal.Problem, error) {
	var problems []journal.Problem
	broken, err := integrityProblems(ctx, q)
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
	problems, err := fileProblems(ctx, s.readers)
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
func (s *Store) checkTexts(ctx context.Context) ([]journal.Problem, error) {
	var problems []journal.Problem
	ids, err := s.allIDs(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		err := s.read(ctx, "check an entry", func(q querier) error {
			rows, err := readEntries(ctx, q, selectEntry+"WHERE e.id = ?", string(id))
			if err != nil || len(rows) == 0 {
				return err // removed meanwhile
			}
			lists, text, err := hashes(&rows[0].entry)
			if err == nil && (lists != rows[0].listsHash || text != rows[0].textHash) {
				problems = append(problems, journal.Problem{What: "The text is not what was saved.", Entry: id})
			}
			return err
		})
		if errors.Is(err, journal.ErrDamaged) {
			problems = append(problems, journal.Problem{What: "The entry cannot be read: " + err.Error(), Entry: id})
			err = nil
		}
		if err != nil {
			return nil, err
		}
	}
	return problems, nil
}

func (s *Store) allIDs(ctx context.Context) (ids []journal.ID, err error) {
	err = s.read(ctx, "list entries", func(q querier) error {
		ids, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.ID, error) {
			var id journal.ID
			err := row.Scan(&id)
			return id, err
		}, `SELECT id FROM entries ORDER BY n`)
		return err
	})
	return ids, err
}
