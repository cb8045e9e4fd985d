package journal_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// hear collects the changes that a journal publishes.
func hear(j *journal.Journal) *[]journal.Change {
	var all []journal.Change
	j.Listen(func(c journal.Change) { all = append(all, c) })
	return &all
}

func TestSavingPublishesWhatMoved(t *testing.T) {
	j, _ := journalAt(evening)
	heard := hear(j)
	saved := mustSave(t, j, journal.Entry{
		People: []journal.Involved{{Person: "Lena"}}, Evidence: []journal.Evidence{{Expectation: "Strategy"}},
	})
	saved = mustSave(t, j, saved)
	want := []journal.Change{
		{Kind: journal.EntryAdded, ID: saved.ID, Day: saved.Day},
		{Kind: journal.PeopleChanged},
		{Kind: journal.ExpectationsChanged},
		{Kind: journal.EntryChanged, ID: saved.ID, Day: saved.Day},
	}
	if diff := cmp.Diff(want, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestChangeIsPublishedWhenItIsStored(t *testing.T) {
	j, s := journalAt(evening)
	stored := 0
	j.Listen(func(journal.Change) { stored = len(s.all()) })
	mustSave(t, j, journal.Entry{Body: "x"})
	if stored != 1 {
		t.Error("the change was published before it was stored")
	}
}

func TestNothingIsPublishedWhenTheWriteFails(t *testing.T) {
	j, s := journalAt(evening)
	heard := hear(j)
	s.refuse = journal.ErrNoSpace
	_, saveErr := j.SaveEntry(t.Context(), journal.Entry{Body: "x", People: []journal.Involved{{Person: "Lena"}}})
	setErr := j.SetSetting(t.Context(), journal.SettingSeed, "5")
	if !errors.Is(saveErr, journal.ErrNoSpace) || !errors.Is(setErr, journal.ErrNoSpace) || len(*heard) != 0 {
		t.Errorf("%v, %v; heard %v", saveErr, setErr, *heard)
	}
}

func TestListenerHearsNothingAfterStop(t *testing.T) {
	j, _ := journalAt(evening)
	var first, second int
	stop := j.Listen(func(journal.Change) { first++ })
	j.Listen(func(journal.Change) { second++ })
	mustSave(t, j, journal.Entry{Body: "x"})
	stop()
	stop() // twice is harmless
	mustSave(t, j, journal.Entry{Body: "y"})
	if first != 1 || second != 2 {
		t.Errorf("heard %d and %d changes, want 1 and 2", first, second)
	}
}

func TestListenerMayListenAndStop(t *testing.T) {
	j, _ := journalAt(evening)
	var stop func()
	heard := 0
	stop = j.Listen(func(journal.Change) {
		stop()
		j.Listen(func(journal.Change) { heard++ })
	})
	mustSave(t, j, journal.Entry{Body: "x"})
	mustSave(t, j, journal.Entry{Body: "y"})
	if heard != 1 {
		t.Errorf("the listener that came on the way heard %d changes, want 1", heard)
	}
}

func TestWriteOfAnotherProgramIsPublishedAsReloaded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf()
		j := journal.New(s, journal.Options{})
		heard := hear(j)
		ctx, cancel := context.WithCancel(t.Context())
		over := make(chan struct{})
		go func() { defer close(over); j.Watch(ctx) }()
		s.moved <- struct{}{}
		synctest.Wait()
		if diff := cmp.Diff([]journal.Change{{Kind: journal.Reloaded}}, *heard); diff != "" {
			t.Error(diff)
		}
		cancel()
		<-over
	})
}
