package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"groundwork/journal"
)

// quoting is what a careless error might quote: a text, a person, a place.
const quoting = "Priya praised zwitterquokka politely"

func TestGivenAnErrorThatQuotesAText_WhenItsDetailsAreCopied_ThenTheySayWhatHappenedWithoutTheText(t *testing.T) {
	s := openWindow(t)
	s.version = "1.2.3"
	task(s.Window, "read the feedback", func(context.Context) (int, error) {
		return 0, fmt.Errorf("read /home/ove/journal: %s: %w", quoting, journal.ErrDiskFails)
	}, func(int) {})
	s.settle()
	s.click("Copy details")
	got := s.app.Clipboard().Content()
	for _, want := range []string{"Groundwork 1.2.3", "read the feedback", "the disk fails"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	for _, word := range strings.Fields(quoting + " ove") {
		if len(word) > 2 && strings.Contains(got, word) {
			t.Errorf("it holds %q:\n%s", word, got)
		}
	}
	if s.door.notice == nil || s.door.notice.Quiet().Text() != "Copied" {
		t.Error("nothing says that it was copied")
	}
}

func TestGivenARuleThatWasBroken_WhenItIsTold_ThenThereAreNoDetailsToCopy(t *testing.T) {
	s := openWindow(t)
	s.door.show("save a person", &journal.Invalid{Field: "name", Problem: "Give them a name."})
	if got := words(s); strings.Contains(got, "Copy details") || !strings.Contains(got, "Give them a name.") {
		t.Errorf("the window says %q", got)
	}
}
