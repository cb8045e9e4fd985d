package exchange

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/google/uuid"

	"groundwork/journal"
)

// The limits of a Markdown folder, beside those of the journal's own JSON.
const (
	maxRest      = 64 << 20  // bytes of groundwork.yaml
	maxRestMarks = 2_000_000 // commas and line ends in it: about ten for each thing
	maxMarks     = 500_000   // in the fields of an entry
	maxFolders   = 32        // folders inside each other
)

// MarkdownFolder is a folder that WriteMarkdownFolder wrote, or a single file
// of one. The files may have been changed since, and moved into folders of
// their own. Without groundwork.yaml the entries alone are read.
type MarkdownFolder struct{}

// Name is "markdown".
func (MarkdownFolder) Name() string { return "markdown" }

// Detect looks for groundwork.yaml, or for a file that begins with the fields
// of an entry.
func (MarkdownFolder) Detect(src Source) bool {
	if !src.IsFolder {
		return beginsAsEntry(src.Head)
	}
	if head, err := readHead(src.FS, path.Join(src.Path, restFile)); err == nil && bytes.Contains(head, []byte("groundwork-journal/")) {
		return true
	}
	names, err := fs.ReadDir(src.FS, src.Path)
	if err != nil {
		return false
	}
	const some = 20 // files that are looked into
	looked := 0
	for _, name := range names {
		if !isEntryFile(name) || looked == some {
			continue
		}
		looked++
		if head, err := readHead(src.FS, path.Join(src.Path, name.Name())); err == nil && beginsAsEntry(head) {
			return true
		}
	}
	return false
}

// readHead reads the beginning of a plain file.
func readHead(fsys fs.FS, name string) ([]byte, error) {
	f, _, err := openPlain(fsys, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	return io.ReadAll(io.LimitReader(f, 64<<10))
}

// isEntryFile tells whether a file may be one of an entry. Names that begin
// with a dot are other programs' own business.
func isEntryFile(f fs.DirEntry) bool {
	return f.Type().IsRegular() && !strings.HasPrefix(f.Name(), ".") && strings.EqualFold(path.Ext(f.Name()), entryEnding)
}

// beginsAsEntry tells whether a text begins with the fields of an entry.
func beginsAsEntry(text []byte) bool {
	front, _, ok := cutFront(text)
	if !ok {
		return false
	}
	fields, err := parseYAML(front, maxMarks)
	return err == nil && fields != nil && member(fields, "id") != nil && member(fields, "kind") != nil && member(fields, "day") != nil
}

// Read reads the folder. What is no file of an entry is named among what was
// left out.
func (MarkdownFolder) Read(ctx context.Context, src Source) (journal.Incoming, error) {
	r := folderReader{ctx: ctx, fsys: src.FS, root: src.Path}
	r.in.Format = MarkdownFolder{}.Name()
	var err error
	if src.IsFolder {
		err = errors.Join(r.rest(), r.walk(r.root, 1))
	} else {
		r.root = path.Dir(src.Path)
		r.files = []string{src.Path}
	}
	if err == nil {
		err = r.readFiles()
	}
	if err != nil {
		return journal.Incoming{}, err
	}
	r.arrange()
	r.keepNameless()
	r.in.Files = (&beside{fsys: src.FS, folder: path.Join(r.root, AttachmentsFolder)}).open
	return r.in, nil
}

// folderReader is a folder that is being read.
type folderReader struct {
	ctx   context.Context
	fsys  fs.FS
	root  string
	in    journal.Incoming
	files []string     // that may be entries, in the order of the folder
	order []journal.ID // of entries of one instant
	whole bool         // groundwork.yaml is there, so all the journal's people are
}

// rest reads groundwork.yaml. It is put into the journal's own JSON, which has
// the same members, and read as that. The entries point into it, so where it
// cannot be read nothing is.
func (r *folderReader) rest() error {
	name := path.Join(r.root, restFile)
	text, err := openText(r.fsys, name, maxRest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return r.restFailed(err)
	}
	fields, err := parseYAML(text, maxRestMarks)
	if err != nil || fields == nil {
		return r.restFailed(err)
	}
	if order := takeMember(fields, orderField); order != nil {
		for _, id := range order.Content {
			r.order = append(r.order, journal.ID(id.Value))
		}
	}
	object, err := toJSON(fields, maxDepth+2) // the document and the list around a person
	if err != nil {
		return r.restFailed(err)
	}
	in, err := ReadOwn(r.ctx, bytes.NewReader(object))
	if err != nil {
		return r.restFailed(err)
	}
	r.in.Contents, r.in.Quarantined, r.whole = in.Contents, in.Quarantined, true
	return nil
}

// restFailed says why groundwork.yaml cannot be read, where the file is to blame.
func (r *folderReader) restFailed(err error) error {
	var invalid *journal.Invalid
	switch {
	case err == nil:
		return wrong("%s is empty, and the entries point into it. Move it away to read the entries alone.", restFile)
	case errors.As(err, &invalid), errors.Is(err, errTooDeep), errors.Is(err, errTooLong):
		return wrong("%s cannot be read, and the entries point into it, so nothing was read. %s", restFile, sentence(err))
	}
	return err
}

// walk finds the files of a folder and of those inside it.
func (r *folderReader) walk(folder string, depth int) error {
	found, err := fs.ReadDir(r.fsys, folder)
	if err != nil {
		return err
	}
	for _, f := range found {
		name := path.Join(folder, f.Name())
		switch {
		case strings.HasPrefix(f.Name(), "."), name == path.Join(r.root, restFile), name == path.Join(r.root, AttachmentsFolder):
		case f.IsDir() && depth < maxFolders:
			err = r.walk(name, depth+1)
		case f.IsDir():
			err = r.leaveOut(entryFile{name: name, err: wrong("It lies in too many folders (%d at most).", maxFolders)})
		case isEntryFile(f):
			r.files = append(r.files, name)
		case f.Type().IsRegular():
			err = r.leaveOut(entryFile{name: name, err: wrong("It is no Markdown file.")})
		default:
			err = r.leaveOut(entryFile{name: name, err: errNoPlainFile})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// leaveOut names a file that is not taken in.
func (r *folderReader) leaveOut(f entryFile) error {
	label := f.name
	if r.root != "." {
		label = strings.TrimPrefix(label, r.root+"/")
	}
	r.in.Quarantined = append(r.in.Quarantined, journal.Quarantined{
		Name: beginning(label, 200), Reason: sentence(f.err), Raw: f.raw, Entry: f.isEntry,
	})
	if len(r.in.Quarantined) > maxQuarantined {
		return wrong("More than %d things in this folder cannot be read, so nothing was read from it.", maxQuarantined)
	}
	return nil
}

// arrange brings the entries into the order of a journal, the newest first;
// the names of the files tell only their days.
func (r *folderReader) arrange() {
	place := make(map[journal.ID]int, len(r.order))
	for i, id := range r.order {
		place[id] = i
	}
	slices.SortStableFunc(r.in.Contents.Entries, func(a, b journal.Entry) int {
		return cmp.Or(b.Day.Compare(a.Day), cmp.Compare(b.Created.UnixMilli(), a.Created.UnixMilli()), cmp.Compare(place[a.ID], place[b.ID]))
	})
}

// keepNameless keeps the import from making people of IDs: where
// groundwork.yaml is missing, nobody says what those who have them are called.
func (r *folderReader) keepNameless() {
	if r.whole {
		return
	}
	seen := formerPeople(nil)
	for _, e := range r.in.Contents.Entries {
		seen.entry(e)
	}
	for _, name := range seen.names {
		if uuid.Validate(name) == nil {
			r.in.Contents.FormerPeople = append(r.in.Contents.FormerPeople, name)
		}
	}
}
