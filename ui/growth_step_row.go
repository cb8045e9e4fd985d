package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// stepRow is one of the seven steps: its number or that it is complete, what
// is there of it, how much that is, and what to do next. The last two are
// pressed.
type stepRow struct {
	g       *growth
	step    evidence.Step
	content *fyne.Container
	badge   *parts.Badge
	name    *parts.Text
	words   *parts.Paragraph
	strip   *parts.Strip
	soFar   *parts.Paragraph
	count   *parts.Tile
	what    *parts.Paragraph
	below   *remark
	next    *parts.Tile
}

func newStepRow(t *stepsTab, number int) *stepRow {
	r := &stepRow{
		g: t.g, badge: parts.NewBadge(parts.BadgeStep, parts.BadgeNumber), name: parts.NewText("", parts.TypeRowTitle),
		words: parts.NewParagraph("", parts.TypeCaption, 18), strip: parts.NewStrip(), soFar: parts.NewParagraph("", parts.TypeCaption, 0),
		what: parts.NewParagraph("", parts.TypeLabel, 18), below: newRemark(),
	}
	r.badge.SetNumber(number)
	r.name.Truncate, r.below.words.Truncate = true, true
	r.words.MaxLines, r.what.MaxLines, r.soFar.MaxLines = 2, 2, 2
	r.count = parts.NewTile(parts.Down(stepCellGap, parts.Across(0, r.strip), r.soFar), look.RadiusField, r.openCount)
	r.next = parts.NewTile(parts.Down(2, r.what, r.below.content), look.RadiusField, r.openNext)
	for _, tile := range []*parts.Tile{r.count, r.next} {
		tile.Reach = tileReach
		tile.OnFocus = func() { t.scroll.Reveal(r.content) }
	}
	r.content = container.New(&stepLayout{}, r.badge, r.name, r.words, r.count, r.next, parts.NewHairline())
	return r
}

// show shows a step.
func (r *stepRow) show(step evidence.Step, s growthSheet) {
	r.step = step
	r.badge.SetLook(parts.BadgeNumber)
	if step.Complete() {
		r.badge.SetLook(parts.BadgeThere)
	}
	r.name.SetText(s.elementName(step.Element))
	r.words.SetText(s.stepWords(step))
	r.strip.Set(step.Done, step.Of)
	r.soFar.SetText(soFarWords(step))
	r.count.Label = r.name.Text() + ": " + r.soFar.Text()
	what, below := s.nextWords(step.Next)
	r.what.SetText(what)
	r.below.show(below)
	r.next.Label = join(closed(what), below.words)
	r.content.Refresh()
}

// openCount shows what stands behind the figures of the step.
func (r *stepRow) openCount() { r.g.showBehindStep(r.step) }

// openNext goes where the next thing is done.
func (r *stepRow) openNext() { r.g.follow(r.step.Next) }

// stepColumns are where the columns of the steps stand in a width.
type stepColumns struct {
	words, soFar, next float32 // where they begin
	wordsWidth         float32
	narrow             bool // the next thing stands below
}

// Where things stand in a row of the steps.
const (
	stepLeft     float32 = 44
	stepCount    float32 = 144
	stepSoFar    float32 = 324 // from the left, in the usual window
	stepNextGap  float32 = 12
	stepTop      float32 = 12
	stepCellGap  float32 = 7
	stepHeight   float32 = 85
	stepNarrow   float32 = 560 // the width under which what is next stands below
	stepWordsTop float32 = 20
)

func stepColumnsIn(width float32) stepColumns {
	c := stepColumns{words: stepLeft, narrow: width < stepNarrow}
	if c.narrow {
		c.soFar = width - stepCount
		c.next = stepLeft
	} else {
		c.soFar = fyne.Max(stepSoFar, float32(int(width*0.46)))
		c.next = c.soFar + stepCount + stepNextGap
	}
	c.wordsWidth = c.soFar - stepLeft - look.Space28
	return c
}

// stepLayout lays out a step. It remembers its width, because its height
// depends on it.
type stepLayout struct{ width float32 }

// Layout implements fyne.Layout.
func (l *stepLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	badge, name, words, count, next, line := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	c := stepColumnsIn(size.Width)
	badge.Move(fyne.NewPos(0, stepTop+5))
	badge.Resize(badge.MinSize())
	name.Move(fyne.NewPos(c.words, stepTop))
	name.Resize(fyne.NewSize(c.wordsWidth, name.MinSize().Height))
	height := stepWordsTop + giveWidth(words, c.words, stepTop+stepWordsTop+1, c.wordsWidth)
	giveWidth(count, c.soFar, stepTop+4, stepCount)
	if c.narrow {
		giveWidth(next, c.next, stepTop+height+look.Space8, size.Width-c.next)
	} else {
		giveWidth(next, c.next, stepTop, size.Width-c.next)
	}
	line.Move(fyne.NewPos(stepLeft, size.Height-1))
	line.Resize(fyne.NewSize(size.Width-stepLeft, 1))
}

// MinSize implements fyne.Layout.
func (l *stepLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words, next := objects[2].MinSize().Height, objects[4].MinSize().Height
	height := stepHeight
	if stepColumnsIn(l.width).narrow {
		height = stepTop + stepWordsTop + words + look.Space8 + next + stepTop + 2
	}
	return fyne.NewSize(look.Space40, height)
}
