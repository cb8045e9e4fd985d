package document

import (
	"slices"
	"strconv"
)

// mostColumns is how many columns a table of a word processor can have.
const mostColumns = 63

// cell is a cell of a table: how it stands, what colour is behind it, and what
// it says.
type cell struct {
	look
	ground string
	colour string // of the letters
	text   []Span
	below  []Span // a second paragraph
}

// tableRow is a row of cells. A head is there again on each page.
type tableRow struct {
	cells []cell
	head  bool
}

// rows writes a table of a style (ECMA-376, 17.4).
func (d *docxWriter) rows(style string, widths []int, rows []tableRow) {
	if d.turning { // a table cannot begin a page by itself
		d.plain(look{style: "Spacer"}, "")
	}
	d.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`, style, `"/>`)
	sum := 0
	for _, w := range widths {
		sum += w
	}
	d.raw(`<w:tblW w:w="`, strconv.Itoa(sum), `" w:type="dxa"/>`)
	if d.left > 0 {
		d.raw(`<w:tblInd w:w="`, strconv.Itoa(d.left), `" w:type="dxa"/>`)
	}
	d.raw(`<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		d.raw(`<w:gridCol w:w="`, strconv.Itoa(w), `"/>`)
	}
	d.raw("</w:tblGrid>\n")
	left := d.left
	d.left = 0 // within a cell text begins at its edge
	for _, row := range rows {
		d.row(row, widths)
	}
	d.left = left
	d.raw("</w:tbl>\n")
	d.plain(look{style: "Spacer"}, "") // or the next table would go on with this one
}

func (d *docxWriter) row(row tableRow, widths []int) {
	d.raw("<w:tr><w:trPr><w:cantSplit/>")
	if row.head {
		d.raw("<w:tblHeader/>")
	}
	d.raw("</w:trPr>")
	for i, w := range widths {
		c := cell{look: look{style: "Cell"}}
		if i < len(row.cells) {
			c = row.cells[i]
		}
		d.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(w), `" w:type="dxa"/>`)
		if c.ground != "" {
			d.raw(`<w:shd w:val="clear" w:color="auto" w:fill="`, c.ground, `"/>`)
		}
		d.raw("</w:tcPr>")
		d.cell(c)
		d.raw("</w:tc>")
	}
	d.raw("</w:tr>\n")
}

func (d *docxWriter) cell(c cell) {
	d.para(c.look, textOf(c.text), func() {
		if c.colour != "" {
			d.letters(`<w:color w:val="`+c.colour+`"/>`, textOf(c.text))
			return
		}
		d.runs(c.text)
	})
	if len(c.below) > 0 {
		d.words(look{style: "Caption"}, c.below)
	}
}

// table writes a table whose cells are of a style.
func (d *docxWriter) table(t Table, style string) {
	rows := slices.Insert(slices.Clone(t.Rows), 0, t.Head)
	columns := 1
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	columns = min(columns, mostColumns)
	var all []tableRow
	for i, row := range rows {
		if i == 0 && textOfCells(row) == "" {
			continue
		}
		of := style
		if i == 0 {
			of = "CellHead"
		}
		all = append(all, tableRow{cellsOf(row, of, t.Columns), i == 0})
	}
	if len(all) > 0 {
		d.rows("Lined", d.columnWidths(rows, columns), all)
	}
}

// cellsOf gives the cells of a row. What stands beyond the last column there
// can be is in the last cell.
func cellsOf(row [][]Span, style string, stand []Align) []cell {
	var cells []cell
	for i, text := range row {
		if i >= mostColumns {
			last := &cells[mostColumns-1]
			last.text = append(append(slices.Clone(last.text), Span{Text: " | "}), text...)
			continue
		}
		c := cell{look: look{style: style}, text: text}
		if i < len(stand) {
			c.jc = map[Align]string{Centre: "center", Right: "right"}[stand[i]]
		}
		cells = append(cells, c)
	}
	return cells
}

// figures writes numbers side by side, four in a row.
func (d *docxWriter) figures(f Figures) {
	for row := range slices.Chunk(f.Items, 4) {
		var cells []cell
		for _, i := range row {
			cells = append(cells, cell{look: look{style: "Figure"}, text: spoken(i.Value), below: spoken(i.Label)})
		}
		widths := make([]int, len(cells))
		for i := range widths {
			widths[i] = textWidth / max(len(cells), 3)
		}
		d.rows("Bare", widths, []tableRow{{cells: cells}})
	}
}

// bars writes a chart as rows of a name, a filled line, and the value.
func (d *docxWriter) bars(b Bars) {
	widths := []int{textWidth * 38 / 100, textWidth * 48 / 100, textWidth * 14 / 100}
	most := 0.0
	for _, i := range b.Items {
		most = max(most, i.Value)
	}
	var rows []tableRow
	for _, i := range b.Items {
		long := int(float64(widths[1]-120) * share(i.Value, most))
		bar := cell{look: look{style: "CellLabel"}}
		if long > 0 {
			bar.fill, bar.right = "417860", widths[1]-120-long
		}
		rows = append(rows, tableRow{cells: []cell{
			{look: look{style: "CellLabel"}, text: spoken(i.Label)}, bar, {look: look{style: "CellLabel", jc: "right"}, text: spoken(i.said())},
		}})
	}
	if title := b.called(); title != "" {
		d.plain(look{style: "ChartTitle"}, title)
	}
	if len(rows) > 0 {
		d.rows("Bare", widths, rows)
	}
}

// steps are the colours of a filled cell and of the letters on it, weakest
// first: look.md, strengths in light.
func steps(step int) (ground, colour string) {
	switch step {
	case 1:
		return "DDE9E1", "2A4A3E"
	case 2:
		return "A8CDB8", "173529"
	case 3:
		return "417860", "FFFFFF"
	}
	return "234B3D", "FFFFFF"
}

// grid writes a chart as a table whose cells are filled and say the number of
// their step, with a line below that tells what the numbers mean.
func (d *docxWriter) grid(g Grid) {
	columns := min(len(g.Columns), mostColumns-2)
	names, said := textWidth*30/100, textWidth*12/100
	widths := []int{names}
	head := tableRow{cells: []cell{{look: look{style: "CellHead"}}}, head: true}
	for _, name := range g.Columns[:columns] {
		widths = append(widths, (textWidth-names-said)/columns)
		head.cells = append(head.cells, cell{look: look{style: "CellHead", jc: "center"}, text: spoken(name)})
	}
	widths = append(widths, said)
	rows := []tableRow{head}
	for _, r := range g.Rows {
		row := tableRow{cells: []cell{{look: look{style: "CellLabel"}, text: spoken(r.Label)}}}
		for i := range columns {
			c := cell{look: look{style: "CellLabel", jc: "center"}}
			if g.step(r, i) != "" {
				c.text = spoken(strconv.Itoa(r.Cells[i]))
				c.ground, c.colour = steps(r.Cells[i])
			}
			row.cells = append(row.cells, c)
		}
		row.cells = append(row.cells, cell{look: look{style: "CellLabel", jc: "right"}, text: spoken(r.Said)})
		rows = append(rows, row)
	}
	if g.Title != "" {
		d.plain(look{style: "ChartTitle"}, g.Title)
	}
	d.rows("Lined", widths, rows)
	legend := ""
	for i, name := range g.Steps {
		if i > 0 {
			legend += "   "
		}
		legend += strconv.Itoa(i+1) + " " + name
	}
	d.plain(look{style: "Caption"}, legend)
}
