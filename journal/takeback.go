package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// FormatBackup is the format of a batch that TakeBack made.
const FormatBackup = "backup"

// TakeBack takes single entries back out of an open backup, with their
// attached files: one that is gone comes back, one that was changed since
// becomes again what it was then. People and expectations that they name come
// along if they are gone. It is an import that UndoImport can take back. An
// entry that is not in the backup is an ErrNotFound, and then none is taken.
func (j *Journal) TakeBack(ctx context.Context, from Store, ids ...ID) (ImportReport, error) {
	in, err := j.incomingFrom(ctx, from, ids)
	if err != nil {
		return ImportReport{}, fmt.Errorf("take entries out of a backup: %w", err)
	}
	return j.Import(ctx, in, false)
}

// incomingFrom gathers entries and those who are named in them and gone.
func (j *Journal) incomingFrom(ctx context.Context, from Store, ids []ID) (in Incoming, err error) {
	in = Incoming{Format: FormatBackup, Files: func(sum string) (io.ReadCloser, error) {
		f, err := from.OpenFile(ctx, sum)
		if errors.Is(err, ErrNotFound) || errors.Is(err, ErrDamaged) {
			return nil, fmt.Errorf("%w (%w)", invalid("attachments", "This file is not whole in the backup."), err)
		}
		return f, err
	}}
	named := map[string]bool{}
	for _, id := range ids {
		e, err := from.Entry(ctx, id)
		if err != nil {
			return in, err
		}
		for _, p := range e.People {
			named[p.Person] = true
		}
		if e.Feedback != nil {
			named[e.Feedback.Giver] = true
		}
		for _, x := range e.Evidence {
			named[x.Expectation] = true
		}
		in.Contents.Entries = append(in.Contents.Entries, e)
	}
	return in, j.bringAlong(ctx, from, &in.Contents, named)
}

// bringAlong adds the people and expectations that are named and that the
// journal has no more.
func (j *Journal) bringAlong(ctx context.Context, from Store, to *Contents, named map[string]bool) error {
	people, err := j.store.People(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		delete(named, string(p.ID))
	}
	expectations, err := j.store.Expectations(ctx)
	if err != nil {
		return err
	}
	for _, x := range expectations {
		delete(named, string(x.ID))
	}
	if people, err = from.People(ctx); err != nil {
		return err
	}
	for _, p := range people {
		if named[string(p.ID)] {
			to.People = append(to.People, p)
			delete(named, string(p.ID))
		}
	}
	if expectations, err = from.Expectations(ctx); err != nil {
		return err
	}
	for _, x := range expectations {
		if named[string(x.ID)] {
			to.Expectations = append(to.Expectations, x)
			delete(named, string(x.ID))
		}
	}
	for name := range named { // who is nobody any more stays nobody
		to.FormerPeople = append(to.FormerPeople, name)
	}
	return nil
}
