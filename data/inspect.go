package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"groundwork/journal"
)

// applicationID marks a SQLite file as a journal; see migrations/0001.
const applicationID = 1196575316

// found is what lies in the folder.
type found struct {
	condition journal.Condition
	version   int   // of the schema
	why       error // it is Damaged, as an ErrDamaged
}

// refusal says why what was found cannot be opened, or nil.
func (f found) refusal(newest int) error {
	switch f.condition {
	case journal.Damaged:
		return f.why
	case journal.Newer:
		return fmt.Errorf("%w: schema %d, this program knows %d", journal.ErrNewerSchema, f.version, newest)
	default:
		return nil
	}
}

// Inspect says what lies there, without changing anything. The error is why it
// cannot be told (ErrNoAccess), and is nil otherwise.
func (h *Home) Inspect(ctx context.Context) (journal.Condition, error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return journal.Absent, err
	}
	at, err := h.look(ctx, len(steps))
	return at.condition, explain(ctx, h.folder, "look at the journal", err)
}

// Absent tells whether nothing lies there yet. It looks at the folder alone.
func (h *Home) Absent(ctx context.Context) (bool, error) {
	absent, err := h.absent()
	return absent, explain(ctx, h.folder, "look at the journal", err)
}

func (h *Home) absent() (bool, error) {
	if h.unfinished() || h.protectedForm() || there(filepath.Join(h.formComing(), databaseName)) || h.hasWAL() {
		return false, nil
	}
	_, err := os.Stat(h.file())
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	return false, err
}

// look is Inspect. It asks SQLite, which knows whether this very process has
// the file open, and never opens the file itself.
func (h *Home) look(ctx context.Context, newest int) (found, error) {
	if absent, err := h.absent(); absent || err != nil {
		return found{condition: journal.Absent}, err
	}
	if h.unfinished() {
		// It takes its place as soon as somebody opens the journal.
		return lookInside(ctx, frozenDSN(h.comingFile()), newest)
	}
	if h.protectedForm() {
		return found{condition: journal.Protected}, nil
	}
	if coming := filepath.Join(h.formComing(), databaseName); there(coming) {
		return lookInside(ctx, frozenDSN(coming), newest)
	}
	info, err := os.Stat(h.file())
	switch {
	case errors.Is(err, fs.ErrNotExist): // and its log is there
		return found{condition: journal.Damaged, why: journal.ErrTorn}, nil
	case err != nil:
		return found{}, err
	case !info.Mode().IsRegular():
		return found{condition: journal.Damaged, why: journal.ErrForeign}, nil
	case info.Size() == 0:
		return found{condition: journal.Damaged, why: journal.ErrHollow}, nil
	}
	at, err := lookInside(ctx, h.lookDSN(), newest)
	if err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		return found{condition: journal.Damaged, why: fmt.Errorf("%w: %w", journal.ErrDamaged, err)}, nil
	}
	return at, err
}

// lookDSN opens the database to be looked at. One with a full WAL has to be
// read with it, for the newest schema may stand there, and without it the file
// may be half of one moment and half of another; that the -shm file did not
// survive when the power went makes no difference. One without a WAL is read
// as frozen, because SQLite would else make the files beside it.
func (h *Home) lookDSN() string {
	if h.hasWAL() {
		return readerDSN(h.file())
	}
	return frozenDSN(h.file())
}

func (h *Home) hasWAL() bool {
	wal, err := os.Stat(h.file() + "-wal")
	return err == nil && wal.Size() > 0
}

// lookInside reads the head of a database.
func lookInside(ctx context.Context, dsn string, newest int) (found, error) {
	db, err := openPool(ctx, dsn, 1)
	if err != nil {
		return found{}, err
	}
	defer db.Close() // it only read
	return lookAt(ctx, db, newest)
}

// lookAt reads the head of a database that is open.
func lookAt(ctx context.Context, q querier, newest int) (found, error) {
	var id, version, tables int
	for _, ask := range []struct {
		query  string
		answer *int
	}{
		{"SELECT count(*) FROM sqlite_schema", &tables},
		{"PRAGMA application_id", &id},
		{"PRAGMA user_version", &version},
	} {
		if err := q.QueryRowContext(ctx, ask.query).Scan(ask.answer); err != nil {
			return found{}, fmt.Errorf("read the head of the journal: %w", err)
		}
	}
	switch {
	case version > newest && version < newest+manyVersions && (id == applicationID || id == 0):
		return found{condition: journal.Newer, version: version}, nil
	case id == applicationID && 1 <= version && version <= newest && tables > 0:
		return found{condition: journal.Fine, version: version}, nil
	}
	ours, err := looksOurs(ctx, q)
	if err != nil {
		return found{}, fmt.Errorf("read the head of the journal: %w", err)
	}
	if ours {
		return found{condition: journal.Damaged, why: fmt.Errorf("%w: its head is not that of a journal", journal.ErrDamaged)}, nil
	}
	return found{condition: journal.Damaged, why: journal.ErrForeign}, nil
}

// manyVersions is how many schemas a newer program may know more. A head that
// tells of more is damaged.
const manyVersions = 1000

// looksOurs tells whether a database has the tables of a journal, whatever its
// head says: it is a damaged one, then, and none of another program.
func looksOurs(ctx context.Context, q querier) (bool, error) {
	named := []string{"entries", "entry_tags", "entry_people", "versions", "expectations", "trash"} // since schema 1
	list, err := jsonText(named)
	if err != nil {
		return false, err
	}
	var there int
	err = q.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (SELECT value FROM json_each(?))`, list).Scan(&there)
	return there > len(named)/2, err
}
