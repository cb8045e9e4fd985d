package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func kinds(onChosen func(string)) *PillGroup {
	return NewPillGroup([]PillOption{
		{Key: "r", Label: "Reflection", Icon: look.IconReflection, Color: look.ColorReflection, Soft: look.ColorReflectionSoft},
		{Key: "m", Label: "Moment", Icon: look.IconMoment, Color: look.ColorMoment, Soft: look.ColorMomentSoft},
		{Key: "f", Label: "Feedback", Icon: look.IconFeedback, Color: look.ColorFeedback, Soft: look.ColorFeedbackSoft},
	}, onChosen)
}

// choice is what pills and segments have in common.
type choice interface {
	fyne.Focusable
	fyne.CanvasObject
	fyne.Disableable
	Selected() string
	SetSelected(string)
}

func choices(onChosen func(string)) map[string]choice {
	return map[string]choice{
		"PillGroup": kinds(onChosen),
		"Segmented": NewSegmented([]Segment{{"r", "Revenue"}, {"m", "Costs"}, {"f", "New business"}}, onChosen),
	}
}

func TestGivenAChoice_WhenSetFromOutside_ThenNobodyIsTold(t *testing.T) {
	wear(t, look.Light)
	told := ""
	for name, c := range choices(func(key string) { told += key }) {
		c.SetSelected("m")
		if c.Selected() != "m" || told != "" {
			t.Errorf("%s: %q is chosen, told %q", name, c.Selected(), told)
		}
		c.SetSelected("nothing of the kind")
		if c.Selected() != "" {
			t.Errorf("%s: %q is chosen", name, c.Selected())
		}
	}
}

func TestGivenAChoice_WhenTheArrowsMove_ThenOnlyEnterOrSpaceChooses(t *testing.T) {
	wear(t, look.Light)
	told := ""
	for name, c := range choices(func(key string) { told += key }) {
		w := stand(t, c)
		w.Canvas().Focus(c)
		told = ""
		key := func(n fyne.KeyName) { c.TypedKey(&fyne.KeyEvent{Name: n}) }
		key(fyne.KeyRight)
		if told != "" || c.Selected() != "r" {
			t.Errorf("%s: an arrow chose %q", name, told)
		}
		c.TypedRune(' ')
		key(fyne.KeyEnd)
		key(fyne.KeyRight)
		key(fyne.KeyReturn)
		key(fyne.KeyHome)
		key(fyne.KeyLeft)
		key(fyne.KeyEnter)
		if told != "mfr" || c.Selected() != "r" {
			t.Errorf("%s: told %q, %q is chosen", name, told, c.Selected())
		}
	}
}

func TestGivenAChoice_WhenTappedOrOff_ThenItChoosesOrNot(t *testing.T) {
	wear(t, look.Light)
	told := ""
	for name, c := range choices(func(key string) { told += key }) {
		w := stand(t, c)
		c.Resize(c.MinSize())
		told = ""
		right := fyne.NewPos(20+c.MinSize().Width-20, 20+17)
		test.TapCanvas(w.Canvas(), right)
		c.Disable()
		test.TapCanvas(w.Canvas(), fyne.NewPos(40, 37))
		c.TypedRune(' ')
		if told != "f" || c.Selected() != "f" {
			t.Errorf("%s: told %q, %q is chosen", name, told, c.Selected())
		}
	}
}

func TestGivenPills_WhenOneIsChosen_ThenItHasItsFillAndNothingMoves(t *testing.T) {
	wear(t, look.Light)
	g := kinds(nil)
	w := stand(t, g)
	before := g.MinSize()
	g.SetSelected("f")
	img := w.Canvas().Capture()
	if g.MinSize() != before {
		t.Errorf("the pills went from %v to %v", before, g.MinSize())
	}
	if countColour(img, look.Color(look.ColorFeedbackSoft)) == 0 || countColour(img, look.Color(look.ColorReflectionSoft)) != 0 {
		t.Error("the fill is not that of the chosen pill alone")
	}
	if g.AccessibilityLabel() != "Feedback" || len(g.Pills()) != 3 {
		t.Errorf("it reads %q", g.AccessibilityLabel())
	}
}

func TestGivenAChoice_WhenTheKeyboardTabs_ThenItIsOneStop(t *testing.T) {
	for name, choice := range map[string]fyne.CanvasObject{
		"segments": NewSegmented([]Segment{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}}, nil),
		"pills":    NewPillGroup([]PillOption{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}}, nil),
	} {
		stops := 0
		for _, o := range test.WidgetRenderer(choice.(fyne.Widget)).Objects() {
			if _, ok := o.(fyne.Focusable); ok {
				stops++
			}
		}
		if stops != 0 {
			t.Errorf("%s: the keyboard stops at %d choices", name, stops)
		}
	}
}
