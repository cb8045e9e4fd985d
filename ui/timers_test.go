package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
)

// queued is a window of which nothing is there but the queue of what is to run
// on the UI goroutine.
func queued() (*Window, chan func()) {
	queue := make(chan func(), 1)
	return &Window{onUI: func(f func()) { queue <- f }}, queue
}

func TestWhatIsDueWhenItIsCalledOffDoesNotHappen(t *testing.T) {
	w, queue := queued()
	cancel := w.afterwards(0, func() { t.Error("it happened") })
	due := <-queue
	cancel()
	due()
}

func TestWhatHappensInEachPeriodEndsWithItsJournalAlsoWhenItIsDue(t *testing.T) {
	w, queue := queued()
	ctx, end := context.WithCancel(t.Context())
	w.timed(ctx, 0, time.Hour, func() { t.Error("it happened") })
	due := <-queue
	end()
	due()
}

// countedHome counts how often the journal is opened.
type countedHome struct {
	*data.Home
	opened int
}

// Open implements journal.Home.
func (h *countedHome) Open(ctx context.Context) (journal.Store, error) {
	h.opened++
	return h.Home.Open(ctx)
}

func TestAnOpenJournalIsNotOpenedOnceMore(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "journal")
	home := &countedHome{Home: data.NewHome(folder, data.Options{})}
	s := openWindowAt(t, folder, home)
	s.open() // a try of the page for a journal that another program holds
	s.settle()
	if home.opened != 1 {
		t.Errorf("it was opened %d times", home.opened)
	}
}
