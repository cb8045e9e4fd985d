package ui

import (
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

// longEntry is one of a length from which keys would come late, open on the page.
func longEntry(t *testing.T) (*stage, journal.Entry) {
	t.Helper()
	s := openWindow(t)
	s.today.long.from = 100
	e := s.add(journal.Entry{
		Kind: journal.Reflection, Day: journal.DayOf(evening), Precision: journal.ExactDay, Title: "The reorganisation", Private: true,
		Tags: []string{"hiring"}, Body: strings.Repeat("word ", 100),
	})
	s.today.open(e.ID)
	s.settle()
	return s, e
}

func TestAnEntryOfUsualLengthIsOfferedNoOther(t *testing.T) {
	s := openWindow(t)
	s.typeText("Three honest sentences are enough.")
	s.save()
	if s.today.long.line.Visible() {
		t.Error("a short entry is called long")
	}
}

func TestALongEntryGoesOnInALinkedOneThatIsAsPrivate(t *testing.T) {
	s, long := longEntry(t)
	if !s.today.long.line.Visible() {
		t.Fatal("nothing is offered")
	}
	s.today.long.goOn()
	s.settle()
	if s.today.long.line.Visible() {
		t.Error("the new entry is called long")
	}
	s.typeText("And then")
	s.save()
	all := s.entries()
	at := slices.IndexFunc(all, func(e journal.Entry) bool { return e.ID != long.ID })
	if len(all) != 2 || at < 0 {
		t.Fatalf("the journal holds %d entries", len(all))
	}
	got := all[at]
	if got.Title != long.Title || !got.Private || !slices.Equal(got.Tags, long.Tags) || !slices.Equal(got.Links, []journal.ID{long.ID}) {
		t.Errorf("it goes on in %+v", got)
	}
}

func TestTheOfferThatWasWavedAwayIsNotMadeAgain(t *testing.T) {
	s, long := longEntry(t)
	s.today.long.waveAway()
	s.today.newEntry("")
	s.settle()
	s.today.open(long.ID)
	s.settle()
	if s.today.long.line.Visible() {
		t.Error("it is offered again")
	}
}
