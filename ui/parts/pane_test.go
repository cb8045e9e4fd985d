package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenPanes_WhenTheWindowNarrows_ThenOneShowsAndTheOthersAreAWayOff(t *testing.T) {
	wear(t, look.Light)
	a, b, c := NewSurface("", "", 0), NewSurface("", "", 0), NewSurface("", "", 0)
	p := NewPanes(a, b, c)
	narrow, told := false, 0
	p.Narrow = func() bool { return narrow }
	p.OnNarrow = func(is bool) {
		told++
		if is != narrow || is != p.IsNarrow() {
			t.Error("it tells otherwise than it is")
		}
	}
	p.Resize(fyne.NewSize(1067, 700))
	if a.Size().Width+1 < 300 || b.Size().Width < 370 || c.Size().Width < 370 || told != 0 {
		t.Errorf("wide, the panes are %v, %v, %v", a.Size().Width, b.Size().Width, c.Size().Width)
	}
	p.SetShare(0.9)
	if c.Size().Width < 220 {
		t.Errorf("the last pane has %v left", c.Size().Width)
	}
	p.SetShare(0)
	p.Resize(fyne.NewSize(687, 700))
	if sum := a.Size().Width + b.Size().Width + c.Size().Width; sum != 685 || c.Size().Width < 220 {
		t.Errorf("small, the panes are %v, %v, %v", a.Size().Width, b.Size().Width, c.Size().Width)
	}
	narrow = true
	p.Resize(fyne.NewSize(580, 500))
	p.Go(1)
	if a.Visible() || !b.Visible() || c.Visible() || b.Size().Width != 580 || told != 1 || p.At() != 1 {
		t.Errorf("narrow, the second pane is %v wide", b.Size().Width)
	}
	narrow = false
	p.Resize(fyne.NewSize(900, 500))
	if !a.Visible() || !c.Visible() || told != 2 {
		t.Error("wide again, not all are there")
	}
}

func TestGivenAScroller_WhenItsContentWraps_ThenItIsAsHighAsItsWords(t *testing.T) {
	wear(t, look.Light)
	text := NewParagraph(strings.Repeat("Which call did you hand over? ", 60), TypeUI, 20)
	button := NewButton(Outline, "Below", look.IconNone, nil)
	s := NewScroller(Down(8, text, button))
	button.OnFocus = func() { s.Reveal(button) }
	w := test.NewWindow(s)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	d := fyne.CurrentApp().Driver()
	if y := d.AbsolutePositionForObject(button).Y; y < 400 {
		t.Fatalf("the button lies at %v, in the middle of the words", y)
	}
	w.Canvas().Focus(button)
	if y := d.AbsolutePositionForObject(button).Y; y < 0 || y+button.Size().Height > 200 {
		t.Errorf("with the keyboard, the button lies out of sight at %v", y)
	}
	s.ToTop()
	if y := d.AbsolutePositionForObject(text).Y; y != 0 {
		t.Errorf("at the top, the words begin at %v", y)
	}
	text.SetText("Short.")
	s.Refresh()
	if y := d.AbsolutePositionForObject(button).Y; y > 60 {
		t.Errorf("below few words the button lies at %v", y)
	}
}

func TestGivenAQuestion_WhenItIsPressed_ThenItTellsAndCanBeChosen(t *testing.T) {
	wear(t, look.Dark)
	told := 0
	q := NewQuestion(look.IconReflection, look.ColorReflection, look.ColorReflectionSoft, "What did you let someone else decide today?", "Looking back", func() { told++ })
	w := test.NewWindow(Inset(Down(0, q), 20, 20, 20, 20))
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(360, 160))
	q.SetChosen(true)
	q.SetCaption("Looking back, answered today")
	keep(t, "question", w.Canvas().Capture())
	test.Tap(q)
	q.TypedRune(' ')
	if told != 2 || !q.Chosen() || q.AccessibilityLabel() != "What did you let someone else decide today?, Looking back, answered today" {
		t.Errorf("told %d times, reads %q", told, q.AccessibilityLabel())
	}
}
