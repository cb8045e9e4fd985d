package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// goalRow is a goal in a list: a box to tick, what it is about, and below that
// when it is due, of what kind it is, and the entries behind it.
type goalRow struct {
	widget.BaseWidget
	id    journal.ID
	check *parts.Check
	title *parts.Paragraph
	when  *parts.Text
	about *parts.Text
	short *parts.Text // in place of about where there is little room
}

// newGoalRow makes an empty row whose title takes at most so many lines. tick
// is told which goal was ticked, or no more.
func newGoalRow(lines int, tick func(id journal.ID, met bool)) *goalRow {
	r := &goalRow{title: parts.NewParagraph("", parts.TypeLabel, goalLeading), when: parts.NewText("", parts.TypeCaption), about: parts.NewText("", parts.TypeCaption), short: cutText(parts.TypeCaption)}
	r.check = parts.NewCheck("", func(on bool) { tick(r.id, on) })
	r.title.MaxLines = lines
	r.ExtendBaseWidget(r)
	return r
}

// show shows a goal in the row.
func (r *goalRow) show(g *journal.Goal, entries int, today journal.Day) {
	r.id = g.ID
	open := g.Standing() == journal.GoalOpen
	r.check.Name = goalTitle(g)
	r.check.SetChecked(g.Standing() == journal.GoalDone)
	ink := look.ColorInk
	if !open {
		ink = look.ColorInk2
	}
	r.title.SetType(parts.TypeLabel.In(ink))
	r.title.SetText(goalTitle(g))
	when := goalWhen(g, today)
	typ := parts.TypeCaption.In(when.ink)
	if when.ink != look.ColorInk2 {
		typ.Face = parts.Medium
	}
	r.when.SetType(typ)
	r.when.SetText(when.words)
	r.about.SetText(goalAbout(g, entries))
	r.short.SetText(goalKindName(g.Kind))
	r.Refresh()
}

// goalLabel is what readers of the screen hear of a goal.
func goalLabel(g *journal.Goal, entries int, today journal.Day) string {
	return strings.Join([]string{goalTitle(g), goalWhen(g, today).words, goalAbout(g, entries)}, ", ")
}

// CreateRenderer is for Fyne.
func (r *goalRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(goalLayout{r}, r.check, r.title, r.when, r.about, r.short))
}

// goalLayout lays out a goal in its row.
type goalLayout struct{ r *goalRow }

// Where things stand in the row of a goal.
const (
	goalTop     float32 = 13
	goalLeft    float32 = 30
	goalLeading float32 = 19
	goalWhenGap float32 = 11
	goalBottom  float32 = 13
	goalCaption float32 = 17
	goalOneLine         = goalTop + goalLeading + goalCaption + goalBottom
)

// Layout implements fyne.Layout.
func (l goalLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	side := r.check.MinSize()
	r.check.Resize(side.AddWidthHeight(0, 2))
	r.check.Move(fyne.NewPos(0, goalTop))
	height := giveWidth(r.title, goalLeft, goalTop, size.Width-goalLeft)
	y := goalTop + height
	when := r.when.MinSize()
	r.when.Resize(when)
	r.when.Move(fyne.NewPos(goalLeft, y+1))
	left := goalLeft + when.Width + goalWhenGap
	fits := r.about.WholeWidth() <= size.Width-left
	setVisible(r.about, fits)
	setVisible(r.short, !fits)
	for _, o := range []*parts.Text{r.about, r.short} {
		o.Resize(fyne.NewSize(fyne.Max(size.Width-left, 1), when.Height))
		o.Move(fyne.NewPos(left, y+1))
	}
}

// MinSize implements fyne.Layout.
func (l goalLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, goalOneLine)
}
