package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// opening is an app that notes which addresses it is asked to open.
type opening struct {
	fyne.App
	opened []*url.URL
}

func (o *opening) OpenURL(u *url.URL) error {
	o.opened = append(o.opened, u)
	return nil
}

// watchOpening notes from now on what the window has the system open.
func (p *packStage) watchOpening() *opening {
	o := &opening{App: p.app}
	p.app = o
	return o
}

// saveInto presses the save button and chooses a folder.
func (p *packStage) saveInto(folder string) {
	p.t.Helper()
	p.app.Preferences().SetString(prefHandoutFolder, folder)
	tap(p.t, p.page.list.foot.save)
	p.settle()
}

func TestGivenAPack_WhenSaved_ThenTheFileIsThereAndTheFolderIsRemembered(t *testing.T) {
	p := aPack(t)
	folder := t.TempDir()
	for form, begins := range map[string]string{"pdf": "%PDF-", "docx": "PK", "md": "# What I have led", "html": "<!doctype html>", "txt": "What I have led"} {
		p.page.list.foot.choose(form)
		p.saveInto(folder)
		p.pressIn("Save")
		path := filepath.Join(folder, "Evidence pack 2026-03-12."+form)
		text, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(strings.ToLower(string(text)), strings.ToLower(begins)) {
			t.Errorf("%s begins with %.20q, %v", path, text, err)
		}
	}
	if got := p.app.Preferences().String(prefHandoutFolder); got != folder {
		t.Errorf("the folder that is remembered: %q", got)
	}
	o := p.watchOpening()
	p.takeBack() // the first thing in the notice is to show the file
	if len(o.opened) != 1 || filepath.Dir(o.opened[0].Path) != folder {
		t.Errorf("opened: %v", o.opened)
	}
}

func TestGivenAFileOfThatName_WhenSaved_ThenItIsReplacedOnlyWhenAskedTwice(t *testing.T) {
	p := aPack(t)
	folder := t.TempDir()
	p.page.list.foot.choose("txt")
	path := filepath.Join(folder, "Evidence pack 2026-03-12.txt")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.saveInto(folder)
	p.pressIn("Save")
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Fatal("the file was replaced without a word")
	}
	p.pressIn("Replace it")
	if text, _ := os.ReadFile(path); !strings.HasPrefix(string(text), "What I have led") {
		t.Errorf("after a yes the file holds %.20q", text)
	}
}

func TestGivenAFolderThatIsGone_WhenSaved_ThenThePanelSaysSoAndNothingIsWritten(t *testing.T) {
	p := aPack(t)
	folder := filepath.Join(t.TempDir(), "gone")
	p.saveInto(folder)
	p.pressIn("Save")
	said := ""
	for _, words := range inPanel[*parts.Paragraph](p.stage) {
		said += words.Text()
	}
	if !strings.Contains(said, "There is no file or folder") {
		t.Errorf("the panel says %q", said)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("the folder was made")
	}
}

func TestGivenTheJournalsOwnFolder_WhenSaved_ThenItIsRefused(t *testing.T) {
	p := aPack(t)
	before, err := os.ReadDir(p.folder)
	if err != nil {
		t.Fatal(err)
	}
	p.saveInto(p.folder)
	p.pressIn("Save")
	after, err := os.ReadDir(p.folder)
	if err != nil || len(after) != len(before) {
		t.Errorf("the journal's folder held %d files, and now %d (%v)", len(before), len(after), err)
	}
}

func TestGivenAPack_WhenPrinted_ThenTheSystemOpensAPrivatePDF(t *testing.T) {
	p := aPack(t)
	o := p.watchOpening()
	p.page.list.foot.print()
	p.settle()
	if len(o.opened) != 1 || filepath.Ext(o.opened[0].Path) != ".pdf" {
		t.Fatalf("opened: %v", o.opened)
	}
	info, err := os.Stat(o.opened[0].Path)
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file: %v, %v", info, err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(o.opened[0].Path); err == nil {
		t.Error("the file is still there after the window closed")
	}
}

func TestGivenAPrivateEntry_WhenItIsSwitchedOn_ThenItGoesOutThisTimeAndNothingRemembersIt(t *testing.T) {
	p := aPack(t)
	box := p.page.list.private
	if got := box.head.Text(); got != "1 private entry stays out of every export" {
		t.Fatalf("the box says %q", got)
	}
	if strings.Contains(p.reads(), "Stayed quiet") {
		t.Fatal("it is in the pack before")
	}
	tap(t, box.head)
	p.typeText(" ")
	p.settle()
	if !strings.Contains(p.reads(), "Stayed quiet") {
		t.Errorf("it is not in the pack: %s", p.reads())
	}
	if got, want := p.page.list.foot.says.Text(), "1 private let out"; !strings.Contains(got, want) {
		t.Errorf("the last line says %q", got)
	}
	folder := p.folder
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if again := openPackOn(openWindowOn(t, folder)); strings.Contains(again.reads(), "Stayed quiet") {
		t.Error("the next start remembers it")
	}
}

func TestGivenNames_WhenMasked_ThenNoneIsOnThePagesAndTheLastLineCountsThem(t *testing.T) {
	p := aPack(t)
	if !strings.Contains(p.reads(), "Oskar Nyman") {
		t.Fatal("the name is not there before")
	}
	tap(t, p.page.list.foot.mask)
	p.settle()
	if strings.Contains(p.reads(), "Oskar") {
		t.Errorf("the name is there: %s", p.reads())
	}
	if got := p.page.list.foot.says.Text(); !strings.Contains(got, "1 name masked") {
		t.Errorf("the last line says %q", got)
	}
}

func TestGivenAPack_WhenWrittenForACommittee_ThenNamesAreMaskedUnlessTheWriterSaysOtherwise(t *testing.T) {
	p := aPack(t)
	p.page.writeFor(journal.ForCommittee)
	p.settle()
	if strings.Contains(p.reads(), "Oskar") || !p.page.list.foot.mask.On() {
		t.Errorf("names for a committee: %s", p.reads())
	}
	tap(t, p.page.list.foot.mask)
	p.settle()
	if !strings.Contains(p.reads(), "Oskar") {
		t.Errorf("names after they were asked for: %s", p.reads())
	}
}

func TestGivenNamesShownToAManager_WhenThePackTurnsToACommittee_ThenTheyAreMaskedAnew(t *testing.T) {
	p := aPack(t)
	p.page.writeFor(journal.ForManager)
	p.settle()
	for range 2 { // masked, and shown again by the writer's own word
		tap(t, p.page.list.foot.mask)
		p.settle()
	}
	p.page.writeFor(journal.ForCommittee)
	p.settle()
	if strings.Contains(p.reads(), "Oskar") {
		t.Errorf("a committee reads %s", p.reads())
	}
}

func TestGivenAPrivateEntrySwitchedOn_WhenThePageIsLeft_ThenItStaysInAgain(t *testing.T) {
	p := aPack(t)
	tap(t, p.page.list.private.head)
	p.typeText(" ")
	p.settle()
	p.press(key(fyne.KeyT, ctrl))
	p.press(key(fyne.KeyE, ctrl))
	if strings.Contains(p.reads(), "Stayed quiet") {
		t.Errorf("it goes out still: %s", p.reads())
	}
}

func TestGivenAnOpenPrivateBox_WhenPrivateEntriesAreHidden_ThenTheirTitlesGoAndNothingIsLetOut(t *testing.T) {
	p := aPack(t)
	tap(t, p.page.list.private.head)
	p.typeText(" ")
	p.settle()
	p.press(key(fyne.KeyH, ctrl|shift))
	if p.page.list.private.room.Visible() || strings.Contains(p.reads(), "Stayed quiet") {
		t.Error("what is private is in sight")
	}
	tap(t, p.page.list.private.head)
	if p.page.list.private.room.Visible() {
		t.Error("the box opens while private entries are hidden")
	}
}
