package parts_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// line is what fields of one line have in common.
type line interface {
	fyne.CanvasObject
	Problem() string
	Take()
}

// answering is such a field in a window, with all it told.
type answering struct {
	line
	e    *Editor
	w    fyne.Window
	told []string
}

func (a *answering) in(t *testing.T, field line, e *Editor) *answering {
	t.Helper()
	a.line, a.e = field, e
	a.w = stand(t, field)
	return a
}

// write types into the field in place of what is there, with the keyboard in it.
func (a *answering) write(text string) {
	a.w.Canvas().Focus(a.e)
	a.e.TypedShortcut(&fyne.ShortcutSelectAll{})
	a.key(fyne.KeyBackspace)
	for _, r := range text {
		a.e.TypedRune(r)
	}
}

func (a *answering) key(names ...fyne.KeyName) { press(a.e, names...) }

func (a *answering) leave() { a.w.Canvas().Unfocus() }

func (a *answering) wants(t *testing.T, text, problem string, told ...string) {
	t.Helper()
	if a.e.Text != text || a.Problem() != problem || fmt.Sprint(a.told) != fmt.Sprint(told) {
		t.Errorf("it shows %q with %q, told %q; want %q with %q, told %q", a.e.Text, a.Problem(), a.told, text, problem, told)
	}
}

const noDay = "This is not a day we can read."

func newDating(t *testing.T) (*answering, *DateField) {
	t.Helper()
	wear(t, look.Light)
	a := &answering{}
	d := NewDateField(func(text string) (string, string) {
		if text == "3 may" || text == "3.5." {
			return "3 May 2026", ""
		}
		return "", noDay
	}, func(text string) { a.told = append(a.told, text) })
	return a.in(t, d, d.Editor), d
}

func TestGivenADay_WhenTyped_ThenItIsReadOnlyWhenTheFieldIsLeft(t *testing.T) {
	a, _ := newDating(t)
	a.write(" 3 may ")
	a.wants(t, " 3 may ", "")
	a.leave()
	a.wants(t, "3 May 2026", "", "3 may")
	a.w.Canvas().Focus(a.e)
	a.leave()
	a.wants(t, "3 May 2026", "", "3 may")
	a.write("3.5.")
	a.key(fyne.KeyReturn)
	a.leave()
	a.wants(t, "3 May 2026", "", "3 may", "3.5.")
	a.write("")
	a.leave()
	a.wants(t, "", "", "3 may", "3.5.", "")
}

func TestGivenWhatIsNoDay_WhenTheFieldIsLeft_ThenItStaysWithASentenceBelow(t *testing.T) {
	a, _ := newDating(t)
	height := a.MinSize().Height
	a.write("soon")
	a.wants(t, "soon", "")
	a.leave()
	a.wants(t, "soon", noDay)
	if grown := a.MinSize().Height; height != 34 || grown != height+20 {
		t.Errorf("it was %v high and is %v", height, grown)
	}
	if warn := countColour(a.w.Canvas().Capture(), look.Color(look.ColorWarn)); warn == 0 {
		t.Error("the sentence does not show")
	}
	a.write("3 may")
	a.key(fyne.KeyEnter)
	a.wants(t, "3 May 2026", "", "3 may")
	if a.MinSize().Height != height {
		t.Error("the sentence still takes room")
	}
}

func TestGivenALine_WhenEscape_ThenWhatWasThereComesBack(t *testing.T) {
	a, d := newDating(t)
	d.SetText("1 May 2026")
	a.write("soon")
	a.key(fyne.KeyReturn)
	a.wants(t, "soon", noDay)
	a.key(fyne.KeyEscape)
	a.wants(t, "1 May 2026", "")
	heard := 0
	a.w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { heard++ })
	a.key(fyne.KeyEscape)
	if heard != 1 {
		t.Error("with nothing to bring back, Escape is not for the window")
	}
	a.leave()
	a.wants(t, "1 May 2026", "")
}

func TestGivenALineThatIsBeingTypedIn_WhenItIsSetFromOutside_ThenOnlySomethingNewIsShown(t *testing.T) {
	a, d := newDating(t)
	d.SetText("1 May 2026")
	a.write("3 m")
	d.SetText("1 May 2026")
	a.wants(t, "3 m", "")
	d.SetText("2 May 2026")
	a.wants(t, "2 May 2026", "")
	a.write("soon")
	a.leave()
	d.SetText("2 May 2026")
	a.wants(t, "2 May 2026", "")
}

func TestGivenANote_WhenThereIsAProblem_ThenTheProblemIsToldFirst(t *testing.T) {
	a, d := newDating(t)
	d.SetNote("This day has passed.", true)
	with := a.MinSize().Height
	a.write("soon")
	a.leave()
	if a.Problem() != noDay || with != 54 || a.MinSize().Height != with {
		t.Errorf("with a note it is %v high", with)
	}
	a.key(fyne.KeyEscape)
	if a.MinSize().Height != with {
		t.Error("the note is gone with the problem")
	}
	d.SetNote("", false)
	if a.MinSize().Height != 34 {
		t.Error("the note still takes room")
	}
}

func newCounting(t *testing.T) (*answering, *NumberField) {
	t.Helper()
	wear(t, look.Dark)
	a := &answering{}
	n := NewNumberField(func(v *float64) {
		if v == nil {
			a.told = append(a.told, "nothing")
			return
		}
		a.told = append(a.told, fmt.Sprint(*v))
	})
	return a.in(t, n, n.Editor), n
}

func TestGivenANumber_WhenTheFieldIsLeft_ThenItIsShownShortlyAndTold(t *testing.T) {
	a, n := newCounting(t)
	a.write("1.200,50")
	a.wants(t, "1.200,50", "")
	a.leave()
	a.wants(t, "1200.5", "", "1200.5")
	a.write("1200,5")
	a.leave()
	a.write("twelve")
	a.leave()
	a.wants(t, "twelve", "This is not a number.", "1200.5", "1200.5")
	a.write("")
	a.leave()
	a.wants(t, "", "", "1200.5", "1200.5", "nothing")
	v := 12.25
	n.SetValue(&v)
	a.wants(t, "12.25", "", "1200.5", "1200.5", "nothing")
	n.SetValue(nil)
	a.wants(t, "", "", "1200.5", "1200.5", "nothing")
}

func TestGivenAProblemOfAField_WhenItGrows_ThenTheSentenceStaysBelow(t *testing.T) {
	wear(t, look.Light)
	f := NewField("Situation")
	w := stand(t, f)
	before := f.MinSize().Height
	f.SetProblem("This text is too long to be kept.")
	w.Content().Refresh()
	f.Resize(f.MinSize().Max(fyne.NewSize(220, 0)))
	if more := f.MinSize().Height - before; before != 74 || more != 20 || f.Problem() == "" {
		t.Errorf("it was %v high and is %v higher", before, more)
	}
	f.Editor.Load(strings.Repeat("Every Saturday release waited for me. ", 5))
	if f.MinSize().Height < 120 {
		t.Errorf("with five lines it is %v high", f.MinSize().Height)
	}
	f.SetProblem("")
	if f.MinSize().Height < 100 {
		t.Error("it forgets its text")
	}
}
