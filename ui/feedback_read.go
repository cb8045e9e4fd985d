package ui

import (
	"context"
	"errors"
	"slices"

	"groundwork/journal"
)

// soon is how many days before its follow-up a piece stands among those to
// follow up: long enough to find an hour with somebody.
const soon = 14

// ledgerPart is what one of the chips over the ledger lets through.
type ledgerPart string

// The chips over the ledger.
const (
	partAll          ledgerPart = "all"
	partFollowUp     ledgerPart = "follow-up"
	partActedOn      ledgerPart = "acted-on"
	partNeverActedOn ledgerPart = "never-acted-on"
	partPraise       ledgerPart = "praise"
	partConstructive ledgerPart = "constructive"
	partMixed        ledgerPart = "mixed"
)

// narrow asks for one part of what a filter lets through.
func (p ledgerPart) narrow(f journal.FeedbackFilter, today journal.Day) journal.FeedbackFilter {
	switch p {
	case partFollowUp:
		f.DueBy = soonFrom(today)
	case partActedOn:
		f.ActedOn = true
	case partNeverActedOn:
		f.NeverActedOn = true
	case partPraise, partConstructive, partMixed:
		f.Stance = string(p)
	}
	return f
}

// of is how many pieces a part has.
func (p ledgerPart) of(c journal.FeedbackCounts) int {
	switch p {
	case partFollowUp:
		return c.Due
	case partActedOn:
		return c.ActedOn
	case partNeverActedOn:
		return c.NeverActedOn
	case partPraise:
		return c.Praise
	case partConstructive:
		return c.Constructive
	case partMixed:
		return c.Mixed
	}
	return c.All
}

// needsReply tells whether a piece is to be followed up soon, or was to be
// already.
func needsReply(p journal.FeedbackLine, today journal.Day) bool {
	return p.Group(soonFrom(today)) == journal.LedgerFollowUp
}

// soonFrom is the last day that is soon.
func soonFrom(today journal.Day) journal.Day { return today.AddDays(soon) }

// ledgerQuestion is what the ledger is asked to show.
type ledgerQuestion struct {
	filter journal.FeedbackFilter // by giver, state and period
	part   ledgerPart
	chosen journal.ID // the piece beside the list, also where it is not in it; "" is the first
	seek   bool       // its row is to come into sight
	rows   []int      // the windows of the rows that are in sight
}

// ledgerSheet is all that the ledger shows. It is read in one go off the UI
// goroutine, so that the page is painted once.
type ledgerSheet struct {
	today  journal.Day
	counts journal.FeedbackCounts // of what the filter lets through
	groups ledgerGroups           // of the part
	lines  ledgerLines            // those of the part that were read
	detail *pieceSheet            // nil where there is nothing to show
}

// ledgerLines are pieces in the order of the ledger, by the window in which
// they were read: so many of them, after so many windows.
type ledgerLines map[int][]journal.FeedbackLine

// find tells which piece of the ledger one is, if it was read.
func (all ledgerLines) find(id journal.ID) (piece int, ok bool) {
	for w, lines := range all {
		for i, l := range lines {
			if l.ID == id {
				return w*windowRows + i, true
			}
		}
	}
	return 0, false
}

// at gives a piece of the ledger, if it was read.
func (all ledgerLines) at(piece int) (journal.FeedbackLine, bool) {
	if lines := all[piece/windowRows]; piece%windowRows < len(lines) {
		return lines[piece%windowRows], true
	}
	return journal.FeedbackLine{}, false
}

// pieceSheet is one piece of feedback, whole, with what it led to.
type pieceSheet struct {
	entry journal.Entry
	giver string         // by name; "" where there is none
	led   []journal.Line // the entries that act on it
}

// ledgerReader reads what the ledger shows. It touches nothing of the window.
type ledgerReader struct{ journal *journal.Journal }

// sheet answers a question with a few reads of what is in sight, whatever the
// ledger holds.
func (r ledgerReader) sheet(ctx context.Context, q ledgerQuestion) (s ledgerSheet, err error) {
	s.today = r.journal.Today(ctx)
	read := r.journal.Read()
	if s.counts, err = read.FeedbackCounts(ctx, q.filter, soonFrom(s.today)); err != nil {
		return s, err
	}
	part := s.counts
	if q.part != partAll {
		if part, err = read.FeedbackCounts(ctx, q.part.narrow(q.filter, s.today), soonFrom(s.today)); err != nil {
			return s, err
		}
	}
	s.groups = part.Groups()
	if s.lines, err = r.lines(ctx, q, s.today, part.All); err != nil {
		return s, err
	}
	s.detail, err = r.beside(ctx, q, s.lines)
	return s, err
}

// lines reads the first of so many pieces and those that are in sight, or are
// to come into sight.
func (r ledgerReader) lines(ctx context.Context, q ledgerQuestion, today journal.Day, pieces int) (ledgerLines, error) {
	rows := q.rows
	if q.seek {
		at, err := r.journal.Read().LedgerPlace(ctx, q.part.narrow(q.filter, today), soonFrom(today), q.chosen)
		if err != nil {
			return nil, err
		}
		rows = []int{max(at, 0) / windowRows}
	}
	all := ledgerLines{}
	for _, w := range append([]int{0}, rows...) {
		if all[w] != nil || w*windowRows >= pieces {
			continue
		}
		var err error
		if all[w], err = r.window(ctx, q, today, w); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// window reads a window of the ledger.
func (r ledgerReader) window(ctx context.Context, q ledgerQuestion, today journal.Day, w int) ([]journal.FeedbackLine, error) {
	return r.journal.Read().Ledger(ctx, q.part.narrow(q.filter, today),
		journal.LedgerWindow{Soon: soonFrom(today), Skip: w * windowRows, Limit: windowRows})
}

// beside reads the piece beside the list: the chosen one while it is there,
// else the first of the list.
func (r ledgerReader) beside(ctx context.Context, q ledgerQuestion, lines ledgerLines) (*pieceSheet, error) {
	if q.chosen != "" {
		p, err := r.chosen(ctx, q, lines)
		if p != nil || err != nil {
			return p, err
		}
	}
	if first, ok := lines.at(0); ok {
		return r.piece(ctx, first, q.filter.NoPrivate)
	}
	return nil, nil
}

// chosen reads the chosen piece, also where it is not in the list or far from
// what was read of it. It is nothing where it is not in the ledger any more.
func (r ledgerReader) chosen(ctx context.Context, q ledgerQuestion, lines ledgerLines) (*pieceSheet, error) {
	if at, ok := lines.find(q.chosen); ok {
		line, _ := lines.at(at)
		return r.piece(ctx, line, q.filter.NoPrivate)
	}
	alone, err := r.journal.Read().Feedback(ctx, journal.FeedbackFilter{Entry: q.chosen, NoPrivate: q.filter.NoPrivate})
	if len(alone) == 0 || err != nil {
		return nil, err
	}
	return r.piece(ctx, alone[0], q.filter.NoPrivate)
}

// piece reads one piece whole, or nothing where it is not in the ledger any
// more.
func (r ledgerReader) piece(ctx context.Context, line journal.FeedbackLine, noPrivate bool) (*pieceSheet, error) {
	e, err := r.journal.Read().Entry(ctx, line.ID)
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return nil, nil
	case err != nil:
		return nil, err
	case e.Kind != journal.FeedbackKind || e.Private && noPrivate:
		return nil, nil
	}
	if e.Feedback == nil {
		e.Feedback = &journal.Feedback{}
	}
	p := &pieceSheet{entry: e, giver: line.Giver}
	if len(e.Feedback.ActedOnIn) == 0 {
		return p, nil
	}
	p.led, err = r.journal.Read().LinesOf(ctx, e.Feedback.ActedOnIn)
	if noPrivate {
		p.led = slices.DeleteFunc(p.led, func(l journal.Line) bool { return l.Private })
	}
	return p, err
}
