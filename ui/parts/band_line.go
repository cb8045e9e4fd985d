package parts

import (
	"strconv"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// drawLine draws how far things have come, up to today.
func (b *Band) drawLine() {
	g, most := b.grid, b.sheet.Most
	if most <= 0 {
		b.pen.word(shorten(b.sheet.Words.NoLine, TypeCaption, g.right-g.left), TypeCaption.In(look.ColorInk3), fyne.TextAlignLeading, g.left, (g.top+g.base)/2)
		return
	}
	end := b.along(float64(b.first + g.fit))
	b.pen.dashes(look.ColorInk3, g.left, end, g.top)
	b.pen.box(look.ColorLine, 0, g.left, g.base, end, g.base+1)
	b.pen.word(strconv.Itoa(most), TypeCaption, fyne.TextAlignTrailing, g.left-8, g.top)
	b.pen.word("0", TypeCaption, fyne.TextAlignTrailing, g.left-8, g.base)
	first, last := b.InSight()
	for i := first; i < last && i <= b.sheet.Now; i++ {
		b.drawStep(i)
	}
	if x := b.along(b.sheet.Today); b.sheet.Now >= first && b.sheet.Now < last {
		b.drawLevel(x)
	}
}

// levelY is where a level of the line stands.
func (b *Band) levelY(level int) float32 {
	g := b.grid
	return g.base - whole((g.base-g.top)*fyne.Min(float32(level)/float32(max(b.sheet.Most, 1)), 1)+0.5)
}

// drawStep draws the line over one column, and its ground.
func (b *Band) drawStep(i int) {
	y, from, to := b.levelY(b.sheet.Columns[i].Level), b.along(float64(i)), b.along(float64(i+1))
	if i == b.sheet.Now {
		to = b.along(b.sheet.Today)
	}
	b.pen.box(look.ColorAccentSoft, 0, from, y, to, b.grid.base)
	b.pen.box(look.ColorAccent, 0, from, y-1, to, y+1)
	if i > b.first {
		before := b.levelY(b.sheet.Columns[i-1].Level)
		b.pen.box(look.ColorAccent, 0, from, fyne.Min(y, before)-1, from+2, fyne.Max(y, before)+1)
	}
}

// drawLevel says how high the line is today, and what is missing.
func (b *Band) drawLevel(x float32) {
	g, w := b.grid, b.sheet.Words
	y := b.levelY(b.sheet.Columns[b.sheet.Now].Level)
	b.pen.box(look.ColorInk, 0, x, g.top-6, x+1, g.base)
	b.pen.disc(look.ColorAccent, "", 0, x+0.5, y, 10)
	middle := fyne.Min(fyne.Max(y, g.top+8), g.base-8)
	edge, wide, pole := g.size.Width-bandPanel, measure(w.Level, typeBandLevel), b.poleAfter(x)
	from := x + 10
	if pole > 0 && pole <= from+wide {
		from = pole + look.Space8 // rather than across it
	}
	switch {
	case from+wide <= edge:
		_, end := b.pen.word(w.Level, typeBandLevel, fyne.TextAlignLeading, from, middle)
		b.drawRest(end+look.Space12, middle, pole)
	case x-8-wide >= g.left:
		b.pen.word(w.Level, typeBandLevel, fyne.TextAlignTrailing, x-8, fyne.Max(middle-16, g.top-6))
	}
}

// drawRest says from a place on what is missing, behind the next line through all lanes.
func (b *Band) drawRest(from, y, pole float32) {
	if pole > from {
		b.pen.dashes(look.ColorInk3, from, pole-look.Space4, y)
		from = pole + look.Space12
	}
	if rest := b.sheet.Words.Rest; rest != "" && from+measure(rest, TypeCaption) <= b.grid.size.Width-bandPanel {
		b.pen.word(rest, TypeCaption, fyne.TextAlignLeading, from, y)
	}
}

// poleAfter finds the first line through all lanes to the right of a place, or 0.
func (b *Band) poleAfter(x float32) float32 {
	pole := float32(0)
	for _, m := range b.sheet.Marks {
		if at := b.along(m.At); m.Pole && at > x && at <= b.grid.right && (pole == 0 || at < pole) {
			pole = at
		}
	}
	return pole
}
