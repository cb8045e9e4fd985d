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
		f.DueBy = today.AddDays(soon)
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
	return p.State != journal.FeedbackFollowedUp && !p.FollowUpOn.IsZero() && !p.FollowUpOn.After(today.AddDays(soon))
}

// ledgerQuestion is what the ledger is asked to show.
type ledgerQuestion struct {
	filter journal.FeedbackFilter // by giver, state and period
	part   ledgerPart
	chosen journal.ID // the piece beside the list; "" is the first
	giver  string     // of the chosen piece, where it is known
	stay   bool       // beside the list also where it is not in it any more
}

// ledgerSheet is all that the ledger shows. It is read in one go off the UI
// goroutine, so that the page is painted once.
type ledgerSheet struct {
	today  journal.Day
	counts journal.FeedbackCounts // of what the filter lets through
	lines  []journal.FeedbackLine // of the part, in the order of the store
	detail *pieceSheet            // nil where there is nothing to show
}

// pieceSheet is one piece of feedback, whole, with what it led to.
type pieceSheet struct {
	entry journal.Entry
	giver string         // by name; "" where there is none
	led   []journal.Line // the entries that act on it
}

// ledgerReader reads what the ledger shows. It touches nothing of the window.
type ledgerReader struct{ journal *journal.Journal }

// sheet answers a question with four reads, whatever the ledger holds.
func (r ledgerReader) sheet(ctx context.Context, q ledgerQuestion) (ledgerSheet, error) {
	s := ledgerSheet{today: r.journal.Today(ctx)}
	read := r.journal.Read()
	var err error
	if s.counts, err = read.FeedbackCounts(ctx, q.filter, s.today.AddDays(soon)); err != nil {
		return s, err
	}
	if s.lines, err = read.Feedback(ctx, q.part.narrow(q.filter, s.today)); err != nil {
		return s, err
	}
	s.lines = grouped(s.lines, s.today)
	s.detail, err = r.beside(ctx, q, s.lines)
	return s, err
}

// beside reads the piece beside the list: the chosen one while it is there,
// else the first of the list.
func (r ledgerReader) beside(ctx context.Context, q ledgerQuestion, lines []journal.FeedbackLine) (*pieceSheet, error) {
	at := slices.IndexFunc(lines, func(p journal.FeedbackLine) bool { return p.ID == q.chosen })
	if q.chosen != "" && at < 0 && q.stay {
		p, err := r.piece(ctx, journal.FeedbackLine{Line: journal.Line{ID: q.chosen}, Giver: q.giver}, q.filter.NoPrivate)
		if p != nil || err != nil {
			return p, err
		}
	}
	if len(lines) == 0 {
		return nil, nil
	}
	return r.piece(ctx, lines[max(at, 0)], q.filter.NoPrivate)
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
