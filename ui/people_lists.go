package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// personSaid lists the feedback that a person gave.
type personSaid struct {
	d       *personDetail
	content *fyne.Container
	empty   *fyne.Container // what is said where there is nothing
	words   *parts.Paragraph
	rows    *parts.List
	lines   []journal.FeedbackLine
	person  journal.ID
	today   journal.Day
}

func newPersonSaid(d *personDetail) *personSaid {
	s := &personSaid{d: d, words: sentenceText("")}
	s.empty = parts.Gutter(s.words, 0, 0)
	s.rows = parts.NewList(elementRow, s.open)
	s.rows.OnEscape = d.p.escape
	ask := parts.NewButton(parts.Primary, lang.L("Ask for feedback"), look.IconNone, s.ask)
	add := parts.NewButton(parts.Outline, lang.L("Feedback"), look.IconPlus, s.add)
	s.content = withFoot(listBelow(s.empty, s.rows), ask, add)
	return s
}

// listBelow lays a list below what is said where it is empty.
func listBelow(empty fyne.CanvasObject, rows *parts.List) fyne.CanvasObject {
	return parts.DownFill(0, empty, parts.Gutter(rows, parts.ListReach, parts.ListReach+parts.ListBarRoom))
}

func (s *personSaid) show(from peopleSheet) {
	p := from.person
	same := s.person == p.ID
	s.lines, s.person, s.today = p.said, p.ID, from.today
	s.words.SetText(lang.L("{{.Name}} said nothing yet that is written down. Ask: most people are glad to be asked.", values{"Name": firstName(p.Name)}))
	setVisible(s.empty, len(s.lines) == 0)
	if same {
		s.rows.Update(len(s.lines), -1, s.item)
	} else {
		s.rows.Fill(len(s.lines), s.item)
	}
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
func (s *personSaid) open(i int) { s.d.p.w.frame.feedback.open(s.lines[i].ID) }

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
	d       *personDetail
	content *fyne.Container
	empty   *fyne.Container // what is said where there is nothing
	words   *parts.Paragraph
	rows    *parts.List
	lines   []journal.Line
	person  journal.ID
	today   journal.Day
}

func newPersonEntries(d *personDetail) *personEntries {
	l := &personEntries{d: d, words: sentenceText("")}
	l.empty = parts.Gutter(l.words, 0, 0)
	l.rows = parts.NewList(elementRow, l.open)
	l.rows.OnEscape = d.p.escape
	l.content = container.NewStack(listBelow(l.empty, l.rows))
	return l
}

func (l *personEntries) show(from peopleSheet) {
	p := from.person
	same := l.person == p.ID
	l.lines, l.person, l.today = p.lines, p.ID, from.today
	l.words.SetText(lang.L("No entry names {{.Name}} yet.", values{"Name": firstName(p.Name)}))
	setVisible(l.empty, len(l.lines) == 0)
	if same {
		l.rows.Update(len(l.lines), -1, l.item)
	} else {
		l.rows.Fill(len(l.lines), l.item)
	}
}

func (l *personEntries) item(i int) parts.ListItem {
	line := l.lines[i]
	color, soft := kindColors(line.Kind)
	return parts.ListItem{
		Title: lineTitle(line), Caption: kindName(line.Kind) + " · " + lineDay(line, l.today),
		Icon: kindIcon(line.Kind), Ink: color, Soft: soft,
	}
}

func (l *personEntries) open(i int) { l.d.p.w.openEntry(l.lines[i].ID) }
