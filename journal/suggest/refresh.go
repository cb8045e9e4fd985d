package suggest

import (
	"context"
	"errors"
	"maps"

	"groundwork/journal"
)

// newest is how many entries are remembered when a journal is opened: years of
// them, and few enough to be read in a moment.
const newest = 3000

// refresh brings the memory up to date: all of it where it is not there or
// many entries were changed at once, else what was saved since. The entry that
// is being asked about is put aside until another one is: so what was learned
// of the others holds while that one is written and saved. What could not be
// read is read the next time.
func (s *Suggester) refresh(ctx context.Context, but journal.ID) error {
	s.mu.Lock()
	stale, changed := s.stale || s.memory == nil, s.changed
	s.stale, s.changed = false, map[journal.ID]bool{}
	s.mu.Unlock()
	if s.aside != "" && s.aside != but {
		changed[s.aside] = true
	}
	delete(changed, but)
	s.aside = but
	var err error
	if stale {
		err = s.readNewest(ctx)
	} else {
		err = s.readChanged(ctx, changed)
	}
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stale = s.stale || stale
		maps.Copy(s.changed, changed)
		return err
	}
	s.memory.forget(but)
	return nil
}

// readNewest remembers the newest entries and nothing else.
func (s *Suggester) readNewest(ctx context.Context) error {
	m := newMemory()
	for e, err := range s.journal.Read().Entries(ctx, journal.Filter{}) {
		if err != nil {
			return err
		}
		m.learn(&e)
		if len(m.entries) == newest {
			break
		}
	}
	s.memory = m
	return nil
}

// readChanged remembers entries as they are now.
func (s *Suggester) readChanged(ctx context.Context, changed map[journal.ID]bool) error {
	for id := range changed {
		e, err := s.journal.Read().Entry(ctx, id)
		switch {
		case err == nil:
			s.memory.learn(&e)
		case errors.Is(err, journal.ErrNotFound):
			s.memory.forget(id)
		default:
			return err
		}
	}
	return nil
}
