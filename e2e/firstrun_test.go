//go:build e2e

package e2e_test

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"groundwork/e2e"
)

// The Must hold of the first run: from a computer on which there is nothing,
// with the keyboard alone and no other page than those that the window names, to
// a first entry, and through Catch up to a first evidence pack as PDF. How long
// a person takes for it depends on what they write; here every key is pressed.
func TestANewWriterHasAFirstEntryAndThroughCatchUpAFirstEvidencePack(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.saves("first-run-1-begin")
	w.types("Today I let Maria lead the review. It ran shorter than mine.")
	s.wants("Today I let Maria lead the review. It ran shorter than mine.")
	w.saves("first-run-2-entry")
	w.turns("ctrl+u")
	w.saves("first-run-3-months")
	w.turns("ctrl+u") // from the months to the list
	w.types(bragList())
	check(t, w.Steady())
	w.saves("first-run-4-list")
	w.keys("Tab", "Tab", "Tab") // past the ways to split, and the cards
	w.turns("Return")
	s.eventually(saveLimit, "four entries", func(entries []e2e.Entry) bool { return len(entries) == 4 })
	w.turns("ctrl+e")
	w.saves("first-run-5-pack")
	w.keys("Tab", "Tab", "Tab", "Tab") // past the names, the forms and the printer
	w.turns("Return")
	w.savesAs("First pack")
	file := filepath.Join(s.Home, "First pack.pdf")
	appears(t, file)
	words, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	check(t, err)
	saysOnly(t, string(words), []string{"winter drill", "stuck rollout", "night shift"}, nil)
}

// bragList is what somebody has done in the last months, as they have it at
// hand: a line for each, with its day.
func bragList() string {
	day := func(months int) string { return time.Now().AddDate(0, -months, 0).Format(time.DateOnly) }
	return day(5) + " led the winter drill with two teams\n" +
		day(3) + " led the night shift from 40 alarms to 12\n" +
		day(1) + " led the stuck rollout to its end"
}

// To look around is to be in another journal, and to come back.
func TestANewWriterLooksAroundInTheSampleAndComesBackToTheirOwnJournal(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+k")
	check(t, w.Changes(func() error { return w.Type("sample journal") }))
	w.turns("Return")
	check(t, w.Ready())
	w.saves("first-run-6-sample")
	if len(s.entries()) != 0 {
		t.Error("something stands in the writer's own journal")
	}
	w.turns("ctrl+k")
	check(t, w.Changes(func() error { return w.Type("back to my journal") }))
	w.turns("Return")
	check(t, w.Ready())
	w.types("My own first words.")
	s.wants("My own first words.")
}
