package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// mostStops bounds how often Tab is pressed on a page before it is said that
// it does not come round.
const mostStops = 200

// stops presses Tab until the keyboard is where it was, and gives where it was
// on the way.
func (s *stage) stops() []fyne.Focusable {
	s.t.Helper()
	c := s.win.Canvas()
	var all []fyne.Focusable
	for range mostStops {
		c.FocusNext()
		at := c.Focused()
		if at == nil {
			s.t.Fatal("the keyboard is nowhere")
		}
		if len(all) > 0 && at == all[0] {
			return all
		}
		all = append(all, at)
	}
	s.t.Fatalf("after %d steps Tab has not come round", mostStops)
	return nil
}

func TestGivenAnyPage_WhenTabIsPressedAllAround_ThenEveryStopIsThereToBeSeen(t *testing.T) {
	s := openWindow(t)
	s.typeText("A sentence to begin with")
	s.save()
	for _, place := range s.frame.places {
		place.item.Tapped(nil)
		s.settle()
		s.win.Resize(firstSize.AddWidthHeight(0, 1)) // lays it out
		s.win.Resize(firstSize)
		for _, at := range s.stops() {
			o, ok := at.(fyne.CanvasObject)
			if !ok || !o.Visible() || o.Size().Width < 1 || o.Size().Height < 1 {
				t.Errorf("%T: %T has the keyboard and is not there to be seen", place.page, at)
			}
		}
	}
}

func TestGivenThePreferences_WhenTabIsPressedAllAround_ThenEveryStopIsThereToBeSeen(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyComma, ctrl))
	for _, section := range s.frame.preferences.sections {
		s.section(section.key)
		for _, at := range s.stops() {
			if o, ok := at.(fyne.CanvasObject); !ok || !o.Visible() || o.Size().Width < 1 {
				t.Errorf("%s: %T has the keyboard and is not there to be seen", section.key, at)
			}
		}
	}
}
