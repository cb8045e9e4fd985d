package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// openGrowth brings the growth plan into sight, with a view of it.
func openGrowth(s *stage, tab string) *growth {
	s.t.Helper()
	s.press(key(fyne.Key6, ctrl))
	g := s.frame.growth
	g.turn(tab)
	s.settle()
	return g
}

// plan is the plan as it is stored, with everything that was typed.
func (s *stage) plan() journal.Plan {
	s.t.Helper()
	if err := s.frame.growth.flush()(context.Background()); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return plan
}

// purpose is the newest version of it.
func (s *stage) purpose() journal.Purpose {
	s.t.Helper()
	plan := s.plan()
	return plan.CurrentPurpose()
}

// change changes the plan beside the window.
func (s *stage) change(change func(*journal.Plan)) {
	s.t.Helper()
	if _, err := s.journal.EditPlan(context.Background(), func(p *journal.Plan) error { change(p); return nil }); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

// field gives the editor of a text of the plan.
func (g *growth) field(name string) *parts.Editor { return g.texts[name].editor }

// rewrite replaces all that stands in an editor.
func (s *stage) rewrite(e *parts.Editor, text string) {
	s.t.Helper()
	s.win.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.typeText(text)
}

func TestGivenAnEmptyPlan_WhenAPurposeIsTyped_ThenItIsKeptWithItsDay(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	s.write(g.field("purpose/stand-for"), "Calm teams")
	s.write(g.field("purpose/why-lead"), "A say")
	want := []journal.Purpose{{StandFor: "Calm teams", WhyLead: "A say", Since: dayOf(t, "2026-03-12")}}
	if diff := cmp.Diff(want, s.plan().Purpose); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := g.head.saved.Text(); got != "Saved 21:04" {
		t.Errorf("the head says %q", got)
	}
}

func TestGivenAPurposeOfLongAgo_WhenItIsWrittenOn_ThenWhatStoodThereIsFoldedBehindItsDate(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) {
		p.Purpose = []journal.Purpose{{StandFor: "Speed", Since: dayOf(t, "2024-07-14")}}
	})
	g := openGrowth(s, tabPurpose)
	s.write(g.field("purpose/stand-for"), "!")
	if n := len(s.plan().Purpose); n != 2 {
		t.Fatalf("%d versions", n)
	}
	purpose := g.tabs[tabPurpose].(*purposeTab).purpose
	if !purpose.before.Visible() || len(purpose.folds.Objects) != 1 {
		t.Fatal("what was written before is not shown")
	}
	fold := purpose.folds.Objects[0].(*parts.Fold)
	fold.SetOpen(true)
	if got := words(s); !strings.Contains(got, "14 July 2024") || !strings.Contains(got, "Speed") {
		t.Errorf("the page says %q", got)
	}
	g.field("purpose/stand-for").Undo()
	if n := len(s.plan().Purpose); n != 1 {
		t.Errorf("taken back, there are %d versions", n)
	}
}

func TestGivenManyEarlierPurposes_WhenThePageIsSeen_ThenSomeAreListedAndTheOthersOnRequest(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) {
		for year := 2010; year < 2026; year++ {
			p.Purpose = append(p.Purpose, journal.Purpose{StandFor: fmt.Sprint("In ", year), Since: journal.Day{Year: year, Month: time.July, Date: 14}})
		}
	})
	f := openGrowth(s, tabPurpose).tabs[tabPurpose].(*purposeTab).purpose
	if n := len(f.folds.Objects); n != 3 || f.more.Text() != "12 more" {
		t.Fatalf("%d versions, %q", n, f.more.Text())
	}
	tap(t, f.more)
	if n := len(f.folds.Objects); n != 15 || f.more.Visible() {
		t.Errorf("then %d", n)
	}
}

func TestGivenWordsThatWereSaved_WhenUndone_ThenTheyCanStillBeTakenBack(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	e := g.field("role/target/responsibilities")
	s.write(e, "Eight people")
	if got := s.plan().TargetRole.Responsibilities; got != "Eight people" {
		t.Fatalf("stored: %q", got)
	}
	s.undo()
	s.undo()
	if e.Text != "" {
		t.Errorf("undone, the field says %q", e.Text)
	}
	if got := s.plan().TargetRole; got != nil {
		t.Errorf("a role that holds nothing is stored: %+v", got)
	}
}

func TestGivenAWordHalfTyped_WhenThePlanChangesElsewhere_ThenTheFieldIsLeftAloneAndTheOthersFollow(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	mine, other := g.field("role/current/title"), g.field("role/target/title")
	s.write(mine, "Senior")
	s.change(func(p *journal.Plan) {
		p.CurrentRole, p.TargetRole = &journal.Role{Title: "Elsewhere"}, &journal.Role{Title: "Lead"}
	})
	if mine.Text != "Senior" || other.Text != "Lead" {
		t.Errorf("the fields say %q and %q", mine.Text, other.Text)
	}
	if got := s.plan().CurrentRole.Title; got != "Senior" {
		t.Errorf("stored: %q", got)
	}
}

func TestGivenAPlanReadBeforeAKey_WhenItArrivesAfterIt_ThenTheKeyStays(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	e := g.field("role/current/title")
	g.load(nil) // read now, shown when the queue runs
	s.write(e, "x")
	s.settle()
	if e.Text != "x" {
		t.Errorf("the field says %q", e.Text)
	}
}

func TestGivenAFullDisk_WhenThePlanIsTyped_ThenThePageSaysSoAndQuittingAsks(t *testing.T) {
	s, full := openOnFullDisk(t)
	g := openGrowth(s, tabPurpose)
	full.Store(true)
	s.write(g.field("purpose/stand-for"), "no room for this")
	s.press(key(fyne.KeyS, ctrl))
	if got := g.head.saved.Text(); got != "Not saved" || !strings.Contains(words(s), "The disk is full.") {
		t.Errorf("the head says %q", got)
	}
	s.quit()
	s.settle()
	if _, asks := s.win.Canvas().Overlays().Top().(*parts.Overlay); !asks {
		t.Fatal("quitting does not ask")
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != "no room for this" {
		t.Errorf("the copy holds %q", got)
	}
	full.Store(false)
	if got := s.purpose().StandFor; got != "no room for this" {
		t.Errorf("stored: %q", got)
	}
}

func TestGivenWordsNotSavedYet_WhenTheWindowCloses_ThenTheyAreOnDisk(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	s.write(g.field("purpose/stand-for"), "Last words")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := openWindowOn(t, s.folder)
	if got := again.purpose().StandFor; got != "Last words" {
		t.Errorf("stored: %q", got)
	}
}

func TestGivenTheSmallestWindow_WhenThePlanIsFull_ThenEveryViewFits(t *testing.T) {
	s := openWindow(t)
	s.change(func(p *journal.Plan) { fillPlan(t, p) })
	g := openGrowth(s, tabPurpose)
	room := smallest.SubtractWidthHeight(0, look.MenuBarHeight)
	s.win.Resize(room)
	for _, tab := range []string{tabPurpose, tabSteps, tabBoard, tabGoals, tabReady} {
		g.turn(tab)
		s.settle()
		for _, o := range test.LaidOutObjects(g.content) {
			if tabs, ok := o.(*parts.Segmented); ok && o == fyne.CanvasObject(g.head.tabs) && tabs.MinSize().Width > room.Width-look.NavCompactWidth-2*look.Space28 {
				t.Errorf("%s: the views need %v of %v", tab, tabs.MinSize().Width, room.Width)
			}
		}
		if got := s.win.Content().MinSize(); got.Width > room.Width || got.Height > room.Height {
			t.Errorf("%s: the window needs %v, and has %v", tab, got, room)
		}
	}
}

// fillPlan writes something into every part of a plan.
func fillPlan(t testing.TB, p *journal.Plan) {
	t.Helper()
	p.Purpose = []journal.Purpose{{StandFor: "Speed", Since: dayOf(t, "2024-07-14")}, {StandFor: "Calm teams", Since: dayOf(t, "2026-03-01")}}
	p.CurrentRole = &journal.Role{Title: "Senior Engineer"}
	p.TargetRole = &journal.Role{Title: "Engineering Manager"}
	p.Goals = []journal.Goal{{ID: "a", Text: "Read one leader’s story from outside rail", Kind: "learning", Due: dayOf(t, "2026-03-06")}}
	p.Metrics = []journal.Metric{{Name: "Incidents", Unit: "a week", Values: []journal.MetricValue{{Day: dayOf(t, "2026-01-01"), Value: 4}, {Day: dayOf(t, "2026-02-01"), Value: 3}}}}
}

func TestGivenAPlanThatCannotBeRead_WhenThePageOpens_ThenTheDoorSaysSoAndItFillsOnceItWorks(t *testing.T) {
	s, w := openWatched(t)
	s.change(func(p *journal.Plan) { fillPlan(t, p) })
	w.sick.Store(true)
	g := openGrowth(s, tabPurpose)
	if s.door.notice == nil || g.room.main.Visible() || !g.head.content.Visible() {
		t.Fatal("a failing read is not said")
	}
	w.sick.Store(false)
	s.takeBack()
	if s.door.notice != nil || g.field("purpose/stand-for").Text != "Calm teams" {
		t.Error("tried again, the page stays as it was")
	}
}

func TestGivenThePurposeInSight_WhenAnEntryChanges_ThenNothingIsAsked(t *testing.T) {
	s, w := openWatched(t)
	openGrowth(s, tabPurpose)
	w.reads.Store(0)
	s.frame.growth.changed(journal.Change{Kind: journal.EntryChanged})
	s.settle()
	if got := w.reads.Load(); got != 0 {
		t.Errorf("%d questions", got)
	}
}

func TestGivenTheClockMovesOn_WhenWordsAreSaved_ThenTheHeadSaysWhen(t *testing.T) {
	s := openWindow(t)
	g := openGrowth(s, tabPurpose)
	s.mu.Lock()
	s.clock = s.clock.Add(time.Hour)
	s.mu.Unlock()
	s.write(g.field("purpose/stand-for"), "Later")
	s.plan()
	if got := g.head.saved.Text(); got != "Saved 22:04" {
		t.Errorf("the head says %q", got)
	}
}
