package parts_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// sparkOf draws a chart of values, a day apart.
func sparkOf(t *testing.T, values ...float64) *Spark {
	t.Helper()
	wear(t, look.Light)
	s := NewSpark()
	points := make([]SparkPoint, len(values))
	for i, v := range values {
		points[len(values)-1-i] = SparkPoint{At: float64(i), Value: v} // the latest first
	}
	s.SetPoints(points, "in words")
	s.Resize(fyne.NewSize(200, 44))
	return s
}

// middle is where a dot stands.
func middle(c *canvas.Circle) fyne.Position {
	return c.Position().AddXY(c.Size().Width/2, c.Size().Height/2)
}

func TestGivenValues_WhenDrawn_ThenTheyGoFromLeftToRightAndTheHighestIsOnTop(t *testing.T) {
	s := sparkOf(t, 1, 3, 2)
	dots := drawn[*canvas.Circle](s)
	if len(dots) != 3 || len(drawn[*canvas.Line](s)) != 2 {
		t.Fatalf("%d dots and %d lines", len(dots), len(drawn[*canvas.Line](s)))
	}
	a, b, last := middle(dots[0]), middle(dots[1]), middle(dots[2])
	if a.X >= b.X || b.X >= last.X || b.Y >= last.Y || last.Y >= a.Y {
		t.Errorf("they stand at %v, %v, %v", a, b, last)
	}
	if dots[2].Size().Width <= dots[0].Size().Width {
		t.Error("the last is not larger")
	}
}

func TestGivenAnyValues_WhenDrawn_ThenNothingIsOutsideTheChart(t *testing.T) {
	for name, values := range map[string][]float64{
		"none": nil, "one": {5}, "all the same": {5, 5, 5}, "below nothing": {-3, 0, 2},
		"the largest": {math.MaxFloat64, -math.MaxFloat64}, "many": make([]float64, 1000),
	} {
		s := sparkOf(t, values...)
		for _, dot := range drawn[*canvas.Circle](s) {
			from, to := dot.Position(), dot.Position().Add(dot.Size())
			if !(from.X >= 0 && from.Y >= 0 && to.X <= 200 && to.Y <= 44) { // so that NaN fails
				t.Errorf("%s: a dot from %v to %v", name, from, to)
			}
		}
		if name == "none" && len(drawn[*canvas.Circle](s)) > 0 {
			t.Error("a chart of nothing has a dot")
		}
	}
}

func TestGivenManyValues_WhenDrawn_ThenFewPointsShowThemAndTheLastIsKept(t *testing.T) {
	values := make([]float64, 1000)
	values[len(values)-1] = 1
	s := sparkOf(t, values...)
	if s.Points() != 120 || len(drawn[*canvas.Circle](s)) != 1 {
		t.Errorf("%d points, %d dots", s.Points(), len(drawn[*canvas.Circle](s)))
	}
	if y := middle(drawn[*canvas.Circle](s)[0]).Y; y > 10 {
		t.Errorf("the last stands at a height of %v", y)
	}
	if s.AccessibilityLabel() != "in words" {
		t.Errorf("it reads %q", s.AccessibilityLabel())
	}
}
