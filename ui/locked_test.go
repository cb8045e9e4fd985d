package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

// passphrase opens the protected journals of these tests.
const passphrase = "four words and a comma"

// protectedJournal makes a protected journal with an entry, and gives its folder
// and the key of its recovery sheet.
func protectedJournal(t *testing.T) (folder string, sheet journal.RecoveryKey) {
	t.Helper()
	folder = journalIn(t, filepath.Join(t.TempDir(), "offertory"), "Behind the lock")
	sheet, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	home := data.NewHome(folder, data.Options{Work: 2})
	if _, err := home.Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: sheet}); err != nil {
		t.Fatal(err)
	}
	return folder, sheet
}

// lockedWindow opens the window on a protected journal with an entry.
func lockedWindow(t *testing.T) *stage {
	t.Helper()
	return lockedWindowWith(t, func(*Options) {})
}

func lockedWindowWith(t *testing.T, other func(*Options)) *stage {
	t.Helper()
	folder, _ := protectedJournal(t)
	return openWindowWith(t, folder, data.NewHome(folder, data.Options{}), other)
}

// unlock types a secret where the keyboard is, and Enter.
func (s *stage) unlock(secret string) {
	s.t.Helper()
	s.typeText(secret)
	s.hit(fyne.KeyReturn)
}

// clearSecret empties the field of the lock screen.
func (s *stage) clearSecret() { s.lockScreen.secret.Editor.Load("") }

func TestGivenAProtectedJournal_WhenItsPassphraseIsTyped_ThenItOpensAndIsSavedTo(t *testing.T) {
	s := lockedWindow(t)
	s.unlock(passphrase)
	if s.journal == nil || s.lockScreen != nil {
		t.Fatal("it is still locked")
	}
	s.typeText("Written behind the lock.")
	s.save()
	found := slices.ContainsFunc(s.entries(), func(e journal.Entry) bool { return e.Body == "Written behind the lock." })
	if len(s.entries()) != 2 || !found {
		t.Errorf("it holds %v", s.entries())
	}
}

func TestGivenAProtectedJournal_WhenTheWindowOpens_ThenItShowsNothingOfIt(t *testing.T) {
	s := lockedWindowWith(t, func(o *Options) { o.App.Preferences().SetStringList(prefRecent, []string{"/home/ada/offertory"}) })
	s.showAbout()
	said := words(s)
	for _, menu := range s.win.MainMenu().Items {
		for _, each := range menu.Items {
			said += "\n" + each.Label
			if each.ChildMenu != nil {
				said += fmt.Sprint(each.ChildMenu.Items)
			}
		}
	}
	for _, secret := range []string{"offertory", "Behind", "Locked at", "1 entry"} {
		if strings.Contains(said, secret) {
			t.Errorf("it says %q in %q", secret, said)
		}
	}
	if !strings.Contains(said, "Groundwork is locked") {
		t.Errorf("it says %q", said)
	}
}

func TestGivenAProtectedJournal_WhenAnotherPassphraseIsTyped_ThenItStaysLockedAndSaysSo(t *testing.T) {
	s := lockedWindow(t)
	s.unlock("four words")
	if s.journal != nil || s.win.Canvas().Focused() != fyne.Focusable(s.lockScreen.secret.Editor) {
		t.Fatal("it opens, or leaves the field")
	}
	if got := s.lockScreen.secret.Problem(); got != "This is not the passphrase of the journal." {
		t.Errorf("it says %q", got)
	}
	s.typeText(" and a comma")
	if s.lockScreen.secret.Problem() != "" {
		t.Error("it still says so while another is typed")
	}
	s.hit(fyne.KeyReturn)
	if s.journal == nil {
		t.Error("the right one does not open it afterwards")
	}
}

// Deriving a key takes a while, and who slipped knows it at once.
func TestGivenAPassphraseThatIsBeingTried_WhenAnotherIsEntered_ThenItIsTriedNext(t *testing.T) {
	for entered, opens := range map[string]bool{passphrase: true, "four words": false} {
		s := lockedWindow(t)
		enter := func(secret string) { // and do not wait for what comes of it
			s.clearSecret()
			s.typeText(secret)
			s.lockScreen.secret.Editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		enter("four words")
		if !s.lockScreen.trying {
			t.Fatal("nothing is being tried")
		}
		enter(entered)
		screen := s.lockScreen
		s.settle()
		if (s.journal != nil) != opens || screen.wrong != 1 {
			t.Errorf("%q: opened %v, %d were wrong", entered, s.journal != nil, screen.wrong)
		}
	}
}

// seconds is a clock whose seconds pass when a test says so.
type seconds struct{ due []func() }

func (c *seconds) later(_ time.Duration, do func()) (cancel func()) {
	c.due = append(c.due, do)
	return func() {}
}

func (c *seconds) pass() {
	due := c.due
	c.due = nil
	for _, do := range due {
		do()
	}
}

func TestGivenThreeWrongPassphrases_WhenTheRightOneIsTyped_ThenItIsTriedAfterThePause(t *testing.T) {
	var clock seconds
	s := lockedWindowWith(t, func(o *Options) { o.Later = clock.later })
	for range 3 {
		s.clearSecret()
		s.unlock("wrong")
	}
	s.clearSecret()
	s.unlock(passphrase)
	if s.journal != nil || s.lockScreen.open.Text() != "Try again in 1 second" || !s.lockScreen.open.Disabled() {
		t.Fatalf("opened: %v, the button says %q", s.journal != nil, s.lockScreen.open.Text())
	}
	clock.pass()
	if s.lockScreen.open.Text() != "Unlock" || s.lockScreen.open.Disabled() {
		t.Errorf("after the pause the button says %q", s.lockScreen.open.Text())
	}
	s.hit(fyne.KeyReturn)
	if s.journal == nil {
		t.Error("it is not tried after the pause")
	}
}

func TestThePauseAfterWrongPassphrasesGrowsUpToHalfAMinute(t *testing.T) {
	for wrong, want := range map[int]int{0: 0, 1: 0, 2: 0, 3: 1, 4: 2, 5: 4, 6: 8, 7: 16, 8: 30, 100: 30} {
		if got := pauseAfter(wrong); got != want {
			t.Errorf("after %d wrong ones it is %d s, want %d", wrong, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		wrong := rapid.IntRange(0, 1<<20).Draw(t, "wrong")
		if before, now := pauseAfter(wrong), pauseAfter(wrong+1); now < before || now > longestPause {
			t.Fatalf("after %d it is %d s, after one more %d", wrong, before, now)
		}
	})
}

func TestGivenTheRecoverySheet_WhenItsKeyIsAskedFor_ThenItOpensTheJournal(t *testing.T) {
	folder, sheet := protectedJournal(t)
	s := openWindowOn(t, folder)
	s.lockScreen.other.Tapped(nil)
	if !strings.Contains(words(s), "Recovery key") || s.lockScreen.secret.Hidden() {
		t.Errorf("it says %q", words(s))
	}
	s.unlock("NONE OF THE SHEET")
	if got := s.lockScreen.secret.Problem(); !strings.Contains(got, "letters") || s.lockScreen.wrong != 0 {
		t.Errorf("of a slip it says %q, and counts %d", got, s.lockScreen.wrong)
	}
	s.clearSecret()
	s.unlock(strings.Join(sheet.Groups(), " "))
	if s.journal == nil {
		t.Errorf("it says %q", s.lockScreen.secret.Problem())
	}
}

func TestGivenTheRecoveryKeyIsAskedFor_WhenThePassphraseIsWantedAgain_ThenItsLettersAreHidden(t *testing.T) {
	s := lockedWindow(t)
	s.lockScreen.other.Tapped(nil)
	s.typeText("abc")
	s.lockScreen.other.Tapped(nil)
	if !s.lockScreen.secret.Hidden() || s.lockScreen.secret.Editor.Text != "" || s.lockScreen.label.Text() != "Passphrase" {
		t.Errorf("it shows %q under %q", s.lockScreen.secret.Editor.Text, s.lockScreen.label.Text())
	}
}

func TestGivenAWindowThatWasLocked_WhenTheNextOneOpens_ThenItSaysWhen(t *testing.T) {
	s := lockedWindowWith(t, func(o *Options) { o.LockedAt = time.Date(2026, time.March, 12, 21, 40, 0, 0, time.Local) })
	if !strings.Contains(words(s), "Locked at 21:40. Everything was saved first.") {
		t.Errorf("it says %q", words(s))
	}
}

func TestGivenAPassphraseFromAFile_WhenTheWindowOpens_ThenTheJournalIsUnlockedAtOnce(t *testing.T) {
	s := lockedWindowWith(t, func(o *Options) { o.Passphrase = func() (string, error) { return passphrase, nil } })
	if s.journal == nil {
		t.Errorf("it says %q", words(s))
	}
}

func TestGivenAFileThatCannotBeRead_WhenTheWindowOpens_ThenItSaysSoAndAsks(t *testing.T) {
	s := lockedWindowWith(t, func(o *Options) {
		o.Passphrase = func() (string, error) { return "", &journal.Invalid{Problem: "The file cannot be read."} }
	})
	if got := s.lockScreen.secret.Problem(); got != "The file cannot be read." {
		t.Errorf("it says %q", got)
	}
	s.unlock(passphrase)
	if s.journal == nil {
		t.Error("what is typed does not open it")
	}
}

func TestGivenKeysThatAreDamaged_WhenThePassphraseIsTyped_ThenTheWindowSaysWhatItSaysOfAnyDamage(t *testing.T) {
	s := lockedWindow(t)
	if err := os.WriteFile(filepath.Join(s.folder, "identity.age"), []byte("no keys"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.unlock(passphrase)
	if s.trouble == nil || s.lockScreen != nil || !strings.Contains(words(s), "damaged") {
		t.Errorf("it says %q", words(s))
	}
}

func TestGivenALockedJournal_WhenAnotherIsOpenedAndThatIsProtectedToo_ThenItsPassphraseIsAskedFor(t *testing.T) {
	s := lockedWindow(t)
	first := s.lockScreen
	other, _ := protectedJournal(t)
	s.openFolder(other)
	s.settle()
	if s.lockScreen == nil || s.lockScreen == first || s.home.Folder() != other {
		t.Fatalf("the window shows %s", s.home.Folder())
	}
	s.unlock(passphrase)
	if s.journal == nil {
		t.Error("it does not open")
	}
}

func TestGivenALockedJournal_WhenAFolderCannotBeOpened_ThenTheCardSaysSo(t *testing.T) {
	s := lockedWindow(t)
	s.door.warn("This journal is open in another window.")
	if !strings.Contains(words(s), "This journal is open in another window.") {
		t.Errorf("it says %q", words(s))
	}
}

func TestGivenTheLockScreen_WhenTheEyeIsPressed_ThenTheLettersShowAndTheKeyboardStays(t *testing.T) {
	s := lockedWindow(t)
	s.win.Canvas().FocusNext()
	eye, ok := s.win.Canvas().Focused().(*parts.IconButton)
	if !ok {
		t.Fatalf("Tab leads to %T", s.win.Canvas().Focused())
	}
	eye.Tapped(nil)
	if s.lockScreen.secret.Hidden() || s.win.Canvas().Focused() != fyne.Focusable(s.lockScreen.secret.Editor) {
		t.Errorf("hidden: %v, the keyboard is at %T", s.lockScreen.secret.Hidden(), s.win.Canvas().Focused())
	}
}
