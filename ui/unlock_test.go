package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

// lockedWindow opens the window on a protected journal with an entry.
func lockedWindow(t *testing.T, passphrase string) *stage {
	t.Helper()
	folder := journalIn(t, filepath.Join(t.TempDir(), "journal"), "Behind the lock")
	key, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	home := data.NewHome(folder, data.Options{Work: 2})
	if _, err := home.Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: key}); err != nil {
		t.Fatal(err)
	}
	return openWindowOn(t, folder)
}

// secret is the field that has the keyboard.
func (s *stage) secret() *parts.Editor {
	s.t.Helper()
	e, ok := s.win.Canvas().Focused().(*parts.Editor)
	if !ok || !e.Password {
		s.t.Fatalf("the keyboard is in %T", s.win.Canvas().Focused())
	}
	return e
}

func TestGivenAProtectedJournal_WhenItsPassphraseIsTyped_ThenItOpensAndIsSavedTo(t *testing.T) {
	s := lockedWindow(t, "four words and a comma")
	s.secret()
	s.typeText("four words and a comma")
	s.secret().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if s.journal == nil {
		t.Fatal("it is still locked")
	}
	s.typeText("Written behind the lock.")
	s.save()
	found := slices.ContainsFunc(s.entries(), func(e journal.Entry) bool { return e.Body == "Written behind the lock." })
	if len(s.entries()) != 2 || !found {
		t.Errorf("it holds %v", s.entries())
	}
}

func TestGivenAProtectedJournal_WhenAnotherPassphraseIsTyped_ThenItStaysLockedAndSaysSo(t *testing.T) {
	s := lockedWindow(t, "four words and a comma")
	s.typeText("four words")
	s.secret().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if s.journal != nil || s.secret() == nil {
		t.Fatal("it opens")
	}
	if !strings.Contains(words(s), "This is not the passphrase of the journal.") {
		t.Errorf("it says %q", words(s))
	}
}
