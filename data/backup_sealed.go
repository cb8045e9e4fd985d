package data

import (
	"archive/tar"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"groundwork/data/vault"
	"groundwork/journal"
)

// A backup of a protected journal is a tar, too, of sealed files under the
// names that they have in the journal's folder: backup.age, which is what
// backup.json is in a plain one; identity.age and recovery.age; journal.age; and
// attachments/. So it opens anywhere, with the passphrase that the journal had
// when it was made, or with the sheet.

// sealedFactsName is the sealed backup.json.
const sealedFactsName = "backup" + sealedEnding

// mostSealing is how much longer, in bytes, a sealed file may be than its
// content: its head, and 16 bytes for each 64 KiB (age-encryption.org/v1).
const mostSealing = 4<<10 + journal.MaxFile/4096

// keepSealedBackup is keepBackup of a protected journal that is open.
func (h *Home) keepSealedBackup(ctx context.Context, s *Store, why journal.BackupReason) (journal.BackedUp, error) {
	return h.keepMade(ctx, s.readers, why, "", func(path string) (journal.BackedUp, error) {
		return h.writeSealedBackup(ctx, s, why, path)
	})
}

// writeSealedBackup makes a backup of a protected journal that is open. What is
// saved meanwhile is not in it.
func (h *Home) writeSealedBackup(ctx context.Context, s *Store, why journal.BackupReason, path string) (made journal.BackedUp, err error) {
	if !s.sealed.idle() {
		if err := s.imageNow(ctx); err != nil {
			return made, err
		}
	}
	s.sealed.imaging.Lock() // the file stays as it is until it is copied
	defer s.sealed.imaging.Unlock()
	facts, err := h.factsOfFile(ctx, s.sealed.keys, why)
	if err != nil {
		return made, err
	}
	if made.Backup, err = h.packForm(ctx, h.folder, s.sealed.keys, facts, path); err != nil {
		return made, err
	}
	made.Missing, err = s.missingSealed(ctx)
	return made, err
}

// factsOfFile is sealedFacts of the journal's file.
func (h *Home) factsOfFile(ctx context.Context, keys *vault.Keys, why journal.BackupReason) (facts backupFacts, err error) {
	file, size, err := openToRead(sealedIn(h.folder))
	if err != nil {
		return facts, err
	}
	defer file.Close() // only read
	v, err := viewSealed(ctx, file, size, keys)
	if err != nil {
		return facts, err
	}
	facts, err = h.sealedFacts(ctx, v.DB, why)
	return facts, errors.Join(v.because(err), v.Close())
}

func (h *Home) sealedFacts(ctx context.Context, db *sql.DB, why journal.BackupReason) (backupFacts, error) {
	f, err := readFacts(ctx, db)
	return backupFacts{
		Format: backupFormat, Made: h.now(), Why: why,
		Journal: f.journal, Stamp: f.stamp, Schema: f.schema, Entries: f.entries,
	}, err
}

// missingSealed counts the attached files that entries name and that are gone.
func (s *Store) missingSealed(ctx context.Context) (missing int, err error) {
	names, err := attachedContents(ctx, s.readers)
	for _, name := range names {
		if _, err := s.shelf.stat(name); errors.Is(err, journal.ErrNotFound) {
			missing++
		}
	}
	return missing, err
}

// packForm packs the sealed files in a folder into a backup, reads it back, and
// gives it its name.
func (h *Home) packForm(ctx context.Context, folder string, keys *vault.Keys, facts backupFacts, path string) (b journal.Backup, err error) {
	part, err := os.CreateTemp(filepath.Dir(path), partPrefix+"*") // for its owner alone
	if err != nil {
		return b, fmt.Errorf("make a file: %w", err)
	}
	defer func() { err = errors.Join(err, removeIfThere(part.Name())) }()
	w := &backupWriter{ctx: ctx, from: attachmentsIn(folder), facts: facts, sums: map[string]string{}}
	err = w.writeForm(part, folder, keys)
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err != nil {
		return b, fmt.Errorf("write the backup: %w", err)
	}
	h.reach("backup written")
	if err := verifySealed(ctx, part.Name(), keys, w); err != nil {
		return b, err
	}
	info, err := os.Stat(part.Name())
	if err != nil {
		return b, err
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return b, fmt.Errorf("name the backup: %w", err)
	}
	b = w.facts.backup(path, info.Size())
	b.Verified, b.Protected = true, true
	return b, syncFolder(filepath.Dir(path))
}

// writeForm writes the tar of a sealed form.
func (w *backupWriter) writeForm(to io.Writer, folder string, keys *vault.Keys) error {
	var names []string
	err := eachFile(w.from, func(_, name string) error {
		if sealedFileName(name) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.facts.Attachments = len(names)
	text, err := json.MarshalIndent(w.facts, "", " ")
	if err != nil {
		return err
	}
	var sealed bytes.Buffer
	sealing, err := keys.Seal(&sealed)
	if err == nil {
		_, err = sealing.Write(text)
	}
	if err == nil {
		err = sealing.Close()
	}
	if err != nil {
		return err
	}
	out := tar.NewWriter(to)
	if err := out.WriteHeader(w.header(sealedFactsName, int64(sealed.Len()))); err != nil {
		return err
	}
	if _, err := out.Write(sealed.Bytes()); err != nil {
		return err
	}
	for _, name := range []string{identityName, recoveryName, sealedDatabase} {
		if w.sums[name], err = w.add(out, name, filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	for _, name := range names {
		if w.sums[filesPrefix+name], err = w.add(out, filesPrefix+name, filepath.Join(w.from, name)); err != nil {
			return err
		}
	}
	return out.Close()
}

// sealedDatabase is the name of the sealed database.
const sealedDatabase = "journal" + sealedEnding

// verifySealed opens what was written, and the journal in it.
func verifySealed(ctx context.Context, path string, keys *vault.Keys, w *backupWriter) (err error) {
	a, err := openArchive(path)
	if err != nil {
		return fmt.Errorf("%w: the backup does not read as it was written: %w", journal.ErrDamaged, err)
	}
	defer func() { err = errors.Join(err, a.close()) }()
	for name, want := range w.sums {
		if a.members[name] == nil {
			return fmt.Errorf("%w: the backup lacks files", journal.ErrDamaged)
		}
		if got, err := a.sum(ctx, name); err != nil || got != want {
			return errors.Join(fmt.Errorf("%w: a file in the backup is not what was written", journal.ErrDamaged), err)
		}
	}
	v, err := viewSealed(ctx, a.members[sealedDatabase], a.members[sealedDatabase].Size(), keys)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(v.because(err), v.Close()) }()
	problems, err := integrityProblems(ctx, v, integrity)
	if err != nil {
		return err
	}
	stamp, err := stampOf(ctx, v)
	if err == nil && (len(problems) > 0 || stamp != w.facts.Stamp) {
		err = fmt.Errorf("%w: the backup does not hold what the journal holds", journal.ErrDamaged)
	}
	return err
}

// openSealed takes the database of a protected backup into memory.
func (a *archive) openSealed(ctx context.Context, keys *vault.Keys) (*sql.DB, error) {
	image, err := readSealedAt(a.members[sealedDatabase], a.members[sealedDatabase].Size(), keys)
	if err != nil {
		return nil, fmt.Errorf("open %s in the backup: %w", sealedDatabase, err)
	}
	return openMemory(ctx, image)
}

func (a *archive) readSealed(ctx context.Context, name string, keys *vault.Keys) ([]byte, error) {
	opened, err := keys.Open(a.reader(ctx, name))
	if err != nil {
		return nil, fmt.Errorf("open %s in the backup: %w", name, err)
	}
	content, err := io.ReadAll(opened)
	if err != nil {
		return nil, fmt.Errorf("open %s in the backup: %w", name, err)
	}
	return content, nil
}

// protected tells whether it is the backup of a protected journal.
func (a *archive) protected() bool { return a.members[sealedDatabase] != nil }

// unlockArchive finds the keys of a protected backup: the journal's own, or
// those that the secret opens that was given last.
func (h *Home) unlockArchive(ctx context.Context, a *archive) (*vault.Keys, error) {
	if keys := h.unlocked(); keys != nil && a.readSealedFacts(ctx, keys) == nil {
		a.keys = keys
		return keys, nil
	}
	keys, err := h.keysOfArchive(a)
	if err != nil {
		return nil, err
	}
	a.keys = keys
	return keys, a.readSealedFacts(ctx, keys)
}

func (h *Home) keysOfArchive(a *archive) (*vault.Keys, error) {
	h.unlocking.Lock()
	secret := h.secret
	h.unlocking.Unlock()
	if secret == "" {
		return nil, journal.ErrNeedsPassphrase
	}
	_, keys, err := h.openKeyFiles(secret, a.readKeyFile)
	return keys, err
}

// readKeyFile reads a file of keys, which is a small one.
func (a *archive) readKeyFile(name string) ([]byte, error) {
	if a.members[name] == nil {
		return nil, journal.NotBackup("its keys are missing.")
	}
	return io.ReadAll(a.reader(context.Background(), name))
}

// readSealedFacts reads what a protected backup says of itself.
func (a *archive) readSealedFacts(ctx context.Context, keys *vault.Keys) error {
	if a.facts != nil {
		return nil
	}
	if a.members[sealedFactsName] == nil {
		return journal.NotBackup("it does not say what it is.")
	}
	text, err := a.readSealed(ctx, sealedFactsName, keys)
	if err != nil {
		return err
	}
	var said backupFacts
	if err := json.Unmarshal(text, &said); err != nil {
		return journal.NotBackup("it is damaged.")
	}
	return a.believe(said)
}

// sealedFileName tells whether a name is that of a sealed attached file.
func sealedFileName(name string) bool {
	sum, ok := contentName(strings.TrimSuffix(name, sealedEnding))
	return ok && name == sum+sealedEnding
}

// unpackForm takes the sealed files of a protected backup into a folder.
func (a *archive) unpackForm(ctx context.Context, folder string) error {
	for name := range a.members {
		if name == sealedFactsName {
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("unpack a backup: %w", err)
		}
		if err := a.extract(ctx, name, path); err != nil {
			return err
		}
		if err := syncFile(path); err != nil {
			return err
		}
	}
	return nil
}
