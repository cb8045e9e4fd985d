package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// The command line takes the same ones: passphrases.txtar.
func TestGivenAnyPassphrase_WhenItIsTypedLetterByLetter_ThenItOpensTheJournal(t *testing.T) {
	for name, p := range map[string]struct{ set, typed string }{
		"spaces, before and behind, too": {"  with  spaces ", "  with  spaces "},
		"pictures in many parts":         {"\U0001f511\U0001f3f4\u200d\u2620\ufe0f", "\U0001f511\U0001f3f4\u200d\u2620\ufe0f"},
		"two hundred letters":            {strings.Repeat("two hundred letters ", 10), strings.Repeat("two hundred letters ", 10)},
		"a composed accent decomposed":   {"Caf\u00e9", "Cafe\u0301"},
		"a decomposed accent composed":   {"Cafe\u0301", "Caf\u00e9"},
	} {
		t.Run(name, func(t *testing.T) {
			s := lockedWindow(t, p.set)
			s.typeText(p.typed)
			s.secret().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			s.settle()
			if s.journal == nil {
				t.Errorf("it is still locked after %q", s.secret().Text)
			}
		})
	}
}
