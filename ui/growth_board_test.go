package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// openBoard opens the view of the accelerators.
func openBoard(s *stage) *boardTab {
	s.t.Helper()
	return openGrowth(s, tabBoard).tabs[tabBoard].(*boardTab)
}

func TestGivenAnswersOfDifferentAge_WhenTheBoardIsSeen_ThenEachCardTellsHowOldItIs(t *testing.T) {
	s := openWindow(t)
	s.answer("2026-03-10", "purpose/people/role#1", "What the job asks")
	s.answer("2025-10-01", "purpose/performance/excellence#1", "The bar I set")
	s.change(func(p *journal.Plan) {
		p.Goals = []journal.Goal{{ID: "a", Text: "Find a description of the role", Element: "purpose/people/role"}}
	})
	b := openBoard(s)
	fresh, aged, none := b.cards[0][0], b.cards[1][2], b.cards[2][1]
	if fresh.badge.Look() != parts.BadgeDot || fresh.last.Text() != "What the job asks" || fresh.age.Text() != "2 days ago" ||
		fresh.count.Text() != "1 entry" || fresh.goal.Text() != "Find a description of the role" || !fresh.flag.Visible() {
		t.Errorf("fresh: %q, %q, %q, goal %q", fresh.last.Text(), fresh.age.Text(), fresh.count.Text(), fresh.goal.Text())
	}
	if aged.badge.Look() != parts.BadgeRing || aged.age.Text() != "5 months ago" || aged.flag.Visible() {
		t.Errorf("aged: %d, %q", aged.badge.Look(), aged.age.Text())
	}
	if none.badge.Visible() || !none.write.Visible() || none.age.Text() != "Write about this" || none.count.Text() != "No entry yet" {
		t.Errorf("nothing yet: %q, %q", none.age.Text(), none.count.Text())
	}
}

func TestGivenACard_WhenItIsPressed_ThenItShowsItsEntriesOrBeginsOne(t *testing.T) {
	s := openWindow(t)
	s.answer("2026-03-10", "purpose/people/role#1", "What the job asks")
	b := openBoard(s)
	tap(t, b.cards[0][0].tile)
	s.settle()
	if got := rowsIn(s); !slices.Equal(got, []string{"What the job asks, 10 March"}) {
		t.Errorf("behind it: %q", got)
	}
	parts.CloseOverlay(s.win.Canvas())
	tap(t, b.cards[2][1].tile)
	s.settle()
	asked := s.today.desk.draft.Entry().Prompt
	if s.current != page(s.today) || asked == nil || !strings.HasPrefix(asked.Key, "purpose/process/systems#") {
		t.Errorf("the entry answers %+v", asked)
	}
}

func TestGivenAPrivateAnswer_WhenPrivateOnesHide_ThenTheBoardKnowsNothingOfIt(t *testing.T) {
	s := openWindow(t)
	e := s.answer("2026-03-10", "purpose/people/role#1", "Secret")
	e.Private = true
	s.add(e)
	b := openBoard(s)
	s.press(key(fyne.KeyH, ctrl|shift))
	if c := b.cards[0][0]; c.count.Text() != "No entry yet" || strings.Contains(words(s), "Secret") {
		t.Errorf("the card says %q, %q", c.last.Text(), c.count.Text())
	}
}

func TestGivenAPlan_WhenTheBoardIsSeen_ThenItTellsTheCourseAndLeadsToIt(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) { fillPlan(t, p) })
	b := openBoard(s)
	c := b.course
	if c.purpose.Text() != "Calm teams" || c.now.title.Text() != "Senior Engineer" || c.next.title.Text() != "Engineering Manager" {
		t.Errorf("it says %q, %q, %q", c.purpose.Text(), c.now.title.Text(), c.next.title.Text())
	}
	if got := b.drivers[1].words.Text(); got != "1 metric\nnewest value 1 February" {
		t.Errorf("measured: %q", got)
	}
	b.drivers[1].open()
	s.settle()
	if s.frame.growth.tab != tabPurpose {
		t.Errorf("it leads to %s", s.frame.growth.tab)
	}
	openBoard(s).drivers[0].open()
	s.settle()
	if s.current != page(s.frame.people) {
		t.Errorf("the people are at %T", s.current)
	}
}
