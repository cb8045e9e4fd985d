package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// areaNaming is a panel in which an area gets another name.
type areaNaming struct {
	d       *demands
	from    string
	name    *parts.Field
	button  *parts.Button
	overlay *parts.Overlay
}

// renameArea asks for another name of the area of what is beside the list.
func (d *demands) renameArea() {
	n := &areaNaming{d: d, from: d.form.x.Area, name: parts.NewLineField()}
	n.button = parts.NewButton(parts.Primary, lang.L("Rename"), "", n.submit)
	e := n.name.Editor
	e.Load(n.from)
	e.OnEdited, e.OnEnter = n.typed, n.submit
	n.overlay = d.w.overlay(lang.L("Rename the area “{{.Area}}”", values{"Area": n.from}), n.name,
		parts.Across(0, parts.Spring(), n.button))
	d.w.win.Canvas().Focus(e)
	e.CursorToEnd()
}

// typed says what a new name would do.
func (n *areaNaming) typed(text string) {
	text = strings.TrimSpace(text)
	merges := !strings.EqualFold(text, n.from) &&
		slices.ContainsFunc(n.d.sheet.areas(), func(area string) bool { return strings.EqualFold(area, text) })
	n.name.SetNote("", false)
	n.button.SetText(lang.L("Rename"))
	switch {
	case merges:
		n.name.SetNote(lang.L("There is an area “{{.Area}}” already: the two become one.", values{"Area": text}), false)
		n.button.SetText(lang.L("Merge"))
	case text == "":
		n.name.SetNote(lang.L("Without a name they stand outside every area."), false)
	}
	n.overlay.Refresh()
}

// submit gives the area its new name, and offers to take it back.
func (n *areaNaming) submit() {
	d, to := n.d, n.name.Editor.Text
	taskOr(d.w, "rename an area", func(ctx context.Context) (journal.AreaChange, error) {
		return d.w.journal.RenameArea(ctx, n.from, to)
	}, n.refuse, func(change journal.AreaChange) {
		n.overlay.Hide()
		if change.To == change.From {
			return
		}
		d.w.door.say(renamedLine(change), undoAction(func() { d.undoRename(change) }))
	})
}

// refuse says below the name what is wrong with it.
func (n *areaNaming) refuse(err error) {
	n.name.SetProblem(sentence(err))
	n.overlay.Refresh()
}

// undoRename takes the new name of an area back.
func (d *demands) undoRename(c journal.AreaChange) {
	d.do("undo the new name of an area", func(ctx context.Context) error {
		return d.w.journal.UndoRenameArea(ctx, c)
	}, func() {})
}

// renamedLine says what became of an area.
func renamedLine(c journal.AreaChange) string {
	v := values{"From": c.From, "To": c.To}
	switch {
	case c.To == "":
		return lang.L("What was in “{{.From}}” stands outside every area now.", v)
	case c.Merged:
		return lang.L("“{{.From}}” is part of “{{.To}}” now.", v)
	}
	return lang.L("“{{.From}}” is called “{{.To}}” now.", v)
}
