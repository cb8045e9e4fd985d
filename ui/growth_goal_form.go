package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// goalForm is one goal in detail: its words, what it is and when it is due,
// what came of it, and the entries behind it.
type goalForm struct {
	t    *goalsTab
	g    *growth
	id   journal.ID
	goal journal.Goal
	area *growthArea

	way     *fyne.Container
	text    *parts.Field
	state   *parts.Segmented
	when    *parts.Text
	kind    *parts.Select
	due     *planDay
	person  *parts.NameField
	element *fyne.Container // a chip, or the offer to choose one
	entries *goalEntries
}

func newGoalForm(t *goalsTab, id journal.ID) *goalForm {
	f := &goalForm{t: t, g: t.g, id: id, area: newGrowthArea(), when: parts.NewText("", parts.TypeCaption), element: parts.Flow(look.Space8, look.Space8)}
	f.way = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, t.goBack))
	setVisible(f.way, t.g.room.narrow)
	f.text = f.field("text", lang.L("Goal"), func(x *journal.Goal) *string { return &x.Text })
	f.state = parts.NewSegmented(segments(journal.GoalStates(), goalStateName), f.setState)
	f.state.OnFocus = func() { f.area.scroll.Reveal(f.state) }
	f.kind = parts.NewSelect(lang.L("What kind of goal?"), options(journal.GoalKinds(), goalKindName), f.setKind)
	f.due = &planDay{dayField: newDayField(t.g.w, t.g.today, f.setDue)}
	f.due.line.OnFocus = func() { f.area.scroll.Reveal(f.due.line) }
	f.person = parts.NewNameField(lang.L("Whom it takes"), f.setPerson)
	f.person.Suggest = func(typed string) []string { return namesLike(t.g.sheet.people, typed) }
	f.person.OnTyped = func(string) { f.area.fit() }
	f.person.OnFocus = func() { f.area.scroll.Reveal(f.person) }
	f.entries = newGoalEntries(f)
	f.area.hold(f.layOut())
	return f
}

// layOut stacks what there is to know of a goal.
func (f *goalForm) layOut() fyne.CanvasObject {
	notes := f.field("notes", lang.L("Notes"), func(x *journal.Goal) *string { return &x.Notes })
	result := f.field("result", lang.L("What came of it"), func(x *journal.Goal) *string { return &x.Result })
	gone := parts.NewButton(parts.Quiet, lang.L("Delete the goal"), look.IconTrash, f.delete)
	gone.Ink = look.ColorInk2
	gone.OnFocus = func() { f.area.scroll.Reveal(gone) }
	facts := parts.Down(look.Space8,
		parts.FormRow(lang.L("Kind"), f.kind), parts.FormRow(lang.L("Due"), f.due.line),
		parts.FormRow(lang.L("Person"), f.person), parts.FormRow(lang.X("From ‹the library›", "From"), f.element))
	body := parts.Down(look.Space16, parts.Down(look.Space8, f.way, f.text), parts.Flow(look.Space12, look.Space8, f.state),
		facts, notes, result, f.entries.content, inLine(gone))
	return parts.Inset(body, look.Space24, 0, 0, 0)
}

// goalName names a field of a goal among all of the page.
func goalName(id journal.ID, field string) string { return "goal/" + string(id) + "/" + field }

// field makes a field for a text of the goal.
func (f *goalForm) field(name, label string, text func(*journal.Goal) *string) *parts.Field {
	id := f.id
	return f.area.field(f.g, goalName(id, name), label, "", wording{
		read: func(p *journal.Plan) string {
			if x := p.Goal(id); x != nil {
				return *text(x)
			}
			return ""
		},
		put: func(p *journal.Plan, words string, _ journal.Day) {
			if x := p.Goal(id); x != nil {
				*text(x) = words
			}
		},
	})
}

// show shows the goal as it is. Its texts are filled by the page.
func (f *goalForm) show(s growthSheet) {
	goal := s.plan.Goal(f.id)
	if goal == nil {
		return
	}
	f.goal = *goal
	f.state.SetSelected(goal.Standing())
	f.kind.SetSelected(goal.Kind)
	f.due.update(goal.Due)
	f.noteDue(s.today)
	f.person.SetName(s.personName(goal.Person))
	f.showElement(s)
	f.entries.show(s.entriesOf(goal), s.today)
	f.area.fit()
}

// noteDue says below the day how far it is, or that it is past.
func (f *goalForm) noteDue(today journal.Day) {
	if f.goal.Standing() != journal.GoalOpen {
		f.due.line.SetNote("", false)
		return
	}
	showDistance(f.due, f.goal.Due, today, lang.L("This day is past. Do it, move it, or drop it."))
}

// showElement shows what of the catalogue the goal came from, or offers to
// choose it.
func (f *goalForm) showElement(s growthSheet) {
	at, known := s.catalogue.Element(f.goal.Element)
	var o fyne.CanvasObject
	if known {
		chip := parts.NewChip(parts.ChipSoft, at.Element.Name, look.IconNone, f.chooseElement)
		chip.OnRemove = func() { f.setElement("") }
		chip.OnFocus = func() { f.area.scroll.Reveal(chip) }
		o = chip
	} else {
		choose := parts.NewButton(parts.Quiet, lang.L("Choose from the library"), look.IconLibrary, f.chooseElement)
		choose.Height, choose.Padding, choose.Words = look.FieldHeight, look.Space4, parts.TypeCaption
		choose.OnFocus = func() { f.area.scroll.Reveal(choose) }
		o = choose
	}
	f.element.Objects = []fyne.CanvasObject{o}
	f.element.Refresh()
}

// settle takes what is typed and not entered yet.
func (f *goalForm) settle() {
	f.due.line.Take()
	f.person.Take()
}
