package data

import (
	"context"
	"errors"

	"groundwork/journal"
)

var errPending = errors.New("not built yet")

func (s *Store) LinesOf(context.Context, []journal.ID) ([]journal.Line, error) {
	return nil, errPending
}
func (s *Store) Titled(context.Context, string, bool, int) ([]journal.Line, error) {
	return nil, errPending
}
func (s *Store) LinksTo(context.Context, journal.ID) ([]journal.Link, error) { return nil, errPending }
func (s *Store) Feedback(context.Context, journal.FeedbackFilter) ([]journal.FeedbackLine, error) {
	return nil, errPending
}
func (s *Store) FeedbackCounts(context.Context, journal.FeedbackFilter, journal.Day) (journal.FeedbackCounts, error) {
	return journal.FeedbackCounts{}, errPending
}
func (s *Store) Applications(context.Context, bool) ([]journal.ApplicationLine, error) {
	return nil, errPending
}
func (s *Store) DueEntries(context.Context, journal.Day, bool) ([]journal.Due, error) {
	return nil, errPending
}
func (s *Store) PersonLines(context.Context) ([]journal.PersonLine, error) { return nil, errPending }
func (s *Store) Named(context.Context, string) (map[journal.ID]journal.Naming, error) {
	return nil, errPending
}
func (s *Store) Tagged(context.Context, string) (map[journal.ID][]string, error) {
	return nil, errPending
}
