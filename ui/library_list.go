package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Heights of rows in the middle column: of an element, and of a question that
// may take two lines.
const (
	elementRow  float32 = 55
	questionRow float32 = 78
)

// listPage is what the middle column shows.
type listPage struct {
	title, gist, note string
	head, headRight   string // over the rows; nothing for no head
	empty             string // said where there are no rows
	height            float32
	spots             []spot
	own               bool // it offers what can be done with own questions
}

// libraryList is the middle column.
type libraryList struct {
	l       *library
	content *fyne.Container
	back    *fyne.Container
	title   *parts.Paragraph
	gist    *parts.Paragraph
	note    *parts.Paragraph
	panel   *fyne.Container // of the note
	actions *fyne.Container // for own questions
	left    *parts.Text
	right   *parts.Text
	head    *fyne.Container
	empty   *parts.Paragraph
	rows    *parts.List
	spots   []spot
	openKey string // of the row to mark as open when the list is read again
}

func newLibraryList(l *library) *libraryList {
	m := &libraryList{
		l: l, title: parts.NewParagraph("", parts.TypeDetailTitle, 29), gist: sentenceText(""),
		note: parts.NewParagraph("", parts.TypeCaption, 18), empty: sentenceText(""),
		left: parts.NewText("", parts.TypeColumnHead), right: parts.NewText("", parts.TypeColumnHead),
	}
	m.back = backButton(l)
	m.rows = parts.NewList(elementRow, l.open)
	m.rows.OnEscape = l.escape
	m.panel = parts.Panel(m.note, look.Space12)
	m.actions = ownActions(l)
	m.head = parts.Down(look.Space8, parts.Across(look.Space8, m.left, parts.Spring(), m.right), parts.NewHairline())
	words := parts.Down(look.Space12, m.back, parts.Down(0, m.title, m.gist), m.panel, m.actions, m.empty, m.head)
	m.content = container.NewStack(parts.Inset(
		parts.DownFill(0, parts.Gutter(words, 0, 0), parts.Gutter(m.rows, parts.ListReach, parts.ListReach+parts.ListBarRoom)),
		look.Space32, 0, look.Space12, 0))
	return m
}

// backButton leads to the column before, where there is room for one only.
func backButton(l *library) *fyne.Container {
	return wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, l.back))
}

// wayOf makes a quiet button one that leads to another column: it stands in
// line with the words below it, and shows only where one column does.
func wayOf(b *parts.Button) *fyne.Container {
	way := parts.Inset(parts.Across(0, b), 0, 0, 0, -look.Space12)
	way.Hide()
	return way
}

// show lists a page from its top.
func (m *libraryList) show(p listPage) {
	m.fill(p)
	m.rows.SetRowHeight(p.height)
	m.rows.Fill(len(p.spots), m.item)
	m.content.Refresh()
}

// update lists the same page as it is now.
func (m *libraryList) update(p listPage) {
	before := ""
	if i := m.rows.Selected(); i >= 0 && i < len(m.spots) {
		before = m.spots[i].key()
	}
	if m.openKey != "" {
		before, m.openKey = m.openKey, ""
	}
	m.fill(p)
	m.rows.Update(len(p.spots), m.find(before), m.item)
	m.content.Refresh()
}

// find gives the row with a key, or -1.
func (m *libraryList) find(key string) int {
	return slices.IndexFunc(m.spots, func(s spot) bool { return s.key() == key })
}

func (m *libraryList) fill(p listPage) {
	m.spots = p.spots
	m.title.SetText(p.title)
	m.gist.SetText(p.gist)
	m.note.SetText(p.note)
	m.empty.SetText(p.empty)
	m.left.SetText(p.head)
	m.right.SetText(p.headRight)
	setVisible(m.panel, p.note != "")
	setVisible(m.actions, p.own)
	setVisible(m.empty, len(p.spots) == 0)
	setVisible(m.head, p.head != "" && len(p.spots) > 0)
	setVisible(m.gist, p.gist != "")
}

// item is a row of the list.
func (m *libraryList) item(i int) parts.ListItem {
	s := m.spots[i]
	h := &m.l.held
	if s.own == nil && s.at.Prompt == nil {
		a := h.elements[s.at.Element.Key]
		row := parts.ListItem{Title: s.at.Element.Name, Caption: s.at.Element.Gist}
		row.Note, row.Quiet, row.Below = inGroups(a.Count), a.Count == 0, h.lastDay(a)
		if a.Count == 0 {
			row.Note = lang.L("none")
		}
		return row
	}
	row := parts.ListItem{Question: true}
	if s.own != nil {
		row.Title, row.Caption = s.own.Text, m.l.ownCaption(*s.own)
		row.Icon, row.Ink, row.Soft = questionMark(s.own.Kind)
	} else {
		row.Title, row.Caption = s.at.Prompt.Text, s.at.Element.Name+" · "+s.at.Source.Title
		row.Icon, row.Ink, row.Soft = questionMark(s.at.Prompt.Kind)
	}
	if a := h.answers[s.key()]; a.Count > 0 {
		row.Note = inGroups(a.Count)
	}
	return row
}
