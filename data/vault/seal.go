package vault

import (
	"errors"
	"fmt"
	"io"

	"filippo.io/age"

	"groundwork/journal"
)

// Seal gives a writer that seals what it gets into w. It must be closed: the
// file is whole only then. w is not closed.
func (k *Keys) Seal(w io.Writer) (io.WriteCloser, error) {
	sealing, err := age.Encrypt(w, k.own.Recipient(), k.recovery)
	if err != nil {
		return nil, fmt.Errorf("seal a file: %w", err)
	}
	return sealing, nil
}

// Open gives a reader of what was sealed into r. Whatever was not written by
// Seal with the same keys, was changed or is not whole is a journal.ErrDamaged,
// here or at the latest where the reading comes to the place. Errors of r come
// back as r gave them.
func (k *Keys) Open(r io.Reader) (io.Reader, error) {
	o := &opened{below: &noting{r: r}}
	var err error
	if o.r, err = age.Decrypt(o.below, k.own); err != nil {
		return nil, o.below.explain(err)
	}
	return o, nil
}

// OpenAt is Open for reading at any place. size is that of the sealed file, and
// the answer that of the content. It may be used from several goroutines.
func (k *Keys) OpenAt(r io.ReaderAt, size int64) (io.ReaderAt, int64, error) {
	at, length, err := age.DecryptReaderAt(r, size, k.own)
	if err != nil {
		return nil, 0, damaged(err)
	}
	return openedAt{at}, length, nil
}

// opened tells damage from errors of the disk.
type opened struct {
	below *noting
	r     io.Reader
}

// Read implements io.Reader.
func (o *opened) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	return n, o.below.explain(err)
}

// noting keeps the error of a reader, for age does not always pass it on.
type noting struct {
	r      io.Reader
	failed error
}

// Read implements io.Reader.
func (n *noting) Read(p []byte) (int, error) {
	read, err := n.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		n.failed = err
	}
	return read, err
}

func (n *noting) explain(err error) error {
	if err != nil && n.failed != nil {
		return n.failed
	}
	return damaged(err)
}

// openedAt is opened for reading at any place.
type openedAt struct{ r io.ReaderAt }

// ReadAt implements io.ReaderAt.
func (o openedAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := o.r.ReadAt(p, off)
	return n, damaged(err)
}

func damaged(err error) error {
	if err == nil || err == io.EOF { // the plain end is no error, and wrapped it would be none
		return err
	}
	return fmt.Errorf("%w: a sealed file does not open: %w", journal.ErrDamaged, err)
}
