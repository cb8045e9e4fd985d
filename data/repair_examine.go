package data

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"groundwork/journal"
)

// examine says what is wrong, and refuses what is not to be repaired.
func (w *repairing) examine(ctx context.Context) ([]journal.Problem, error) {
	at, err := w.copied.look(ctx, len(w.steps))
	if err != nil {
		return nil, err
	}
	w.version = at.version
	if at.condition != journal.Fine {
		if w.version, err = w.versionByTables(ctx, at.condition); err != nil {
			return nil, err
		}
		return []journal.Problem{{What: "The journal's file is damaged."}}, nil
	}
	if problems, err := w.examineFile(ctx); err != nil || len(problems) > 0 {
		return problems, err
	}
	w.sound = true
	if w.version < len(w.steps) {
		return nil, nil // its tables are looked at when it is brought up to date
	}
	s, err := w.copied.open(ctx)
	if err != nil {
		return nil, err
	}
	problems, err := s.check(ctx, s.insights()...)
	return problems, errors.Join(err, s.Close())
}

// examineFile is SQLite's check, and ours of what it believes of the tables.
// What SQLite cannot even look at is damaged.
func (w *repairing) examineFile(ctx context.Context) (problems []journal.Problem, err error) {
	db, err := openPool(ctx, writerDSN(w.copied.file()), 1)
	if err == nil {
		if err := probeWrite(ctx, db); err != nil && errors.Is(sentinel(w.copied.folder, err), journal.ErrNoAccess) {
			return []journal.Problem{brokenFile(err)}, db.Close() // the copy is ours: its head keeps SQLite from writing
		}
		if problems, err = checkSchema(ctx, db, w.steps[:w.version]); err == nil && len(problems) == 0 {
			problems, err = fileProblems(ctx, db, integrity)
		}
		err = errors.Join(err, db.Close())
	}
	if err != nil && errors.Is(sentinel(w.copied.folder, err), journal.ErrDamaged) {
		return []journal.Problem{brokenFile(err)}, nil
	}
	return problems, err
}

// versionByTables tells of which schema a file is whose head does not say so.
// One that SQLite reads well and that has other tables is no journal of this
// program.
func (w *repairing) versionByTables(ctx context.Context, is journal.Condition) (version int, err error) {
	var tables []string
	db, err := openPool(ctx, frozenDSN(w.copied.file()), 1)
	if err == nil {
		defer func() { err = errors.Join(err, db.Close()) }()
		tables, err = tableNames(ctx, db)
	}
	if err != nil {
		return len(w.steps), nil // not even that can be read
	}
	for n := len(w.steps); n > 0; n-- {
		if sameSchema(ctx, db, w.steps[:n]) == nil {
			return n, nil
		}
	}
	if is == journal.Newer {
		return 0, fmt.Errorf("%w: this program knows schema %d", journal.ErrNewerSchema, len(w.steps))
	}
	if len(tables) > 0 && !slices.Contains(tables, "entries") {
		return 0, fmt.Errorf("%w: a database of another program", journal.ErrForeign)
	}
	return len(w.steps), nil
}
