package ui

import (
	"errors"
	"strings"
	"testing"

	"groundwork/data"
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
			s := lockedWindow(t)
			home := data.NewHome(s.home.Folder(), data.Options{Work: 2})
			if err := errors.Join(home.Unlock(t.Context(), passphrase), home.ChangePassphrase(t.Context(), p.set)); err != nil {
				t.Fatal(err)
			}
			s.unlock(p.typed)
			if s.journal == nil {
				t.Errorf("it is still locked after %q", s.lockScreen.secret.Editor.Text)
			}
		})
	}
}
