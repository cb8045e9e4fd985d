package ui

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

func day(t testing.TB, text string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// stages makes a history of pairs of a stage and its day.
func stages(t testing.TB, pairs ...string) []journal.Stage {
	t.Helper()
	var all []journal.Stage
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, journal.Stage{Stage: pairs[i], Day: day(t, pairs[i+1])})
	}
	return all
}

// apply puts an application into the journal.
func (s *stage) apply(a journal.Application) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.ApplicationKind, day(s.t, "2026-03-01"))
	e.Application = &a
	return s.add(e)
}

// few puts the applications of the design into the journal.
func (s *stage) few() {
	s.t.Helper()
	platform := stages(s.t, "saved", "2026-01-12", "applied", "2026-02-02", "applied", "2026-02-19", "applied", "2026-03-09")
	platform[0].Note = "Told Lena I want to be considered in the spring round."
	platform[1].Note = "Nominated. Lena asked for evidence of growing others, not only delivery."
	platform[1].Lesson = "Ask earlier what the panel wants to see."
	platform[2].Note = "Shared the empty case outline; two gaps agreed: hiring, representing the team."
	platform[3].Note = "First full draft of the case. Oskar will read it as a peer."
	s.apply(journal.Application{Position: "Engineering Manager, Platform", Organisation: "Halden Rail", Route: "promotion-round", Stages: platform, NextStep: "Finish the case", NextStepOn: day(s.t, "2026-04-10"), LooksFor: "Somebody who has grown two people into new roles and can say how."})
	s.apply(journal.Application{Position: "Engineering Manager, Ticketing", Organisation: "Halden Rail", Route: "internal", Stages: stages(s.t, "saved", "2026-01-28", "applied", "2026-02-09", "interview", "2026-03-05"), NextStep: "Panel with Tomas", NextStepOn: day(s.t, "2026-03-17")})
	s.apply(journal.Application{Position: "Team Lead, Signalling", Organisation: "Nordbahn", Route: "external", Stages: stages(s.t, "saved", "2026-03-01", "applied", "2026-03-09"), NextStep: "Await screening"})
	s.apply(journal.Application{Position: "Chair, Mentoring Circle", Organisation: "Halden Women in Tech", Route: "volunteer", Stages: stages(s.t, "saved", "2025-11-02", "applied", "2025-11-04", "interview", "2025-11-20", "decision", "2025-11-24", "accepted", "2025-12-01")})
	lost := stages(s.t, "saved", "2025-11-03", "applied", "2025-11-10", "interview", "2025-11-28", "decision", "2025-12-08", "rejected", "2025-12-10")
	s.apply(journal.Application{Position: "Engineering Manager", Organisation: "Fjordline Logistics", Route: "external", Stages: lost, Lessons: "Ask for the panel's rubric"})
}

// openApplications shows the page on the applications of the design.
func openApplications(t *testing.T) (*stage, *applications) {
	t.Helper()
	s := openWindow(t)
	s.few()
	s.press(key(fyne.Key5, ctrl))
	return s, s.frame.applications
}

// keep writes a picture of the window if the environment names a folder for it.
func (s *stage) keep(name string) {
	s.t.Helper()
	folder := os.Getenv("GROUNDWORK_PICTURES")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.win.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}

func TestTheApplicationsOpenWithTheKeyboardInTheTable(t *testing.T) {
	s, a := openApplications(t)
	s.keep("applications-few")
	if s.win.Canvas().Focused() != fyne.Focusable(a.table.rows) {
		t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	if got, want := a.head.line.Text(), "3 open, 2 closed. Next date: Panel with Tomas for Engineering Manager, Ticketing on Tuesday 17 March."; got != want {
		t.Errorf("the line says %q, want %q", got, want)
	}
	var chips []string
	for _, f := range trackFilters() {
		chips = append(chips, a.head.chips[f].Label())
	}
	if got, want := strings.Join(chips, "|"), "All 5|Open 3|Gone silent 0|Promotion rounds 1|Closed 2"; got != want {
		t.Errorf("the filters are %s, want %s", got, want)
	}
	if got, want := a.table.Label(2), "Engineering Manager, Ticketing, Halden Rail, Internal, Interview, 5 March, Panel with Tomas, Tue 17 March"; got != want {
		t.Errorf("a row reads %q, want %q", got, want)
	}
}

// titles are the applications in the table, in their order.
func (a *applications) titles() string {
	var all []string
	for i := range a.table.shown {
		all = append(all, strings.TrimPrefix(a.table.shown[i].title(), "Engineering Manager, "))
	}
	return strings.Join(all, "|")
}

func TestFiltersAndOrdersAreChosenOverTheTable(t *testing.T) {
	_, a := openApplications(t)
	for _, c := range []struct {
		name  string
		press func()
		want  string
	}{
		{"closed", func() { tap(t, a.head.chips[showClosed]) }, "Engineering Manager|Chair, Mentoring Circle"},
		{"promotion rounds", func() { tap(t, a.head.chips[showRounds]) }, "Platform"},
		{"open", func() { tap(t, a.head.chips[showOpen]) }, "Team Lead, Signalling|Platform|Ticketing"},
		{"the head of the next dates", func() { tap(t, a.head.next) }, "Ticketing|Platform|Team Lead, Signalling"},
		{"the head of the positions", func() { tap(t, a.head.position) }, "Platform|Ticketing|Team Lead, Signalling"},
		{"days in the stage", func() { a.head.sort(string(byDays)) }, "Ticketing|Team Lead, Signalling|Platform"},
		{"all of them", func() { tap(t, a.head.chips[showAll]) }, "Ticketing|Team Lead, Signalling|Platform|Chair, Mentoring Circle|Engineering Manager"},
	} {
		c.press()
		if got := a.titles(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAFilterWithNothingBehindItSaysSo(t *testing.T) {
	_, a := openApplications(t)
	tap(t, a.head.chips[showSilent])
	if a.table.rows.Visible() || !a.empty.Visible() || a.empty.Text() != "Nobody has gone silent." {
		t.Errorf("the table is in sight: %v; it says %q", a.table.rows.Visible(), a.empty.Text())
	}
	tap(t, a.head.chips[showAll])
	if !a.table.rows.Visible() || a.empty.Visible() {
		t.Error("the table does not come back")
	}
}

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

func TestAnotherPageOpensAnApplicationWhateverIsShown(t *testing.T) {
	s, a := openApplications(t)
	accepted := a.table.shown[4].ID
	tap(t, a.head.chips[showOpen])
	a.turn(tabLessons)
	s.press(key(fyne.Key1, ctrl))
	a.open(accepted)
	s.settle()
	if s.current != page(a) || a.table.open != accepted || !a.table.rows.Visible() || a.table.rows.Selected() != 4 {
		t.Errorf("open is %q, row %d", a.table.open, a.table.rows.Selected())
	}
}

func TestAnotherPageOpensAnApplicationBeforeThePageWasEverShown(t *testing.T) {
	s := openWindow(t)
	e := s.apply(journal.Application{Position: "Lead"})
	s.frame.applications.open(e.ID)
	s.settle()
	if got := s.frame.applications.table.open; got != e.ID {
		t.Errorf("open is %q", got)
	}
}

func TestLessonsAreGatheredAndLeadToTheirApplication(t *testing.T) {
	s, a := openApplications(t)
	a.head.tabs.OnChosen(tabLessons)
	if got, want := a.lessons.Label(0), "Ask earlier what the panel wants to see., Engineering Manager, Platform, Halden Rail · Applied, 2 February"; got != want {
		t.Errorf("the first reads %q, want %q", got, want)
	}
	if got, want := a.lessons.Label(1), "Ask for the panel's rubric, Engineering Manager, Fjordline Logistics · Looking back, 10 December 2025"; got != want {
		t.Errorf("the second reads %q, want %q", got, want)
	}
	a.lessons.press(1)
	s.settle()
	if !a.table.rows.Visible() || a.table.shown[a.table.rows.Selected()].Organisation != "Fjordline Logistics" {
		t.Error("its application is not open")
	}
}

func TestPrivateApplicationsHideAtOnceAndComeBack(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.ApplicationKind, thursday)
	e.Application, e.Private = &journal.Application{Position: "Secret"}, true
	secret := s.add(e)
	s.apply(journal.Application{Position: "Lead"})
	s.today.open(secret.ID)
	s.settle()
	s.press(key(fyne.Key5, ctrl))
	a := s.frame.applications
	a.bring(secret.ID)
	s.settle()
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := a.titles(); got != "Lead" || a.table.open != "" || s.current != page(a) {
		t.Errorf("shown are %s, open is %q, on %T", got, a.table.open, s.current)
	}
	s.press(key(fyne.Key1, ctrl))
	if got := s.today.desk.draft.Entry().ID; got == secret.ID {
		t.Error("Today still shows it")
	}
	s.press(key(fyne.Key5, ctrl))
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := a.titles(); got != "Secret|Lead" {
		t.Errorf("shown are %s", got)
	}
}

func TestAnEmptyJournalSaysWhatCountsAsAnApplication(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key5, ctrl))
	a := s.frame.applications
	s.keep("applications-empty")
	for _, word := range []string{"promotion round", "volunteer", "within the house"} {
		if !strings.Contains(a.empty.Text(), word) {
			t.Errorf("it says %q, without %q", a.empty.Text(), word)
		}
	}
	if s.win.Canvas().Focused() != fyne.Focusable(a.head.fresh) || a.head.tools.Visible() {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	s.hit(fyne.KeyReturn)
	if e := s.today.desk.draft.Entry(); e.Kind != journal.ApplicationKind {
		t.Errorf("the button begins a %s", e.Kind)
	}
}

// reads counts how often the applications are read, and can refuse it.
type reads struct {
	journal.Home
	count  int
	refuse error
}

type countedStore struct {
	journal.Store
	reads *reads
}

func (r *reads) Open(ctx context.Context) (journal.Store, error) {
	store, err := r.Home.Open(ctx)
	return countedStore{store, r}, err
}

func (c countedStore) Applications(ctx context.Context, noPrivate bool) ([]journal.ApplicationLine, error) {
	c.reads.count++
	if c.reads.refuse != nil {
		return nil, c.reads.refuse
	}
	return c.Store.Applications(ctx, noPrivate)
}

func openCounting(t *testing.T) (*stage, *reads) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "journal")
	r := &reads{Home: data.NewHome(folder, data.Options{})}
	return openWindowAt(t, folder, r), r
}

// many puts n applications into the journal at once.
func (s *stage) many(n int) {
	s.t.Helper()
	for i := range n {
		e := s.journal.NewEntry(journal.ApplicationKind, thursday.AddDays(-i))
		e.Application = &journal.Application{
			Position: fmt.Sprintf("Position %d", i), Organisation: "Halden Rail", Route: journal.RouteExternal,
			Stages: []journal.Stage{{Stage: "applied", Day: thursday.AddDays(-i), Lesson: "Ask earlier"}},
		}
		if _, err := s.journal.SaveEntry(context.Background(), e); err != nil {
			s.t.Fatal(err)
		}
	}
	s.settle()
}

func TestFiveHundredApplicationsTakeOneReadAndTheRowsInSight(t *testing.T) {
	s, r := openCounting(t)
	s.many(500)
	s.press(key(fyne.Key5, ctrl))
	a := s.frame.applications
	if r.count != 1 || a.table.Len() != 500 {
		t.Errorf("%d reads for %d applications", r.count, a.table.Len())
	}
	s.hit(fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome)
	s.keep("applications-many")
	a.turn(tabLessons)
	s.keep("applications-lessons")
	if table, lessons := a.table.rows.Built(), a.lessons.rows.Built(); table > 12 || lessons > 12 {
		t.Errorf("%d rows of the table are built, %d of the lessons", table, lessons)
	}
}

func TestTheTableIsReadAgainOnlyWhenEntriesMoved(t *testing.T) {
	s, r := openCounting(t)
	s.many(40)
	s.press(key(fyne.Key5, ctrl))
	a := s.frame.applications
	s.hit(fyne.KeyEnd, fyne.KeyReturn)
	open, before := a.table.open, r.count
	for _, kind := range []journal.ChangeKind{journal.PlanChanged, journal.PromptsChanged, journal.SettingsChanged, journal.PacksChanged} {
		a.changed(journal.Change{Kind: kind})
	}
	s.settle()
	if r.count != before {
		t.Errorf("%d reads for changes elsewhere", r.count-before)
	}
	s.apply(journal.Application{Position: "A new one"})
	if r.count != before+1 || a.table.Len() != 41 {
		t.Errorf("%d reads, %d applications", r.count-before, a.table.Len())
	}
	if a.table.open != open || a.table.rows.Selected() != a.table.find(open) {
		t.Errorf("open is %q, row %d", a.table.open, a.table.rows.Selected())
	}
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(a.table.panel.content).Y; y < 200 || y > 800 {
		t.Errorf("the open row is out of sight, at %v", y)
	}
}

func TestWhenTheApplicationsCannotBeReadThePageSaysSo(t *testing.T) {
	s, r := openCounting(t)
	r.refuse = errors.New("no")
	s.press(key(fyne.Key5, ctrl))
	if s.door.notice == nil || s.frame.applications.table.rows.Visible() {
		t.Error("nothing is said")
	}
}

func TestInANarrowWindowARowSaysInWordsWhereItStands(t *testing.T) {
	s, a := openApplications(t)
	s.hit(fyne.KeyReturn)
	s.win.Resize(fyne.NewSize(880, 600))
	s.keep("applications-narrow")
	narrow := 0
	for _, o := range test.LaidOutObjects(a.table.rows) {
		if track, ok := o.(*parts.Track); ok && track.Narrow() {
			narrow++
		}
	}
	if narrow == 0 || a.head.position.Visible() || a.head.next.Visible() {
		t.Errorf("%d tracks in words; a head is in sight: %v", narrow, a.head.position.Visible())
	}
	s.win.Resize(firstSize)
	if !a.head.position.Visible() {
		t.Error("the heads do not come back")
	}
}
