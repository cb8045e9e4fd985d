package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// stand puts a part into a window with room around it.
func stand(t testing.TB, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewWindow(container.NewWithoutLayout(o))
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(400, 300))
	o.Move(fyne.NewPos(20, 20))
	o.Resize(fyne.NewSize(220, 38).Max(o.MinSize()))
	return w
}

// pressables makes one of each part that does a thing when pressed.
func pressables(done func()) map[string]fyne.Focusable {
	turned := func(bool) { done() }
	return map[string]fyne.Focusable{
		"NavItem":    NewNavItem(look.IconToday, "Today", done),
		"Button":     NewButton(Outline, "Use", look.IconPlus, done),
		"IconButton": NewIconButton(look.IconClose, "Close", done),
		"Toggle":     NewToggle("Private", look.IconEye, look.IconPrivate, turned),
		"Check":      NewCheck("Show Oskar the draft", turned),
		"Chip":       NewChip(ChipAdd, "Tag", look.IconPlus, done),
		"FileChip":   NewFileChip("release-runbook.pdf", look.IconPaperclip, done),
		"FilterChip": NewFilterChip("Acted on 8", done),
		"Fold":       folding(turned).Head(),
		"Row":        NewRow(look.IconFeedback, look.ColorFeedback, look.ColorFeedbackSoft, "Oskar", "Feedback", done),
	}
}

// folding makes a fold of a line of text.
func folding(toggled func(open bool)) *Fold {
	f := NewFold("The moment in parts", NewText("Situation", TypeUI))
	f.OnToggled = toggled
	return f
}

func TestGivenAPart_WhenPressedByPointerOrKeyboard_ThenItActsOnceEach(t *testing.T) {
	wear(t, look.Light)
	done := 0
	for name, part := range pressables(func() { done++ }) {
		w := stand(t, part.(fyne.CanvasObject))
		done = 0
		test.Tap(part.(fyne.Tappable))
		w.Canvas().Focus(part)
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
		part.TypedRune(' ')
		part.TypedRune('x')
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		if done != 4 {
			t.Errorf("%s acted %d times, want 4", name, done)
		}
	}
}

func TestGivenAPartSwitchedOff_WhenPressed_ThenNothingHappens(t *testing.T) {
	wear(t, look.Light)
	done := 0
	for name, part := range pressables(func() { done++ }) {
		stand(t, part.(fyne.CanvasObject))
		part.(fyne.Disableable).Disable()
		test.Tap(part.(fyne.Tappable))
		part.TypedRune(' ')
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if done != 0 {
			t.Errorf("%s acted while off", name)
		}
		done = 0
	}
}

func TestGivenAPart_WhenTheKeyboardComesAndGoes_ThenARingOfTheAccentShowsAndHides(t *testing.T) {
	wear(t, look.Dark)
	accent := look.Color(look.ColorAccent)
	for name, part := range pressables(func() {}) {
		w := stand(t, part.(fyne.CanvasObject))
		without := countColour(w.Canvas().Capture(), accent)
		w.Canvas().Focus(part)
		with := countColour(w.Canvas().Capture(), accent)
		w.Canvas().Unfocus()
		after := countColour(w.Canvas().Capture(), accent)
		if with < without+40 || after != without {
			t.Errorf("%s: %d pixels of the accent without the keyboard, %d with, %d after", name, without, with, after)
		}
	}
}

func TestGivenAPart_WhenThePointerIsAbove_ThenItIsLitAndGoesOutAgain(t *testing.T) {
	wear(t, look.Light)
	for name, part := range pressables(func() {}) {
		w := stand(t, part.(fyne.CanvasObject))
		hover := look.Color(look.ColorHover)
		before := countColour(w.Canvas().Capture(), hover) // the edge of an outline may have a few
		test.MoveMouse(w.Canvas(), fyne.NewPos(30, 32))
		lit := countColour(w.Canvas().Capture(), hover)
		test.MoveMouse(w.Canvas(), fyne.NewPos(390, 290))
		if out := countColour(w.Canvas().Capture(), hover); out != before {
			t.Errorf("%s stays lit", name)
		}
		if lit <= before {
			t.Errorf("%s is not lit", name)
		}
	}
}

func TestGivenAPart_WhenTheAppearanceChanges_ThenItFollows(t *testing.T) {
	wear(t, look.Light)
	for name := range pressables(nil) {
		app := wear(t, look.Light)
		part := pressables(func() {})[name].(fyne.CanvasObject)
		w := stand(t, part)
		w.Canvas().Capture()
		app.Settings().SetTheme(look.New(look.Dark))
		followed := w.Canvas().Capture()
		fresh := pressables(func() {})[name].(fyne.CanvasObject)
		if want := stand(t, fresh).Canvas().Capture(); !same(followed, want) {
			t.Errorf("%s does not look as one made in the dark", name)
		}
	}
}

func TestGivenAPart_WhenAReaderOfTheScreenAsks_ThenItIsNamed(t *testing.T) {
	wear(t, look.Light)
	for name, part := range pressables(func() {}) {
		a, ok := part.(fyne.Accessible)
		if !ok || a.AccessibilityLabel() == "" || a.AccessibilityRole() != fyne.AccessibleRoleButton {
			t.Errorf("%s has no name or role", name)
		}
	}
}

func TestGivenANavItem_WhenSelectedCountedAndCompact_ThenItShowsAndSaysSo(t *testing.T) {
	wear(t, look.Light)
	n := NewNavItem(look.IconTimeline, "Timeline", nil)
	n.SetCount("89")
	if n.AccessibilityLabel() != "Timeline, 89" {
		t.Errorf("it reads %q", n.AccessibilityLabel())
	}
	wide := n.MinSize()
	n.SetCompact(true)
	if n.MinSize().Width >= wide.Width || n.MinSize().Height != look.NavItemHeight {
		t.Errorf("compact it is %v, wide %v", n.MinSize(), wide)
	}
	w := stand(t, n)
	n.SetSelected(true)
	if soft := countColour(w.Canvas().Capture(), look.Color(look.ColorAccentSoft)); soft == 0 || !n.Selected() {
		t.Error("selected it has no soft fill")
	}
}

func TestGivenAToggle_WhenSetFromOutside_ThenNobodyIsTold(t *testing.T) {
	wear(t, look.Light)
	var told []bool
	g := NewToggle("Private", look.IconEye, look.IconPrivate, func(on bool) { told = append(told, on) })
	off := g.MinSize()
	g.SetOn(true)
	if len(told) != 0 || !g.On() || g.MinSize() != off {
		t.Errorf("told %v, on %v, size %v then %v", told, g.On(), off, g.MinSize())
	}
	test.Tap(g)
	test.Tap(g)
	if len(told) != 2 || told[0] || !told[1] {
		t.Errorf("told %v, want false then true", told)
	}
}

func TestGivenAChipToRemove_WhenItsCrossIsTappedOrDeleteTyped_ThenItAsksToGo(t *testing.T) {
	wear(t, look.Light)
	pressed, gone := 0, 0
	c := NewChip(ChipPlain, "#priya", look.IconNone, func() { pressed++ })
	c.OnRemove = func() { gone++ }
	w := stand(t, c)
	c.Resize(c.MinSize())
	w.Canvas().Focus(c)
	test.TapAt(c, fyne.NewPos(c.Size().Width-10, 12))
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	test.TapAt(c, fyne.NewPos(8, 12))
	if gone != 3 || pressed != 1 {
		t.Errorf("asked to go %d times, pressed %d times", gone, pressed)
	}
}

func TestGivenAButton_WhenItsWordsChange_ThenItIsAsWideAsThey(t *testing.T) {
	wear(t, look.Light)
	b := NewButton(Outline, "Use", look.IconNone, nil)
	short := b.MinSize().Width
	b.SetText("Turn into a Moment")
	b.SetIcon(look.IconStar)
	if b.MinSize().Width <= short || b.Text() != "Turn into a Moment" {
		t.Errorf("%v wide before, %v after", short, b.MinSize().Width)
	}
	test.Tap(b) // without an action nothing happens
}

func TestGivenAButtonWithAHint_WhenItsWordsComeNearIt_ThenTheHintGoes(t *testing.T) {
	wear(t, look.Light)
	b := NewButton(Quiet, "13 private entries stay out of every export", look.IconPrivate, nil)
	b.Hint = "Show titles"
	whole := b.MinSize().Width
	for width, want := range map[float32]int{whole: 2, whole - look.Space24: 1} {
		b.Resize(fyne.NewSize(width, look.ButtonHeight))
		shown := 0
		for _, o := range test.WidgetRenderer(b).Objects() {
			if text, ok := o.(*canvas.Text); ok && text.Visible() {
				shown++
			}
		}
		if shown != want {
			t.Errorf("in %.0f it shows %d texts, want %d", width, shown, want)
		}
	}
}
