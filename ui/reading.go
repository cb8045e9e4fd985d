package ui

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/ui/parts"
)

// reading shows what an entry says as the page of a book, in the place of its
// text: lists, quotes and tables for what their marks stand for, links that can
// be followed, and boxes that can be ticked.
type reading struct {
	w      *Window
	on     bool
	prose  *parts.Prose
	sought *sought // what a search looked for in the entry it led to; nil else
	ticket int     // counts the texts that were shown; only the latest comes to be seen
}

func newReading(w *Window) *reading {
	r := &reading{w: w, prose: parts.NewProse()}
	r.prose.OnLink, r.prose.OnTick = r.follow, r.tick
	r.prose.OnEscape = r.leave
	r.prose.OnShortcut = r.shortcut
	return r
}

// object is what is seen of it.
func (r *reading) object() fyne.CanvasObject { return r.prose }

// show shows an entry from its top.
func (r *reading) show(e journal.Entry) {
	if r.seeks(e.ID) != nil {
		r.read(e, r.prose.FillAtMark)
		return
	}
	r.read(e, r.prose.Fill)
}

// refresh shows the text of the desk in the middle as it is now.
func (r *reading) refresh() {
	if d := r.w.today.desk; d != nil {
		e := d.draft.Entry()
		e.Body = d.body.Text
		r.read(e, r.prose.Update)
	}
}

// read makes passages of a text off the UI goroutine.
func (r *reading) read(e journal.Entry, show func([]parts.Passage)) {
	r.ticket++
	ticket, sought, body := r.ticket, r.seeks(e.ID), e.Body
	task(r.w, "read a text", func(context.Context) ([]parts.Passage, error) {
		if sought != nil {
			return sought.passages(e), nil
		}
		return passagesOf(document.FromMarkdown(body)), nil
	}, func(passages []parts.Passage) {
		if ticket == r.ticket {
			show(passages)
			r.w.today.shared.Refresh() // it may be of another height
		}
	})
}

// follow opens what a link leads to.
func (r *reading) follow(to parts.ProseLink) {
	if to.Inner {
		r.openTitled(to.To)
		return
	}
	address, err := url.Parse(to.To)
	if err == nil {
		switch address.Scheme {
		case "http", "https", "mailto":
			err = openWith(r.w.app, address)
		default:
			err = &journal.Invalid{Field: "body", Problem: "This link leads to something that Groundwork does not open."}
		}
	}
	if err != nil {
		r.w.door.show("open a link", err)
	}
}

// mostOfOneTitle is among how many entries of one title the newest that may be
// seen is looked for.
const mostOfOneTitle = 20

// openTitled opens the newest entry of a title, or offers to begin one.
func (r *reading) openTitled(title string) {
	hidden := r.w.noPrivate()
	task(r.w, "find an entry by its title", func(ctx context.Context) (journal.ID, error) {
		lines, err := r.w.journal.Read().Titled(ctx, title, true, mostOfOneTitle)
		for _, l := range lines {
			if !l.Private || !hidden {
				return l.ID, err
			}
		}
		return "", err
	}, func(id journal.ID) {
		if id != "" {
			r.w.openEntry(id)
			return
		}
		r.w.door.say(lang.L("No entry has this title yet."),
			parts.NoticeAction{Label: lang.L("Begin one"), Do: func() { r.begin(title) }},
			parts.NoticeAction{Label: lang.L("Close"), Do: r.w.door.clear})
	})
}

// begin begins an entry of a title, to be written.
func (r *reading) begin(title string) {
	r.leave()
	r.w.beginEntry(journal.Reflection, func(e *journal.Entry) { e.Title = title })
}

// tick ticks the box at a place of the text, or no longer, as an edit of the
// text that can be taken back.
func (r *reading) tick(at int) {
	d := r.w.today.desk
	if d == nil {
		return
	}
	ticked := document.Ticked(d.body.Text, at)
	if ticked == d.body.Text {
		return // the text is another by now
	}
	const box = len("[ ]")
	d.body.Replace(at, at+box, ticked[at:at+box])
	r.refresh()
}

// shortcut takes back and does again what was done to the text.
func (r *reading) shortcut(s fyne.Shortcut) {
	d := r.w.today.desk
	if d == nil {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		d.body.TypedShortcut(s)
		r.refresh()
	}
}

// leave goes back to the text, with the cursor where it was.
func (r *reading) leave() {
	if r.on {
		r.w.today.toggleReading()
	}
}

// toggleReading shows what the entry says in the place of its text, or the
// text again.
func (t *today) toggleReading() {
	if t.desk == nil || t.w.current != page(t) {
		return
	}
	t.reading.sought = nil
	t.reading.turn(!t.reading.on)
	t.mentions.offer(nil)
	t.showText(t.desk)
	t.focusText()
}

// turn turns it on or off, and tells the menu. What is not needed for reading
// gives way.
func (r *reading) turn(on bool) {
	if r.on != on {
		r.on = on
		r.w.win.SetMainMenu(r.w.menu())
		r.w.today.room.Refresh()
	}
}

// showText puts the text of a desk on the page, to be written or to be read;
// a fresh entry is there to be written. The editor stays where it is in both
// cases, so that it keeps its rows.
func (t *today) showText(d *desk) {
	found := t.reading.seeks(d.draft.Entry().ID) != nil
	t.reading.turn((t.reading.on || found) && !d.blank())
	editor := parts.EditorFrame(d.body)
	t.body.Objects = []fyne.CanvasObject{editor}
	if t.reading.on {
		editor.Hide()
		t.body.Add(t.reading.object())
		t.reading.show(d.draft.Entry())
	}
	t.body.Refresh()
}

// focusText gives the keyboard to the text of the entry in the middle.
func (t *today) focusText() {
	if t.reading.on {
		t.w.win.Canvas().Focus(t.reading.prose)
		return
	}
	t.w.win.Canvas().Focus(t.desk.body)
}

// textInUse is the editor that has the keyboard, or whose text is being read.
func (w *Window) textInUse() *parts.Editor {
	switch focused := w.win.Canvas().Focused().(type) {
	case *parts.Editor:
		return focused
	case *parts.Prose:
		if focused == w.today.reading.prose && w.today.desk != nil {
			return w.today.desk.body
		}
	}
	return nil
}

// format changes the text that is being written.
func (w *Window) format(how func(*parts.Editor)) {
	if editor, ok := w.win.Canvas().Focused().(*parts.Editor); ok {
		how(editor)
	}
}
