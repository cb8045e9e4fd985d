package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// saveCopy saves a copy of the file beside the list.
func (t *trash) saveCopy() {
	if some := t.choice(); len(some) == 1 {
		t.w.saveFileCopy(some[0].Attachment)
	}
}

// putBack brings what is chosen back. One thing is opened where it belongs.
func (t *trash) putBack() {
	some := t.choice()
	drafts := t.w.today.desks.drafts()
	task(t.w, "bring back from the trash", func(ctx context.Context) (struct{}, error) {
		if err := finish(ctx, drafts); err != nil { // a file comes back to an entry that may be open
			return struct{}{}, err
		}
		return struct{}{}, bringBack(ctx, t.w.journal, some)
	}, func(struct{}) {
		for _, l := range some {
			if l.Entry != "" {
				t.w.renewDesk(l.Entry)
			}
		}
		if len(some) == 1 {
			t.w.door.say(lang.L("“{{.Name}}” is back.", values{"Name": cutWords(trashName(some[0]), longestLink)}))
			t.w.door.private = some[0].Private
			t.open(some[0])
			return
		}
		t.w.door.say(lang.L("{{.Things}} are back.", values{"Things": thingsWord(len(some))}))
	})
}

// bringBack brings things back from the trash, entries before what was attached
// to them. What came back meanwhile is no error.
func bringBack(ctx context.Context, j *journal.Journal, some []journal.InTrash) error {
	some = slices.Clone(some)
	slices.SortStableFunc(some, func(a, b journal.InTrash) int { return trashOrder(a) - trashOrder(b) })
	for _, l := range some {
		if err := j.RestoreFromTrash(ctx, l.ID); err != nil && !errors.Is(err, journal.ErrNotFound) {
			return err
		}
	}
	return nil
}

func trashOrder(l journal.InTrash) int {
	if l.What == journal.TrashedAttachment {
		return 1
	}
	return 0
}

// open shows a thing that is back where it belongs.
func (t *trash) open(l journal.InTrash) {
	f := t.w.frame
	switch l.What {
	case journal.TrashedEntry:
		t.w.openEntry(l.ID)
	case journal.TrashedAttachment:
		t.w.openEntry(l.Entry)
	case journal.TrashedPerson:
		f.people.open(l.ID)
	case journal.TrashedExpectation:
		f.demands.chosen = l.ID
		t.w.showExpectations()
	case journal.TrashedPrompt:
		f.library.openSource(chooseOwn)
	case journal.TrashedPack:
		f.pack.openPack(l.ID)
	}
}

// askToDelete asks whether what is chosen is to be deleted for good.
func (t *trash) askToDelete() {
	some := t.choice()
	if len(some) == 0 {
		return
	}
	title := lang.L("Delete “{{.Name}}” for good?", values{"Name": cutWords(trashName(some[0]), longestLink)})
	if len(some) > 1 {
		title = lang.L("Delete {{.Things}} for good?", values{"Things": thingsWord(len(some))})
	}
	t.ask(title, "", lang.L("Delete for good"), some)
}

// askToEmpty asks whether everything is to be deleted for good, also what the
// list does not show.
func (t *trash) askToEmpty() {
	if len(t.sheet.all) == 0 {
		return
	}
	more := ""
	switch n := t.hidden(); n {
	case 0:
	case 1:
		more = lang.L("1 of them is private and hidden now.")
	default:
		more = lang.L("{{.Count}} of them are private and hidden now.", values{"Count": n})
	}
	title := lang.L("Empty the trash? {{.Things}} will be gone.", values{"Things": thingsWord(len(t.sheet.all))})
	t.ask(title, more, lang.L("Empty trash"), t.sheet.all)
}

// forget deletes things for good.
func (t *trash) forget(some []journal.InTrash) {
	ids := make([]journal.ID, len(some))
	for i, l := range some {
		ids[i] = l.ID
	}
	task(t.w, "delete for good", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.w.journal.DeleteForGood(ctx, ids...)
	}, func(struct{}) {
		t.w.win.Canvas().Focus(t.list.rows)
		if len(some) == 1 {
			t.w.door.say(lang.L("“{{.Name}}” is deleted for good.", values{"Name": cutWords(trashName(some[0]), longestLink)}))
			t.w.door.private = some[0].Private
			return
		}
		t.w.door.say(lang.L("{{.Things}} are deleted for good.", values{"Things": thingsWord(len(some))}))
	})
}
