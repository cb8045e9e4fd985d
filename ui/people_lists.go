package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// personList is a list of what names a person, below what is said where nothing
// does.
type personList[L any] struct {
	content fyne.CanvasObject
	empty   *fyne.Container
	words   *parts.Paragraph
	rows    *parts.List
	lines   []L
	person  journal.ID
	today   journal.Day
}

// newPersonList makes one that opens what is chosen, and calls escape at Escape.
func newPersonList[L any](open func(L), escape func()) *personList[L] {
	l := &personList[L]{words: sentenceText("")}
	l.empty = parts.Gutter(l.words, 0, 0)
	l.rows = parts.NewList(elementRow, func(i int) { open(l.lines[i]) })
	l.rows.OnEscape = escape
	l.content = parts.DownFill(0, l.empty, parts.Gutter(l.rows, parts.ListReach, parts.ListReach+parts.ListBarRoom))
	return l
}

// show shows the lines about a person, from the top where it is another one.
func (l *personList[L]) show(person journal.ID, today journal.Day, lines []L, ifEmpty string, item func(int) parts.ListItem) {
	same := l.person == person
	l.lines, l.person, l.today = lines, person, today
	l.words.SetText(ifEmpty)
	setVisible(l.empty, len(lines) == 0)
	if same {
		l.rows.Update(len(lines), -1, item)
	} else {
		l.rows.Fill(len(lines), item)
	}
}

// personSaid lists the feedback that a person gave.
type personSaid struct {
	d       *personDetail
	content *fyne.Container
	*personList[journal.FeedbackLine]
}

func newPersonSaid(d *personDetail) *personSaid {
	s := &personSaid{d: d}
	s.personList = newPersonList(s.open, d.p.escape)
	ask := parts.NewButton(parts.Primary, lang.L("Ask for feedback"), look.IconNone, s.ask)
	add := parts.NewButton(parts.Outline, lang.L("Feedback"), look.IconPlus, s.add)
	s.content = withFoot(s.personList.content, ask, add)
	return s
}

func (s *personSaid) show(from peopleSheet) {
	p := from.person
	s.personList.show(p.ID, from.today, p.said, lang.L("{{.Name}} said nothing yet that is written down. Ask: most people are glad to be asked.", values{"Name": firstName(p.Name)}), s.item)
}

func (s *personSaid) item(i int) parts.ListItem {
	l := s.lines[i]
	words := oneLine(l.Quote)
	if words == "" {
		words = lineTitle(l.Line)
	}
	caption := lineDay(l.Line, s.today)
	if l.Stance != "" {
		caption = stanceName(l.Stance) + " · " + caption
	}
	color, soft := kindColors(journal.FeedbackKind)
	return parts.ListItem{
		Title: words, Caption: caption, Below: stateName(l.State), Icon: stanceFact(l.Stance).icon, Ink: color, Soft: soft,
	}
}

// open shows a piece of feedback in the ledger.
func (s *personSaid) open(l journal.FeedbackLine) { s.d.p.w.frame.feedback.open(l.ID) }

// ask asks the person for feedback.
func (s *personSaid) ask() { s.d.p.w.frame.feedback.ask(s.d.person.Name) }

// add begins an entry with feedback of the person.
func (s *personSaid) add() {
	p := s.d.stored()
	s.d.p.w.beginEntry(journal.FeedbackKind, func(e *journal.Entry) {
		e.Feedback = &journal.Feedback{Giver: string(p.ID), Relationship: p.Relationship}
	})
}

// personEntries lists the entries that name a person.
type personEntries struct {
	d *personDetail
	*personList[journal.Line]
}

func newPersonEntries(d *personDetail) *personEntries {
	l := &personEntries{d: d}
	l.personList = newPersonList(l.open, d.p.escape)
	return l
}

func (l *personEntries) show(from peopleSheet) {
	p := from.person
	l.personList.show(p.ID, from.today, p.lines, lang.L("No entry names {{.Name}} yet.", values{"Name": firstName(p.Name)}), l.item)
}

func (l *personEntries) item(i int) parts.ListItem {
	line := l.lines[i]
	color, soft := kindColors(line.Kind)
	return parts.ListItem{
		Title: lineTitle(line), Caption: kindName(line.Kind) + " · " + lineDay(line, l.today),
		Icon: kindIcon(line.Kind), Ink: color, Soft: soft,
	}
}

func (l *personEntries) open(line journal.Line) { l.d.p.w.openEntry(line.ID) }
