package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// goalRail is the column of goals beside the steps: the open ones, and the one
// that was met last.
type goalRail struct {
	g     *growth
	side  *growthAside
	line  *parts.Paragraph
	rows  *parts.Roll
	shown railRows
	empty *parts.Paragraph
	ruler *parts.Paragraph // measures titles
}

// railWidth is the width of the column, and railTitle that of a title in it.
const (
	railWidth float32 = 320
	railTitle float32 = railWidth - 1 - 2*look.Space24 - goalLeft
)

func newGoalRail(g *growth) *goalRail {
	r := &goalRail{g: g, line: parts.NewParagraph("", parts.TypeCaption, 18), empty: sentenceText(""), ruler: parts.NewParagraph("", parts.TypeLabel, goalLeading)}
	r.ruler.MaxLines = railLines
	r.rows = parts.NewRoll(r.press)
	r.rows.TextLeft, r.rows.OnEscape = 0, g.escape
	add := parts.NewButton(parts.Outline, lang.L("Goal"), look.IconPlus, g.askForGoal)
	title := parts.Down(2, parts.NewText(lang.L("Goals"), parts.TypeDetailTitle), r.line)
	head := parts.Inset(parts.Down(railHeadGap, container.NewBorder(nil, nil, nil, container.NewVBox(add), title), parts.NewHairline(), r.empty), railTop, look.Space24, 0, look.Space24)
	r.side = &growthAside{width: railWidth, spare: true, content: parts.DownFill(0, head,
		parts.Inset(r.rows, 0, look.Space24-parts.RollReach-parts.ListBarRoom, 0, look.Space24-parts.RollReach))}
	r.empty.SetText(lang.L("No goal yet. Whatever the steps suggest to try can become one."))
	return r
}

// Where things stand in the column.
const (
	railTop     float32 = 34
	railHeadGap float32 = 17
	railLines           = 3
	moreHeight  float32 = 44
)

// show lists the goals that ask for something.
func (r *goalRail) show(s growthSheet) {
	r.line.SetText(goalsLine(s.plan.Goals, s.today))
	goals := s.plan.GoalsInOrder()
	r.shown = railRows{r: r, sheet: s}
	for i := range goals {
		state := goals[i].Standing()
		if state == journal.GoalOpen || state == journal.GoalDone && r.shown.met == 0 {
			r.shown.goals = append(r.shown.goals, goals[i])
		}
		if state == journal.GoalDone {
			r.shown.met++
		}
	}
	setVisible(r.line, len(goals) > 0)
	setVisible(r.empty, len(goals) == 0)
	r.rows.Update(r.shown, -1)
}

// press opens a goal, or all of them.
func (r *goalRail) press(i int) {
	if i < len(r.shown.goals) {
		r.g.openGoal(r.shown.goals[i].ID)
		return
	}
	r.g.turn(tabGoals)
}

// height is that of a goal in the column.
func (r *goalRail) height(g *journal.Goal) float32 {
	r.ruler.SetText(goalTitle(g))
	r.ruler.Resize(fyne.NewSize(railTitle, 1))
	return goalOneLine + float32(r.ruler.Lines()-1)*goalLeading
}

// railRows are the rows of the column: goals, and the way to the other met
// ones.
type railRows struct {
	r     *goalRail
	sheet growthSheet
	goals []journal.Goal
	met   int // goals that are met
}

var _ parts.Rows = railRows{}

// The sorts of rows in the column.
const (
	railGoal = iota
	railMore
)

// Len implements parts.Rows.
func (r railRows) Len() int {
	if r.met > 1 {
		return len(r.goals) + 1
	}
	return len(r.goals)
}

// Height implements parts.Rows.
func (r railRows) Height(i int) float32 {
	if i == len(r.goals) {
		return moreHeight
	}
	return r.r.height(&r.goals[i])
}

// Sort implements parts.Rows.
func (r railRows) Sort(i int) int {
	if i == len(r.goals) {
		return railMore
	}
	return railGoal
}

// Make implements parts.Rows.
func (r railRows) Make(sort int) fyne.CanvasObject {
	if sort == railMore {
		return parts.NewText("", parts.TypeLabel.In(look.ColorAccent))
	}
	row := newGoalRow(railLines, r.r.g.meet)
	row.check.OnFocus = func() { r.r.rows.Reveal(row) }
	return row
}

// Fill implements parts.Rows.
func (r railRows) Fill(i int, row fyne.CanvasObject) {
	switch o := row.(type) {
	case *parts.Text:
		o.SetText(r.Label(i))
	case *goalRow:
		o.show(&r.goals[i], len(r.sheet.entriesOf(&r.goals[i])), r.sheet.today)
	}
}

// Opens implements parts.Rows.
func (r railRows) Opens(int) bool { return true }

// Label implements parts.Rows.
func (r railRows) Label(i int) string {
	if i == len(r.goals) {
		return countWords(r.met-1, lang.L("1 more met goal"), lang.L("{{.Count}} more met goals", values{"Count": inGroups(r.met - 1)}))
	}
	return goalLabel(&r.goals[i], len(r.sheet.entriesOf(&r.goals[i])), r.sheet.today)
}
