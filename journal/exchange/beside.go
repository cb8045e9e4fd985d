package exchange

import (
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"groundwork/journal"
)

// filesEnding ends the name of the folder of files beside a document.
const filesEnding = ".files"

// FilesBeside names the folder that holds the attached files of a document:
// "j.files" for "j.json". In it each content lies once, under its SHA-256 in
// lower-case hex and the ending of the attachment's name.
func FilesBeside(document string) string {
	ending := path.Ext(document)
	if ending == filesEnding {
		ending = ""
	}
	return strings.TrimSuffix(document, ending) + filesEnding
}

// IsFileBeside tells whether a file of that name could be an attached file in
// such a folder.
func IsFileBeside(name string) bool { return sumIn(name) != "" }

// sumIn reads the SHA-256 from the name of a file, or gives "".
func sumIn(name string) string {
	sum, _, _ := strings.Cut(name, ".")
	if raw, err := hex.DecodeString(sum); err != nil || len(raw) != 32 || strings.ToLower(sum) != sum {
		return ""
	}
	return sum
}

// nameBeside names the file of an attachment. Nothing of it comes from the
// attachment's name but a plain ending, with which other programs open it.
func nameBeside(sum, name string) string {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	plain := func(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }
	if ending == "" || len(ending) > 10 || strings.ContainsFunc(ending, func(r rune) bool { return !plain(r) }) {
		return sum
	}
	return sum + "." + ending
}

// beside is the folder of files beside a document that is read. No name in it
// but the SHA-256 counts, and no symbolic link is followed.
type beside struct {
	fsys   fs.FS
	folder string

	look  sync.Once
	files map[string]fs.DirEntry // by SHA-256
	err   error
}

func newBeside(src Source) *beside { return &beside{fsys: src.FS, folder: FilesBeside(src.Path)} }

// open opens a content; see journal.Incoming.Files.
func (b *beside) open(sum string) (io.ReadCloser, error) {
	b.look.Do(b.list)
	if b.err != nil {
		return nil, b.err
	}
	entry, ok := b.files[sum]
	switch {
	case !ok:
		return nil, fs.ErrNotExist
	case !entry.Type().IsRegular():
		return nil, wrong("Its file is no plain file, and symbolic links are not followed.")
	}
	f, err := b.fsys.Open(path.Join(b.folder, entry.Name()))
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() > journal.MaxFile {
		err = journal.TooLargeFile()
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// list finds the files of the folder.
func (b *beside) list() {
	info, err := fs.Lstat(b.fsys, b.folder)
	if err == nil && !info.IsDir() {
		err = wrong("%s is no folder, and symbolic links are not followed.", path.Base(b.folder))
	}
	var found []fs.DirEntry
	if err == nil {
		found, err = fs.ReadDir(b.fsys, b.folder)
	}
	b.err, b.files = err, make(map[string]fs.DirEntry, len(found))
	for _, entry := range found {
		if sum := sumIn(entry.Name()); sum != "" && b.files[sum] == nil {
			b.files[sum] = entry
		}
	}
}
