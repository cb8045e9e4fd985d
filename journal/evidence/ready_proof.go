package evidence

import (
	"strings"

	"groundwork/journal"
)

// quotes is that others say it, too. "Leading Up" says under "Build trust and
// relationship" that nothing is better than others speaking highly of you.
func (f *Facts) quotes() Check {
	n := f.FeedbackLately
	c := Check{Key: LineQuotes, Group: Proved, Element: "leading-up/how/build-trust", Have: n.Quoting, Need: enough}
	c.Pieces, c.People = n.Quoted, n.Quoting
	c.Next = Next{Kind: NextTry, Element: sevenSteps + "ask-feedback"}
	filter := f.lately()
	filter.Kinds, filter.Quoted = []journal.Kind{journal.FeedbackKind}, true
	c.Behind.Entries = &filter
	c.judge(n.Quoted > 0)
	return c
}

// numbers is results that translate to business value, as "Leader is not a
// Label" puts it: moments with a number and one of the five outcomes of "Going
// After That Management Position". Either of the two is a beginning.
func (f *Facts) numbers() Check {
	tied := f.MomentsLately.Tied()
	element := "label/seen-as-leader/deliver-value"
	c := Check{Key: LineNumbers, Group: Proved, Element: element, Have: tied.Numbered, Need: enough}
	c.Numbers, c.Moments, c.Outcomes = f.MomentsLately.Numbered, tied.Moments, len(f.MomentsLately.Outcomes)
	c.Next = Next{Kind: NextWrite, Element: element}
	filter := f.lately()
	filter.Outcomes, filter.Numbered = journal.Outcomes(), true
	c.Behind.Entries = &filter
	c.judge(c.Numbers > 0 || c.Moments > 0)
	return c
}

// feedback is that feedback is put into practice, and that the people who gave
// it are met again when that is due ("6. Ask for feedback").
func (f *Facts) feedback() Check {
	n := f.FeedbackLately
	element := sevenSteps + "ask-feedback"
	c := Check{Key: LineFeedback, Group: Proved, Element: element, Have: n.All - n.NeverActedOn, Need: enough}
	c.Pieces, c.People, c.ActedOn, c.Due = n.All, n.Givers, c.Have, n.Due
	p := f.Coverage.Period
	c.Behind.Feedback = &journal.FeedbackFilter{Since: p.From, Until: p.Until, NoPrivate: f.NoPrivate}
	c.judge(n.All > 0)
	if c.State == There && n.Due > 0 {
		c.State = Partly
	}
	c.Next = f.askFeedback().Next
	return c
}

// airCover is public support by an executive ("Aim to be a leader first"):
// advocates above the writer's own manager.
func (f *Facts) airCover() Check {
	element := leaderFirst + "air-cover"
	return f.supported(Check{Key: element, Group: LeaderFirst, Element: element}, func(p journal.Person) bool {
		return p.Relationship == "leader-above" || p.Relationship == "sponsor"
	})
}

// advocates is who knows what the writer wants, and speaks for it: "Becoming a
// Leader... with Purpose" asks under "People" who helps, and who should.
func (f *Facts) advocates() Check {
	return f.supported(Check{Key: LineAdvocates, Group: Proved, Element: "purpose/people/supporters"}, func(journal.Person) bool { return true })
}

// supported counts the advocates among some people. Whoever is supportive is a
// beginning, and the one to be won next is the one who is nearest to
// advocating.
func (f *Facts) supported(c Check, among func(journal.Person) bool) Check {
	c.Need = enough
	supportive := 0
	c.Next = Next{Kind: NextPlan, Field: FieldPeople, Element: c.Element}
	for _, support := range append(journal.Supports(), "") {
		for _, p := range f.People {
			if p.Support != support || !among(p) {
				continue
			}
			c.Behind.People = append(c.Behind.People, p.ID)
			c.People++
			switch support {
			case "advocate":
				c.Have++
				continue
			case "supportive":
				supportive++
			}
			if c.Next.Kind != NextPerson {
				c.Next = Next{Kind: NextPerson, ID: p.ID, Who: p.Name, Element: c.Element}
			}
		}
	}
	c.judge(supportive > 0)
	return c
}

// gaps is that every gap is named together with what is done about it: an open
// goal. "Becoming a Leader... with Purpose" has, under "People: Rituals",
// specific activities to gain what the role needs.
func (f *Facts) gaps() Check {
	c := Check{Key: LineGaps, Group: Proved, Element: "purpose/people/rituals", Need: f.Coverage.Totals.Gaps}
	c.Gaps = c.Need
	if f.Coverage.Totals.Expectations == 0 {
		return withoutExpectations(c)
	}
	for _, row := range f.Coverage.Rows() {
		if row.State != journal.Gap {
			continue
		}
		c.Behind.Expectations = append(c.Behind.Expectations, row.Expectation.ID)
		if goals := f.goalsFor(row.Expectation); len(goals) > 0 {
			c.Have++
			c.Behind.Goals = append(c.Behind.Goals, goals...)
		} else if c.Next.Kind == "" {
			c.Next = prove(row)
		}
	}
	c.judge(false)
	if c.State == There {
		c.Next = f.weakest()
	}
	return c
}

// goalsFor finds the open goals about an expectation: they came from the same
// element of the catalogue, or name it.
func (f *Facts) goalsFor(x journal.Expectation) []journal.ID {
	var ids []journal.ID
	for _, g := range f.Plan.Goals {
		if isOpen(g) && isAbout(g, x) {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

// isAbout tells whether a goal is about an expectation.
func isAbout(g journal.Goal, x journal.Expectation) bool {
	name := strings.ToLower(strings.TrimSpace(x.Name))
	return x.Source != "" && g.Element == x.Source || name != "" && strings.Contains(strings.ToLower(g.Text+"\n"+g.Notes), name)
}

// examples is a list of concrete examples ("Ask for it"), in all areas of the
// target role. What is more than the writer's own word is concrete.
func (f *Facts) examples() Check {
	element := asking + "examples"
	c := Check{Key: element, Group: Asking, Element: element, Need: len(f.Coverage.Areas)}
	c.Areas = c.Need
	if c.Need == 0 {
		return withoutExpectations(c)
	}
	for _, area := range f.Coverage.Areas {
		concrete := false
		for _, row := range area.Rows {
			c.Entries += row.Entries
			if row.Strongest.Rank() > journal.OwnWord.Rank() {
				concrete = true
				c.Behind.Expectations = append(c.Behind.Expectations, row.Expectation.ID)
			}
		}
		if concrete {
			c.Have++
		} else if c.Next.Kind == "" {
			c.Next = prove(area.Rows[0])
		}
	}
	c.judge(c.Entries > 0)
	if c.State == There {
		c.Next = f.weakest()
	}
	return c
}

// withoutExpectations is a line that cannot be told before the target role
// expects something.
func withoutExpectations(c Check) Check {
	c.State = Missing
	c.Next = Next{Kind: NextPlan, Field: FieldExpectations, Element: c.Element}
	return c
}

// weakest is to write about the expectation that needs most.
func (f *Facts) weakest() Next { return prove(f.Coverage.GapsFirst()[0]) }

func prove(row Row) Next {
	return Next{Kind: NextProve, ID: row.Expectation.ID, Text: row.Expectation.Name, Element: row.Expectation.Source}
}
