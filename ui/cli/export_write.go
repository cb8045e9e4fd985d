package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"groundwork/journal/exchange"
)

// checkTarget refuses to write over a file without being told to, and into
// the journal's own folder at all.
func checkTarget(path, folder string, force bool) error {
	if inside(path, folder) {
		return failed("%s lies in the journal's own folder. Choose another place.", path)
	}
	switch _, err := os.Lstat(path); {
	case err == nil && !force:
		return failed("%s exists already. Replace it with --force, or choose another name.", path)
	case err != nil && !os.IsNotExist(err):
		return fileFailure(path, err)
	}
	return nil
}

// inside tells whether the file lies in the folder itself.
func inside(path, folder string) bool {
	parent, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return false
	}
	own, err := os.Stat(folder)
	return err == nil && os.SameFile(parent, own)
}

// besidePath names the folder of attached files beside a document.
func besidePath(path string) string {
	return filepath.Join(filepath.Dir(path), exchange.FilesBeside(filepath.Base(path)))
}

// checkBeside refuses a folder that is in the way of the attached files. Even
// where replacing was asked for, only a folder that holds nothing but attached
// files is taken for one that an export made.
func checkBeside(path string, force bool) error {
	folder := besidePath(path)
	info, err := os.Lstat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fileFailure(folder, err)
	case !force:
		return failed("%s exists already. Replace it with --force, or choose another name.", folder)
	case !info.IsDir():
		return failed("%s is in the way of the attached files. Move it, or choose another name.", folder)
	}
	found, err := os.ReadDir(folder)
	if err != nil {
		return fileFailure(folder, err)
	}
	for _, f := range found {
		if !exchange.IsFileBeside(f.Name()) {
			return failed("%s holds other things than attached files, such as %s. Move it, or choose another name.", folder, clean(f.Name()))
		}
	}
	return nil
}

// creating makes a new file of that name in the folder of files.
type creating func(name string) (io.WriteCloser, error)

// writeExport writes a document and the folder of files beside it, whole or
// not at all: into a new folder beside them, from where they take their places
// when everything has reached the disk. files writes through what it is given
// and says how many it wrote; where there are none, there is no folder.
func writeExport(path string, document func(io.Writer) error, files func(creating) (int, error)) (err error) {
	dir := filepath.Dir(path)
	temp, err := os.MkdirTemp(dir, ".groundwork-*") // for its owner alone
	if err != nil {
		return fileFailure(dir, err)
	}
	d := exportDraft{path: path, beside: besidePath(path), temp: temp}
	defer func() { err = errors.Join(err, fileFailure(dir, d.remove())) }()
	if err := d.write(document, files); err != nil {
		return fileFailure(path, err)
	}
	if err := d.place(); err != nil {
		return fileFailure(path, err)
	}
	return fileFailure(dir, syncFolder(dir))
}

// exportDraft is an export that is being written.
type exportDraft struct {
	path, beside string // where the document and its files belong
	temp         string // the folder they are written in
	files        int
	stuck        bool // what was there before could not go back to its place
}

func (d *exportDraft) document() string { return filepath.Join(d.temp, "document") }
func (d *exportDraft) folder() string   { return filepath.Join(d.temp, "files") }
func (d *exportDraft) before() string   { return filepath.Join(d.temp, "before") }

// write brings everything to the disk: the document first, since writing it
// shows which files there are.
func (d *exportDraft) write(document func(io.Writer) error, files func(creating) (int, error)) error {
	out, err := createNew(d.document())
	if err != nil {
		return err
	}
	if err := errors.Join(document(out), out.Close()); err != nil {
		return err
	}
	if err := os.Mkdir(d.folder(), 0o700); err != nil {
		return err
	}
	if d.files, err = files(func(name string) (io.WriteCloser, error) { return createNew(filepath.Join(d.folder(), name)) }); err != nil {
		return err
	}
	return syncTree(d.temp)
}

func createNew(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
}

// syncTree brings a folder and all in it to the disk, in one go at the end:
// most of it is there by then.
func syncTree(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return syncFolder(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}

// place puts the files and then the document where they belong. If the
// document cannot take its place, the files go back to what they were.
func (d *exportDraft) place() error {
	replaced := os.Rename(d.beside, d.before())
	if replaced != nil && !errors.Is(replaced, fs.ErrNotExist) {
		return replaced
	}
	if d.files > 0 {
		if err := os.Rename(d.folder(), d.beside); err != nil {
			return errors.Join(err, d.putBack(replaced == nil))
		}
	}
	if err := os.Rename(d.document(), d.path); err != nil {
		return errors.Join(err, d.putBack(replaced == nil))
	}
	return nil
}

// remove takes away what is left of the draft.
func (d *exportDraft) remove() error {
	if d.stuck {
		return failed("The files that were in %s lie in %s now.", d.beside, d.before())
	}
	return os.RemoveAll(d.temp)
}

// putBack takes the files out of their place, and gives it to those that were
// there before.
func (d *exportDraft) putBack(before bool) error {
	err := os.Rename(d.beside, d.folder())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if before {
		back := os.Rename(d.before(), d.beside)
		d.stuck = back != nil
		err = errors.Join(err, back)
	}
	return err
}
