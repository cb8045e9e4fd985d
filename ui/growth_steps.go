package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// stepsTab is the view of the seven steps, with the goals beside them.
type stepsTab struct {
	g       *growth
	content fyne.CanvasObject
	scroll  *parts.Scroller
	heads   *fyne.Container
	rows    []*stepRow
	rail    *goalRail
}

var _ growthTab = (*stepsTab)(nil)

// sevenSteps is how many there are.
const sevenSteps = 7

func newStepsTab(g *growth) *stepsTab {
	t := &stepsTab{g: g, rail: newGoalRail(g)}
	column := parts.Down(0)
	t.scroll = parts.NewScroller(parts.Inset(parts.Gutter(column, 0, 0), 0, 0, look.Space24, 0))
	for i := range sevenSteps {
		row := newStepRow(t, i+1)
		t.rows = append(t.rows, row)
		column.Add(row.content)
	}
	t.heads = container.New(stepHeads{}, columnHead(lang.L("Step")), columnHead(lang.L("So far")), columnHead(lang.L("Next")), parts.NewHairline())
	t.content = parts.DownFill(0, parts.Gutter(t.heads, 0, 0), t.scroll)
	return t
}

func columnHead(name string) *parts.Text { return parts.NewText(name, parts.TypeColumnHead) }

func (t *stepsTab) main() fyne.CanvasObject { return t.content }

func (t *stepsTab) aside() *growthAside { return t.rail.side }

// reads is nearly everything: the steps are counted from it.
func (t *stepsTab) reads(k journal.ChangeKind) bool { return countsFrom(k) }

// countsFrom tells whether a change may have moved what is counted.
func countsFrom(k journal.ChangeKind) bool {
	switch k {
	case journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.EntriesChanged, journal.PeopleChanged, journal.ExpectationsChanged:
		return true
	}
	return false
}

func (t *stepsTab) line(s growthSheet) string { return courseLine(&s.plan, s.today) }

func (t *stepsTab) focus() fyne.Focusable { return t.g.head.tabs }

func (t *stepsTab) back() bool { return false }

func (t *stepsTab) show(s growthSheet) {
	for i, step := range evidence.Steps(s.facts) {
		t.rows[i].show(step, s)
	}
	t.rail.show(s)
	t.scroll.Refresh()
}

// stepHeads lays the heads of the columns over them; the last object is the
// line below.
type stepHeads struct{}

// stepHeadHeight is how high the heads stand over the steps.
const stepHeadHeight float32 = 33

// Layout implements fyne.Layout.
func (stepHeads) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := stepColumnsIn(size.Width)
	for i, x := range []float32{c.words, c.soFar, c.next} {
		o := objects[i]
		o.Move(fyne.NewPos(x, middle(size.Height, o.MinSize().Height)))
		o.Resize(o.MinSize())
	}
	setVisible(objects[2], !c.narrow)
	objects[3].Move(fyne.NewPos(0, size.Height-1))
	objects[3].Resize(fyne.NewSize(size.Width, 1))
}

// MinSize implements fyne.Layout.
func (stepHeads) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, stepHeadHeight)
}
