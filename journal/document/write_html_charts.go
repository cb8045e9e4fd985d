package document

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A drawing is so wide, in units of which the page shows one as a pixel where
// it has the room, and its letters take about so much each.
const (
	drawn     = 608.0
	perLetter = 6.8
)

// drawing begins a chart of a height: what it is called, and what it says to
// who cannot see it.
func (h *htmlWriter) drawing(title string, height float64, says string) {
	h.charts++
	id := "chart" + strconv.Itoa(h.charts)
	h.raw("<figure class=\"chart\">\n")
	if title != "" {
		h.raw("<figcaption>", lined(title), "</figcaption>\n")
	}
	h.raw(fmt.Sprintf(`<svg viewBox="0 0 %g %g" role="img" aria-labelledby="%s %[3]ssays">`, drawn, height, id),
		"\n<title id=\"", id, "\">", escaped(title), "</title>\n<desc id=\"", id, "says\">", escaped(says), "</desc>\n")
}

func (h *htmlWriter) endDrawing() { h.raw("</svg>\n</figure>\n") }

// rect draws a rectangle with round corners, unless there is nothing of it.
func (h *htmlWriter) rect(class string, x, y, width, height, round float64) {
	if width > 0 && height > 0 {
		h.raw(fmt.Sprintf("<rect class=%q x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"%.6g\" rx=\"%g\"/>\n", class, x, y, width, height, round))
	}
}

// text draws a line of words that may take so much room, from x on, around it
// or up to it: anchor is "start", "middle" or "end".
func (h *htmlWriter) text(class, anchor string, x, y, room float64, text string) {
	if text = short(text, int(room/perLetter)); text != "" {
		h.raw(fmt.Sprintf("<text class=%q text-anchor=%q x=\"%.6g\" y=\"%.6g\">", class, anchor, x, y), escaped(text), "</text>\n")
	}
}

// short gives the head of a text that takes so many columns. The whole of it
// is in what the drawing says.
func short(text string, columns int) string {
	text = strings.Join(strings.Fields(printable(text)), " ")
	if widthOf(text) <= columns {
		return text
	}
	used := 0
	for i, r := range text {
		if used += widthOfRune(r); used >= columns {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// saysTable says a chart's numbers row by row.
func saysTable(t Table) string {
	var rows []string
	for _, row := range t.Rows {
		var cells []string
		for i, cell := range row {
			said := textOf(cell)
			if i > 0 && i < len(t.Head) && said != "" {
				said = strings.TrimSpace(textOf(t.Head[i]) + " " + said)
			}
			if said != "" {
				cells = append(cells, said)
			}
		}
		rows = append(rows, strings.Join(cells, ", "))
	}
	return strings.Join(rows, "; ") + "."
}

func (h *htmlWriter) bars(b Bars) {
	const row, thick = 38.0, 10.0
	h.drawing(b.called(), row*float64(len(b.Items)), saysTable(b.table()))
	most := 0.0
	for _, i := range b.Items {
		most = max(most, i.Value)
	}
	for n, i := range b.Items {
		y := row * float64(n)
		h.text("name", "start", 0, y+13, drawn-140, i.Label)
		h.text("said", "end", drawn, y+13, 130, i.said())
		h.rect("track", 0, y+20, drawn, thick, 3)
		h.rect("bar", 0, y+20, drawn*share(i.Value, most), thick, 3)
	}
	h.endDrawing()
}

// share is how much of the most a value is, from 0 to 1.
func share(value, most float64) float64 {
	if s := value / most; s > 0 && !math.IsInf(s, 0) {
		return min(s, 1)
	}
	return 0
}

// columns draws the parts of each column upon each other, and the line on a
// scale of its own from the base to the most it can come to.
func (h *htmlWriter) columns(c Columns) {
	const top, tall, legend = 24.0, 160.0, 20.0
	series := len(c.Series)
	if c.Line != "" {
		series++
	}
	base := top + tall
	h.drawing(c.Title, base+24+legend*float64(series), saysTable(c.table()))
	most := 0.0
	for _, i := range c.Items {
		most = max(most, i.total())
	}
	wide := drawn / float64(max(len(c.Items), 1))
	each := int(math.Ceil(7 * perLetter / wide)) // of the names below, one in so many has room
	for n, i := range c.Items {
		x := wide * float64(n)
		if i.Ahead {
			h.rect("ahead", x, top, wide, tall, 0)
		} else {
			h.stack(i, x+wide*.2, base, wide*.6, tall-20, most)
		}
		if n%each == 0 {
			h.text("name", "middle", x+wide/2, base+18, wide*float64(each), i.Label)
		}
	}
	h.rect("base", 0, base, drawn, 1, 0)
	h.climb(c, wide, base, tall-20)
	h.legend(c, base+24+legend-6, legend)
	h.endDrawing()
}

func (c Column) total() float64 {
	sum := 0.0
	for _, p := range c.Parts {
		sum += p
	}
	return sum
}

// stack draws the parts of a column from its base up, and their sum above.
func (h *htmlWriter) stack(c Column, x, base, width, tall, most float64) {
	y := base
	for k, p := range c.Parts {
		high := tall * share(p, most)
		y -= high
		h.rect("part"+strconv.Itoa(k%4+1), x, y, width, high, 1.5)
	}
	if sum := c.total(); sum > 0 {
		h.text("said", "middle", x+width/2, y-5, width*1.6, number(sum))
	}
}

// climb draws the line: level in each column, straight up or down between.
func (h *htmlWriter) climb(c Columns, wide, base, tall float64) {
	if c.Line == "" {
		return
	}
	most := c.Most
	for _, i := range c.Items {
		most = max(most, i.Line)
	}
	path := ""
	for n, i := range c.Items {
		if i.Ahead {
			break
		}
		y := base - tall*share(i.Line, most)
		if n == 0 {
			path = fmt.Sprintf("M0 %.6g", y)
		}
		path += fmt.Sprintf("V%.6gH%.6g", y, wide*float64(n+1))
	}
	if path != "" {
		h.raw(`<path class="climb" d="`, path, "\"/>\n")
	}
}

// legend says what the parts and the line are.
func (h *htmlWriter) legend(c Columns, y, row float64) {
	for k, name := range c.Series {
		h.rect("part"+strconv.Itoa(k%4+1), 0, y-9, 10, 10, 2)
		h.text("name", "start", 18, y, drawn-18, name)
		y += row
	}
	if c.Line == "" {
		return
	}
	h.raw(fmt.Sprintf("<path class=\"climb\" d=\"M0 %.6gH10\"/>\n", y-4))
	name := c.Line
	for n := len(c.Items) - 1; n >= 0; n-- {
		if !c.Items[n].Ahead {
			name += ": " + c.Items[n].line(c.Most)
			break
		}
	}
	h.text("name", "start", 18, y, drawn-18, name)
}

// grid draws a cell for each row and column, with the number of its step in
// it, so that it is not told by colour alone.
func (h *htmlWriter) grid(g Grid) {
	const names, said, row, head = 200.0, 70.0, 34.0, 26.0
	high := head + row*float64(len(g.Rows)) + 26
	h.drawing(g.Title, high, saysTable(g.table()))
	wide := (drawn - names - said) / float64(max(len(g.Columns), 1))
	each := int(math.Ceil(5 * perLetter / wide))
	for i, name := range g.Columns {
		if i%each == 0 {
			h.text("name", "middle", names+wide*(float64(i)+.5), 14, wide*float64(each), name)
		}
	}
	for n, r := range g.Rows {
		y := head + row*float64(n)
		h.text("said", "start", 0, y+19, names-10, r.Label)
		h.text("name", "start", drawn-said+10, y+19, said-10, r.Said)
		for i := range g.Columns {
			h.cell(g, r, i, names+wide*float64(i), y, wide, row)
		}
	}
	x := names
	for i, name := range g.Steps {
		class := strconv.Itoa(min(i, 3) + 1)
		h.rect("step"+class, x, high-18, 20, 16, 4)
		h.text("mark"+class, "middle", x+10, high-6, 20, strconv.Itoa(i+1))
		h.text("name", "start", x+26, high-6, drawn-x-26, name)
		x += 26 + perLetter*float64(widthOf(name)) + 20
	}
	h.endDrawing()
}

func (h *htmlWriter) cell(g Grid, r GridRow, column int, x, y, wide, row float64) {
	inset := min(2, wide*.05)
	if g.step(r, column) == "" {
		h.rect("dash", x+wide/2-min(6, wide*.3), y+row/2-1, min(12, wide*.6), 1.5, 0)
		return
	}
	step := r.Cells[column]
	class := strconv.Itoa(min(step, 4))
	h.rect("step"+class, x+inset, y+2, wide-2*inset, row-6, min(7, wide/4))
	h.text("mark"+class, "middle", x+wide/2, y+19, max(wide, perLetter), strconv.Itoa(step))
}
