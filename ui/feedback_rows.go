package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// ledgerGroupName is the heading of a group of the ledger.
func ledgerGroupName(g journal.LedgerGroup) string {
	switch g {
	case journal.LedgerFollowUp:
		return lang.L("To follow up")
	case journal.LedgerActedOn:
		return lang.L("Acted on")
	case journal.LedgerFollowedUp:
		return lang.L("Followed up")
	}
	return lang.L("Waiting")
}

// ledgerGroups are how many pieces stand under each heading of the ledger.
type ledgerGroups [journal.LedgerGroups]int

// pieces counts them.
func (g ledgerGroups) pieces() (n int) {
	for _, each := range g {
		n += each
	}
	return n
}

// row tells what stands on a row: a piece of the ledger, or the heading over
// it. A group without pieces has no heading.
func (g ledgerGroups) row(i int) (group journal.LedgerGroup, piece int, heading bool) {
	for at, n := range g {
		switch {
		case n == 0:
		case i <= n:
			return journal.LedgerGroup(at), piece + max(i-1, 0), i == 0
		default:
			i -= 1 + n
			piece += n
		}
	}
	return group, piece, false
}

// rowOf gives the row of a piece.
func (g ledgerGroups) rowOf(piece int) int {
	row := 0
	for _, n := range g {
		if n == 0 {
			continue
		}
		row++
		if piece < n {
			return row + piece
		}
		row, piece = row+n, piece-n
	}
	return -1
}

// The sorts of rows in the ledger.
const (
	sortHeading = iota
	sortPiece
)

// ledgerPieceRow is how high a piece stands in the ledger.
const ledgerPieceRow float32 = 98

// ledgerRows are the rows of the ledger: the pieces under the headings of
// their groups. It holds the pieces that were read, and asks for those that
// come into sight.
type ledgerRows struct {
	list   *ledgerList
	groups ledgerGroups
	lines  ledgerLines
	today  journal.Day
}

var _ parts.Rows = ledgerRows{}

// find gives the row of a piece that was read, or -1.
func (r ledgerRows) find(id journal.ID) int {
	if piece, ok := r.lines.find(id); ok {
		return r.groups.rowOf(piece)
	}
	return -1
}

// line gives the piece of a row, if it was read.
func (r ledgerRows) line(i int) (journal.FeedbackLine, bool) {
	_, piece, heading := r.groups.row(i)
	if heading {
		return journal.FeedbackLine{}, false
	}
	return r.lines.at(piece)
}

// Len is how many rows there are, headings included.
func (r ledgerRows) Len() int {
	rows := r.groups.pieces()
	for _, n := range r.groups {
		if n > 0 {
			rows++
		}
	}
	return rows
}

// Height is how high a row is.
func (r ledgerRows) Height(i int) float32 {
	if r.Opens(i) {
		return ledgerPieceRow
	}
	return parts.RollHeadHeight
}

// Sort tells a heading from a piece.
func (r ledgerRows) Sort(i int) int {
	if r.Opens(i) {
		return sortPiece
	}
	return sortHeading
}

// Make makes an empty row of a sort.
func (r ledgerRows) Make(sort int) fyne.CanvasObject {
	if sort == sortHeading {
		return parts.NewRollHead()
	}
	return newPieceRow()
}

// Fill shows a heading or a piece, or an empty row that the piece is read for.
func (r ledgerRows) Fill(i int, row fyne.CanvasObject) {
	group, piece, _ := r.groups.row(i)
	switch row := row.(type) {
	case *parts.RollHead:
		row.Set(ledgerGroupName(group), "")
	case *pieceRow:
		p, ok := r.lines.at(piece)
		row.show(p, r.today, ok)
		if !ok {
			r.list.ask(piece / windowRows)
		}
	}
}

// Opens tells a piece from a heading, which cannot be opened.
func (r ledgerRows) Opens(i int) bool {
	_, _, heading := r.groups.row(i)
	return !heading
}

// Label reads a row aloud.
func (r ledgerRows) Label(i int) string {
	p, ok := r.line(i)
	if !ok {
		group, _, _ := r.groups.row(i)
		return ledgerGroupName(group)
	}
	label := nameOr(p.Giver) + ", " + aboutGiver(p, r.today) + ", " + saidWords(p)
	for _, f := range []fact{stanceFact(p.Stance), standing(p, r.today)} {
		if f.words != "" {
			label += ", " + f.words
		}
	}
	return label
}
