package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// showRows fills the table.
func (t *proofTable) showRows(s *proofSheet, q proofQuestion) {
	t.columns = s.coverage.Period.Columns(q.by)
	columns := make([]parts.MatrixColumn, len(t.columns))
	for i, column := range t.columns {
		columns[i] = parts.MatrixColumn{Head: columnHeadName(column, q.by), Now: column.Holds(s.today)}
	}
	var rows []parts.MatrixRow
	t.ids = t.ids[:0]
	group := ""
	for i, row := range s.rows(q) {
		if name := proofGroup(row, q.order); i == 0 || name != group {
			group = name
			if name != "" {
				rows, t.ids = append(rows, parts.MatrixRow{Heading: true, Name: name}), append(t.ids, "")
			}
		}
		rows, t.ids = append(rows, t.row(s, row)), append(t.ids, row.Expectation.ID)
	}
	chosen, column := t.find(q)
	if t.anew {
		t.anew = false
		t.matrix.Fill(columns, rows)
		t.matrix.SetChosen(chosen, column)
		return
	}
	t.matrix.Update(columns, rows, chosen, column)
}

// proofGroup is the heading that a row stands under.
func proofGroup(row evidence.Row, order proofOrder) string {
	if order == gapsFirst {
		return proofStateName(row.State)
	}
	return areaName(row.Expectation)
}

// row is an expectation with a cell for each column.
func (t *proofTable) row(s *proofSheet, row evidence.Row) parts.MatrixRow {
	out := parts.MatrixRow{Name: row.Expectation.Name, Note: rowNote(row)}
	if row.State == journal.Gap {
		out.Lack = lang.L("No evidence yet")
	}
	out.Cells = make([]parts.MatrixCell, len(t.columns))
	for i, column := range t.columns {
		p := row.Over(s.coverage.Period, column)
		out.Cells[i] = parts.MatrixCell{Count: p.Entries}
		if p.Entries > 0 {
			out.Cells[i].Strength = max(p.Strongest.Rank(), 1)
		}
	}
	return out
}

// find gives the row and the column of what is beside the table; -1 for none.
func (t *proofTable) find(q proofQuestion) (row, column int) {
	if q.chosen == "" {
		return -1, -1
	}
	return slices.Index(t.ids, q.chosen), slices.Index(t.columns, q.within)
}

// chosen shows the entries behind a row or a cell.
func (t *proofTable) chosen(row, column int) { t.p.choose(t.ids[row], t.within(column)) }

// within is the months of a column, or the zero Period for the row as a whole.
func (t *proofTable) within(column int) evidence.Period {
	if column < 0 {
		return evidence.Period{}
	}
	return t.columns[column]
}

// offered writes about a row without any evidence.
func (t *proofTable) offered(row int) {
	if at, ok := t.p.sheet.coverage.Row(t.ids[row]); ok {
		t.p.w.writeAbout(at.Expectation)
	}
}

// label puts a row or a cell into words, for the tip and for readers of the
// screen.
func (t *proofTable) label(row, column int) string {
	s := t.p.sheet
	at, ok := s.coverage.Row(t.ids[row])
	if !ok {
		return ""
	}
	if column >= 0 {
		return lang.L("{{.Period}}: {{.Proof}}", values{
			"Period": periodWords(t.columns[column]), "Proof": proofWords(at.Over(s.coverage.Period, t.columns[column])),
		})
	}
	v := values{"Name": at.Expectation.Name, "State": proofStateName(at.State), "Proof": proofWords(at.Proof)}
	if at.Entries == 0 {
		return lang.L("{{.Name}}. {{.State}}: {{.Proof}}", v)
	}
	v["Day"] = newestWords(at.Newest, s.today)
	return lang.L("{{.Name}}. {{.State}}: {{.Proof}}, newest {{.Day}}", v)
}

// areaName is the area of an expectation, or what stands in its place.
func areaName(x journal.Expectation) string { return strings.TrimSpace(x.Area) }
