package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// differenceWords say how many entries differ between the copy and now.
func (p *copyPanel) differenceWords() string {
	d := p.differs
	switch {
	case d == nil:
		return lang.L("Comparing it with the journal…")
	case d.Same():
		return lang.L("Its entries are what they are now.")
	}
	var said []string
	for _, each := range []struct {
		n    int
		one  string
		many string
	}{
		{len(d.OnlyNow), lang.L("1 entry is not in it."), lang.L("{{.Count}} entries are not in it.", values{"Count": inGroups(len(d.OnlyNow))})},
		{len(d.Changed), lang.L("1 entry was changed since."), lang.L("{{.Count}} entries were changed since.", values{"Count": inGroups(len(d.Changed))})},
		{len(d.OnlyThen), lang.L("1 entry is in it alone."), lang.L("{{.Count}} entries are in it alone.", values{"Count": inGroups(len(d.OnlyThen))})},
	} {
		switch each.n {
		case 0:
		case 1:
			said = append(said, each.one)
		default:
			said = append(said, each.many)
		}
	}
	return strings.Join(said, " ")
}

// differing is an entry that differs between a copy and now.
type differing struct {
	line journal.Line
	how  string // it differs, in words
	then bool   // it is in the copy
	now  bool   // it is in the journal
}

// differencePanel lists what differs between a copy and now.
type differencePanel struct {
	b       *backups
	copy    journal.KeptBackup
	words   string // how many entries differ
	all     []differing
	overlay *parts.Overlay
}

// showDifference lists what differs.
func (p *copyPanel) showDifference() {
	if p.differs != nil && !p.differs.Same() {
		newDifferencePanel(p).show()
	}
}

// newDifferencePanel gathers what differs: what can be brought back first.
func newDifferencePanel(p *copyPanel) *differencePanel {
	d := &differencePanel{b: p.b, copy: p.copy, words: p.differenceWords()}
	for _, l := range p.differs.OnlyThen {
		d.all = append(d.all, differing{l, lang.L("Only in the copy"), true, false})
	}
	for _, l := range p.differs.Changed {
		d.all = append(d.all, differing{l, lang.L("Changed since"), true, true})
	}
	for _, l := range p.differs.OnlyNow {
		d.all = append(d.all, differing{l, lang.L("Not in the copy"), false, true})
	}
	return d
}

// show opens the panel, with the keyboard in the list.
func (d *differencePanel) show() {
	w := d.b.w
	now := w.journal.Now()
	today := journal.DayOf(now)
	rows := parts.NewList(elementRow, d.choose)
	rows.Fill(len(d.all), func(i int) parts.ListItem {
		return parts.ListItem{Title: lineTitle(d.all[i].line), Caption: d.all[i].how, Note: lineDay(d.all[i].line, today)}
	})
	d.overlay = w.overlay(lang.L("What differs from the copy of {{.When}}", values{"When": whenMade(d.copy.Made, now)}),
		sentenceText(d.words), w.inPanel(rows, float32(min(len(d.all), differingRows))*elementRow))
	w.win.Canvas().Focus(rows)
}

// differingRows is how many entries the panel shows at a time.
const differingRows = 7

// choose shows an entry: beside what it is now, or where it is written if it is
// not in the copy.
func (d *differencePanel) choose(i int) {
	one := d.all[i]
	if !one.then {
		d.overlay.Hide()
		d.b.w.openEntry(one.line.ID)
		return
	}
	w, file, id := d.b.w, d.copy.File, one.line.ID
	home, q := w.home, historyQuestion{journal: w.journal, id: id, noPrivate: w.noPrivate()}
	task(w, "read an entry in a backup", func(ctx context.Context) (f []journal.ComparedField, err error) {
		err = withBackup(ctx, home, file, func(from journal.Store) error {
			f, err = q.besideNow(ctx, from, one.now)
			return err
		})
		return f, err
	}, func(f []journal.ComparedField) { d.compare(one, f) })
}

// besideNow reads an entry in a backup and compares it with what it is now, if
// it is there.
func (q historyQuestion) besideNow(ctx context.Context, from journal.Reader, there bool) ([]journal.ComparedField, error) {
	words, err := newPastWords(ctx, q)
	if err != nil {
		return nil, err
	}
	e, err := from.Entry(ctx, q.id)
	if err != nil {
		return nil, err
	}
	then, err := words.fields(ctx, &e)
	if err != nil || !there {
		return journal.CompareFields(then, then), err
	}
	if e, err = q.journal.Read().Entry(ctx, q.id); err != nil {
		return nil, err
	}
	now, err := words.fields(ctx, &e)
	return journal.CompareFields(then, now), err
}

// compare shows both states of an entry beside each other and offers to bring
// the one of the copy back.
func (d *differencePanel) compare(one differing, fields []journal.ComparedField) {
	w := d.b.w
	passages, heads := wovenPassages(fields), []string{lang.L("In the copy")}
	if one.now {
		passages, heads = pairPassages(fields), append(heads, lang.L("Now"))
	}
	view := parts.NewProse()
	view.Wide = true
	view.FillAtMark(passages)
	columns := container.NewGridWithColumns(len(heads))
	for _, name := range heads {
		columns.Add(parts.NewText(name, parts.TypeColumnHead))
	}
	var overlay *parts.Overlay
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { overlay.Hide() })
	back := parts.NewButton(parts.Primary, lang.L("Bring it back"), look.IconNone, func() {
		overlay.Hide()
		d.overlay.Hide()
		d.bringBack(one.line.ID)
	})
	const room = 320
	overlay = w.overlay(firstWords(lineTitle(one.line)), parts.Down(look.Space4, columns, parts.NewHairline()), w.inPanel(view, room),
		parts.Across(look.Space8, parts.Spring(), cancel, back))
	w.win.Canvas().Focus(view)
}

// bringBack takes a single entry out of the copy, which can be undone.
func (d *differencePanel) bringBack(id journal.ID) {
	w, file := d.b.w, d.copy.File
	home, j := w.home, w.journal
	task(w, "bring an entry back out of a backup", func(ctx context.Context) (r journal.ImportReport, err error) {
		err = withBackup(ctx, home, file, func(from journal.Store) error {
			r, err = j.TakeBack(ctx, from, id)
			return err
		})
		return r, err
	}, func(r journal.ImportReport) { d.broughtBack(r) })
}

// broughtBack says what came of it and offers to take it back.
func (d *differencePanel) broughtBack(r journal.ImportReport) {
	w := d.b.w
	d.b.refresh()
	if len(r.Quarantined) > 0 {
		w.door.warn(lang.L("It could not be brought back: {{.Why}}", values{"Why": told(r.Quarantined[0].Reason)}))
		return
	}
	batch, j := r.Batch, w.journal
	w.door.say(lang.L("The entry is what it was in the copy."), undoAction(func() {
		task(w, "take back what was brought back", func(ctx context.Context) (struct{}, error) {
			_, err := j.UndoImport(ctx, batch)
			return struct{}{}, err
		}, func(struct{}) { d.b.refresh() })
	}))
}

// refresh reads the copies anew, and what differs from the one that is open.
func (b *backups) refresh() {
	b.load(func() {
		if at := b.at(b.open); at >= 0 {
			b.panel.show(b.kept.copies[at])
			b.update()
		}
	})
}
