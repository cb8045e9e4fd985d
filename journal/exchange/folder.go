package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
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
// journal. The files are made one after the other, while the entries are read,
// and none after it has returned; create is told only plain names. The attached
// files are Outgoing's to write, into AttachmentsFolder.
func WriteMarkdownFolder(create func(name string) (io.WriteCloser, error), x journal.Export, exported time.Time) error {
	f := folderWriter{names: newFileNames(), former: formerPeople(x.People), files: beginFiling(create)}
	err := f.entries(x)
	if err == nil {
		err = f.rest(x, exported)
	}
	return errors.Join(err, f.files.end())
}

// folderWriter is a folder on its way.
type folderWriter struct {
	names  *fileNames
	former former
	files  *filing

	before  journal.Entry // the entry written last
	ordered bool          // it stands in order
	order   []journal.ID
}

func (f *folderWriter) entries(x journal.Export) error {
	for e, err := range x.Entries {
		if err != nil {
			return err
		}
		if f.files.failed.Load() {
			break
		}
		f.former.entry(e)
		f.noteOrder(&e)
		if err := f.entry(&e); err != nil {
			return fmt.Errorf("write an entry's file: %w", err)
		}
	}
	return nil
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
	text := make([]byte, 0, len(object)*5/4+len(e.Body))
	if text, err = toYAML(append(text, fence...), object, "body"); err != nil {
		return err
	}
	f.files.write(f.names.of(e), append(append(text, fence...), e.Body...))
	return nil
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
	err := o.end()
	if err != nil {
		return fmt.Errorf("write %s: %w", restFile, err)
	}
	text, err := toYAML(nil, document.Bytes(), "")
	if err != nil {
		return fmt.Errorf("write %s: %w", restFile, err)
	}
	f.files.write(restFile, text)
	return nil
}

// filing makes files one after the other while the next ones are being put
// together. After the first error it makes no more.
type filing struct {
	files  chan textFile
	failed atomic.Bool
	done   chan error
}

// textFile is a file that is to be made.
type textFile struct {
	name string
	text []byte
}

// beginFiling starts; end must be called.
func beginFiling(create func(name string) (io.WriteCloser, error)) *filing {
	const ahead = 64 // files in the memory
	f := &filing{files: make(chan textFile, ahead), done: make(chan error, 1)}
	go func() {
		var err error
		for file := range f.files {
			if err == nil {
				err = file.write(create)
				f.failed.Store(err != nil)
			}
		}
		f.done <- err
	}()
	return f
}

func (f *filing) write(name string, text []byte) { f.files <- textFile{name, text} }

// end waits for the last file.
func (f *filing) end() error {
	close(f.files)
	if err := <-f.done; err != nil {
		return fmt.Errorf("write a folder of entries: %w", err)
	}
	return nil
}

func (t textFile) write(create func(name string) (io.WriteCloser, error)) error {
	out, err := create(t.name)
	if err != nil {
		return err
	}
	_, err = out.Write(t.text)
	return errors.Join(err, out.Close())
}
