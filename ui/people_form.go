package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// personForm is what is written about a person. Everything saves itself: a
// name when its field is left, for else the person "Le" would be in every entry
// on the way to "Lena".
type personForm struct {
	d            *personDetail
	content      *fyne.Container
	scroll       *parts.Scroller
	name         *parts.NameField
	relationship *parts.Select
	matters      *typedText
	contact      *dayField
	notes        *typedText
	person       journal.ID // whose name the field shows
}

func newPersonForm(d *personDetail) *personForm {
	f := &personForm{d: d}
	f.name = parts.NewNameField(lang.L("Their name"), f.setName)
	f.relationship = parts.NewSelect(lang.L("Who they are to me"), optional(relationshipOptions()), f.setRelationship)
	f.relationship.Name = lang.L("Who they are to me")
	f.matters = newTypedText(d, textMatters, lang.L("What matters to them"), lang.L("What do they want, and what worries them?"))
	f.contact = newPastDayField(d.p.w, d.today, f.setContact)
	f.notes = newTypedText(d, textNotes, lang.L("Notes"), lang.L("Whatever helps you to be of help to them"))
	today := parts.NewButton(parts.Quiet, lang.L("Today"), look.IconCheck, f.spokeToday)
	contact := parts.Flow(look.Space8, look.Space8, fixedWidth(dateWidth, f.contact.line), today)
	f.scroll = parts.NewScroller(parts.Inset(parts.Gutter(parts.Down(look.Space12,
		parts.FormRow(lang.L("Name"), f.name), parts.FormRow(lang.L("They are"), f.relationship),
		parts.FormRow(lang.L("Last spoke"), contact), f.matters.field, f.notes.field), 0, 0), 0, 0, look.Space8, 0))
	f.matters.scroll, f.notes.scroll = f.scroll, f.scroll
	merge := parts.NewButton(parts.Outline, lang.L("Same as somebody else"), look.IconPeople, d.p.merge)
	remove := parts.NewButton(parts.Quiet, lang.L("Delete"), look.IconTrash, d.p.remove)
	remove.Ink = look.ColorInk2
	f.content = withFoot(f.scroll, merge, remove)
	return f
}

// show shows what is written about a person.
func (f *personForm) show(s peopleSheet) {
	p := s.person.Person
	if f.person != p.ID || f.name.Problem() == "" { // a name that was refused stays to be mended
		f.name.SetName(f.d.p.draft.text(textName, p))
	}
	f.person = p.ID
	f.relationship.SetSelected(p.Relationship)
	f.contact.show(p.LastContact)
	f.showContactNote(p.LastContact, s.today)
	f.matters.show(p)
	f.notes.show(p)
	f.scroll.Refresh()
}

func (f *personForm) showContactNote(on, today journal.Day) {
	f.contact.line.SetNote("", false)
	if on.After(today) {
		f.contact.line.SetNote(lang.L("This day is still to come."), true)
	}
}

// setName renames the person everywhere: entries name them by their ID.
func (f *personForm) setName(text string) {
	name, err := journal.ReadName(text)
	if err != nil {
		f.name.SetProblem(sentence(err))
		return
	}
	f.d.p.draft.write(textName, name)
	f.d.p.saveNow()
}

func (f *personForm) setRelationship(key string) {
	f.d.change(func(p *journal.Person) { p.Relationship = key })
}

func (f *personForm) setContact(day journal.Day) {
	f.d.change(func(p *journal.Person) { p.LastContact = day })
}

// spokeToday notes that the writer and the person spoke today.
func (f *personForm) spokeToday() { f.setContact(f.d.today()) }
