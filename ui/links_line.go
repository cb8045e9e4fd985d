package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// linksLine shows the entries that an entry leads to and those that lead to
// it, as chips to press. It takes no room while there are none.
type linksLine struct {
	today *today
	chips *fyne.Container
	line  fyne.CanvasObject
}

func newLinksLine(t *today) *linksLine {
	l := &linksLine{today: t, chips: parts.Flow(look.Space8, look.Space8)}
	l.line = parts.FormRow(lang.L("Links"), l.chips)
	l.line.Hide()
	return l
}

// show lists the linked entries first, then those that lead here.
func (l *linksLine) show(linked []journal.Line, links []journal.Link) {
	l.chips.Objects = nil
	for _, line := range linked {
		chip := l.chip(line, lineTitle(line))
		chip.OnRemove = func() { l.remove(line.ID) }
		l.chips.Add(chip)
	}
	for _, link := range links {
		own := slices.ContainsFunc(linked, func(line journal.Line) bool { return line.ID == link.ID })
		if !own {
			l.chips.Add(l.chip(link.Line, linkWords(link)))
		}
	}
	setVisible(l.line, len(l.chips.Objects) > 0)
	l.chips.Refresh()
}

// longestLink is how many letters of a title stand on a chip.
const longestLink = 40

func (l *linksLine) chip(line journal.Line, words string) *parts.Chip {
	color, _ := kindColors(line.Kind)
	chip := parts.NewChip(parts.ChipPlain, cutWords(words, longestLink), kindIcon(line.Kind), func() { l.today.open(line.ID) })
	chip.SetIconColor(color)
	return chip
}

// refresh asks again for the links of the entry in the middle.
func (l *linksLine) refresh() {
	d := l.today.desk
	if d == nil {
		return
	}
	s := sheet{entry: d.draft.Entry()}
	read := l.today.reader()
	task(l.today.w, "read the links", func(ctx context.Context) (sheet, error) {
		return s, read.connect(ctx, &s)
	}, func(sheet) {
		if l.today.desk == d {
			l.show(s.linked, s.links)
		}
	})
}

// add lets the writer find an entry and links to it.
func (l *linksLine) add() {
	d := l.today.desk
	if d == nil {
		return
	}
	e := d.draft.Entry()
	l.today.w.chooseEntry(lang.L("Link to an entry"), append(slices.Clone(e.Links), e.ID), func(to journal.Line) {
		links := d.draft.Entry().Links
		if !slices.Contains(links, to.ID) {
			choose(d, func(e *journal.Entry) *[]journal.ID { return &e.Links }, append(links, to.ID))
		}
		l.refresh()
	})
}

// remove takes a link away; undo brings it back.
func (l *linksLine) remove(id journal.ID) {
	d := l.today.desk
	links := slices.DeleteFunc(d.draft.Entry().Links, func(to journal.ID) bool { return to == id })
	choose(d, func(e *journal.Entry) *[]journal.ID { return &e.Links }, links)
	l.refresh()
}

// linkWords says how an entry leads here, before its title.
func linkWords(link journal.Link) string {
	title := values{"Title": lineTitle(link.Line)}
	switch link.By {
	case journal.LinkActsOn:
		return lang.L("Acts on this: {{.Title}}", title)
	case journal.LinkActedOn:
		return lang.L("Answers: {{.Title}}", title)
	}
	return lang.L("From: {{.Title}}", title)
}

// cutWords shortens a text to at most n letters.
func cutWords(text string, n int) string {
	letters := []rune(text)
	if len(letters) <= n {
		return text
	}
	return string(letters[:n-1]) + "…"
}
