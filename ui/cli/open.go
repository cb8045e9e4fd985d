package cli

import (
	"context"
	"errors"
	"os"

	"groundwork/journal"
)

// access is what a command wants of the journal.
type access int

const (
	toWrite access = iota // the journal is made where there is none
	toRead                // there must be one
	toLook                // one that is not there is an empty one
)

// session is an open journal.
type session struct {
	*journal.Journal
	folder string
	lent   bool   // by the window, which closes it
	scrap  string // a folder to remove in the end
}

// with opens the journal, does what is asked, and closes it. An error of
// closing counts: it may be that of the last write.
func (a *app) with(ctx context.Context, want access, do func(*session) error) (err error) {
	s, err := a.open(ctx, want)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return do(s)
}

func (a *app) open(ctx context.Context, want access) (*session, error) {
	home, err := a.home(ctx)
	if err != nil {
		return nil, err
	}
	folder := home.Folder()
	if in := a.env.Inside; in != nil {
		return &session{Journal: in.Journal, folder: folder, lent: true}, nil
	}
	s := &session{folder: folder}
	if want != toWrite {
		absent, err := home.Absent(ctx)
		if err != nil {
			return nil, err
		}
		if absent {
			if want == toRead {
				return nil, failed("There is no journal in %s yet.", folder)
			}
			// To look into a journal that is not there must not make one.
			a.tell("There is no journal in %s yet.", folder)
			if s.scrap, err = os.MkdirTemp("", "groundwork-"); err != nil {
				return nil, err
			}
			home = a.env.Home(s.scrap)
		}
	}
	store, err := home.Open(ctx)
	if err != nil {
		return nil, errors.Join(err, s.discard())
	}
	s.Journal = journal.New(store, journal.Options{Now: a.env.Now, Order: a.env.Order, BackUp: a.snapshot(home)})
	return s, nil
}

// snapshot makes the backups before what is risky. That the second folder
// cannot be reached stops nothing, but is said.
func (a *app) snapshot(home journal.Home) func(context.Context, journal.BackupReason) error {
	return func(ctx context.Context, why journal.BackupReason) error {
		made, err := home.BackUp(ctx, why)
		if err == nil && made.Elsewhere != nil {
			a.tell("%s", explain(made.Elsewhere))
		}
		return err
	}
}

func (s *session) close() error {
	if s.lent {
		return nil
	}
	return errors.Join(s.Close(), s.discard())
}

func (s *session) discard() error {
	if s.scrap == "" {
		return nil
	}
	return os.RemoveAll(s.scrap)
}
