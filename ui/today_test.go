package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestTodayOpensWithTheCursorInTheText(t *testing.T) {
	s := openWindow(t)
	if s.win.Canvas().Focused() != s.today.desk.body {
		t.Errorf("the cursor is in %T, want the text", s.win.Canvas().Focused())
	}
	if got, want := s.today.heading.Text(), "Thursday, 12 March"; got != want {
		t.Errorf("heading = %q, want %q", got, want)
	}
}

func TestTypedTextIsSavedAndFoundAgainAfterAStart(t *testing.T) {
	s := openWindow(t)
	s.typeText("Priya ran the review. 😀 Добрый день")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := openWindowOn(t, s.folder)
	if got := again.today.desk.body.Text; got != "Priya ran the review. 😀 Добрый день" {
		t.Errorf("after a new start the text is %q", got)
	}
	if got := again.only().Day.String(); got != "2026-03-12" {
		t.Errorf("the entry is filed on %s", got)
	}
}

func TestAFreshPageIsNotAnEntryBeforeSomethingIsWritten(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyN, ctrl))
	s.press(key(fyne.KeyN, ctrl))
	s.save()
	if n := len(s.entries()); n != 0 {
		t.Errorf("the journal holds %d entries, want none", n)
	}
}

func TestTitleTagsKindStarAndPrivateBelongToTheEntry(t *testing.T) {
	s := openWindow(t)
	s.typeText("text")
	s.win.Canvas().Focus(s.today.desk.title)
	s.typeText("Handed over")
	s.today.chooseKind(string(journal.MomentKind))
	s.today.writeTags([]string{"on call/night", "release"})
	s.today.setStarred(true)
	s.today.setPrivate(true)
	s.save()
	got := s.only()
	want := journal.Entry{Kind: journal.MomentKind, Title: "Handed over", Body: "text", Tags: []string{"on call/night", "release"}, Starred: true, Private: true}
	seen := journal.Entry{Kind: got.Kind, Title: got.Title, Body: got.Body, Tags: got.Tags, Starred: got.Starred, Private: got.Private}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Errorf("stored entry (-want +got):\n%s", diff)
	}
}

func TestUndoReachesBackAcrossSaves(t *testing.T) {
	s := openWindow(t)
	s.typeText("one")
	s.save()
	s.today.desk.body.Insert(" two")
	s.save()
	s.press(&fyne.ShortcutUndo{})
	s.save()
	if got := s.only().Body; got != "one" {
		t.Errorf("after one undo the text is %q, want %q", got, "one")
	}
	s.press(key(fyne.KeyZ, ctrl|shift))
	s.save()
	if got := s.only().Body; got != "one two" {
		t.Errorf("after redo the text is %q, want %q", got, "one two")
	}
}

func TestUndoIsKeptForTheLastTwentyEntries(t *testing.T) {
	s := openWindow(t)
	var ids []journal.ID
	for i := range openDesks + 1 {
		s.press(key(fyne.KeyN, ctrl))
		s.typeText(fmt.Sprintf("entry %d", i))
		s.save()
		ids = append(ids, s.today.desk.draft.Entry().ID)
	}
	for i, id := range ids {
		kept := s.today.desks.find(id) != nil
		if want := i > 0; kept != want {
			t.Errorf("entry %d keeps its undo: %v, want %v", i, kept, want)
		}
	}
	s.today.open(ids[5])
	s.settle()
	s.press(&fyne.ShortcutUndo{})
	if got := s.today.desk.body.Text; got == "entry 5" {
		t.Error("undo did nothing in an entry that was opened again")
	}
}

func TestPreviousAndNextWalkThroughTheEntries(t *testing.T) {
	s := openWindow(t)
	for _, day := range []string{"2026-03-01", "2026-03-05"} {
		d, _ := journal.ReadDay(day)
		e := s.journal.NewEntry(journal.Reflection, d)
		e.Body = "written on " + day
		s.add(e)
	}
	steps := []struct {
		go_  fyne.Shortcut
		want string
	}{
		{key(fyne.KeyPageUp, ctrl), "written on 2026-03-05"},
		{key(fyne.KeyPageUp, ctrl), "written on 2026-03-01"},
		{key(fyne.KeyPageUp, ctrl), "written on 2026-03-01"},
		{key(fyne.KeyPageDown, ctrl), "written on 2026-03-05"},
	}
	for i, step := range steps {
		s.press(step.go_)
		if got := s.today.desk.body.Text; got != step.want {
			t.Errorf("step %d shows %q, want %q", i, got, step.want)
		}
	}
}

func TestUsingThePromptMakesTheEntryItsAnswer(t *testing.T) {
	s := openWindow(t)
	asked := s.today.card
	if asked.Text == "" {
		t.Fatal("the card asks nothing")
	}
	s.press(key(fyne.KeyReturn, ctrl))
	s.typeText("an answer")
	s.save()
	if got := s.only().Prompt; got == nil || got.Key != asked.Key || got.Text != asked.Text {
		t.Errorf("the entry answers %+v, want %s", got, asked.Key)
	}
	s.today.releasePrompt()
	s.save()
	if got := s.only().Prompt; got != nil {
		t.Errorf("after letting go the entry still answers %+v", got)
	}
}

func TestAQuestionBringsItsKindUnlessOneWasChosen(t *testing.T) {
	s := openWindow(t)
	for range 40 {
		if k := s.today.card.Kind; k != "" && k != journal.Reflection {
			break
		}
		s.today.anotherPrompt()
		s.settle()
	}
	wanted := s.today.card.Kind
	if wanted == "" || wanted == journal.Reflection {
		t.Fatal("no question for another kind came up")
	}
	s.today.usePrompt()
	s.typeText("answer")
	s.save()
	if got := s.only().Kind; got != wanted {
		t.Errorf("the answer is a %s, want a %s", got, wanted)
	}
	s.press(key(fyne.Key4, ctrl|shift))
	if got := s.today.card.Kind; got != journal.ApplicationKind {
		t.Errorf("a chosen application is asked a question for a %s", got)
	}
}

func TestAnotherAsksSomethingElseAndNotForMeIsRemembered(t *testing.T) {
	s := openWindow(t)
	first := s.today.card
	s.today.anotherPrompt()
	s.settle()
	if s.today.card.Key == first.Key {
		t.Error("Another asked the same question")
	}
	gone := s.today.card
	s.today.dismissPrompt()
	s.settle()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{gone.Key}, plan.DismissedPrompts); diff != "" {
		t.Errorf("put aside (-want +got):\n%s", diff)
	}
}

func TestAnEntryAddedElsewhereAppearsWithoutDisturbingTheCursor(t *testing.T) {
	s := openWindow(t)
	s.typeText("I am in the middle of a sen")
	before := s.win.Canvas().Focused()
	e := s.journal.NewEntry(journal.FeedbackKind, s.today.now)
	e.Title = "From the terminal"
	s.add(e)
	s.changed(journal.Change{Kind: journal.Reloaded})
	s.settle()
	if s.win.Canvas().Focused() != before || s.today.desk.body.Text != "I am in the middle of a sen" {
		t.Error("the cursor or the text moved")
	}
	if got := railText(s); !strings.Contains(got, "From the terminal") {
		t.Errorf("the rail shows %q", got)
	}
}

func TestAnEntryChangedOnBothSidesKeepsBothTexts(t *testing.T) {
	s := openWindow(t)
	s.typeText("mine")
	s.save()
	theirs := s.only()
	theirs.Body = "theirs"
	s.add(theirs)
	s.typeText(" and more")
	s.save()
	var bodies []string
	for _, e := range s.entries() {
		bodies = append(bodies, e.Body)
	}
	if got := strings.Join(bodies, "|"); !strings.Contains(got, "theirs") || !strings.Contains(got, "mine and more") {
		t.Errorf("the journal holds %q, want both texts", got)
	}
	if got := s.today.desk.body.Text; got != "mine and more" {
		t.Errorf("the page shows %q", got)
	}
}

func TestPrivateEntriesHideAtOnce(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.Reflection, s.today.now)
	e.Title, e.Private = "A secret", true
	s.add(e)
	s.typeText("open")
	s.today.setPrivate(true)
	s.save()
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := s.today.desk.body.Text; got != "" {
		t.Errorf("a private text is still on the page: %q", got)
	}
	if got := railText(s); strings.Contains(got, "A secret") {
		t.Errorf("the rail still shows a private title: %q", got)
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := railText(s); !strings.Contains(got, "A secret") {
		t.Errorf("shown again, the rail says %q", got)
	}
}

func TestTheWindowsTitleNeverShowsTheText(t *testing.T) {
	s := openWindow(t)
	s.typeText("nobody's business")
	s.save()
	if got := s.win.Title(); got != "Groundwork" {
		t.Errorf("the title is %q", got)
	}
}

// railText is what the rail lists.
func railText(s *stage) string {
	var all []string
	for _, o := range s.today.rail.others.Objects {
		if labelled, ok := o.(interface{ AccessibilityLabel() string }); ok {
			all = append(all, labelled.AccessibilityLabel())
		}
	}
	return strings.Join(all, "\n")
}
