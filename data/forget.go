package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"time"

	"groundwork/journal"
)

// unwanted is a file that something named which goes for good.
type unwanted struct{ sum, deleted string }

// contentNames finds in a text whatever looks like the name of a file.
var contentNames = regexp.MustCompile(`[0-9a-fA-F]{64}`)

// readUnwanted lists the files that things in the trash name, now or in their
// history.
func (s *Store) readUnwanted(ctx context.Context, ids []journal.ID) (files []unwanted, err error) {
	for _, id := range ids {
		var deleted string
		err := s.readers.QueryRowContext(ctx, `SELECT deleted FROM trash WHERE id = ?`, string(id)).Scan(&deleted)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, fmt.Errorf("%s in the trash: %w", id, journal.ErrNotFound)
		}
		if err != nil {
			return nil, err
		}
		_, err = rowsOf(ctx, s.readers, func(row *sql.Rows) (struct{}, error) {
			var content string
			err := row.Scan(&content)
			for _, name := range contentNames.FindAllString(content, -1) {
				sum, _ := contentName(name)
				files = append(files, unwanted{sum: sum, deleted: deleted})
			}
			return struct{}{}, err
		}, `SELECT content FROM trash WHERE id = ?1 UNION ALL SELECT content FROM versions WHERE entry = ?1`, string(id))
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// forget removes things from the trash for good, with all that the journal
// holds of them elsewhere. An entry that is there again keeps its history.
func forget(l *list, ids []journal.ID, files []unwanted) {
	if len(ids) == 0 {
		return
	}
	for _, id := range ids {
		l.one(`DELETE FROM trash WHERE id = ?`, string(id))
		l.add(`DELETE FROM versions WHERE entry = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?1)`, string(id))
		l.add(`DELETE FROM batch_items WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE id = ?1)`, string(id))
	}
	l.add(`INSERT OR REPLACE INTO settings (key, value) VALUES (?, '')`, settingUnwiped)
	for _, f := range files {
		l.add(`INSERT INTO unwanted_files (sha256, deleted) VALUES (?, ?)
			ON CONFLICT (sha256) DO UPDATE SET deleted = max(deleted, excluded.deleted)`, f.sum, f.deleted)
	}
}

// settingUnwiped is the setting that stands from the moment something is deleted
// for good until its last traces are gone from the disk. It is the store's own.
const settingUnwiped = "store.unwiped"

// finishWipe does what a process that was closed or killed meanwhile left
// undone of a wipe.
func (s *Store) finishWipe(ctx context.Context) error {
	var left int
	if err := s.read(ctx, "look for traces", func(q querier) error {
		return q.QueryRowContext(ctx, `SELECT count(*) FROM settings WHERE key = ?`, settingUnwiped).Scan(&left)
	}); err != nil || left == 0 {
		return err
	}
	return s.wipe(ctx)
}

// wipe takes the last traces of what was deleted for good from the disk. Rows
// that are gone are overwritten at once, but the pages and the log still hold
// copies from before: so the file is written anew, and the log is emptied.
// Nothing is lost where that fails; the traces go with the next wipe.
func (s *Store) wipe(ctx context.Context) error {
	if err := s.takeTraces(ctx); err != nil {
		return err
	}
	return s.write(ctx, []statement{{sql: `DELETE FROM settings WHERE key = ?`, args: []any{settingUnwiped}}})
}

func (s *Store) takeTraces(ctx context.Context) error {
	if err := s.removeUnwanted(ctx); err != nil {
		return err
	}
	if s.sealed != nil {
		return s.wipeSealed(ctx)
	}
	s.open.RLock()
	defer s.open.RUnlock()
	if err := s.vacuum(ctx); err != nil {
		return err
	}
	if _, err := s.writer.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return fmt.Errorf("empty the log: %w", err)
	}
	return nil
}

func (s *Store) vacuum(ctx context.Context) error {
	if _, err := s.writer.ExecContext(ctx, `VACUUM`); err != nil {
		return fmt.Errorf("write the journal anew: %w", err)
	}
	return nil
}

// removeUnwanted removes the files of what was deleted for good, unless an
// entry, a version, something in the trash or an import names them too. What a
// process that was killed left undone the next one does.
func (s *Store) removeUnwanted(ctx context.Context) error {
	var files []unwanted
	err := s.read(ctx, "list unwanted files", func(q querier) (err error) {
		files, err = rowsOf(ctx, q, func(row *sql.Rows) (f unwanted, err error) {
			err = row.Scan(&f.sum, &f.deleted)
			return f, err
		}, `SELECT sha256, deleted FROM unwanted_files`)
		return err
	})
	if err != nil || len(files) == 0 {
		return err
	}
	done, err := s.removeFiles(ctx, files)
	if err != nil {
		return fmt.Errorf("remove files that nothing names: %w", err)
	}
	var l list
	for _, sum := range done {
		l.add(`DELETE FROM unwanted_files WHERE sha256 = ?`, sum)
	}
	return s.write(ctx, l.statements)
}

// removeFiles removes those files that nothing names, and names those that are
// done with. Nobody writes meanwhile, so that no entry comes to name one.
func (s *Store) removeFiles(ctx context.Context, files []unwanted) (done []string, err error) {
	s.open.RLock()
	defer s.open.RUnlock()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // it wrote nothing
	named, err := wantedFiles(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		deleted, err := readInstant(f.deleted)
		if err != nil {
			return done, err
		}
		if !named[f.sum] && !s.keptSince(f.sum, deleted) {
			if err := os.Remove(s.shelf.path(f.sum)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return done, err
			}
		}
		done = append(done, f.sum)
	}
	return done, nil
}

// wantedFiles gathers the names of all files that are wanted, and whatever else
// looks like one.
func wantedFiles(ctx context.Context, q querier) (map[string]bool, error) {
	named := map[string]bool{}
	_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
		var content string
		err := row.Scan(&content)
		for _, name := range contentNames.FindAllString(content, -1) {
			named[strings.ToLower(name)] = true
		}
		return struct{}{}, err
	}, `SELECT sha256 FROM attachments WHERE sha256 <> ''
		UNION ALL SELECT content FROM versions UNION ALL SELECT content FROM trash UNION ALL SELECT before FROM batch_items`)
	return named, err
}

// keptSince tells whether a content was attached again after an instant: the
// entry that is to name it may not be saved yet.
func (s *Store) keptSince(sum string, at time.Time) bool {
	info, err := os.Stat(s.shelf.path(sum))
	return err == nil && info.ModTime().After(at)
}
