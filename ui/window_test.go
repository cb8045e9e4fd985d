package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document/paper"
)

// stage is a window on a journal of its own, driven by a test. Work for the
// UI goroutine waits in a queue until the test lets it run, so that nothing
// happens at the same time as the test looks.
type stage struct {
	*Window
	t      testing.TB
	folder string
	clock  time.Time

	mu    sync.Mutex
	queue []func()
	slow  []func() // what waits for longer than a moment
}

// evening is the moment at which the tests take place.
var evening = time.Date(2026, time.March, 12, 21, 4, 0, 0, time.FixedZone("", 3600))

func openWindow(t testing.TB) *stage {
	t.Helper()
	return openWindowOn(t, filepath.Join(t.TempDir(), "journal"))
}

func openWindowOn(t testing.TB, folder string) *stage {
	t.Helper()
	return openWindowAt(t, folder, data.NewHome(folder, data.Options{}))
}

func openWindowAt(t testing.TB, folder string, home journal.Home) *stage {
	t.Helper()
	return openWindowWith(t, folder, home, func(*Options) {})
}

// openWindowWith opens a window that is built from other options than usual.
func openWindowWith(t testing.TB, folder string, home journal.Home, other func(*Options)) *stage {
	t.Helper()
	s := &stage{t: t, folder: folder, clock: evening}
	o := Options{
		App:        newStageApp(t),
		Home:       home,
		Start:      func(st journal.Store) *journal.Journal { return journal.New(st, journal.Options{Now: s.now}) },
		Move:       func(folder string) (journal.Home, error) { return data.NewHome(folder, data.Options{}), nil },
		Usual:      folder,
		Sample:     folder + "-sample",
		HomeIn:     func(folder string) journal.Home { return data.NewHome(folder, data.Options{}) },
		Log:        slog.New(slog.DiscardHandler),
		Press:      sync.OnceValues(func() (*paper.Press, error) { return paper.NewPress(Faces()) }),
		OnUI:       s.enqueue,
		Background: func(work func()) { work() },
		Later:      s.later,
		Every:      func(context.Context, time.Duration, time.Duration, func()) {}, // tests say when it is time
	}
	other(&o)
	s.Window = New(o)
	s.win.Resize(firstSize)
	s.open()
	s.settle()
	t.Cleanup(func() { _ = s.Close(); s.win.Close() })
	return s
}

func (s *stage) now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clock
}

// pass lets time go by.
func (s *stage) pass(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clock = s.clock.Add(d)
}

func (s *stage) enqueue(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue = append(s.queue, f)
}

// later has something run as soon as the test lets it, unless it is called off.
// What takes a while waits until the test does: a bar that goes by itself stays.
func (s *stage) later(after time.Duration, do func()) (cancel func()) {
	off := false
	run := func() {
		if !off {
			do()
		}
	}
	if after >= undoFor {
		s.slow = append(s.slow, run)
	} else {
		s.enqueue(run)
	}
	return func() { off = true }
}

// wait lets the time pass after which a bar goes by itself.
func (s *stage) wait() {
	s.t.Helper()
	slow := s.slow
	s.slow = nil
	for _, f := range slow {
		f()
	}
	s.settle()
}

// settle lets everything run that waits for the UI goroutine.
func (s *stage) settle() {
	s.t.Helper()
	for {
		s.mu.Lock()
		queue := s.queue
		s.queue = nil
		s.mu.Unlock()
		if len(queue) == 0 {
			return
		}
		for _, f := range queue {
			f()
		}
	}
}

// typeInto types as a person does, where the cursor is.
func (s *stage) typeText(text string) {
	s.t.Helper()
	focused := s.win.Canvas().Focused()
	if focused == nil {
		s.t.Fatal("nothing has the cursor")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// saved types what has to be and has it written.
func (s *stage) save() {
	s.t.Helper()
	s.today.saveNow()
	s.settle()
}

// press chooses the menu item with the shortcut, as the driver does.
func (s *stage) press(shortcut fyne.Shortcut) {
	s.t.Helper()
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				i.Action()
				s.settle()
				return
			}
		}
	}
	s.t.Fatalf("no menu item has the shortcut %s", shortcut.ShortcutName())
}

// entries are what the journal holds, newest first.
func (s *stage) entries() []journal.Entry {
	s.t.Helper()
	var all []journal.Entry
	for e, err := range s.journal.Read().Entries(context.Background(), journal.Filter{}) {
		if err != nil {
			s.t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// only gives the one entry of the journal.
func (s *stage) only() journal.Entry {
	s.t.Helper()
	all := s.entries()
	if len(all) != 1 {
		s.t.Fatalf("the journal holds %d entries, want 1", len(all))
	}
	return all[0]
}

// add puts an entry into the journal beside the window.
func (s *stage) add(e journal.Entry) journal.Entry {
	s.t.Helper()
	stored, err := s.journal.SaveEntry(context.Background(), e)
	if err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return stored
}

// marked is the page that the navigation shows as the one in sight.
func (s *stage) marked() page {
	for _, p := range s.frame.places {
		if p.item.Selected() {
			return p.page
		}
	}
	return nil
}
