package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// wantedFile is a content that incoming entries name.
type wantedFile struct {
	sum     string
	label   string // the first attachment that names it, for the report
	written int    // how many attachments of new and changed entries name it
}

// wantFiles notes which contents an entry names.
func (m *importing) wantFiles(e *Entry) {
	for _, a := range e.Attachments {
		sum := strings.ToLower(a.SHA256)
		if sum == "" || m.wanted[sum] != nil {
			continue
		}
		f := &wantedFile{sum: sum, label: FileName(a.Name)}
		if of := entryLabel(e); of != "" {
			f.label = fmt.Sprintf("%s (%s)", f.label, shorten(of, 60))
		}
		m.wanted[sum] = f
		m.files = append(m.files, f)
	}
}

// countFiles counts the attachments of an entry that is written.
func (m *importing) countFiles(e *Entry) {
	m.report.Attachments += len(e.Attachments)
	for _, a := range e.Attachments {
		if f := m.wanted[strings.ToLower(a.SHA256)]; f != nil {
			f.written++
		}
	}
}

// takeFiles takes in the contents that the journal does not hold whole yet.
// One that is missing or is not what its entry names is left out and named;
// the entry keeps the name of it. Contents are in place before the entries
// that name them; an import that is taken back leaves them, for others may
// name them too.
func (m *importing) takeFiles(ctx context.Context, open func(sum string) (io.ReadCloser, error), dry bool) error {
	for _, f := range m.files {
		if m.holds(ctx, f.sum) {
			continue
		}
		err := m.takeFile(ctx, open, f.sum, dry)
		var bad *Invalid
		if errors.As(err, &bad) {
			m.report.Quarantined = append(m.report.Quarantined, Quarantined{Name: f.label, Reason: bad.Problem})
			m.report.Attachments -= f.written
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// holds tells whether the journal has a content, unaltered.
func (m *importing) holds(ctx context.Context, sum string) bool {
	f, err := m.store.OpenFile(ctx, sum)
	return err == nil && f.Close() == nil
}

// takeFile takes in one content. It is read twice: nothing is kept that is not
// what the entry names. An Invalid says why it is left out.
func (m *importing) takeFile(ctx context.Context, open func(sum string) (io.ReadCloser, error), sum string, dry bool) error {
	if open == nil {
		open = func(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }
	}
	seen, err := readIncoming(ctx, open, sum, hashOf)
	switch {
	case err != nil:
		return err
	case seen != sum:
		return alteredFile()
	case dry:
		return nil
	}
	kept, err := readIncoming(ctx, open, sum, func(r io.Reader) (string, error) {
		sum, _, err := m.store.KeepFile(ctx, r)
		return sum, err
	})
	if err == nil && kept != sum {
		return alteredFile()
	}
	return err
}

// readIncoming opens a content of the source and has it read. What goes wrong
// in the source, and not in what reads it, is an Invalid.
func readIncoming(ctx context.Context, open func(string) (io.ReadCloser, error), sum string, read func(io.Reader) (string, error)) (string, error) {
	f, err := open(sum)
	var bad *Invalid
	switch {
	case errors.As(err, &bad):
		return "", err
	case errors.Is(err, fs.ErrNotExist):
		return "", invalid("attachments", "Its file is not beside the journal.")
	case err != nil:
		return "", invalid("attachments", "Its file cannot be read.")
	}
	defer func() { _ = f.Close() }() // only read
	from := &telling{from: f}
	got, err := read(io.LimitReader(from, MaxFile+1))
	if from.err != nil && ctx.Err() == nil {
		return "", invalid("attachments", "Its file cannot be read.")
	}
	if err == nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return got, err
}

// hashOf gives the SHA-256 of what r gives, in hex.
func hashOf(r io.Reader) (string, error) {
	hash := sha256.New()
	n, err := io.Copy(hash, r)
	if err == nil && n > MaxFile {
		err = TooLargeFile()
	}
	return hex.EncodeToString(hash.Sum(nil)), err
}

func alteredFile() error {
	return invalid("attachments", "Its file is not what the entry names: it was altered.")
}
