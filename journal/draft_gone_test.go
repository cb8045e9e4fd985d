package journal_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"groundwork/journal"
)

func TestARemovedDraftTakesItsLastWordsAlongAndNeverWritesAgain(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	if _, err := d.Remove(ctx); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a draft of nothing: %v", err)
	}
	writeBody(d, "first and last")
	gone, err := d.Remove(ctx)
	if err != nil || gone.Body != "first and last" {
		t.Fatalf("%q is removed, %v", gone.Body, err)
	}
	lying, err := j.TrashedEntryOf(ctx, gone.ID)
	if err != nil || lying.Body != "first and last" {
		t.Errorf("in the trash: %q, %v", lying.Body, err)
	}
	writeBody(d, "more")
	mustFlush(t, d)
	if got := entryBodies(t, j); len(got) != 0 {
		t.Errorf("the draft wrote %q", got)
	}
}

func TestADraftThatCouldNotBeRemovedGoesOn(t *testing.T) {
	j, _ := diskAt(t)
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	writeBody(d, "first")
	mustFlush(t, d)
	over, end := context.WithCancel(t.Context())
	end()
	if _, err := d.Remove(over); err == nil {
		t.Fatal("it was removed")
	}
	writeBody(d, "first and more")
	mustFlush(t, d)
	if got := entryBodies(t, j); !slices.Equal(got, []string{"first and more"}) {
		t.Errorf("the entries are %q", got)
	}
}
