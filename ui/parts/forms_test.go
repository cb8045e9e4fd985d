package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenNames_WhenReducedToInitials_ThenTheyAreThoseOfFirstAndLastWord(t *testing.T) {
	wear(t, look.Light)
	for name, want := range map[string]string{
		"Oskar Nyman": "ON", "Oskar": "O", "oskar van der nyman": "ON", "Anna-Lena Berg": "AB", " Lena  Fischer ": "LF",
		"王小明": "王", "山田 太郎": "山", "김민수": "김", "Zoë Ångström": "ZÅ", "E\u0301lodie Roux": "E\u0301R",
		"😀 Anna 🎉 Berg 👩‍💻": "AB", "😀": "?", "": "?", "  ": "?", "…": "?", "(ops) team 7": "O7", "Ярослав Мудрый": "ЯМ", "\xff": "?",
	} {
		if got := NewInitials(name, InitialsRow).Text(); got != want {
			t.Errorf("of %q they are %q, want %q", name, got, want)
		}
	}
}

func TestGivenInitials_WhenTheNameChanges_ThenTheCircleIsAsLargeAndReadsTheName(t *testing.T) {
	wear(t, look.Dark)
	i := NewInitials("Oskar Nyman", InitialsHead)
	w := stand(t, i)
	i.SetName("Lena Fischer")
	if i.MinSize() != fyne.NewSquareSize(48) || i.AccessibilityLabel() != "Lena Fischer" || i.Text() != "LF" {
		t.Errorf("it is %v and reads %q", i.MinSize(), i.AccessibilityLabel())
	}
	img := w.Canvas().Capture()
	if n := countColour(img, look.Color(look.ColorFeedbackSoft)); n < 1200 || n > 48*48 {
		t.Errorf("the circle has %d pixels", n)
	}
}

func TestGivenAFilterChip_WhenInForce_ThenItIsInkAndSaysSo(t *testing.T) {
	wear(t, look.Light)
	c := NewFilterChip("All 12", nil)
	w := stand(t, c)
	c.Resize(c.MinSize())
	ink := look.Color(look.ColorInk)
	if c.MinSize().Height != 28 || countColour(w.Canvas().Capture(), ink) > 100 {
		t.Error("it is dark before it is in force")
	}
	c.SetSelected(true)
	if n := countColour(w.Canvas().Capture(), ink); n < 600 || !c.Selected() || c.AccessibilityLabel() != "All 12 ✓" {
		t.Errorf("in force, %d pixels are ink; it reads %q", n, c.AccessibilityLabel())
	}
	before := c.MinSize().Width
	c.SetLabel("To follow up 2")
	if c.MinSize().Width <= before || c.Label() != "To follow up 2" {
		t.Error("it is no wider for longer words")
	}
}

func TestGivenAFold_WhenClosed_ThenItsContentTakesNoRoom(t *testing.T) {
	wear(t, look.Light)
	var told []bool
	text := NewParagraph(strings.Repeat("Every Saturday release waited for me. ", 10), TypeUI, 20)
	f := NewFold("The moment in parts", text)
	f.OnToggled = func(open bool) { told = append(told, open) }
	f.SetNote("All four filled")
	below := NewHairline()
	page := Down(8, f, below)
	w := test.NewWindow(page)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	if text.Visible() || below.Position().Y != 34+8 {
		t.Errorf("closed, the next thing stands at %v", below.Position().Y)
	}
	head := f.Head().(fyne.Accessible)
	if head.AccessibilityLabel() != "The moment in parts, closed" {
		t.Errorf("it reads %q", head.AccessibilityLabel())
	}
	f.SetOpen(true)
	page.Refresh()
	if lines := float32(text.Lines()); lines < 5 || below.Position().Y != 34+20*lines+8 || len(told) != 0 {
		t.Errorf("open, the next thing stands at %v below %v lines; told %v", below.Position().Y, lines, told)
	}
	if head.AccessibilityLabel() != "The moment in parts, open" {
		t.Errorf("it reads %q", head.AccessibilityLabel())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(250, 15))
	came := 0
	f.OnFocus = func() { came++ }
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedRune(' ')
	if !f.Open() || came != 1 || len(told) != 2 || told[0] {
		t.Errorf("told %v", told)
	}
}

func TestGivenARowOfAForm_WhenItsContentGrows_ThenTheLabelStaysBesideTheFirstLine(t *testing.T) {
	wear(t, look.Light)
	label := func(row *fyne.Container) fyne.CanvasObject { return row.Objects[0] }
	low, high := NewLineField(), NewParagraph("", TypeUI, 20)
	row := FormRow("Impact", low)
	row.Resize(fyne.NewSize(600, 34))
	beside := label(row).Position().Y
	if low.Position().X != 72 || low.Size().Width != 528 || beside < 8 || beside > 12 {
		t.Errorf("the field stands at %v, the label at %v", low.Position(), beside)
	}
	high.SetText("Six releases\nno escalation\nThe pair says go or no-go.")
	row = FormRow("Impact", high)
	row.Resize(fyne.NewSize(600, 80))
	if label(row).Position().Y != beside {
		t.Errorf("beside something high the label stands at %v", label(row).Position().Y)
	}
	row = FormRow("A label in many words", low)
	row.Resize(fyne.NewSize(600, 34))
	if low.Position().X < label(row).Size().Width+4 {
		t.Error("a long label runs into its field")
	}
}

func TestGivenTwoColumns_WhenTheyNarrow_ThenTheyAreOne(t *testing.T) {
	wear(t, look.Light)
	var fields []*Field
	var objects []fyne.CanvasObject
	for _, name := range []string{"Situation", "Task", "Action", "Result"} {
		f := NewField(name)
		fields, objects = append(fields, f), append(objects, f)
	}
	c := TwoColumns(12, objects...)
	w := test.NewWindow(Down(0, c))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 800))
	if fields[1].Position() != fyne.NewPos(306, 0) || fields[1].Size() != fyne.NewSize(294, 74) || fields[2].Position() != fyne.NewPos(0, 82) {
		t.Errorf("wide: %v of %v, then %v", fields[1].Position(), fields[1].Size(), fields[2].Position())
	}
	fields[1].Editor.Load(strings.Repeat("Let the on-call pair decide. ", 12))
	w.Content().Refresh()
	if h := fields[1].Size().Height; h <= 100 || fields[0].Size().Height != h || fields[2].Position().Y != h+8 || c.MinSize().Height != h+8+74 {
		t.Errorf("a field is %v high, beside it %v, below at %v", h, fields[0].Size().Height, fields[2].Position().Y)
	}
	fields[0].Hide()
	w.Resize(fyne.NewSize(479, 800))
	if fields[1].Size().Width != 479 || fields[1].Position().Y != 0 || fields[2].Position().X != 0 {
		t.Errorf("narrow: %v at %v", fields[1].Size(), fields[1].Position())
	}
}

func TestGivenASplit_WhenTheWindowNarrows_ThenOnePaneShows(t *testing.T) {
	wear(t, look.Light)
	list, detail := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	s := NewSplit(list, detail, 0.47)
	narrow, told := false, 0
	s.Narrow = func() bool { return narrow }
	s.OnNarrow = func(is bool) {
		told++
		if is != s.IsNarrow() {
			t.Error("it tells otherwise than it is")
		}
	}
	s.Resize(fyne.NewSize(1067, 700))
	if list.Size().Width != 500 || detail.Position().X != 501 || detail.Size().Width != 566 || told != 0 {
		t.Errorf("wide: %v, then %v at %v", list.Size().Width, detail.Size().Width, detail.Position().X)
	}
	s.Second = 472
	s.Resize(fyne.NewSize(1067, 701))
	if list.Size().Width != 594 || detail.Size().Width != 472 {
		t.Errorf("with a second one of 472: %v, then %v", list.Size().Width, detail.Size().Width)
	}
	narrow = true
	s.Resize(fyne.NewSize(580, 500))
	s.Go(1)
	if list.Visible() || !detail.Visible() || detail.Size().Width != 580 || s.At() != 1 || told != 1 {
		t.Errorf("narrow, the detail is %v wide", detail.Size().Width)
	}
}

func TestGivenFieldsThatScroll_WhenTheWheelTurnsAboveOne_ThenThePageScrollsAndAClickStillReachesIt(t *testing.T) {
	wear(t, look.Light)
	var fields []fyne.CanvasObject
	for range 10 {
		fields = append(fields, NewField("Situation"))
	}
	s := NewScroller(Down(8, fields...))
	w := test.NewWindow(s)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	test.Scroll(w.Canvas(), fyne.NewPos(150, 45), 0, -82)
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if y := where(fields[1]).Y; y != 0 {
		t.Errorf("the second field stands at %v", y)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 15))
	if w.Canvas().Focused() != fyne.Focusable(fields[1].(*Field).Editor) {
		t.Error("the field does not get the keyboard")
	}
}
