package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenTheFrame_WhenTheWindowNarrows_ThenRailAndNavigationFoldAndTell(t *testing.T) {
	wear(t, look.Light)
	nav, page, rail := NewSurface("", "", 0), NewSurface("", "", 0), NewSurface("", "", 0)
	c := NewColumns(nav, page, rail)
	told := 0
	c.OnFold = func(compact, hidden bool) {
		told++
		if compact != c.NavCompact() || hidden != c.RailHidden() {
			t.Error("it tells otherwise than it is")
		}
	}
	for _, at := range []struct {
		width, nav, page float32
		rail             bool
		told             int
	}{
		{1280, 212, 1280 - 213 - 268, true, 0},
		{1180, 212, 1180 - 213 - 268, true, 0},
		{1179, 212, 1179 - 213, false, 1},
		{900, 212, 900 - 213, false, 1},
		{899, 60, 899 - 61, false, 2},
		{1300, 212, 1300 - 213 - 268, true, 3},
	} {
		c.Resize(fyne.NewSize(at.width, 700))
		if nav.Size().Width != at.nav || page.Size().Width != at.page || rail.Visible() != at.rail || told != at.told {
			t.Errorf("at %v: navigation %v, page %v, rail %v, told %d; want %+v",
				at.width, nav.Size().Width, page.Size().Width, rail.Visible(), told, at)
		}
	}
	c.SetPage(page, nil)
	if page.Size().Width != 1300-213 {
		t.Errorf("without a rail the page is %v wide", page.Size().Width)
	}
	c.SetNav(nil)
	if page.Size().Width != 1300 || page.Position().X != 0 {
		t.Errorf("alone the page is %v wide", page.Size().Width)
	}
}

func TestGivenAMeasure_WhenThePageIsWideOrNarrow_ThenItsContentIsCentredAndKeepsTheGutter(t *testing.T) {
	wear(t, look.Light)
	content := NewSurface("", "", 0)
	m := Measure(600, content)
	m.Resize(fyne.NewSize(799, 500))
	if content.Size().Width != 600 || content.Position().X != 99 {
		t.Errorf("wide: %v at %v", content.Size(), content.Position())
	}
	m.Resize(fyne.NewSize(400, 500))
	if content.Size().Width != 344 || content.Position().X != 28 {
		t.Errorf("narrow: %v at %v", content.Size(), content.Position())
	}
}

func TestGivenAParagraph_WhenItNarrows_ThenItWrapsAndWhatIsBelowMovesDown(t *testing.T) {
	wear(t, look.Light)
	p := NewParagraph("First time I chaired planning. I answered every question myself.", TypeMemory, 23)
	below := NewHairline()
	c := Down(8, p, below)
	c.Resize(fyne.NewSize(600, 300))
	if p.Lines() != 1 || below.Position().Y != 31 {
		t.Errorf("wide: %d lines, the next at %v", p.Lines(), below.Position().Y)
	}
	c.Resize(fyne.NewSize(220, 300))
	if p.Lines() != 2 || below.Position().Y != 54 {
		t.Errorf("narrow: %d lines, the next at %v", p.Lines(), below.Position().Y)
	}
	p.MaxLines = 1
	p.SetText(p.Text() + " And more.")
	if p.Lines() != 1 || !strings.HasSuffix(p.Text(), "And more.") {
		t.Errorf("%d lines, text %q", p.Lines(), p.Text())
	}
}

func TestGivenAWordWiderThanTheLine_WhenWrapped_ThenItIsCutAndNoLetterIsLost(t *testing.T) {
	wear(t, look.Light)
	p := NewParagraph(strings.Repeat("é", 80), TypeUI, 20)
	p.Resize(fyne.NewSize(100, 20))
	all := ""
	for _, o := range test.LaidOutObjects(p) {
		if line, ok := o.(*canvas.Text); ok {
			all += line.Text
			if line.MinSize().Width > 100 {
				t.Errorf("a line is %v wide", line.MinSize().Width)
			}
		}
	}
	if all != p.Text() || p.Lines() < 3 {
		t.Errorf("%d lines hold %q", p.Lines(), all)
	}
}

func TestGivenALineThatMayBeCut_WhenThereIsNoRoom_ThenItEndsAtAWordWithAnEllipsis(t *testing.T) {
	wear(t, look.Light)
	line := NewText("Which call did you hand over, and what came of it?", TypeUI)
	line.Truncate = true
	Across(8, line, NewButton(Soft, "Use", look.IconNone, nil)).Resize(fyne.NewSize(240, 34))
	shown := test.LaidOutObjects(line)[1].(*canvas.Text).Text
	if !strings.HasSuffix(shown, "…") || strings.HasSuffix(shown, " …") || !strings.HasPrefix(line.Text(), strings.TrimSuffix(shown, "…")) {
		t.Errorf("it shows %q", shown)
	}
	if line.AccessibilityLabel() != line.Text() {
		t.Error("the whole text is not read")
	}
}

func TestGivenChips_WhenTheWidthIsUsedUp_ThenTheyGoOnBelow(t *testing.T) {
	wear(t, look.Light)
	var chips []fyne.CanvasObject
	for range 6 {
		chips = append(chips, NewChip(ChipPlain, "#incident-review", look.IconNone, nil))
	}
	f := Flow(8, 8, chips...)
	f.Resize(fyne.NewSize(260, 24))
	if f.MinSize().Height != 3*24+2*8 || chips[2].Position() != fyne.NewPos(0, 32) {
		t.Errorf("%v high, the third at %v", f.MinSize().Height, chips[2].Position())
	}
}

func TestGivenAnOverlay_WhenEscapeOrTheVeil_ThenItClosesOnceAndTheKeyboardGoesBack(t *testing.T) {
	wear(t, look.Light)
	field := NewEditor(Body)
	w := test.NewWindow(EditorFrame(field))
	defer w.Close()
	w.Resize(fyne.NewSize(1280, 800))
	press := func(key fyne.KeyName) { // as the window does
		if in := w.Canvas().Focused(); in != nil {
			in.TypedKey(&fyne.KeyEvent{Name: key})
			return
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
	ways := map[string]func(in *Button){
		"Escape on the veil":    func(*Button) { press(fyne.KeyEscape) },
		"Escape within":         func(in *Button) { w.Canvas().Focus(in); press(fyne.KeyEscape) },
		"a click upon the veil": func(*Button) { test.TapCanvas(w.Canvas(), fyne.NewPos(20, 20)) },
	}
	for name, close := range ways {
		w.Canvas().Focus(field)
		closed := 0
		in := NewButton(Primary, "Do it", look.IconNone, nil)
		o := ShowOverlay(w.Canvas(), container.NewStack(in), func() { closed++ })
		if w.Canvas().Overlays().Top() != o || w.Canvas().Focused() == fyne.Focusable(field) {
			t.Errorf("%s: the panel is not on top", name)
		}
		test.TapCanvas(w.Canvas(), fyne.NewPos(640, 96+4)) // on the panel
		close(in)
		o.Hide()
		if closed != 1 || w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(field) {
			t.Errorf("%s: closed %d times, the keyboard is at %T", name, closed, w.Canvas().Focused())
		}
	}
}

func TestGivenAPartInFocus_WhenEscapeAndNothingLiesOnTop_ThenTheWindowHearsIt(t *testing.T) {
	wear(t, look.Light)
	b := NewButton(Primary, "Do it", look.IconNone, nil)
	w := stand(t, b)
	heard := 0
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { heard++ })
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if heard != 1 {
		t.Errorf("heard %d times", heard)
	}
}

func TestGivenALayerForTips_WhenThePointerRestsOnAnIcon_ThenItIsNamedUntilItLeaves(t *testing.T) {
	wear(t, look.Light)
	b := NewIconButton(look.IconClose, "Write without the prompt", nil)
	content := WithTips(container.NewWithoutLayout(b))
	w := test.NewWindow(content)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	b.Move(fyne.NewPos(250, 150))
	b.Resize(b.MinSize())
	tips := content.Objects[1].(*Tips)
	test.MoveMouse(w.Canvas(), fyne.NewPos(260, 160))
	if tips.Text() != "Write without the prompt" {
		t.Errorf("it says %q", tips.Text())
	}
	keep(t, "tip", w.Canvas().Capture())
	test.MoveMouse(w.Canvas(), fyne.NewPos(5, 5))
	if tips.Text() != "" {
		t.Errorf("it still says %q", tips.Text())
	}
}

func TestGivenANotice_WhenShown_ThenItSaysItsSentenceAndItsActionsWork(t *testing.T) {
	wear(t, look.Light)
	undone := 0
	n := NewNotice(NoticeWarn, "The disk is full. Free some space, then save again.",
		NoticeAction{"Undo", func() { undone++ }}, NoticeAction{"Copy the text", nil}, NoticeAction{"Too much", nil})
	w := test.NewWindow(Down(0, n))
	defer w.Close()
	w.Resize(fyne.NewSize(600, 200))
	keep(t, "notice", w.Canvas().Capture())
	if len(n.Actions()) != 2 || !strings.HasPrefix(n.AccessibilityLabel(), "The disk is full.") {
		t.Errorf("%d actions, reads %q", len(n.Actions()), n.AccessibilityLabel())
	}
	test.Tap(n.Actions()[0])
	if undone != 1 {
		t.Error("the action does nothing")
	}
}
