package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// pack is the page of the evidence pack: what it says at the left, line by line
// to be ticked and edited, and at the right the very pages that are written.
// It belongs to the page of evidence, and is built when it comes into sight
// first.
type pack struct {
	w      *Window
	ticket int                // counts the reads; only the latest is shown
	stop   context.CancelFunc // ends the one that is under way
	sick   bool               // the last read failed, and the door says so

	room  *fyne.Container // nil before the first visit
	split *parts.Split
	list  *packList
	desk  *packDesk
	alone *packAlone

	question packQuestion
	sheet    *packSheet // nil before the first read
	writer   *packWriter
	drafts   []*packDraft
	steps    packSteps

	rehearsal bool // the sheet to rehearse from was asked for, from another page
}

func newPack(w *Window) *pack { return &pack{w: w, stop: func() {}} }

// goPack brings the page into sight.
func (p *pack) goPack() { p.w.goTo(p) }

// goRehearse brings the sheet to rehearse from into sight.
func (p *pack) goRehearse() {
	p.rehearsal = p.w.journal != nil
	p.goPack()
}

// openPack brings a saved pack into sight.
func (p *pack) openPack(id journal.ID) {
	p.question.chosen, p.question.anew = id, false
	p.goPack()
}

// centre is the page; it is built on the first visit.
func (p *pack) centre() fyne.CanvasObject {
	if p.room == nil {
		p.writer = newPackWriter(p.w.journal, journal.Pack{})
		p.desk = newPackDesk(p)
		p.list, p.alone = newPackList(p), newPackAlone(p)
		p.split = parts.NewSplit(p.list.content, p.desk.content, packShare)
		p.split.Narrow = p.w.frame.columns.RailHidden
		p.split.OnNarrow = p.wentNarrow
		p.room = container.NewStack(p.split, p.alone.content)
	}
	return p.room
}

// packShare is what the list takes of the page.
const packShare float32 = 0.52

// needs is the height in which some of the lines are seen.
func (p *pack) needs() float32 { return 570 }

// side is nothing: the page takes all the room.
func (p *pack) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows, with the keyboard in the list. What was
// let out for what was made before stays in again.
func (p *pack) shown() {
	p.keepIn()
	p.load()
	p.back()
}

// keepIn has everything private stay in the journal, and names be masked as the
// audience has it.
func (p *pack) keepIn() {
	p.question.private, p.question.mask, p.list.private.out = nil, nil, nil
}

// changed asks again for what a change may have moved.
func (p *pack) changed(c journal.Change) {
	if p.w.noPrivate() {
		p.hidePrivate()
	}
	switch c.Kind {
	case journal.PromptsChanged:
	case journal.PacksChanged:
		p.read(p.sheet)
	default:
		p.load()
	}
}

// hidePrivate takes what is private out of sight at once, and what was let out
// stays in again.
func (p *pack) hidePrivate() {
	p.list.private.refresh()
	if len(p.question.private) == 0 {
		return
	}
	p.keepIn()
	p.list.rows.Hide() // until they were read again
	p.desk.preview.content.Hide()
	p.back()
}

// load reads all that the page shows.
func (p *pack) load() { p.read(nil) }

// read reads what the page shows besides what is known, which may be nil: the
// packs alone then.
func (p *pack) read(known *packSheet) {
	p.stop()
	ctx, stop := context.WithCancel(p.w.life)
	p.ticket++
	p.stop = stop
	ticket, r := p.ticket, packReader{p.w.journal, p.question}
	type answer struct {
		sheet packSheet
		err   error
	}
	if p.sheet == nil {
		p.list.sayReading()
	}
	task(p.w, "read the evidence pack", func(context.Context) (answer, error) {
		s, err := r.sheet(ctx, known)
		return answer{s, err}, nil
	}, func(a answer) {
		defer stop()
		switch {
		case ticket != p.ticket:
		case a.err != nil:
			p.failed(a.err)
		default:
			p.took(a.sheet)
		}
	})
}

// failed says that the pack could not be read, until it can be.
func (p *pack) failed(err error) {
	p.sick = true
	p.w.door.unread("read the evidence pack", err, p.load)
	if p.sheet == nil {
		p.list.sayUnread()
	}
}

// took shows what was read.
func (p *pack) took(s packSheet) {
	if p.sick {
		p.sick = false
		p.w.door.settle()
	}
	if p.sheet != nil {
		s.fresh = p.sheet.fresh
	}
	p.sheet = &s
	if s.pack.ID != "" {
		p.question.chosen, p.question.anew = s.pack.ID, false
	}
	p.writer.open(s.pack)
	p.show()
	if p.rehearsal {
		p.rehearsal = false
		p.rehearse()
	}
}

// tookPack shows the pack as a change left it.
func (p *pack) tookPack(v packView) {
	s := p.sheet
	p.question.chosen, p.question.anew = v.pack.ID, false
	at := slices.IndexFunc(s.packs, func(each journal.Pack) bool { return each.ID == v.pack.ID })
	if at < 0 {
		s.packs = append([]journal.Pack{v.pack}, s.packs...)
	} else {
		s.packs = slices.Clone(s.packs)
		s.packs[at] = v.pack
	}
	s.packView = v
	p.show()
}

// show shows the page as it stands.
func (p *pack) show() {
	p.desk.preview.content.Show()
	p.list.show(p.sheet)
	p.desk.show(p.sheet)
	p.alone.show(p.sheet)
}

// wentNarrow shows the tabs where there is room for one column only.
func (p *pack) wentNarrow(narrow bool) {
	setVisible(p.list.head.tabs, narrow)
	setVisible(p.desk.way, narrow)
}

// turnTo brings the lines (0) or the pages (1) into sight, where there is room
// for one of them only.
func (p *pack) turnTo(at int) {
	p.split.Go(at)
	p.list.head.tabs.SetSelected(packTab(at))
	p.desk.tabs.SetSelected(packTab(at))
}

// back goes to the list.
func (p *pack) back() {
	p.alone.close()
	p.turnTo(0)
	p.list.focus()
}

// escape goes back: from what has the page to itself and from the pages to the
// list, and from there to the page of evidence.
func (p *pack) escape() {
	if p.list.holdsKeyboard() && !p.alone.content.Visible() && !(p.split.IsNarrow() && p.split.At() > 0) {
		p.goEvidence()
		return
	}
	p.back()
}

// goEvidence leads back to the page that this one belongs to.
func (p *pack) goEvidence() { p.w.frame.evidence.goEvidence() }
