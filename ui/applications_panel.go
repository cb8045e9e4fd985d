package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trackPanel stands below the open row: the history of the application, what
// belongs to it, and what can be done. There is one, for whichever row is open.
type trackPanel struct {
	table   *trackTable
	line    tracked
	open    openTrack
	content fyne.CanvasObject

	stands  *parts.Text
	facts   *fyne.Container
	ask     *parts.Button
	history *fyne.Container
	lesson  *lessonForm
}

func newTrackPanel(t *trackTable) *trackPanel {
	p := &trackPanel{
		table: t, stands: cutText(parts.TypeCaption),
		facts: parts.Down(look.Space12), history: parts.Down(0), lesson: newLessonForm(t),
	}
	add := parts.NewButton(parts.Primary, lang.L("Add a stage"), look.IconPlus, p.addStage)
	open := parts.NewButton(parts.Outline, lang.L("Open the entry"), look.IconNone, p.openEntry)
	p.ask = parts.NewButton(parts.Outline, lang.L("Ask how it stands"), look.IconFeedback, p.askHowItStands)
	for _, b := range []*parts.Button{add, open, p.ask} {
		b.OnFocus = func() { t.rows.Reveal(b) }
	}
	head := parts.Down(look.Space4, parts.NewText(lang.L("Stage history"), parts.TypeStrong), p.stands)
	course := parts.Down(look.Space16, p.history, p.lesson.content)
	more := parts.Down(look.Space16, p.facts, parts.Flow(look.Space8, look.Space8, add, open, p.ask))
	p.content = parts.Shield(container.New(&panelLayout{}, parts.NewHairline(), head, more, course))
	return p
}

// show fills the panel with an application. What is being written in it stays.
func (p *trackPanel) show(line *tracked, o openTrack) {
	p.line, p.open = *line, o
	today := p.table.a.today
	p.stands.SetText(line.standsFor())
	p.facts.Objects = trackFacts(line, &o, today)
	setVisible(p.facts, len(p.facts.Objects) > 0)
	setVisible(p.ask, line.silent && firstLine(line.NextStep) == "")
	p.history.Objects = historyOf(line, today)
	if len(line.Stages) == 0 {
		p.history.Add(sentenceText(lang.L("No stage yet. The first may be that you are considering it.")))
	}
	p.lesson.show(line, &o)
	p.content.Refresh()
}

// height is that of the panel at a width.
func (p *trackPanel) height(width float32) float32 {
	p.content.Resize(fyne.NewSize(width, 1)) // tells paragraphs their width
	return p.content.MinSize().Height
}

// openEntry shows the application on Today, where it is written.
func (p *trackPanel) openEntry() { p.table.a.w.openEntry(p.line.ID) }

// addStage asks for a stage to add.
func (p *trackPanel) addStage() { askForStage(p.table.a, &p.line) }

// askHowItStands makes asking the next step, from today on.
func (p *trackPanel) askHowItStands() {
	today := p.table.a.today
	p.table.a.w.editEntry(p.line.ID, "keep a next step", func(e *journal.Entry) {
		a := applicationOf(e)
		a.NextStep, a.NextStepOn = lang.L("Ask how it stands"), today
	}, nil)
}

// panelLayout lays the history of an application at the right of what else
// belongs to it, or between its head and that where there is no room.
type panelLayout struct{ width float32 }

// Where things stand in the panel.
const (
	panelTop    float32 = 12
	panelBottom float32 = 20
	panelGap    float32 = 16
	historyLeft float32 = 32 // from the column of the track
)

// Layout implements fyne.Layout.
func (l *panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	rule, head, more, course := objects[0], objects[1], objects[2], objects[3]
	rule.Move(fyne.NewPos(0, 0))
	rule.Resize(fyne.NewSize(size.Width, 1))
	c := columnsIn(size.Width)
	left := c.track - look.Space8
	if c.narrow {
		left = size.Width
	}
	below := panelTop + giveWidth(head, 0, panelTop, left) + panelGap
	if c.narrow {
		below += giveWidth(course, 0, below, size.Width) + panelGap
	} else {
		giveWidth(course, c.track+historyLeft, panelTop, size.Width-c.track-historyLeft)
	}
	giveWidth(more, 0, below, left)
}

// giveWidth places something of a height that follows its width, and returns
// the height.
func giveWidth(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height // now that it knows its width
	o.Resize(fyne.NewSize(width, height))
	return height
}

// MinSize implements fyne.Layout.
func (l *panelLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, more, course := objects[1].MinSize().Height, objects[2].MinSize().Height, objects[3].MinSize().Height
	height := fyne.Max(head+panelGap+more, course)
	if columnsIn(l.width).narrow {
		height = head + course + more + 2*panelGap
	}
	return fyne.NewSize(look.Space40, panelTop+height+panelBottom)
}
