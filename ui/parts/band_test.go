package parts_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// bandWords are what the band of the design says.
var bandWords = BandWords{
	Line: "Coverage", LineNote: "strong, of 12", Parts: "Evidence", PartsNote: "entries a month",
	Marks: "Milestones", MarksNote: "dates that matter", Today: "Today", Level: "7 of 12", Rest: "5 to close",
	NoLine: "Say what the next role asks, and this fills.",
}

var bandKinds = []fyne.ThemeColorName{look.ColorReflection, look.ColorMoment, look.ColorFeedback, look.ColorApplication}

// designBand is the sheet of the picture.
func designBand() BandSheet {
	s := BandSheet{Kinds: bandKinds, Most: 12, Now: 8, Today: 8.4, Words: bandWords, Pitch: 64}
	labels := []string{"Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun"}
	parts := [][]int{{4, 1}, {5, 2}, {6, 2, 1}, {7, 3, 2}, {5, 2, 2, 2}, {3, 1}, {8, 3, 2, 2}, {9, 4, 3}, {5, 2, 2, 1}, {}, {}, {}}
	levels := []int{0, 0, 1, 3, 4, 5, 6, 7, 7}
	s.Label = func(i int) (label, full string) {
		switch {
		case i == 0:
			return labels[0], "Jul 2025"
		case i < len(labels):
			return labels[i], ""
		}
		return "x", ""
	}
	for i := range labels {
		c := BandColumn{Parts: parts[i], Ahead: i > 8}
		if i < len(levels) {
			c.Level = levels[i]
		}
		s.Columns = append(s.Columns, c)
	}
	s.Marks = []BandMark{
		{At: 3.72, Icon: look.IconFeedback, Ink: look.ColorFeedback, Title: "Tomas, follow-up", Note: "acted on", Weight: 2},
		{At: 5.33, Icon: look.IconApplications, Ink: look.ColorApplication, Title: "Fjordline", Note: "rejected, lesson kept", Weight: 2},
		{At: 7.3, Icon: look.IconApplications, Ink: look.ColorApplication, Title: "Ticketing", Note: "applied", Weight: 1},
		{At: 9.33, Icon: look.IconCalendar, Ink: look.ColorInk2, Title: "Review", Note: "10 April", Weight: 4},
		{At: 10.48, Icon: look.IconFlag, Ink: look.ColorWarn, Title: "Spring round", Note: "15 May", Weight: 5, Pole: true},
	}
	return s
}

// anyBand is a band as it may come: few or many columns, many or no dates.
var anyBand = rapid.Custom(func(t *rapid.T) BandSheet {
	s := BandSheet{Kinds: bandKinds, Words: bandWords, Pitch: rapid.SampledFrom([]float32{18, 44, 64}).Draw(t, "pitch")}
	n := rapid.IntRange(1, 80).Draw(t, "columns")
	s.Now = rapid.IntRange(0, n-1).Draw(t, "now")
	s.Today = float64(s.Now) + rapid.Float64Range(0, 0.999).Draw(t, "today")
	s.Most = rapid.IntRange(0, 60).Draw(t, "most")
	s.Words.Level = fmt.Sprintf("%d of %d", s.Most, s.Most)
	most := rapid.SampledFrom([]int{1, 20, 500, 100_000}).Draw(t, "entries")
	labels := rapid.SliceOfN(rapid.SampledFrom([]string{"Mar", "2026", "30 Nov", "September"}), n, n).Draw(t, "labels")
	s.Label = func(i int) (label, full string) { return labels[i], "Mar 2026" }
	for i := range n {
		c := BandColumn{Rank: i % 4, Ahead: i > s.Now}
		for range bandKinds {
			c.Parts = append(c.Parts, rapid.IntRange(0, most).Draw(t, "part"))
		}
		c.Level = rapid.IntRange(0, s.Most).Draw(t, "level")
		s.Columns = append(s.Columns, c)
	}
	for range rapid.IntRange(0, 40).Draw(t, "dates") {
		s.Marks = append(s.Marks, BandMark{
			At: rapid.Float64Range(0, float64(n)).Draw(t, "at"), Icon: look.IconFlag, Ink: look.ColorWarn,
			Title:  rapid.SampledFrom([]string{"", "Ada", "Ticketing", "The long name of an organisation"}).Draw(t, "title"),
			Note:   rapid.SampledFrom([]string{"", "applied", "rejected, lesson kept"}).Draw(t, "note"),
			Weight: rapid.IntRange(0, 5).Draw(t, "weight"), Pole: rapid.IntRange(0, 9).Draw(t, "pole") == 0,
		})
	}
	return s
})

// frame is the box of a text.
type frame struct {
	text string
	from fyne.Position
	to   fyne.Position
	size float32
}

// texts are the boxes of all texts of a band.
func texts(b *Band) []frame {
	var all []frame
	for _, o := range drawn[*canvas.Text](b) {
		if o.Text != "" {
			all = append(all, frame{o.Text, o.Position(), o.Position().Add(o.MinSize()), o.TextSize})
		}
	}
	return all
}

func TestGivenAnyBand_WhenDrawnInAWindowOfAnyWidth_ThenNoTextIsSmallOrMeetsAnother(t *testing.T) {
	wear(t, look.Light)
	rapid.Check(t, func(rt *rapid.T) {
		b := NewBand()
		// In a window of 900 the page has 840 beside the navigation as icons, or 688 beside its names.
		size := fyne.NewSize(
			rapid.SampledFrom([]float32{524, 580, 688, 784, 840, 1016, 1500}).Draw(rt, "width"),
			rapid.SampledFrom([]float32{BandLow, 230, BandHigh}).Draw(rt, "height"))
		b.Resize(size)
		s := anyBand.Draw(rt, "band")
		b.Fill(s, rapid.IntRange(0, len(s.Columns)-1).Draw(rt, "middle"))
		all := texts(b)
		for i, a := range all {
			if a.size < 12 {
				rt.Errorf("%q is set in %v", a.text, a.size)
			}
			if a.from.X < 0 || a.from.Y < 0 || a.to.X > size.Width || a.to.Y > size.Height {
				rt.Errorf("%q reaches from %v to %v, out of %v", a.text, a.from, a.to, size)
			}
			for _, c := range all[i+1:] {
				if a.from.X < c.to.X && c.from.X < a.to.X && a.from.Y < c.to.Y && c.from.Y < a.to.Y {
					rt.Errorf("%q from %v to %v meets %q from %v to %v", a.text, a.from, a.to, c.text, c.from, c.to)
				}
			}
		}
	})
}

func TestGivenAnyBand_WhenDrawn_ThenEveryDateInSightIsSomewhereAndNoTwoRingsMeet(t *testing.T) {
	wear(t, look.Light)
	rapid.Check(t, func(rt *rapid.T) {
		b := NewBand()
		b.Resize(fyne.NewSize(840, BandHigh))
		s := anyBand.Draw(rt, "band")
		s.Most = 0 // no disc on the line
		b.Fill(s, 0)
		var told []int
		b.OnMark = func(marks []int) { told = append(told, marks...) }
		rings := drawn[*canvas.Circle](b)
		for i, r := range rings {
			for _, o := range rings[i+1:] {
				if math.Abs(float64(r.Position().X-o.Position().X)) < 24 {
					rt.Errorf("rings at %v and %v", r.Position(), o.Position())
				}
			}
			b.Tapped(&fyne.PointEvent{Position: r.Position().AddXY(12, 12)})
		}
		first, end := b.InSight()
		var want []int
		for i, m := range s.Marks {
			if m.At > float64(first) && m.At < float64(end) {
				want = append(want, i)
			}
		}
		slices.Sort(told)
		for _, m := range want {
			if !slices.Contains(told, m) {
				rt.Errorf("the date at %v is nowhere", s.Marks[m].At)
			}
		}
		if len(slices.Compact(told)) != len(told) {
			rt.Errorf("a date is told twice: %v", told)
		}
	})
}

func TestGivenManyColumns_WhenDrawn_ThenOnlyThoseInSightAreObjects(t *testing.T) {
	wear(t, look.Light)
	count := func(n int) int {
		s := designBand()
		for range n {
			s.Columns = append(s.Columns, BandColumn{Parts: []int{1, 2, 3, 4}, Ahead: true})
		}
		b := NewBand()
		b.Resize(fyne.NewSize(1016, BandHigh))
		b.Fill(s, 8)
		return b.Drawn()
	}
	if few, many := count(20), count(20_000); many != few {
		t.Errorf("%d objects for few columns, %d for many", few, many)
	}
}

// bandStage is a band in a window, and what it told.
type bandStage struct {
	*Band
	w      fyne.Window
	opened []int
	marked [][]int
	zoomed []int
	views  int
}

func newBandStage(t testing.TB, columns int) *bandStage {
	t.Helper()
	wear(t, look.Light)
	s := &bandStage{Band: NewBand()}
	sheet := designBand()
	for len(sheet.Columns) < columns {
		sheet.Columns = append(sheet.Columns, BandColumn{Ahead: true})
	}
	s.OnOpen = func(i int) { s.opened = append(s.opened, i) }
	s.OnMark = func(m []int) { s.marked = append(s.marked, m) }
	s.OnZoom = func(by int) { s.zoomed = append(s.zoomed, by) }
	s.OnView = func(int, int) { s.views++ }
	s.Tip = func(i int) string { return fmt.Sprint("column ", i) }
	s.TipMarks = func(m []int) string { return fmt.Sprint("dates ", m) }
	s.w = show(t, WithTips(s.Band))
	s.w.Resize(fyne.NewSize(1016, BandHigh))
	s.Fill(sheet, sheet.Now)
	s.w.Canvas().Focus(s.Band)
	return s
}

func TestGivenABand_WhenTheKeysMove_ThenTheyMoveByColumnAndToTheEnds(t *testing.T) {
	s := newBandStage(t, 40)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyLeft, 7},
		{fyne.KeyRight, 8},
		{fyne.KeyHome, 0},
		{fyne.KeyLeft, 0},
		{fyne.KeyEnd, 39},
		{fyne.KeyRight, 39},
		{fyne.KeyPageUp, 27},
		{fyne.KeyPageDown, 39},
	} {
		press(s, c.key)
		first, end := s.InSight()
		if s.Column() != c.want || c.want < first || c.want >= end {
			t.Errorf("%s goes to %d with %d to %d in sight, want %d", c.key, s.Column(), first, end, c.want)
		}
	}
	press(s, fyne.KeyReturn)
	s.TypedRune(' ')
	if len(s.opened) != 2 || s.opened[1] != 39 || s.AccessibilityLabel() != "column 39" || s.views == 0 {
		t.Errorf("opened %v, it reads %q", s.opened, s.AccessibilityLabel())
	}
}

func TestGivenDates_WhenTheKeyboardGoesDown_ThenItGoesFromDateToDateAndOpensThem(t *testing.T) {
	s := newBandStage(t, 12)
	press(s, fyne.KeyDown)
	near := s.AccessibilityLabel()
	press(s, fyne.KeyRight)
	press(s, fyne.KeyReturn)
	press(s, fyne.KeyUp)
	if near != "dates [3]" || len(s.marked) != 1 || s.marked[0][0] != 4 || s.AccessibilityLabel() != "column 8" {
		t.Errorf("down at %q, opened %v, up at %q", near, s.marked, s.AccessibilityLabel())
	}
}

func TestGivenABand_WhenPlusMinusOrCtrlAndTheWheelAreUsed_ThenItAsksForAnotherScale(t *testing.T) {
	s := newBandStage(t, 40)
	s.TypedRune('+')
	s.TypedRune('-')
	held := fyne.KeyModifierControl
	s.Modifiers = func() fyne.KeyModifier { return held }
	test.Scroll(s.w.Canvas(), fyne.NewPos(500, 100), 0, 30)
	test.Scroll(s.w.Canvas(), fyne.NewPos(500, 100), 0, -30)
	if fmt.Sprint(s.zoomed) != "[1 -1 1 -1]" {
		t.Errorf("it asked for %v", s.zoomed)
	}
	before, _ := s.InSight()
	held = 0
	test.Scroll(s.w.Canvas(), fyne.NewPos(500, 100), 0, -30)
	if first, _ := s.InSight(); first != before+2 || len(s.zoomed) != 4 {
		t.Errorf("the wheel went from %d to %d", before, first)
	}
}

func TestGivenAColumn_WhenTapped_ThenItOpensAndHasTheKeyboard(t *testing.T) {
	s := newBandStage(t, 12)
	s.w.Canvas().Unfocus()
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(150+70*2.5, 120))
	if len(s.opened) != 1 || s.opened[0] != 2 || s.w.Canvas().Focused() != fyne.Focusable(s.Band) || s.Column() != 2 {
		t.Errorf("opened %v, the keyboard is at %d", s.opened, s.Column())
	}
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(60, 120))
	if len(s.opened) != 1 {
		t.Error("the name of a lane opened a column")
	}
}

func TestGivenAnUpdate_WhenTheSameColumnsAreShown_ThenItStaysWhereItIs(t *testing.T) {
	s := newBandStage(t, 40)
	press(s, fyne.KeyHome)
	first, _ := s.InSight()
	sheet := designBand()
	for len(sheet.Columns) < 40 {
		sheet.Columns = append(sheet.Columns, BandColumn{})
	}
	s.Update(sheet)
	if now, _ := s.InSight(); now != first || s.Column() != 0 {
		t.Errorf("it went from %d to %d, the keyboard to %d", first, now, s.Column())
	}
	s.Fill(BandSheet{Words: bandWords}, -1)
	press(s, fyne.KeyLeft)
	press(s, fyne.KeyReturn)
	if len(s.opened) != 0 || s.Column() != -1 {
		t.Errorf("an empty band opened %v", s.opened)
	}
}
