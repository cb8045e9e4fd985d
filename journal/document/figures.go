package document

// Figures are numbers that say most, large and side by side.
type Figures struct {
	Items []Figure
}

// Figure is one number and what it counts: "12", "moments with a number".
type Figure struct {
	Value, Label string
}

// Bars is a chart of a bar for each thing, one below the other, as long as its
// value. Writers without pictures write it as a table.
type Bars struct {
	Title string
	Unit  string // what the values count, such as "moments"
	Items []Bar
}

// Bar is one thing of Bars. Its value is 0 or more.
type Bar struct {
	Label string
	Value float64
	Said  string // the value as it is written
}

// Columns is a chart over time: what was written in each column of time as
// stacked parts, and a line over it that climbs in steps, such as how many
// expectations were covered. Writers without pictures write it as a table.
type Columns struct {
	Title  string
	Series []string // the names of the parts, from the base up
	Line   string   // the name of the line, or ""
	Most   float64  // the highest the line can come
	Items  []Column
}

// Column is one column of Columns.
type Column struct {
	Label string
	Parts []float64 // as many as there are Series, each 0 or more
	Line  float64   // how high the line is here
	Ahead bool      // it lies in the future: there is nothing yet
}

// Grid is a chart of rows and columns whose cells are filled more strongly the
// more there is, such as expectations by months. Writers without pictures
// write it as a table.
type Grid struct {
	Title   string
	Steps   []string // what the fills say, weakest first, such as "own word"
	Columns []string
	Rows    []GridRow
}

// GridRow is a row of a Grid. A cell is 0 where there is nothing, else the
// place of its step, counted from 1.
type GridRow struct {
	Label string
	Cells []int
	Said  string // what the row comes to, such as "strong"
}
