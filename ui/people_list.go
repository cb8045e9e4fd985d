package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// peopleList is the left column: how many stand behind the writer, and
// everybody in groups.
type peopleList struct {
	p       *people
	content *fyne.Container
	figures *parts.Paragraph
	empty   *parts.Paragraph
	add     *parts.Button
	rows    *parts.Roll
	shown   peopleRows
}

func newPeopleList(p *people) *peopleList {
	l := &peopleList{p: p, figures: sentenceText(""), empty: sentenceText("")}
	l.add = parts.NewButton(parts.Outline, lang.L("Person"), look.IconPlus, p.addSomebody)
	l.rows = parts.NewRoll(l.open)
	l.rows.OnEscape = p.escape
	head := parts.Down(0, parts.Across(0, parts.NewText(lang.L("People"), parts.TypePageTitle), parts.Spring(), l.add), l.figures)
	l.content = container.NewStack(parts.Inset(
		parts.DownFill(look.Space4, parts.Gutter(parts.Down(look.Space12, head, l.empty), 0, 0),
			parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom)),
		look.Space32, 0, look.Space12, 0))
	l.empty.Hide()
	return l
}

// show lists everybody who was read.
func (l *peopleList) show(s peopleSheet) {
	l.figures.SetText(standingLine(s.all))
	setVisible(l.figures, len(s.all) > 0)
	l.empty.SetText(lang.L("Nobody is written down yet. Begin with who helps you now, and with who should. Whoever you name in an entry comes here by themselves."))
	setVisible(l.empty, len(s.all) == 0)
	l.shown = newPeopleRows(s.all, s.today)
	at := l.shown.find(l.p.chosen)
	l.rows.List(l.shown, at)
	l.content.Refresh()
}

// sayUnread says that nobody could be read yet, where nobody shows.
func (l *peopleList) sayUnread() {
	if len(l.shown.all) == 0 {
		l.empty.SetText(lang.L("Your people could not be read just now. They are still there."))
		l.empty.Show()
		l.content.Refresh()
	}
}

// open shows the person of a row.
func (l *peopleList) open(i int) { l.p.choose(l.shown.all[l.shown.rows[i]].ID) }
