package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"groundwork/journal"
)

// entryFile is a file that was read as one of an entry, or why it was not.
type entryFile struct {
	name    string
	entry   journal.Entry
	err     error
	isEntry bool   // it is one, even if it cannot be read
	raw     string // the beginning of what cannot be read
}

// readFiles reads the files of the entries, several at once: it is YAML that
// takes the time.
func (r *folderReader) readFiles() error {
	if len(r.files) > maxItems {
		return wrong("This folder holds more than %d entries, which is more than Groundwork reads at once. Split it.", maxItems)
	}
	results := make([]entryFile, len(r.files))
	var next, length atomic.Int64
	var reading sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		reading.Go(func() {
			for r.ctx.Err() == nil && length.Load() <= maxDocument {
				i := int(next.Add(1)) - 1
				if i >= len(results) {
					return
				}
				var n int
				results[i], n = readEntry(r.fsys, r.files[i])
				length.Add(int64(n))
			}
		})
	}
	reading.Wait()
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if length.Load() > maxDocument {
		return wrong("The files of this folder are longer than Groundwork reads at once (%d MB). Split it.", maxDocument>>20)
	}
	return r.take(results)
}

// take takes the entries in, and leaves out what is none.
func (r *folderReader) take(files []entryFile) error {
	for _, f := range files {
		if f.err == nil {
			r.in.Contents.Entries = append(r.in.Contents.Entries, f.entry)
		} else if err := r.leaveOut(f); err != nil {
			return err
		}
	}
	return nil
}

// readEntry reads the file of an entry, and tells how many bytes it took.
func readEntry(fsys fs.FS, name string) (f entryFile, length int) {
	f.name = name
	text, err := openText(fsys, name, maxPiece)
	if err == nil {
		f.entry, err = readEntryFile(text)
	}
	if f.err = err; err != nil {
		f.raw = beginning(string(text), 16<<10)
		f.isEntry = !errors.Is(err, errNoFront)
	}
	return f, len(text)
}

// openText reads a plain file of at most so many bytes, which must be text. The
// text comes with the error, too.
func openText(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, length, err := openPlain(fsys, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	var text bytes.Buffer
	text.Grow(int(min(length, limit)) + bytes.MinRead)
	_, err = text.ReadFrom(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, err
	case int64(text.Len()) > limit:
		return text.Bytes(), fmt.Errorf("%w (%d MB at most)", errTooLong, limit>>20)
	case !utf8.Valid(text.Bytes()):
		return text.Bytes(), wrong("It is not valid UTF-8.")
	case bytes.IndexByte(text.Bytes(), 0) >= 0:
		return text.Bytes(), wrong("It holds NUL bytes.")
	}
	return bytes.TrimPrefix(text.Bytes(), []byte(bom)), nil
}

// openPlain opens a plain file and tells how many bytes it holds.
func openPlain(fsys fs.FS, name string) (f fs.File, length int64, err error) {
	info, err := fs.Lstat(fsys, name)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, errNoPlainFile
	}
	f, err = fsys.Open(name)
	return f, info.Size(), err
}

var errNoPlainFile = wrong("It is no plain file, and symbolic links are not followed.")
