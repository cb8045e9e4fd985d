package evidence

import (
	"slices"
	"strings"

	"groundwork/journal"
)

// gaps names what is not shown yet together with what is done about it, as
// "Becoming a Leader... with Purpose" has activities for what the role needs:
// expectations that are not strong and have an open goal, and criticism that
// the writer works on. A gap without a goal is proposed last, and left out: it
// is the writer's to say whether the reader hears of it.
func (m *Material) gaps() []journal.Bullet {
	var all once
	var without []journal.Bullet
	for _, row := range m.Coverage.GapsFirst() {
		if row.State == journal.Strong {
			break
		}
		goals := m.goalsFor(row.Expectation)
		for _, g := range goals {
			all.add(m.closing(row.Expectation, g))
		}
		if len(goals) == 0 && row.State == journal.Gap {
			b := bullet(fromMissing+string(row.Expectation.ID), ended(oneLine(row.Expectation.Name)+": not shown yet"))
			b.Out = true
			without = append(without, b)
		}
	}
	for i := range m.pieces {
		if p := &m.pieces[i]; p.critical() && p.workedOn() != "" {
			all.add(bullet(fromGap, p.workedOn()+" “"+p.quote+"”", append([]journal.ID{p.id}, p.acted...)...))
		}
	}
	for _, b := range without {
		all.add(b)
	}
	return all.bullets
}

// closing is a gap with the goal that closes it.
func (m *Material) closing(x journal.Expectation, g journal.Goal) journal.Bullet {
	text := unended(oneLine(x.Name)) + ": " + unended(Cut(sentences(g.Text, 1), longest))
	if !g.Due.IsZero() {
		text += ", by " + m.day(g.Due, journal.ExactDay)
	}
	var entries []journal.ID
	for _, id := range g.Entries {
		if m.in[id] {
			entries = append(entries, id)
		}
	}
	return bullet(fromGoal+string(g.ID)+"/"+string(x.ID), ended(text), entries...)
}

// goalsFor finds the open goals about an expectation, the one that is due first
// in front.
func (m *Material) goalsFor(x journal.Expectation) []journal.Goal {
	var goals []journal.Goal
	for _, g := range m.Plan.GoalsInOrder() {
		if isOpen(g) && isAbout(g, x) && strings.TrimSpace(g.Text) != "" {
			goals = append(goals, g)
		}
	}
	return goals
}

// critical tells whether feedback says what could be better, too.
func (p *piece) critical() bool {
	return p.quote != "" && (p.stance == "constructive" || p.stance == "mixed")
}

// workedOn says how far feedback has come that the writer acts on, or "".
func (p *piece) workedOn() string {
	switch {
	case p.state == journal.FeedbackFollowedUp:
		return "Worked on, and talked over again:"
	case p.state == journal.FeedbackPractising || len(p.acted) > 0:
		return "Working on:"
	}
	return ""
}

// stretch finds the stretch goal to ask for: the open one that is due first,
// or nil.
func (m *Material) stretch() *journal.Goal {
	goals := m.Plan.GoalsInOrder()
	at := slices.IndexFunc(goals, func(g journal.Goal) bool {
		return isOpen(g) && g.Kind == "stretch" && strings.TrimSpace(g.Text) != ""
	})
	if at < 0 {
		return nil
	}
	return &goals[at]
}
