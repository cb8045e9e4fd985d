//go:build e2e

package e2e_test

import "testing"

func TestADeletedEntryComesBackByUndoAndFromTheTrash(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types(sentence)
	s.wants(sentence)
	w.turns("ctrl+shift+Delete")
	s.wants()
	w.turns("ctrl+z") // as the bar offers for ten seconds
	s.wants(sentence)
	if got := w.copied(); got != sentence {
		t.Errorf("after Undo the window shows %q, want %q", got, sentence)
	}
	w.turns("ctrl+shift+Delete")
	s.wants()
	w.turns("ctrl+d")
	w.keys("Tab", "Tab", "Tab", "Tab") // past emptying it, by hand and by itself, and its words, to putting it back
	w.turns("Return")
	s.wants(sentence)
	if got := w.copied(); got != sentence {
		t.Errorf("out of the trash the window shows %q, want %q", got, sentence)
	}
}
