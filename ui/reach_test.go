package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/parts"
)

// workOverPanels are the items of the menus whose keys work while a panel that
// asks for something lies over the page. All others do nothing then.
func workOverPanels() []string {
	return []string{
		"Undo", "Redo", "Cut", "Copy", "Paste", "Select all", "Bold", "Italic", "Check box", // in the field of the panel
		"Save now", "Lock", "Quit", "Hide private entries",
		"Quick open", // closes itself, and else does as the others do
	}
}

// eachMenuItem hands on every item of the menus that does something.
func (s *stage) eachMenuItem(see func(*fyne.MenuItem)) {
	var walk func(items []*fyne.MenuItem)
	walk = func(items []*fyne.MenuItem) {
		for _, i := range items {
			if i.ChildMenu != nil {
				walk(i.ChildMenu.Items)
			} else if i.Action != nil {
				see(i)
			}
		}
	}
	for _, menu := range s.win.MainMenu().Items {
		walk(menu.Items)
	}
}

// ask shows a panel that asks for something, with the cursor in its field.
func (s *stage) ask() *parts.Editor {
	field := parts.NewLineField()
	s.overlay("What is it called?", field)
	s.win.Canvas().Focus(field.Editor)
	return field.Editor
}

func TestGivenAPanelThatAsks_WhenTheKeysOfAMenuItemArePressed_ThenNothingBelowItChanges(t *testing.T) {
	s := openWindow(t)
	s.typeText("a sentence below the panel")
	s.save()
	answer := s.ask()
	current, below := s.current, words(s)
	var over []string
	s.eachMenuItem(func(i *fyne.MenuItem) {
		if slices.Contains(workOverPanels(), i.Label) {
			over = append(over, i.Label)
			if i.Label != "Quick open" {
				return
			}
		}
		i.Action()
		s.settle()
		if s.current != current || words(s) != below {
			t.Fatalf("%q reached below the panel: the window shows %q", i.Label, words(s))
		}
		if s.win.Canvas().Focused() != fyne.Focusable(answer) {
			t.Fatalf("%q took the keyboard from the panel", i.Label)
		}
	})
	if len(over) != len(workOverPanels()) {
		t.Errorf("of what works over a panel there is %q only", over)
	}
}

func TestGivenAPanelThatOnlyShows_WhenAPageIsAskedFor_ThenThePanelGivesWay(t *testing.T) {
	s := openWindow(t)
	for name, show := range map[string]func(){"about": s.showAbout, "shortcuts": s.showShortcuts, "quick open": s.showQuickOpen} {
		s.goTo(s.today)
		show()
		s.settle()
		s.press(key(fyne.Key7, ctrl))
		if n := len(s.win.Canvas().Overlays().List()); n != 0 || s.current != page(s.frame.people) {
			t.Errorf("%s: %d panels lie over %T", name, n, s.current)
		}
	}
}

func TestGivenAPanelThatAsks_WhenItsFieldIsWrittenIn_ThenTheKeysOfWritingWorkThere(t *testing.T) {
	s := openWindow(t)
	answer := s.ask()
	s.typeText("Fog drill")
	s.press(&fyne.ShortcutSelectAll{})
	s.press(&fyne.ShortcutCut{})
	cut := answer.Text
	s.press(&fyne.ShortcutPaste{})
	if cut != "" || answer.Text != "Fog drill" {
		t.Errorf("cut leaves %q and paste brings %q", cut, answer.Text)
	}
	s.press(&fyne.ShortcutUndo{})
	if answer.Text != "" {
		t.Errorf("undo leaves %q", answer.Text)
	}
	s.hit(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the panel open")
	}
}

func TestGivenAPanelThatAsks_WhenAFileIsDropped_ThenTheEntryBelowTakesNone(t *testing.T) {
	s := openWindow(t)
	s.typeText("a sentence below the panel")
	s.save()
	s.ask()
	s.drop(s.put("notes.txt", "mine"))
	if got := s.chipWords(); len(got) != 0 {
		t.Errorf("the entry below holds %q", got)
	}
	s.hit(fyne.KeyEscape)
	s.drop(s.put("notes.txt", "mine"))
	if len(s.chipWords()) != 1 {
		t.Error("without the panel it takes none either")
	}
}

// A plain journal cannot be locked, and the page that says so stays where it is.
func TestGivenAPanelThatAsks_WhenAPlainJournalIsToBeLocked_ThenThePageBelowStays(t *testing.T) {
	s := openWindow(t)
	s.ask()
	s.press(key(fyne.KeyL, ctrl))
	if s.current != page(s.today) {
		t.Errorf("%T lies below the panel", s.current)
	}
}
