//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
)

// The pages that keep what was written, as TestTheWindowIsPainted does with the
// others.
func TestWhatKeepsTheJournalIsPainted(t *testing.T) {
	s := sit(t)
	s.hasManyCopies()
	for _, look := range []struct {
		name       string
		appearance int // as ui/look numbers them
		dark       bool
	}{{"light", 1, false}, {"dark", 2, true}} {
		t.Run(look.name, func(t *testing.T) {
			s := &seat{User: s.User, t: t, folder: s.folder}
			check(t, s.WritePreferences(fmt.Sprintf(`{"appearance": %d}`, look.appearance)))
			s.writtenBefore("A sentence in the " + look.name + ".")
			w := s.open()
			w.showsHistoryAndTrash(look.name, look.dark)
			w.showsPreferences(look.name, look.dark)
			w.keys("ctrl+q")
			w.ends()
			whole := s.content()
			cutOff(t, s)
			w = s.show()
			w.findsTheBackup()
			w.showsAtBoth("damaged", look.name, look.dark)
			w.turns("Return")
			w.showsAtBoth("copy", look.name, look.dark)
			w.keys("ctrl+q")
			w.ends()
			check(t, os.WriteFile(s.journal(), whole, 0o600))
		})
	}
}

// hasManyCopies is a journal of some years with copies of several sizes, one of
// them cut off.
func (s *seat) hasManyCopies() {
	s.t.Helper()
	if _, wrong, code := s.Groundwork("sample", "--entries", "400", "--data", s.folder); code != 0 {
		s.t.Fatalf("sample ended with %d: %s", code, wrong)
	}
	for i := range 5 {
		s.add("--day", fmt.Sprintf("2026-03-%02d", 10+i), sentence)
		if _, wrong, code := s.Groundwork("backup", "--data", s.folder); code != 0 {
			s.t.Fatalf("backup ended with %d: %s", code, wrong)
		}
	}
	check(s.t, os.Truncate(s.backups("by-hand")[2], 5000))
}

// showsAtBoth shows a page in a usual window and in a small one: first as it
// stands, and then in the other size, in which it stays.
func (w *window) showsAtBoth(page, name string, dark bool) {
	w.t.Helper()
	now, err := w.Bounds()
	check(w.t, err)
	one, other := sizes()[0], sizes()[1]
	if now.Dx() != one[0] {
		one, other = other, one
	}
	w.shows(page, name, one, dark)
	check(w.t, w.Resize(other[0], other[1]))
	w.shows(page, name, other, dark)
}

// showsHistoryAndTrash writes on in the entry that is open and shows what it
// was before, and then deletes another one.
func (w *window) showsHistoryAndTrash(name string, dark bool) {
	w.t.Helper()
	w.types(" And one more, with a word about the gate.")
	w.turns("ctrl+shift+y")
	w.showsAtBoth("history", name, dark)
	w.turns("ctrl+2")
	w.turns("ctrl+shift+Delete")
	w.turns("ctrl+d")
	w.showsAtBoth("trash", name, dark)
}

// showsPreferences shows the sections, the newest copy tried out, and what a
// check says.
func (w *window) showsPreferences(name string, dark bool) {
	w.t.Helper()
	w.opensSection("backups")
	w.turns("Return")
	w.keys(slices.Repeat([]string{"Tab"}, 7)...) // over all that can be set to trying it out
	w.turns("Return")
	w.showsAtBoth("backups", name, dark)
	w.turns("Escape")
	w.turns("Return") // with the keyboard at the copies, that the settings left no room for
	w.shows("backups-copies", name, sizes()[1], dark)
	for _, section := range []string{"appearance", "writing", "prompts", "language", "history", "journals"} {
		w.opensSection(section)
		w.showsAtBoth("preferences-"+section, name, dark)
	}
	w.turns("ctrl+k")
	check(w.t, w.Changes(func() error { return w.Type("check the journal") }))
	w.turns("Return")
	w.showsAtBoth("check", name, dark)
	w.turns("Escape")
}
