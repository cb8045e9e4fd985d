package timeline

import "groundwork/journal/document"

// ChartWords are what a chart of a band says, in the language of its reader.
type ChartWords struct {
	Title string
	Line  string   // the name of the coverage curve
	Kinds []string // the names of the kinds, in the order of journal.Kinds
	// Label names a column.
	Label func(Column) string
}

// Chart sets the band for a document, such as a pack.
func (b *Band) Chart(w ChartWords) document.Columns {
	chart := document.Columns{Title: w.Title, Series: w.Kinds, Line: w.Line, Most: float64(b.Asked)}
	if b.Asked == 0 {
		chart.Line = "" // a line along the ground would say that nothing is proved
	}
	for _, c := range b.Columns {
		column := document.Column{Label: w.Label(c), Line: float64(c.Strong), Ahead: c.Ahead, Parts: make([]float64, len(c.Kinds))}
		for k, n := range c.Kinds {
			column.Parts[k] = float64(n)
		}
		chart.Items = append(chart.Items, column)
	}
	return chart
}
