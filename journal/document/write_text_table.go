package document

import "strings"

// table writes the columns of a table beside each other, or where they have no
// room for that its rows one by one.
func (t *textWriter) table(table Table) {
	head := t.cells(table.Head)
	headed := strings.Join(head, "") != ""
	var rows [][]string
	if headed {
		rows = append(rows, head)
	}
	for _, row := range table.Rows {
		rows = append(rows, t.cells(row))
	}
	widths := widthsOf(rows)
	total := 2 * max(len(widths)-1, 0)
	for _, w := range widths {
		total += w
	}
	if room := t.room(); room > 0 && total > room {
		t.rowByRow(rows, headed)
		return
	}
	for i, row := range rows {
		t.line(beside(row, widths, table.Columns))
		if i == 0 && headed {
			t.line(strings.Repeat("-", total))
		}
	}
}

// cells gives the words of a row, a line each.
func (t *textWriter) cells(row [][]Span) []string {
	all := make([]string, len(row))
	for i, cell := range row {
		all[i] = strings.Join(strings.Fields(printable(t.said(cell))), " ")
	}
	return all
}

// widthsOf gives the width of each column.
func widthsOf(rows [][]string) []int {
	var all []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(all) {
				all = append(all, 0)
			}
			all[i] = max(all[i], widthOf(cell))
		}
	}
	return all
}

// beside sets the cells of a row beside each other, two columns apart.
func beside(row []string, widths []int, stand []Align) string {
	var b strings.Builder
	for i, cell := range row {
		if i > 0 {
			b.WriteString("  ")
		}
		left, right := 0, widths[i]-widthOf(cell)
		if i < len(stand) {
			switch stand[i] {
			case Right:
				left, right = right, 0
			case Centre:
				left, right = right/2, right-right/2
			}
		}
		b.WriteString(strings.Repeat(" ", left))
		b.WriteString(cell)
		b.WriteString(strings.Repeat(" ", right))
	}
	return b.String()
}

// rowByRow writes each row as lines of its own, each cell behind what stands
// over it.
func (t *textWriter) rowByRow(rows [][]string, headed bool) {
	var head []string
	if headed && len(rows) > 1 {
		head, rows = rows[0], rows[1:]
	}
	for i, row := range rows {
		if i > 0 {
			t.line("")
		}
		for k, cell := range row {
			if k < len(head) && head[k] != "" {
				cell = head[k] + ": " + cell
			}
			if cell != "" {
				t.lines(cell)
			}
		}
	}
}
