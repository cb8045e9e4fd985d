package ui

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/data"
	"groundwork/journal"
)

// unlockedWindowWith opens the window on a protected journal, built from other
// options than usual, and unlocks it.
func unlockedWindowWith(t *testing.T, other func(*Options)) *stage {
	t.Helper()
	s := lockedWindowWith(t, other)
	s.unlock(passphrase)
	if s.journal == nil {
		t.Fatalf("it does not open: %q", words(s))
	}
	return s
}

// isLocked tells whether the window was locked and nothing is open any more.
func (s *stage) isLocked() bool {
	_, locked := s.Locked()
	return locked && s.journal == nil
}

// setting writes a setting as the preferences do.
func (s *stage) setting(name, value string) {
	s.t.Helper()
	if err := s.journal.SetSetting(context.Background(), name, value); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

// bodiesBehindTheLock are the texts in a protected journal that nobody has open.
func bodiesBehindTheLock(t *testing.T, folder string) string {
	t.Helper()
	home := data.NewHome(folder, data.Options{})
	if err := home.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	store, err := home.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var all []string
	for e, err := range store.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Body)
	}
	return strings.Join(all, "\n")
}

func TestGivenTextTypedJustNow_WhenTheJournalIsLocked_ThenItIsSavedAndNothingIsOpen(t *testing.T) {
	s := unlockedWindow(t)
	s.typeText("typed just before")
	s.press(key(fyne.KeyL, ctrl))
	if at, _ := s.Locked(); !s.isLocked() || !at.Equal(evening) {
		t.Fatalf("locked: %v, at %v", s.isLocked(), at)
	}
	if got := bodiesBehindTheLock(t, s.folder); !strings.Contains(got, "typed just before") {
		t.Errorf("the journal holds %q", got)
	}
}

func TestGivenAnOpenJournal_WhenItIsBeingLocked_ThenNothingOfItIsInSightMeanwhile(t *testing.T) {
	s := unlockedWindow(t)
	s.typeText("a sentence of the journal")
	s.showTags()
	widget.ShowPopUp(widget.NewLabel("a sentence of the journal"), s.win.Canvas()) // as Fyne's own panels lie there
	s.lock()
	if got := words(s); strings.Contains(got, "sentence") || !strings.Contains(got, "Locking…") {
		t.Errorf("it shows %q", got)
	}
	if n := len(s.win.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d panels lie over it", n)
	}
}

func TestGivenAPlainJournal_WhenItIsToBeLocked_ThenTheWayToProtectItIsShown(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyL, ctrl))
	if s.isLocked() || s.current != page(s.frame.preferences) || s.frame.preferences.chosen != prefProtection {
		t.Errorf("locked: %v, the preferences show %q", s.isLocked(), s.frame.preferences.chosen)
	}
}

func TestGivenAFullDisk_WhenTheJournalIsToBeLocked_ThenItStaysOpenAndSaysWhy(t *testing.T) {
	folder, _ := protectedJournal(t)
	full := new(atomic.Bool)
	s := openWindowAt(t, folder, fullHome{data.NewHome(folder, data.Options{}), full})
	s.unlock(passphrase)
	full.Store(true)
	s.typeText("finds no room")
	for range 2 { // the second time says it in place of the first
		s.lock()
		s.settle()
	}
	if s.isLocked() || !strings.Contains(words(s), "Your last words are not saved yet") || len(s.win.Canvas().Overlays().List()) != 1 {
		t.Fatalf("locked: %v, it says %q", s.isLocked(), words(s))
	}
	if s.win.Content() != fyne.CanvasObject(s.frame.content) || len(s.win.MainMenu().Items) != len(s.menu().Items) {
		t.Error("the page is not back")
	}
	full.Store(false)
	s.button("Try again").Tapped(nil)
	s.settle()
	if !s.isLocked() || !strings.Contains(bodiesBehindTheLock(t, folder), "finds no room") {
		t.Error("tried again, it is not locked, or the text is gone")
	}
}

func TestGivenMinutesAfterWhichItLocks_WhenNobodyUsesTheWindow_ThenItIsLockedAndNotBefore(t *testing.T) {
	s := unlockedWindow(t)
	s.setting(journal.SettingLockAfter, "5")
	steps := []struct {
		after time.Duration
		do    func()
		want  bool
	}{
		{4 * time.Minute, s.absence.look, false},
		{0, s.absence.used, false},
		{4 * time.Minute, s.absence.look, false},
		{time.Minute, s.absence.look, true},
	}
	for i, step := range steps {
		s.pass(step.after)
		step.do()
		s.settle()
		if s.isLocked() != step.want {
			t.Fatalf("after step %d it is locked: %v", i, s.isLocked())
		}
	}
}

func TestGivenAComputerThatSleptTooLong_WhenItIsUsedAgain_ThenTheJournalIsLockedAtOnce(t *testing.T) {
	s := unlockedWindow(t)
	s.setting(journal.SettingLockAfter, "5")
	s.pass(8 * time.Hour)
	s.absence.used()
	s.settle()
	if !s.isLocked() {
		t.Error("whoever comes first goes on")
	}
}

func TestGivenNoMinutes_WhenNobodyUsesTheWindow_ThenItStaysOpen(t *testing.T) {
	s := unlockedWindow(t)
	s.setting(journal.SettingLockAfter, "5")
	s.setting(journal.SettingLockAfter, "0")
	s.pass(24 * time.Hour)
	s.absence.used()
	s.absence.look()
	s.settle()
	if s.isLocked() {
		t.Error("it is locked")
	}
}

// computer tells that its user has gone, when a test says so.
type computer struct {
	heard []context.Context
	away  func()
}

func (c *computer) listen(ctx context.Context, away func()) {
	c.heard, c.away = append(c.heard, ctx), away
}

func TestGivenAProtectedJournal_WhenTheComputerSaysThatItsUserHasGone_ThenItIsLockedAndTheSleepWaits(t *testing.T) {
	var c computer
	s := unlockedWindowWith(t, func(o *Options) { o.Away = c.listen })
	c.away()
	s.settle()
	if !s.isLocked() || c.heard[0].Err() != nil {
		t.Errorf("locked: %v, the sleep goes on: %v", s.isLocked(), c.heard[0].Err())
	}
}

func TestGivenTheUserDoesNotWantIt_WhenTheComputerSleeps_ThenNobodyListens(t *testing.T) {
	var c computer
	s := unlockedWindowWith(t, func(o *Options) { o.Away = c.listen })
	s.setting(journal.SettingLockWhenAway, "false")
	if c.heard[0].Err() == nil {
		t.Error("it still listens")
	}
	s.setting(journal.SettingLockWhenAway, "true")
	if len(c.heard) != 2 {
		t.Error("it does not listen again")
	}
}

func TestGivenAPlainJournal_WhenItIsOpened_ThenNobodyListensForTheUserToGo(t *testing.T) {
	var c computer
	folder := t.TempDir()
	openWindowWith(t, folder, data.NewHome(folder, data.Options{}), func(o *Options) { o.Away = c.listen })
	if len(c.heard) != 0 {
		t.Error("it listens")
	}
}

func TestGivenTextThatCannotBeSaved_WhenTheComputerSleeps_ThenNothingIsLockedAndTheSleepGoesOn(t *testing.T) {
	var c computer
	folder, _ := protectedJournal(t)
	full := new(atomic.Bool)
	s := openWindowWith(t, folder, fullHome{data.NewHome(folder, data.Options{}), full}, func(o *Options) { o.Away = c.listen })
	s.unlock(passphrase)
	full.Store(true)
	s.typeText("finds no room")
	c.away()
	s.settle()
	if s.isLocked() || c.heard[0].Err() == nil || len(c.heard) != 2 {
		t.Errorf("locked: %v, the sleep goes on: %v, it listens %d times", s.isLocked(), c.heard[0].Err(), len(c.heard))
	}
}

func TestGivenACopyOnTheClipboard_WhenTheJournalIsLocked_ThenItIsTakenAwayAndWhatOthersPutThereStays(t *testing.T) {
	for name, c := range map[string]struct {
		since string
		want  string
	}{"ours": {"", ""}, "another program's": {"a phone number", "a phone number"}} {
		s := unlockedWindow(t)
		s.typeText("to be copied")
		s.press(&fyne.ShortcutSelectAll{})
		s.press(&fyne.ShortcutCopy{})
		if got := s.app.Clipboard().Content(); got != "to be copied" {
			t.Fatalf("%s: copied is %q", name, got)
		}
		if c.since != "" {
			s.app.Clipboard().SetContent(c.since)
		}
		s.press(key(fyne.KeyL, ctrl))
		if got := s.app.Clipboard().Content(); got != c.want {
			t.Errorf("%s: the clipboard holds %q", name, got)
		}
	}
}

func TestGivenACopyOnTheClipboard_WhenTheWindowIsClosed_ThenOnlyThatOfAProtectedJournalIsTakenAway(t *testing.T) {
	plain, protected := openWindow(t), "stays"
	plain.copyText(protected)
	plain.quit()
	plain.settle()
	if got := plain.app.Clipboard().Content(); got != protected {
		t.Errorf("of a plain journal it is %q", got)
	}
	s := unlockedWindow(t)
	s.copyText("goes")
	s.quit()
	s.settle()
	if got := s.app.Clipboard().Content(); got != "" {
		t.Errorf("of a protected one it is %q", got)
	}
}

func TestGivenAnAttachmentOfAProtectedJournal_WhenItIsOpened_ThenTheReadableCopyIsSaidBeforeTheFirstOne(t *testing.T) {
	s := unlockedWindow(t)
	s.drop(s.put("plan.txt", "a plan"))
	app := &openingApp{App: s.app}
	s.app = app
	chip := s.today.attachments.shown[0]
	chip.open()
	s.settle()
	if len(app.opened) != 0 || !strings.Contains(words(s), "Make a readable copy?") {
		t.Fatalf("opened: %v, it says %q", app.opened, words(s))
	}
	s.button("Open it").Tapped(nil)
	s.settle()
	chip.open()
	s.settle()
	if len(app.opened) != 2 {
		t.Errorf("opened: %v", app.opened)
	}
}

func TestTheMenuOfAFieldCopiesToTheClipboardThatTheLockClears(t *testing.T) {
	s := openWindow(t)
	fyne.SetCurrentApp(ownApp{s.app, s.Window})
	defer fyne.SetCurrentApp(s.app)
	s.typeText("to be copied")
	s.today.desk.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.today.desk.body.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	s.board.clear()
	if got := s.app.Clipboard().Content(); got != "" {
		t.Errorf("it holds %q", got)
	}
}
