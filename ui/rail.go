package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// rail stands at the right of Today when there is room: the month with its
// marks, what was written on this day before, and the other entries of the day.
type rail struct {
	today    *today
	entry    journal.Entry // the one in the middle of the page
	month    *parts.Month
	label    *parts.Text
	others   *fyne.Container
	lines    []journal.Line // of the others, in the order of their rows
	memories *memories
	dues     *dues
	line     *parts.Hairline // over them
	back     *fyne.Container // leads to the look back at the week
	column   *fyne.Container
	content  fyne.CanvasObject

	year  int // the month that is shown
	shown time.Month
	kinds map[parts.Date]map[journal.Kind]bool // that stand on its days
}

func newRail(t *today) *rail {
	r := &rail{today: t, others: parts.Down(look.Space12), dues: newDues(t.w)}
	r.month = parts.NewMonth(monthNames(), t.w.weekBegins)
	r.month.OnSelect = r.choose
	r.month.OnMonthChange = r.turn
	r.month.Tip = r.tip
	r.label = parts.NewSectionLabel("")
	r.memories = newMemories(r)
	back := parts.NewButton(parts.Quiet, lang.L("Look back at the week"), look.IconUndo, t.w.goLookBack)
	back.Padding, back.Ink, back.Words = 0, look.ColorInk2, parts.TypeCaption
	r.line, r.back = parts.NewHairline(), parts.Down(look.Space16, parts.NewHairline(), parts.Across(0, back))
	r.column = parts.Down(look.Space16, r.month, r.memories.content, r.line, r.label, r.others, r.dues.content, r.back)
	r.content = parts.NewScroller(parts.Inset(r.column, look.Space32, look.Space24, look.Space24, look.Space24))
	r.content.Hide() // until there is a day to show
	return r
}

// show shows the day of an entry.
func (r *rail) show(e journal.Entry, s sheet) {
	r.entry = e
	r.month.SetToday(monthDate(s.now))
	r.month.SetSelected(monthDate(e.Day))
	r.year, r.shown = e.Day.Year, e.Day.Month
	r.month.SetMonth(r.year, r.shown)
	r.label.SetText(r.dayLabel(e.Day))
	r.showMarks(s.marks)
	r.memories.show(s.memories)
	r.showOthers(s.others)
	r.dues.show(s.due)
	r.content.Show()
}

// greet says what the rail is for while there is nothing to show, and takes
// that away again.
func (r *rail) greet(on bool) {
	r.memories.empty, r.dues.empty = "", ""
	if on {
		r.memories.empty = lang.L("A year from now, today’s entry will be waiting here.")
		r.dues.empty = lang.L("Nothing due. Dates you set on feedback appear here.")
	}
	setVisible(r.label, !on)
	setVisible(r.others, !on)
	setVisible(r.back, !on)
	setVisible(r.line, !on)
}

func (r *rail) dayLabel(d journal.Day) string {
	if d == r.today.now {
		return lang.L("Also today")
	}
	return lang.L("Also on {{.Day}}", values{"Day": shortDay(d, r.today.now)})
}

// choose goes to a day of the month.
func (r *rail) choose(d parts.Date) {
	r.today.goTo(journal.Day{Year: d.Year, Month: d.Month, Date: d.Day})
}

// tip names the kinds that stand on a day of the month.
func (r *rail) tip(d parts.Date) string {
	day := shortDay(journal.Day{Year: d.Year, Month: d.Month, Date: d.Day}, r.today.now)
	var kinds []string
	for _, k := range journal.Kinds() {
		if r.kinds[d][k] {
			kinds = append(kinds, kindName(k))
		}
	}
	if len(kinds) == 0 {
		return day
	}
	return day + ": " + strings.Join(kinds, ", ")
}

// turn shows the marks of another month.
func (r *rail) turn(year int, month time.Month) {
	r.year, r.shown = year, month
	r.refreshMarks()
}

// refresh asks again for everything the rail shows.
func (r *rail) refresh() {
	r.refreshMarks()
	r.refreshOthers()
	r.memories.refresh()
	r.dues.refresh()
}

func (r *rail) refreshMarks() {
	read, shown := r.today.reader(), journal.Day{Year: r.year, Month: r.shown, Date: 1}
	task(r.today.w, "read the marks of the month", func(ctx context.Context) ([]journal.Mark, error) {
		return read.monthMarks(ctx, shown)
	}, r.showMarks)
}

// showMarks draws one dot for each kind a day has, in the order of the kinds.
func (r *rail) showMarks(marks []journal.Mark) {
	kinds := map[parts.Date]map[journal.Kind]bool{}
	for _, m := range marks {
		d := monthDate(m.Day)
		if kinds[d] == nil {
			kinds[d] = map[journal.Kind]bool{}
		}
		kinds[d][m.Kind] = true
	}
	r.kinds = kinds
	dots := map[parts.Date][]fyne.ThemeColorName{}
	for d, has := range kinds {
		for _, k := range journal.Kinds() {
			if has[k] {
				color, _ := kindColors(k)
				dots[d] = append(dots[d], color)
			}
		}
	}
	r.month.SetMarks(dots)
}

// mostOthers bounds how many other entries of a day the rail lists.
const mostOthers = 8

func (r *rail) refreshOthers() {
	read, day := r.today.reader(), r.entry.Day
	task(r.today.w, "read the entries of the day", func(ctx context.Context) ([]journal.Line, error) {
		return read.linesOf(ctx, day)
	}, r.showOthers)
}

// showOthers lists the other entries of the day.
func (r *rail) showOthers(lines []journal.Line) {
	middle := r.entry.ID
	if r.today.desk != nil {
		middle = r.today.desk.draft.Entry().ID // a conflict may have given it a new one
	}
	r.others.Objects, r.lines = nil, nil
	for _, line := range lines {
		if line.ID != middle && len(r.others.Objects) < mostOthers {
			r.others.Add(r.row(line))
			r.lines = append(r.lines, line)
		}
	}
	if len(r.others.Objects) == 0 {
		r.others.Add(sentenceText(lang.L("Nothing else on this day.")))
	}
	r.others.Refresh()
	r.column.Refresh()
}

func (r *rail) row(line journal.Line) fyne.CanvasObject {
	color, soft := kindColors(line.Kind)
	caption := kindName(line.Kind) + ", " + clock(line.Created)
	if line.Private {
		caption += " · " + lang.L("Private")
	}
	return parts.NewRow(kindIcon(line.Kind), color, soft, lineTitle(line), caption, func() { r.today.open(line.ID) })
}

// lineTitle is the title of an entry, or the beginning of its text.
func lineTitle(line journal.Line) string {
	switch {
	case line.Title != "":
		return line.Title
	case line.Excerpt != "":
		return line.Excerpt
	}
	return lang.L("Nothing written yet")
}

func kindColors(k journal.Kind) (color, soft fyne.ThemeColorName) {
	for _, p := range kindPills() {
		if p.Key == string(k) {
			return p.Color, p.Soft
		}
	}
	return look.ColorInk2, look.ColorSunken
}

func kindIcon(k journal.Kind) look.IconName {
	for _, p := range kindPills() {
		if p.Key == string(k) {
			return p.Icon
		}
	}
	return look.IconReflection
}

func monthDate(d journal.Day) parts.Date {
	return parts.Date{Year: d.Year, Month: d.Month, Day: d.Date}
}
