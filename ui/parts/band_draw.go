package parts

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// The types of a band.
var (
	typeBandLane  = TypeStrong
	typeBandSmall = Type{SemiBold, look.SizeCaption, look.ColorInk}
	typeBandTitle = Type{Medium, look.SizeCaption, look.ColorInk}
	typeBandNow   = Type{SemiBold, look.SizeCaption, look.ColorInk}
	typeBandToday = Type{SemiBold, look.SizeCaption, look.ColorPage}
	typeBandLevel = Type{SemiBold, look.SizeUI, look.ColorAccent}
)

// renew draws what is in sight.
func (b *Band) renew() {
	b.fit()
	b.pen.begin()
	if len(b.sheet.Columns) > 0 && b.Size().Width > bandSmall/2 {
		b.draw()
	}
	b.pen.end()
	b.drawRing()
	canvas.Refresh(b)
	if first, end := b.InSight(); b.OnView != nil && b.seen != [2]int{first, end} {
		b.seen = [2]int{first, end}
		b.OnView(first, end)
	}
}

// fit brings the band into its size. Where other columns fit than before, the one that the keyboard is at stays in sight.
func (b *Band) fit() {
	first, end := b.InSight()
	before := b.grid.fit
	b.grid = b.newGrid(b.Size())
	if now := b.grid.fit; now != before && b.cursor >= first && b.cursor < end {
		b.first = min(b.first, b.cursor)
		if b.cursor >= b.first+now || now > before {
			b.first = b.cursor - now/2
		}
	}
	b.first = max(min(b.first, len(b.sheet.Columns)-b.grid.fit), 0)
}

func (b *Band) draw() {
	b.drawFuture()
	b.drawLight()
	b.drawNames()
	if b.grid.cover {
		b.drawLine()
	}
	b.drawBars()
	for _, l := range b.placeLabels() {
		b.pen.word(l.text, b.labelType(l.column), fyne.TextAlignLeading, l.x, b.grid.bars+bandLabel)
	}
	b.placed = nil
	if b.grid.marks {
		b.drawMarks()
	}
}

// along returns where a place of the sheet stands.
func (b *Band) along(at float64) float32 { return b.grid.x(b.first, at) }

// drawFuture sinks what lies ahead.
func (b *Band) drawFuture() {
	first, end := b.InSight()
	for i := first; i < end; i++ {
		if b.sheet.Columns[i].Ahead {
			g := b.grid
			b.pen.box(look.ColorSunken, look.RadiusField, b.along(float64(i)), bandPanel-1, b.along(float64(end))+5, g.size.Height-bandPanel)
			return
		}
	}
}

// drawLight lights the column under the pointer.
func (b *Band) drawLight() {
	first, end := b.InSight()
	if b.hovered < first || b.hovered >= end || b.pointed >= 0 {
		return
	}
	left, top, right, bottom := b.boxOf(b.hovered)
	b.pen.box(look.ColorHover, look.RadiusField, left, top, right, bottom)
}

// boxOf is what a column takes of the band.
func (b *Band) boxOf(column int) (left, top, right, bottom float32) {
	g := b.grid
	return b.along(float64(column)), g.top - 7, b.along(float64(column + 1)), g.bars + 2*bandLabel
}

// drawNames names the lanes.
func (b *Band) drawNames() {
	g, w := b.grid, b.sheet.Words
	if g.cover {
		right := g.left - 8
		if b.sheet.Most > 0 {
			right = g.left - 40 // beside the scale
		}
		b.drawName(w.Line, w.LineNote, g.base-43, right)
	}
	b.drawName(w.Parts, w.PartsNote, g.bars-43, g.left-8)
	if g.marks {
		b.drawName(w.Marks, w.MarksNote, g.bars+43, g.left-8-bandRing/2)
	}
}

func (b *Band) drawName(name, note string, y, right float32) {
	room := right - b.grid.in
	if b.grid.small {
		b.pen.word(shorten(name, typeBandSmall, room), typeBandSmall, fyne.TextAlignLeading, b.grid.in, y)
		return
	}
	b.pen.word(shorten(name, typeBandLane, room), typeBandLane, fyne.TextAlignLeading, b.grid.in, y)
	b.pen.word(shorten(note, TypeCaption, room), TypeCaption, fyne.TextAlignLeading, b.grid.in, y+18)
}

// drawBars draws what was written in each column, and how much that is where there is room to say so of all.
func (b *Band) drawBars() {
	g := b.grid
	first, end := b.InSight()
	b.pen.box(look.ColorLine, 0, g.left, g.bars, b.along(float64(b.first+g.fit)), g.bars+1)
	most, fits := 0, true
	for i := first; i < end; i++ {
		sum := total(b.sheet.Columns[i].Parts)
		most = max(most, sum)
		fits = fits && measure(strconv.Itoa(sum), TypeCaption)+3 <= g.pitch
	}
	for i := first; i < end && most > 0; i++ {
		parts := b.sheet.Columns[i].Parts
		if sum := total(parts); sum > 0 {
			top := b.drawBar(i, parts, most)
			if fits {
				b.pen.word(strconv.Itoa(sum), TypeCaption, fyne.TextAlignCenter, b.along(float64(i)+0.5), top-9)
			}
		}
	}
}

func total(parts []int) (sum int) {
	for _, n := range parts {
		sum += n
	}
	return sum
}

// drawBar stacks the parts of a column, each at least high enough to be seen, and returns the top of them.
func (b *Band) drawBar(i int, parts []int, most int) (top float32) {
	g := b.grid
	wide := fyne.Max(whole(fyne.Min(bandBar, g.pitch*bandBarShare)), 2)
	left := whole(b.along(float64(i)+0.5) - wide/2 + 0.5)
	scale := (bandBarHigh - float32(len(parts))) / float32(most)
	top = g.bars - 1
	for k, n := range parts {
		if n == 0 || k >= len(b.sheet.Kinds) {
			continue
		}
		high := fyne.Max(whole(float32(n)*scale+0.5), 2)
		b.pen.box(b.sheet.Kinds[k], bandBarRadius, left, top-high, left+wide, top)
		top -= high + 1
	}
	return top
}

// bandBarRadius is that of the corners of a part of a bar.
const bandBarRadius float32 = 1.5

// drawMarks draws the dates, today among them.
func (b *Band) drawMarks() {
	g := b.grid
	first, end := b.InSight()
	var today interval
	if b.sheet.Now >= first && b.sheet.Now < end {
		today = b.drawToday()
	}
	b.placed = g.placeMarks(b.sheet.Marks, b.along, today)
	for i, p := range b.placed {
		b.drawMark(p, i == b.pointed)
	}
	b.marked = min(b.marked, len(b.placed)-1)
}

func (b *Band) drawToday() interval {
	g := b.grid
	half := whole(measure(b.sheet.Words.Today, typeBandToday)/2) + 6
	x := fyne.Max(fyne.Min(b.along(b.sheet.Today), g.size.Width-bandPanel-half), g.left-bandPanel+half)
	y := g.ringY()
	b.pen.box(look.ColorInk, 10, x-half, y-10, x+half, y+10)
	b.pen.word(b.sheet.Words.Today, typeBandToday, fyne.TextAlignCenter, x, y)
	return interval{x - half - bandRingGap/2, x + half + bandRingGap/2}
}

func (b *Band) drawMark(p bandPlaced, lit bool) {
	g := b.grid
	m := b.sheet.Marks[p.marks[0]]
	y, fill, ink := g.ringY(), look.ColorCard, m.Ink
	if m.Pole {
		fill, ink = m.Ink, look.ColorOnWarn
		x := b.along(m.At)
		b.pen.box(m.Ink, 0, x-1, g.top-6, x+1, g.bars+2)
		b.pen.box(m.Ink, 0, p.x-1, y-bandRing/2-10, p.x+1, y-bandRing/2)
	}
	if lit {
		fill = look.ColorHover
		ink = m.Ink
	}
	b.pen.disc(fill, m.Ink, 1.5, p.x, y, bandRing)
	b.pen.icon(m.Icon, ink, p.x, y)
	middle := p.words + p.wide/2
	b.pen.word(p.title, bandTitleType(m), fyne.TextAlignCenter, middle, g.bars+bandTitleDown)
	b.pen.word(p.note, TypeCaption, fyne.TextAlignCenter, middle, g.bars+bandNoteDown)
}

// drawRing shows where the keyboard is.
func (b *Band) drawRing() {
	first, end := b.InSight()
	onMark := b.marked >= 0 && b.marked < len(b.placed)
	setVisible(b.pen.ring, b.focused && (onMark || b.cursor >= first && b.cursor < end))
	paintRing(b.pen.ring)
	if onMark {
		side := bandRing + 2*(ringGap+ringWidth)
		b.pen.ring.CornerRadius = side / 2
		b.pen.ring.Move(fyne.NewPos(b.placed[b.marked].x-side/2, b.grid.ringY()-side/2))
		b.pen.ring.Resize(fyne.NewSquareSize(side))
		return
	}
	left, top, right, bottom := b.boxOf(b.cursor)
	b.pen.ring.CornerRadius = look.RadiusField
	b.pen.ring.Move(fyne.NewPos(left, top))
	b.pen.ring.Resize(fyne.NewSize(right-left, bottom-top))
}

// near tells whether a place is on a ring of a date.
func (p bandPlaced) near(pos fyne.Position, y float32) bool {
	return math.Hypot(float64(pos.X-p.x), float64(pos.Y-y)) <= float64(bandRing/2+1)
}
