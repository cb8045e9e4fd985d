package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// write has what is typed from now on be about a person. What is typed about
// others and not on disk yet is kept until it is.
func (p *people) write(id journal.ID) {
	p.drafts = slices.DeleteFunc(p.drafts, func(d *personDraft) bool { return d.id != id && d.clean() })
	p.draft = p.draftOf(id)
}

// draftOf gives what is being written about a person.
func (p *people) draftOf(id journal.ID) *personDraft {
	at := slices.IndexFunc(p.drafts, func(d *personDraft) bool { return d.id == id })
	if at >= 0 {
		return p.drafts[at]
	}
	d := newPersonDraft(p.w.journal, id, p.reported)
	p.drafts = append(p.drafts, d)
	return d
}

// reported tells that what is typed could not be saved, until it is.
func (p *people) reported(s journal.SaveState, err error) {
	if s != journal.Failed && s != journal.Clean {
		return
	}
	p.w.onUI(func() {
		if s == journal.Clean {
			p.w.saved()
			return
		}
		p.w.door.log.Error("save a person", "err", err)
		p.w.notSaved(err, p.saveNow)
	})
}

// saveNow writes what is typed at once.
func (p *people) saveNow() {
	for _, d := range p.drafts {
		p.w.background(func() { _ = d.flush(p.w.life) }) // a failure is reported by the draft
	}
}

// settle takes what is typed in a field and not entered yet.
func (p *people) settle() {
	if p.detail != nil && p.sheet.person != nil {
		p.detail.about.name.Take()
		p.detail.about.contact.line.Take()
	}
}

// flushPeople returns when what is typed about people is on disk, or with the
// reason why it is not.
func flushPeople(ctx context.Context, drafts []*personDraft) error {
	var all error
	for _, d := range drafts {
		all = errors.Join(all, d.flush(ctx))
	}
	return all
}

// unsaved lists what is typed about people and not on disk.
func (p *people) unsaved() []string {
	var texts []string
	for _, d := range p.drafts {
		texts = append(texts, d.unsaved()...)
	}
	return texts
}

// edit changes a person at once; the page hears of it as of every change.
func (p *people) edit(id journal.ID, change func(*journal.Person)) {
	d := p.draftOf(id)
	d.choose(change)
	p.w.background(func() { _ = d.flush(p.w.life) }) // a failure is reported by the draft
}

// remove puts who is beside the list into the trash, and offers to take it
// back. What they said stays.
func (p *people) remove() {
	gone := p.detail.stored()
	p.many("delete a person", func(ctx context.Context) error {
		_, err := p.w.journal.RemovePerson(ctx, gone.ID)
		return err
	}, func() {
		p.w.win.Canvas().Focus(p.list.rows)
		p.w.deleted(lang.L("{{.Name}} is deleted. What they said stays, under their name.", values{"Name": gone.Name}),
			func() { p.bringBack(gone.ID) })
	})
}

// bringBack takes a deletion or a merge back and shows the person.
func (p *people) bringBack(id journal.ID) {
	p.many("bring a person back", func(ctx context.Context) error {
		return p.w.journal.RestorePerson(ctx, id)
	}, func() {
		p.chosen = id
		p.load()
	})
}

// many changes many entries at once, after everything typed is on disk.
func (p *people) many(what string, do func(context.Context) error, then func()) {
	drafts := slices.Clone(p.drafts)
	changeMany(p.w, what, func(ctx context.Context) (struct{}, error) {
		if err := flushPeople(ctx, drafts); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, do(ctx)
	}, func(struct{}) { then() })
}

// merge lets the writer find who is the same as the one beside the list.
func (p *people) merge() {
	stays := p.sheet.person.PersonLine
	pick(p.w, lang.L("Who is the same person as {{.Name}}?", values{"Name": stays.Name}), picking[journal.PersonLine]{
		placeHolder: lang.L("Find somebody by their name"),
		none:        lang.L("Nobody else has such a name."),
		find: func(ctx context.Context, words string) ([]journal.PersonLine, error) {
			return peopleReader{p.w.journal}.others(ctx, stays.ID, words)
		},
		item: personItem,
		then: func(goes journal.PersonLine) { p.askToMerge(goes, stays) },
	})
}

func personItem(l journal.PersonLine) parts.ListItem {
	return parts.ListItem{Title: l.Name, Caption: relationshipName(l.Relationship), Note: entriesLine(l.Entries), Quiet: true}
}

// askToMerge says what a merge will do, and does it when told to.
func (p *people) askToMerge(goes, stays journal.PersonLine) {
	var overlay *parts.Overlay
	v := values{"Goes": goes.Name, "Stays": stays.Name, "Entries": entriesLine(goes.Entries)}
	merge := parts.NewButton(parts.Primary, lang.L("Merge"), "", func() { overlay.Hide(); p.mergeNow(goes, stays) })
	swap := parts.NewButton(parts.Quiet, lang.L("Keep the other name"), "", func() { overlay.Hide(); p.askToMerge(stays, goes) })
	overlay = p.w.overlay(lang.L("Make one person of two?"),
		sentenceText(lang.L("{{.Entries}} and every goal with {{.Goes}} will name {{.Stays}}.", v)),
		sentenceText(lang.L("{{.Stays}} keeps what is written about them, and takes over what is missing. The notes of both are kept.", v)),
		parts.Across(look.Space8, parts.Spring(), swap, merge))
	p.w.win.Canvas().Focus(merge)
}

// mergeNow makes one person of two, and offers to take it back.
func (p *people) mergeNow(goes, stays journal.PersonLine) {
	p.many("merge people", func(ctx context.Context) error {
		_, err := p.w.journal.MergePeople(ctx, goes.ID, stays.ID)
		return err
	}, func() {
		p.chosen = stays.ID
		p.load()
		p.w.deleted(lang.L("{{.Goes}} and {{.Stays}} are one person now.", values{"Goes": goes.Name, "Stays": stays.Name}),
			func() { p.bringBack(goes.ID) })
	})
}
