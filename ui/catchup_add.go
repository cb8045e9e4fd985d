package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// addAll adds what is ticked, and offers to take it back. What is added leaves
// the list; what waits stays.
func (p *pastedList) addAll() {
	a := addition{pieces: p.ticked(), before: p.now(), edits: p.edits}
	if len(a.pieces) == 0 || p.busy {
		return
	}
	p.busy = true
	p.tell()
	a.rest = a.before.Without(p.c.read.today, func(e journal.PastedEntry) bool { return e.In })
	p.c.w.background(func() {
		batch, err := p.addPieces(p.c.w.life, a)
		if p.c.w.life.Err() != nil {
			return
		}
		p.c.w.onUI(func() {
			p.busy = false
			if err != nil {
				p.c.w.door.show("add entries", err)
				p.tell()
				return
			}
			a.batch = batch
			p.added(a)
		})
	})
}

// addition is what is added of a list at one time.
type addition struct {
	pieces       []journal.PastedEntry
	before, rest journal.PastedList
	edits        int // of the list, when it was before
	batch        journal.ID
}

// addPieces writes what is not on disk of the list, and then adds the entries
// together with what is left of it.
func (p *pastedList) addPieces(ctx context.Context, a addition) (journal.ID, error) {
	if err := p.auto.Flush(ctx); err != nil {
		return "", err
	}
	entries := make([]journal.Entry, len(a.pieces))
	for i, e := range a.pieces {
		entries[i] = e.Entry(p.journal)
	}
	return p.journal.AddEntries(ctx, entries, a.rest)
}

// added shows what is left of the list, with what was typed into it meanwhile.
func (p *pastedList) added(a addition) {
	rest := a.rest
	if p.edits != a.edits {
		rest = p.now().Without(p.c.read.today, func(e journal.PastedEntry) bool {
			return slices.ContainsFunc(a.pieces, func(gone journal.PastedEntry) bool {
				return gone.Source == e.Source && gone.Again == e.Again
			})
		})
		p.auto.Touch()
	}
	p.show(rest)
	a.edits = p.edits
	p.c.w.win.Canvas().Focus(p.field.Editor)
	p.c.w.door.say(addedLine(len(a.pieces)), parts.NoticeAction{Label: lang.L("Undo"), Do: func() { p.takeBack(a) }})
}

// takeBack takes the entries back into the list. What was done in it since
// stays.
func (p *pastedList) takeBack(a addition) {
	w := p.c.w
	task(w, "take entries back", func(ctx context.Context) (journal.UndoReport, error) {
		return p.journal.UndoImport(ctx, a.batch)
	}, func(report journal.UndoReport) {
		list := a.before
		if p.edits != a.edits {
			list = p.now().With(p.c.read.today, a.pieces)
		}
		p.show(list)
		p.auto.Touch()
		w.door.say(takenBackLine(report))
	})
}
