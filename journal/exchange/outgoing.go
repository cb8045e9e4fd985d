package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"groundwork/journal"
)

// Outgoing are the attached files of the entries that an export writes, each
// content once.
type Outgoing struct {
	wanted []outgoingFile
	seen   map[string]bool
}

type outgoingFile struct {
	attachment journal.Attachment
	of         journal.ID
}

// Lost is an attached file that could not be written, and why.
type Lost struct {
	Name  string     // of the file
	Entry journal.ID // the first that names it
	Err   error
}

// Opener opens the file of an attachment once it was compared with its hash:
// journal.Journal.OpenAttachment.
type Opener func(ctx context.Context, a journal.Attachment) (io.ReadSeekCloser, error)

// Note passes entries on as they come and notes the files that they name.
func (o *Outgoing) Note(entries iter.Seq2[journal.Entry, error]) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		for e, err := range entries {
			if err == nil {
				o.note(&e)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func (o *Outgoing) note(e *journal.Entry) {
	for _, a := range e.Attachments {
		sum := strings.ToLower(a.SHA256)
		if sum == "" || o.seen[sum] {
			continue
		}
		if o.seen == nil {
			o.seen = map[string]bool{}
		}
		o.seen[sum] = true
		o.wanted = append(o.wanted, outgoingFile{a, e.ID})
	}
}

// Count is how many contents were noted.
func (o *Outgoing) Count() int { return len(o.wanted) }

// Write writes each content that was noted into a file that create makes. A
// file that the journal has lost stops nothing: it comes back among the lost.
// An error is one of writing, or of ctx.
func (o *Outgoing) Write(ctx context.Context, open Opener, create func(name string) (io.WriteCloser, error)) (lost []Lost, err error) {
	for _, f := range o.wanted {
		if err := ctx.Err(); err != nil {
			return lost, err
		}
		from, err := open(ctx, f.attachment)
		if err != nil {
			lost = append(lost, Lost{Name: journal.FileName(f.attachment.Name), Entry: f.of, Err: err})
			continue
		}
		name := nameBeside(strings.ToLower(f.attachment.SHA256), f.attachment.Name)
		if err := errors.Join(writeOne(from, name, create), from.Close()); err != nil {
			return lost, fmt.Errorf("write an attached file: %w", err)
		}
	}
	return lost, nil
}

func writeOne(from io.Reader, name string, create func(name string) (io.WriteCloser, error)) error {
	to, err := create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}
