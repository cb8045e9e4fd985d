package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trashRows are the rows of what lies in the trash, the last deleted first.
type trashRows struct {
	page   *trash
	things []journal.InTrash
}

var _ parts.Rows = trashRows{}

// find gives the row of a thing, or -1.
func (r trashRows) find(id journal.ID) int {
	return slices.IndexFunc(r.things, func(l journal.InTrash) bool { return l.ID == id })
}

// Len is how many rows there are.
func (r trashRows) Len() int { return len(r.things) }

// Height is the same for all.
func (r trashRows) Height(int) float32 { return parts.TickRowHeight + look.Space8 }

// Sort is the same for all.
func (r trashRows) Sort(int) int { return 0 }

// Make makes an empty row.
func (r trashRows) Make(int) fyne.CanvasObject {
	return parts.Inset(parts.NewTickRow(), look.Space4, 0, look.Space4, 0)
}

// Fill shows a thing in a row.
func (r trashRows) Fill(i int, row fyne.CanvasObject) {
	tick := row.(*fyne.Container).Objects[0].(*parts.TickRow)
	tick.OnTick = func() { r.page.tick(r.things[i].ID) }
	tick.Set(r.item(i))
}

func (r trashRows) item(i int) parts.TickItem {
	l := r.things[i]
	icon, ink := trashIcon(l)
	return parts.TickItem{
		Text: trashName(l), Note: sortName(l) + " · " + deletedDay(l, r.page.sheet.today),
		Icon: icon, Ink: ink, Ticked: r.page.ticked[l.ID], Plain: true,
	}
}

// Opens is true of every row.
func (r trashRows) Opens(int) bool { return true }

// Label reads a row aloud.
func (r trashRows) Label(i int) string { return r.item(i).Label() }

// trashName is what a thing in the trash is called.
func trashName(l journal.InTrash) string {
	switch {
	case l.Name != "":
		return oneLine(l.Name)
	case l.What == journal.TrashedEntry:
		return lang.L("An entry without a title")
	}
	return lang.L("Without a name")
}

// sortName is what a thing in the trash was.
func sortName(l journal.InTrash) string {
	switch {
	case l.What == journal.TrashedEntry && l.Private:
		return kindName(l.Kind) + ", " + lang.L("private")
	case l.What == journal.TrashedEntry:
		return kindName(l.Kind)
	case l.What == journal.TrashedAttachment && !l.Attachment.IsFile():
		return lang.L("Link")
	}
	for _, s := range trashSorts() {
		if s.what == l.What {
			return s.one
		}
	}
	return lang.L("Of a newer version")
}

// trashSort is a sort of things that can lie in the trash.
type trashSort struct {
	what      string
	one, many string
	icon      look.IconName
}

func trashSorts() []trashSort {
	return []trashSort{
		{journal.TrashedEntry, lang.L("Entry"), lang.L("Entries"), look.IconReflection},
		{journal.TrashedAttachment, lang.L("File"), lang.L("Files and links"), look.IconPaperclip},
		{journal.TrashedPerson, lang.L("Person"), lang.L("People"), look.IconPeople},
		{journal.TrashedExpectation, lang.L("Expectation"), lang.L("Expectations"), look.IconEvidence},
		{journal.TrashedPrompt, lang.L("Prompt"), lang.L("Own prompts"), look.IconQuote},
		{journal.TrashedPack, lang.L("Evidence pack"), lang.L("Evidence packs"), look.IconDocument},
	}
}

// trashIcon is the picture of a thing in the trash.
func trashIcon(l journal.InTrash) (look.IconName, fyne.ThemeColorName) {
	if l.What == journal.TrashedEntry {
		color, _ := kindColors(l.Kind)
		return kindIcon(l.Kind), color
	}
	for _, s := range trashSorts() {
		if s.what == l.What {
			return s.icon, look.ColorInk2
		}
	}
	return look.IconTrash, look.ColorInk2
}

// deletedDay says when a thing was deleted, in short.
func deletedDay(l journal.InTrash, today journal.Day) string {
	switch day := journal.DayOf(l.Deleted); day {
	case today:
		return lang.L("today")
	case today.AddDays(-1):
		return lang.L("yesterday")
	default:
		return shortDay(day, today)
	}
}
