package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The sorts of rows among the expectations.
const (
	rowArea = iota
	rowDemand
)

// demandRowHeight is how high the row of an expectation is.
const demandRowHeight float32 = 40

// demandRows are the expectations under the headings of their areas, and after
// them those that are put aside. It makes nothing before it is seen.
type demandRows struct {
	groups  []demandGroup
	rows    []demandPlace
	entries map[journal.ID]int
}

// demandGroup is what stands under one heading.
type demandGroup struct {
	name string
	all  []journal.Expectation
}

// demandPlace is a row: one of a group, or with -1 the heading over it.
type demandPlace struct{ group, at int }

var _ parts.Rows = demandRows{}

// newDemandRows puts the expectations into their groups. Those without an area
// come after those that have one.
func newDemandRows(s demandSheet) demandRows {
	r := demandRows{entries: s.entries}
	for _, area := range append(s.areas(), "") {
		name := area
		if name == "" {
			name = lang.L("Without an area")
		}
		r.group(name, s.all, func(x journal.Expectation) bool { return !x.Retired && x.Area == area })
	}
	r.group(lang.L("Put aside"), s.all, func(x journal.Expectation) bool { return x.Retired })
	return r
}

// group adds those that belong together, with a heading.
func (r *demandRows) group(name string, all []journal.Expectation, belongs func(journal.Expectation) bool) {
	g := demandGroup{name: name}
	for _, x := range all {
		if belongs(x) {
			g.all = append(g.all, x)
		}
	}
	if len(g.all) == 0 {
		return
	}
	for at := -1; at < len(g.all); at++ {
		r.rows = append(r.rows, demandPlace{len(r.groups), at})
	}
	r.groups = append(r.groups, g)
}

// expectation is the one on a row; ok is false for a heading.
func (r demandRows) expectation(i int) (x journal.Expectation, ok bool) {
	if place := r.rows[i]; place.at >= 0 {
		return r.groups[place.group].all[place.at], true
	}
	return x, false
}

// find gives the row of an expectation, or -1.
func (r demandRows) find(id journal.ID) int {
	return slices.IndexFunc(r.rows, func(p demandPlace) bool { return p.at >= 0 && r.groups[p.group].all[p.at].ID == id })
}

// nearest gives the expectation on a row, or on the next one that has one, else
// on one before it; "" where there is none.
func (r demandRows) nearest(i int) journal.ID {
	for _, step := range []int{1, -1} {
		for at := min(i, len(r.rows)-1); at >= 0 && at < len(r.rows); at += step {
			if x, ok := r.expectation(at); ok {
				return x.ID
			}
		}
	}
	return ""
}

// Len is how many rows there are, headings included.
func (r demandRows) Len() int { return len(r.rows) }

// Height is how high a row is.
func (r demandRows) Height(i int) float32 {
	if r.Sort(i) == rowArea {
		return parts.RollHeadHeight
	}
	return demandRowHeight
}

// Sort tells headings and expectations apart.
func (r demandRows) Sort(i int) int {
	if r.rows[i].at < 0 {
		return rowArea
	}
	return rowDemand
}

// Make makes an empty row of a sort.
func (r demandRows) Make(sort int) fyne.CanvasObject {
	if sort == rowArea {
		return parts.NewRollHead()
	}
	return newDemandRow()
}

// Fill shows a heading or an expectation.
func (r demandRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *parts.RollHead:
		g := r.groups[r.rows[i].group]
		row.Set(g.name, strconv.Itoa(len(g.all)))
	case *demandRow:
		x, _ := r.expectation(i)
		row.show(x, r.entries[x.ID])
	}
}

// Opens tells an expectation from a heading.
func (r demandRows) Opens(i int) bool { return r.Sort(i) == rowDemand }

// Label reads a row aloud.
func (r demandRows) Label(i int) string {
	if x, ok := r.expectation(i); ok {
		return x.Name + ", " + supportLine(r.entries[x.ID])
	}
	g := r.groups[r.rows[i].group]
	return g.name + ", " + strconv.Itoa(len(g.all))
}

// supportLine counts the entries that support something.
func supportLine(n int) string {
	if n == 0 {
		return lang.L("No entry yet")
	}
	return entriesLine(n)
}

// demandRow is an expectation in the list: its name, and how many entries
// support it.
type demandRow struct {
	widget.BaseWidget
	name, note *parts.Text
}

func newDemandRow() *demandRow {
	r := &demandRow{name: parts.NewText("", parts.TypeRowTitle), note: parts.NewText("", parts.TypeCaption)}
	r.name.Truncate = true
	r.ExtendBaseWidget(r)
	return r
}

func (r *demandRow) show(x journal.Expectation, entries int) {
	r.name.SetType(parts.TypeRowTitle)
	if x.Retired {
		r.name.SetType(parts.TypeRowTitle.In(look.ColorInk2))
	}
	r.name.SetText(x.Name)
	r.note.SetText(supportLine(entries))
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *demandRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.Across(look.Space12, r.name, r.note))
}
