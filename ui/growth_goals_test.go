package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// openGoals opens the view of goals that are there already.
func openGoals(s *stage, goals ...journal.Goal) *goalsTab {
	s.t.Helper()
	s.change(func(p *journal.Plan) { p.Goals = goals })
	return openGrowth(s, tabGoals).tabs[tabGoals].(*goalsTab)
}

// someGoals are goals in every state.
func someGoals(t *testing.T) []journal.Goal {
	met := journal.Goal{ID: "met", Text: "Chair the Mentoring Circle", Kind: "stretch"}
	met.Stand(journal.GoalDone, dayOf(t, "2025-12-01"))
	return []journal.Goal{
		met,
		{ID: "late", Text: "Read one leader’s story", Kind: "learning", Due: dayOf(t, "2026-03-06"), State: journal.GoalOpen},
		{ID: "habit", Text: "One quote each Friday", Kind: "habit", Due: dayOf(t, "2026-03-13")},
		{ID: "dropped", Text: "Run the internship", State: journal.GoalDropped},
		{ID: "some day", Text: "Coaching certificate"},
		{ID: "ask", Text: "Ask Lena for the spring round", Kind: "ask", Due: dayOf(t, "2026-04-10")},
	}
}

// listed is what the list shows, row by row.
func (t *goalsTab) listed() []string {
	var all []string
	for i := range t.shown.Len() {
		all = append(all, t.shown.Label(i))
	}
	return all
}

// detailOf is the form of the goal in detail.
func (t *goalsTab) detailOf() *goalForm { return t.form(t.open) }

func sameGoals(t *testing.T, what string, want, got []journal.Goal) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestGivenGoals_WhenListed_ThenTheyStandByDueDateAndMetOnesLast(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s, someGoals(t)...)
	want := []string{
		"Open, by the day they are due",
		"Read one leader’s story, Was due 6 March, Learning, 0 entries",
		"One quote each Friday, Tomorrow, Habit, 0 entries",
		"Ask Lena for the spring round, Fri 10 April, Ask, 0 entries",
		"Coaching certificate, No date, 0 entries",
		"Met",
		"Chair the Mentoring Circle, Met 1 December 2025, Stretch goal, 0 entries",
		"Dropped",
		"Run the internship, Dropped, 0 entries",
	}
	if diff := cmp.Diff(want, g.listed()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := g.g.head.line.Text(), "4 open, 1 met since December. One has passed its day: do it, move it, or drop it."; got != want {
		t.Errorf("the head says %q, want %q", got, want)
	}
	if f := g.detailOf(); f.text.Editor.Text != "Read one leader’s story" || f.due.line.Editor.Text != "6 March 2026" {
		t.Errorf("in detail: %q, due %q", f.text.Editor.Text, f.due.line.Editor.Text)
	}
}

func TestGivenAGoal_WhenItIsTicked_ThenItIsMetTodayAndUndoTakesThatBackExactly(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s, someGoals(t)...)
	before := s.plan().Goals
	row := g.shown.Make(goalItem).(*goalRow)
	g.shown.Fill(1, row)
	tap(t, row.check)
	s.settle()
	plan := s.plan()
	if goal := plan.Goal("late"); goal.State != journal.GoalDone || goal.MetOn() != dayOf(t, "2026-03-12") {
		t.Errorf("stored: %+v", goal)
	}
	s.takeBack()
	sameGoals(t, "taken back", before, s.plan().Goals)
}

func TestGivenAGoal_WhenItIsDeleted_ThenUndoBringsItBackToItsPlaceInDetail(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s, someGoals(t)...)
	before := s.plan().Goals
	g.detailOf().delete()
	s.settle()
	if slices.ContainsFunc(s.plan().Goals, func(x journal.Goal) bool { return x.ID == "late" }) || g.open == "late" {
		t.Error("it is still there")
	}
	s.takeBack()
	sameGoals(t, "brought back", before, s.plan().Goals)
	if g.open != "late" || g.rows.Selected() != 1 {
		t.Errorf("in detail is %q, selected is row %d", g.open, g.rows.Selected())
	}
}

func TestGivenAGoalInDetail_WhenItsFieldsAreFilled_ThenEachIsKept(t *testing.T) {
	s := openWindow(t)
	s.heard("2026-03-10", "Lena Fischer", "Good.", nil)
	g := openGoals(s, journal.Goal{ID: "a", Text: "Ask"})
	f := g.detailOf()
	s.rewrite(f.text.Editor, "Ask for the lead")
	s.write(f.g.field(goalName("a", "notes")), "In writing")
	s.write(f.g.field(goalName("a", "result")), "She said yes")
	f.setKind("ask")
	s.settle()
	s.rewrite(f.due.line.Editor, "10 april")
	s.write(f.person.Editor, "lena fischer")
	s.leaveField()
	f.setElement("steps/seven/ask-feedback")
	s.settle()
	people, err := s.journal.Read().People(context.Background())
	if err != nil || len(people) != 1 {
		t.Fatalf("the people are %v (%v)", people, err)
	}
	want := []journal.Goal{{
		ID: "a", Text: "Ask for the lead", Notes: "In writing", Result: "She said yes", Kind: "ask", Due: dayOf(t, "2026-04-10"),
		Person: string(people[0].ID), Element: "steps/seven/ask-feedback",
	}}
	sameGoals(t, "the goals", want, s.plan().Goals)
	if f.person.Editor.Text != "Lena Fischer" || !strings.Contains(words(s), "Ask for feedback") {
		t.Errorf("the person is shown as %q", f.person.Editor.Text)
	}
}

func TestGivenANameHalfTyped_WhenNothingElseHappens_ThenNobodyIsMadeOfIt(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s, journal.Goal{ID: "a", Text: "Ask"})
	s.write(g.detailOf().person.Editor, "Le")
	s.plan()
	if people, _ := s.journal.Read().People(context.Background()); len(people) != 0 {
		t.Errorf("the people are %v", people)
	}
	s.typeText("na")
	s.leaveField()
	if people, _ := s.journal.Read().People(context.Background()); len(people) != 1 || people[0].Name != "Lena" {
		t.Errorf("the people are %v", people)
	}
}

func TestGivenADayThatIsNone_WhenItIsTypedForAGoal_ThenItStaysWithASentenceBeside(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s, journal.Goal{ID: "a", Text: "Ask", Due: dayOf(t, "2026-04-10")})
	f := g.detailOf()
	s.rewrite(f.due.line.Editor, "when I can")
	s.leaveField()
	s.change(func(p *journal.Plan) { p.Goals[0].Notes = "elsewhere" })
	if f.due.line.Problem() == "" || f.due.line.Editor.Text != "when I can" {
		t.Errorf("the field says %q: %q", f.due.line.Editor.Text, f.due.line.Problem())
	}
	if got := s.plan().Goals[0].Due; got != dayOf(t, "2026-04-10") {
		t.Errorf("stored: %v", got)
	}
}

func TestGivenAnEntry_WhenItIsLinkedToAGoalAndTakenAway_ThenBothCanBeUndone(t *testing.T) {
	s := openWindow(t)
	first, second := s.wrote("2026-03-01", "Read the first half"), s.wrote("2026-03-08", "Read the rest")
	g := openGoals(s, journal.Goal{ID: "a", Text: "Read", Entries: []journal.ID{first.ID}})
	e := g.detailOf().entries
	tap(t, e.link)
	s.settle()
	s.typeText("rest")
	s.hit(fyne.KeyReturn)
	if got := s.plan().Goals[0].Entries; !slices.Equal(got, []journal.ID{first.ID, second.ID}) {
		t.Fatalf("linked: %v", got)
	}
	e.unlink(first.ID)
	s.settle()
	if got := entriesIn(e); !slices.Equal(got, []string{"Read the rest, 8 March"}) {
		t.Errorf("shown: %q", got)
	}
	s.takeBack()
	if got := s.plan().Goals[0].Entries; !slices.Equal(got, []journal.ID{first.ID, second.ID}) {
		t.Errorf("taken back: %v", got)
	}
}

// entriesIn is what the entries behind a goal read.
func entriesIn(e *goalEntries) []string {
	var all []string
	for _, o := range e.rows.Objects {
		if c, ok := o.(*fyne.Container); ok {
			all = append(all, c.Objects[0].(*parts.Row).AccessibilityLabel())
		}
	}
	return all
}

func TestGivenPrivateEntriesBehindAGoal_WhenPrivateOnesHide_ThenTheyAreNeitherNamedNorCounted(t *testing.T) {
	s := openWindow(t)
	open, secret := s.wrote("2026-03-01", "Open"), s.wrote("2026-03-02", "Secret")
	secret.Private = true
	s.add(secret)
	g := openGoals(s, journal.Goal{ID: "a", Text: "Read", Entries: []journal.ID{open.ID, secret.ID, "gone"}})
	if got := g.listed()[1]; got != "Read, No date, 2 entries" {
		t.Errorf("before: %q", got)
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := g.listed()[1]; got != "Read, No date, 1 entry" || strings.Contains(words(s), "Secret") {
		t.Errorf("hidden: %q", got)
	}
}

func TestGivenAGoalDueOnToday_WhenItIsPressed_ThenItOpensInThePlan(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) { p.Goals = someGoals(t) })
	s.today.rail.dues.open(journal.Due{Kind: journal.DueGoal, ID: "ask"})
	s.settle()
	g, ok := s.frame.growth.view().(*goalsTab)
	if !ok || s.current != page(s.frame.growth) || g.open != "ask" || g.rows.Selected() < 0 {
		t.Fatalf("the page in sight is %T with %v", s.current, g)
	}
}

func TestGivenAGoalDueOnToday_WhenItIsTicked_ThenItIsMetAndCanBeTakenBack(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) { p.Goals = someGoals(t) })
	before := s.plan().Goals
	s.today.rail.dues.done(journal.Due{Kind: journal.DueGoal, ID: "late"})
	s.settle()
	plan := s.plan()
	if got := plan.Goal("late").MetOn(); got != dayOf(t, "2026-03-12") {
		t.Errorf("met on %v", got)
	}
	s.takeBack()
	sameGoals(t, "taken back", before, s.plan().Goals)
}

func TestGivenNoGoal_WhenOneIsAdded_ThenWhatIsMissingIsSaidAndItOpensInDetail(t *testing.T) {
	s := openWindow(t)
	g := openGoals(s)
	if !g.empty.Visible() || g.rows.Visible() {
		t.Error("an empty list does not say so")
	}
	q := g.g.askForGoalLike(journal.Goal{})
	q.submit()
	if q.text.Problem() == "" {
		t.Error("a goal without words is taken")
	}
	s.write(q.text.Editor, "Sit on two hiring panels")
	q.kind.SetSelected("learning")
	s.rewrite(q.due.line.Editor, "30 april")
	q.submit()
	s.settle()
	goals := s.plan().Goals
	if len(goals) != 1 || goals[0].Text != "Sit on two hiring panels" || goals[0].Kind != "learning" || goals[0].Due != dayOf(t, "2026-04-30") {
		t.Fatalf("stored: %+v", goals)
	}
	if g.open != goals[0].ID || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("in detail is %q", g.open)
	}
}

func TestGivenANarrowWindow_WhenAGoalIsOpened_ThenItHasThePageAndEscapeGoesBack(t *testing.T) {
	s := openWindow(t)
	s.win.Resize(fyne.NewSize(800, 600))
	g := openGoals(s, someGoals(t)...)
	s.win.Canvas().Focus(g.rows)
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	if g.g.room.main.Visible() || !g.g.room.right.Visible() || g.open != "habit" {
		t.Fatalf("in sight is the list, in detail %q", g.open)
	}
	s.hit(fyne.KeyEscape)
	if !g.g.room.main.Visible() || g.g.room.right.Visible() {
		t.Error("Escape stays in detail")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(g.rows) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestGivenHundredsOfGoals_WhenListed_ThenOnlyRowsInSightAreBuilt(t *testing.T) {
	s := openWindow(t)
	var goals []journal.Goal
	for i := range 400 {
		goals = append(goals, journal.Goal{ID: journal.ID(fmt.Sprint(i)), Text: fmt.Sprint("Goal ", i)})
	}
	g := openGoals(s, goals...)
	if n := g.shown.Len(); n != 401 || g.rows.Built() > 20 {
		t.Errorf("%d rows, of which %d are built", n, g.rows.Built())
	}
}
