package parts_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// onPage shows an object at a width, as high as it is.
func onPage(t testing.TB, o fyne.CanvasObject, width float32) fyne.Window {
	t.Helper()
	w := test.NewWindow(container.NewWithoutLayout(o))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 200))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return w
}

// wordsAndGrounds are the words and the grounds that are drawn of an object.
func wordsAndGrounds(o fyne.CanvasObject) (words []*canvas.Text, grounds []*canvas.Rectangle) {
	for _, each := range test.LaidOutObjects(o) {
		switch each := each.(type) {
		case *canvas.Text:
			if each.Visible() && each.Text != "" {
				words = append(words, each)
			}
		case *canvas.Rectangle:
			if each.Visible() {
				grounds = append(grounds, each)
			}
		}
	}
	return words, grounds
}

func TestGivenMarkedWords_WhenTheyAreDrawn_ThenAGroundAndALineLieBehindEach(t *testing.T) {
	wear(t, look.Light)
	m := NewMarked(TypeMemory)
	m.SetText("Two were brought, one brought it", []Extent{{9, 16}, {22, 29}})
	onPage(t, m, 500)
	words, grounds := wordsAndGrounds(m)
	var texts []string
	for _, w := range words {
		texts = append(texts, w.Text)
	}
	if want := []string{"Two were ", "brought", ", one ", "brought", " it"}; !slices.Equal(texts, want) {
		t.Fatalf("drawn are %q", texts)
	}
	if len(grounds) != 4 {
		t.Fatalf("%d grounds are drawn", len(grounds))
	}
	for i, ground := range grounds {
		word := words[1+i/2*2]
		if ground.Position().X > word.Position().X || ground.Position().X+ground.Size().Width < word.Position().X+word.Size().Width {
			t.Errorf("ground %d does not lie behind %q", i, word.Text)
		}
	}
	if got := m.Marks(); !slices.Equal(got, []string{"brought", "brought"}) {
		t.Errorf("marked are %q", got)
	}
}

func TestGivenALongMarkedText_WhenThereIsLittleRoom_ThenItIsCutAndNothingIsMarkedBeyond(t *testing.T) {
	wear(t, look.Light)
	m := NewMarked(TypeMemory)
	text := strings.Repeat("words and words ", 20) + "end"
	m.SetText(text, []Extent{{0, 5}, {len(text) - 3, len(text)}})
	onPage(t, m, 200)
	words, grounds := wordsAndGrounds(m)
	last := words[len(words)-1]
	if last.Text != "…" || last.Position().X+last.MinSize().Width > 200 || len(grounds) != 2 {
		t.Errorf("it ends with %q at %v, with %d grounds", last.Text, last.Position().X, len(grounds))
	}
	m.Resize(fyne.NewSize(120, m.MinSize().Height))
	if words, _ = wordsAndGrounds(m); words[len(words)-1].Position().X > 120 {
		t.Error("a narrower line does not cut it anew")
	}
}

func TestGivenMoreLabelsThanRoom_WhenTheyAreDrawn_ThenTheRestIsCounted(t *testing.T) {
	wear(t, look.Light)
	l := NewLabels()
	var all []Label
	for range 9 {
		all = append(all, Label{Text: "#release", Fill: look.ColorSunken, Ink: look.ColorInk2})
	}
	l.SetLabels(all)
	onPage(t, l, 300)
	words, grounds := wordsAndGrounds(l)
	last := words[len(words)-1]
	if len(grounds) != len(words)-1 || last.Text != "+"+string(rune('0'+9-len(grounds))) || last.Position().X+last.Size().Width > 300 {
		t.Errorf("%d labels are drawn, then %q", len(grounds), last.Text)
	}
	l.SetLabels(all[:1])
	if words, _ := wordsAndGrounds(l); len(words) != 1 {
		t.Error("labels that are gone are still drawn")
	}
}

func TestGivenAQuery_WhenWordsOfItAreUnderstood_ThenAFillLiesBehindThemUnlessTheTextIsTooLong(t *testing.T) {
	wear(t, look.Light)
	cleared := 0
	f := NewQueryField("Search", func() { cleared++ })
	w := onPage(t, f, 400)
	w.Canvas().Focus(f.Editor)
	test.Type(f.Editor, "tag:x word")
	f.SetWords([]QueryWord{{Extent{0, 5}, look.ColorSunken}})
	if got := f.Words(); !slices.Equal(got, []string{"tag:x"}) {
		t.Errorf("on a fill stand %q", got)
	}
	fills := func() (n int) {
		_, grounds := wordsAndGrounds(f)
		for _, g := range grounds {
			if g.FillColor == look.Color(look.ColorSunken) && g.CornerRadius == 6 {
				n++
			}
		}
		return n
	}
	if fills() != 1 {
		t.Errorf("%d fills are drawn", fills())
	}
	f.Editor.Load("tag:x " + strings.Repeat("word ", 40))
	f.SetWords([]QueryWord{{Extent{0, 5}, look.ColorSunken}})
	if fills() != 0 {
		t.Error("a fill is drawn behind a text that is scrolled")
	}
}

func TestGivenAFilterWord_WhenItIsInUse_ThenItSaysSoInWords(t *testing.T) {
	wear(t, look.Dark)
	pressed := 0
	f := NewFilterWord("tag:release", "what carries this tag", func() { pressed++ })
	w := onPage(t, f, 220)
	if got := f.AccessibilityLabel(); got != "tag:release, what carries this tag" || f.Used() != "" {
		t.Errorf("it reads %q", got)
	}
	f.SetUse("tag:x", look.ColorSunken, look.ColorInk, true)
	if got := f.AccessibilityLabel(); got != "tag:x, in use, what carries this tag" || f.Used() != "tag:x" {
		t.Errorf("it reads %q", got)
	}
	w.Canvas().Focus(f)
	press(f, fyne.KeyReturn)
	if pressed != 1 {
		t.Error("Enter does not press it")
	}
}

func TestGivenMarkedWordsFarDown_WhenTheTextIsFilledAtTheMark_ThenTheyAreInSight(t *testing.T) {
	p := newPage(t)
	var all []Passage
	for range 80 {
		all = append(all, Passage{Runs: []Run{{Text: strings.Repeat("words ", 40)}}})
	}
	all = append(all, Passage{Runs: []Run{{Text: "here it "}, {Text: "is", Look: RunMarked}}}, all[0])
	p.FillAtMark(all)
	if p.texts()["is"] == nil {
		t.Error("the mark is out of sight")
	}
	if got := p.Marked(); !slices.Equal(got, []string{"is"}) {
		t.Errorf("marked are %q", got)
	}
	p.Fill(all)
	if p.texts()["is"] != nil {
		t.Error("filled again it does not begin at the top")
	}
}

func TestGivenThePartsOfASearch_WhenTheyAreDrawn_ThenTheyLookAsTheyDid(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("letters are drawn another way there")
	}
	wear(t, look.Light)
	f := NewQueryField("Search", nil)
	f.Editor.Load("kind:moment brought")
	f.SetWords([]QueryWord{{Extent{0, 11}, look.ColorMomentSoft}})
	m, l := NewMarked(TypeMemory), NewLabels()
	m.SetText("Brought a checklist to planning.", []Extent{{0, 7}})
	l.SetLabels([]Label{
		{Text: "#release", Fill: look.ColorMomentSoft, Ink: look.ColorMoment},
		{Text: "Coaches", Icon: look.IconCheck, Fill: look.ColorAccentSoft, Ink: look.ColorAccent},
		{Text: "Number", Icon: look.IconHash, Ink: look.ColorInk2},
	})
	word := NewFilterWord("kind:moment", "what it is", nil)
	word.SetUse("kind:moment", look.ColorMomentSoft, look.ColorMoment, true)
	w := onPage(t, Inset(Down(look.Space12, f, m, l, word), 8, 8, 8, 8), 360)
	test.AssertImageMatches(t, "search.png", w.Canvas().Capture())
}
