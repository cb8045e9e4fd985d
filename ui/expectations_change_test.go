package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/ui/parts"
)

func TestGivenARow_WhenMovedByKeyboard_ThenItChangesPlacesWithinItsArea(t *testing.T) {
	s, d := role(t)
	if !d.form.up.Disabled() || d.form.down.Disabled() {
		t.Error("the first one can go up, or not down")
	}
	s.press(key(fyne.KeyDown, alt))
	sameAsked(t, s, "People: Gives feedback", "Delivery: Delivers", "People: Coaches", ": Decides", "People: Recruits #")
	if got := d.form.name.Editor.Text; got != "Coaches" || d.list.rows.Selected() != d.list.shown.find(d.chosen) {
		t.Errorf("open is %q, marked the row %d", got, d.list.rows.Selected())
	}
	s.press(key(fyne.KeyDown, alt)) // the last of its area
	s.press(key(fyne.KeyUp, alt))
	sameAsked(t, s, "People: Coaches", "Delivery: Delivers", "People: Gives feedback", ": Decides", "People: Recruits #")
	s.press(key(fyne.Key1, ctrl))
	s.press(key(fyne.KeyDown, alt)) // another page is in sight
	if got := s.asked()[0]; got != "People: Coaches" {
		t.Errorf("first is %q", got)
	}
}

func TestGivenAnExpectation_WhenPutAside_ThenItsEvidenceStaysAndUndoBringsItBack(t *testing.T) {
	s, d := role(t)
	tap(t, d.form.aside)
	s.settle()
	if got := s.asked()[0]; got != "People: Coaches #" || len(s.entries()[0].Evidence) != 1 {
		t.Errorf("stored is %q, the entry supports %+v", got, s.entries()[0].Evidence)
	}
	if got := s.door.notice.Sentence(); got != "“Coaches” is put aside. What proves it is kept." || d.form.aside.Text() != "Bring back" {
		t.Errorf("it says %q; the button %q", got, d.form.aside.Text())
	}
	s.takeBack()
	if got := s.asked()[0]; got != "People: Coaches" {
		t.Errorf("taken back: %q", got)
	}
}

func TestGivenAnExpectation_WhenDeleted_ThenUndoBringsItBackWithItsEvidence(t *testing.T) {
	s, d := role(t)
	openDemand(s, d, "Coaches")
	s.rewrite(d.form.text.Editor, "Last words")
	before := s.entries()[0].Evidence
	tap(t, d.form.remove)
	s.settle()
	sameAsked(t, s, "Delivery: Delivers", "People: Gives feedback", ": Decides", "People: Recruits #")
	if got := s.door.notice.Sentence(); got != "“Coaches” is deleted, and 2 entries no longer name it." || len(s.entries()[0].Evidence) != 0 {
		t.Errorf("it says %q; the entry supports %+v", got, s.entries()[0].Evidence)
	}
	if got := d.form.name.Editor.Text; got != "Delivers" {
		t.Errorf("in its place stands %q", got)
	}
	s.takeBack()
	if diff := cmp.Diff(before, s.entries()[0].Evidence); diff != "" {
		t.Errorf("the evidence (-before +after):\n%s", diff)
	}
	if got := d.form; got.name.Editor.Text != "Coaches" || got.text.Editor.Text != "Last words" {
		t.Errorf("brought back stand %q and %q", got.name.Editor.Text, got.text.Editor.Text)
	}
}

func TestGivenANewExpectation_WhenItsNameIsThere_ThenThePanelSaysSoElseItIsAdded(t *testing.T) {
	s, d := role(t)
	tap(t, d.list.add)
	s.typeText("coaches")
	s.hit(fyne.KeyReturn)
	field := inPanel[*parts.Field](s)[0]
	if got := field.Problem(); got != "There is an expectation with this name already." {
		t.Fatalf("beside the name stands %q", got)
	}
	s.rewrite(field.Editor, "Coaches the coaches")
	s.pressIn("Add")
	if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != fyne.Focusable(d.form.text.Editor) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	if got := s.asked()[5]; got != "People: Coaches the coaches" || d.form.name.Editor.Text != "Coaches the coaches" {
		t.Errorf("added is %q, open %q", got, d.form.name.Editor.Text)
	}
}

func TestGivenAnArea_WhenRenamed_ThenAllInItMoveAndUndoTakesItBack(t *testing.T) {
	s, d := role(t)
	before := s.asked()
	d.renameArea()
	s.rewrite(inPanel[*parts.Field](s)[0].Editor, "delivery")
	s.pressIn("Merge")
	sameAsked(t, s, "Delivery: Coaches", "Delivery: Delivers", "Delivery: Gives feedback", ": Decides", "Delivery: Recruits #")
	if got := s.door.notice.Sentence(); got != "“People” is part of “Delivery” now." {
		t.Errorf("it says %q", got)
	}
	s.takeBack()
	sameAsked(t, s, before...)
	d.renameArea()
	s.rewrite(inPanel[*parts.Field](s)[0].Editor, strings.Repeat("x", 201))
	s.hit(fyne.KeyReturn)
	if got := inPanel[*parts.Field](s)[0].Problem(); got != "The name of an area can hold at most 200 letters." {
		t.Errorf("beside the name stands %q", got)
	}
}
