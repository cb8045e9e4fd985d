package ui

import (
	"context"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// editGoal changes a goal, where it is still there.
func (g *growth) editGoal(id journal.ID, what string, change func(*journal.Goal), then func()) {
	g.edit(what, func(p *journal.Plan) {
		if goal := p.Goal(id); goal != nil {
			change(goal)
		}
	}, then)
}

// meet notes that a goal is met, or that it is open again.
func (g *growth) meet(id journal.ID, met bool) {
	state := journal.GoalOpen
	if met {
		state = journal.GoalDone
	}
	g.stand(id, state)
}

// stand says how a goal stands from today on, and offers to take that back.
func (g *growth) stand(id journal.ID, state string) {
	var before journal.Goal
	today := g.today()
	g.editGoal(id, "change a goal", func(x *journal.Goal) {
		before = *x
		before.Extra = maps.Clone(x.Extra)
		x.Stand(state, today)
	}, func() {
		g.say(goalSentence(state), func() {
			g.editGoal(id, "change a goal back", func(x *journal.Goal) { x.State, x.Extra = before.State, before.Extra }, nil)
		})
	})
}

// goalSentence says how a goal stands.
func goalSentence(state string) string {
	switch state {
	case journal.GoalDone:
		return lang.L("Goal met. Note what came of it while you remember.")
	case journal.GoalDropped:
		return lang.L("The goal is dropped. It stays in the list.")
	}
	return lang.L("The goal is open again.")
}

func (f *goalForm) setState(state string) {
	if state != f.goal.Standing() {
		f.g.stand(f.id, state)
	}
}

func (f *goalForm) setKind(kind string) {
	f.g.editGoal(f.id, "change the kind of a goal", func(x *journal.Goal) { x.Kind = kind }, nil)
}

func (f *goalForm) setDue(due journal.Day) {
	f.g.editGoal(f.id, "change when a goal is due", func(x *journal.Goal) { x.Due = due }, nil)
}

func (f *goalForm) setElement(key string) {
	f.g.editGoal(f.id, "change where a goal comes from", func(x *journal.Goal) { x.Element = key }, nil)
}

// setPerson takes the name that was typed: whoever it means, or a new person.
func (f *goalForm) setPerson(name string) {
	g, id := f.g, f.id
	task(g.w, "take the person of a goal", func(ctx context.Context) (string, error) {
		if strings.TrimSpace(name) == "" {
			return "", nil
		}
		p, err := g.w.journal.Meet(ctx, name, "")
		return string(p.ID), err
	}, func(person string) {
		g.editGoal(id, "change the person of a goal", func(x *journal.Goal) { x.Person = person }, nil)
	})
}

// chooseElement lets the writer find an element of the catalogue by its name.
func (f *goalForm) chooseElement() {
	catalogue := f.g.sheet.catalogue
	pick(f.g.w, lang.L("What does this goal practise?"), picking[prompts.Place]{
		placeHolder: lang.L("Find an element by its name"),
		none:        lang.L("Nothing in the library is called that."),
		find: func(_ context.Context, words string) ([]prompts.Place, error) {
			if words == "" {
				return slices.Collect(catalogue.Elements()), nil
			}
			return elementsNamed(catalogue, words), nil
		},
		item: func(p prompts.Place) parts.ListItem {
			return parts.ListItem{Title: p.Element.Name, Caption: p.Framework.Name}
		},
		then: func(p prompts.Place) { f.setElement(p.Element.Key) },
	})
}

// delete takes the goal out of the plan, and offers to bring it back to its
// place.
func (f *goalForm) delete() {
	g, id := f.g, f.id
	at, gone := -1, journal.Goal{}
	g.edit("delete a goal", func(p *journal.Plan) {
		at = slices.IndexFunc(p.Goals, func(x journal.Goal) bool { return x.ID == id })
		if at >= 0 {
			gone = p.Goals[at]
			p.Goals = slices.Delete(slices.Clone(p.Goals), at, at+1)
		}
	}, func() {
		if at < 0 {
			return
		}
		f.t.goBack()
		g.w.deleted(lang.L("The goal is deleted."), func() { g.bringGoalBack(at, gone) })
	})
}

// bringGoalBack puts a goal back where it was.
func (g *growth) bringGoalBack(at int, gone journal.Goal) {
	g.edit("bring a goal back", func(p *journal.Plan) {
		if p.Goal(gone.ID) == nil {
			p.Goals = slices.Insert(slices.Clone(p.Goals), min(at, len(p.Goals)), gone)
		}
	}, func() {
		if t, ok := g.view().(*goalsTab); ok {
			t.open, t.toOpen = gone.ID, true
			g.load(nil)
		}
	})
}
