package data

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"groundwork/journal"
)

// A backup is a plain tar that any tar unpacks: backup.json, which says what
// it is; journal.db; and attachments/, each file under its SHA-256.
const (
	factsName    = "backup.json"
	databaseName = "journal.db"
	filesPrefix  = "attachments/"
)

// backupFormat names the form of backup.json.
const backupFormat = "groundwork-backup/1"

// backupFacts is backup.json.
type backupFacts struct {
	Format      string               `json:"format"`
	Made        time.Time            `json:"made"`
	Why         journal.BackupReason `json:"why"`
	Journal     string               `json:"journal"` // which one it is, wherever it lies
	Stamp       string               `json:"stamp"`   // see journal.Backup
	Schema      int                  `json:"schema"`
	Entries     int                  `json:"entries"`
	Attachments int                  `json:"attachments"`
}

// writeTries is how often a copy is made anew when it does not hold what was
// counted, which may be because somebody wrote meanwhile.
const writeTries = 3

// writeBackup makes a backup at a path where nothing is. It has that name only
// when it was read back and is on the disk. The caller holds the lock of
// backups.
func (h *Home) writeBackup(ctx context.Context, db *sql.DB, why journal.BackupReason, path string) (made journal.BackedUp, err error) {
	for try := 1; ; try++ {
		made, err = h.tryBackup(ctx, db, why, path)
		if !errors.Is(err, errMoved) || try == writeTries {
			return made, err
		}
	}
}

func (h *Home) tryBackup(ctx context.Context, db *sql.DB, why journal.BackupReason, path string) (made journal.BackedUp, err error) {
	copied := filepath.Join(backupsIn(h.folder), partPrefix+"copy.db")
	defer func() { err = errors.Join(err, removeIfThere(copied)) }()
	before, after, err := copyInto(ctx, db, copied)
	if err != nil {
		return made, err
	}
	h.reach("database copied")
	w := &backupWriter{ctx: ctx, from: attachmentsIn(h.folder), sums: map[string]string{}}
	if w.facts, err = h.factsOf(ctx, copied, why); err != nil {
		return made, err
	}
	part, err := os.CreateTemp(filepath.Dir(path), partPrefix+"*") // for its owner alone
	if err != nil {
		return made, fmt.Errorf("make a file: %w", err)
	}
	defer func() { err = errors.Join(err, removeIfThere(part.Name())) }()
	err = w.write(part, copied)
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close(), removeIfThere(copied)); err != nil {
		return made, fmt.Errorf("write the backup: %w", err)
	}
	h.reach("backup written")
	if err := h.verifyBackup(ctx, part.Name(), w.sums, before, after); err != nil {
		return made, err
	}
	h.reach("backup verified")
	info, err := os.Stat(part.Name())
	if err != nil {
		return made, err
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return made, fmt.Errorf("name the backup: %w", err)
	}
	made.Backup = w.facts.backup(path, info.Size())
	made.Verified = true
	made.Missing, err = missingFiles(ctx, db, w.sums)
	return made, errors.Join(err, syncForeignFolder(filepath.Dir(path)))
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// factsOf says of a copy what its backup will say.
func (h *Home) factsOf(ctx context.Context, copied string, why journal.BackupReason) (b backupFacts, err error) {
	db, err := openPool(ctx, frozenDSN(copied), 1)
	if err != nil {
		return b, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	f, err := readFacts(ctx, db)
	return backupFacts{
		Format: backupFormat, Made: h.now(), Why: why,
		Journal: f.journal, Stamp: f.stamp, Schema: f.schema, Entries: f.entries,
	}, err
}

// backup gives what is told of a backup.
func (b backupFacts) backup(path string, size int64) journal.Backup {
	return journal.Backup{
		File: path, Made: b.Made, Entries: b.Entries, Bytes: size,
		Why: b.Why, Schema: b.Schema, Attachments: b.Attachments, Stamp: b.Stamp, Journal: b.Journal,
	}
}

// backupWriter writes the tar.
type backupWriter struct {
	ctx   context.Context
	from  string            // the folder of attachments
	facts backupFacts       // what the backup says of itself
	sums  map[string]string // what each attached file is, by name: what its name says, unless it was altered
}

func (w *backupWriter) write(to io.Writer, database string) error {
	names, err := w.fileNames()
	if err != nil {
		return err
	}
	w.facts.Attachments = len(names)
	text, err := json.MarshalIndent(w.facts, "", " ")
	if err != nil {
		return err
	}
	out := tar.NewWriter(to)
	if err := out.WriteHeader(w.header(factsName, int64(len(text)))); err != nil {
		return err
	}
	if _, err := out.Write(text); err != nil {
		return err
	}
	if _, err := w.add(out, databaseName, database); err != nil {
		return err
	}
	for _, name := range names {
		if w.sums[name], err = w.add(out, filesPrefix+name, filepath.Join(w.from, name)); err != nil {
			return err
		}
	}
	return out.Close()
}

// header is that of a file for its owner alone, whoever unpacks it.
func (w *backupWriter) header(name string, size int64) *tar.Header {
	return &tar.Header{Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600, ModTime: w.facts.Made}
}

// fileNames lists the contents of attachments. All of them go into a backup,
// also those that only the trash or an import names; what is altered goes as it
// is, for it may be what the user wants.
func (w *backupWriter) fileNames() (names []string, err error) {
	found, err := os.ReadDir(w.from) // sorted
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, each := range found {
		if sum, ok := contentName(each.Name()); ok && sum == each.Name() && each.Type().IsRegular() {
			names = append(names, sum)
		}
	}
	return names, nil
}

// add writes a file into the tar and gives its hash.
func (w *backupWriter) add(out *tar.Writer, name, path string) (sum string, err error) {
	sum, err = addFile(w.ctx, out, name, path, w.header)
	if errors.Is(err, fs.ErrNotExist) {
		return "", errMoved // deleted for good meanwhile
	}
	return sum, err
}

// addFile adds a file to a tar under a name, and gives its SHA-256.
func addFile(ctx context.Context, out *tar.Writer, name, path string, header func(name string, size int64) *tar.Header) (sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() // only read
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if err := out.WriteHeader(header(name, info.Size())); err != nil {
		return "", err
	}
	hash := sha256.New()
	_, err = io.CopyBuffer(io.MultiWriter(out, hash), &interruptible{ctx: ctx, from: f}, make([]byte, portion))
	return hex.EncodeToString(hash.Sum(nil)), err
}

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx  context.Context
	from io.Reader
}

// Read implements io.Reader.
func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.from.Read(p)
}

// verifyBackup opens what was written, takes the database out of it again,
// checks that, and compares every attached file.
func (h *Home) verifyBackup(ctx context.Context, path string, sums map[string]string, before, after counts) (err error) {
	a, err := openArchive(path)
	if err != nil {
		return fmt.Errorf("%w: the backup does not read as it was written: %w", journal.ErrDamaged, err)
	}
	defer func() { err = errors.Join(err, a.close()) }()
	taken := filepath.Join(backupsIn(h.folder), partPrefix+"check.db")
	defer func() { err = errors.Join(err, removeIfThere(taken)) }()
	if err := a.extract(ctx, databaseName, taken); err != nil {
		return err
	}
	if err := verifyCopy(ctx, taken, before, after); err != nil {
		return err
	}
	if len(a.files) != len(sums) {
		return fmt.Errorf("%w: the backup lacks attached files", journal.ErrDamaged)
	}
	for name, want := range sums {
		got, err := a.sum(ctx, filesPrefix+name)
		if err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("%w: an attached file in the backup is not what was written", journal.ErrDamaged)
		}
	}
	return nil
}

// missingFiles counts the attached files that entries name and that are not
// among those of the backup.
func missingFiles(ctx context.Context, q querier, have map[string]string) (missing int, err error) {
	names, err := attachedContents(ctx, q)
	for _, name := range names {
		if _, ok := have[name]; !ok {
			missing++
		}
	}
	return missing, err
}

// attachedContents lists the contents that entries name, each once.
func attachedContents(ctx context.Context, q querier) ([]string, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var name string
		err := row.Scan(&name)
		return name, err
	}, `SELECT DISTINCT lower(sha256) FROM attachments WHERE sha256 <> ''`)
}
