package parts_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// outcomes is a Segmented in a window of 400 by 300, with all it told.
type outcomes struct {
	*Segmented
	w    fyne.Window
	told []string
}

func newOutcomes(t *testing.T, width float32) *outcomes {
	t.Helper()
	wear(t, look.Light)
	o := &outcomes{}
	o.Segmented = NewSegmented([]Segment{{"r", "More revenue"}, {"c", "Lower costs"}, {"n", "New business"}},
		func(key string) { o.told = append(o.told, key) })
	o.w = test.NewWindow(container.NewWithoutLayout(at(o.Segmented, 20, 20, width, 34)))
	t.Cleanup(o.w.Close)
	o.w.SetPadded(false)
	o.w.Resize(fyne.NewSize(400, 300))
	return o
}

func (o *outcomes) shows(word string) bool {
	return slices.Contains(wordsOf(o.Segmented), word)
}

// wordsOf are the words that a part shows.
func wordsOf(o fyne.CanvasObject) (words []string) {
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		for _, within := range test.WidgetRenderer(o).Objects() {
			if within.Visible() {
				words = append(words, wordsOf(within)...)
			}
		}
	}
	return words
}

func (o *outcomes) key(names ...fyne.KeyName) {
	for _, name := range names {
		o.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (o *outcomes) open() bool { return o.w.Canvas().Overlays().Top() != nil }

func (o *outcomes) wants(t *testing.T, selected string, told ...string) {
	t.Helper()
	if o.Selected() != selected || !slices.Equal(o.told, told) {
		t.Errorf("%q is chosen, told %q; want %q, told %q", o.Selected(), o.told, selected, told)
	}
}

func TestGivenASegmented_WhenItsWordsHaveNoRoom_ThenItIsAFieldWithTheChosenOneUntilTheyHave(t *testing.T) {
	o := newOutcomes(t, 360)
	high := o.MinSize().Height
	o.SetSelected("c")
	o.Resize(fyne.NewSize(180, 34))
	if o.shows("More revenue") || !o.shows("Lower costs") || o.MinSize().Height != high {
		t.Errorf("in 180 it shows %q, %v high", wordsOf(o.Segmented), o.MinSize().Height)
	}
	o.Resize(fyne.NewSize(360, 34))
	if !o.shows("More revenue") || !o.shows("Lower costs") || !o.shows("New business") {
		t.Errorf("in 360 it shows %q", wordsOf(o.Segmented))
	}
}

func TestGivenAFoldedSegmented_WhenItIsOpened_ThenItsWordsCanBeChosenByKeyboardAndPointer(t *testing.T) {
	o := newOutcomes(t, 180)
	o.w.Canvas().Focus(o.Segmented)
	o.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape)
	if o.open() || o.w.Canvas().Focused() != fyne.Focusable(o.Segmented) {
		t.Fatal("Escape does not close the list")
	}
	o.wants(t, "r")
	o.key(fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn)
	o.wants(t, "n", "n")
	o.TypedRune(' ')
	o.key(fyne.KeyUp, fyne.KeyEnter)
	o.wants(t, "c", "n", "c")
	test.TapCanvas(o.w.Canvas(), fyne.NewPos(40, 37))
	if !o.open() {
		t.Fatal("a tap does not open the list")
	}
	test.TapCanvas(o.w.Canvas(), fyne.NewPos(40, 37+34+6))
	o.wants(t, "r", "n", "c", "r")
}

func TestGivenAFoldedChoiceThatMayBeTakenBack_WhenItIsChosenAgain_ThenNothingIs(t *testing.T) {
	o := newOutcomes(t, 180)
	o.Optional = true
	o.w.Canvas().Focus(o.Segmented)
	o.key(fyne.KeyReturn, fyne.KeyReturn)
	o.wants(t, "", "")
	if !o.shows("Not chosen") {
		t.Errorf("it shows %q", wordsOf(o.Segmented))
	}
}

func TestGivenAFoldedSegmentedThatIsOff_WhenItIsPressed_ThenNothingOpens(t *testing.T) {
	o := newOutcomes(t, 180)
	o.Disable()
	test.TapCanvas(o.w.Canvas(), fyne.NewPos(40, 37))
	o.TypedRune(' ')
	o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if o.open() {
		t.Error("a list opened")
	}
}

func TestGivenAnOpenListOfSegments_WhenThereIsRoomAgain_ThenItCloses(t *testing.T) {
	o := newOutcomes(t, 180)
	o.w.Canvas().Focus(o.Segmented)
	o.key(fyne.KeyReturn)
	o.Resize(fyne.NewSize(360, 34))
	if o.open() {
		t.Error("the list stays over the words")
	}
}
