package ui

import (
	"context"
	"slices"

	"groundwork/journal"
)

// The ledger has a row for each piece of feedback, and reads those in sight in
// windows. How many pieces each group has is counted, so that the place of a
// row is known before the piece is read.

// inSight are the windows of the rows that show.
func (m *ledgerList) inSight() []int {
	if m.fromTop {
		return nil
	}
	var all []int
	for row, end := m.rows.InSight(); row < min(end, m.shown.Len()); row++ {
		if _, piece, _ := m.shown.groups.row(row); !slices.Contains(all, piece/windowRows) {
			all = append(all, piece/windowRows)
		}
	}
	return all
}

// ask reads a window that comes into sight.
func (m *ledgerList) ask(w int) {
	if m.pending[w] {
		return
	}
	m.pending[w] = true
	l := m.l
	ticket, q, today, r := l.ticket, l.question, m.shown.today, ledgerReader{l.w.journal}
	task(l.w, "read feedback", func(ctx context.Context) ([]journal.FeedbackLine, error) {
		return r.window(ctx, q, today, w)
	}, func(lines []journal.FeedbackLine) {
		if ticket != l.ticket {
			return
		}
		delete(m.pending, w)
		m.shown.lines[w] = lines
		m.shown.lines.forget(w)
		m.rows.Update(m.shown, m.shown.find(l.question.chosen))
	})
}

// forget drops the windows that are farthest from one while there are too many.
func (all ledgerLines) forget(near int) {
	for len(all) > mostWindows {
		far := near
		for w := range all {
			if max(w-near, near-w) > max(far-near, near-far) {
				far = w
			}
		}
		delete(all, far)
	}
}
