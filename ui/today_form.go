package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// showForm shows the parts of the entry's kind below its text, folded or open.
func (t *today) showForm(d *desk, e journal.Entry) {
	if e.Kind == journal.Reflection && len(e.People) == 0 && !d.unfolded[e.Kind] {
		t.showParts(false)
		return
	}
	f := d.formOf(e.Kind)
	f.show(e)
	t.fold.SetTitle(formTitle(e.Kind))
	t.fold.SetNote(f.note(e))
	t.fold.SetOpen(d.unfolded[e.Kind])
	t.form.Objects = []fyne.CanvasObject{f.object()}
	t.form.Refresh()
	t.showParts(true)
}

// showParts shows the parts of the entry below its text, or none. As long as
// the journal is empty the welcome stands in their place, and in that of all
// that belongs to an entry.
func (t *today) showParts(some bool) {
	some = some && !t.alone
	greets := t.welcome.on && !some && !t.alone
	setVisible(t.depth, some)
	setVisible(t.welcome.content, greets)
	setVisible(t.welcome.foot, greets)
	setVisible(t.about, !greets && !t.alone)
	setVisible(t.under, some || greets)
	t.share()
}

// greet shows the welcome, or takes it away for good once an entry is written.
func (t *today) greet(on bool) {
	if t.welcome.on == on {
		return
	}
	t.welcome.on = on
	t.showParts(t.depth.Visible())
	t.rail.greet(on)
}

// share lays the page out anew, after the parts were opened or closed.
func (t *today) share() {
	size := t.room.Size()
	t.room.Layout.Layout(t.room.Objects, size)
	t.shared.Refresh()
}

// foldToggled keeps the parts of this entry open or closed.
func (t *today) foldToggled(open bool) {
	if t.desk != nil {
		t.desk.unfolded[t.kind()] = open
		t.share()
	}
}

// unfoldForKind opens the parts of a kind that lives by them.
func (t *today) unfoldForKind(d *desk) {
	e := d.draft.Entry()
	d.unfolded[e.Kind] = d.unfolded[e.Kind] || opensUnfolded(&e)
}

// opensUnfolded tells whether the parts of an entry are open from the start:
// those of feedback and of an application are what it is about, those of a
// moment and a reflection only once there is something in them.
func opensUnfolded(e *journal.Entry) bool {
	switch e.Kind {
	case journal.FeedbackKind, journal.ApplicationKind:
		return true
	case journal.MomentKind:
		return !e.Moment.Blank()
	}
	return len(e.People) > 0
}

// formTitle names the parts of a kind.
func formTitle(k journal.Kind) string {
	switch k {
	case journal.MomentKind:
		return lang.L("The moment in parts")
	case journal.FeedbackKind:
		return lang.L("What was said")
	case journal.ApplicationKind:
		return lang.L("The application")
	}
	return lang.L("People")
}

// takePart makes the selected words of the text, or the sentence at the
// cursor, the nth part of the entry. A reflection becomes a moment by it.
func (t *today) takePart(n int) {
	d := t.desk
	if d == nil || t.w.current != page(t) {
		return
	}
	words := d.body.SelectedText()
	if words == "" {
		words = d.body.Sentence()
	}
	if words == "" {
		t.w.door.say(lang.L("Select some words of your text first."))
		return
	}
	e := d.draft.Entry()
	if e.Kind == journal.Reflection {
		t.turnIntoMoment()
	}
	f := d.formOf(d.draft.Entry().Kind)
	d.unfolded[t.kind()] = true
	t.redraw(d)
	if field := f.take(n, words); field != nil {
		t.shared.Reveal(field)
		t.redraw(d)
	}
}

// turnIntoMoment makes a reflection a moment; its text and everything else
// stays as it is, and choosing the other kind again turns it back.
func (t *today) turnIntoMoment() {
	t.kinds.SetSelected(string(journal.MomentKind))
	t.chooseKind(string(journal.MomentKind))
}

// kind is that of the entry in the middle.
func (t *today) kind() journal.Kind {
	if t.desk == nil {
		return journal.Reflection
	}
	return t.desk.draft.Entry().Kind
}

// toggleFold opens or closes the parts of the entry.
func (t *today) toggleFold() {
	if t.desk == nil {
		return
	}
	open := !t.desk.unfolded[t.kind()]
	t.desk.unfolded[t.kind()] = open
	t.redraw(t.desk)
	if open {
		t.w.win.Canvas().Focus(t.fold.Head())
		return
	}
	t.focusText()
}

// addPerson puts the cursor where somebody is added to the entry.
func (t *today) addPerson() {
	if t.desk == nil || t.w.current != page(t) {
		return
	}
	line := t.desk.formOf(t.kind()).line()
	if line == nil {
		return
	}
	t.desk.unfolded[t.kind()] = true
	t.redraw(t.desk)
	line.field.Begin()
}
