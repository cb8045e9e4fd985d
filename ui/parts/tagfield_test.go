package parts_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// tagging is a tag field in a window, with all it told.
type tagging struct {
	*TagField
	w    fyne.Window
	told [][]string
}

func newTagging(t *testing.T, tags ...string) *tagging {
	t.Helper()
	wear(t, look.Light)
	f := &tagging{TagField: NewTagField("Tag")}
	f.OnChanged = func(tags []string) { f.told = append(f.told, tags) }
	f.SetTags(tags)
	f.w = stand(t, f.TagField)
	return f
}

// begin opens the line to type in, by keyboard.
func (f *tagging) begin() {
	f.w.Canvas().FocusNext()
	for range 20 {
		if c, ok := f.w.Canvas().Focused().(*Chip); ok && c.Label() == "Tag" {
			c.TypedRune(' ')
			return
		}
		f.w.Canvas().FocusNext()
	}
}

func (f *tagging) typeIn(text string) {
	for _, r := range text {
		f.w.Canvas().Focused().TypedRune(r)
	}
}

func (f *tagging) key(names ...fyne.KeyName) {
	for _, n := range names {
		f.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (f *tagging) wants(t *testing.T, tags string, told int) {
	t.Helper()
	if got := strings.Join(f.Tags(), "|"); got != tags || len(f.told) != told {
		t.Errorf("tags %q told %d times, want %q told %d times", got, len(f.told), tags, told)
	}
	if told > 0 && !slices.Equal(f.told[len(f.told)-1], f.Tags()) {
		t.Errorf("told %v", f.told)
	}
}

func TestGivenATagField_WhenTagsAreSet_ThenNobodyIsTold(t *testing.T) {
	f := newTagging(t, "incident-review", "priya")
	f.wants(t, "incident-review|priya", 0)
}

func TestGivenATagField_WhenTypingAndEnter_ThenTheTagIsAddedAndTheNextCanBeTyped(t *testing.T) {
	f := newTagging(t)
	f.begin()
	f.typeIn("team/on call")
	f.key(fyne.KeyReturn)
	f.typeIn("#release")
	f.key(fyne.KeyEnter)
	f.wants(t, "team/on call|release", 2)
}

func TestGivenATagField_WhenACommaIsTyped_ThenTheTagBeforeItIsAdded(t *testing.T) {
	f := newTagging(t)
	f.begin()
	f.typeIn("one, two,one,")
	f.wants(t, "one|two", 2)
}

func TestGivenAnEmptyLine_WhenBackspace_ThenTheLastTagGoes(t *testing.T) {
	f := newTagging(t, "a", "b")
	f.begin()
	f.typeIn("x")
	f.key(fyne.KeyBackspace)
	f.wants(t, "a|b", 0)
	f.key(fyne.KeyBackspace)
	f.wants(t, "a", 1)
}

func TestGivenATagHalfTyped_WhenEscape_ThenItIsGivenUp(t *testing.T) {
	f := newTagging(t, "a")
	f.begin()
	f.typeIn("half")
	f.key(fyne.KeyEscape)
	f.wants(t, "a", 0)
	if c, ok := f.w.Canvas().Focused().(*Chip); !ok || c.Label() != "Tag" {
		t.Error("the keyboard is not back at the offer to add")
	}
}

func TestGivenATagHalfTyped_WhenTheKeyboardGoesElsewhere_ThenItIsKept(t *testing.T) {
	f := newTagging(t)
	f.begin()
	f.typeIn("typed")
	f.w.Canvas().Unfocus()
	f.wants(t, "typed", 1)
}

func TestGivenSuggestions_WhenDownAndEnter_ThenTheSuggestedTagIsAdded(t *testing.T) {
	f := newTagging(t, "release")
	f.Suggest = func(prefix string) []string {
		if prefix == "re" {
			return []string{"release", "review", "retro"}
		}
		return nil
	}
	f.begin()
	f.typeIn("re")
	f.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	f.wants(t, "release|review", 1)
}

func TestGivenAChipOfATag_WhenDeleteIsTyped_ThenThatTagGoes(t *testing.T) {
	f := newTagging(t, "a", "b", "c")
	f.w.Canvas().FocusNext()
	f.w.Canvas().FocusNext()
	f.key(fyne.KeyDelete)
	f.wants(t, "a|c", 1)
}

func TestGivenSuggestions_WhenOneIsClicked_ThenItIsAddedAndNotWhatWasTyped(t *testing.T) {
	f := newTagging(t)
	f.Suggest = func(string) []string { return []string{"review"} }
	f.begin()
	f.typeIn("re")
	on := fyne.NewPos(20+140+8+20, 20+12) // behind the line to type in
	test.MoveMouse(f.w.Canvas(), on)
	test.TapCanvas(f.w.Canvas(), on)
	f.wants(t, "review", 1)
}

func TestGivenSuggestionsThatComeLate_WhenTheyAreThere_ThenTheyAreOffered(t *testing.T) {
	f := newTagging(t)
	var known []string
	begun := 0
	f.OnBegin = func() { begun++ }
	f.Suggest = func(string) []string { return known }
	f.Suggested()
	f.Begin()
	known = []string{"review"}
	f.Suggested()
	f.key(fyne.KeyDown, fyne.KeyReturn)
	f.wants(t, "review", 1)
	if begun != 1 {
		t.Errorf("it began %d times", begun)
	}
}
