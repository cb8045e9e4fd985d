package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// historyList are the versions of an entry, newest first, below the entry as it
// is now.
type historyList struct {
	h       *history
	entry   *parts.Paragraph
	count   *parts.Paragraph
	rows    *parts.Roll
	content fyne.CanvasObject
}

func newHistoryList(h *history) *historyList {
	l := &historyList{h: h, entry: sentenceText(""), count: parts.NewParagraph("", parts.TypeCaption, 18)}
	l.entry.MaxLines = 2
	back := parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, h.escape)
	back.Ink, back.Height = look.ColorInk2, look.Space24
	l.rows = parts.NewRoll(h.read)
	l.rows.TextLeft, l.rows.OnMove, l.rows.OnEscape = 0, h.choose, h.escape
	head := parts.Down(look.Space4, parts.Inset(parts.Across(0, back), 0, 0, 0, -look.Space12),
		parts.NewText(lang.L("History"), parts.TypePageTitle), l.entry, l.count)
	l.content = parts.Inset(parts.DownFill(look.Space12, parts.Gutter(head, 0, 0), parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom)),
		look.Space24, 0, look.Space8, 0)
	return l
}

// show lists what was read, with one row chosen.
func (l *historyList) show(at int) {
	s := &l.h.sheet
	l.entry.SetText(s.title)
	l.count.SetText(versionsLine(len(s.rows) - 1))
	l.rows.Update(pastRows{s}, at)
	l.rows.SetSelected(at)
	l.content.Refresh()
}

// pastRows are the rows of the versions.
type pastRows struct{ sheet *historySheet }

var _ parts.Rows = pastRows{}

// How high a version stands in the list, and where its words begin.
const (
	pastRowHeight float32 = 58
	pastRowTop    float32 = 11
)

// Len is how many there are, with the entry as it is now.
func (r pastRows) Len() int { return len(r.sheet.rows) }

// Height is the same for all.
func (r pastRows) Height(int) float32 { return pastRowHeight }

// Sort is the same for all.
func (r pastRows) Sort(int) int { return 0 }

// Make makes an empty row.
func (r pastRows) Make(int) fyne.CanvasObject { return newPastLine() }

// Fill shows a version in a row.
func (r pastRows) Fill(i int, row fyne.CanvasObject) {
	line := row.(*pastLine)
	line.when.SetText(r.when(i))
	line.what.SetText(r.what(i))
	line.Refresh()
}

// Opens is true of every row.
func (r pastRows) Opens(int) bool { return true }

// Label reads a row aloud.
func (r pastRows) Label(i int) string { return r.when(i) + ", " + r.what(i) }

func (r pastRows) when(i int) string {
	if i == 0 {
		return lang.L("Now")
	}
	return r.sheet.when(r.sheet.rows[i])
}

func (r pastRows) what(i int) string {
	return pastChange(r.sheet.rows[i], r.sheet.today, r.sheet.zone)
}

// pastLine is a version in the list: when it was saved, and what became other
// with it.
type pastLine struct {
	widget.BaseWidget
	when, what *parts.Text
}

func newPastLine() *pastLine {
	l := &pastLine{when: parts.NewText("", parts.TypeRowTitle), what: parts.NewText("", parts.TypeCaption)}
	l.when.Truncate, l.what.Truncate = true, true
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *pastLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(parts.Inset(parts.Down(0, l.when, l.what), pastRowTop, 0, 0, 0)))
}
