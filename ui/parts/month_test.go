package parts_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// calendar is a month in a window, with all it told.
type calendar struct {
	*Month
	w      fyne.Window
	chosen []Date
	turned []time.Month
}

func newCalendar(t *testing.T, first time.Weekday, at Date) *calendar {
	t.Helper()
	wear(t, look.Light)
	c := &calendar{Month: NewMonth(EnglishNames(), first)}
	c.OnSelect = func(d Date) { c.chosen = append(c.chosen, d) }
	c.OnMonthChange = func(_ int, m time.Month) { c.turned = append(c.turned, m) }
	c.SetToday(at)
	c.SetMonth(at.Year, at.Month)
	c.SetSelected(at)
	c.w = stand(t, c.Month)
	c.w.Canvas().Focus(c.Month)
	return c
}

func (c *calendar) key(names ...fyne.KeyName) {
	for _, n := range names {
		c.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (c *calendar) wants(t *testing.T, after string, want Date) {
	t.Helper()
	c.chosen = nil
	c.key(fyne.KeyReturn)
	if len(c.chosen) != 1 || c.chosen[0] != want {
		t.Errorf("%s chose %v, want %v", after, c.chosen, want)
	}
}

func TestGivenAMonth_WhenTheKeysMove_ThenTheyMoveByDayWeekAndMonth(t *testing.T) {
	c := newCalendar(t, time.Monday, Date{2026, time.March, 12})
	c.key(fyne.KeyRight)
	c.wants(t, "Right", Date{2026, time.March, 13})
	c.key(fyne.KeyUp)
	c.wants(t, "Up", Date{2026, time.March, 6})
	c.key(fyne.KeyDown, fyne.KeyLeft)
	c.wants(t, "Down and Left", Date{2026, time.March, 12})
	c.key(fyne.KeyHome)
	c.wants(t, "Home", Date{2026, time.March, 1})
	c.key(fyne.KeyEnd)
	c.wants(t, "End", Date{2026, time.March, 31})
	if len(c.turned) != 0 {
		t.Errorf("the month was turned: %v", c.turned)
	}
}

func TestGivenTheLastOfALongMonth_WhenTurned_ThenNoMonthIsSkipped(t *testing.T) {
	c := newCalendar(t, time.Monday, Date{2026, time.January, 31})
	c.key(fyne.KeyPageDown)
	c.wants(t, "Page Down", Date{2026, time.February, 28})
	c.key(fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp)
	c.wants(t, "Page Up", Date{2025, time.December, 28})
	if y, m := c.Shown(); y != 2025 || m != time.December || len(c.turned) != 5 {
		t.Errorf("shown is %v %d, turned %v", m, y, c.turned)
	}
	c.key(fyne.KeyEnd, fyne.KeyRight)
	c.wants(t, "the day after the last", Date{2026, time.January, 1})
}

func TestGivenAMonth_WhenADayIsTapped_ThenThatDayIsChosen(t *testing.T) {
	for _, c := range []struct {
		first time.Weekday
		x     float32
	}{{time.Monday, 3*32 + 14}, {time.Sunday, 4*32 + 14}} {
		m := newCalendar(t, c.first, Date{2026, time.March, 31})
		row := float32(1) // the row of 5 March, when the week begins on Monday
		if c.first == time.Sunday {
			row = 0
		}
		test.TapCanvas(m.w.Canvas(), fyne.NewPos(20+c.x, 20+56+32*row+16))
		if len(m.chosen) != 1 || m.chosen[0] != (Date{2026, time.March, 5}) {
			t.Errorf("weeks from %v: chose %v", c.first, m.chosen)
		}
		test.TapAt(m.Month, fyne.NewPos(4, 100+32*7))
		if len(m.chosen) != 1 {
			t.Error("a tap beside the days chose one")
		}
	}
}

func TestGivenTheButtonsOfAMonth_WhenPressed_ThenItTurns(t *testing.T) {
	c := newCalendar(t, time.Monday, Date{2026, time.December, 12})
	c.w.Canvas().Unfocus()
	test.TapCanvas(c.w.Canvas(), fyne.NewPos(20+220+7-14, 20+17))
	if y, m := c.Shown(); y != 2027 || m != time.January {
		t.Errorf("shown is %v %d", m, y)
	}
	test.TapCanvas(c.w.Canvas(), fyne.NewPos(20+220+7-14-28, 20+17))
	if y, m := c.Shown(); y != 2026 || m != time.December {
		t.Errorf("shown is %v %d", m, y)
	}
}

func TestGivenMarks_WhenDrawn_ThenTheyShowInTheirColoursAndGoWithTheMonth(t *testing.T) {
	c := newCalendar(t, time.Monday, Date{2026, time.March, 12})
	feedback := look.Color(look.ColorFeedback)
	if n := countColour(c.w.Canvas().Capture(), feedback); n != 0 {
		t.Fatalf("%d pixels of a mark before there is one", n)
	}
	c.SetMarks(map[Date][]fyne.ThemeColorName{{2026, time.March, 6}: {look.ColorFeedback}})
	if countColour(c.w.Canvas().Capture(), feedback) == 0 {
		t.Error("the mark does not show")
	}
	c.SetMonth(2026, time.April)
	if countColour(c.w.Canvas().Capture(), feedback) != 0 {
		t.Error("the mark shows in another month")
	}
}

func TestGivenAMonth_WhenItHasFourFiveOrSixWeeks_ThenItIsAsHigh(t *testing.T) {
	for month, weeks := range map[Date]float32{
		{2021, time.February, 1}: 4, {2026, time.April, 1}: 5, {2026, time.March, 1}: 6,
	} {
		c := newCalendar(t, time.Monday, month)
		if got, want := c.MinSize().Height, 58+32*weeks; got != want {
			t.Errorf("%v: %v high, want %v", month, got, want)
		}
	}
}

func TestGivenAMonth_WhenAReaderOfTheScreenAsks_ThenItReadsTheDay(t *testing.T) {
	c := newCalendar(t, time.Monday, Date{2026, time.March, 12})
	c.key(fyne.KeyLeft)
	if c.AccessibilityLabel() != "11 March 2026" {
		t.Errorf("it reads %q", c.AccessibilityLabel())
	}
}

func TestGivenDays_WhenCounted_ThenMonthsAndYearsAreRight(t *testing.T) {
	if got := (Date{2024, time.February, 28}).AddDays(1); got != (Date{2024, time.February, 29}) {
		t.Errorf("got %v", got)
	}
	if got := (Date{2024, time.March, 31}).AddMonths(-1); got != (Date{2024, time.February, 29}) {
		t.Errorf("got %v", got)
	}
	if !(Date{2027, time.January, 1}).After(Date{2026, time.December, 31}) {
		t.Error("the new year is not after the old")
	}
}
