package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// newDemand is a panel in which an expectation is added.
type newDemand struct {
	d       *demands
	name    *parts.Field
	area    *parts.NameField
	overlay *parts.Overlay
}

// addOne asks what the next role expects besides.
func (d *demands) addOne() {
	n := &newDemand{d: d, name: parts.NewLineField()}
	n.name.Editor.SetPlaceHolder(lang.L("What is asked, in a few words"))
	n.name.Editor.OnEnter = n.add
	n.area = parts.NewNameField(lang.L("People, Delivery, Strategy…"), nil)
	n.area.Suggest = d.form.areasLike
	n.area.SetName(d.form.x.Area)
	add := parts.NewButton(parts.Primary, lang.L("Add"), look.IconPlus, n.add)
	n.overlay = d.w.overlay(lang.L("A new expectation"), parts.Down(look.Space12,
		parts.FormRow(lang.L("Name"), n.name), parts.FormRow(lang.L("Area"), n.area)),
		parts.Across(look.Space8, parts.Spring(), add))
	d.w.win.Canvas().Focus(n.name.Editor)
}

// add adds the expectation, or says beside the name what is wrong with it.
func (n *newDemand) add() {
	d := n.d
	x := journal.Expectation{Name: n.name.Editor.Text, Area: n.area.Editor.Text}
	taskOr(d.w, "add an expectation", func(ctx context.Context) (journal.Expectation, error) {
		return d.w.journal.SaveExpectation(ctx, x)
	}, n.refuse, func(stored journal.Expectation) {
		n.overlay.Hide()
		d.chosen = stored.ID
		d.load()
		d.split.Go(1)
		d.w.win.Canvas().Focus(d.form.text.Editor)
	})
}

// refuse says beside the field what is wrong with it.
func (n *newDemand) refuse(err error) {
	field := n.name
	var wrong *journal.Invalid
	if errors.As(err, &wrong) && wrong.Field == "area" {
		field = &n.area.Field
	}
	field.SetProblem(sentence(err))
	n.d.w.win.Canvas().Focus(field.Editor)
}
