package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/look"
)

// section opens a section of the preferences.
func (s *stage) section(key string) {
	s.t.Helper()
	s.frame.preferences.open(key)
	s.settle()
}

// settings are those of the journal.
func (s *stage) settings() map[string]string {
	s.t.Helper()
	settings, err := s.journal.Read().Settings(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return settings
}

func TestGivenTheAppearance_WhenItIsChosen_ThenTheWindowFollowsAtOnce(t *testing.T) {
	s := openWindow(t)
	a := newAppearance(s.Window)
	a.make()
	a.setGround("2")
	a.setMeasure("720")
	if s.theme.Appearance() != look.Dark || s.app.Preferences().Int(prefAppearance) != int(look.Dark) {
		t.Error("it is not dark")
	}
	if s.measure() != wideMeasure || s.today.room.Size().Width != wideMeasure {
		t.Errorf("the column is %v wide", s.today.room.Size().Width)
	}
}

func TestGivenATextSize_WhenItIsChosen_ThenEverythingIsDrawnInItAndTheWindowStaysAsLargeAsItWas(t *testing.T) {
	s := openWindow(t)
	var zoomed []int
	s.zoom = func(percent int) { zoomed = append(zoomed, percent) }
	s.setZoom(125)
	if len(zoomed) != 1 || zoomed[0] != 125 || s.zoomPercent() != 125 {
		t.Errorf("it was drawn in %v", zoomed)
	}
	if got, want := s.win.Canvas().Size(), fyne.NewSize(1024, 640); got != want {
		t.Errorf("the window is %v, want %v", got, want)
	}
}

func TestGivenASizeThatThereIsNot_ThenEverythingIsDrawnAsUsual(t *testing.T) {
	s := openWindow(t)
	s.app.Preferences().SetInt(prefZoom, 5000)
	s.app.Preferences().SetInt(prefMeasure, -3)
	if s.zoomPercent() != 100 || s.measure() != look.ColumnWidth {
		t.Errorf("it is %d %% and %v wide", s.zoomPercent(), s.measure())
	}
}

func TestGivenAKindToStartWith_WhenTodayIsSeenNext_ThenAFreshEntryHasIt(t *testing.T) {
	s := openWindow(t)
	s.section(prefWriting)
	s.section(prefWriting)
	w := newWriting(s.Window)
	w.make()
	w.kind.OnChosen(string(journal.MomentKind))
	s.settle()
	s.press(key(fyne.Key1, ctrl))
	s.typeText("A fresh one")
	s.save()
	if e := s.only(); e.Kind != journal.MomentKind {
		t.Errorf("it is a %s", e.Kind)
	}
}

func TestGivenKindsThatArePrivate_WhenAnEntryIsOrBecomesOne_ThenItIsPrivate(t *testing.T) {
	s := openWindow(t)
	w := newWriting(s.Window)
	w.make()
	w.private[2].SetChecked(true)
	w.setPrivate()
	s.settle()
	if got := s.settings()[journal.SettingPrivateKinds]; got != string(journal.FeedbackKind) {
		t.Fatalf("private are %q", got)
	}
	s.press(key(fyne.Key3, ctrl|shift))
	if !s.today.desk.draft.Entry().Private {
		t.Error("new feedback is not private")
	}
	s.press(key(fyne.KeyN, ctrl))
	if s.today.desk.draft.Entry().Private {
		t.Error("a reflection is private")
	}
	s.today.chooseKind(string(journal.FeedbackKind))
	if !s.today.desk.draft.Entry().Private {
		t.Error("what becomes feedback is not private")
	}
}

func TestGivenDates_WhenTheirHabitsAreChosen_ThenTheMonthAndWhatIsTypedFollowAtOnce(t *testing.T) {
	s := openWindow(t)
	d := newDateHabits(s.Window)
	d.make()
	d.setWeek("0")
	d.setOrder("2")
	if s.weekBegins != time.Sunday {
		t.Errorf("a week begins on %s", s.weekBegins)
	}
	span, err := s.journal.DatesFrom(s.today.now).Span("03/04/2025")
	if err != nil || span.From.String() != "2025-03-04" {
		t.Errorf("it reads %v, %v", span, err)
	}
	d.setWeek("")
	if s.weekBegins != time.Monday {
		t.Errorf("as the system it begins on %s", s.weekBegins)
	}
}

func TestGivenQuestionsThatAreNotAsked_WhenTheyAreBroughtBack_ThenNoneIsLeftOut(t *testing.T) {
	s := openWindow(t)
	s.today.dismissPrompt()
	s.settle()
	q := newQuestions(s.Window)
	q.make()
	q.show()
	s.settle()
	if len(q.keys) != 1 || q.bring.Disabled() {
		t.Fatalf("left out are %v", q.keys)
	}
	q.bringBack()
	s.settle()
	if p := s.plan(); len(p.DismissedPrompts) != 0 {
		t.Errorf("left out are %v", p.DismissedPrompts)
	}
}

func TestGivenWordsOfASetting_WhenEnterIsPressed_ThenItsSectionIsInSight(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyComma, ctrl))
	p := s.frame.preferences
	s.typeText("trash")
	if len(p.finder.found) != 3 {
		t.Fatalf("found are %v", p.finder.found)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if p.chosen != prefHistory || len(p.finder.found) != len(p.sections) {
		t.Errorf("in sight is %s", p.chosen)
	}
}

func TestGivenWordsOfNoSetting_ThenItSaysSo(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyComma, ctrl))
	f := s.frame.preferences.finder
	f.find("weather")
	if len(f.list.Objects) != 1 || len(f.found) != 0 {
		t.Errorf("it lists %d things", len(f.list.Objects))
	}
	f.find("")
	if len(f.list.Objects) != len(s.frame.preferences.sections) {
		t.Error("the sections did not come back")
	}
}

func TestGivenThePreferences_WhenArrowsAndEnterArePressed_ThenTheyGoThroughTheSections(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyComma, ctrl))
	p := s.frame.preferences
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn} {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
	s.settle()
	if p.chosen != prefWriting || !p.items[1].Selected() || p.items[0].Selected() {
		t.Errorf("in sight is %s", p.chosen)
	}
}

func TestGivenDocumentsThatAreNotTicked_ThenTodayAsksFromTheRestAtOnce_AndTheLastOneStays(t *testing.T) {
	s := openWindow(t)
	s.section(prefPrompts)
	q := newQuestions(s.Window)
	q.make()
	q.show()
	s.settle()
	ticks := q.drawn.ticks
	if len(ticks) != 6 || len(q.drawn.leftOut()) != 0 {
		t.Fatalf("there are %d, of them out %v", len(ticks), q.drawn.leftOut())
	}
	for _, tick := range ticks[:5] {
		tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.settle()
	}
	ticks[5].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !ticks[5].Checked() || q.drawn.row.words.Text() != "One stays ticked, so that each day has its question." {
		t.Errorf("the last one is out: %q", q.drawn.row.words.Text())
	}
	ticks[4].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the last document
	s.settle()
	ticks[5].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if got := s.settings()[journal.SettingPromptsLeftOut]; got != "steps,management,purpose,label,own" {
		t.Errorf("left out are %q", got)
	}
	if got := s.today.card.Key; !strings.HasPrefix(got, "leading-up/") {
		t.Errorf("it asks %s", got)
	}
}
