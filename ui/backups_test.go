package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"groundwork/data"
	"groundwork/journal"
)

// keptHome is a home whose backups can be made to fail.
type keptHome struct {
	*data.Home
	err error
}

func (h *keptHome) BackUpIfDue(ctx context.Context) (journal.BackedUp, error) {
	if h.err != nil {
		return journal.BackedUp{}, h.err
	}
	return h.Home.BackUpIfDue(ctx)
}

// backedStage is a window whose journal is backed up by the clock of the test.
func backedStage(t *testing.T) (*stage, *keptHome) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "journal")
	var s *stage
	home := &keptHome{Home: data.NewHome(folder, data.Options{Now: func() time.Time {
		if s == nil {
			return evening
		}
		return s.now()
	}})}
	s = openWindowAt(t, folder, home)
	return s, home
}

// hourly lets the keeper look whether a backup is due, as it does once an hour.
func (s *stage) hourly() {
	s.t.Helper()
	s.keeper.backUpIfDue()
	s.settle()
}

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

// titled adds an entry with a title.
func (s *stage) titled(title string, private bool) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(evening))
	e.Title, e.Private = title, private
	return s.add(e)
}

// titles are those of the journal's entries.
func (s *stage) titles() string {
	s.t.Helper()
	var all []string
	for _, e := range s.entries() {
		all = append(all, e.Title)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// footSays is what stands at the foot of the window.
func (s *stage) footSays() string {
	if s.foot.state == nil {
		return ""
	}
	return s.foot.state.Text()
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

func TestGivenADayOfWriting_WhenItIsLookedAfter_ThenItIsBackedUpOnce(t *testing.T) {
	s, home := backedStage(t)
	if got := s.footSays(); got != "Not backed up yet" {
		t.Errorf("the foot says %q", got)
	}
	count := func() int {
		all, err := home.Backups(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	s.titled("one", false)
	s.hourly()
	s.pass(time.Hour)
	s.titled("two", false)
	s.hourly()
	if n := count(); n != 1 {
		t.Errorf("there are %d copies of one day", n)
	}
	if got := s.footSays(); got != "Backed up today 21:04" {
		t.Errorf("the foot says %q", got)
	}
	s.pass(24 * time.Hour)
	s.hourly()
	if n := count(); n != 2 {
		t.Errorf("there are %d copies of two days", n)
	}
}

func TestGivenADailyBackupThatFails_ThenTheFootSaysSoAndNobodyIsInterrupted(t *testing.T) {
	s, home := backedStage(t)
	home.err = journal.ErrNoSpace
	s.hourly()
	if got := s.footSays(); got != "The last backup did not work" || s.door.notice != nil {
		t.Errorf("the foot says %q, and the notice is %v", got, s.door.notice)
	}
	if b := s.openBackups(); !strings.Contains(b.settings.daily.words.Text(), "The disk is full.") {
		t.Errorf("the page says %q", b.settings.daily.words.Text())
	}
	home.err = nil
	s.hourly()
	if got := s.footSays(); got != "Backed up today 21:04" {
		t.Errorf("after a backup the foot says %q", got)
	}
}

func TestGivenTheFoot_WhenItIsPressed_ThenTheBackupsOpenWithTheKeyboard(t *testing.T) {
	s, _ := backedStage(t)
	s.hourly()
	tap(t, s.foot.state)
	s.settle()
	if s.current != page(s.frame.preferences) || s.win.Canvas().Focused() != fyne.Focusable(s.frame.preferences.backups.rows) {
		t.Errorf("in sight is %T with the keyboard in %T", s.current, s.win.Canvas().Focused())
	}
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

func TestGivenACopy_WhenEntriesDiffer_ThenTheyAreCountedAndOneCanBeBroughtBack(t *testing.T) {
	s, _ := backedStage(t)
	s.openBackups()
	kept, lost := s.titled("changed", false), s.titled("lost", false)
	s.titled("secret", true)
	s.backUp()
	kept.Title = "changed since"
	s.add(kept)
	s.titled("new", false)
	if err := s.journal.RemoveEntry(t.Context(), lost.ID); err != nil {
		t.Fatal(err)
	}
	p := s.openCopy(0)
	if got := p.difference.Text(); got != "1 entry is not in it. 1 was changed since. 1 is only in it." {
		t.Errorf("the panel says %q", got)
	}
	d := newDifferencePanel(p)
	d.show()
	d.choose(0)
	s.settle()
	if got := words(s); !strings.Contains(got, "Bring it back") {
		t.Errorf("the entry is shown as %q", got)
	}
	d.bringBack(lost.ID)
	s.settle()
	if got := s.titles(); got != "changed since, lost, new, secret" {
		t.Errorf("the journal holds %s", got)
	}
	if got := p.difference.Text(); got != "1 entry is not in it. 1 was changed since." {
		t.Errorf("then the panel says %q", got)
	}
	s.takeBack()
	if got := s.titles(); got != "changed since, new, secret" {
		t.Errorf("after undo the journal holds %s", got)
	}
	d.bringBack(kept.ID)
	s.settle()
	if got := s.titles(); got != "changed, new, secret" {
		t.Errorf("the journal holds %s", got)
	}
}

func TestGivenPrivateEntriesAreHidden_WhenACopyIsCompared_ThenTheyDoNotShow(t *testing.T) {
	s, _ := backedStage(t)
	s.openBackups()
	secret := s.titled("secret", true)
	s.backUp()
	if err := s.journal.RemoveEntry(t.Context(), secret.ID); err != nil {
		t.Fatal(err)
	}
	s.today.hidePrivate = true
	if p := s.openCopy(0); p.difference.Text() != "Its entries are what they are now." {
		t.Errorf("the panel says %q", p.difference.Text())
	}
}

func TestGivenACopy_WhenItIsRestored_ThenTheJournalIsWhatItWasAndCanComeBack(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	s.titled("then", false)
	s.backUp()
	s.titled("since", false)
	s.pass(time.Minute)
	b.restore(b.kept.copies[0].File)
	s.settle()
	if got := s.titles(); got != "then" {
		t.Errorf("the journal holds %s", got)
	}
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "The journal is restored: 1 entry.") {
		t.Error("nothing tells that it is restored")
	}
	b = s.openBackups()
	if got := b.listed(); len(got) != 2 || !strings.Contains(got[0], "Before a restore, 2 entries") {
		t.Fatalf("the copies are %q", got)
	}
	s.pass(time.Minute)
	b.restore(b.kept.copies[0].File)
	s.settle()
	if got := s.titles(); got != "since, then" {
		t.Errorf("brought back, the journal holds %s", got)
	}
}

func TestGivenAJournalSavedAsOneFile_WhenAnotherComputerOpensIt_ThenAllIsThere(t *testing.T) {
	s, _ := backedStage(t)
	b, stick := s.openBackups(), t.TempDir()
	s.titled("carried over", false)
	b.placeChosen(folderAt(t, stick), nil)
	s.settle()
	all, err := os.ReadDir(stick)
	if err != nil || len(all) != 1 || s.door.notice == nil {
		t.Fatalf("the stick holds %v, %v", all, err)
	}
	other, _ := backedStage(t)
	laptop := other.openBackups()
	file, err := storage.Reader(storage.NewFileURI(filepath.Join(stick, all[0].Name())))
	if err != nil {
		t.Fatal(err)
	}
	laptop.backupChosen(file, nil)
	other.settle()
	if got := words(other); !strings.Contains(got, "The copy holds 1 entry; the journal now holds 0 entries.") {
		t.Errorf("it is asked %q", got)
	}
	laptop.restore(filepath.Join(stick, all[0].Name()))
	other.settle()
	if got := other.titles(); got != "carried over" {
		t.Errorf("the other computer holds %q", got)
	}
}

func TestGivenAFileThatIsNoBackup_WhenItIsOpened_ThenASentenceSaysSo(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	path := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte("Dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := storage.Reader(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	b.backupChosen(file, nil)
	s.settle()
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "not a backup") {
		t.Error("nothing says that it is no backup")
	}
	b.backupChosen(nil, errors.New("the dialog broke"))
	if s.door.notice == nil {
		t.Error("a dialog that failed says nothing")
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
	if p.split.At() != 0 || s.win.Canvas().Focused() != fyne.Focusable(p.items[0]) {
		t.Errorf("Escape leads to column %d", p.split.At())
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
