package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// makeReadable does what makes a copy that other programs can read. Of a protected
// journal the user hears of it before, the first time after each unlocking.
func (w *Window) makeReadable(do func()) {
	if !w.protected || w.readable {
		do()
		return
	}
	var overlay *parts.Overlay
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { overlay.Hide() })
	open := parts.NewButton(parts.Primary, lang.L("Open it"), look.IconNone, func() { overlay.Hide(); w.readable = true; do() })
	overlay = w.overlay(lang.L("Make a readable copy?"),
		sentenceText(lang.L("Other programs cannot read what is protected. So Groundwork makes a copy that can be read, in a private folder, and removes it when the journal is locked or closed.")),
		sentenceText(lang.L("The program that opens it may keep a copy of its own, or remember its name.")),
		parts.Across(look.Space8, parts.Spring(), cancel, open))
	w.win.Canvas().Focus(open)
}
