package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

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
