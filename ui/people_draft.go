package ui

import (
	"context"
	"maps"
	"slices"
	"sync"

	"groundwork/journal"
)

// personDraft is what is being written about a person: it is on disk within a
// second, as the text of an entry is. It may be used from any goroutine.
type personDraft struct {
	journal *journal.Journal
	id      journal.ID
	auto    *journal.Autosave

	mu     sync.Mutex // over what is not on disk yet
	typed  map[personText]string
	chosen []func(*journal.Person) // choices, in their order
}

// personText is a text about a person.
type personText int

// The texts about a person that are typed.
const (
	textName personText = iota // written when its field is left
	textMatters
	textNotes
	textNeeds // what they need, in own words
	textStepBack
)

// in sets the text in a person.
func (t personText) in(p *journal.Person, text string) {
	switch t {
	case textName:
		p.Name = text
	case textMatters:
		p.Matters = text
	case textNotes:
		p.Notes = text
	case textNeeds:
		leadingUpOf(p).SetOwnNeeds(text)
	case textStepBack:
		leadingUpOf(p).StepBack = text
	}
}

// of reads the text of a person.
func (t personText) of(p journal.Person) string {
	switch {
	case t == textName:
		return p.Name
	case t == textMatters:
		return p.Matters
	case t == textNotes:
		return p.Notes
	case t == textNeeds:
		return p.LeadingUp.OwnNeeds()
	case p.LeadingUp == nil:
		return ""
	}
	return p.LeadingUp.StepBack
}

// newPersonDraft begins to write about a person. report is told how saving
// goes, on any goroutine.
func newPersonDraft(j *journal.Journal, id journal.ID, report func(journal.SaveState, error)) *personDraft {
	d := &personDraft{journal: j, id: id, typed: map[personText]string{}}
	d.auto = journal.NewAutosave(j.Now, d.save, report)
	return d
}

// write keeps a text and sees to it that it is saved.
func (d *personDraft) write(t personText, text string) {
	d.mu.Lock()
	d.typed[t] = text
	d.mu.Unlock()
	d.auto.Touch()
}

// choose keeps a choice and has it saved at once.
func (d *personDraft) choose(change func(*journal.Person)) {
	d.mu.Lock()
	d.chosen = append(d.chosen, change)
	d.mu.Unlock()
	d.auto.Touch()
}

// text is a text as it is now: what is typed, or else what is stored.
func (d *personDraft) text(t personText, stored journal.Person) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if text, typed := d.typed[t]; typed {
		return text
	}
	return t.of(stored)
}

// unsaved lists the texts that are not on disk.
func (d *personDraft) unsaved() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Sorted(maps.Values(d.typed))
}

// save writes what is not on disk, once.
func (d *personDraft) save(ctx context.Context) error {
	d.mu.Lock()
	now, chosen := maps.Clone(d.typed), slices.Clone(d.chosen)
	d.mu.Unlock()
	if len(now) == 0 && len(chosen) == 0 {
		return nil
	}
	_, err := d.journal.EditPerson(ctx, d.id, func(p *journal.Person) {
		for _, change := range chosen {
			change(p)
		}
		for t, text := range now {
			t.in(p, text)
		}
	})
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.chosen = d.chosen[len(chosen):]
	maps.DeleteFunc(d.typed, func(t personText, text string) bool { saved, was := now[t]; return was && saved == text })
	return nil
}

// flush returns when everything is on disk, or with the reason why not.
func (d *personDraft) flush(ctx context.Context) error { return d.auto.Flush(ctx) }

// clean tells whether everything is on disk.
func (d *personDraft) clean() bool {
	state, _ := d.auto.State()
	return state == journal.Clean
}

// leadingUpOf gives the sheet on a leader, made where there is none.
func leadingUpOf(p *journal.Person) *journal.LeadingUp {
	if p.LeadingUp == nil {
		p.LeadingUp = &journal.LeadingUp{}
	}
	return p.LeadingUp
}
