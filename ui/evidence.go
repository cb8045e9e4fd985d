package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/suggest"
	"groundwork/ui/parts"
)

// proof is the page of evidence: what the target role expects, month by month,
// and what there is to show for it. At the left is the table, at the right the
// entries behind a row or a cell of it.
type proof struct {
	w      *Window
	ticket int  // counts the reads; only the latest is shown
	listed int  // counts the reads of the entries beside the table alone
	sick   bool // the last read failed, and the door says so

	split  *parts.Split // nil before the first visit
	table  *proofTable
	detail *proofDetail

	question proofQuestion
	sheet    *proofSheet   // nil before the first read
	unsorted suggest.Place // how far the entries without evidence were sorted
}

func newProof(w *Window) *proof {
	return &proof{w: w, question: proofQuestion{by: evidence.ByMonth, order: byArea, most: firstProofs}}
}

// goEvidence brings the page into sight.
func (p *proof) goEvidence() { p.w.goTo(p) }

// open brings the page into sight with an expectation beside the table, and
// whatever stands behind it in the review period.
func (p *proof) open(id journal.ID) {
	if p.w.journal == nil {
		return
	}
	p.question.chosen, p.question.within, p.question.state = id, evidence.Period{}, ""
	p.goEvidence()
	p.split.Go(1)
}

// centre is the page; it is built on the first visit.
func (p *proof) centre() fyne.CanvasObject {
	if p.split == nil {
		p.table, p.detail = newProofTable(p), newProofDetail(p)
		p.split = parts.NewSplit(p.table.content, p.detail.content, proofShare)
		p.split.Narrow = p.w.frame.columns.RailHidden
		p.split.OnNarrow = p.wentNarrow
	}
	return p.split
}

// proofShare is what the table takes of the page: in the usual window, twelve
// months stand in it.
const proofShare float32 = 0.668

// side is nothing: the page takes all the room.
func (p *proof) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the table.
func (p *proof) shown() {
	p.load()
	p.back()
}

// changed asks again for what a change may have moved.
func (p *proof) changed(c journal.Change) {
	switch c.Kind {
	case journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.EntriesChanged:
		p.read(p.sheet)
	case journal.Reloaded, journal.ExpectationsChanged, journal.PlanChanged, journal.PeopleChanged, journal.SettingsChanged:
		p.load()
	}
}

// load reads all that the page shows.
func (p *proof) load() { p.read(nil) }

// read reads what the page shows besides what is known, which may be nil.
// Where that fails the door says so, and the page keeps what it has.
func (p *proof) read(known *proofSheet) {
	p.ticket++
	ticket, q, r := p.ticket, p.question, p.reader()
	type answer struct {
		sheet proofSheet
		err   error
	}
	task(p.w, "read the evidence", func(ctx context.Context) (answer, error) {
		s, err := r.sheet(ctx, q, known)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != p.ticket:
		case a.err != nil:
			p.failed(a.err)
		default:
			p.took(q, a.sheet)
		}
	})
}

func (p *proof) reader() proofReader { return proofReader{p.w.journal, p.w.noPrivate()} }

// failed says that the evidence could not be read, until it can be.
func (p *proof) failed(err error) {
	p.sick = true
	p.w.door.unread("read the evidence", err, p.load)
	if p.sheet == nil {
		p.table.sayUnread()
	}
}

// took shows the answer to a question. Where something else was chosen in the
// meantime, the entries behind that are asked for.
func (p *proof) took(q proofQuestion, s proofSheet) {
	if p.sick {
		p.sick = false
		p.w.door.settle()
	}
	p.sheet = &s
	p.w.frame.target.show(p.sheet)
	asked := s.settle(q)
	p.question = s.settle(p.question)
	if p.question != asked {
		p.list()
		return
	}
	p.listed++
	p.show()
}

// show shows the page as it stands.
func (p *proof) show() {
	p.table.show(p.sheet, p.question)
	p.detail.show(p.sheet, p.question)
}

// choose shows the entries behind an expectation, in a part of the review
// period or in all of it; "" is every expectation.
func (p *proof) choose(id journal.ID, within evidence.Period) {
	p.question.chosen, p.question.within, p.question.most = id, within, firstProofs
	p.list()
	p.split.Go(1)
	if p.split.IsNarrow() {
		p.w.win.Canvas().Focus(p.detail.write)
	}
}

// list reads the entries beside the table.
func (p *proof) list() {
	p.listed++
	ticket, q, r, period := p.listed, p.question, p.reader(), p.sheet.coverage.Period
	task(p.w, "read the entries behind an expectation", func(ctx context.Context) (journal.EvidenceList, error) {
		return r.list(ctx, q, period)
	}, func(list journal.EvidenceList) {
		if ticket == p.listed {
			p.sheet.list = list
			p.show()
		}
	})
}

// turn shows the table in another way.
func (p *proof) turn(change func(*proofQuestion)) {
	change(&p.question)
	if p.sheet == nil {
		return
	}
	p.table.anew = true
	p.question = p.sheet.settle(p.question)
	p.list()
}

// wentNarrow shows the way back where there is room for one column only.
func (p *proof) wentNarrow(narrow bool) { setVisible(p.detail.back, narrow) }

// back goes to the table.
func (p *proof) back() {
	p.split.Go(0)
	p.table.focus()
}

// escape goes back: from the entries to the table, from a cell to its row, and
// to all rows.
func (p *proof) escape() {
	switch c := p.w.win.Canvas(); {
	case p.split.IsNarrow() && p.split.At() > 0:
		p.back()
	case c.Focused() != fyne.Focusable(p.table.matrix):
		p.table.focus()
	case !p.question.within.From.IsZero():
		p.choose(p.question.chosen, evidence.Period{})
	case p.question.state != "":
		p.table.chooseState("")
	default:
		parts.CloseOverlay(c)
	}
}
