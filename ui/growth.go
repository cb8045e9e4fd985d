package ui

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// growth is the growth plan: purpose and roles, the seven steps, the
// accelerators, goals, and whether it is time to ask. It is built when it comes
// into sight first.
type growth struct {
	w       *Window
	content *fyne.Container
	ticket  int  // counts the reads; only the latest is shown
	sick    bool // the last read failed, and the door says so

	draft *journal.PlanDraft   // of what is typed; nil before the first visit
	texts map[string]*planText // the fields that are typed into, by name
	sheet growthSheet          // what the page shows

	tab  string
	tabs map[string]growthTab // those that were looked at
	seen map[string]bool      // those that have something to show
	head *growthHead
	room *growthRoom
}

// growthTab is one of the views of the page.
type growthTab interface {
	// main is what stands below the head, and aside what stands at its right,
	// or nil.
	main() fyne.CanvasObject
	aside() *growthAside
	// reads tells whether a change may have moved what the view shows beside
	// the plan itself.
	reads(journal.ChangeKind) bool
	// show shows what was read.
	show(growthSheet)
	// line is what the head says.
	line(growthSheet) string
	// focus is where the keyboard goes when the view comes into sight.
	focus() fyne.Focusable
	// back goes back within the view, and tells whether there was a way.
	back() bool
}

// The views of the page.
const (
	tabPurpose = "purpose"
	tabSteps   = "steps"
	tabBoard   = "accelerators"
	tabGoals   = "goals"
	tabReady   = "ready"
)

func newGrowth(w *Window) *growth {
	return &growth{w: w, content: container.NewStack(), texts: map[string]*planText{}, tabs: map[string]growthTab{}, seen: map[string]bool{}, tab: tabSteps}
}

// goGrowth brings the page into sight.
func (g *growth) goGrowth() { g.w.goTo(g) }

// centre is the page; it is built on the first visit.
func (g *growth) centre() fyne.CanvasObject { return g.content }

// side is nothing: the views have columns of their own.
func (g *growth) side() fyne.CanvasObject { return nil }

// shown reads what the page shows and puts the keyboard into it.
func (g *growth) shown() {
	if g.room == nil {
		g.build()
	}
	g.load(g.focus)
}

// build makes the page with its first view.
func (g *growth) build() {
	g.draft = g.w.journal.PlanDraft(g.reported)
	g.head = newGrowthHead(g)
	g.room = newGrowthRoom(g.w.frame.columns, g.head)
	g.content.Objects = []fyne.CanvasObject{g.room.content}
	g.put()
	g.room.content.Hide() // until it is known what there is
}

// changed asks again for what a change may have moved.
func (g *growth) changed(c journal.Change) {
	switch {
	case g.room == nil:
	case c.Kind == journal.Reloaded, c.Kind == journal.PlanChanged, c.Kind == journal.SettingsChanged, g.view().reads(c.Kind):
		g.load(nil)
	}
}

// view is the one in sight, made when it is looked at first.
func (g *growth) view() growthTab {
	v, made := g.tabs[g.tab]
	if !made {
		v = g.newView(g.tab)
		g.tabs[g.tab] = v
	}
	return v
}

func (g *growth) newView(tab string) growthTab {
	switch tab {
	case tabSteps:
		return newStepsTab(g)
	case tabBoard:
		return newBoardTab(g)
	case tabGoals:
		return newGoalsTab(g)
	case tabReady:
		return newReadyTab(g)
	}
	return newPurposeTab(g)
}

// turn shows another view.
func (g *growth) turn(tab string) {
	g.tab = tab
	g.put()
	g.load(nil)
}

// open brings the page into sight with one of its views.
func (g *growth) open(tab string) {
	if g.w.journal == nil {
		return
	}
	g.tab = tab
	if g.room == nil {
		g.build()
	} else {
		g.put()
	}
	g.goGrowth()
}

// put brings the view into its place.
func (g *growth) put() {
	g.head.settle()
	g.room.read = g.seen[g.tab]
	g.room.put(g.view().main(), g.view().aside())
}

// load reads what the view shows. then, which may be nil, is called after
// that. Where reading fails the door says so, and the page keeps what it has.
func (g *growth) load(then func()) {
	g.ticket++
	ticket, q, read, marks := g.ticket, g.question(), g.reader(), g.marks()
	type answer struct {
		sheet growthSheet
		err   error
	}
	task(g.w, "read the plan", func(ctx context.Context) (answer, error) {
		s, err := read.sheet(ctx, q)
		return answer{s, err}, nil
	}, func(a answer) {
		switch {
		case ticket != g.ticket:
		case a.err != nil:
			g.failed(a.err)
		default:
			g.took(a.sheet, marks)
			if then != nil {
				then()
			}
		}
	})
}

// question is what the view in sight asks for.
func (g *growth) question() growthQuestion {
	q := growthQuestion{tab: g.tab}
	if t, ok := g.view().(*readyTab); ok {
		q.line, q.most = t.chosen, t.entries
	}
	return q
}

// took shows what was read.
func (g *growth) took(s growthSheet, marks map[string]int) {
	if g.sick {
		g.sick = false
		g.w.door.settle()
	}
	g.sheet = s
	v := g.view()
	v.show(s)
	g.fill(marks)
	g.head.line.SetText(v.line(s))
	g.seen[g.tab], g.room.read = true, true
	g.room.content.Show()
	g.room.content.Refresh()
}

// failed says that the plan could not be read, until it can be.
func (g *growth) failed(err error) {
	g.sick = true
	g.w.door.unread("read the plan", err, func() { g.load(nil) })
	g.room.content.Show() // the head at least
	g.room.content.Refresh()
}

// focus puts the keyboard where there is something to do.
func (g *growth) focus() { g.w.focusOn(g, g.view().focus()) }

// escape goes back: within the view, or to the views.
func (g *growth) escape() {
	if g.room != nil && !g.view().back() {
		g.w.win.Canvas().Focus(g.head.tabs)
	}
}

// today is the day it is for the writer; before the first visit it is Today's.
func (g *growth) today() journal.Day { return cmp.Or(g.sheet.today, g.w.today.now) }

// edit changes the plan, after what is typed into it was saved. then, which
// may be nil, is called when it is on disk; the page hears of the change as of
// any other.
func (g *growth) edit(what string, change func(*journal.Plan), then func()) {
	flush, j := g.flush(), g.w.journal
	task(g.w, what, func(ctx context.Context) (journal.Plan, error) {
		if err := flush(ctx); err != nil {
			return journal.Plan{}, err
		}
		return j.EditPlan(ctx, func(p *journal.Plan) error { change(p); return nil })
	}, func(journal.Plan) {
		if then != nil {
			then()
		}
	})
}

// settle takes what is typed in a field and not entered yet.
func (g *growth) settle() {
	if t, made := g.tabs[tabPurpose].(*purposeTab); made {
		t.period.settle()
		t.metrics.settle()
	}
	if t, made := g.tabs[tabGoals].(*goalsTab); made && t.open != "" {
		t.form(t.open).settle()
	}
}

// say tells what was done, with the way to take it back.
func (g *growth) say(text string, undo func()) {
	g.w.door.say(text, parts.NoticeAction{Label: lang.L("Undo"), Do: undo})
}
