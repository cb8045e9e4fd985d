package data

import (
	"context"
	"time"
)

// Watch calls moved whenever another program has committed to the journal,
// until ctx ends or the store is closed. It looks once a second.
func (s *Store) Watch(ctx context.Context, moved func()) {
	ticker := time.NewTicker(s.poll)
	defer ticker.Stop()
	last, err := s.dataVersion(ctx)
	known := err == nil
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.done:
			return
		case <-ticker.C:
		}
		now, err := s.dataVersion(ctx)
		if err != nil {
			continue // busy or closing: look again at the next tick
		}
		if known && now != last {
			moved()
		}
		last, known = now, true
	}
}

// dataVersion changes with the commits of others only because it is asked on
// the one connection that makes our own.
func (s *Store) dataVersion(ctx context.Context) (version int64, err error) {
	s.open.RLock()
	defer s.open.RUnlock()
	err = s.writer.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version)
	return version, err
}
