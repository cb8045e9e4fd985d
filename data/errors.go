package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"groundwork/journal"
)

// explain wraps err with what was being done and, where it has one, with the
// journal's own error. folder is where to look for free space. No text of the
// user is in it: SQLite names tables and columns, never values.
func explain(ctx context.Context, folder, doing string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		// What SQLite says of an interrupted statement is of no use.
		return fmt.Errorf("%s: %w", doing, context.Cause(ctx))
	}
	if own := sentinel(folder, err); own != nil && !errors.Is(err, own) {
		return fmt.Errorf("%s: %w: %w", doing, own, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// explainPlain is explain for what cannot be cancelled.
func explainPlain(folder, doing string, err error) error {
	return explain(context.Background(), folder, doing, err)
}

// sentinel finds the journal's error for one of SQLite or of the system; nil
// where there is none.
func sentinel(folder string, err error) error {
	for _, own := range []error{
		journal.ErrNotFound, journal.ErrConflict, journal.ErrInvalid, journal.ErrLocked, journal.ErrNewerSchema,
		journal.ErrDamaged, journal.ErrNoSpace, journal.ErrNoAccess, journal.ErrDiskFails,
	} {
		if errors.Is(err, own) {
			return own
		}
	}
	var db *sqlite.Error
	switch {
	case errors.As(err, &db) && db.Code() == lib.SQLITE_ERROR && missesWhatIsKnown(db):
		return journal.ErrDamaged
	case errors.As(err, &db):
		return sqliteSentinel(folder, db.Code())
	case errors.Is(err, sql.ErrNoRows):
		return journal.ErrNotFound
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return journal.ErrNoSpace
	case errors.Is(err, syscall.EROFS):
		return journal.ErrReadOnly
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR):
		return journal.ErrNoAccess
	case errors.Is(err, syscall.EIO), errors.Is(err, syscall.ENXIO), errors.Is(err, syscall.ENODEV), errors.Is(err, syscall.ESTALE):
		return diskSentinel(folder)
	case errors.Is(err, fs.ErrNotExist) && errors.Is(diskSentinel(folder), journal.ErrFolderGone):
		return journal.ErrFolderGone
	}
	return nil
}

// missesWhatIsKnown tells whether SQLite does not find a table or a column that
// every journal has, or a head that it could have written. It has no code of its
// own for that; the sentences are its (build.c, resolve.c, insert.c, prepare.c).
func missesWhatIsKnown(err *sqlite.Error) bool {
	return slices.ContainsFunc([]string{
		"no such table: ", "no such column: ", " has no column named ", "unsupported file format",
	}, func(said string) bool { return strings.Contains(err.Error(), said) })
}

// diskSentinel tells why a disk does not do what it should.
func diskSentinel(folder string) error {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return journal.ErrFolderGone
	}
	return journal.ErrDiskFails
}

// sqliteSentinel maps a result code. The low byte is the kind of error, the
// rest its detail.
func sqliteSentinel(folder string, code int) error {
	switch code & 0xff {
	case lib.SQLITE_FULL:
		return journal.ErrNoSpace
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return journal.ErrDamaged
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return journal.ErrLocked
	case lib.SQLITE_IOERR:
		// A full disk shows as several I/O errors, such as 4874 when not even
		// the -shm file can grow.
		switch {
		case full(folder):
			return journal.ErrNoSpace
		case code == lib.SQLITE_IOERR_SHORT_READ, code == lib.SQLITE_IOERR_DATA, code == lib.SQLITE_IOERR_CORRUPTFS:
			return journal.ErrDamaged
		}
		return diskSentinel(folder)
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		switch {
		case full(folder):
			return journal.ErrNoSpace
		case errors.Is(diskSentinel(folder), journal.ErrFolderGone), code == lib.SQLITE_READONLY_DBMOVED:
			return journal.ErrFolderGone
		case readOnly(folder):
			return journal.ErrReadOnly
		}
		return journal.ErrNoAccess
	case lib.SQLITE_CONSTRAINT:
		if code == lib.SQLITE_CONSTRAINT_UNIQUE || code == lib.SQLITE_CONSTRAINT_PRIMARYKEY {
			return journal.ErrConflict
		}
	}
	return nil
}

// littleRoom is the free space, in bytes, below which an I/O error is taken
// for a full disk: one page more than -shm grows by at once.
const littleRoom = 64 << 10

// full tells whether the disk that folder lies on has next to no room left.
func full(folder string) bool {
	free, known := freeSpace(folder)
	return known && free < littleRoom
}
