package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"groundwork/journal"
)

// What lies in a Markdown folder beside the entries.
const (
	// AttachmentsFolder is the folder of the attached files.
	AttachmentsFolder = "attachments"

	restFile   = "groundwork.yaml" // everything that is no entry
	orderField = "entryOrder"      // of the rest: entries of one instant, newest first
)

// fence is the line above and below the fields of an entry.
const fence = "---\n"

// WriteMarkdownFolder writes a folder in which each entry is a Markdown file:
// its fields as YAML between two lines of dashes, under their JSON names, and
// then its body, byte for byte. Obsidian reads such files, and MarkdownFolder
// reads them back without loss. groundwork.yaml holds everything else of the
// journal. The files come one after the other, and create is told only plain
// names. The attached files are Outgoing's to write, into AttachmentsFolder.
func WriteMarkdownFolder(create func(name string) (io.WriteCloser, error), x journal.Export, exported time.Time) error {
	f := folderWriter{create: create, names: newFileNames(), former: formerPeople(x.People)}
	for e, err := range x.Entries {
		if err != nil {
			return err
		}
		f.former.entry(e)
		f.noteOrder(&e)
		if err := f.entry(&e); err != nil {
			return fmt.Errorf("write an entry's file: %w", err)
		}
	}
	if err := f.rest(x, exported); err != nil {
		return fmt.Errorf("write %s: %w", restFile, err)
	}
	return nil
}

// folderWriter is a folder on its way.
type folderWriter struct {
	create func(name string) (io.WriteCloser, error)
	names  *fileNames
	former former
	text   []byte // of the last file, whose place the next one takes

	before  journal.Entry // the entry written last
	ordered bool          // it stands in order
	order   []journal.ID
}

// noteOrder notes entries that nothing but their place in the journal puts in
// order: those of one day and one instant.
func (f *folderWriter) noteOrder(e *journal.Entry) {
	alike := f.before.ID != "" && f.before.Day == e.Day && f.before.Created.UnixMilli() == e.Created.UnixMilli()
	if alike && !f.ordered {
		f.order = append(f.order, f.before.ID)
	}
	if alike {
		f.order = append(f.order, e.ID)
	}
	f.before, f.ordered = *e, alike
}

// entry writes the file of an entry.
func (f *folderWriter) entry(e *journal.Entry) error {
	fields := *e
	fields.Body = ""
	object, err := Encode(fields)
	if err != nil {
		return err
	}
	f.text = append(f.text[:0], fence...)
	if f.text, err = toYAML(f.text, object, "body"); err != nil {
		return err
	}
	f.text = append(append(f.text, fence...), e.Body...)
	return f.write(f.names.of(e))
}

// rest writes everything that is no entry, as the JSON has it.
func (f *folderWriter) rest(x journal.Export, exported time.Time) error {
	var document bytes.Buffer
	o := ownWriter{out: bufio.NewWriter(&document)}
	o.begin(exported)
	o.rest(x, &f.former)
	if _, taken := x.Extra[orderField]; len(f.order) > 0 && !taken {
		o.member(orderField, f.order)
	}
	if err := o.end(); err != nil {
		return err
	}
	var err error
	if f.text, err = toYAML(f.text[:0], document.Bytes(), ""); err != nil {
		return err
	}
	return f.write(restFile)
}

func (f *folderWriter) write(name string) error {
	out, err := f.create(name)
	if err != nil {
		return err
	}
	_, err = out.Write(f.text)
	return errors.Join(err, out.Close())
}
