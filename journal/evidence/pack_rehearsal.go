package evidence

import (
	"fmt"
	"slices"
	"strings"

	"groundwork/journal"
	"groundwork/journal/document"
)

// Rehearsal is what to look at before the talk, on one page: the sentences to
// say, the three strongest lines, what to ask for, and when. It is for the
// writer alone, in the words that the pack has.
func Rehearsal(m Material, p journal.Pack) document.Document {
	var s setting
	ask := m.asked(p)
	s.section("Say", ask.say)
	s.section("Show", m.strongest(p, 3))
	s.section("Ask for", ask.goal)
	s.section("When", ask.when)
	return m.masking().document(s.d)
}

// section sets lines under a heading, or nothing where there are none.
func (s *setting) section(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	s.heading(2, title)
	list := document.List{}
	for _, text := range lines {
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: plain(text)}}})
	}
	s.add(list)
}

// askLines are the lines of the ask by what they are for.
type askLines struct{ say, goal, when []string }

// asked reads the ask of a pack, or proposes one where the pack has none, as
// that for a committee. The sentences to say are there whether or not the paper
// has them.
func (m *Material) asked(p journal.Pack) askLines {
	bullets := m.ask(p.Audience)
	if s := p.Section(SectionAsk); s != nil {
		bullets = s.Bullets
	}
	var a askLines
	for _, b := range bullets {
		text, part := m.textOf(b), strings.TrimPrefix(madeOf(b), fromAsk)
		spoken := part == askCourteous || part == askFirm
		if b.Out && !spoken || text == "" || !m.goesOut(b) {
			continue
		}
		switch part {
		case askGoal:
			a.goal = append(a.goal, text)
		case askWhen:
			a.when = append(a.when, text)
		default:
			a.say = append(a.say, text)
		}
	}
	if p.Given != nil && !p.Given.NextOn.IsZero() && !p.Given.NextOn.Before(m.Today) {
		a.when = append(a.when, fmt.Sprintf("We talk again on %s.", m.day(p.Given.NextOn, journal.ExactDay)))
	}
	return a
}

// strongest gives the first n lines that go out, of what the writer led first,
// then of the numbers and so on.
func (m *Material) strongest(p journal.Pack, n int) []string {
	var texts []string
	for _, key := range []string{SectionEvidence, SectionNumbers, SectionPeople, SectionUnseen} {
		s := p.Section(key)
		if s == nil {
			continue
		}
		for _, l := range m.linesOf(s, ByExpectation) {
			if len(texts) < n && !slices.Contains(texts, l.text) {
				texts = append(texts, l.text)
			}
		}
	}
	return texts
}

// NewManager is the sheet for somebody who does not know the writer yet: who I
// am, what I have shown, and what we had agreed, so that a promise does not
// leave with the manager who made it. The document "Going After That Management
// Position" has the manager look out for the writer in a later round; a new one
// can only do so who knows.
func NewManager(m Material, p journal.Pack) document.Book {
	var s setting
	s.section("Who I am", m.who())
	s.section("What I have shown", m.strongest(p, 6))
	if q := p.Section(SectionQuotes); q != nil {
		lines := m.linesOf(q, ByExpectation)
		s.lines(&m, lines[:min(2, len(lines))])
	}
	s.section("What we had agreed", m.agreed(p))
	if len(s.d.Blocks) == 0 {
		s = setting{d: nothingYet()}
	}
	return m.masking().book(document.Title{Text: "An introduction", Below: []string{periodWords(m.Period)}}, s.d)
}

// who says what the writer stands for, does and wants.
func (m *Material) who() []string {
	var lines []string
	if n := len(m.Plan.Purpose); n > 0 {
		if text := sentences(m.Plan.Purpose[n-1].StandFor, 2); text != "" {
			lines = append(lines, m.unlinked(text))
		}
	}
	for _, r := range []struct {
		says string
		role *journal.Role
	}{{"My role: ", m.Plan.CurrentRole}, {"What I am working toward: ", m.Plan.TargetRole}} {
		if r.role == nil || oneLine(r.role.Title) == "" {
			continue
		}
		text := r.says + ended(oneLine(r.role.Title))
		if what := sentences(r.role.Responsibilities, 2); what != "" {
			text += " " + what
		}
		lines = append(lines, m.unlinked(text))
	}
	return lines
}

// agreed lists what stands between the writer and a manager: the goals that are
// open, feedback to talk over again, and what came of the pack.
func (m *Material) agreed(p journal.Pack) []string {
	var lines []string
	if g := p.Given; g != nil && oneLine(g.Answer) != "" {
		text := "The answer when I asked: " + ended(oneLine(g.Answer))
		if !g.On.IsZero() {
			text = fmt.Sprintf("The answer when I asked on %s: %s", m.day(g.On, journal.ExactDay), ended(oneLine(g.Answer)))
		}
		lines = append(lines, m.unlinked(text))
	}
	if g := p.Given; g != nil && !g.NextOn.IsZero() && !g.NextOn.Before(m.Today) {
		lines = append(lines, fmt.Sprintf("To talk again on %s.", m.day(g.NextOn, journal.ExactDay)))
	}
	for _, g := range m.Plan.GoalsInOrder() {
		if !isOpen(g) || strings.TrimSpace(g.Text) == "" || g.Kind == "habit" || g.Kind == "learning" {
			continue // what somebody else has no part in
		}
		text := goalWord(g.Kind) + unended(Cut(sentences(g.Text, 1), longest))
		if !g.Due.IsZero() {
			text += ", by " + m.day(g.Due, journal.ExactDay)
		}
		lines = append(lines, m.unlinked(ended(text)))
	}
	return append(lines, m.followUps()...)
}

// followUps are the feedback that the writer works on and that is to be talked
// over again, what is due first in front.
func (m *Material) followUps() []string {
	var due []*piece
	for i := range m.pieces {
		if p := &m.pieces[i]; p.quote != "" && !p.followUpOn.IsZero() && p.state != journal.FeedbackFollowedUp {
			due = append(due, p)
		}
	}
	slices.SortStableFunc(due, func(a, b *piece) int { return a.followUpOn.Compare(b.followUpOn) })
	var lines []string
	for _, p := range due[:min(5, len(due))] {
		quote := withoutLinks(p.quote, func(string) bool { return true })
		if p.followUpOn.Before(m.Today) {
			lines = append(lines, fmt.Sprintf("Feedback that I still want to talk over: “%s”", quote))
			continue
		}
		lines = append(lines, fmt.Sprintf("Feedback to talk over on %s: “%s”", m.day(p.followUpOn, journal.ExactDay), quote))
	}
	return lines
}

// unlinked gives a text of the plan without links to entries.
func (m *Material) unlinked(text string) string {
	return withoutLinks(text, func(title string) bool { return m.titles[titleKey(title)] })
}
