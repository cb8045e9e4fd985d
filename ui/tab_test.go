package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/journal"
)

// mostStops bounds how often Tab is pressed on a page before it is said that
// it does not come round.
const mostStops = 200

// stops presses Tab until the keyboard is where it was, and gives where it was
// on the way.
func (s *stage) stops() []fyne.Focusable {
	s.t.Helper()
	var all []fyne.Focusable
	s.eachStop(func(at fyne.Focusable) { all = append(all, at) })
	return all
}

// eachStop presses Tab until the keyboard is where it was, and hands on where it
// is each time.
func (s *stage) eachStop(see func(at fyne.Focusable)) {
	s.t.Helper()
	c := s.win.Canvas()
	var first fyne.Focusable
	for range mostStops {
		c.FocusNext()
		at := c.Focused()
		if at == nil {
			s.t.Fatal("the keyboard is nowhere")
		}
		if at == first {
			return
		}
		if first == nil {
			first = at
		}
		see(at)
	}
	s.t.Fatalf("after %d steps Tab has not come round", mostStops)
}

// stop is where the keyboard was, as a person finds it.
type stop struct {
	at     fyne.Focusable
	box    box
	before box  // of the one before, after what scrolls has scrolled
	shows  bool // one sees that the keyboard is there
}

// name tells which one it is.
func (s stop) name() string {
	words := ""
	if a, ok := s.at.(fyne.Accessible); ok {
		words = a.AccessibilityLabel()
	}
	return fmt.Sprintf("%T %q at %.0f, %.0f", s.at, words, s.box.from.X, s.box.from.Y)
}

// box is a piece of the window.
type box struct{ from, to fyne.Position }

func (b box) meets(o box) bool {
	return b.from.X < o.to.X && o.from.X < b.to.X && b.from.Y < o.to.Y && o.from.Y < b.to.Y
}

// within narrows a piece of the window to another one.
func (b box) within(o box) box {
	return box{
		fyne.NewPos(max(b.from.X, o.from.X), max(b.from.Y, o.from.Y)),
		fyne.NewPos(min(b.to.X, o.to.X), min(b.to.Y, o.to.Y)),
	}
}

func boxOf(o fyne.CanvasObject) box {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return box{at, at.Add(o.Size())}
}

// drawn gathers what is drawn in a piece of the window: no text of the user, but
// what shows where the keyboard is.
func drawn(o fyne.CanvasObject, at fyne.Position, in, seen box, all *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	here := box{at, at.Add(o.Size())}
	var below []fyne.CanvasObject
	switch x := o.(type) {
	case *canvas.Rectangle:
		if here.meets(in) && here.meets(seen) {
			*all = append(*all, fmt.Sprint(here, x.FillColor, x.StrokeColor, x.StrokeWidth))
		}
	case *canvas.Text:
		if here.meets(in) && here.meets(seen) {
			*all = append(*all, fmt.Sprint(here, x.Color))
		}
	case *canvas.Line:
		*all = append(*all, fmt.Sprint(here, x.StrokeColor, x.StrokeWidth))
	case *fyne.Container:
		below = x.Objects
	case fyne.Widget:
		if _, scrolls := o.(*container.Scroll); scrolls {
			seen = seen.within(here)
		}
		below = test.WidgetRenderer(x).Objects()
	}
	for _, child := range below {
		drawn(child, at, in, seen, all)
	}
}

// around gives what is drawn where the keyboard is, and a little around it.
func (s *stage) around(b box) string {
	const ring = 16 // as far as a bar beside a text stands out
	b.from, b.to = b.from.SubtractXY(ring, ring), b.to.AddXY(ring, ring)
	var all []string
	whole := box{fyne.NewPos(0, 0), fyne.NewPos(0, 0).Add(s.win.Canvas().Size())}
	drawn(s.win.Content(), fyne.NewPos(0, 0), b, whole, &all)
	return strings.Join(all, "\n")
}

// walk presses Tab all around the page in sight.
func (s *stage) walk() (all []stop) {
	s.t.Helper()
	size := s.win.Canvas().Size()
	s.win.Resize(size.AddWidthHeight(0, 1)) // lays it out
	s.win.Resize(size)
	c := s.win.Canvas()
	c.Unfocus() // to begin where the window does
	s.eachStop(func(at fyne.Focusable) {
		o, ok := at.(fyne.CanvasObject)
		if !ok {
			s.t.Fatalf("%T has the keyboard and is nothing to be seen", at)
		}
		here := stop{at: at, box: boxOf(o)}
		if len(all) > 0 {
			here.before = boxOf(all[len(all)-1].at.(fyne.CanvasObject))
		}
		with := s.around(here.box)
		c.Unfocus()
		here.shows = with != s.around(here.box)
		c.Focus(at)
		all = append(all, here)
	})
	return all
}

// outOfOrder tells which stops come after one that is read after them: below it
// in the same column, or further right in the same row.
func outOfOrder(stops []stop) (found []string) {
	for i, n := range stops[min(1, len(stops)):] {
		b := n.before
		sameColumn := n.box.from.X < b.to.X && b.from.X < n.box.to.X
		above := n.box.to.Y <= b.from.Y
		leftOf := n.box.to.X <= b.from.X
		sameRow := n.box.from.Y < b.to.Y && b.from.Y < n.box.to.Y
		if above && (sameColumn || leftOf) || sameRow && leftOf {
			found = append(found, fmt.Sprintf("%s comes after %s", n.name(), stops[i].name()))
		}
	}
	return found
}

// sights are all that the window can show in its middle: each page, and each
// section of the preferences.
func (s *stage) sights() map[string]func() {
	all := map[string]func(){"Export": s.frame.export.goExport}
	for _, p := range s.everyPage() {
		all[p.name] = func() { s.goTo(p.page) }
	}
	for _, kind := range []journal.Kind{journal.Reflection, journal.MomentKind, journal.FeedbackKind, journal.ApplicationKind} {
		all["Today: "+string(kind)] = func() {
			if s.newEntry(kind); !s.today.desk.unfolded[kind] {
				s.today.toggleFold()
			}
		}
	}
	for _, section := range s.prefSections() {
		all["Preferences: "+section.label] = func() { s.section(section.key) }
	}
	return all
}

// filledStage is a window on a journal in which there is something of all, an
// entry in the trash, too.
func filledStage(t *testing.T) *stage {
	t.Helper()
	s, _ := askedStage(t, 60)
	last := s.entries()[0]
	s.today.open(s.entries()[3].ID)
	s.settle()
	if err := s.journal.RemoveEntry(t.Context(), last.ID); err != nil {
		t.Fatal(err)
	}
	s.showHistory()
	s.settle()
	if _, err := s.home.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTheKeyboardOnEveryPage: all of it by Tab, in the order in which one reads,
// each stop to be seen and with a name for readers of the screen, in a large
// window and in the smallest one.
func TestTheKeyboardOnEveryPage(t *testing.T) {
	s := filledStage(t)
	for _, size := range []fyne.Size{firstSize, smallest} {
		s.win.Resize(size)
		sights := s.sights()
		for _, name := range slices.Sorted(maps.Keys(sights)) {
			sights[name]()
			s.settle()
			for _, wrong := range s.wrongStops() {
				t.Errorf("%s, %.0f wide: %s", name, size.Width, wrong)
			}
		}
	}
}

// wrongStops tells what is wrong about the stops of the page in sight.
func (s *stage) wrongStops() []string {
	stops := s.walk()
	wrong := outOfOrder(inPage(s, stops))
	for _, at := range stops {
		if o := at.at.(fyne.CanvasObject); !o.Visible() || o.Size().Width < 1 || o.Size().Height < 1 {
			wrong = append(wrong, at.name()+" has the keyboard and is not there to be seen")
		}
		if !at.shows {
			wrong = append(wrong, at.name()+" does not show that it has the keyboard")
		}
		if a, ok := at.at.(fyne.Accessible); !ok || a.AccessibilityLabel() == "" || a.AccessibilityRole() == "" {
			wrong = append(wrong, at.name()+" has no name or role for readers of the screen")
		}
	}
	return wrong
}

// inPage leaves out the stops of the navigation and the notices, from which Tab
// comes round to the page.
func inPage(s *stage, stops []stop) []stop {
	right := boxOf(s.frame.side).to.X
	foot := boxOf(s.frame.below)
	return slices.DeleteFunc(slices.Clone(stops), func(at stop) bool { return at.box.to.X <= right || at.box.meets(foot) })
}
