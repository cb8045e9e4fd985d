package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleBeside is the entry that is read beside the list, where there is
// room for it.
type chronicleBeside struct {
	c       *chronicle
	open    journal.ID // "" for none
	ticket  int        // counts the reads; only the latest is shown
	toEntry *parts.Button
	prose   *parts.Prose
	content *fyne.Container
}

func newChronicleBeside(c *chronicle) *chronicleBeside {
	b := &chronicleBeside{c: c, prose: parts.NewProse()}
	b.prose.OnLink, b.prose.OnEscape = c.w.today.reading.follow, b.close
	b.toEntry = parts.NewButton(parts.Outline, lang.L("Open to write"), look.IconPencil, b.write)
	b.toEntry.Height = filterChipHeight
	shut := parts.NewIconButton(look.IconClose, lang.L("Close"), b.close)
	head := parts.Across(look.Space8, b.toEntry, parts.Spring(), shut)
	b.content = parts.Inset(parts.DownFill(look.Space12, head, b.prose), look.Space32, look.Space24, look.Space16, look.Space24)
	b.content.Hide()
	return b
}

// read shows an entry beside the list where there is room, else on Today. One
// that is beside the list already is opened to be written.
func (c *chronicle) read(id journal.ID) {
	if c.beside.open == id || !c.roomy() {
		c.w.openEntry(id)
		return
	}
	c.beside.show(id)
}

// show reads an entry whole.
func (b *chronicleBeside) show(id journal.ID) {
	b.ticket++
	b.open = id
	ticket, r, noPrivate := b.ticket, b.c.w.journal.Read(), b.c.w.noPrivate()
	task(b.c.w, "read an entry", func(ctx context.Context) ([]parts.Passage, error) {
		return entryPassages(ctx, r, id, noPrivate)
	}, func(passages []parts.Passage) {
		switch {
		case ticket != b.ticket:
		case passages == nil:
			b.close()
		default:
			b.prose.Fill(passages)
			b.reveal()
		}
	})
}

// reveal gives the entry its room.
func (b *chronicleBeside) reveal() {
	if !b.content.Visible() {
		b.content.Show()
		b.c.content.Refresh()
	}
	b.c.list.rows.SetSelected(b.c.list.shown.find(b.open))
}

// entryPassages reads an entry as it is read in a book; nil where it is not
// there any more.
func entryPassages(ctx context.Context, r journal.Reader, id journal.ID, noPrivate bool) ([]parts.Passage, error) {
	e, err := r.Entry(ctx, id)
	switch {
	case errors.Is(err, journal.ErrNotFound), err == nil && e.Private && noPrivate:
		return nil, nil
	case err != nil:
		return nil, err
	}
	names, err := documentNames(ctx, r)
	if err != nil {
		return nil, err
	}
	return passagesOf(document.OfEntry(e, names)), nil
}

// documentNames reads by which names an entry calls people and expectations.
func documentNames(ctx context.Context, r journal.Reader) (document.Names, error) {
	names := document.Names{People: map[string]string{}, Expectations: map[string]string{}}
	people, err := r.People(ctx)
	if err != nil {
		return names, err
	}
	for _, p := range people {
		names.People[string(p.ID)] = p.Name
	}
	expectations, err := r.Expectations(ctx)
	if err != nil {
		return names, err
	}
	for _, x := range expectations {
		names.Expectations[string(x.ID)] = x.Name
	}
	return names, nil
}

// changed reads the entry again where it was saved.
func (b *chronicleBeside) changed(c journal.Change) {
	if b.open != "" && (c.ID == b.open || c.ID == "") {
		b.show(b.open)
	}
}

// write opens the entry on Today.
func (b *chronicleBeside) write() { b.c.w.openEntry(b.open) }

// close gives the room back to the list.
func (b *chronicleBeside) close() {
	b.ticket++
	b.open = ""
	b.content.Hide()
	b.c.content.Refresh()
	b.c.list.rows.SetSelected(-1)
	b.c.w.win.Canvas().Focus(b.c.list.rows)
}

// chosen is the entry that is read, or else the one that the keyboard is at, or
// "".
func (c *chronicle) chosen() journal.ID {
	if c.beside.open != "" {
		return c.beside.open
	}
	if at := c.list.rows.Cursor(); c.sheet != nil && at >= 0 {
		line, _ := c.list.shown.line(at)
		return line.ID
	}
	return ""
}
