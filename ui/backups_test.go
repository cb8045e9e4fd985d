package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"groundwork/journal"
)

// backUp makes a copy as a person does, a minute after what was done before.
func (s *stage) backUp() {
	s.t.Helper()
	s.pass(time.Minute)
	tap(s.t, s.frame.preferences.backups.now)
	s.settle()
}

// openBackups shows the section of the backups.
func (s *stage) openBackups() *backups {
	s.t.Helper()
	s.frame.preferences.open(prefBackups)
	s.settle()
	return s.frame.preferences.backups
}

// openCopy opens a copy in the list, the newest one being 0.
func (s *stage) openCopy(at int) *copyPanel {
	s.t.Helper()
	b := s.frame.preferences.backups
	b.press(copiesFrom + at)
	s.settle()
	return b.panel
}

// listed are the rows of the copies.
func (b *backups) listed() []string {
	var all []string
	rows := copyRows{b}
	for i := copiesFrom; i < rows.Len(); i++ {
		all = append(all, rows.Label(i))
	}
	return all
}

// folderAt is what the folder dialog gives.
func folderAt(t *testing.T, path string) fyne.ListableURI {
	t.Helper()
	folder, err := storage.ListerForURI(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestGivenASecondFolder_WhenItIsChosen_ThenACopyGoesThereAtOnce(t *testing.T) {
	s, _ := backedStage(t)
	b, stick := s.openBackups(), t.TempDir()
	b.settings.secondChosen(folderAt(t, stick), nil)
	s.settle()
	if got := b.listed(); len(got) != 1 || !strings.HasSuffix(got[0], "Verified, Both") {
		t.Errorf("the copies are %q", got)
	}
	if got := s.footSays(); got != "Backed up today 21:04, in both folders" {
		t.Errorf("the foot says %q", got)
	}
	if !b.settings.on.On() {
		t.Error("the switch is off")
	}
	b.settings.on.Tapped(nil)
	s.settle()
	if b.settings.on.On() || b.kept.folder != "" || s.footSays() != "Backed up today 21:04" {
		t.Errorf("switched off, the folder is %q and the foot says %q", b.kept.folder, s.footSays())
	}
	b.settings.on.Tapped(nil)
	s.settle()
	if b.kept.folder != stick {
		t.Errorf("switched on again, the folder is %q", b.kept.folder)
	}
}

func TestGivenASecondFolderThatIsGone_ThenTheFootAndThePageSaySo(t *testing.T) {
	s, _ := backedStage(t)
	if err := s.journal.SetSetting(t.Context(), journal.SettingBackupFolder, filepath.Join(t.TempDir(), "unplugged")); err != nil {
		t.Fatal(err)
	}
	s.hourly()
	if got := s.footSays(); got != "Backed up today 21:04, the second folder cannot be reached" {
		t.Errorf("the foot says %q", got)
	}
	if s.door.notice != nil {
		t.Error("the daily backup interrupts")
	}
	b := s.openBackups()
	if got := b.settings.second.words.Text(); !strings.Contains(got, "unplugged cannot be reached now") {
		t.Errorf("the page says %q", got)
	}
	s.backUp()
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "not in the second folder") {
		t.Error("a backup that the user asked for does not say that its second copy is missing")
	}
}

func TestGivenTheJournalsOwnFolder_WhenItIsChosenAsTheSecond_ThenItIsRefused(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	b.settings.secondChosen(folderAt(t, s.folder), nil)
	s.settle()
	if b.kept.folder != "" || s.door.notice == nil {
		t.Errorf("the folder is %q", b.kept.folder)
	}
}

func TestGivenABackupOnItsWay_WhenItIsAskedForAgain_ThenItIsMadeOnce(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	tap(t, b.now)
	tap(t, b.now)
	s.settle()
	if got := b.listed(); len(got) != 1 || got[0] != "Today, 21:04, By hand, 0 entries, "+fileSize(b.kept.ownBytes)+", Verified, First" {
		t.Errorf("the copies are %q", got)
	}
}

func TestGivenABound_WhenItIsChosen_ThenItIsKept(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	b.settings.bound("2000000000")
	s.settle()
	if b.kept.rule.Bytes != 2_000_000_000 || b.settings.room.Selected() != "2000000000" {
		t.Errorf("the bound is %d, shown is %q", b.kept.rule.Bytes, b.settings.room.Selected())
	}
}

func TestGivenACopy_WhenItIsTried_ThenThePanelReportsAndNothingElseChanges(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	s.titled("one", false)
	s.backUp()
	before := names(t, s.folder)
	p := s.openCopy(0)
	tap(t, p.try)
	s.settle()
	if got := p.title.Text() + "\n" + p.result.Text(); got != "Test restore: all is there\nOpened in an empty place: 1 entry, 0 files.\nYour journal was not touched. Took 0.0 s, today 21:05." {
		t.Errorf("the panel says %q", got)
	}
	if after := names(t, s.folder); !slices.Equal(before, after) {
		t.Errorf("the folder held %q and holds %q", before, after)
	}
	if p.try.Text() != "Test again" || len(b.listed()) != 1 {
		t.Errorf("the button says %q", p.try.Text())
	}
}

// names are the files in a folder and below it.
func names(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		all = append(all, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGivenACopyThatIsCutOff_ThenItIsSaidToBeDamagedAndCannotBeRestored(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	s.backUp()
	if err := os.Truncate(b.kept.copies[0].File, 2000); err != nil {
		t.Fatal(err)
	}
	b.show()
	s.settle()
	if got := b.listed(); len(got) != 1 || !strings.Contains(got[0], "Damaged") {
		t.Errorf("the copies are %q", got)
	}
	if p := s.openCopy(0); p.title.Text() != "This copy is damaged" || !p.restore.Disabled() || !p.try.Disabled() {
		t.Errorf("the panel says %q", p.title.Text())
	}
}

func TestGivenManyCopies_ThenOnlyThoseInSightAreBuilt(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	k := keptCopies{}
	for i := range 500 {
		k.copies = append(k.copies, journal.KeptBackup{Backup: journal.Backup{File: time.Duration(i).String(), Made: evening, Verified: true}, First: true})
	}
	b.took(k)
	s.settle()
	if n := b.rows.Built(); n > 40 {
		t.Errorf("%d rows are built", n)
	}
}

func TestGivenANarrowWindow_ThenTheSectionsAreAListWithAWayBack(t *testing.T) {
	s, _ := backedStage(t)
	s.win.Resize(smallest)
	p := s.frame.preferences
	p.goPreferences()
	s.settle()
	if !p.split.IsNarrow() || p.split.At() != 0 {
		t.Fatalf("the list is not in sight: column %d", p.split.At())
	}
	tap(t, p.items[0])
	s.settle()
	if p.split.At() != 1 || !p.back.Visible() {
		t.Errorf("column %d is in sight", p.split.At())
	}
	p.escape()
	if p.split.At() != 0 || s.win.Canvas().Focused() != fyne.Focusable(p.finder.field.Editor) {
		t.Errorf("Escape leads to column %d, with the keyboard at %T", p.split.At(), s.win.Canvas().Focused())
	}
}

func TestGivenANarrowWindow_WhenASectionIsChosen_ThenTheKeyboardIsInIt(t *testing.T) {
	s, _ := backedStage(t)
	s.win.Resize(smallest)
	p := s.frame.preferences
	p.goPreferences()
	s.settle()
	for i := range p.items {
		p.goBack()
		tap(t, p.items[i])
		s.settle()
		if at := s.win.Canvas().Focused(); at == nil || at == fyne.Focusable(p.items[i]) {
			t.Errorf("%s: the keyboard is at %T", p.sections[i].key, at)
		}
	}
}

func TestGivenASectionInSight_WhenTheWindowBecomesNarrow_ThenItStaysInSight(t *testing.T) {
	s, _ := backedStage(t)
	p := s.frame.preferences
	p.goPreferences()
	s.settle()
	s.win.Resize(smallest)
	if !p.split.IsNarrow() || p.split.At() != 1 {
		t.Errorf("column %d is in sight", p.split.At())
	}
}

func TestGivenSettingsOutOfSight_WhenTheKeyboardComesToOne_ThenTheyComeIntoSight(t *testing.T) {
	s, _ := backedStage(t)
	s.win.Resize(fyne.NewSize(900, 576))
	b := s.openBackups()
	k := keptCopies{}
	for i := range 40 {
		k.copies = append(k.copies, journal.KeptBackup{Backup: journal.Backup{File: time.Duration(i).String(), Made: evening, Verified: true}, First: true})
	}
	b.took(k)
	b.rows.SetCursor(copiesFrom + 4)
	above := func() float32 {
		driver := fyne.CurrentApp().Driver()
		return driver.AbsolutePositionForObject(b.rows).Y - driver.AbsolutePositionForObject(b.settings.room).Y
	}
	if above() <= 0 {
		t.Fatal("the choice is in sight before")
	}
	s.win.Canvas().Focus(b.settings.room)
	if above() > 0 {
		t.Errorf("the choice stands %v over the list", above())
	}
}
