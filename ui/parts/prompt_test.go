package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func newPrompt(t *testing.T) (*PromptCard, fyne.Window, *[]string) {
	t.Helper()
	wear(t, look.Light)
	var told []string
	p := NewPromptCard()
	p.OnAnother = func() { told = append(told, "another") }
	p.OnUse = func() { told = append(told, "use") }
	p.OnDismiss = func() { told = append(told, "dismiss") }
	p.OnRelease = func() { told = append(told, "release") }
	p.SetPrompt("Which call did you hand over?", "Space · How To Get Into a Leadership Role at Work")
	w := test.NewWindow(Down(0, p))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 300))
	return p, w, &told
}

// walk presses each thing the Tab key comes by, once.
func walk(w fyne.Window) {
	seen := map[fyne.Focusable]bool{}
	for {
		w.Canvas().FocusNext()
		f := w.Canvas().Focused()
		if f == nil || seen[f] {
			return
		}
		seen[f] = true
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

func TestGivenAPrompt_WhenItsActionsArePressed_ThenEachIsTold(t *testing.T) {
	p, w, told := newPrompt(t)
	walk(w)
	if got := strings.Join(*told, " "); got != "another use dismiss" {
		t.Errorf("told %q", got)
	}
	*told = nil
	p.SetInUse(true)
	w.Canvas().Unfocus()
	walk(w)
	if got := strings.Join(*told, " "); got != "release" || !p.InUse() {
		t.Errorf("in use, told %q", got)
	}
}

func TestGivenAPrompt_WhenInUse_ThenItIsALineAndOpensAgain(t *testing.T) {
	p, w, _ := newPrompt(t)
	if h := p.MinSize().Height; h != 82 {
		t.Errorf("open it is %v high, want 82", h)
	}
	p.SetInUse(true)
	w.Content().Refresh()
	keep(t, "prompt-in-use", w.Canvas().Capture())
	if h := p.MinSize().Height; h != 36 {
		t.Errorf("in use it is %v high, want 36", h)
	}
	p.SetInUse(false)
	if h := p.MinSize().Height; h != 82 {
		t.Errorf("open again it is %v high, want 82", h)
	}
}

func TestGivenALongQuestion_WhenTheCardIsNarrow_ThenItGrows(t *testing.T) {
	p, w, _ := newPrompt(t)
	p.SetPrompt(strings.Repeat("Which call did you hand over, and what came of it? ", 3), "Space")
	w.Content().Refresh()
	keep(t, "prompt-long", w.Canvas().Capture())
	if h := p.MinSize().Height; h <= 82 {
		t.Errorf("a long question leaves it %v high", h)
	}
	if !strings.HasPrefix(p.Question(), "Which call") {
		t.Errorf("the question is %q", p.Question())
	}
}

func TestGivenAPrompt_WhenAskedWhy_ThenTheAnswerStandsInPlaceOfTheSource(t *testing.T) {
	p, w, told := newPrompt(t)
	p.OnWhy = func() { *told = append(*told, "why"); p.ShowWhy("Nothing about Space for 94 days.") }
	p.Refresh()
	walk(w)
	if got := strings.Join(*told, " "); got != "another use dismiss why" {
		t.Errorf("told %q", got)
	}
	keep(t, "prompt-why", w.Canvas().Capture())
	if got := p.Source(); got != "Nothing about Space for 94 days." {
		t.Errorf("below the question stands %q", got)
	}
	p.ShowWhy("")
	if got := p.Source(); !strings.HasPrefix(got, "Space ·") {
		t.Errorf("asked again, below the question stands %q", got)
	}
	p.ShowWhy("Because.")
	p.SetPrompt("Another one?", "Openness · A document")
	if got := p.Source(); got != "Openness · A document" {
		t.Errorf("below another question stands %q", got)
	}
}
