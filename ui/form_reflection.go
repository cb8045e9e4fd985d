package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// reflectionForm holds who stands in a reflection. It is out of sight until
// there is somebody, or the writer adds somebody: a reflection is free text.
type reflectionForm struct {
	people  *peopleLine
	content fyne.CanvasObject
}

func newReflectionForm(d *desk) *reflectionForm {
	f := &reflectionForm{people: newPeopleLine(d, "involved")}
	f.content = parts.FormRow(lang.L("With"), f.people.field)
	return f
}

func (f *reflectionForm) object() fyne.CanvasObject { return f.content }

func (f *reflectionForm) show(e journal.Entry) { f.people.show(e) }

func (f *reflectionForm) note(journal.Entry) string { return "" }

// take has nothing to fill from the text.
func (f *reflectionForm) take(int, string) *parts.Field { return nil }

func (f *reflectionForm) line() *peopleLine { return f.people }

func (f *reflectionForm) settle() { f.people.settle() }
