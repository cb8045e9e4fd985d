package ui

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// linkQuestion asks for a web address. It is written down and never fetched.
type linkQuestion struct {
	a       *attachments
	desk    *desk
	address *parts.Field
	name    *parts.Field
	overlay *parts.Overlay
}

// addLink asks for a web address to add to the entry in the middle.
func (a *attachments) addLink() {
	if a.today.desk == nil {
		return
	}
	q := &linkQuestion{a: a, desk: a.today.desk, address: parts.NewLineField(), name: parts.NewLineField()}
	q.address.Editor.SetPlaceHolder("https://")
	q.name.Editor.SetPlaceHolder(lang.L("What it shows, if you like"))
	q.address.Editor.OnEnter, q.name.Editor.OnEnter = q.submit, q.submit
	add := parts.NewButton(parts.Primary, lang.L("Add the link"), look.IconNone, q.submit)
	q.overlay = a.today.w.overlay(lang.L("Add a web link"),
		parts.Down(look.Space8,
			parts.FormRow(lang.L("Address"), q.address), parts.FormRow(lang.L("Name"), q.name)),
		sentenceText(lang.L("Only the address is kept. Groundwork never opens it by itself.")),
		parts.Across(look.Space8, parts.Spring(), add))
	a.today.w.win.Canvas().Focus(q.address.Editor)
}

// submit adds the link, or says beside the field what is wrong with it.
func (q *linkQuestion) submit() {
	at, err := journal.WebLink(q.name.Editor.Text, q.address.Editor.Text)
	list := q.desk.draft.Entry().Attachments
	if err == nil && slices.ContainsFunc(list, func(x journal.Attachment) bool { return x.URL == at.URL && !x.IsFile() }) {
		err = cannotAttach("This link is here already.")
	}
	if err != nil {
		q.address.SetProblem(sentence(err))
		q.a.today.w.win.Canvas().Focus(q.address.Editor)
		return
	}
	q.overlay.Hide()
	choose(q.desk, attachmentsOf, append(slices.Clone(list), at))
	q.a.refresh()
}
