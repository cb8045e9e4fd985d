package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"sync"
	"time"

	"modernc.org/sqlite/vfs"

	"groundwork/data/vault"
	"groundwork/journal"
)

// sealedView is the database in a sealed file, which SQLite reads where it lies,
// page by page, as each page is opened: it takes no memory worth speaking of.
type sealedView struct {
	*sql.DB
	system *vfs.FS
	file   *viewedFile
}

// viewSealed views the database that is sealed in some bytes, of which there are
// so many. It must be closed before they go.
func viewSealed(ctx context.Context, sealed io.ReaderAt, size int64, keys *vault.Keys) (v *sealedView, err error) {
	below := &notingAt{from: sealed}
	at, size, err := keys.OpenAt(below, size)
	if err != nil {
		return nil, below.explain(err)
	}
	if size < databaseHead {
		return nil, fmt.Errorf("%w: it is shorter than any database", journal.ErrDamaged)
	}
	v = &sealedView{file: &viewedFile{below: below, at: at, size: size}}
	name, system, err := vfs.New(v.file)
	if err != nil {
		return nil, fmt.Errorf("show SQLite a sealed file: %w", err)
	}
	v.system = system
	dsn := "file:" + viewedName + "?" + url.Values{
		"vfs": {name}, "mode": {"ro"}, "immutable": {"1"}, "_dqs": {"0"}, "_defensive": {"1"}, "_pragma": {"temp_store(memory)"},
	}.Encode()
	if v.DB, err = openPool(ctx, dsn, 1); err != nil {
		return nil, errors.Join(v.because(err), v.system.Close())
	}
	return v, nil
}

// because gives the damage, or the error of the disk, that was met, if there was
// any: SQLite may have said something else, or gone on.
func (v *sealedView) because(err error) error {
	v.file.mu.Lock()
	defer v.file.mu.Unlock()
	if v.file.failed != nil {
		return v.file.failed
	}
	return err
}

// Close ends the view.
func (v *sealedView) Close() error { return errors.Join(v.DB.Close(), v.system.Close()) }

// databaseHead is how many bytes the head of a database has (SQLite, "Database
// File Format").
const databaseHead = 100

// viewedName is the one name in the file system of a view.
const viewedName = "journal"

// viewedFile is a database as SQLite is to see it, and the file system in which
// it is all there is.
type viewedFile struct {
	below *notingAt
	at    io.ReaderAt
	size  int64

	mu     sync.Mutex
	failed error  // the last one of reading
	held   []byte // the part that was opened last
	from   int64  // where it begins
}

// viewedPart is how much is opened at once, in bytes: what age seals at once.
const viewedPart = 64 << 10

// window reads out of the part that is held, or opens the one that is wanted.
func (f *viewedFile) window(p []byte, off int64) (n int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for n < len(p) && off < f.size {
		if off < f.from || off >= f.from+int64(len(f.held)) {
			f.from = off - off%viewedPart
			f.held = append(f.held[:0], make([]byte, min(viewedPart, f.size-f.from))...)
			if read, err := f.at.ReadAt(f.held, f.from); err != nil && (err != io.EOF || read < len(f.held)) {
				f.held, f.failed = f.held[:0], f.below.explain(err)
				return n, f.failed
			}
		}
		copied := copy(p[n:], f.held[off-f.from:])
		n, off = n+copied, off+int64(copied)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// ReadAt implements io.ReaderAt. Bytes 18 and 19 of the head say which journal
// the file is kept with: 2 is a log, which a database in memory cannot have.
func (f *viewedFile) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.window(p, off)
	for i := max(18, off); i < min(20, off+int64(n)); i++ {
		p[i-off] = 1
	}
	return n, err
}

// notingAt keeps the error of the disk, which is no damage of what lies there.
type notingAt struct {
	from   io.ReaderAt
	mu     sync.Mutex
	failed error
}

// ReadAt implements io.ReaderAt.
func (n *notingAt) ReadAt(p []byte, off int64) (int, error) {
	read, err := n.from.ReadAt(p, off)
	if err != nil && err != io.EOF {
		n.mu.Lock()
		n.failed = err
		n.mu.Unlock()
	}
	return read, err
}

// explain gives the error of the disk where there was one.
func (n *notingAt) explain(err error) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.failed != nil {
		return n.failed
	}
	return err
}

// Open implements fs.FS.
func (f *viewedFile) Open(name string) (fs.File, error) {
	if name != viewedName {
		return nil, fs.ErrNotExist // a log, or a journal
	}
	return openView{io.NewSectionReader(f, 0, f.size)}, nil
}

// openView is a viewedFile that SQLite has open.
type openView struct{ *io.SectionReader }

// Stat implements fs.File.
func (v openView) Stat() (fs.FileInfo, error) { return v, nil }

// Close implements fs.File.
func (openView) Close() error { return nil }

// Name implements fs.FileInfo.
func (openView) Name() string { return viewedName }

// Mode implements fs.FileInfo.
func (openView) Mode() fs.FileMode { return 0o400 }

// ModTime implements fs.FileInfo.
func (openView) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (openView) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (openView) Sys() any { return nil }
