package ui

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
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
