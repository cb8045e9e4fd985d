package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
)

// frameworkPage lists the elements of a framework.
func (l *library) frameworkPage(at prompts.Place) listPage {
	p := listPage{
		title: at.Framework.Name, gist: at.Framework.Gist, note: at.Framework.Note,
		head: lang.L("Element"), headRight: lang.L("Entries"), height: elementRow,
	}
	for i := range at.Framework.Elements {
		here := at
		here.Element = &at.Framework.Elements[i]
		p.spots = append(p.spots, spot{at: here})
	}
	return p
}

// dismissedPage lists what the user said "Not for me" to.
func (l *library) dismissedPage() listPage {
	return listPage{
		title: lang.L("Not for me"), gist: lang.L("These are not asked again until you bring them back."),
		empty: lang.L("Nothing is set aside. “Not for me” on a prompt puts it here."),
		head:  lang.L("Prompt"), headRight: lang.L("Entries"),
		height: questionRow, spots: l.dismissedSpots(),
	}
}

// dismissedSpots finds what is put aside. What is no longer anywhere is not
// shown; the plan keeps it.
func (l *library) dismissedSpots() []spot {
	var spots []spot
	for _, key := range l.held.dismissed {
		if at, ok := l.catalogue.Prompt(key); ok {
			spots = append(spots, spot{at: at})
		} else if p, ok := l.held.ownBy(key); ok {
			spots = append(spots, l.ownSpot(p))
		}
	}
	return spots
}

// trashPage lists the questions that were deleted.
func (l *library) trashPage() listPage {
	p := listPage{
		title: lang.L("Trash"), gist: lang.L("What you deleted stays here. You can bring it back."),
		empty: lang.L("The trash is empty."),
		head:  lang.L("Prompt"), headRight: lang.L("Entries"), height: questionRow,
	}
	for _, q := range l.held.trash {
		s := l.ownSpot(q)
		s.trashed = true
		p.spots = append(p.spots, s)
	}
	return p
}

// ownPage lists the user's own questions.
func (l *library) ownPage() listPage {
	p := listPage{
		title: lang.L("My own prompts"), gist: lang.L("They take their turn in today’s prompt, beside those of the documents."),
		empty: lang.L("None yet. A question you keep asking yourself is a good first one."),
		head:  lang.L("Prompt"), headRight: lang.L("Entries"),
		height: questionRow, own: true,
	}
	for _, q := range l.held.own {
		p.spots = append(p.spots, l.ownSpot(q))
	}
	return p
}

func (l *library) ownSpot(p journal.OwnPrompt) spot {
	at, _ := l.catalogue.Element(p.Element)
	return spot{at: at, own: &p}
}

// ownCaption says what a question of the user's own is about, for which kind,
// and that it is paused.
func (l *library) ownCaption(p journal.OwnPrompt) string {
	caption := lang.L("Any kind of entry")
	if p.Kind != "" {
		caption = kindName(p.Kind)
	}
	if at, ok := l.catalogue.Element(p.Element); ok {
		caption = at.Element.Name + " · " + caption
	}
	switch {
	case p.Paused:
		caption = lang.L("Paused") + " · " + caption
	case l.held.isDismissed(prompts.OwnKey(p.ID)):
		caption = lang.L("Not for me") + " · " + caption
	}
	return caption
}

// questionMark is the mark of the kind a question suits, in its colours. One
// that suits any kind has a pencil.
func questionMark(k journal.Kind) (icon look.IconName, color, soft fyne.ThemeColorName) {
	if k == "" {
		return look.IconPencil, look.ColorInk2, look.ColorSunken
	}
	color, soft = kindColors(k)
	return kindIcon(k), color, soft
}
