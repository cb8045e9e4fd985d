package handout

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"groundwork/journal/exchange"
)

// draft is something that is being written: into a new folder beside the place
// where it belongs, from where it takes that place when everything has reached
// the disk.
type draft struct {
	path     string // where it belongs
	isFolder bool
	replace  bool   // what is there already may go
	beside   string // where the attached files belong, "" where none go out
	temp     string // the folder it is written in
	files    int    // that go beside
	stuck    []step // what could not go back to where it was
}

func (d *draft) document() string { return filepath.Join(d.temp, "document") }
func (d *draft) folder() string   { return filepath.Join(d.temp, "files") }

// deliver writes through what it is given, whole or not at all.
func (d *draft) deliver(write func() error) (err error) {
	dir := filepath.Dir(d.path)
	sweep(dir, time.Now())
	if d.temp, err = os.MkdirTemp(dir, draftPrefix+"*"); err != nil { // for its owner alone
		return failure(dir, err)
	}
	defer func() { err = errors.Join(err, failure(dir, d.remove())) }()
	if d.isFolder {
		if err := os.Mkdir(d.document(), 0o700); err != nil {
			return failure(d.path, err)
		}
	}
	if err := write(); err != nil {
		return failure(d.path, err)
	}
	if err := syncTree(d.temp); err != nil {
		return failure(d.path, err)
	}
	if err := d.place(); err != nil {
		return failure(d.path, err)
	}
	return failure(dir, syncFolder(dir))
}

// draftPrefix begins the name of the folder that a draft is written in.
const draftPrefix = ".groundwork-"

// forgotten is after how long a draft nobody has written to is one that was
// killed: the longest export takes minutes.
const forgotten = time.Hour

// sweep removes drafts that a killed program left behind: they hold the journal
// in plain words. What cannot be removed is left as it is.
func sweep(dir string, now time.Time) {
	left, err := filepath.Glob(filepath.Join(dir, draftPrefix+"*"))
	if err != nil {
		return // the folder's name reads as a pattern
	}
	for _, folder := range left {
		if info, err := os.Lstat(folder); err == nil && info.IsDir() && now.Sub(lastWritten(folder, info)) > forgotten {
			_ = os.RemoveAll(folder)
		}
	}
}

// lastWritten is when something in a draft was written last.
func lastWritten(folder string, info fs.FileInfo) time.Time {
	last := info.ModTime()
	found, _ := os.ReadDir(folder) // what cannot be read has no say
	for _, f := range found {
		if info, err := f.Info(); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last
}

// write writes the one file of a draft.
func (d *draft) write(document func(io.Writer) error) error {
	out, err := createNew(d.document())
	if err != nil {
		return err
	}
	return errors.Join(document(out), out.Close())
}

// create makes a file of a folder; its name may have a folder before it.
func (d *draft) create(name string) (io.WriteCloser, error) {
	path := filepath.Join(d.document(), filepath.FromSlash(name))
	if dir := filepath.Dir(path); dir != d.document() {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
	}
	return createNew(path)
}

// createAttached makes an attached file: beside a document, or in the folder.
func (d *draft) createAttached(name string) (io.WriteCloser, error) {
	if d.isFolder {
		return d.create(exchange.AttachmentsFolder + "/" + name)
	}
	if d.files == 0 {
		if err := os.Mkdir(d.folder(), 0o700); err != nil {
			return nil, err
		}
	}
	d.files++
	return createNew(filepath.Join(d.folder(), name))
}

func createNew(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
}

// place puts the attached files and then the document where they belong. If
// the document cannot take its place, everything goes back to what it was.
func (d *draft) place() error {
	beside := step{made: d.folder(), place: d.beside, before: filepath.Join(d.temp, "before")}
	if d.files == 0 {
		beside.made = ""
	}
	if d.beside != "" {
		if err := d.take(&beside); err != nil {
			return err
		}
	}
	document := step{made: d.document(), place: d.path, before: filepath.Join(d.temp, "former")}
	var err error
	switch {
	case d.isFolder:
		err = d.take(&document)
	case d.replace:
		err = os.Rename(d.document(), d.path) // what was there is replaced at once
	default:
		err = d.newlyNamed()
	}
	if err != nil && d.beside != "" {
		err = errors.Join(err, d.back(&beside))
	}
	return err
}

// newlyNamed gives the document its name unless something has it meanwhile,
// which a rename would not notice.
func (d *draft) newlyNamed() error {
	err := os.Link(d.document(), d.path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// Not every file system has links.
	if _, err := os.Lstat(d.path); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, fs.ErrExist)
	}
	return os.Rename(d.document(), d.path)
}

// step puts something where it belongs, and keeps what was there before.
type step struct {
	made, place, before string
	moved, kept         bool
}

// take takes a step, or leaves everything as it was. Where nothing was made,
// what was there before goes.
func (d *draft) take(s *step) error {
	if _, err := os.Lstat(s.place); err == nil && !d.replace {
		return fs.ErrExist // since it was looked at
	}
	err := os.Rename(s.place, s.before)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.kept = err == nil
	if s.made == "" {
		return nil
	}
	if err := os.Rename(s.made, s.place); err != nil {
		return errors.Join(err, d.back(s))
	}
	s.moved = true
	return nil
}

// back takes a step back.
func (d *draft) back(s *step) (err error) {
	if s.moved {
		err = os.Rename(s.place, s.made)
	}
	if s.kept {
		back := os.Rename(s.before, s.place)
		if back != nil {
			d.stuck = append(d.stuck, *s)
		}
		err = errors.Join(err, back)
	}
	return err
}

// remove takes away what is left of the draft.
func (d *draft) remove() error {
	if len(d.stuck) > 0 {
		return refused("What was in %s lies in %s now.", d.stuck[0].place, d.stuck[0].before)
	}
	return os.RemoveAll(d.temp)
}

// syncTree brings a folder and all in it to the disk, at the end, when most of
// it is there by then. Many files go at once, for then the file system closes
// its books once for several of them: of 10,000 small files each takes almost
// a millisecond alone, and less than a tenth of that among others (measured).
func syncTree(folder string) error {
	var folders, files []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			folders = append(folders, path)
		} else if err == nil {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	const atOnce = 16
	failed := make(chan error, atOnce)
	var next atomic.Int64
	for range atOnce {
		go func() {
			var err error
			for i := next.Add(1) - 1; err == nil && i < int64(len(files)); i = next.Add(1) - 1 {
				err = syncFile(files[i])
			}
			failed <- err
		}()
	}
	for range atOnce {
		err = errors.Join(err, <-failed)
	}
	for _, folder := range folders {
		err = errors.Join(err, syncFolder(folder))
	}
	return err
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
