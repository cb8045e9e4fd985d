package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenAQuietLine_WhenTheKeyboardComesAndGoes_ThenItsFrameDoesToo(t *testing.T) {
	wear(t, look.Light)
	l := NewQuietLine("What would you tell a friend about January?")
	w := stand(t, l)
	accent, empty := look.Color(look.ColorAccent), w.Canvas().Capture()
	var told []string
	l.OnFocus, l.OnBlur = func() { told = append(told, "comes") }, func() { told = append(told, "goes") }
	w.Canvas().Focus(l.Editor)
	if n := countColour(w.Canvas().Capture(), accent); n < 800 || !l.Focused() {
		t.Errorf("focused, the frame has %d pixels", n)
	}
	l.Editor.TypedRune('x')
	w.Canvas().Unfocus()
	if n := countColour(w.Canvas().Capture(), accent); n > 50 || l.Focused() {
		t.Errorf("without the keyboard %d pixels of the frame are left", n)
	}
	l.Editor.Load("")
	l.Refresh()
	if !same(w.Canvas().Capture(), empty) {
		t.Error("empty again it is not as it was")
	}
	if got := strings.Join(told, " "); got != "comes goes" {
		t.Errorf("told was %q", got)
	}
}

func TestGivenALongLine_WhenItIsNotWrittenIn_ThenItIsCutAtAWord(t *testing.T) {
	wear(t, look.Light)
	shown := func(text string) int {
		l := NewQuietLine("")
		w := stand(t, l)
		l.Resize(fyne.NewSize(200, QuietLineHeight))
		l.Editor.Load(text)
		l.Refresh()
		return countColour(w.Canvas().Capture(), look.Color(look.ColorInk))
	}
	first := shown("Delayed the gates a")
	const dots = 10 // what the ellipsis has, and a letter painted between two pixels
	if n := shown("Delayed the gates a week; no rework, queues under 90 seconds"); n < first-dots || n > first+dots {
		t.Errorf("the cut line has %d pixels of ink, its first words have %d", n, first)
	}
}

func TestGivenAQuietLine_WhenItIsTappedBesideItsWords_ThenItTakesTheKeyboard(t *testing.T) {
	wear(t, look.Light)
	l := NewQuietLine("")
	w := stand(t, l)
	l.Tapped(&fyne.PointEvent{})
	if w.Canvas().Focused() != fyne.Focusable(l.Editor) {
		t.Error("the cursor is elsewhere")
	}
}
