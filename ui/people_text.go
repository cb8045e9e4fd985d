package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// typedText is a field with a text about a person, which saves itself.
type typedText struct {
	d      *personDetail
	text   personText
	field  *parts.Field
	scroll *parts.Scroller // in which it stands
	person journal.ID      // whose text it shows
}

func newTypedText(d *personDetail, text personText, label, example string) *typedText {
	t := &typedText{d: d, text: text, field: parts.NewField(label)}
	e := t.field.Editor
	e.SetPlaceHolder(example)
	e.MaxBytes = journal.MaxText
	e.OnTooLong, e.OnUnusable = t.refuseLong, t.refuseOdd
	e.OnEdited = t.edited
	t.field.OnFocus = func() { t.scroll.Reveal(t.field) }
	return t
}

// edited keeps what is typed.
func (t *typedText) edited(text string) {
	t.d.p.draft.write(t.text, text)
	t.scroll.Refresh() // the field may have grown
}

// show shows the text of a person. What is typed already stays, with its undo.
func (t *typedText) show(p journal.Person) {
	text := t.d.p.draft.text(t.text, p)
	if t.person != p.ID || t.field.Editor.Text != text {
		t.person = p.ID
		t.field.Editor.Load(text)
	}
}

// refuseLong says why a text was not taken.
func (t *typedText) refuseLong() {
	t.d.p.w.door.warn(lang.L("This is more than one field can hold. Nothing was changed."))
}

// refuseOdd says why a pasted text was not taken.
func (t *typedText) refuseOdd() {
	t.d.p.w.door.warn(lang.L("What was pasted is not text. Nothing was changed."))
}

// firstName is what somebody is called in passing.
func firstName(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return first
}
