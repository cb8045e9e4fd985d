package parts

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

// heatOf is a year up to a day in a window of a width.
func heatOf(t testing.TB, last Date, width float32, counts map[Date]int) *Heat {
	t.Helper()
	test.NewTempApp(t)
	h := NewHeat(EnglishNames(), time.Monday)
	h.Tip = func(d Date) string { return fmt.Sprint(d, " ", counts[d]) }
	h.SetDays(last, counts)
	w := test.NewTempWindow(t, h)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 140))
	return h
}

func TestGivenRoom_ThenAYearHasFiftyThreeWeeksAndEndsToday(t *testing.T) {
	last := Date{2026, time.November, 22} // a Sunday
	h := heatOf(t, last, 800, nil)
	if h.Weeks() != 53 || h.start() != (Date{2025, time.November, 17}) || len(h.squares) != 53*7 {
		t.Errorf("%d weeks from %v, %d squares", h.Weeks(), h.start(), len(h.squares))
	}
	if narrow := heatOf(t, last, 300, nil); narrow.Weeks() != 20 || !narrow.shown(last) || narrow.start().Weekday() != time.Monday {
		t.Errorf("narrow it has %d weeks from %v", narrow.Weeks(), narrow.start())
	}
}

// TestTheNamesOfMonthsStandApart holds at every width, so that none is read as
// another's.
func TestTheNamesOfMonthsStandApart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		last := dateOf(time.Date(2026, 1, rapid.IntRange(1, 800).Draw(rt, "day"), 12, 0, 0, 0, time.UTC))
		h := heatOf(t, last, float32(rapid.IntRange(140, 900).Draw(rt, "width")), nil)
		end := float32(0)
		for _, m := range h.months {
			if m.Position().X < end {
				rt.Errorf("%q begins at %v, before %v", m.Text, m.Position().X, end)
			}
			end = m.Position().X + m.Size().Width
		}
		if end > h.Size().Width {
			rt.Errorf("the last name ends at %v of %v", end, h.Size().Width)
		}
	})
}

func TestOfAMonthWithOneWeekInSight_ThenTheNextOneIsNamed(t *testing.T) {
	h := heatOf(t, Date{2026, time.November, 22}, heatLeft+40*heatPitch, nil) // from Monday, 16 February
	if h.start() != (Date{2026, time.February, 16}) || h.months[0].Text != "Mar" {
		t.Errorf("from %v the first name is %q", h.start(), h.months[0].Text)
	}
}

func TestMoreWrittenIsALargerSquare(t *testing.T) {
	last := Date{2026, time.November, 22}
	counts := map[Date]int{last.AddDays(-1): 1, last.AddDays(-2): 2, last.AddDays(-3): 3, last.AddDays(-4): 4, last.AddDays(-5): 500}
	h := heatOf(t, last, 800, counts)
	side := func(ago int) float32 { return h.squares[h.number(last.AddDays(-ago))].Size().Width }
	for ago := range 4 {
		if side(ago) >= side(ago+1) {
			t.Errorf("%d entries are %v wide, %d are %v", ago, side(ago), ago+1, side(ago+1))
		}
	}
	if side(4) != side(5) || side(5) > heatPitch {
		t.Errorf("500 entries are %v wide, 4 are %v", side(5), side(4))
	}
}

func TestTheKeyboardMovesThroughTheYearAndOpensADay(t *testing.T) {
	last := Date{2026, time.November, 22}
	h := heatOf(t, last, 800, map[Date]int{})
	var opened Date
	h.OnSelect = func(d Date) { opened = d }
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			h.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyRight, fyne.KeyDown) // there is nothing after the last day
	if h.Cursor() != last {
		t.Fatalf("it went to %v", h.Cursor())
	}
	press(fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	if want := last.AddDays(-8); opened != want || h.AccessibilityLabel() != fmt.Sprint(want, " 0") {
		t.Errorf("opened is %v, and it reads %q", opened, h.AccessibilityLabel())
	}
	press(fyne.KeyHome)
	if h.Cursor() != h.start() {
		t.Errorf("Home goes to %v", h.Cursor())
	}
	h.Tapped(&fyne.PointEvent{Position: h.cell(last.AddDays(-3)).AddXY(5, 5)})
	if opened != last.AddDays(-3) {
		t.Errorf("a tap opens %v", opened)
	}
}
