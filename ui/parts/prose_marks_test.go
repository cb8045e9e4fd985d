package parts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// compared is a pair of texts in which the last word is another.
func compared(words int, was, is string) Passage {
	same := Run{Text: strings.Repeat("words ", words)}
	return Passage{Sort: PassagePair, Runs: []Run{same, {Text: was, Look: RunGone}}, Beside: []Run{same, {Text: is, Look: RunCame}}}
}

func TestGivenAPair_WhenDrawn_ThenBothSidesBeginOnOneLineAndWhatFollowsStandsBelowTheLonger(t *testing.T) {
	p := newPage(t, compared(0, "old", "new "+strings.Repeat("and on ", 20)), Passage{Sort: PassagePair, Runs: []Run{{Text: "next"}}})
	lines := 0
	for text := range p.texts() {
		if strings.HasPrefix(text, "new") || strings.HasPrefix(text, "and") || strings.HasPrefix(text, "on") {
			lines++
		}
	}
	if lines < 2 || p.texts()["old"] == nil {
		t.Fatalf("the right side stands on %d lines", lines)
	}
	if old, next := p.at(t, "old"), p.at(t, "next"); next.X != old.X || next.Y < old.Y+float32(lines)*20 {
		t.Errorf("the left side stands at %v, what follows at %v", old, next)
	}
	if got := fmt.Sprint(p.Marked()); !strings.HasPrefix(got, "[old new") {
		t.Errorf("marked are %s", got)
	}
}

func TestGivenWordsThatCameAndWent_WhenDrawn_ThenOneIsUnderlinedAndTheOtherStruckThrough(t *testing.T) {
	p := newPage(t, compared(0, "old", "new"))
	picture := p.w.Canvas().Capture()
	for _, role := range []fyne.ThemeColorName{look.ColorAccent, look.ColorWarn, look.ColorAccentSoft, look.ColorWarnSoft} {
		if countColour(picture, look.Color(role)) < 20 {
			t.Errorf("nothing is drawn in %s", role)
		}
	}
}

func TestGivenMarksFarApart_WhenNAndPArePressed_ThenTheyComeIntoSightOneByOne(t *testing.T) {
	p := newPage(t, compared(2000, "first", "1st"), says("between"), compared(2000, "second", "2nd"), compared(2000, "third", "3rd"))
	p.w.Canvas().Focus(p.Prose)
	told := ""
	p.OnMark = func(at, of int) { told += fmt.Sprint(at, "/", of, " ") }
	var met []string
	for _, key := range "nnnnp" {
		p.TypedRune(key)
		for _, word := range []string{"first", "second", "third"} {
			if slices.ContainsFunc(p.seen(400), func(text string) bool { return strings.Contains(text, word) }) {
				met = append(met, word)
			}
		}
	}
	if got := strings.Join(met, " "); got != "first second third third second" {
		t.Errorf("in sight came %s", got)
	}
	if told != "0/3 1/3 2/3 2/3 1/3 " {
		t.Errorf("told is %q", told)
	}
	p.Fill([]Passage{says("nothing changed")})
	told = ""
	p.TypedRune('n')
	if told != "" {
		t.Errorf("without marks, told is %q", told)
	}
}

func TestGivenTwoLongTextsBesideEachOther_WhenShown_ThenOnlyLinesInSightAreBuilt(t *testing.T) {
	p := newPage(t)
	p.FillAtMark([]Passage{compared(10_000, "old", "new")})
	if n := p.Built(); n == 0 || n > 120 {
		t.Errorf("%d lines are built", n)
	}
}

// seen are the texts within the first points of the window's height.
func (p *page) seen(height float32) (all []string) {
	for text, o := range p.texts() {
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y; y >= 0 && y < height {
			all = append(all, text)
		}
	}
	return all
}

func BenchmarkFillPairs(b *testing.B) {
	p := newPage(b)
	passages := []Passage{compared(10_000, "old", "new")}
	for b.Loop() {
		p.Fill(passages)
	}
}
