package evidence

import (
	"slices"
	"strings"

	"groundwork/journal"
)

// The states of a goal besides journal.GoalOpen.
const (
	goalDone    = "done"
	goalDropped = "dropped"
)

// soon is for how many days ahead what is due goes before everything else.
const soon = 14

// stepOf names the step that a goal belongs to: a certification to its step;
// another one by the element it came from, or else by its kind. Asking, where
// nothing says for what, is asking for feedback: the ledger makes such goals.
func stepOf(g journal.Goal) string {
	if g.Kind == "certification" {
		return sevenSteps + "certifications"
	}
	if step := stepOfElement(g.Element); step != "" {
		return step
	}
	if g.Kind == "stretch" {
		return sevenSteps + "opportunities"
	}
	if g.Element != "" {
		return "" // it is about something else
	}
	return map[string]string{
		"learning": sevenSteps + "skills", "habit": sevenSteps + "mindset", "ask": sevenSteps + "ask-feedback",
	}[g.Kind]
}

// stepOfElement names the step that an element of the catalogue belongs to, or
// "".
func stepOfElement(element string) string {
	switch {
	case strings.HasPrefix(element, sevenSteps):
		return element
	case strings.HasPrefix(element, skills):
		return sevenSteps + "skills"
	case strings.HasPrefix(element, ideas):
		return sevenSteps + "opportunities"
	case element == "purpose/begin/watch-ask":
		return sevenSteps + "study-leaders"
	case element == "steps/good-leader/feedback-on-you", element == "steps/better-leader/ask-advice":
		return sevenSteps + "ask-feedback"
	}
	for _, p := range habitParts() {
		if slices.Contains(p.shows, element) {
			return sevenSteps + "mindset"
		}
	}
	return ""
}

// goalsOf lists the goals of a step that were not dropped.
func (f *Facts) goalsOf(step string) []journal.Goal {
	var goals []journal.Goal
	for _, g := range f.Plan.Goals {
		if g.State != goalDropped && stepOf(g) == step {
			goals = append(goals, g)
		}
	}
	return goals
}

func isOpen(g journal.Goal) bool { return g.State == "" || g.State == journal.GoalOpen }

// ahead lists what is to be done of a step: its open goals, the follow-ups on
// feedback, the next steps of applications. What has a day comes first, the
// earliest before the others.
func (f *Facts) ahead(step string) []Next {
	var all []Next
	for _, g := range f.goalsOf(step) {
		if isOpen(g) {
			all = append(all, f.goalNext(g))
		}
	}
	for _, d := range f.Due {
		switch {
		case d.Kind == journal.DueFollowUp && step == sevenSteps+"ask-feedback":
			all = append(all, Next{Kind: NextFollowUp, ID: d.ID, Who: d.Who, Text: d.Text, On: d.On})
		case d.Kind == journal.DueNextStep && step == sevenSteps+"apply":
			all = append(all, Next{Kind: NextStep, ID: d.ID, Who: d.Who, Text: d.Text, On: d.On})
		}
	}
	slices.SortStableFunc(all, func(a, b Next) int { return compareDue(a.On, b.On) })
	return all
}

func (f *Facts) goalNext(g journal.Goal) Next {
	return Next{Kind: NextGoal, ID: g.ID, Text: g.Text, Who: f.name(g.Person), On: g.Due, Element: g.Element}
}

// name gives the name of a person who is named by an ID or by the name.
func (f *Facts) name(person string) string {
	for _, p := range f.People {
		if string(p.ID) == person {
			return p.Name
		}
	}
	return person
}

// next chooses what to do next in a step: what is due within two weeks or was
// due; else what is missing; else what is to be done later; else the last
// thing there is to do.
func (f *Facts) next(step string, missing *Next, last Next) Next {
	ahead := f.ahead(step)
	switch {
	case len(ahead) > 0 && !ahead[0].On.IsZero() && !ahead[0].On.After(f.Today.AddDays(soon)):
		return ahead[0]
	case missing != nil:
		return *missing
	case len(ahead) > 0:
		return ahead[0]
	}
	return last
}

// compareDue orders days, and what has none behind them.
func compareDue(a, b journal.Day) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}
