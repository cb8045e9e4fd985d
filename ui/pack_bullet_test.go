package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// openLine opens the sheet of the line that holds some words.
func (p *packStage) openLine(words string) *parts.Editor {
	p.t.Helper()
	p.goToLine(words)
	p.hit(fyne.KeyReturn)
	editor, ok := p.win.Canvas().Focused().(*parts.Editor)
	if !ok {
		p.t.Fatalf("the keyboard is at %T", p.win.Canvas().Focused())
	}
	return editor
}

func TestGivenALine_WhenItsWordsAreChanged_ThenTheEntryStaysAndTheEntrysWordsComeBack(t *testing.T) {
	p := aPack(t)
	e := p.openLine("Queues got")
	p.rewrite(e, "Queues are a third shorter.")
	p.page.saveNow()
	p.settle()
	if got := p.packs(); len(got) != 1 || !strings.Contains(p.reads(), "Queues are a third shorter.") {
		t.Fatalf("after typing: %d packs, %s", len(got), p.reads())
	}
	p.pressIn("Reset to the entry")
	if e.Text != "Queues got shorter (30%)." {
		t.Errorf("the field says %q", e.Text)
	}
	p.pressIn("Done")
	for _, entry := range p.entries() {
		if m := entry.Moment; m != nil && m.Impact != nil && m.Impact.Text != "Queues got shorter" {
			t.Errorf("the entry says %q", m.Impact.Text)
		}
	}
	p.press(&fyne.ShortcutUndo{})
	if !strings.Contains(p.reads(), "Queues are a third shorter.") {
		t.Errorf("undo of the reset: %s", p.reads())
	}
	p.press(&fyne.ShortcutUndo{})
	if !strings.Contains(p.reads(), "Queues got shorter (30%).") {
		t.Errorf("undo of the words: %s", p.reads())
	}
}

func TestGivenWordsNotSavedYet_WhenTheWindowCloses_ThenThePackHasThem(t *testing.T) {
	p := aPack(t)
	p.rewrite(p.openLine("Queues got"), "Queues are a third shorter.")
	folder := p.folder
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again := openPackOn(openWindowOn(t, folder))
	if !strings.Contains(again.reads(), "Queues are a third shorter.") {
		t.Errorf("after the next start: %s", again.reads())
	}
}

func TestGivenTwoLines_WhenJoined_ThenOneHasTheEntriesOfBoth(t *testing.T) {
	p := aPack(t)
	p.writeForManager()
	p.openLine("Saturday releases")
	p.pressIn("Join with")
	p.hit(fyne.KeyReturn)
	var joined journal.Bullet
	for _, b := range p.packs()[0].Section("evidence").Bullets {
		joined = b
	}
	if n := len(p.packs()[0].Section("evidence").Bullets); n != 1 || len(joined.Entries) != 2 {
		t.Errorf("%d lines, the last with %d entries: %q", n, len(joined.Entries), joined.Text)
	}
}

func TestGivenALine_WhenCopiedWithALimit_ThenItEndsWithAWordThatFits(t *testing.T) {
	p := aPack(t)
	p.writeForManager()
	p.openLine("Saturday releases")
	line := inPanel[*parts.NumberField](p.stage)[0]
	p.write(line.Editor, "40")
	p.leaveField()
	p.pressIn("Copy")
	got := p.app.Clipboard().Content()
	if len(got) > 40 || !strings.HasPrefix("Saturday releases. Handed Saturday releases to the on-call pair.", got) || strings.HasSuffix(got, "releases t") {
		t.Errorf("copied: %q", got)
	}
}

func TestGivenASection_WhenCopied_ThenItsLinesAreOnTheClipboard(t *testing.T) {
	p := aPack(t)
	p.writeForManager()
	p.page.list.rows.SetCursor(0)
	p.page.list.focus()
	p.hit(fyne.KeyReturn)
	p.pressIn("Copy")
	want := "- Gate rollout. Delayed the gate rollout by a week.\n- Saturday releases. Handed Saturday releases to the on-call pair."
	if got := p.app.Clipboard().Content(); got != want {
		t.Errorf("copied: %q", got)
	}
}

func TestGivenASection_WhenALineOfMyOwnIsAdded_ThenItIsReadUnlessNothingWasWritten(t *testing.T) {
	p := aPack(t)
	p.writeForManager()
	for _, text := range []string{"I trained the night shift.", ""} {
		p.page.list.rows.SetCursor(0)
		p.page.list.focus()
		p.hit(fyne.KeyReturn)
		p.pressIn("Add a line")
		p.typeText(text)
		p.pressIn("Done")
	}
	section := p.packs()[0].Section("evidence")
	if n := len(section.Bullets); n != 3 || section.Bullets[2].Text != "I trained the night shift." {
		t.Errorf("the section: %+v", section.Bullets)
	}
}

// writeForManager turns the pack to the manager, who has the fewest sections.
func (p *packStage) writeForManager() {
	p.t.Helper()
	p.page.writeFor(journal.ForManager)
	p.settle()
}

func TestGivenAFullDisk_WhenALineIsTyped_ThenTheWindowSaysSoAndItIsSavedOnceThereIsRoom(t *testing.T) {
	s, full := openOnFullDisk(t)
	s.aYear()
	p := openPackOn(s)
	p.rewrite(p.openLine("Queues got"), "Queues are shorter.")
	p.page.saveNow()
	p.settle()
	full.Store(true)
	p.typeText(" By a third.")
	p.page.saveNow()
	p.settle()
	if s.door.notice == nil || len(p.page.unsaved()) != 1 {
		t.Fatal("nothing is said")
	}
	full.Store(false)
	p.page.saveNow()
	p.settle()
	if got := p.reads(); s.door.notice != nil || !strings.Contains(got, "Queues are shorter. By a third.") {
		t.Errorf("once there is room: %v, %s", s.door.notice, got)
	}
}
