package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// personDetail is the right column: one person, and of them the sheet on
// leading up, what they said, where they stand in the journal, or what is
// written about them.
type personDetail struct {
	p       *people
	person  *personSheet // nil where there is nobody
	content *fyne.Container
	page    *fyne.Container // hidden where there is nobody

	back     *fyne.Container
	initials *parts.Initials
	name     *parts.Paragraph
	line     *parts.Paragraph
	support  *parts.Select
	tabs     *tabBar
	middle   *fyne.Container

	leading *leadingSheet
	said    *personSaid
	entries *personEntries
	about   *personForm
}

// supportWidth is how wide the choice of the support is.
const supportWidth float32 = 132

func newPersonDetail(p *people) *personDetail {
	d := &personDetail{
		p: p, initials: parts.NewInitials("", parts.InitialsHead), name: parts.NewParagraph("", parts.TypeDetailTitle, 29),
		line: sentenceText(""),
	}
	d.name.MaxLines = 3
	d.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, p.back))
	d.support = parts.NewSelect(lang.L("No word yet"), supportOptions(), d.setSupport)
	d.support.Name = lang.L("Support")
	d.tabs = newTabBar(p.w, p.showTab)
	d.leading, d.said, d.entries, d.about = newLeadingSheet(d), newPersonSaid(d), newPersonEntries(d), newPersonForm(d)
	d.middle = container.NewStack(d.leading.content, d.said.content, d.entries.content, d.about.content)
	head := container.New(&personHead{}, d.initials, parts.Down(0, d.name, d.line), fixedWidth(supportWidth, d.support))
	d.page = container.NewStack(parts.Inset(
		parts.DownFill(look.Space16, parts.Gutter(parts.Down(look.Space16, parts.Down(look.Space8, d.back, head), d.tabs.content), 0, 0), d.middle),
		look.Space32, 0, 0, 0))
	d.page.Hide()
	d.content = container.NewStack(d.page)
	return d
}

// supportOptions are how far a person can support the writer.
func supportOptions() []parts.Option {
	return append([]parts.Option{{Key: "", Label: lang.L("No word yet")}}, options(journal.Supports(), supportName)...)
}

// show shows the person of a sheet.
func (d *personDetail) show(s peopleSheet) {
	d.person = s.person
	setVisible(d.page, s.person != nil)
	if s.person == nil {
		return
	}
	d.p.write(s.person.ID)
	d.initials.SetName(s.person.Name)
	d.name.SetText(s.person.Name)
	d.line.SetText(aboutLine(s.person.PersonLine, s.today))
	d.support.SetSelected(s.person.Support)
	d.tabs.show(personTabs(s.person), s.tab)
	for tab, o := range map[string]fyne.CanvasObject{
		tabLeadingUp: d.leading.content, tabFeedback: d.said.content, tabEntries: d.entries.content, tabAbout: d.about.content,
	} {
		setVisible(o, tab == s.tab)
	}
	switch s.tab {
	case tabLeadingUp:
		d.leading.show(s)
	case tabFeedback:
		d.said.show(s)
	case tabEntries:
		d.entries.show(s)
	case tabAbout:
		d.about.show(s)
	}
	d.content.Refresh()
}

// personTabs are the tabs of a person.
func personTabs(p *personSheet) []parts.Segment {
	tabs := []parts.Segment{
		{Key: tabFeedback, Label: lang.L("Feedback {{.Count}}", values{"Count": p.Feedback})},
		{Key: tabEntries, Label: lang.L("Entries {{.Count}}", values{"Count": p.Entries})},
		{Key: tabAbout, Label: lang.L("About")},
	}
	if p.Leads() {
		tabs = append([]parts.Segment{{Key: tabLeadingUp, Label: lang.L("Leading up")}}, tabs...)
	}
	return tabs
}

func (d *personDetail) setSupport(key string) {
	d.change(func(p *journal.Person) { p.Support = key })
}

// change changes the person at once.
func (d *personDetail) change(change func(*journal.Person)) {
	d.p.edit(d.person.ID, change)
}

// today is the day it is for the writer.
func (d *personDetail) today() journal.Day { return d.p.sheet.today }

// stored is the person as they are in the journal.
func (d *personDetail) stored() journal.Person { return d.person.Person }

// personHead lays the initials, the words and the support of a person side by
// side, and the support below where there is little room. It remembers its
// width, because its height depends on it.
type personHead struct{ width float32 }

// Where things stand in the head of a person.
const (
	personHeadLeft          = parts.InitialsHead + look.Space16
	personHeadLeast float32 = 200 // the width the words need beside the support
)

// Layout implements fyne.Layout.
func (l *personHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	initials, words, support := objects[0], objects[1], objects[2]
	initials.Resize(fyne.NewSquareSize(parts.InitialsHead))
	initials.Move(fyne.NewPos(0, 0))
	own := support.MinSize()
	height := giveWidth(words, personHeadLeft, 0, fyne.Max(l.room(own), 1))
	support.Resize(own)
	if l.below(own) {
		support.Move(fyne.NewPos(personHeadLeft, height+look.Space8))
		return
	}
	support.Move(fyne.NewPos(size.Width-own.Width, (parts.InitialsHead-own.Height)/2))
}

// below tells whether the support stands below the words.
func (l *personHead) below(support fyne.Size) bool {
	return l.width > 0 && l.width-personHeadLeft-support.Width-look.Space12 < personHeadLeast
}

// room is the width of the words.
func (l *personHead) room(support fyne.Size) float32 {
	if l.below(support) {
		return l.width - personHeadLeft
	}
	return l.width - personHeadLeft - support.Width - look.Space12
}

// MinSize implements fyne.Layout.
func (l *personHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words, support := objects[1].MinSize(), objects[2].MinSize()
	height := words.Height
	if l.below(support) {
		height += look.Space8 + support.Height
	}
	return fyne.NewSize(personHeadLeft+support.Width, fyne.Max(height, parts.InitialsHead))
}
