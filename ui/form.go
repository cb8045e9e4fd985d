package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// form is the part of an entry's kind as fields that fold open below its
// text. Nothing in it is ever required. Its text fields keep their own undo
// and therefore live as long as the desk; its choices are taken back as steps
// of the desk.
type form interface {
	// object is the form itself.
	object() fyne.CanvasObject
	// show brings the choices up to what the entry holds now. Text stands in
	// its fields already.
	show(e journal.Entry)
	// note says beside the fold how far the form is filled.
	note(e journal.Entry) string
	// take writes words from the text into the form's nth field, counted
	// from 1, and gives that field, or nil where there is none.
	take(n int, words string) *parts.Field
	// line is where people are added, or nil.
	line() *peopleLine
	// settle takes what is typed in a field and not entered yet.
	settle()
}

// formOf gives the form of a kind, made when it is first asked for.
func (d *desk) formOf(k journal.Kind) form {
	if f, made := d.forms[k]; made {
		return f
	}
	var f form
	switch k {
	case journal.MomentKind:
		f = newMomentForm(d)
	case journal.FeedbackKind:
		f = newFeedbackForm(d)
	case journal.ApplicationKind:
		f = newApplicationForm(d)
	default:
		f = newReflectionForm(d)
	}
	d.forms[k] = f
	parts.RevealReached(f.object(), d.today.shared.Reveal)
	f.show(d.draft.Entry())
	return f
}

// write has the text of an editor kept in a field of the entry, letter by
// letter.
func (d *desk) write(e *parts.Editor, at func(*journal.Entry) *string) {
	now := d.draft.Entry()
	e.Load(*at(&now))
	d.texts = append(d.texts, written{e, at})
	e.MaxBytes = journal.MaxText
	e.OnTooLong, e.OnUnusable = d.today.refuseLong, d.today.refuseOdd
	e.OnEdited = func(text string) {
		d.steps.typed()
		d.draft.Edit(func(entry *journal.Entry) { *at(entry) = text })
	}
}

// written is a text of the entry and the field it is written in.
type written struct {
	editor *parts.Editor
	at     func(*journal.Entry) *string
}

// reload shows in the fields what something else than they wrote.
func (d *desk) reload() {
	now := d.draft.Entry()
	for _, t := range d.texts {
		if text := *t.at(&now); text != t.editor.Text {
			t.editor.Load(text)
		}
	}
}

// field makes a field of several lines that is kept in the entry.
func (d *desk) field(label, example string, at func(*journal.Entry) *string) *parts.Field {
	f := parts.NewField(label)
	f.Editor.SetPlaceHolder(example)
	d.write(f.Editor, at)
	keep := f.Editor.OnEdited
	f.Editor.OnEdited = func(text string) { keep(text); d.today.shared.Fit() } // it may have grown
	f.OnFocus = func() { d.today.shared.Reveal(f) }
	return f
}

// line makes a field of one line that is kept in the entry.
func (d *desk) line(example string, at func(*journal.Entry) *string) *parts.Field {
	f := parts.NewLineField()
	f.Editor.SetPlaceHolder(example)
	d.write(f.Editor, at)
	f.OnFocus = func() { d.today.shared.Reveal(f) }
	return f
}

// add puts words at the end of a field, as one step to undo.
func add(f *parts.Field, words string) {
	f.Editor.CursorToEnd()
	if f.Editor.Text != "" {
		words = " " + words
	}
	f.Editor.Insert(words)
}

// filled counts the texts that hold something.
func filled(texts ...string) int {
	n := 0
	for _, t := range texts {
		if t != "" {
			n++
		}
	}
	return n
}

// momentOf gives the moment of an entry, made where there is none.
func momentOf(e *journal.Entry) *journal.Moment {
	if e.Moment == nil {
		e.Moment = &journal.Moment{}
	}
	return e.Moment
}

// impactOf gives the impact of a moment, made where there is none.
func impactOf(e *journal.Entry) *journal.Impact {
	m := momentOf(e)
	if m.Impact == nil {
		m.Impact = &journal.Impact{}
	}
	return m.Impact
}

// feedbackOf gives the feedback of an entry, made where there is none.
func feedbackOf(e *journal.Entry) *journal.Feedback {
	if e.Feedback == nil {
		e.Feedback = &journal.Feedback{}
	}
	return e.Feedback
}

// applicationOf gives the application of an entry, made where there is none.
func applicationOf(e *journal.Entry) *journal.Application {
	if e.Application == nil {
		e.Application = &journal.Application{}
	}
	return e.Application
}
