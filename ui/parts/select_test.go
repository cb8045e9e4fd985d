package parts_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// listing is a choice with a list in a window of 400 by 300, with all it told.
type listing struct {
	choice interface{ Selected() string }
	w      fyne.Window
	told   []string
}

// show puts the choice into the window.
func (l *listing) show(t *testing.T, choice choice, y, width float32) {
	t.Helper()
	l.choice = choice
	l.w = test.NewWindow(container.NewWithoutLayout(at(choice, 20, y, width, 34)))
	t.Cleanup(l.w.Close)
	l.w.SetPadded(false)
	l.w.Resize(fyne.NewSize(400, 300))
}

func (l *listing) tell(key string) { l.told = append(l.told, key) }

// key types into whatever has the keyboard.
func (l *listing) key(names ...fyne.KeyName) {
	for _, name := range names {
		l.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (l *listing) open() bool { return l.w.Canvas().Overlays().Top() != nil }

func (l *listing) wants(t *testing.T, selected string, told ...string) {
	t.Helper()
	if l.choice.Selected() != selected || !slices.Equal(l.told, told) {
		t.Errorf("%q is chosen, told %q; want %q, told %q", l.choice.Selected(), l.told, selected, told)
	}
}

// selecting is a Select with a list.
type selecting struct {
	*Select
	listing
}

func newSelecting(t *testing.T, y float32, options ...Option) *selecting {
	t.Helper()
	wear(t, look.Light)
	s := &selecting{}
	s.Select = NewSelect("Unit", options, s.tell)
	s.show(t, s.Select, y, 180)
	return s
}

func units() []Option {
	return []Option{{"", ""}, {"min", "minutes"}, {"h", "hours"}, {"d", "days"}, {"pct", "percent"}}
}

func TestGivenASelect_WhenSetFromOutside_ThenNobodyIsTold(t *testing.T) {
	s := newSelecting(t, 20, units()...)
	s.Name = "Impact"
	if s.AccessibilityLabel() != "Impact, Unit" || s.MinSize().Height != 34 {
		t.Errorf("it reads %q", s.AccessibilityLabel())
	}
	s.SetSelected("h")
	if s.AccessibilityLabel() != "Impact, hours" {
		t.Errorf("it reads %q", s.AccessibilityLabel())
	}
	s.SetOptions(units()[:3])
	s.wants(t, "h")
	s.SetOptions(units()[3:])
	s.wants(t, "")
	s.SetSelected("parsec")
	s.wants(t, "")
}

func TestGivenASelect_WhenWalkedByKeyboard_ThenOnlyEnterOrSpaceChooses(t *testing.T) {
	s := newSelecting(t, 20, units()...)
	s.w.Canvas().Focus(s.Select)
	s.key(fyne.KeyDown)
	if !s.open() {
		t.Fatal("Down does not open the list")
	}
	s.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape)
	if s.open() || s.w.Canvas().Focused() != fyne.Focusable(s.Select) {
		t.Fatal("Escape does not close the list")
	}
	s.wants(t, "")
	s.Select.TypedRune(' ')
	s.key(fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	s.wants(t, "d", "d")
	s.key(fyne.KeyReturn, fyne.KeyHome, fyne.KeyEnter)
	s.wants(t, "", "d", "")
	s.key(fyne.KeyReturn)
	s.w.Canvas().Focused().TypedRune('H')
	s.w.Canvas().Focused().TypedRune(' ')
	s.wants(t, "h", "d", "", "h")
	s.key(fyne.KeyReturn, fyne.KeyReturn)
	s.wants(t, "h", "d", "", "h")
}

func TestGivenAnOpenList_WhenALetterIsTypedAgain_ThenItGoesAroundThoseThatBeginWithIt(t *testing.T) {
	s := newSelecting(t, 20, Option{"a", "Ada"}, Option{"b", "Ben"}, Option{"c", "Anna"})
	s.w.Canvas().Focus(s.Select)
	for _, want := range []string{"Anna", "Ada", "Anna"} {
		if !s.open() {
			s.key(fyne.KeyReturn)
		}
		list := s.w.Canvas().Focused()
		list.TypedRune('a')
		if got := list.(fyne.Accessible).AccessibilityLabel(); got != want {
			t.Errorf("it went to %s, want %s", got, want)
		}
	}
	s.w.Canvas().Focused().TypedRune('x')
	s.wants(t, "")
}

func TestGivenAnOpenList_WhenClicked_ThenTheRowIsChosenAndBesideItNothing(t *testing.T) {
	s := newSelecting(t, 20, units()...)
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 37))
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(350, 250))
	if s.open() {
		t.Error("a click beside the list does not close it")
	}
	s.wants(t, "")
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 37))
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 54+6+4+34+10))
	s.wants(t, "min", "min")
	s.Disable()
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 37))
	if s.open() {
		t.Error("it opens while it is off")
	}
}

func TestGivenAFieldAtTheFoot_WhenItOpens_ThenTheListStandsAboveAndAsWide(t *testing.T) {
	s := newSelecting(t, 240, units()...)
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 255))
	keep(t, "select-above", s.w.Canvas().Capture())
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 240-6-4-10))
	s.wants(t, "pct", "pct")
}

func TestGivenMoreOptionsThanRoom_WhenWalkedToTheEnd_ThenItScrolls(t *testing.T) {
	var many []Option
	for i := range 40 {
		many = append(many, Option{fmt.Sprint(i), fmt.Sprintf("Option %d", i)})
	}
	s := newSelecting(t, 100, many...)
	s.SetSelected("20")
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 115))
	keep(t, "select-long", s.w.Canvas().Capture())
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 100+34+6+4+4*34-10)) // the last row in sight is the one that was chosen
	s.wants(t, "20")
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 115))
	s.key(fyne.KeyEnd, fyne.KeyReturn)
	s.wants(t, "39", "39")
}

func TestGivenASelectOnAPanel_WhenItsListIsOpen_ThenEscapeClosesTheListFirst(t *testing.T) {
	s := newSelecting(t, 20, units()...)
	inner := NewSelect("Relationship", units(), nil)
	ShowOverlay(s.w.Canvas(), Inset(Down(8, inner), 20, 20, 20, 20), nil)
	s.w.Canvas().Focus(inner)
	s.key(fyne.KeyDown)
	if len(s.w.Canvas().Overlays().List()) != 2 {
		t.Fatal("the list does not open")
	}
	s.key(fyne.KeyDown, fyne.KeyReturn)
	if inner.Selected() != "min" || len(s.w.Canvas().Overlays().List()) != 1 || s.w.Canvas().Focused() != fyne.Focusable(inner) {
		t.Errorf("%q is chosen", inner.Selected())
	}
	s.key(fyne.KeyDown)
	if !CloseOverlay(s.w.Canvas()) || len(s.w.Canvas().Overlays().List()) != 1 {
		t.Error("the list is not closed first")
	}
	s.key(fyne.KeyEscape)
	if s.open() {
		t.Error("the panel is not closed then")
	}
}

func TestGivenAnOpenList_WhenTheWindowGetsAnotherSize_ThenItCloses(t *testing.T) {
	s := newSelecting(t, 20, units()...)
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 37))
	s.w.Resize(fyne.NewSize(500, 320))
	if s.open() {
		t.Error("the list stays where the field was")
	}
}
