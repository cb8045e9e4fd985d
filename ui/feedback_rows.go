package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// ledgerGroup is a heading of the ledger. They stand in the order in which
// they ask for something.
type ledgerGroup int

// The groups of the ledger.
const (
	groupFollowUp ledgerGroup = iota
	groupWaiting
	groupActedOn
	groupFollowedUp
)

// groupOf tells under which heading a piece stands.
func groupOf(p journal.FeedbackLine, today journal.Day) ledgerGroup {
	switch {
	case p.State == journal.FeedbackFollowedUp:
		return groupFollowedUp
	case needsReply(p, today):
		return groupFollowUp
	case p.ActedOn > 0:
		return groupActedOn
	}
	return groupWaiting
}

// name is the heading of a group.
func (g ledgerGroup) name() string {
	switch g {
	case groupFollowUp:
		return lang.L("To follow up")
	case groupActedOn:
		return lang.L("Acted on")
	case groupFollowedUp:
		return lang.L("Followed up")
	}
	return lang.L("Waiting")
}

// grouped sorts pieces into their groups. Within a group they keep the order
// in which the store gave them.
func grouped(lines []journal.FeedbackLine, today journal.Day) []journal.FeedbackLine {
	slices.SortStableFunc(lines, func(a, b journal.FeedbackLine) int {
		return cmp.Compare(groupOf(a, today), groupOf(b, today))
	})
	return lines
}

// The sorts of rows in the ledger.
const (
	sortHeading = iota
	sortPiece
)

// ledgerPieceRow is how high a piece stands in the ledger.
const ledgerPieceRow float32 = 98

// ledgerRows are the rows of the ledger: the pieces under the headings of
// their groups. It holds a number a row and makes nothing before it is seen.
type ledgerRows struct {
	lines []journal.FeedbackLine
	today journal.Day
	rows  []int // the piece on each row, or a heading: -1 minus its group
}

var _ parts.Rows = ledgerRows{}

// newLedgerRows puts the headings over pieces that are grouped.
func newLedgerRows(lines []journal.FeedbackLine, today journal.Day) ledgerRows {
	r := ledgerRows{lines: lines, today: today}
	last := ledgerGroup(-1)
	for i, p := range lines {
		if g := groupOf(p, today); g != last {
			r.rows, last = append(r.rows, -1-int(g)), g
		}
		r.rows = append(r.rows, i)
	}
	return r
}

// find gives the row of a piece, or -1.
func (r ledgerRows) find(id journal.ID) int {
	return slices.IndexFunc(r.rows, func(at int) bool { return at >= 0 && r.lines[at].ID == id })
}

// Len is how many rows there are, headings included.
func (r ledgerRows) Len() int { return len(r.rows) }

// Height is how high a row is.
func (r ledgerRows) Height(i int) float32 {
	if r.Sort(i) == sortHeading {
		return parts.RollHeadHeight
	}
	return ledgerPieceRow
}

// Sort tells a heading from a piece.
func (r ledgerRows) Sort(i int) int {
	if r.rows[i] < 0 {
		return sortHeading
	}
	return sortPiece
}

// Make makes an empty row of a sort.
func (r ledgerRows) Make(sort int) fyne.CanvasObject {
	if sort == sortHeading {
		return parts.NewRollHead()
	}
	return newPieceRow()
}

// Fill shows a heading or a piece.
func (r ledgerRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *parts.RollHead:
		row.Set(r.group(i).name(), "")
	case *pieceRow:
		row.show(r.lines[r.rows[i]], r.today)
	}
}

// Opens tells a piece from a heading, which cannot be opened.
func (r ledgerRows) Opens(i int) bool { return r.rows[i] >= 0 }

// Label reads a row aloud.
func (r ledgerRows) Label(i int) string {
	if !r.Opens(i) {
		return r.group(i).name()
	}
	p := r.lines[r.rows[i]]
	label := nameOr(p.Giver) + ", " + aboutGiver(p, r.today) + ", " + saidWords(p)
	for _, f := range []fact{stanceFact(p.Stance), standing(p, r.today)} {
		if f.words != "" {
			label += ", " + f.words
		}
	}
	return label
}

func (r ledgerRows) group(i int) ledgerGroup { return ledgerGroup(-1 - r.rows[i]) }
