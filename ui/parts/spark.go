package parts

import (
	"cmp"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// SparkPoint is a value at a moment. Moments are counted in whatever unit, the later the larger.
type SparkPoint struct{ At, Value float64 }

// Spark is a small chart of values over time: a line, a dot for each of a few values, a larger one for the last. What
// it shows has to stand in words beside it too.
type Spark struct {
	widget.BaseWidget
	points []SparkPoint
	words  string

	floor  *Hairline
	lines  []*canvas.Line
	dots   []*canvas.Circle
	last   *canvas.Circle
	holder *fyne.Container
}

var (
	_ fyne.Widget     = (*Spark)(nil)
	_ fyne.Accessible = (*Spark)(nil)
)

// Sizes in a chart.
const (
	sparkHeight float32 = 44
	sparkDot    float32 = 4
	sparkLast   float32 = 8
	sparkStroke float32 = 1.5
	sparkDotted         = 24  // values up to which each has its dot
	sparkMost           = 120 // points that are drawn at most
)

// NewSpark returns an empty chart.
func NewSpark() *Spark {
	s := &Spark{floor: NewHairline(), last: canvas.NewCircle(color.Transparent), holder: &fyne.Container{}}
	s.build()
	s.ExtendBaseWidget(s)
	return s
}

// SetPoints shows values, in any order. The words are what readers of the screen hear of them.
func (s *Spark) SetPoints(points []SparkPoint, words string) {
	s.points, s.words = thinned(points), words
	s.build()
	s.Refresh()
}

// Points returns how many values are drawn.
func (s *Spark) Points() int { return len(s.points) }

// thinned sorts points by their moment. Of more than can be drawn it keeps every so many, and the last in any case.
func thinned(points []SparkPoint) []SparkPoint {
	points = slices.Clone(points)
	slices.SortStableFunc(points, func(a, b SparkPoint) int { return cmp.Compare(a.At, b.At) })
	if len(points) <= sparkMost {
		return points
	}
	few := make([]SparkPoint, sparkMost)
	for i := range few {
		few[i] = points[i*(len(points)-1)/(sparkMost-1)]
	}
	return few
}

// build makes what the points are drawn with.
func (s *Spark) build() {
	s.lines, s.dots = nil, nil
	objects := []fyne.CanvasObject{s.floor}
	for range max(len(s.points)-1, 0) {
		line := canvas.NewLine(color.Transparent)
		line.StrokeWidth = sparkStroke
		s.lines, objects = append(s.lines, line), append(objects, line)
	}
	if len(s.points) <= sparkDotted {
		for range max(len(s.points)-1, 0) {
			dot := canvas.NewCircle(color.Transparent)
			s.dots, objects = append(s.dots, dot), append(objects, dot)
		}
	}
	s.holder.Objects = append(objects, s.last)
	setVisible(s.last, len(s.points) > 0)
}

// AccessibilityLabel reads what the chart shows.
func (s *Spark) AccessibilityLabel() string { return s.words }

// AccessibilityRole tells readers of the screen that this is to be read.
func (s *Spark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (s *Spark) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.holder)
}

func (s *Spark) minSize() fyne.Size { return fyne.NewSize(look.Space40, sparkHeight) }

func (s *Spark) layout(size fyne.Size) {
	s.holder.Resize(size)
	s.floor.Move(fyne.NewPos(0, size.Height-1))
	s.floor.Resize(fyne.NewSize(size.Width, 1))
	at := s.places(size)
	for i, line := range s.lines {
		line.Position1, line.Position2 = at[i], at[i+1]
		line.Refresh()
	}
	for i, dot := range s.dots {
		round(dot, at[i], sparkDot)
	}
	if len(at) > 0 {
		round(s.last, at[len(at)-1], sparkLast)
	}
}

// places returns where the points stand in a size. One alone stands at the right, and values that are all the same in
// the middle of the height.
func (s *Spark) places(size fyne.Size) []fyne.Position {
	if len(s.points) == 0 {
		return nil
	}
	low, high := s.points[0].Value, s.points[0].Value
	for _, p := range s.points {
		low, high = min(low, p.Value), max(high, p.Value)
	}
	first, last := s.points[0].At, s.points[len(s.points)-1].At
	wide, tall := size.Width-sparkLast, size.Height-sparkLast-2
	all := make([]fyne.Position, len(s.points))
	for i, p := range s.points {
		x, y := float32(1), float32(0.5)
		if last > first {
			x = float32((p.At - first) / (last - first))
		}
		if high > low {
			y = float32((p.Value/2 - low/2) / (high/2 - low/2)) // halves: the largest numbers have no difference
		}
		all[i] = fyne.NewPos(sparkLast/2+x*wide, sparkLast/2+(1-y)*tall)
	}
	return all
}

// round puts a circle around a place.
func round(c *canvas.Circle, at fyne.Position, side float32) {
	c.Move(at.SubtractXY(side/2, side/2))
	c.Resize(fyne.NewSquareSize(side))
}

func (s *Spark) paint() {
	accent := look.Color(look.ColorAccent)
	for _, line := range s.lines {
		line.StrokeColor = accent
		line.Refresh()
	}
	for _, dot := range append(slices.Clip(s.dots), s.last) {
		dot.FillColor = accent
		dot.Refresh()
	}
}
