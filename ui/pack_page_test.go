package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

func TestGivenAnEmptyJournal_WhenThePackOpens_ThenItSaysWhatToWriteFirst(t *testing.T) {
	p := openPackOn(openWindow(t))
	if !p.page.list.empty.content.Visible() || p.page.list.rows.Visible() || p.page.list.below.Visible() {
		t.Fatal("the page does not say how to begin")
	}
	p.hit(fyne.KeyReturn)
	if p.current != page(p.today) || p.today.desk.draft.Entry().Kind != journal.MomentKind {
		t.Error("Enter did not begin a moment")
	}
}

func TestGivenASavedPack_WhenSomethingIsWrittenSince_ThenItIsOfferedAndMarked(t *testing.T) {
	p := aPack(t)
	p.goToLine("Queues got")
	p.typeText(" ")
	p.settle()
	p.led("2026-03-11", "Night shift", "Trained the night shift.", nil)
	p.settle()
	if got := p.page.list.head.fresh.Text(); got != "Add 2 new lines" {
		t.Fatalf("the head offers %q", got)
	}
	p.page.takeNews()
	p.settle()
	rows := p.page.list.shown
	var news []string
	for i := range rows.Len() {
		if _, ok := rows.bullet(i); ok && rows.item(i).News != "" {
			news = append(news, rows.item(i).News+": "+rows.item(i).Text)
		}
	}
	if len(news) == 0 || !strings.HasPrefix(news[0], "New: ") || !strings.Contains(news[0], "Trained the night shift.") {
		t.Errorf("marked: %q", news)
	}
	if !slices.Contains(p.lines(), "[ ] Queues got shorter (30%).") {
		t.Errorf("what was left out is in again: %q", p.lines())
	}
	if got := p.page.list.head.fresh; got.Visible() {
		t.Errorf("the head still offers %q", got.Text())
	}
}

func TestGivenAnEntry_WhenAddedToThePack_ThenTheNewestHasItUntilItIsUndone(t *testing.T) {
	p := aPack(t)
	p.goToLine("Queues got")
	p.typeText(" ")
	p.settle()
	e := p.led("2026-03-11", "Night shift", "Trained the night shift.", nil)
	has := func() bool {
		for _, s := range p.packs()[0].Sections {
			for _, b := range s.Bullets {
				if slices.Contains(b.Entries, e.ID) && !b.Out {
					return true
				}
			}
		}
		return false
	}
	p.openEntry(e.ID)
	p.settle()
	p.press(key(fyne.KeyD, ctrl|shift))
	if len(p.packs()) != 1 || !has() {
		t.Fatalf("the pack does not have it: %+v", p.packs())
	}
	p.undoNotice()
	if has() {
		t.Error("after undo the pack has it still")
	}
}

func TestGivenAPrivateEntry_WhenAddedToThePack_ThenItStaysInAndTheWindowSaysSo(t *testing.T) {
	p := aPack(t)
	for _, e := range p.entries() {
		if e.Private {
			p.addToPack([]journal.ID{e.ID})
			p.settle()
		}
	}
	if len(p.packs()) != 0 || p.door.notice == nil || !strings.Contains(p.door.notice.Sentence(), "Nothing was added") {
		t.Errorf("%d packs, the notice %v", len(p.packs()), p.door.notice)
	}
}

func TestGivenTwoPacks_WhenOneIsChosenRenamedAndDeleted_ThenEachIsDoneToThatOneAndGoesBack(t *testing.T) {
	p := aPack(t)
	p.page.rename()
	p.typeText("Spring")
	p.pressIn("Rename")
	p.page.begin()
	p.settle()
	p.page.rename()
	p.typeText("Autumn")
	p.pressIn("Rename")
	titles := func() (all []string) {
		for _, each := range p.packs() {
			all = append(all, each.Title)
		}
		slices.Sort(all)
		return all
	}
	if got := titles(); !slices.Equal(got, []string{"Autumn", "Spring"}) {
		t.Fatalf("saved: %q", got)
	}
	for _, each := range p.packs() {
		if each.Title == "Spring" {
			p.page.choosePack(string(each.ID))
			p.settle()
		}
	}
	p.page.remove()
	p.settle()
	if got := titles(); !slices.Equal(got, []string{"Autumn"}) || p.page.sheet.pack.Title != "Autumn" {
		t.Fatalf("after deleting one: %q, and %q is open", got, p.page.sheet.pack.Title)
	}
	p.undoNotice()
	if got := titles(); !slices.Equal(got, []string{"Autumn", "Spring"}) || p.page.sheet.pack.Title != "Spring" {
		t.Errorf("after undo: %q, and %q is open", got, p.page.sheet.pack.Title)
	}
}

func TestGivenThePack_WhenEscapeIsPressed_ThenEvidenceComesIntoSight(t *testing.T) {
	p := aPack(t)
	p.hit(fyne.KeyEscape)
	if p.current != page(p.frame.evidence) {
		t.Errorf("the page in sight is %T", p.current)
	}
}

func TestGivenANarrowWindow_WhenThePackIsFull_ThenThePagesAreATabAndEverythingFits(t *testing.T) {
	p := aPack(t)
	room := smallest.SubtractWidthHeight(0, look.MenuBarHeight)
	p.win.Resize(room)
	p.settle()
	if !p.page.split.IsNarrow() || !p.page.list.head.tabs.Visible() {
		t.Fatal("there is no tab to the pages")
	}
	if got := p.win.Content().MinSize(); got.Width > room.Width || got.Height > room.Height {
		t.Errorf("the window needs %v, and has %v", got, room)
	}
	for _, o := range test.LaidOutObjects(p.page.list.content) {
		if b, ok := o.(*parts.Button); ok && b.Visible() && b.Position().X+b.Size().Width > room.Width {
			t.Errorf("%q goes beyond the window", b.Text())
		}
	}
	p.page.turnTo(1)
	if !p.page.desk.content.Visible() {
		t.Error("the tab does not show the pages")
	}
	p.win.Canvas().Focus(p.page.desk.preview.sheets)
	p.hit(fyne.KeyEscape)
	if p.page.split.At() != 0 {
		t.Error("Escape does not lead back to the lines")
	}
}

func TestGivenAPackThatCannotBeRead_WhenItOpens_ThenTheDoorSaysSoAndItFillsOnceItWorks(t *testing.T) {
	proving := new(proving)
	home := provenHome{data.NewHome(t.TempDir(), data.Options{}), proving}
	s := openWindowAt(t, home.Folder(), home)
	s.aYear()
	proving.sick.Store(true)
	p := openPackOn(s)
	if s.door.notice == nil {
		t.Fatal("nothing is said")
	}
	proving.sick.Store(false)
	s.takeBack()
	if s.door.notice != nil || len(p.lines()) == 0 {
		t.Errorf("after another try: %v, %q", s.door.notice, p.lines())
	}
}

func TestGivenALargePack_WhenItIsScrolled_ThenOnlyTheRowsInSightAreBuilt(t *testing.T) {
	s := openWindow(t)
	for i := range 120 {
		s.led(dayOf(t, "2026-03-01").AddDays(-i%60).String(), "Day "+string(rune('a'+i%26)), "Led number "+strings.Repeat("x", i+1)+".", nil)
	}
	p := openPackOn(s)
	p.hit(fyne.KeyEnd, fyne.KeyHome)
	if n, built := p.page.list.shown.Len(), p.page.list.rows.Built(); n < 120 || built > 60 {
		t.Errorf("%d rows for %d lines", built, n)
	}
}
