package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"groundwork/journal"
)

// The content of attachments lies below the journal's folder, a file each (see
// shelf). They lie side by side: a journal has hundreds of them
// or a few thousand, which every file system takes in one folder, and whoever
// looks for one without this program finds it at once.

// attachmentsIn names the folder of contents in a journal's folder.
func attachmentsIn(folder string) string { return filepath.Join(folder, "attachments") }

// comingPrefix begins the name of a file that is being written.
const comingPrefix = ".coming-"

// abandonedAfter is the age at which a file that is being written belongs to
// nobody any more: to write the largest takes minutes on the slowest disk.
const abandonedAfter = 24 * time.Hour

// KeepFile stores what r gives and names it by the SHA-256 of it, in hex. More
// than MaxFile bytes are refused as ErrInvalid, and nothing stays of them.
// Storing the same content again changes nothing of it, but heals it where it
// was damaged; the time of the file says when it was stored last. An error of r comes back as r gave it.
func (s *Store) KeepFile(ctx context.Context, r io.Reader) (sum string, size int64, err error) {
	in := &coming{ctx: ctx, from: r}
	sum, err = s.keep(ctx, in)
	switch {
	case err == nil:
		return sum, in.size, nil
	case in.broke != nil && ctx.Err() == nil:
		// Nothing is wrong with the journal's folder: its errors would
		// mislead here.
		return "", 0, fmt.Errorf("read a file to keep it: %w", in.broke)
	}
	return "", 0, s.explain(ctx, "keep a file", err)
}

// keep writes a content under another name and renames it when it is whole:
// what has the name of a content is never half of it.
func (s *Store) keep(ctx context.Context, in *coming) (sum string, err error) {
	folder, err := s.attachmentsFolder()
	if err != nil {
		return "", err
	}
	temp, err := os.CreateTemp(folder, comingPrefix+"*") // for its owner alone
	if err != nil {
		return "", fmt.Errorf("make a file: %w", err)
	}
	kept := false
	defer func() {
		if !kept {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	hash := sha256.New()
	to, err := s.shelf.writer(temp)
	if err == nil {
		_, err = io.CopyBuffer(io.MultiWriter(to, hash), in, make([]byte, portion))
	}
	if err == nil {
		err = to.Close()
	}
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return "", err
	}
	sum = hex.EncodeToString(hash.Sum(nil))
	now := time.Now() // from when on it is wanted again; see keptSince
	if s.verify(ctx, sum) != nil || os.Chtimes(s.shelf.path(sum), now, now) != nil {
		// It is not there yet, not what it was, or was removed this moment.
		if err := os.Rename(temp.Name(), s.shelf.path(sum)); err != nil {
			return "", fmt.Errorf("name a file: %w", err)
		}
		kept = true
	}
	return sum, syncFolder(folder)
}

// portion is how much is copied at once, in bytes: after each it is seen
// whether somebody still waits for the rest.
const portion = 256 << 10

// coming is a content on its way in. It ends with its context and is refused
// beyond MaxFile.
type coming struct {
	ctx   context.Context
	from  io.Reader
	size  int64
	broke error // why it could not be read to its end
}

// Read implements io.Reader.
func (c *coming) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.from.Read(p)
	c.size += int64(n)
	if c.size > journal.MaxFile {
		return 0, journal.TooLargeFile()
	}
	if err != nil && !errors.Is(err, io.EOF) {
		c.broke = err
	}
	return n, err
}

// attachmentsFolder makes the folder of contents, for its owner alone.
func (s *Store) attachmentsFolder() (string, error) {
	folder := attachmentsIn(s.folder)
	err := os.Mkdir(folder, 0o700)
	switch {
	case errors.Is(err, fs.ErrExist):
		return folder, closeFolder(folder)
	case err != nil:
		return "", fmt.Errorf("make the folder of attachments: %w", err)
	}
	return folder, syncFolder(s.folder)
}

// closeFolder takes the rights of others from a folder of the journal's.
func closeFolder(folder string) error {
	info, err := os.Stat(folder)
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		err = os.Chmod(folder, 0o700) // #nosec G302 -- a folder
	}
	if err != nil {
		return fmt.Errorf("close a folder to others: %w", err)
	}
	return nil
}

// contentName tells whether a text is the name of a content, and how it is
// written on disk. Whatever else stands in an entry names no file.
func contentName(text string) (sum string, ok bool) {
	raw, err := hex.DecodeString(text)
	return strings.ToLower(text), err == nil && len(raw) == sha256.Size
}

// clearComing removes what a killed process left half written. What cannot be
// removed does no harm, and is tried again at the next open.
func clearComing(folder string, now time.Time) {
	dir, err := os.Open(attachmentsIn(folder))
	if err != nil {
		return // there are no attachments yet
	}
	defer dir.Close() // only read
	names, _ := dir.Readdirnames(-1)
	for _, name := range names {
		if !strings.HasPrefix(name, comingPrefix) {
			continue
		}
		path := filepath.Join(dir.Name(), name)
		if info, err := os.Lstat(path); err == nil && now.Sub(info.ModTime()) > abandonedAfter {
			_ = os.Remove(path)
		}
	}
}
