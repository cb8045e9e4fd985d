package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// openSteps opens the view of the seven steps.
func openSteps(s *stage) *stepsTab {
	s.t.Helper()
	return openGrowth(s, tabSteps).tabs[tabSteps].(*stepsTab)
}

// row gives the row of a step by its place, counted from 1.
func (t *stepsTab) row(n int) *stepRow { return t.rows[n-1] }

func TestGivenAnEmptyJournal_WhenTheStepsAreSeen_ThenEachSaysHowToBegin(t *testing.T) {
	s := openWindow(t)
	steps := openSteps(s)
	for i, r := range steps.rows {
		if r.name.Text() == "" || r.words.Text() == "" || r.what.Text() == "" || r.badge.Look() != parts.BadgeNumber {
			t.Errorf("step %d: %q, %q, next %q", i+1, r.name.Text(), r.words.Text(), r.what.Text())
		}
	}
	if got := steps.row(1).soFar.Text(); got != "0 of 7 skills" {
		t.Errorf("skills: %q", got)
	}
	if got := steps.row(4).soFar.Text(); got != "Nothing to count yet" {
		t.Errorf("certifications: %q", got)
	}
	if !steps.rail.empty.Visible() {
		t.Error("the column of goals says nothing")
	}
}

func TestGivenAnswersOnSkills_WhenTheStepsAreSeen_ThenTheyAreCountedAndEachCountOpensItsEntries(t *testing.T) {
	s := openWindow(t)
	s.answer("2026-03-01", "steps/skills/active-listening#1", "I said it back")
	s.answer("2026-03-02", "steps/skills/active-listening#1", "I said nothing")
	s.answer("2026-03-03", "steps/skills/empathy#1", "I asked what would help")
	r := openSteps(s).row(1)
	if r.soFar.Text() != "2 of 7 skills" || r.words.Text() != "3 entries show one of the seven. Most often active listening, least clear messages." {
		t.Errorf("it says %q, %q", r.soFar.Text(), r.words.Text())
	}
	tap(t, r.count)
	s.settle()
	panel := rowsIn(s)
	if len(panel) != 7 || panel[0] != "Active listening, 2 entries, newest 2 March" || panel[2] != "Clear messages, Nothing yet. Write about it." {
		t.Fatalf("behind it: %q", panel)
	}
	tap(t, panelRow(s, 0))
	s.settle()
	if got := rowsIn(s); !slices.Equal(got, []string{"I said nothing, 2 March", "I said it back, 1 March"}) {
		t.Fatalf("behind active listening: %q", got)
	}
	tap(t, panelRow(s, 1))
	s.settle()
	if s.current != page(s.today) || s.today.desk.draft.Entry().Title != "I said it back" || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("the page in sight is %T", s.current)
	}
}

// panelRow gives a row of the panel on top.
func panelRow(s *stage, at int) *parts.Row { return panelRows(s)[at] }

func panelRows(s *stage) []*parts.Row {
	var all []*parts.Row
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		for _, o := range laidOut(top) {
			if r, ok := o.(*parts.Row); ok {
				all = append(all, r)
			}
		}
	}
	return all
}

// rowsIn is what the rows of the panel on top read.
func rowsIn(s *stage) []string {
	var all []string
	for _, r := range panelRows(s) {
		all = append(all, r.AccessibilityLabel())
	}
	return all
}

func TestGivenChanges_WhenTheMindsetIsOpened_ThenTheirCountLeadsToTheMoments(t *testing.T) {
	s := openWindow(t)
	for _, title := range []string{"Began a rota", "Began a handbook"} {
		e := s.journal.NewEntry(journal.MomentKind, dayOf(t, "2026-03-02"))
		e.Title, e.Moment = title, &journal.Moment{Change: journal.Initiated}
		s.add(e)
	}
	r := openSteps(s).row(2)
	if r.words.Text() != "2 changes initiated, 0 supported, before anyone gave you the title." {
		t.Errorf("it says %q", r.words.Text())
	}
	tap(t, r.count)
	s.settle()
	panel := rowsIn(s)
	at := slices.Index(panel, "Changes you initiated, 2 moments")
	if at < 0 {
		t.Fatalf("behind it: %q", panel)
	}
	tap(t, panelRow(s, at))
	s.settle()
	if got := rowsIn(s); len(got) != 2 || got[0] != "Began a handbook, 2 March" {
		t.Errorf("behind the changes: %q", got)
	}
}

func TestGivenASkillNobodyShowedYet_WhenItIsPressed_ThenAnEntryBeginsThatAnswersAQuestionAboutIt(t *testing.T) {
	s := openWindow(t)
	tap(t, openSteps(s).row(1).count)
	s.settle()
	tap(t, panelRow(s, 1))
	s.settle()
	asked := s.today.desk.draft.Entry().Prompt
	if s.current != page(s.today) || asked == nil || !strings.HasPrefix(asked.Key, "steps/skills/empathy#") {
		t.Errorf("the entry answers %+v", asked)
	}
}

func TestGivenSomethingToDo_WhenItIsPressed_ThenItGoesThere(t *testing.T) {
	s := openWindow(t)
	piece := s.heard("2026-03-01", "Oskar", "Show me.", func(f *journal.Feedback) { f.FollowUpOn = dayOf(t, "2026-03-12") })
	app := s.apply(journal.Application{Position: "Lead", NextStep: "Panel with Tomas", NextStepOn: dayOf(t, "2026-03-17")})
	s.change(func(p *journal.Plan) {
		p.Goals = []journal.Goal{{ID: "cert", Kind: "certification", Text: "Book the exam", Due: dayOf(t, "2026-03-06")}}
	})
	steps := openSteps(s)
	for _, c := range []struct {
		row         int
		what, below string
		there       func() bool
	}{
		{4, "Book the exam", "Was due 6 March", func() bool {
			return s.frame.growth.tab == tabGoals && s.frame.growth.tabs[tabGoals].(*goalsTab).open == "cert"
		}},
		{6, "Show Oskar what you did with it", "Today", func() bool {
			return s.current == page(s.frame.feedback) && s.frame.feedback.question.chosen == piece.ID
		}},
		{7, "Panel with Tomas", "Tue 17 March", func() bool {
			return s.current == page(s.frame.applications) && s.frame.applications.table.open == app.ID
		}},
	} {
		openGrowth(s, tabSteps)
		r := steps.row(c.row)
		if r.what.Text() != c.what || r.below.words.Text() != c.below {
			t.Errorf("step %d says %q, %q", c.row, r.what.Text(), r.below.words.Text())
		}
		tap(t, r.next)
		s.settle()
		if !c.there() {
			t.Errorf("step %d leads to %T, %s", c.row, s.current, s.frame.growth.tab)
		}
	}
}

func TestGivenWhatAStepSuggestsToTry_WhenItIsPressed_ThenItCanBecomeAGoal(t *testing.T) {
	s := openWindow(t)
	steps := openSteps(s)
	tap(t, steps.row(5).next)
	s.settle()
	if _, asks := s.win.Canvas().Overlays().Top().(*parts.Overlay); !asks {
		t.Fatal("nothing asks for a goal")
	}
	for _, o := range laidOut(s.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*parts.Button); ok && b.Text() == "Add" {
			tap(t, b)
		}
	}
	s.settle()
	goals := s.plan().Goals
	if len(goals) != 1 || goals[0].Element != "steps/seven/opportunities" || !strings.Contains(goals[0].Text, "Offer to run one small project") {
		t.Errorf("stored: %+v", goals)
	}
}

func TestGivenEveryClosedApplicationHasItsLesson_WhenTheStepsAreSeen_ThenThatStepIsComplete(t *testing.T) {
	s := openWindow(t)
	s.apply(journal.Application{Position: "Lead", Stages: stages(t, "applied", "2025-11-01", "rejected", "2025-12-01"), Lessons: "Ask earlier"})
	r := openSteps(s).row(7)
	if r.badge.Look() != parts.BadgeThere || r.soFar.Text() != "1 of 1 lessons kept" {
		t.Errorf("look %d, %q", r.badge.Look(), r.soFar.Text())
	}
	tap(t, r.count)
	s.settle()
	if got := rowsIn(s); len(got) != 1 || !strings.HasPrefix(got[0], "Lead, ") {
		t.Errorf("behind it: %q", got)
	}
}

func TestGivenGoals_WhenTheStepsAreSeen_ThenTheColumnListsOpenOnesAndTheOneMetLast(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) {
		p.Goals = someGoals(t)
		for _, id := range []journal.ID{"older", "oldest"} {
			met := journal.Goal{ID: id, Text: string(id)}
			met.Stand(journal.GoalDone, dayOf(t, "2025-10-01"))
			p.Goals = append(p.Goals, met)
		}
	})
	rail := openSteps(s).rail
	var all []string
	for i := range rail.shown.Len() {
		all = append(all, strings.SplitN(rail.shown.Label(i), ",", 2)[0])
	}
	want := []string{"Read one leader’s story", "One quote each Friday", "Ask Lena for the spring round", "Coaching certificate", "Chair the Mentoring Circle", "2 more met goals"}
	if !slices.Equal(all, want) || rail.line.Text() != "4 open, 3 met since October" {
		t.Errorf("listed: %q under %q", all, rail.line.Text())
	}
	rail.press(5)
	s.settle()
	if s.frame.growth.tab != tabGoals {
		t.Error("the others are not shown")
	}
}

func TestGivenASmallerWindow_WhenTheStepsAreSeen_ThenTheColumnOfGoalsGivesWay(t *testing.T) {
	s := openWindow(t)
	openSteps(s)
	s.win.Resize(fyne.NewSize(1100, 700))
	if s.frame.growth.room.right.Visible() {
		t.Error("it is still there")
	}
}

func TestGivenFigures_WhenAStepIsPutIntoWords_ThenTheyAreSaidPlainly(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabSteps)
	for _, c := range []struct {
		says evidence.Sentence
		want string
	}{
		{evidence.Sentence{Key: "habits", Figures: evidence.Figures{Initiated: 8, Supported: 12}}, "8 changes initiated, 12 supported, before anyone gave you the title."},
		{evidence.Sentence{Key: "habits", Figures: evidence.Figures{Initiated: 1305, Supported: 671}}, "1,305 changes initiated, 671 supported, before anyone gave you the title."},
		{evidence.Sentence{Key: "habits", Figures: evidence.Figures{Entries: 1}}, "1 entry shows one of the four habits."},
		{evidence.Sentence{Key: "ways", Figures: evidence.Figures{Entries: 2}}, "2 entries on leaders you watched, asked or read about."},
		{evidence.Sentence{Key: "finished", Figures: evidence.Figures{Chosen: 1, Entries: 2}}, "1 chosen, none finished. 2 entries tell of it."},
		{evidence.Sentence{Key: "finished", Figures: evidence.Figures{Chosen: 2, Finished: 1}}, "2 chosen, 1 finished."},
		{evidence.Sentence{Key: "taken", Figures: evidence.Figures{Chosen: 2}}, "2 chosen, none taken yet."},
		{evidence.Sentence{Key: "taken", Figures: evidence.Figures{Names: []string{"The rota", "The circle"}}}, "Taken: The rota, The circle."},
		{evidence.Sentence{Key: "acted-on", Figures: evidence.Figures{Pieces: 12, People: 6, ActedOn: 8, Due: 2}}, "12 pieces from 6 people. 8 acted on, 2 conversations still due."},
		{evidence.Sentence{Key: "acted-on", Figures: evidence.Figures{Pieces: 1500, People: 48, ActedOn: 1491}}, "1,500 pieces from 48 people. 1,491 acted on."},
		{evidence.Sentence{Key: "acted-on", Figures: evidence.Figures{Pieces: 1, People: 1, Due: 1}}, "1 piece from 1 person. 0 acted on, 1 conversation still due."},
		{evidence.Sentence{Key: "acted-on", Figures: evidence.Figures{Pieces: 2, People: 1, ActedOn: 2}}, "2 pieces from 1 person. 2 acted on."},
		{evidence.Sentence{Key: "lessons", Figures: evidence.Figures{Open: 3, Closed: 2, Lessons: 2}}, "3 open, 2 closed, each closed one with its lesson written down."},
		{evidence.Sentence{Key: "lessons", Figures: evidence.Figures{Open: 3, Closed: 2, Lessons: 1}}, "3 open, 2 closed, 1 with a lesson written down."},
		{evidence.Sentence{Key: "lessons", Figures: evidence.Figures{Open: 3}}, "3 open, none closed yet."},
	} {
		if got := g.sheet.stepWords(evidence.Step{Says: c.says}); got != c.want {
			t.Errorf("%+v: %q, want %q", c.says, got, c.want)
		}
	}
}
