package data

import (
	"bufio"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"groundwork/data/vault"
	"groundwork/journal"
)

// Every save of a protected journal becomes a file of its own before it is
// acknowledged: the list of the write door as SQL, sealed. The files are
// numbered, and the journal says in a setting which one it holds last, so that
// none is taken twice, left out or taken for another: each begins by asking.

// pendingIn names the folder of saves in a journal's folder.
func pendingIn(folder string) string { return filepath.Join(folder, "pending") }

// sealedEnding ends the names of sealed files.
const sealedEnding = ".age"

// pendingName names the file of a save, so that names sort by number.
func pendingName(number int64) string { return fmt.Sprintf("%016d%s", number, sealedEnding) }

// settingSaves is the setting that holds the number of the last save. It is
// the store's own: nobody else sees it.
const settingSaves = "protection.saves"

// withNumber puts before the list of a save what makes it the one with a number.
// The first statement breaks a rule of the table unless the save before it was
// the last one.
func withNumber(list []statement, number int64) []statement {
	own := make([]statement, 0, len(list)+2)
	own = append(own,
		statement{
			sql:  `INSERT INTO settings (key, value) SELECT ?, NULL WHERE coalesce((SELECT value FROM settings WHERE key = ?), '0') <> ?`,
			args: []any{settingSaves, settingSaves, strconv.FormatInt(number-1, 10)},
		},
		statement{
			sql:  `INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
			args: []any{settingSaves, strconv.FormatInt(number, 10)},
		})
	return append(own, list...)
}

// lastSave reads the number of the last save that a database holds.
func lastSave(ctx context.Context, q querier) (number int64, err error) {
	var text string
	err = q.QueryRowContext(ctx, `SELECT value FROM settings WHERE key = ?`, settingSaves).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err == nil {
		number, err = strconv.ParseInt(text, 10, 64)
	}
	if err != nil {
		return 0, fmt.Errorf("read the number of the last save: %w", err)
	}
	return number, nil
}

// keepSave brings a list to the disk and gives the size of its file in bytes.
func keepSave(folder string, keys *vault.Keys, number int64, list []statement) (int64, error) {
	in := pendingIn(folder)
	if err := makeFolder(in); err != nil {
		return 0, err
	}
	return writeSealed(filepath.Join(in, pendingName(number)), keys, func(w io.Writer) error {
		text := bufio.NewWriter(w)
		_, _ = fmt.Fprintf(text, "-- Save %d of a Groundwork journal.\nBEGIN IMMEDIATE;\n", number) // Flush tells
		for i := range list {
			if err := writeSQL(text, list[i]); err != nil {
				return err
			}
		}
		_, _ = text.WriteString("COMMIT;\n")
		return text.Flush()
	})
}

// keptSave is the file of a save.
type keptSave struct {
	number int64
	name   string
	bytes  int64
}

// listSaves lists the files of saves by their numbers. What is not named like
// one is none.
func listSaves(folder string) ([]keptSave, error) {
	found, err := os.ReadDir(pendingIn(folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list saves: %w", err)
	}
	var all []keptSave
	for _, each := range found {
		number, err := strconv.ParseInt(strings.TrimSuffix(each.Name(), sealedEnding), 10, 64)
		if err != nil || each.Name() != pendingName(number) {
			continue
		}
		info, err := each.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // the journal's file holds it since
		}
		if err != nil {
			return nil, fmt.Errorf("look at a save: %w", err)
		}
		all = append(all, keptSave{number: number, name: each.Name(), bytes: info.Size()})
	}
	slices.SortFunc(all, func(a, b keptSave) int { return cmp.Compare(a.number, b.number) })
	return all, nil
}

// replay does again, in a database, the saves that it does not hold yet. One
// that is missing, does not open or does not fit is an ErrDamaged that names it.
func replay(ctx context.Context, db *sql.DB, folder string, keys *vault.Keys) (left []keptSave, err error) {
	all, err := listSaves(folder)
	if err != nil {
		return nil, err
	}
	last, err := lastSave(ctx, db)
	if err != nil {
		return nil, err
	}
	for _, each := range all {
		if each.number <= last {
			continue // it is in the journal already
		}
		if each.number > last+1 {
			return nil, fmt.Errorf("%w: the save %s is missing", journal.ErrDamaged, pendingName(last+1))
		}
		if err := replayOne(ctx, db, folder, keys, each.name); err != nil {
			return nil, fmt.Errorf("do the save %s again: %w", each.name, err)
		}
		last = each.number
		left = append(left, each)
	}
	return left, nil
}

func replayOne(ctx context.Context, db *sql.DB, folder string, keys *vault.Keys, name string) (err error) {
	text, err := readSealed(filepath.Join(pendingIn(folder), name), keys)
	if err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, string(text)); err != nil {
		// It may have failed before it began.
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		if ctx.Err() != nil {
			return err
		}
		return fmt.Errorf("%w: it does not fit: %w", journal.ErrDamaged, err)
	}
	number, err := lastSave(ctx, conn)
	if err == nil && pendingName(number) != name {
		err = fmt.Errorf("%w: it is another one", journal.ErrDamaged)
	}
	return err
}

// dropSaves removes the files of the saves up to a number.
func dropSaves(folder string, upTo int64) error {
	all, err := listSaves(folder)
	if err != nil {
		return err
	}
	for _, each := range all {
		if each.number > upTo {
			break
		}
		if err := removeIfThere(filepath.Join(pendingIn(folder), each.name)); err != nil {
			return fmt.Errorf("remove a save that the journal holds: %w", err)
		}
	}
	return nil
}
