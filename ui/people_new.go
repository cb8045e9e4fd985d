package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// newcomer is a panel in which somebody is added.
type newcomer struct {
	p            *people
	name         *parts.Field
	relationship *parts.Select
	support      *parts.Select
	overlay      *parts.Overlay
}

// addSomebody asks who is to be added.
func (p *people) addSomebody() {
	if p.w.journal == nil {
		return
	}
	n := &newcomer{p: p, name: parts.NewLineField()}
	n.name.Editor.SetPlaceHolder(lang.L("Their name"))
	n.name.Editor.OnEnter = n.add
	n.relationship = parts.NewSelect(lang.L("Who they are to me"), optional(relationshipOptions()), nil)
	n.support = parts.NewSelect(lang.L("No word yet"), supportOptions(), nil)
	add := parts.NewButton(parts.Primary, lang.L("Add"), look.IconPlus, n.add)
	n.overlay = p.w.overlay(lang.L("A new person"), parts.Down(look.Space12,
		parts.FormRow(lang.L("Name"), n.name), parts.FormRow(lang.L("They are"), n.relationship),
		parts.FormRow(lang.L("Support"), n.support)),
		parts.Across(look.Space8, parts.Spring(), add))
	p.w.win.Canvas().Focus(n.name.Editor)
}

// add adds the person, or says beside the name what is wrong with it.
func (n *newcomer) add() {
	p := n.p
	person := journal.Person{
		Name: n.name.Editor.Text, Relationship: n.relationship.Selected(), Support: n.support.Selected(),
	}
	taskOr(p.w, "add a person", func(ctx context.Context) (journal.Person, error) {
		return p.w.journal.SavePerson(ctx, person)
	}, n.refuse, func(stored journal.Person) {
		n.overlay.Hide()
		p.chosen, p.tab = stored.ID, tabAbout
		p.load()
		p.split.Go(1)
	})
}

// refuse says beside the name what is wrong with it.
func (n *newcomer) refuse(err error) {
	n.name.SetProblem(sentence(err))
	n.p.w.win.Canvas().Focus(n.name.Editor)
}
