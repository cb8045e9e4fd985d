package evidence

import (
	"fmt"

	"groundwork/journal"
)

// The parts of the ask, behind fromAsk.
const (
	askGoal      = "goal"
	askWhen      = "when"
	askCourteous = "courteous"
	askFirm      = "firm"
	askDirect    = "direct"
	askSupport   = "support" // instead of the goal, of whoever does not set goals
)

// ask is the ask itself, as "Going After That Management Position" puts it
// under "Ask for it": a stretch goal that leads to the role, the next promotion
// round, and three sentences to say, one courteous, one firm and one direct;
// nobody begs, and nobody threatens. The words of the sentences are ours: a
// beginning, for the writer to make their own.
//
// The first two are said and not written: on the paper for somebody else they
// are left out, unless the writer wants them there. Rehearsal has them.
func (m *Material) ask(audience string) []journal.Bullet {
	var all []journal.Bullet
	add := func(part, text string) { all = append(all, bullet(fromAsk+part, text)) }
	support := audience == journal.ForSkipLevel
	if g := m.stretch(); g != nil && !support {
		add(askGoal, AskFor(*m, *g))
	}
	if round := m.Plan.NextRound; !round.IsZero() && !round.Before(m.Today) {
		add(askWhen, fmt.Sprintf("Before the promotion round on %s.", m.day(round, journal.ExactDay)))
	}
	for _, said := range []struct{ part, text string }{
		{askCourteous, "Thank you for taking the time. I would like to talk about my next step."}, {askFirm, m.firm()},
	} {
		add(said.part, said.text)
		all[len(all)-1].Out = audience != journal.ForMyself
	}
	if support {
		add(askSupport, fmt.Sprintf("I would like to take on %s, and I would be glad of your support for it.", m.roleWords()))
		return all
	}
	add(askDirect, m.direct())
	return all
}

// AskFor asks for a goal of the plan: "Stretch goal: lead the next rollout, by
// 30 June."
func AskFor(m Material, g journal.Goal) string {
	text := "Stretch goal: " + unended(Cut(sentences(g.Text, 1), longest))
	if !g.Due.IsZero() {
		text += ", by " + m.day(g.Due, journal.ExactDay)
	}
	return ended(text)
}

// firm says what stands behind the ask.
func (m *Material) firm() string {
	n := 0
	for i := range m.pieces {
		if m.pieces[i].tells() {
			n++
		}
	}
	if n == 0 {
		return fmt.Sprintf("I have been working toward %s, and I would like to show it.", m.roleWords())
	}
	return fmt.Sprintf("I have been working toward %s, and I have %s of it from %s.", m.roleWords(), counted(n, "example", "examples"), periodWords(m.Period))
}

// direct asks, for the goal that is chosen or for one to be set.
func (m *Material) direct() string {
	want := fmt.Sprintf("I would like to take on %s in the next round", m.roleWords())
	if m.stretch() != nil {
		return want + ", and I ask you for this stretch goal on the way there."
	}
	return want + ". Which stretch goal would lead there?"
}

// roleWords names the target role in a sentence.
func (m *Material) roleWords() string {
	if title := m.roleTitle(); title != "" {
		return "the role of " + title
	}
	return "a leadership role"
}

// roleTitle is the title of the target role, or "".
func (m *Material) roleTitle() string {
	if m.Plan.TargetRole == nil {
		return ""
	}
	return Cut(oneLine(m.Plan.TargetRole.Title), journal.MaxName)
}
