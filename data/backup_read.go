package data

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"groundwork/data/vault"
	"groundwork/journal"
)

// archive is a backup that is open to be read. Nothing in it is believed: it
// may come from anywhere.
type archive struct {
	file    *os.File
	size    int64
	members map[string]*io.SectionReader
	files   []string     // the names of attached files, as they come
	made    time.Time    // of its first member
	keys    *vault.Keys  // of a protected one, once it was unlocked
	facts   *backupFacts // nil: a tar made by hand, which says nothing of itself
}

// mostFacts is how long backup.json may be, in bytes.
const mostFacts = 1 << 20

// openArchive opens a backup and looks at what there is in it, without reading
// it all. A file that is none is an ErrInvalid that says why.
func openArchive(path string) (a *archive, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // to open a pipe could wait for ever
		return nil, journal.NotBackup("it is no file.")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	a = &archive{file: f, size: info.Size(), members: map[string]*io.SectionReader{}}
	if err := a.index(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return a, nil
}

func (a *archive) close() error { return a.file.Close() }

// index finds the members of the tar.
func (a *archive) index() error {
	in := tar.NewReader(a.file)
	for {
		header, err := in.Next()
		switch {
		case errors.Is(err, io.EOF):
			return a.whole()
		case (errors.Is(err, tar.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF)) && len(a.members) == 0:
			return journal.NotBackup("it is a file of another kind.")
		case errors.Is(err, io.ErrUnexpectedEOF):
			return journal.NotBackup("it is cut off.")
		case errors.Is(err, tar.ErrHeader), errors.Is(err, tar.ErrInsecurePath):
			return journal.NotBackup("it is damaged.")
		case err != nil:
			return fmt.Errorf("read a backup: %w", err)
		}
		at, err := a.file.Seek(0, io.SeekCurrent)
		if err != nil {
			return fmt.Errorf("read a backup: %w", err)
		}
		if err := a.take(header, at); err != nil {
			return err
		}
	}
}

// take notes a member, if it is one that belongs there.
func (a *archive) take(header *tar.Header, at int64) error {
	name := strings.TrimPrefix(header.Name, "./") // so does tar, of "tar cf x.tar ."
	if header.Typeflag == tar.TypeDir && (name == "" || name == filesPrefix) {
		return nil
	}
	sum, isFile := strings.CutPrefix(name, filesPrefix)
	if isFile {
		_, isFile = contentName(sum)
		isFile = isFile && sum == strings.ToLower(sum) || sealedFileName(sum)
	}
	if header.Typeflag != tar.TypeReg || !isFile && !slices.Contains(backupNames, name) {
		return journal.NotBackup("it holds something that does not belong into one.")
	}
	if !sparse(header) && header.Size > a.size-at {
		return journal.NotBackup("it is cut off.")
	}
	small := name != databaseName && name != sealedDatabase
	if sparse(header) || isFile && header.Size > journal.MaxFile+mostSealing || !isFile && small && header.Size > mostFacts {
		return journal.NotBackup("it holds a file that is larger than it can be.")
	}
	if a.members[name] != nil {
		return journal.NotBackup("it holds a file twice.")
	}
	if a.made.IsZero() {
		a.made = header.ModTime
	}
	a.members[name] = io.NewSectionReader(a.file, at, header.Size)
	if isFile {
		a.files = append(a.files, sum)
	}
	return nil
}

// backupNames are the names of files in a backup, beside attached ones.
var backupNames = []string{databaseName, factsName, sealedFactsName, identityName, recoveryName, sealedDatabase}

// sparse tells whether a member is one with holes, which may be large without
// taking any room in the tar.
func sparse(header *tar.Header) bool {
	for key := range header.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return header.Typeflag == tar.TypeGNUSparse
}

// whole tells whether all is there that the backup says there is.
func (a *archive) whole() error {
	if (a.members[databaseName] == nil) == (a.members[sealedDatabase] == nil) {
		if len(a.members) == 0 {
			return journal.NotBackup("it is empty.")
		}
		return journal.NotBackup("there is no journal in it.")
	}
	text := a.members[factsName]
	if text == nil || a.protected() {
		return nil // of a protected one only the keys tell
	}
	var said backupFacts
	if err := json.NewDecoder(text).Decode(&said); err != nil {
		return journal.NotBackup("it is damaged.")
	}
	return a.believe(said)
}

// believe takes what a backup says of itself, if it is so.
func (a *archive) believe(said backupFacts) error {
	if said.Format != backupFormat {
		return fmt.Errorf("%w: a backup of the form %.40q", journal.ErrNewerSchema, said.Format)
	}
	if said.Attachments != len(a.files) {
		return journal.NotBackup("attached files are missing from it.")
	}
	a.facts = &said
	return nil
}

// extract writes a member to a path where nothing is yet.
func (a *archive) extract(ctx context.Context, name, path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("unpack a backup: %w", err)
	}
	_, err = io.CopyBuffer(f, a.reader(ctx, name), make([]byte, portion))
	if err = errors.Join(err, f.Chmod(0o600), f.Close()); err != nil {
		return fmt.Errorf("unpack a backup: %w", err)
	}
	return nil
}

// sum is the SHA-256 of a member.
func (a *archive) sum(ctx context.Context, name string) (string, error) {
	hash := sha256.New()
	if _, err := io.CopyBuffer(hash, a.reader(ctx, name), make([]byte, portion)); err != nil {
		return "", fmt.Errorf("read a backup: %w", err)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// reader reads a member from its beginning.
func (a *archive) reader(ctx context.Context, name string) io.Reader {
	return &interruptible{ctx: ctx, from: io.NewSectionReader(a.members[name], 0, a.members[name].Size())}
}
