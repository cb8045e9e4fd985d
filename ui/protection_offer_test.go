package ui

import (
	"strings"
	"testing"

	"groundwork/journal"
)

const offered = "Protect this journal with a passphrase?"

// offeredWindow opens the window on a plain journal that holds enough to be
// offered protection.
func offeredWindow(t *testing.T) *stage {
	t.Helper()
	s := openWindow(t)
	for back := range 3 {
		s.add(s.journal.NewEntry(journal.Reflection, journal.DayOf(evening).AddDays(-1-back)))
	}
	return s
}

func TestGivenAJournalThatHoldsSomething_WhenNobodyTypes_ThenProtectionIsOfferedAtTheFoot(t *testing.T) {
	s := offeredWindow(t)
	s.typeText("I am writing")
	s.offer.look()
	s.settle()
	if strings.Contains(words(s), offered) {
		t.Error("it asks while somebody types")
	}
	s.save()
	s.offer.look()
	s.settle()
	s.says(offered)
	s.click("How")
	s.says("What it protects against")
	if strings.Contains(words(s), offered) {
		t.Error("it asks still")
	}
}

func TestGivenTheOffer_WhenItIsAnswered_ThenItIsNotMadeAgain(t *testing.T) {
	s := offeredWindow(t)
	s.offer.look()
	s.settle()
	s.click("Not now")
	s.offer.begin() // as at the next start
	s.offer.look()
	s.settle()
	if got := words(s); strings.Contains(got, offered) {
		t.Errorf("it says %q", got)
	}
}

func TestGivenAnEmptyJournal_WhenItIsLookedWhetherToOfferProtection_ThenItIsNot(t *testing.T) {
	s := openWindow(t)
	s.offer.look()
	s.settle()
	if got := words(s); strings.Contains(got, offered) {
		t.Errorf("it says %q", got)
	}
}
