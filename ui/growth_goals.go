package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// goalsTab is the view of the goals: all of them in a list, and one of them in
// detail beside it.
type goalsTab struct {
	g       *growth
	content *fyne.Container
	rows    *parts.Roll
	empty   *parts.Paragraph
	shown   goalRows
	side    *growthAside
	right   *fyne.Container
	forms   []*goalForm // of goals that were looked at, the latest last
	open    journal.ID  // in detail; "" for none
	toOpen  bool        // it was asked for from elsewhere, and is to be brought into sight
}

var _ growthTab = (*goalsTab)(nil)

// keptForms is how many goals keep the undo of their fields.
const keptForms = 20

// goalAside is the width of the detail of a goal.
const goalAside float32 = 376

func newGoalsTab(g *growth) *goalsTab {
	t := &goalsTab{g: g, empty: parts.NewParagraph("", parts.TypeMemory.In(look.ColorInk2), 23), right: container.NewStack()}
	t.rows = parts.NewRoll(t.press)
	t.rows.TextLeft, t.rows.OnEscape = goalLeft, g.escape
	t.content = container.NewStack(parts.Gutter(t.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom),
		parts.Gutter(container.New(emptyLayout{}, t.empty), parts.RollReach, 0))
	t.side = &growthAside{content: t.right, width: goalAside, onNarrow: t.wentNarrow}
	t.empty.SetText(lang.L("No goal yet. One is enough to begin: something to learn, something to ask for, or a stretch you would not dare alone."))
	return t
}

func (t *goalsTab) main() fyne.CanvasObject { return t.content }

func (t *goalsTab) aside() *growthAside { return t.side }

func (t *goalsTab) reads(k journal.ChangeKind) bool {
	switch k {
	case journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved, journal.PeopleChanged:
		return true
	}
	return false
}

func (t *goalsTab) line(s growthSheet) string {
	if len(s.plan.Goals) == 0 {
		return courseLine(&s.plan, s.today)
	}
	return join(goalsLine(s.plan.Goals, s.today)+".", lateLine(s.plan.Goals, s.today))
}

func (t *goalsTab) focus() fyne.Focusable {
	switch {
	case !t.rows.Visible():
		return t.g.head.tabs
	case t.g.room.narrow && t.g.room.at == 1:
		return t.form(t.open).text.Editor
	}
	return t.rows
}

// show lists the goals, with one of them in detail: the one that was, or else
// the first.
func (t *goalsTab) show(s growthSheet) {
	t.shown = newGoalRows(t, s)
	if t.shown.find(t.open) < 0 {
		t.open = ""
		if len(t.shown.goals) > 0 {
			t.open = t.shown.goals[0].ID
		}
	}
	at := t.shown.find(t.open)
	t.rows.Update(t.shown, at)
	if t.toOpen && at >= 0 {
		t.rows.SetSelected(at)
	}
	t.toOpen = false
	setVisible(t.rows, len(t.shown.goals) > 0)
	setVisible(t.empty, len(t.shown.goals) == 0)
	t.side.none = len(t.shown.goals) == 0
	t.detail()
}

// detail shows the open goal beside the list.
func (t *goalsTab) detail() {
	t.right.Objects = nil
	if t.open != "" {
		t.right.Objects = []fyne.CanvasObject{t.form(t.open).area.scroll}
	}
	t.right.Refresh()
}

// form gives the fields of a goal as it is, made when it is looked at first.
func (t *goalsTab) form(id journal.ID) *goalForm {
	var f *goalForm
	if at := slices.IndexFunc(t.forms, func(f *goalForm) bool { return f.id == id }); at >= 0 {
		f = t.forms[at]
		t.forms = slices.Delete(t.forms, at, at+1)
	} else {
		f = newGoalForm(t, id)
	}
	t.forms = append(t.forms, f)
	if len(t.forms) > keptForms {
		t.g.forget(goalName(t.forms[0].id, ""))
		t.forms = t.forms[1:]
	}
	f.show(t.g.sheet)
	return f
}

// press opens the goal on a row.
func (t *goalsTab) press(i int) {
	goal, ok := t.shown.goal(i)
	if !ok {
		return
	}
	t.open = goal.ID
	t.detail()
	t.g.room.turnTo(1)
	if t.g.room.narrow {
		t.g.w.win.Canvas().Focus(t.form(goal.ID).text.Editor)
	}
}

// wentNarrow shows the way back where there is room for one column only.
func (t *goalsTab) wentNarrow(narrow bool) {
	for _, f := range t.forms {
		setVisible(f.way, narrow)
	}
}

// back goes from the detail to the list.
func (t *goalsTab) back() bool {
	inList := t.g.w.win.Canvas().Focused() == fyne.Focusable(t.rows)
	if t.g.room.at == 0 && (inList || !t.rows.Visible()) {
		return false
	}
	t.goBack()
	return true
}

func (t *goalsTab) goBack() {
	t.g.room.turnTo(0)
	t.g.w.win.Canvas().Focus(t.rows)
}

// openGoal brings a goal into sight, for another page.
func (g *growth) openGoal(id journal.ID) {
	if g.w.journal == nil {
		return
	}
	g.open(tabGoals)
	t := g.view().(*goalsTab)
	t.open, t.toOpen = id, true
	g.room.turnTo(1)
	g.load(g.focus)
}
