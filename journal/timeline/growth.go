package timeline

import (
	"groundwork/journal/document"
	"groundwork/journal/evidence"
)

// Growth is the band of what a pack is made from, as a chart for it: the
// moments, feedback and reflections that go out, and how many expectations they
// proved at the end of each column. Its last point is the pack's own coverage.
// It is nil where there is too little for a chart.
func Growth(m evidence.Material) *document.Columns {
	f := Facts{Question: Question{Scale: scaleOf(m.Unit()), Today: m.Today}, over: &m.Period}
	f.Expectations, f.cells = m.Summary()
	f.proof = f.cells
	b := f.Band()
	if entriesOf(f.cells) == 0 || len(b.Columns) < 2 {
		return nil
	}
	chart := &document.Columns{Title: "How it grew", Series: []string{"Reflections", "Moments", "Feedback"}, Most: float64(b.Asked)}
	if b.Asked > 0 { // else a line along the ground would say that nothing is proved
		chart.Line = "Expectations with strong evidence"
	}
	for _, c := range b.Columns {
		label := evidence.ColumnWord(evidence.WholeMonths(c.Span.From, c.Span.Until), m.Unit())
		column := document.Column{Label: label, Line: float64(c.Strong), Ahead: c.Ahead}
		for k := range chart.Series { // which are the kinds but for the last one
			column.Parts = append(column.Parts, float64(c.Kinds[k]))
		}
		chart.Items = append(chart.Items, column)
	}
	return chart
}

// scaleOf gives the scale of columns of so many months.
func scaleOf(by evidence.Unit) Scale {
	for _, s := range []Scale{ByQuarter, ByYear} {
		if s.unit() == by {
			return s
		}
	}
	return ByMonth
}

// WithGrowth gives what a pack is made from with the band in it.
func WithGrowth(m evidence.Material) evidence.Material {
	m.Growth = Growth(m)
	return m
}
