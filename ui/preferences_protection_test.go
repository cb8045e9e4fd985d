package ui

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
)

// plainWindow opens the window on a plain journal with an entry, at its section
// about the protection. A passphrase costs little there.
func plainWindow(t *testing.T) *stage {
	t.Helper()
	folder := journalIn(t, filepath.Join(t.TempDir(), "journal"), "Zwitterquokka")
	s := openWindowAt(t, folder, data.NewHome(folder, data.Options{Work: 2}))
	s.app.Preferences().SetString(prefHandoutFolder, t.TempDir())
	s.frame.preferences.open(prefProtection)
	s.settle()
	return s
}

// enter types into what has the keyboard, and Enter.
func (s *stage) enter(text string) {
	s.t.Helper()
	if text != "" {
		s.typeText(text)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
}

// sheetFile is where the recovery sheet is saved as text.
func (s *stage) sheetFile() string {
	return filepath.Join(s.app.Preferences().String(prefHandoutFolder), "Recovery sheet.txt")
}

// saveSheet saves the recovery sheet in the step that asks for it, and reads the
// key from it.
func (s *stage) saveSheet() journal.RecoveryKey {
	s.t.Helper()
	s.click("Save as text…")
	s.enter("")
	raw, err := os.ReadFile(s.sheetFile())
	if err != nil {
		s.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), "AGE-SECRET-KEY-1")
	letters, _, _ := strings.Cut(rest, "Keep this")
	key, err := journal.ReadRecoveryKey(letters)
	if err != nil {
		s.t.Fatal(err)
	}
	return key
}

var askedGroup = regexp.MustCompile(`Line (\d), group (\d)`)

// typeBack types the groups that are asked for, in small letters.
func (s *stage) typeBack(key journal.RecoveryKey) {
	s.t.Helper()
	for _, asked := range askedGroup.FindAllStringSubmatch(words(s), -1) {
		line, _ := strconv.Atoi(asked[1])
		group, _ := strconv.Atoi(asked[2])
		s.enter(strings.ToLower(key.Lines()[line-1][group-1]))
	}
}

// says fails unless something stands in the window.
func (s *stage) says(want string) {
	s.t.Helper()
	if got := words(s); !strings.Contains(got, want) {
		s.t.Errorf("it says %q, want %q", got, want)
	}
}

// readable lists the files in the journal's folder that hold its entry.
func (s *stage) readable() (found []string) {
	s.t.Helper()
	err := filepath.WalkDir(s.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte("Zwitterquokka")) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return found
}

func TestGivenAPlainJournal_WhenItIsProtectedStepByStep_ThenNothingOfItCanBeReadAndItOpensWithEitherSecret(t *testing.T) {
	s := plainWindow(t)
	if len(s.readable()) == 0 {
		t.Fatal("the plain journal cannot be read")
	}
	s.click("Protect this journal…")
	long := strings.Repeat("Caf\u0065\u0301 \U0001f331 ", 22) + "!"
	s.enter(long)
	s.enter(long)
	s.says("Step 2 of 4")
	key := s.saveSheet()
	s.says("Saved as " + s.sheetFile())
	s.click("Go on")
	s.typeBack(key)
	s.says("Step 4 of 4")
	s.click("Protect")
	s.says("The journal is protected now")
	if got := s.readable(); len(got) > 0 || !s.protected || s.only().Title != "Zwitterquokka" {
		t.Errorf("%v can be read", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	home := data.NewHome(s.folder, data.Options{})
	for _, secret := range []string{strings.ReplaceAll(long, "e\u0301", "\u00e9"), string(key)} {
		if err := home.Unlock(t.Context(), secret); err != nil {
			t.Error(err)
		}
	}
}

func TestGivenTheSteps_WhenSomethingIsMissing_ThenEachSaysWhatAndGoesNoFurther(t *testing.T) {
	s := plainWindow(t)
	s.click("Protect this journal…")
	s.click("Go on")
	s.says("Type a passphrase.")
	s.typeText("pass")
	s.says("Weak: it can be found by trying. This is short.")
	s.enter("")
	s.enter("pas")
	s.says("This is not the same as above.")
	s.enter("s")
	s.says("Go on if you want it all the same.")
	s.says("Step 1 of 4")
	s.click("Go on")
	s.says("Step 2 of 4")
	s.click("Go on")
	s.says("Save the sheet first.")
	key := s.saveSheet()
	s.click("Go on")
	s.click("Back")
	s.click("Go on")
	s.enter("nope")
	s.enter("")
	s.enter("")
	s.says("Not quite: look again.")
	s.says("Type these letters.")
	s.says("Step 3 of 4")
	if s.protected || len(key) == 0 {
		t.Error("it is protected")
	}
}

func TestGivenASheetThatWasSaved_WhenTheStepsAreLeft_ThenNothingIsChangedAndTheSheetIsSaidToOpenNothing(t *testing.T) {
	s := plainWindow(t)
	s.click("Protect this journal…")
	s.enter("six plain words and a comma")
	s.enter("six plain words and a comma")
	s.saveSheet()
	s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.settle()
	s.says("The journal is as it was. The sheet in " + s.sheetFile() + " opens nothing: delete it.")
	if s.protected || s.only().Title != "Zwitterquokka" || len(s.win.Canvas().Overlays().List()) > 0 {
		t.Error("the journal is not as it was")
	}
}

func TestGivenTheFolderOfTheJournal_WhenTheSheetIsToBeSavedThere_ThenItIsRefusedAndSaysWhy(t *testing.T) {
	s := plainWindow(t)
	s.app.Preferences().SetString(prefHandoutFolder, s.folder)
	s.click("Protect this journal…")
	s.enter("six plain words and a comma")
	s.enter("six plain words and a comma")
	s.click("Save as PDF…")
	s.enter("")
	s.says("whoever copies that would have the key with it")
	if found, err := filepath.Glob(filepath.Join(s.folder, "*sheet*")); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

// protectedWindow opens the window on a protected journal that is unlocked, at
// its section about the protection.
func protectedWindow(t *testing.T) *stage {
	t.Helper()
	folder, _ := protectedJournal(t)
	home := data.NewHome(folder, data.Options{Work: 2})
	if err := home.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	s := openWindowAt(t, folder, home)
	s.frame.preferences.open(prefProtection)
	s.settle()
	return s
}

func TestGivenAProtectedJournal_WhenItIsSetWhenItLocks_ThenThatLiesInTheJournal(t *testing.T) {
	s := protectedWindow(t)
	p := s.frame.preferences.protection
	if p.after.Selected() != "0" || !p.away.On() {
		t.Errorf("at first it locks after %q minutes, away %v", p.after.Selected(), p.away.On())
	}
	p.after.OnChosen("5")
	p.away.OnChanged(false)
	s.settle()
	settings, err := s.journal.Read().Settings(t.Context())
	if got := journal.ReadLocking(settings); err != nil || got != (journal.Locking{After: 5 * time.Minute}) {
		t.Errorf("%+v, %v", got, err)
	}
	if p.after.Selected() != "5" || p.away.On() {
		t.Errorf("it shows %q minutes, away %v", p.after.Selected(), p.away.On())
	}
}

func TestGivenAProtectedJournal_WhenItsPassphraseIsChanged_ThenTheOneOfNowIsAskedForAndTheNewOneOpensIt(t *testing.T) {
	s := protectedWindow(t)
	s.click("Change the passphrase…")
	s.enter("another one")
	s.enter("five new words and a dot")
	s.enter("five new words and a dot")
	s.says("This is not the passphrase of the journal.")
	s.win.Canvas().Focused().(interface{ SetText(string) }).SetText(passphrase)
	s.click("Change")
	s.says("The journal has another passphrase.")
	home := data.NewHome(s.folder, data.Options{})
	if err := home.Unlock(t.Context(), "five new words and a dot"); err != nil {
		t.Error(err)
	}
	if err := home.Unlock(t.Context(), passphrase); err == nil {
		t.Error("the old one opens it, too")
	}
}

func TestGivenAProtectedJournal_WhenTheProtectionIsTakenAway_ThenItIsAPlainOneWithItsEntry(t *testing.T) {
	s := protectedWindow(t)
	s.click("Take the protection away…")
	s.enter("")
	s.says("Type the passphrase that the journal has now")
	s.enter(passphrase)
	s.says("The journal is no longer protected.")
	s.says("Protect this journal…")
	if s.protected || s.only().Title != "Behind the lock" {
		t.Error("it is protected still")
	}
}

func TestGivenAProtectionThatWasTakenAway_WhenTheCopiesOfBeforeAreShown_ThenTheyAreSealedAndNotDamaged(t *testing.T) {
	s := protectedWindow(t)
	s.openBackups()
	s.backUp()
	s.frame.preferences.open(prefProtection)
	s.settle()
	s.click("Take the protection away…")
	s.enter(passphrase)
	s.openBackups()
	for _, row := range s.frame.preferences.backups.listed() {
		if strings.Contains(row, "Damaged") || !strings.Contains(row, "Sealed") {
			t.Errorf("it lists %q", row)
		}
	}
	s.openCopy(0)
	s.says("It does not open with the keys of now")
}
