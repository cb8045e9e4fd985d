package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// laidOut are the objects of a tree.
func laidOut(o fyne.CanvasObject) []fyne.CanvasObject { return test.LaidOutObjects(o) }

// openReady opens the view of the checklist.
func openReady(s *stage) *readyTab {
	s.t.Helper()
	return openGrowth(s, tabReady).tabs[tabReady].(*readyTab)
}

// see shows a line of the checklist in detail.
func (t *readyTab) see(s *stage, key string) {
	s.t.Helper()
	t.press(t.shown.find(key))
	s.settle()
}

func TestGivenAnEmptyJournal_WhenTheChecklistIsSeen_ThenItNamesWhereToBeginAndNeverSaysNo(t *testing.T) {
	s := openWindow(t)
	r := openReady(s)
	for i := range r.shown.Len() {
		c, ok := r.shown.check(i)
		if !ok {
			continue
		}
		r.see(s, c.Key)
		for _, said := range []string{lineName(c.Key), s.frame.growth.sheet.lineWords(c), lineCount(c), ruleWords(c), stateWords(c), r.detail.words.Text()} {
			if said == "" || slices.Contains(strings.Fields(strings.ToLower(said)), "no") {
				t.Errorf("%s says %q", c.Key, said)
			}
		}
	}
	if got := s.frame.growth.head.line.Text(); got != "0 of 18 lines hold, 0 in part, 18 open. Counted from what you wrote, never graded." {
		t.Errorf("the head says %q", got)
	}
}

func TestGivenTheChecklist_WhenItIsSeenFirst_ThenWhatWouldHelpMostIsInDetail(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) { p.Purpose = []journal.Purpose{{StandFor: "Calm teams"}} })
	s.answer("2026-03-01", "management/leader-first/rally#1", "Over coffee")
	s.answer("2026-03-02", "management/leader-first/rally#1", "Over lunch")
	r := openReady(s)
	if r.chosen != "management/leader-first/air-cover" || !strings.HasPrefix(r.helps.Text(), "What would help most next: Air cover.") {
		t.Errorf("in detail is %q, %q", r.chosen, r.helps.Text())
	}
	name, count := r.shown.heading(0)
	if name != "A leader first" || count != "1 of 4" {
		t.Errorf("the heading says %q, %q", name, count)
	}
}

func TestGivenALineThatHolds_WhenItIsSeen_ThenItNamesItsRuleAndTheEntriesBehindIt(t *testing.T) {
	s := openWindow(t)
	first := s.answer("2026-03-01", "management/leader-first/rally#1", "Over coffee")
	s.answer("2026-03-02", "management/leader-first/rally#1", "Over lunch")
	r := openReady(s)
	r.see(s, "management/leader-first/rally")
	d := r.detail
	if d.badge.Look() != parts.BadgeThere || d.state.Text() != "There: 2 entries" || !strings.Contains(d.rule.Text(), "two are enough") {
		t.Errorf("look %d, %q, %q", d.badge.Look(), d.state.Text(), d.rule.Text())
	}
	if d.source.Text() != "Going After That Management Position" {
		t.Errorf("it comes from %q", d.source.Text())
	}
	rows := rowsOf(d.list.content)
	if len(rows) != 2 || rows[1].AccessibilityLabel() != "Over coffee, 1 March" {
		t.Fatalf("%d rows behind it", len(rows))
	}
	tap(t, rows[1])
	s.settle()
	if s.today.desk.draft.Entry().ID != first.ID {
		t.Error("the entry does not open")
	}
}

// rowsOf are the rows in a tree.
func rowsOf(o fyne.CanvasObject) []*parts.Row {
	var all []*parts.Row
	for _, each := range laidOut(o) {
		if r, ok := each.(*parts.Row); ok {
			all = append(all, r)
		}
	}
	return all
}

func TestGivenPeopleWhoSupport_WhenTheirLineIsSeen_ThenTheyAreNamedAndLeadToTheirPage(t *testing.T) {
	s := openWindow(t)
	ove, err := s.journal.SavePerson(t.Context(), journal.Person{Name: "Ove Sandberg", Relationship: "leader-above", Support: "advocate"})
	if err != nil {
		t.Fatal(err)
	}
	s.settle()
	r := openReady(s)
	r.see(s, "management/leader-first/air-cover")
	if got := r.detail.state.Text(); got != "In part: 1 of 2 people" {
		t.Errorf("it says %q", got)
	}
	for _, o := range laidOut(r.detail.list.content) {
		if tile, ok := o.(*parts.Tile); ok {
			if tile.AccessibilityLabel() != "Ove Sandberg, Leader above, advocate" {
				t.Errorf("it reads %q", tile.AccessibilityLabel())
			}
			tap(t, tile)
		}
	}
	s.settle()
	if s.current != page(s.frame.people) || s.frame.people.chosen != ove.ID {
		t.Errorf("the page in sight is %T", s.current)
	}
}

func TestGivenMoreEntriesThanFit_WhenTheyAreAskedFor_ThenTheyAreListed(t *testing.T) {
	s := openWindow(t)
	for i := range 12 {
		s.answer(dayOf(t, "2026-02-01").AddDays(i).String(), "management/noticed/coaching#1", "An hour")
	}
	r := openReady(s)
	r.see(s, "management/noticed/coaching")
	if n := len(rowsOf(r.detail.list.content)); n != 8 {
		t.Errorf("%d entries at first", n)
	}
	r.detail.list.more()
	s.settle()
	if n := len(rowsOf(r.detail.list.content)); n != 12 {
		t.Errorf("then %d", n)
	}
}

func TestGivenWhatALineNeeds_WhenItIsFollowed_ThenItLeadsToWhereItIsDone(t *testing.T) {
	s := openWindow(t)
	r := openReady(s)
	r.see(s, lineNextRound)
	r.detail.follow()
	s.settle()
	g := s.frame.growth
	round := g.tabs[tabPurpose].(*purposeTab).period.round
	if g.tab != tabPurpose || s.win.Canvas().Focused() != fyne.Focusable(round.line.Editor) {
		t.Errorf("the round leads to %s, the keyboard is at %T", g.tab, s.win.Canvas().Focused())
	}
	openReady(s).see(s, lineExamples)
	r.detail.follow()
	s.settle()
	if s.current != page(s.frame.evidence) {
		t.Errorf("the examples lead to %T", s.current)
	}
	openReady(s).see(s, evidence.LineAdvocates)
	r.detail.follow()
	s.settle()
	if s.current != page(s.frame.people) {
		t.Errorf("the advocates lead to %T", s.current)
	}
}

func TestGivenALine_WhenAGoalIsMadeOfIt_ThenItBeginsWithTheNextThing(t *testing.T) {
	s := openWindow(t)
	r := openReady(s)
	r.see(s, lineCause)
	r.detail.makeGoal()
	s.settle()
	editor, ok := s.win.Canvas().Focused().(*parts.Editor)
	if !ok || editor.Text == "" {
		t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestGivenANarrowWindow_WhenALineIsOpened_ThenItHasThePageAndEscapeGoesBack(t *testing.T) {
	s := openWindow(t)
	s.win.Resize(fyne.NewSize(800, 600))
	r := openReady(s)
	s.win.Canvas().Focus(r.rows)
	s.hit(fyne.KeyEnd, fyne.KeyReturn)
	if r.g.room.main.Visible() || !r.detail.way.Visible() || r.chosen != lineMoveOn {
		t.Fatalf("in detail is %q", r.chosen)
	}
	s.hit(fyne.KeyEscape)
	if !r.g.room.main.Visible() || s.win.Canvas().Focused() != fyne.Focusable(r.rows) {
		t.Errorf("Escape leads to %T", s.win.Canvas().Focused())
	}
}
