package ui

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
)

// toldStore counts the entries that the timeline reads, and fails where it is
// told to.
type toldStore struct {
	journal.Store
	*telling
}

// telling is what a test knows of the store.
type telling struct {
	store journal.Store
	lines atomic.Int32 // of entries that were read
	sick  atomic.Bool
}

func (s toldStore) TimelineLines(ctx context.Context, f journal.Filter, after journal.ID, limit int) ([]journal.TimelineLine, error) {
	all, err := s.Store.TimelineLines(ctx, f, after, limit)
	s.lines.Add(int32(len(all)))
	return all, err
}

func (s toldStore) Cells(ctx context.Context, span journal.Span) ([]journal.Cell, error) {
	if s.sick.Load() {
		return nil, errSick
	}
	return s.Store.Cells(ctx, span)
}

// toldHome opens journals whose reads are watched.
type toldHome struct {
	journal.Home
	*telling
}

func (h toldHome) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.Home.Open(ctx)
	h.store = s
	return toldStore{s, h.telling}, err
}

// chronicleStage is a window on a journal whose timeline is looked at. Today is
// 12 March 2026.
type chronicleStage struct {
	*stage
	*telling
	page *chronicle
}

func openChronicle(t testing.TB) *chronicleStage {
	t.Helper()
	told := new(telling)
	home := toldHome{data.NewHome(t.TempDir(), data.Options{}), told}
	s := &chronicleStage{stage: openWindowAt(t, home.Folder(), home), telling: told}
	s.page = s.frame.timeline
	return s
}

// openPage brings the page into sight.
func (s *chronicleStage) openPage() *chronicle {
	s.t.Helper()
	s.page.goTimeline()
	s.settle()
	return s.page
}

// put puts things into the journal at once.
func (s *chronicleStage) put(c journal.Changes) {
	s.t.Helper()
	c.At = s.now()
	if err := s.store.Apply(context.Background(), c); err != nil {
		s.t.Fatal(err)
	}
}

// fill puts n entries into the journal, one a day back from a day, of the kinds
// in turn.
func (s *chronicleStage) fill(n int, newest string) {
	s.t.Helper()
	var c journal.Changes
	for i := range n {
		e := s.journal.NewEntry(journal.Kinds()[i%4], dayOf(s.t, newest).AddDays(-i))
		e.Title = fmt.Sprintf("Entry %d", i)
		c.Entries = append(c.Entries, e)
	}
	s.put(c)
}

// titles are those of the rows in sight, as they are read.
func (s *chronicleStage) titles() []string {
	var all []string
	for i, end := s.page.list.rows.InSight(); i < end; i++ {
		line, _ := s.page.list.shown.line(i)
		title, _ := storyWords(line)
		all = append(all, title)
	}
	return all
}

// line is the sentence over the band.
func (s *chronicleStage) line() string { return s.page.head.sentence.Text() }

// key presses a key where the keyboard is.
func (s *chronicleStage) key(names ...fyne.KeyName) {
	s.t.Helper()
	for _, n := range names {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		s.settle()
	}
}

// tap presses a part.
func (s *chronicleStage) tap(o fyne.Tappable) {
	test.Tap(o)
	s.settle()
}
