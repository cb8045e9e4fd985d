package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// askForGoal lets the writer choose one of the open goals of the plan, which
// the line asks for then.
func (s *bulletSheet) askForGoal() {
	p, d := s.p, s.draft
	s.settle(func() {
		b := d.now()
		s.overlay.Hide()
		pick(p.w, lang.L("Which goal do you ask for?"), picking[journal.Goal]{
			placeHolder: lang.L("Find a goal by its words"),
			none:        lang.L("No open goal of your plan holds these words."),
			find: func(_ context.Context, words string) ([]journal.Goal, error) {
				return goalsToAsk(&p.sheet.plan, words), nil
			},
			item: func(g journal.Goal) parts.ListItem {
				return parts.ListItem{
					Title: goalTitle(&g), Caption: join(goalKindName(g.Kind), goalWhen(&g, p.sheet.today).words),
					Icon: look.IconFlag, Ink: look.ColorInk2, Soft: look.ColorSunken,
				}
			},
			then: func(g journal.Goal) { p.askFor(s.place, b, g) },
		})
	})
}

// goalsToAsk gives the open goals that hold all the words, stretch goals first.
func goalsToAsk(plan *journal.Plan, text string) []journal.Goal {
	words := strings.Fields(folded(text))
	goals := slices.DeleteFunc(plan.GoalsInOrder(), func(g journal.Goal) bool {
		return g.Standing() != journal.GoalOpen || strings.TrimSpace(g.Text) == "" || !holdsAll(folded(g.Text), words)
	})
	slices.SortStableFunc(goals, func(a, b journal.Goal) int { return isStretch(b) - isStretch(a) })
	return goals[:min(len(goals), mostChoices)]
}

func isStretch(g journal.Goal) int {
	if g.Kind == "stretch" {
		return 1
	}
	return 0
}

// askFor has a line ask for a goal.
func (p *pack) askFor(place evidence.Place, b journal.Bullet, g journal.Goal) {
	text := evidence.AskFor(p.sheet.material, g)
	p.changeBullet("ask for a goal", place, b, func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.Reword(now, at, text)
	}, nil)
}
