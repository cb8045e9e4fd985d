package parts_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// newGlance shows a card as wide as in the navigation.
func newGlance(t *testing.T, g Glance) (card *TargetCard, pressed *int) {
	t.Helper()
	wear(t, look.Light)
	pressed = new(int)
	card = NewTargetCard(func() { *pressed++ })
	card.SetGlance(g)
	w := test.NewWindow(Down(0, card))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(188, 200))
	return card, pressed
}

// pieces counts the cells of the strip by their fill, hollow ones last.
func pieces(card *TargetCard) (counts [4]int, right float32) {
	fills := []color.Color{look.Color(look.ColorStrength3), look.Color(look.ColorStrength2), look.Color(look.ColorStrength1)}
	for _, o := range test.LaidOutObjects(card) {
		r, ok := o.(*canvas.Rectangle)
		if !ok || r.Size().Height != 8 || !r.Visible() {
			continue
		}
		right = fyne.Max(right, r.Position().X+r.Size().Width)
		at := 3
		for i, fill := range fills {
			if r.FillColor == fill {
				at = i
			}
		}
		counts[at]++
	}
	return counts, right
}

func TestGivenATargetRole_ThenEachExpectationHasACell_AndManyShareOneOfTheirSort(t *testing.T) {
	for name, c := range map[string]struct {
		shown Glance
		want  [4]int
	}{
		"none":                        {Glance{}, [4]int{}},
		"twelve":                      {Glance{Strong: 7, Thin: 3, Gaps: 2}, [4]int{7, 0, 3, 2}},
		"sixty":                       {Glance{Strong: 40, Old: 5, Thin: 10, Gaps: 5}, [4]int{1, 1, 1, 1}},
		"a lone gap among a thousand": {Glance{Strong: 1000, Gaps: 1}, [4]int{1, 0, 0, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			card, _ := newGlance(t, c.shown)
			if got, right := pieces(card); got != c.want || right > 188-2*13 {
				t.Errorf("%v cells up to %v, want %v", got, right, c.want)
			}
		})
	}
}

func TestGivenATargetRole_WhenPressed_ThenItIsTold_AndItReadsItsWords(t *testing.T) {
	card, pressed := newGlance(t, Glance{Label: "Target role", Name: "Lead", Strong: 1, Words: "1 strong", Until: "2 days to the round"})
	test.Tap(card)
	press(card, fyne.KeyReturn)
	if *pressed != 2 {
		t.Errorf("it was pressed %d times", *pressed)
	}
	if got, want := card.AccessibilityLabel(), "Target role, Lead, 1 strong, 2 days to the round"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
}

func TestGivenAKeyStop_ThenItHearsLettersAndKeys(t *testing.T) {
	wear(t, look.Light)
	stop := NewKeyStop(NewText("An entry", TypeUI))
	w := test.NewWindow(stop)
	t.Cleanup(w.Close)
	heard := ""
	stop.OnRune = func(letter rune) { heard += string(letter) }
	stop.OnKey = func(name fyne.KeyName) { heard += string(name) }
	w.Canvas().Focus(stop)
	test.Type(stop, "1s")
	press(stop, fyne.KeyReturn)
	if heard != "1sReturn" {
		t.Errorf("it heard %q", heard)
	}
}
