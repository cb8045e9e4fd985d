package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// packAdded is what came of adding entries to a pack.
type packAdded struct {
	step  packStep
	added int
	first bool // the pack was made for it
}

// addToPack adds what entries say to the newest pack, or to a first one, and
// offers to show it and to take it back.
func (w *Window) addToPack(ids []journal.ID) {
	if w.journal == nil || len(ids) == 0 {
		return
	}
	j := w.journal
	task(w, "add an entry to a pack", func(ctx context.Context) (packAdded, error) {
		return addEntries(ctx, j, ids)
	}, w.addedToPack)
}

// addEntries adds what entries say to the newest pack.
func addEntries(ctx context.Context, j *journal.Journal, ids []journal.ID) (a packAdded, err error) {
	s, err := packReader{journal: j}.sheet(ctx, nil)
	if err != nil {
		return a, err
	}
	include := func(p *journal.Pack) {
		for _, id := range ids {
			with, _, ok := evidence.Include(s.material, *p, id)
			if ok {
				*p = with
				a.added++
			}
		}
	}
	probe := s.pack.Clone()
	if include(&probe); a.added == 0 {
		return a, nil
	}
	a.added, a.first = 0, s.pack.ID == ""
	a.step, err = newPackWriter(j, s.pack).edit(ctx, include)
	return a, err
}

// addedToPack says what came of it.
func (w *Window) addedToPack(a packAdded) {
	name := packTitle(a.step.after, w.today.now)
	switch {
	case a.added == 0:
		w.door.say(lang.L("Nothing was added: what is private, or outside the time of the pack, stays in."))
		return
	case !a.first && same(a.step.before, a.step.after):
		w.door.say(lang.L("“{{.Name}}” has it already.", values{"Name": name}),
			parts.NoticeAction{Label: lang.L("Show"), Do: func() { w.frame.pack.openPack(a.step.after.ID) }})
		return
	}
	w.door.say(lang.L("Added to “{{.Name}}”.", values{"Name": name}),
		parts.NoticeAction{Label: lang.L("Show"), Do: func() { w.frame.pack.openPack(a.step.after.ID) }},
		undoAction(func() { w.takeFromPack(a) }))
}

// takeFromPack takes back what was added to a pack.
func (w *Window) takeFromPack(a packAdded) {
	j := w.journal
	task(w, "take an entry out of a pack", func(ctx context.Context) (struct{}, error) {
		if a.first {
			_, err := j.RemovePack(ctx, a.step.after.ID)
			return struct{}{}, err
		}
		_, err := newPackWriter(j, a.step.after).edit(ctx, func(p *journal.Pack) {
			if same(*p, a.step.after) {
				*p = a.step.before.Clone()
			}
		})
		return struct{}{}, err
	}, func(struct{}) {})
}

// addOpenEntry adds the entry in the middle of Today to the pack, once it is on
// disk.
func (w *Window) addOpenEntry() {
	d := w.deskInSight()
	if d == nil {
		return
	}
	task(w, "save an entry", func(ctx context.Context) (journal.ID, error) {
		return d.draft.Entry().ID, d.draft.Flush(ctx)
	}, func(id journal.ID) { w.addToPack([]journal.ID{id}) })
}
