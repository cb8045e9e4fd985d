package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// demandList is the left column: how much the role asks, the ways to add to it,
// and all of it in its areas.
type demandList struct {
	d       *demands
	content *fyne.Container
	figures *parts.Paragraph
	empty   *parts.Paragraph
	add     *parts.Button
	starter *parts.Button
	career  *parts.Button
	rows    *parts.Roll
	shown   demandRows
	filled  bool // it was shown before
}

func newDemandList(d *demands) *demandList {
	l := &demandList{d: d, figures: sentenceText(""), empty: sentenceText("")}
	l.add = parts.NewButton(parts.Outline, lang.L("Expectation"), look.IconPlus, d.addOne)
	l.starter = parts.NewButton(parts.Quiet, lang.L("Add a starter set"), look.IconLibrary, d.chooseStarterSet)
	l.career = parts.NewButton(parts.Quiet, lang.L("Import a career path"), look.IconFolder, d.chooseCareerPath)
	l.starter.Padding, l.career.Padding = look.Space8, look.Space8
	l.rows = parts.NewRoll(l.open)
	l.rows.TextLeft = 0
	l.rows.OnEscape = d.escape
	back := parts.NewButton(parts.Quiet, lang.L("Evidence"), look.IconChevronLeft, d.goEvidence)
	back.Ink, back.Height = look.ColorInk2, look.Space24
	title := parts.Across(0, parts.NewText(lang.L("Expectations"), parts.TypePageTitle), parts.Spring(), l.add)
	ways := parts.Inset(parts.Flow(look.Space4, look.Space4, l.starter, l.career), 0, 0, 0, -look.Space8)
	head := parts.Down(look.Space8, parts.Down(0, inLine(back), title, l.figures), ways, l.empty)
	l.content = container.NewStack(parts.Inset(
		parts.DownFill(look.Space4, parts.Gutter(head, 0, 0), parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom)),
		look.Space24, 0, look.Space12, 0))
	l.empty.Hide()
	return l
}

// show lists what was read.
func (l *demandList) show(rows demandRows, s demandSheet) {
	l.shown = rows
	l.figures.SetText(demandsLine(s))
	setVisible(l.figures, len(s.all) > 0)
	l.empty.SetText(lang.L("What does the next role ask of you? A dozen things are plenty. Begin with a starter set and take out what does not fit, read in the career path of your company, or write down your own."))
	setVisible(l.empty, len(s.all) == 0)
	at := rows.find(l.d.chosen)
	l.filled = true
	l.rows.List(rows, at)
	l.content.Refresh()
	if l.holdsKeyboard() {
		l.focus() // where there is something now, or nothing any more
	}
}

// focus puts the keyboard into the list, or where there is nothing in it, to
// what would bring something.
func (l *demandList) focus() {
	if l.filled && l.shown.Len() == 0 {
		l.d.w.win.Canvas().Focus(l.starter)
		return
	}
	l.d.w.win.Canvas().Focus(l.rows)
}

// holdsKeyboard tells whether the keyboard is where focus puts it.
func (l *demandList) holdsKeyboard() bool {
	switch l.d.w.win.Canvas().Focused() {
	case fyne.Focusable(l.rows):
		return true
	case fyne.Focusable(l.starter):
		return true
	}
	return false
}

// sayUnread says that nothing could be read yet, where nothing shows.
func (l *demandList) sayUnread() {
	if l.shown.Len() == 0 {
		l.empty.SetText(lang.L("What the next role asks could not be read just now. It is still there."))
		l.empty.Show()
		l.content.Refresh()
	}
}

// open shows the expectation of a row.
func (l *demandList) open(i int) {
	if x, ok := l.shown.expectation(i); ok {
		l.d.choose(x.ID)
	}
}

// demandsLine counts what is asked: "Engineering Manager: 12 expectations, 2 put
// aside."
func demandsLine(s demandSheet) string {
	used, aside := 0, 0
	for _, x := range s.all {
		if x.Retired {
			aside++
		} else {
			used++
		}
	}
	line := expectationsWord(used)
	if aside > 0 {
		line = lang.L("{{.Used}}, {{.Aside}} put aside", values{"Used": line, "Aside": aside})
	}
	if s.role != "" {
		return lang.L("{{.Role}}: {{.Line}}.", values{"Role": oneLine(s.role), "Line": line})
	}
	return line + "."
}

// expectationsWord counts expectations.
func expectationsWord(n int) string {
	if n == 1 {
		return lang.L("1 expectation")
	}
	return lang.L("{{.Count}} expectations", values{"Count": n})
}
