package document

import "strconv"

// spoken is a text without a look.
func spoken(text string) []Span {
	if text == "" {
		return nil
	}
	return []Span{{Text: text}}
}

// asTable gives a chart as what it is called and a table of what it shows, for
// writers without pictures. It tells whether the block is a chart.
func asTable(b Block) (title string, t Table, is bool) {
	switch b := b.(type) {
	case Bars:
		return b.Title, b.table(), true
	case Columns:
		return b.Title, b.table(), true
	case Grid:
		return b.Title, b.table(), true
	}
	return "", Table{}, false
}

func (b Bars) table() Table {
	t := Table{Columns: []Align{Left, Right}, Head: [][]Span{nil, spoken(b.Unit)}}
	for _, i := range b.Items {
		t.Rows = append(t.Rows, [][]Span{spoken(i.Label), spoken(i.said())})
	}
	return t
}

// called gives the title with what the values count, for where they have no
// head over them.
func (b Bars) called() string {
	if b.Title == "" || b.Unit == "" {
		return b.Title + b.Unit
	}
	return b.Title + " (" + b.Unit + ")"
}

// said gives the value as it is written.
func (b Bar) said() string {
	if b.Said != "" {
		return b.Said
	}
	return number(b.Value)
}

func (c Columns) table() Table {
	t := Table{Columns: []Align{Left}, Head: [][]Span{nil}}
	column := func(name string) {
		t.Columns = append(t.Columns, Right)
		t.Head = append(t.Head, spoken(name))
	}
	for _, name := range c.Series {
		column(name)
	}
	if c.Line != "" {
		column(c.Line)
	}
	for _, i := range c.Items {
		row := [][]Span{spoken(i.Label)}
		for s := range c.Series {
			row = append(row, spoken(i.part(s)))
		}
		if c.Line != "" {
			row = append(row, spoken(i.line(c.Most)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// part gives a column's part as it is written: nothing where time has not come.
func (c Column) part(i int) string {
	if c.Ahead || i >= len(c.Parts) {
		return ""
	}
	return number(c.Parts[i])
}

func (c Column) line(most float64) string {
	switch {
	case c.Ahead:
		return ""
	case most > 0:
		return number(c.Line) + " of " + number(most)
	}
	return number(c.Line)
}

func (g Grid) table() Table {
	t := Table{Columns: []Align{Left}, Head: [][]Span{nil}}
	for _, name := range g.Columns {
		t.Columns = append(t.Columns, Centre)
		t.Head = append(t.Head, spoken(name))
	}
	t.Columns = append(t.Columns, Left)
	t.Head = append(t.Head, nil)
	for _, r := range g.Rows {
		row := [][]Span{spoken(r.Label)}
		for i := range g.Columns {
			row = append(row, spoken(g.step(r, i)))
		}
		t.Rows = append(t.Rows, append(row, spoken(r.Said)))
	}
	return t
}

// step says what a cell's fill says, or "" where there is nothing.
func (g Grid) step(r GridRow, column int) string {
	if column >= len(r.Cells) {
		return ""
	}
	if step := r.Cells[column]; step > 0 && step <= len(g.Steps) {
		return g.Steps[step-1]
	}
	return ""
}

// number gives a value in as few digits as it takes.
func number(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
