package ui

import (
	"sort"

	"groundwork/journal"
	"groundwork/journal/timeline"
)

// The list of the timeline holds a row for each entry of the journal, and reads
// those in sight. The summary says how many entries each month has, so that the
// place of a month in the list is known before any of its entries is read.

const (
	runRows    = 32 // the least entries of a run
	windowRows = 64 // the rows that are read at once
)

// run is some months that follow each other in the list and have enough entries
// together to be worth a read.
type run struct {
	first, count int // the rows
	span         journal.Span
}

// runs are the months with entries, newest first, and the runs they are in.
type runs struct {
	months []timeline.Month
	starts []int // the first row of each month
	list   []run
	rows   int
}

// window is a part of a run that is read at once.
type window struct{ run, part int }

func newRuns(months []timeline.Month) runs {
	r := runs{months: months, starts: make([]int, len(months))}
	for i, m := range months {
		r.starts[i] = r.rows
		if n := len(r.list); n == 0 || r.list[n-1].count >= runRows {
			r.list = append(r.list, run{first: r.rows, span: m.Span()})
		}
		last := &r.list[len(r.list)-1]
		last.count += m.Entries
		last.span.From = m.First
		r.rows += m.Entries
	}
	return r
}

// has tells whether there is a window.
func (r runs) has(w window) bool {
	return w.run < len(r.list) && w.part*windowRows < r.list[w.run].count
}

// at tells in which window a row lies, and which of its rows it is.
func (r runs) at(row int) (w window, i int) {
	w.run = sort.Search(len(r.list), func(k int) bool { return r.list[k].first > row }) - 1
	i = row - r.list[w.run].first
	w.part = i / windowRows
	return w, i % windowRows
}

// month tells in which month a row lies, and whether it is the first of it.
func (r runs) month(row int) (m timeline.Month, first bool) {
	at := sort.SearchInts(r.starts, row+1) - 1
	return r.months[at], r.starts[at] == row
}

// row gives the row of a place in a window.
func (r runs) row(w window, i int) int { return r.list[w.run].first + w.part*windowRows + i }
