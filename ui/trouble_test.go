package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

// fullStore is a store whose disk is full while full is set.
type fullStore struct {
	journal.Store
	full *atomic.Bool
}

func (s fullStore) Apply(ctx context.Context, c journal.Changes) error {
	if s.full.Load() {
		return fmt.Errorf("write: %w", journal.ErrNoSpace)
	}
	return s.Store.Apply(ctx, c)
}

// fullHome opens journals on a disk that can be full.
type fullHome struct {
	journal.Home
	full *atomic.Bool
}

func (h fullHome) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.Home.Open(ctx)
	return fullStore{s, h.full}, err
}

func openOnFullDisk(t *testing.T) (*stage, *atomic.Bool) {
	t.Helper()
	full := new(atomic.Bool)
	home := fullHome{data.NewHome(t.TempDir(), data.Options{}), full}
	return openWindowAt(t, home.Folder(), home), full
}

func TestAFullDiskIsSaidAndTheTextIsSavedWhenThereIsRoom(t *testing.T) {
	s, full := openOnFullDisk(t)
	full.Store(true)
	s.typeText("words that find no room")
	s.save()
	if got := words(s); !strings.Contains(got, "The disk is full.") {
		t.Errorf("the window says %q", got)
	}
	if got := s.today.saved.Text(); got != "Not saved" {
		t.Errorf("the foot of the page says %q", got)
	}
	full.Store(false)
	s.save()
	if got := s.only().Body; got != "words that find no room" {
		t.Errorf("stored: %q", got)
	}
	if got := words(s); strings.Contains(got, "The disk is full.") {
		t.Error("the warning stays when all is well again")
	}
}

func TestAJournalOnAFullDiskCanBeRead(t *testing.T) {
	full := new(atomic.Bool)
	full.Store(true)
	home := fullHome{data.NewHome(t.TempDir(), data.Options{}), full}
	s := openWindowAt(t, home.Folder(), home)
	if s.today.desk == nil {
		t.Fatalf("Today did not open: %q", words(s))
	}
	if s.today.card.Text == "" {
		t.Error("the card asks nothing")
	}
}

func TestAnEntryKeepsItsQuestionWhenTheCatalogueLosesIt(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.Reflection, s.today.now)
	e.Body, e.Prompt = "an answer", &journal.Asked{Key: "gone/from/here#1", Text: "A question of long ago?"}
	s.today.open(s.add(e).ID)
	s.settle()
	if got := s.today.prompt.Question(); got != "A question of long ago?" || !s.today.prompt.InUse() {
		t.Errorf("the card shows %q", got)
	}
}

func TestQuittingAsksBeforeTextGoes(t *testing.T) {
	s, full := openOnFullDisk(t)
	full.Store(true)
	s.typeText("not on disk yet")
	s.quit()
	s.settle()
	top, ok := s.win.Canvas().Overlays().Top().(*parts.Overlay)
	if !ok {
		t.Fatal("the window did not ask")
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != "not on disk yet" {
		t.Errorf("the copy holds %q", got)
	}
	top.Hide()
	full.Store(false)
	s.quit()
	s.settle()
	if got := s.only().Body; got != "not on disk yet" {
		t.Errorf("stored: %q", got)
	}
}

func TestTextThatIsTooLongIsRefusedWhole(t *testing.T) {
	s := openWindow(t)
	s.typeText("before")
	s.today.desk.body.Insert(strings.Repeat("x", journal.MaxText))
	s.today.desk.body.Insert("NUL \x00 byte")
	s.save()
	if got := s.only().Body; got != "before" {
		t.Errorf("stored %d bytes, want only what was there before", len(got))
	}
	if got := words(s); !strings.Contains(got, "Nothing was changed") {
		t.Errorf("the window says %q", got)
	}
}

func TestGoToDateOpensTheDayOrSaysWhatIsWrong(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyG, ctrl))
	answer := s.win.Canvas().Focused().(*parts.Editor)
	answer.Insert("2026-02-30")
	answer.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if got := words(s); !strings.Contains(got, "There is no day 2026-02-30 in the calendar.") {
		t.Errorf("the window says %q", got)
	}
	answer.Load("2026-02-27")
	answer.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	s.typeText("written for that day")
	s.save()
	if got := s.only().Day.String(); got != "2026-02-27" {
		t.Errorf("the entry is filed on %s", got)
	}
}

func TestEveryShortcutIsInTheMenuOnce(t *testing.T) {
	s := openWindow(t)
	seen := map[string]string{}
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut == nil {
				continue
			}
			name := i.Shortcut.ShortcutName()
			if other, twice := seen[name]; twice {
				t.Errorf("%s stands for %q and %q", name, other, i.Label)
			}
			seen[name] = i.Label
			if i.Action == nil {
				t.Errorf("%q does nothing", i.Label)
			}
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d shortcuts are in the menu", len(seen))
	}
}

func TestSentencesNameNoCause(t *testing.T) {
	got := sentence(errors.New("SQLITE_IOERR (10): pread failed at offset 4096"))
	if strings.Contains(got, "SQLITE") || strings.Contains(got, "pread") {
		t.Errorf("the user would read %q", got)
	}
}

// words is everything that stands in the window.
func words(s *stage) string {
	var all []string
	for _, tree := range append([]fyne.CanvasObject{s.win.Content()}, s.win.Canvas().Overlays().List()...) {
		for _, o := range test.LaidOutObjects(tree) {
			if labelled, ok := o.(interface{ AccessibilityLabel() string }); ok {
				all = append(all, labelled.AccessibilityLabel())
			}
		}
	}
	return strings.Join(all, "\n")
}
