package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// history is what the panel tells of the stages, a line each.
func (a *applications) history() []string {
	var all []string
	for _, o := range a.table.panel.history.Objects {
		all = append(all, strings.Join(texts(o), " / "))
	}
	return all
}

// texts are the words in an object, from the top.
func texts(o fyne.CanvasObject) []string {
	var all []string
	switch o := o.(type) {
	case *parts.Text:
		return []string{o.Text()}
	case *parts.Paragraph:
		return []string{o.Text()}
	case *fyne.Container:
		for _, each := range o.Objects {
			all = append(all, texts(each)...)
		}
	}
	return all
}

func TestEnterOpensARowForItsHistoryAndEscapeClosesItFromWithin(t *testing.T) {
	s, a := openApplications(t)
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	s.keep("applications-open")
	if a.table.open != a.table.shown[1].ID || a.table.rows.Selected() != 1 {
		t.Fatalf("open is %q, row %d", a.table.open, a.table.rows.Selected())
	}
	want := "2 Feb / Applied / 17 days / Nominated. Lena asked for evidence of growing others, not only delivery. / Lesson: Ask earlier what the panel wants to see."
	if got := a.history(); len(got) != 4 || got[1] != want {
		t.Errorf("the history is %q", got)
	}
	s.win.Canvas().FocusNext()
	if b, ok := s.win.Canvas().Focused().(*parts.Button); !ok || b.Text() != "Add a stage" {
		t.Fatalf("Tab leads to %T", s.win.Canvas().Focused())
	}
	s.hit(fyne.KeyEscape)
	if a.table.open != "" || s.win.Canvas().Focused() != fyne.Focusable(a.table.rows) {
		t.Errorf("Escape leaves %q open and the keyboard at %T", a.table.open, s.win.Canvas().Focused())
	}
}

func TestOneRowIsOpenAtATimeAndPressingItClosesIt(t *testing.T) {
	s, a := openApplications(t)
	s.hit(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if a.table.open != a.table.shown[1].ID {
		t.Fatalf("open is %q", a.table.open)
	}
	for i := range a.table.shown {
		if got := a.table.Sort(i) == openRow; got != (i == 1) {
			t.Errorf("row %d is open: %v", i, got)
		}
	}
	s.hit(fyne.KeyReturn)
	if a.table.open != "" || a.table.rows.Selected() != -1 {
		t.Errorf("pressed again, %q stays open", a.table.open)
	}
}

func TestAStageBeforeTheOneItFollowsIsMarkedInWords(t *testing.T) {
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Stages: stages(t, "applied", "2026-03-02", "interview", "2026-02-20")})
	s.press(key(fyne.Key5, ctrl))
	s.hit(fyne.KeyReturn)
	if got := s.frame.applications.history(); !strings.Contains(got[1], "before the stage it follows") || strings.Contains(got[0], "before") {
		t.Errorf("the history is %q", got)
	}
}

func TestThePanelTellsWhatBelongsToAnApplication(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.ApplicationKind, thursday)
	e.Application = &journal.Application{Position: "Lead", LooksFor: "Calm hands", NextStep: "Call", NextStepOn: day(t, "2026-03-17"), Lessons: "Write sooner"}
	e.People = []journal.Involved{{Person: "Tomas Berg", Role: "interviewer"}, {Person: "Lena"}}
	e.Attachments = []journal.Attachment{{Name: "The advert", URL: "https://example.org/lead"}}
	s.add(e)
	s.press(key(fyne.Key5, ctrl))
	s.hit(fyne.KeyReturn)
	want := "Next step|Call\nTuesday, 17 March|What they look for|Calm hands|What was learned|Write sooner|People|Tomas Berg (interviewer), Lena|With it|1 document"
	if got := strings.Join(texts(s.frame.applications.table.panel.facts), "|"); got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
}

func TestSilenceIsToldWithWhatToDoAndAskingBecomesTheNextStep(t *testing.T) {
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Route: "external", Stages: stages(t, "applied", "2026-02-16")})
	s.press(key(fyne.Key5, ctrl))
	a := s.frame.applications
	tap(t, a.head.chips[showSilent])
	if what, when, warn := a.table.shown[0].nextLines(a.today); what != "Ask how it stands" || when != "Quiet for 24 days" || !warn {
		t.Errorf("it says %q, %q, %v", what, when, warn)
	}
	a.bring(a.table.shown[0].ID)
	s.settle()
	if !a.table.panel.ask.Visible() {
		t.Fatal("nothing is offered")
	}
	tap(t, a.table.panel.ask)
	s.settle()
	if got := s.only().Application; got.NextStep != "Ask how it stands" || got.NextStepOn != thursday {
		t.Errorf("the next step is %q on %s", got.NextStep, got.NextStepOn)
	}
	if a.countSilent() != 0 {
		t.Error("it still counts as silent")
	}
}

func (a *applications) countSilent() int { return countPassing(a.all, showSilent) }

// openRejected opens the row of an application that was rejected.
func openRejected(t *testing.T) (*stage, *applications) {
	t.Helper()
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Stages: stages(t, "applied", "2026-02-01", "rejected", "2026-03-01")})
	s.press(key(fyne.Key5, ctrl))
	s.hit(fyne.KeyReturn)
	return s, s.frame.applications
}

func TestARejectionAsksForALessonAndKeepsIt(t *testing.T) {
	s, a := openRejected(t)
	form := a.table.panel.lesson
	s.keep("applications-rejected")
	if !form.content.Visible() || !form.keep.Disabled() {
		t.Fatal("it does not ask")
	}
	s.win.Canvas().Focus(form.take.Editor)
	s.typeText("Ask earlier")
	s.win.Canvas().Focus(form.try.Editor)
	s.typeText("Find a mentor")
	s.hit(fyne.KeyEscape)
	s.settle()
	got := s.only().Application
	if got.Stages[1].Lesson != "Ask earlier" || got.Stages[0].Lesson != "" || got.Lessons != "Find a mentor" {
		t.Errorf("kept is %+v", got)
	}
	if a.table.open != "" {
		t.Error("Escape leaves it open")
	}
}

func TestWhatIsTypedStaysWhileThePageIsReadAgain(t *testing.T) {
	s, a := openRejected(t)
	form := a.table.panel.lesson
	s.win.Canvas().Focus(form.take.Editor)
	s.typeText("Ask ")
	s.today.flush(form.desk)
	s.settle() // the save is told to the page
	s.typeText("earlier")
	a.changed(journal.Change{Kind: journal.Reloaded})
	s.settle()
	if got := form.take.Editor.Text; got != "Ask earlier" || s.win.Canvas().Focused() != fyne.Focusable(form.take.Editor) {
		t.Errorf("the field holds %q, the keyboard is at %T", got, s.win.Canvas().Focused())
	}
	if got := form.saved.Text(); !strings.HasPrefix(got, "Saved") {
		t.Errorf("the form says %q", got)
	}
}

func TestWhatIsTypedInThePanelIsThereWhenTheEntryIsOpened(t *testing.T) {
	s, a := openRejected(t)
	s.win.Canvas().Focus(a.table.panel.lesson.try.Editor)
	s.typeText("Find a mentor")
	a.table.panel.openEntry()
	s.settle()
	if s.current != page(s.today) || s.today.desk.draft.Entry().Application.Lessons != "Find a mentor" {
		t.Fatalf("Today shows %+v", s.today.desk.draft.Entry().Application)
	}
	if n := len(s.entries()); n != 1 {
		t.Errorf("%d entries, want 1", n)
	}
}

func TestWhatToTryNextIsKeptAsAGoalOnce(t *testing.T) {
	s, a := openRejected(t)
	form := a.table.panel.lesson
	s.win.Canvas().Focus(form.try.Editor)
	s.typeText("Find a mentor ")
	tap(t, form.keep)
	s.settle()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Goals) != 1 || plan.Goals[0].Text != "Find a mentor" || plan.Goals[0].Kind != "learning" || plan.Goals[0].Entries[0] != a.table.open {
		t.Errorf("the goals are %+v", plan.Goals)
	}
	if !form.keep.Disabled() || form.keep.Text() != "Kept as a goal" {
		t.Errorf("the button says %q", form.keep.Text())
	}
	s.typeText("and ask")
	if form.keep.Disabled() {
		t.Error("other words cannot be kept")
	}
}

func TestAFieldThatGrowsMakesItsRowHigher(t *testing.T) {
	s, a := openRejected(t)
	before := a.table.height
	s.win.Canvas().Focus(a.table.panel.lesson.take.Editor)
	s.typeText(strings.Repeat("One more thing that I would do otherwise. ", 20))
	if a.table.height <= before {
		t.Errorf("the panel is %v high, before %v", a.table.height, before)
	}
}

func TestOpeningTheEntryShowsItOnToday(t *testing.T) {
	s, a := openApplications(t)
	s.hit(fyne.KeyReturn)
	id := a.table.open
	a.table.panel.openEntry()
	s.settle()
	if s.current != page(s.today) || s.today.desk.draft.Entry().ID != id {
		t.Errorf("the entry %q is shown", s.today.desk.draft.Entry().ID)
	}
}

func TestWhatThePageWritesStandsInTheFieldsOnTodayToo(t *testing.T) {
	s, a := openRejected(t)
	id := a.table.open
	s.today.open(id)
	s.settle()
	form := s.today.desk.formOf(journal.ApplicationKind).(*applicationForm)
	s.press(key(fyne.Key5, ctrl))
	s.win.Canvas().Focus(a.table.panel.lesson.try.Editor)
	s.typeText("Find a mentor")
	a.table.close()
	a.table.panel.askHowItStands()
	s.settle()
	if form.lessons.Editor.Text != "Find a mentor" || form.next.Editor.Text != "Ask how it stands" {
		t.Errorf("the fields hold %q and %q", form.lessons.Editor.Text, form.next.Editor.Text)
	}
	if got := s.only().Application; got.Lessons != "Find a mentor" || got.NextStep != "Ask how it stands" {
		t.Errorf("kept is %+v", got)
	}
}
