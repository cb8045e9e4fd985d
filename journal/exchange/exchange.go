// Package exchange reads journals from files and folders and writes them.
//
// Each form a journal can come in is a [Format], in a file of its own. A
// format is recognised by what a file holds, never by its name. Reading gives
// a [journal.Incoming], in which one bad entry is set aside and named while
// the others are read; package journal decides what is new. Whatever is read
// may be hostile: it may be cut off, deeply nested, a gigabyte long or not
// text at all, and must then end in a plain sentence.
package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"groundwork/journal"
)

// Format is one form in which a journal can be read.
type Format interface {
	// Name is what the format is called on the command line and in reports.
	Name() string
	// Detect tells whether the source looks like this format.
	Detect(src Source) bool
	// Read reads the source whole. What cannot be read of it is quarantined;
	// an error means that nothing was read, and is a journal.Invalid wherever
	// the source is to blame.
	Read(ctx context.Context, src Source) (journal.Incoming, error)
}

// Formats lists every format that can be read.
func Formats() []Format { return []Format{Own{}, MarkdownFolder{}} }

// Source is the file or folder that is read.
type Source struct {
	FS   fs.FS
	Path string // in FS; "." where the source is the folder FS itself
	Head []byte // how the file begins; nothing of a folder
	Tail []byte // how the file ends; nothing of a folder or of a short file

	IsFolder bool
}

// NewSource looks at a file or folder without reading it whole.
func NewSource(fsys fs.FS, path string) (Source, error) {
	src := Source{FS: fsys, Path: path}
	f, err := fsys.Open(path)
	if err != nil {
		return src, err
	}
	defer func() { _ = f.Close() }() // only read: nothing is lost
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		src.IsFolder = err == nil
		return src, err
	}
	if !info.Mode().IsRegular() {
		return src, wrong("This is not a file that can be read from its beginning to its end.")
	}
	const look = 64 << 10
	if src.Head, err = io.ReadAll(io.LimitReader(f, look)); err != nil {
		return src, err
	}
	seeker, ok := f.(io.Seeker)
	if !ok || info.Size() <= look {
		return src, nil
	}
	if _, err := seeker.Seek(max(look, info.Size()-look), io.SeekStart); err != nil {
		return src, err
	}
	src.Tail, err = io.ReadAll(io.LimitReader(f, look))
	return src, err
}

// Find gives the format of that name, or the one the source looks like when
// no name is given.
func Find(name string, src Source) (Format, error) {
	if name != "" {
		var names []string
		for _, f := range Formats() {
			if strings.EqualFold(f.Name(), name) {
				return f, nil
			}
			names = append(names, f.Name())
		}
		return nil, fmt.Errorf("%w %q: this version reads %s", ErrUnknownFormat, name, strings.Join(names, ", "))
	}
	for _, f := range Formats() {
		if f.Detect(src) {
			return f, nil
		}
	}
	switch {
	case src.IsFolder:
		return nil, wrong("This folder does not hold a journal that Groundwork can read.")
	case len(src.Head) == 0:
		return nil, wrong("This file is empty.")
	}
	return nil, wrong("This is not a journal that Groundwork can read.")
}

// ErrUnknownFormat says that no format has the name that was asked for.
var ErrUnknownFormat = errors.New("there is no format")

// wrong is an error the source is to blame for, as a sentence for the user.
func wrong(format string, args ...any) error {
	return &journal.Invalid{Field: "file", Problem: fmt.Sprintf(format, args...)}
}
