package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// desk is one entry on the table: its draft and the fields it is written in.
// Undo lives in the fields, so a desk stays as long as its undo is wanted.
//
// A key on its way to the disk: Fyne's Entry → parts.Editor.OnEdited →
// what write set → journal.Draft.Edit → its Autosave → SaveEntry.
// Nothing on that way is slower for a longer text.
type desk struct {
	today    *today
	draft    *journal.Draft
	title    *parts.Editor
	body     *parts.Editor
	texts    []written
	forms    map[journal.Kind]form // of the kinds that were looked at
	steps    steps
	unfolded map[journal.Kind]bool // the kinds whose parts are open
	acted    []journal.Line        // where its feedback was acted on, as far as it was read
	anyKind  bool                  // nobody chose its kind yet: a question may bring its own
	laid     bool                  // it was on the page before, so its cursor is where it was left

	beside func(journal.DraftState) // shows how it stands on another page that writes in it; nil where none does
}

// newDesk lays e on the table. Each state of its draft is reported, on whatever
// goroutine it was entered.
func newDesk(t *today, e journal.Entry) *desk {
	d := &desk{today: t, title: parts.NewEditor(parts.Title), body: parts.NewEditor(parts.Body), forms: map[journal.Kind]form{}, unfolded: map[journal.Kind]bool{}}
	d.draft = t.w.journal.Draft(e, func(s journal.DraftState) { t.reported(d, s) })
	d.title.SetPlaceHolder(lang.L("Title, if you like"))
	d.body.SetPlaceHolder(lang.L("Start writing. It saves itself as you go."))
	d.write(d.title, func(e *journal.Entry) *string { return &e.Title })
	d.write(d.body, func(e *journal.Entry) *string { return &e.Body })
	d.title.Next, d.body.Previous = d.body, d.title
	d.body.SetMinRowsVisible(2) // a small window has little more room
	return d
}

// settle takes what is typed in the fields of its kinds and not entered yet.
func (d *desk) settle() {
	for _, f := range d.forms {
		f.settle()
	}
}

// blank tells whether nothing was written on this desk.
func (d *desk) blank() bool {
	e := d.draft.Entry()
	return e.Revision == 0 && e.Blank()
}

// openDesks is how many entries keep their undo.
const openDesks = 20

// desks are the entries whose undo is kept, the latest used last.
type desks struct{ all []*desk }

// find gives the desk of an entry, or nil.
func (s *desks) find(id journal.ID) *desk {
	for _, d := range s.all {
		if d.draft.Entry().ID == id {
			return d
		}
	}
	return nil
}

// use makes d the latest used desk. The oldest beyond the limit goes, unless
// it holds text that could not be saved yet.
func (s *desks) use(d *desk) {
	s.drop(d)
	s.all = append(s.all, d)
	for i := 0; len(s.all) > openDesks && i < len(s.all)-1; {
		if s.all[i].draft.State().State == journal.Clean {
			s.all = append(s.all[:i], s.all[i+1:]...)
			continue
		}
		i++
	}
}

// drop forgets a desk.
func (s *desks) drop(gone *desk) {
	for i, d := range s.all {
		if d == gone {
			s.all = append(s.all[:i:i], s.all[i+1:]...)
			return
		}
	}
}

// drafts gives the draft of every desk, to be flushed off the UI goroutine.
func (s *desks) drafts() []*journal.Draft {
	all := make([]*journal.Draft, len(s.all))
	for i, d := range s.all {
		all[i] = d.draft
	}
	return all
}

// flush writes what is not on disk yet. Every draft is tried; the errors come
// back joined.
func flush(ctx context.Context, drafts []*journal.Draft) error {
	var all error
	for _, d := range drafts {
		all = errors.Join(all, d.Flush(ctx))
	}
	return all
}

// finish writes what is not on disk yet when the writer goes elsewhere: a name
// that is still being typed is taken as it stands.
func finish(ctx context.Context, drafts []*journal.Draft) error {
	var all error
	for _, d := range drafts {
		all = errors.Join(all, d.EndTyping(ctx))
	}
	return errors.Join(all, flush(ctx, drafts))
}

// unsaved gives the desks whose text is not on disk.
func (s *desks) unsaved() []*desk {
	var open []*desk
	for _, d := range s.all {
		if d.draft.State().State != journal.Clean {
			open = append(open, d)
		}
	}
	return open
}
