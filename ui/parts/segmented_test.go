package parts_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// outcomes is a Segmented with a list, where it is folded.
type outcomes struct {
	*Segmented
	listing
}

func newOutcomes(t *testing.T, width float32) *outcomes {
	t.Helper()
	wear(t, look.Light)
	o := &outcomes{}
	o.Segmented = NewSegmented([]Segment{{"r", "More revenue"}, {"c", "Lower costs"}, {"n", "New business"}}, o.tell)
	o.show(t, o.Segmented, 20, width)
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
