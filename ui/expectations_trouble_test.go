package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

func TestGivenExpectationsThatCannotBeRead_WhenThePageOpens_ThenTheDoorSaysSoAndItFillsOnceItWorks(t *testing.T) {
	s, w := openWatched(t)
	if _, err := s.journal.SaveExpectation(context.Background(), journal.Expectation{Name: "Coaches"}); err != nil {
		t.Fatal(err)
	}
	w.sick.Store(true)
	s.showExpectations()
	s.settle()
	d := s.frame.demands
	if s.door.notice == nil || !d.list.empty.Visible() || d.form.page.Visible() {
		t.Fatal("a failing read is not said")
	}
	w.sick.Store(false)
	s.takeBack()
	if s.door.notice != nil || d.list.empty.Visible() || d.form.name.Editor.Text != "Coaches" {
		t.Error("tried again, the page stays as it was")
	}
}

func TestGivenAFullDisk_WhenAnExpectationIsTyped_ThenThePageSaysSoAndQuittingAsks(t *testing.T) {
	s, full := openOnFullDisk(t)
	if _, err := s.journal.SaveExpectation(context.Background(), journal.Expectation{Name: "Coaches"}); err != nil {
		t.Fatal(err)
	}
	s.showExpectations()
	s.settle()
	d := s.frame.demands
	full.Store(true)
	s.write(d.form.text.Editor, "no room for this")
	s.press(key(fyne.KeyS, ctrl))
	if got := words(s); !strings.Contains(got, "The disk is full.") {
		t.Errorf("the page says %q", got)
	}
	s.quit()
	s.settle()
	if _, asks := s.win.Canvas().Overlays().Top().(*parts.Overlay); !asks {
		t.Fatal("quitting does not ask")
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != "no room for this" {
		t.Errorf("the copy holds %q", got)
	}
	full.Store(false)
	d.saveNow()
	s.settle()
	if got := s.stored()[0].Text; got != "no room for this" {
		t.Errorf("stored: %q", got)
	}
}

func TestGivenANameNotEnteredYet_WhenTheWindowCloses_ThenItIsOnDisk(t *testing.T) {
	s, d := role(t)
	s.rewrite(d.form.name.Editor, "Coaches others")
	s.rewrite(d.form.text.Editor, "Makes more time")
	s.win.Canvas().Focus(d.form.name.Editor)
	s.quit()
	s.settle()
	if x := s.stored()[0]; x.Name != "Coaches others" || x.Text != "Makes more time" {
		t.Errorf("stored is %+v", x)
	}
}

func TestGivenAnEntryOnTheDesk_WhenItsExpectationIsDeleted_ThenTheDeskGoesOn(t *testing.T) {
	s, d := role(t)
	s.openEntry(s.entries()[0].ID)
	s.settle()
	s.showExpectations()
	s.settle()
	openDemand(s, d, "Coaches")
	tap(t, d.form.remove)
	s.settle()
	s.goTo(s.today)
	s.settle()
	s.write(s.today.desk.body, " and on")
	s.save()
	if all := s.entries(); len(all) != 2 || !strings.HasSuffix(all[0].Body, " and on") || len(all[0].Evidence) != 0 || len(s.asked()) != 4 {
		t.Errorf("stored are %+v; expectations %q", all, s.asked())
	}
}
