package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// ledger is the ledger of feedback received: what was said by whom at the
// left, and one piece of it at the right with what came of it. It is built
// when it comes into sight first.
type ledger struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	sick   bool // the last read failed, and the door says so

	split  *parts.Split // nil before the first visit
	list   *ledgerList
	detail *pieceDetail

	question ledgerQuestion // what it is asked to show
	sheet    ledgerSheet    // what it shows
}

func newLedger(w *Window) *ledger {
	return &ledger{w: w, question: ledgerQuestion{part: partAll}}
}

// goFeedback brings the page into sight.
func (l *ledger) goFeedback() { l.w.goTo(l) }

// open brings the page into sight with a piece of feedback beside the list,
// whatever the list was narrowed to before.
func (l *ledger) open(id journal.ID) {
	if l.w.journal == nil {
		return
	}
	l.question = ledgerQuestion{part: partAll, chosen: id, seek: true}
	l.goFeedback()
	l.list.fromTop = true // so that its row comes into sight
	l.list.showQuestion()
	l.goToPiece()
}

// openPart brings the page into sight with one part of the ledger.
func (l *ledger) openPart(part ledgerPart) {
	if l.w.journal == nil {
		return
	}
	l.question = ledgerQuestion{part: part}
	l.goFeedback()
	l.list.fromTop = true
	l.list.showQuestion()
}

// centre is the page; it is built on the first visit.
func (l *ledger) centre() fyne.CanvasObject {
	if l.split == nil {
		l.list, l.detail = newLedgerList(l), newPieceDetail(l)
		l.split = parts.NewSplit(l.list.content, l.detail.content, ledgerShare)
		l.split.Narrow = l.w.frame.columns.NavCompact
		l.split.OnNarrow = l.wentNarrow
	}
	return l.split
}

// ledgerShare is what the list takes of the page: in the usual window just
// enough for the fields of the filter to stand in two columns.
const ledgerShare float32 = 0.508

// side is nothing: the page takes all the room.
func (l *ledger) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list.
func (l *ledger) shown() {
	l.load()
	l.back()
}

// changed asks again for what a change may have moved.
func (l *ledger) changed(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.PeopleChanged,
		journal.SettingsChanged:
		l.load()
	}
}

// load reads what the page shows. Where that fails the door says so, and the
// page keeps what it has.
func (l *ledger) load() {
	l.ticket++
	ticket := l.ticket
	l.question.filter.NoPrivate = l.w.noPrivate()
	l.question.rows = l.list.inSight()
	q, r := l.question, ledgerReader{l.w.journal}
	type answer struct {
		sheet ledgerSheet
		err   error
	}
	task(l.w, "read the feedback", func(ctx context.Context) (answer, error) {
		s, err := r.sheet(ctx, q)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != l.ticket:
		case a.err != nil:
			l.failed(a.err)
		default:
			l.took(q, a.sheet)
		}
	})
}

// failed says that the feedback could not be read, until it can be.
func (l *ledger) failed(err error) {
	l.sick = true
	l.w.door.unread("read the feedback", err, l.load)
	l.list.sayUnread()
}

// took shows the answer to a question. Where another piece was chosen in the
// meantime, that one is left alone.
func (l *ledger) took(q ledgerQuestion, s ledgerSheet) {
	if l.question.chosen == q.chosen {
		l.keepChosen(s.detail)
	} else {
		s.detail = l.sheet.detail
	}
	if l.sick {
		l.sick = false
		l.w.door.settle()
	}
	l.sheet = s
	l.list.show(s)
	l.detail.show(s)
	l.count(s.counts)
}

// keepChosen remembers which piece is beside the list.
func (l *ledger) keepChosen(p *pieceSheet) {
	l.question.seek = false
	if p == nil {
		l.question.chosen = ""
		return
	}
	l.question.chosen = p.entry.ID
}

// count shows in the navigation how much feedback there is, when all of it
// was counted.
func (l *ledger) count(c journal.FeedbackCounts) {
	if narrowed(l.question.filter) {
		return
	}
	text := ""
	if c.All > 0 {
		text = inGroups(c.All)
	}
	l.w.frame.count(l, text)
}

// narrowed tells whether a filter asks for less than everything that may be
// seen.
func narrowed(f journal.FeedbackFilter) bool {
	f.NoPrivate = false
	return f != journal.FeedbackFilter{}
}

// choose shows a piece beside the list, and goes there.
func (l *ledger) choose(p journal.FeedbackLine) {
	l.question.chosen, l.question.seek = p.ID, false
	noPrivate, r := l.w.noPrivate(), ledgerReader{l.w.journal}
	task(l.w, "open a piece of feedback", func(ctx context.Context) (*pieceSheet, error) {
		return r.piece(ctx, p, noPrivate)
	}, func(piece *pieceSheet) {
		if piece != nil && l.question.chosen == p.ID {
			l.sheet.detail = piece
			l.detail.show(l.sheet)
		}
	})
	l.goToPiece()
}

// goToPiece goes to the piece beside the list, where there is room for one
// column only.
func (l *ledger) goToPiece() {
	l.split.Go(1)
	if l.split.IsNarrow() {
		l.w.win.Canvas().Focus(l.detail.toEntry)
	}
}

// look narrows the list to something else, and shows the first of it.
func (l *ledger) look(part ledgerPart, f journal.FeedbackFilter) {
	l.question = ledgerQuestion{part: part, filter: f}
	l.list.showQuestion()
	l.list.fromTop = true
	l.load()
}

// wentNarrow shows the way back where there is room for one column only.
func (l *ledger) wentNarrow(narrow bool) { setVisible(l.detail.back, narrow) }

// back goes to the list.
func (l *ledger) back() {
	l.split.Go(0)
	l.w.win.Canvas().Focus(l.list.rows)
}

// escape goes back: from a piece to the list, and there to everything that it
// was narrowed from.
func (l *ledger) escape() {
	switch c := l.w.win.Canvas(); {
	case l.split.IsNarrow() && l.split.At() > 0:
		l.back()
	case c.Focused() != fyne.Focusable(l.list.rows):
		c.Focus(l.list.rows)
	case l.question.part != partAll || narrowed(l.question.filter):
		l.list.showAll()
	}
}

// today is the day it is for the writer.
func (l *ledger) today() journal.Day { return l.sheet.today }

// newPiece begins an entry with feedback on Today.
func (l *ledger) newPiece() { l.w.beginEntry(journal.FeedbackKind, nil) }

// askSomebody asks for feedback, of nobody in particular yet.
func (l *ledger) askSomebody() { l.ask("") }

// say tells what was done, with the way to take it back.
func (l *ledger) say(text string, undo func()) {
	l.w.door.say(text, parts.NoticeAction{Label: lang.L("Undo"), Do: undo})
}
