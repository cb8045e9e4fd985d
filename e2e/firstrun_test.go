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
// with the keyboard alone and no other way than what the window shows, to a
// target role, a first entry, and through Catch up to a first evidence pack as
// PDF. How long a person takes for it depends on what they write, so what is
// held here is the number of keys beside writing, one for one with what is to be
// seen in the pictures; the times are told.
func TestANewWriterHasAFirstEntryAndThroughCatchUpAFirstEvidencePack(t *testing.T) {
	s := sit(t)
	s.folder = "" // the usual one, which is not there
	n := &newcomer{window: s.open(), began: time.Now()}
	n.sees("1-begin")
	n.press("Tab", "Tab", "Return") // past the sample, to the first of the offers
	n.writes("Engineering manager")
	n.press("Tab", "Tab") // past what is decided, to when
	n.writes(time.Now().AddDate(0, 2, 0).Format(time.DateOnly))
	n.press("Tab", "Return", "Down", "Return") // the first set of what the role asks
	n.sees("2-role")
	n.press("Tab", "Tab", "Return") // past putting it off
	n.writes("Today I let Maria lead the review. It ran shorter than mine.")
	s.wants("Today I let Maria lead the review. It ran shorter than mine.")
	n.sees("3-entry")
	n.tells("a role and a first entry", 12)

	n.press("Alt_L", "Right", "Right") // the menu tells the keys
	n.sees("4-menu")
	n.press("Escape", "ctrl+u")
	n.writes("Led the winter drill with two teams")
	n.press("Return")
	n.writes("Took the night shift from 40 alarms to 12")
	n.sees("5-months")
	n.press("ctrl+u") // from the months to the list
	n.writes(bragList())
	n.sees("6-list")
	n.press("Tab", "Tab", "Tab", "Return") // past the ways to split, and the cards
	s.eventually(saveLimit, "an entry for each line", func(entries []e2e.Entry) bool { return len(entries) == 5 })
	n.tells("five months told", 11)

	n.press("ctrl+3")
	n.sees("7-evidence")
	n.press("ctrl+shift+s", "a") // what the first of them proves
	n.writes("Service")
	n.press("Return")
	n.sees("8-sorting")
	n.press("Escape", "ctrl+e")
	n.sees("9-pack")
	n.press("Tab", "Tab", "Tab", "Tab", "Return") // past the names, the forms and the printer
	n.sees("10-save")
	n.press("Return")
	file := filepath.Join(s.Home, "Evidence pack "+time.Now().Format(time.DateOnly)+".pdf")
	appears(t, file)
	n.sees("11-saved")
	n.tells("a pack as PDF", 12)
	words, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	check(t, err)
	saysOnly(t, string(words), []string{"Case for Engineering manager", "winter drill", "night shift", "stuck rollout", "Service"}, nil)
}

// newcomer is a window before somebody who has never seen it. What they press
// is counted, what they write is not.
type newcomer struct {
	*window
	began time.Time
	keys  int
}

// press presses keys one after the other, each when the last one shows.
func (n *newcomer) press(keys ...string) {
	n.t.Helper()
	n.keys += len(keys)
	for _, key := range keys {
		n.turns(key)
	}
}

// writes types a text and waits until it stands there.
func (n *newcomer) writes(text string) {
	n.t.Helper()
	check(n.t, n.Changes(func() error { return n.Type(text) }))
}

// sees keeps a picture of what is before them.
func (n *newcomer) sees(step string) {
	n.t.Helper()
	check(n.t, n.Steady())
	p, err := n.Picture()
	check(n.t, err)
	check(n.t, p.Save(filepath.Join("..", "build", "e2e", "new-"+step+".png")))
}

// tells holds the number of keys since it was told last, and tells the time.
func (n *newcomer) tells(what string, most int) {
	n.t.Helper()
	n.t.Logf("%s: %d keys, %.0f s after the window", what, n.keys, time.Since(n.began).Seconds())
	if n.keys > most {
		n.t.Errorf("%s takes %d keys, want at most %d", what, n.keys, most)
	}
	n.keys = 0
}

// bragList is what somebody has done in the last months, as they have it at
// hand: a line for each, with its day.
func bragList() string {
	day := func(months int) string { return time.Now().AddDate(0, -months, 0).Format(time.DateOnly) }
	return day(3) + " spoke at the ops meetup, 60 people\n" +
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
