package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// ledTo are the entries that act on the piece beside the list.
type ledTo struct {
	d       *pieceDetail
	content *fyne.Container
	rows    *fyne.Container
	link    *parts.Button
}

func newLedTo(d *pieceDetail) *ledTo {
	t := &ledTo{d: d, rows: parts.Down(look.Space12)}
	t.link = parts.NewButton(parts.Quiet, lang.L("Link another entry"), look.IconPlus, t.choose)
	t.link.OnFocus = func() { d.scroll.Reveal(t.link) }
	t.link.Padding = look.Space8
	t.content = parts.Down(look.Space12, parts.NewText(lang.L("What it led to"), parts.TypeStrong), t.rows,
		parts.Inset(parts.Across(0, t.link), 0, 0, 0, -look.Space8))
	return t
}

// show lists the entries, newest last as they were linked.
func (t *ledTo) show(lines []journal.Line, today journal.Day) {
	t.rows.Objects = nil
	for _, line := range lines {
		t.rows.Add(t.row(line, today))
	}
	t.link.SetText(lang.L("Link another entry"))
	if len(lines) == 0 {
		t.rows.Add(sentenceText(lang.L("Nothing yet. Once you tried it out and wrote about it, link that entry here.")))
		t.link.SetText(lang.L("Link an entry"))
	}
	t.content.Refresh()
}

// row is an entry that acts on the piece, with the way to unlink it.
func (t *ledTo) row(line journal.Line, today journal.Day) fyne.CanvasObject {
	color, soft := kindColors(line.Kind)
	caption := kindName(line.Kind) + ", " + lineDay(line, today)
	row := parts.NewRow(kindIcon(line.Kind), color, soft, lineTitle(line), caption, func() { t.d.l.w.openEntry(line.ID) })
	row.OnFocus = func() { t.d.scroll.Reveal(row) }
	away := parts.NewIconButton(look.IconClose, lang.L("Unlink this entry"), func() { t.unlink(line.ID) })
	away.OnFocus = func() { t.d.scroll.Reveal(away) }
	return container.New(withEnd{}, row, away)
}

// choose links another entry, which the writer finds by its words.
func (t *ledTo) choose() {
	piece := t.d.piece.entry
	out := append([]journal.ID{piece.ID}, piece.Feedback.ActedOnIn...)
	t.d.l.w.chooseEntry(lang.L("Which entry acts on it?"), out, func(line journal.Line) {
		t.d.l.actOn(piece.ID, line.ID, lang.L("It is linked."))
	})
}

func (t *ledTo) unlink(entry journal.ID) {
	t.d.l.w.win.Canvas().Focus(t.link) // the row that may have the keyboard goes
	t.d.edit("unlink an entry from feedback", func(f *journal.Feedback) { f.Unact(entry) }, lang.L("The entry is not linked any more."))
}
