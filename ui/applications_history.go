package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// historyOf are the stages of an application, one below the other.
func historyOf(t *tracked, today journal.Day) []fyne.CanvasObject {
	lines, dotAt := make([]fyne.CanvasObject, len(t.Stages)), stageDotAt
	for _, s := range t.Stages {
		if farFrom(s.Day, today) {
			dotAt = stageDotFar
		}
	}
	for i := range t.Stages {
		lines[i] = newStageLine(t, i, today, dotAt)
	}
	return lines
}

// stageDate writes the day of a stage: "12 Jan", with the year once the day
// alone would not tell it.
func stageDate(d, today journal.Day) string {
	v := values{"Day": d.Date, "Month": monthShort(d.Month), "Year": d.Year}
	switch {
	case d.IsZero():
		return ""
	case farFrom(d, today):
		return lang.L("{{.Day}} {{.Month}} {{.Year}}", v)
	}
	return lang.L("{{.Day}} {{.Month}}", v)
}

// newStageLine is a stage of an application in its history: when, what, for
// how long, and what was noted and learned.
func newStageLine(t *tracked, i int, today journal.Day, dotAt float32) fyne.CanvasObject {
	s := t.Stages[i]
	date := parts.NewText(stageDate(s.Day, today), parts.TypeCaption)
	dot := parts.NewSurface(look.ColorApplication, "", stageDot/2)
	way := parts.NewVerticalHairline()
	setVisible(way, i+1 < len(t.Stages))
	head := parts.Across(look.Space8, parts.NewText(stageName(s.Stage), parts.TypeStrong))
	if days := t.daysIn(i, today); days != "" {
		head.Add(parts.NewText(days, parts.TypeCaption))
	}
	if rulesOf(t.ApplicationLine).OutOfOrder(i) {
		head.Add(parts.NewText(lang.L("before the stage it follows"), parts.TypeCaption.In(look.ColorWarn)))
	}
	words := parts.Down(2, head)
	if note := strings.TrimSpace(s.Note); note != "" {
		words.Add(parts.NewParagraph(note, parts.TypeUI.In(look.ColorInk), 20))
	}
	if lesson := strings.TrimSpace(s.Lesson); lesson != "" && i != t.rejection() { // that of a rejection stands in a field
		words.Add(parts.NewParagraph(lang.L("Lesson: {{.Text}}", values{"Text": lesson}), parts.TypeQuotePreview.In(look.ColorInk2), 22))
	}
	return container.New(stageLine{dotAt}, date, way, dot, words)
}

// daysIn says how long the application stood in a stage: "18 days", or "for 18
// days now". Nothing where it is not known, and for an end.
func (t *tracked) daysIn(i int, today journal.Day) string {
	from := t.Stages[i].Day
	switch {
	case from.After(today):
		return lang.L("still to come")
	case from.IsZero(), i == t.at && t.ended:
		return ""
	case i == t.at && t.days > 0:
		return lang.L("for {{.Days}} now", values{"Days": dayCount(t.days)})
	case i == t.at:
		return lang.L("since today")
	}
	for _, next := range t.Stages[i+1:] {
		if n := from.DaysUntil(next.Day); !next.Day.IsZero() && n >= 0 {
			return dayCount(n)
		}
	}
	return ""
}

// standsFor says where the application stands and for how long.
func (t *tracked) standsFor() string {
	switch {
	case t.at < 0:
		return lang.L("Not begun yet")
	case t.ended, t.days <= 0:
		return stageName(t.stage())
	}
	return lang.L("{{.Stage}} for {{.Days}}", values{"Stage": stageName(t.stage()), "Days": dayCount(t.days)})
}

// rejection is the place of the stage that ended the application against the
// writer's hope, or -1.
func (t *tracked) rejection() int {
	if t.stage() != journal.StageRejected {
		return -1
	}
	return t.at
}

// stageLine lays a stage of a history: the date, the dot on the way to the
// next one, and the words.
type stageLine struct{ dotAt float32 }

// Where things stand in a stage of a history.
const (
	stageDot    float32 = 6
	stageDotAt  float32 = 60 // its middle
	stageDotFar float32 = 92 // its middle where a date names its year
	stageWords  float32 = 16 // from there to the words
	stageHead   float32 = 20 // the first line of the words
	stageRise   float32 = 2  // from the top to the words
	stageGap    float32 = 6  // to the next stage
)

// Layout implements fyne.Layout.
func (l stageLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	date, way, dot, words := objects[0], objects[1], objects[2], objects[3]
	line(date, 0, stageHead/2, l.dotAt-stageDot)
	dot.Resize(fyne.NewSquareSize(stageDot))
	dot.Move(fyne.NewPos(l.dotAt-stageDot/2, (stageHead-stageDot)/2))
	left := l.dotAt + stageWords
	height := giveWidth(words, left, stageRise, size.Width-left)
	way.Move(fyne.NewPos(l.dotAt-0.5, stageHead/2+stageDot))
	way.Resize(fyne.NewSize(1, stageRise+height+stageGap-2*stageDot))
}

// MinSize implements fyne.Layout.
func (l stageLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.dotAt+stageWords+look.Space40, stageRise+objects[3].MinSize().Height+stageGap)
}
