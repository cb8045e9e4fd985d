package handout

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"groundwork/journal/exchange"
)

// Delivery says how something is put where it belongs.
type Delivery struct {
	Replace  bool     // what is there already
	Refuse   []string // folders into which nothing is written: the journal's own
	Large    bool     // a PDF is one page, as large as there is room for: see paper.Options
	Progress func(done, of int)
}

// prepare looks at where something is to go, and refuses what may not be.
func prepare(path string, f Form, o Delivery) (*draft, error) {
	path = filepath.Clean(path)
	d := &draft{path: path, isFolder: f.IsFolder(), replace: o.Replace}
	if f.HasFiles() && !d.isFolder {
		d.beside = filepath.Join(filepath.Dir(path), exchange.FilesBeside(filepath.Base(path)))
	}
	if refusing(path, o.Refuse) != "" {
		return nil, refused("%s lies in the journal's own folder. Choose another place.", path)
	}
	for _, place := range []string{d.path, d.beside} {
		if place == "" {
			continue
		}
		if err := d.mayTake(place, f, o.Replace); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// refusing gives the one of some folders in which a path lies, or "".
func refusing(path string, folders []string) string {
	for _, folder := range folders {
		if inside(path, folder) {
			return folder
		}
	}
	return ""
}

// inside tells whether a path is a folder or lies in it, however deep.
func inside(path, folder string) bool {
	if folder == "" {
		return false
	}
	own, err := os.Stat(folder)
	if err != nil {
		return false
	}
	path, err = filepath.Abs(path)
	for err == nil {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, own) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
	return false
}

// mayTake refuses a place where something is that may not be replaced: without
// being told to, and never a folder that holds other things than an export, nor
// a device or a pipe, in whose place a file would stand then.
func (d *draft) mayTake(place string, f Form, replace bool) error {
	info, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failure(place, err)
	case !replace:
		return failure(place, fs.ErrExist)
	}
	wantsFolder := d.isFolder || place == d.beside
	plain := info.Mode().IsRegular() || info.Mode()&fs.ModeSymlink != 0
	if info.IsDir() != wantsFolder || !wantsFolder && !plain {
		return refused("%s is in the way. Move it, or choose another name.", place)
	}
	if !wantsFolder {
		return nil
	}
	return d.mayEmpty(place, f)
}

// mayEmpty refuses a folder that holds other things than an export.
func (d *draft) mayEmpty(folder string, f Form) error {
	found, err := os.ReadDir(folder)
	if err != nil {
		return failure(folder, err)
	}
	known := len(found) == 0 || f != MarkdownFolder
	for _, entry := range found {
		could, sure := isPart(entry, f)
		if !could {
			return refused("%s holds other things than an export, such as %s. Move it, or choose another name.", folder, oneLine(entry.Name()))
		}
		known = known || sure
	}
	if !known {
		return refused("%s is no folder that an export made. Choose another name.", folder)
	}
	return nil
}

// isPart tells whether something could be of a folder that the form writes,
// and whether only an export makes such a thing.
func isPart(entry fs.DirEntry, f Form) (could, sure bool) {
	switch f {
	case MarkdownFolder:
		return exchange.OfMarkdownFolder(entry.Name(), entry.IsDir())
	case CSVFolder:
		return !entry.IsDir() && exchange.OfTables(entry.Name()), false
	}
	return !entry.IsDir() && exchange.IsFileBeside(entry.Name()), false
}

// oneLine makes a name fit into a sentence.
func oneLine(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, name)
}
