package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// askStage opens the row of an application that was sent on 2 March and asks
// for a stage.
func askStage(t *testing.T) (*stage, *applications, *stageQuestion) {
	t.Helper()
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Stages: stages(t, "applied", "2026-03-02")})
	s.press(key(fyne.Key5, ctrl))
	s.hit(fyne.KeyReturn)
	a := s.frame.applications
	return s, a, askForStage(a, &a.table.panel.line)
}

// typeDay puts a day into the field of the question, as a person does.
func (q *stageQuestion) typeDay(s *stage, text string) {
	s.win.Canvas().Focus(q.day.line.Editor)
	q.day.line.Editor.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.typeText(text)
}

func TestAStageIsAskedForWithWhatUsuallyComesNextOnToday(t *testing.T) {
	s, _, q := askStage(t)
	if q.stage.Selected() != "interview" || q.day.line.Editor.Text != "12 March 2026" {
		t.Errorf("it proposes %q on %q", q.stage.Selected(), q.day.line.Editor.Text)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(q.stage) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestAStageIsAddedOnADayThatIsTypedAsPeopleWriteOne(t *testing.T) {
	s, a, q := askStage(t)
	q.typeDay(s, "5 march")
	s.win.Canvas().Focus(q.note.Editor)
	s.typeText("Three people, one case")
	s.win.Canvas().Focus(q.lesson.Editor)
	s.typeText("Bring numbers")
	tap(t, q.add)
	s.settle()
	want := journal.Stage{Stage: "interview", Day: day(t, "2026-03-05"), Note: "Three people, one case", Lesson: "Bring numbers"}
	got := s.only().Application.Stages
	if len(got) != 2 || got[1].Stage != want.Stage || got[1].Day != want.Day || got[1].Note != want.Note || got[1].Lesson != want.Lesson {
		t.Errorf("the stages are %+v", got)
	}
	if s.win.Canvas().Overlays().Top() != nil || len(a.history()) != 2 {
		t.Errorf("the panel shows %q", a.history())
	}
}

func TestADayBeforeTheStageItFollowsIsTakenAndMarked(t *testing.T) {
	s, a, q := askStage(t)
	q.typeDay(s, "2026-02-20")
	s.win.Canvas().Focus(q.note.Editor)
	if q.day.line.Problem() != "" {
		t.Errorf("it is refused: %q", q.day.line.Problem())
	}
	tap(t, q.add)
	s.settle()
	if got := a.history(); len(got) != 2 || !strings.Contains(got[1], "before the stage it follows") {
		t.Errorf("the panel shows %q", got)
	}
}

func TestADayThatCannotBeReadIsSaidBesideItsFieldAndTheRestIsKept(t *testing.T) {
	s, _, q := askStage(t)
	s.win.Canvas().Focus(q.note.Editor)
	s.typeText("A warm talk")
	q.typeDay(s, "the day after")
	tap(t, q.add)
	s.settle()
	if q.day.line.Problem() == "" || q.note.Editor.Text != "A warm talk" || s.win.Canvas().Overlays().Top() != q.overlay {
		t.Errorf("the field says %q, the note is %q", q.day.line.Problem(), q.note.Editor.Text)
	}
	if n := len(s.only().Application.Stages); n != 1 {
		t.Errorf("%d stages", n)
	}
}

func TestAfterAnEndAStageIsAddedOnlyOnceItIsChosen(t *testing.T) {
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Stages: stages(t, "rejected", "2026-03-02")})
	s.press(key(fyne.Key5, ctrl))
	s.hit(fyne.KeyReturn)
	a := s.frame.applications
	s.win.Canvas().FocusNext()
	s.hit(fyne.KeyReturn)
	if _, ok := s.win.Canvas().Overlays().Top().(*parts.Overlay); !ok {
		t.Fatal("the button asks for nothing")
	}
	q := askForStage(a, &a.table.panel.line)
	if !q.add.Disabled() {
		t.Error("it can be added without a name")
	}
	q.stage.SetSelected("offer")
	q.choose("offer")
	if q.add.Disabled() {
		t.Error("it cannot be added once it has a name")
	}
}
