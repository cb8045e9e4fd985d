package evidence

import (
	"slices"

	"groundwork/journal"
)

// Check is one line of the checklist "Ready to ask?". It never says no: it
// says what is there.
//
// Its lines are the frameworks "Aim to be a leader first", what people start to
// notice and "Ask for it" of the document "Going After That Management
// Position", and between them what the other documents would have somebody
// show who asks: quotes, numbers, feedback acted on, advocates, and gaps with
// a plan. Entries and moments are those of the review period.
type Check struct {
	Key        string // the element of the catalogue that it asks for, or one of the Line keys
	Group      Group
	Element    string // of the catalogue: where it comes from
	State      CheckState
	Have, Need int // the rule: so many are there of so many that are enough
	Figures
	Next   Next
	Behind Behind
}

// The keys of the lines that are not one element of the catalogue.
const (
	LineQuotes    = "quotes"    // Have: people who are quoted
	LineNumbers   = "numbers"   // Have: moments with a number, tied to a business outcome
	LineFeedback  = "feedback"  // Have: pieces that were acted on
	LineAdvocates = "advocates" // Have: people who advocate
	LineGaps      = "gaps"      // Have: gaps with an open goal; Need: gaps
)

// Group is a part of the checklist.
type Group string

// The parts of the checklist, in its order.
const (
	LeaderFirst Group = "leader-first"
	Noticed     Group = "noticed"
	Proved      Group = "proof"
	Asking      Group = "asking"
)

// CheckState says how far a line of the checklist is there.
type CheckState string

// The states of a line.
const (
	There   CheckState = "there"
	Partly  CheckState = "partly"
	Missing CheckState = "missing"
)

// enough is how many entries, people or numbers make a line hold. One is
// chance: it is the measure by which an expectation with one entry is thin.
const enough = 2

// enoughMonths is in how many months of the review period there must be
// moments at the next level. "Aim to be a leader first" calls it work on top
// of one's own, and not rewarded at once: it has to last, here a quarter.
const enoughMonths = 3

// Ready tells what there is to show when the writer asks, line by line.
func Ready(f Facts) []Check {
	return []Check{
		f.cause(), f.counted(LeaderFirst, leaderFirst+"rally", NextTry), f.airCover(), f.nextLevel(),
		f.counted(Noticed, noticed+"knowledge-sharing", NextTry), f.counted(Noticed, noticed+"coaching", NextTry),
		f.counted(Noticed, noticed+"problem-solving", NextWrite), f.businessSense(),
		f.quotes(), f.numbers(), f.feedback(), f.advocates(), f.gaps(),
		f.examples(), f.stretchGoal(), f.counted(Asking, asking+"courteous-firm", NextTry), f.nextRound(), f.moveOn(),
	}
}

// HelpsMost orders the lines that do not hold yet by what helps most next. The
// order is that of the document: be a leader first, then be noticed, then
// have the proof, then ask; in each part what is missing goes before what is
// partly there.
func HelpsMost(checks []Check) []Check {
	var open []Check
	for _, group := range []Group{LeaderFirst, Noticed, Proved, Asking} {
		for _, state := range []CheckState{Missing, Partly} {
			for _, c := range checks {
				if c.Group == group && c.State == state {
					open = append(open, c)
				}
			}
		}
	}
	return open
}

// judge sets the state: there where Have is enough, missing where there is
// neither any nor a beginning.
func (c *Check) judge(beginning bool) {
	switch {
	case c.Have >= c.Need:
		c.State = There
	case c.Have > 0 || beginning:
		c.State = Partly
	default:
		c.State = Missing
	}
}

// counted is a line that entries show which answer its questions, or support
// an expectation that asks for it.
func (f *Facts) counted(g Group, element string, next NextKind) Check {
	c := Check{Key: element, Group: g, Element: element, Need: enough, Next: Next{Kind: next, Element: element}}
	c.Entries = f.ShownLately[element].Entries
	c.Have = c.Entries
	filter := f.lately()
	filter.Shows = checkShows()[element]
	c.Behind.Entries = &filter
	c.judge(false)
	return c
}

// cause is "find the cause you're most passionate about": what the writer
// stands for is its beginning.
func (f *Facts) cause() Check {
	c := f.counted(LeaderFirst, leaderFirst+"cause", NextWrite)
	n := len(f.Plan.Purpose)
	c.judge(n > 0 && f.Plan.Purpose[n-1].StandFor != "")
	return c
}

// nextLevel is acting on the next level of the career ladder: moments that
// show what the target role expects, in enough months.
func (f *Facts) nextLevel() Check {
	c := f.counted(LeaderFirst, leaderFirst+"next-level", NextTry)
	c.Have, c.Need = f.ProvingMonths, max(1, min(enoughMonths, f.Coverage.Period.Months()))
	c.Moments, c.Months = f.Proving, f.ProvingMonths
	if c.Have > 0 {
		filter := f.proving()
		c.Behind.Entries = &filter
	}
	c.judge(c.Entries > 0)
	return c
}

// businessSense is how the work ties to what companies care about: moments
// with one of the five business outcomes.
func (f *Facts) businessSense() Check {
	c := f.counted(Noticed, noticed+"business-sense", NextTry)
	c.Moments, c.Outcomes = f.MomentsLately.Tied().Moments, len(f.MomentsLately.Outcomes)
	c.Have = c.Moments
	if c.Have > 0 {
		filter := f.lately()
		filter.Outcomes = journal.Outcomes()
		c.Behind.Entries = &filter
	}
	c.judge(c.Entries > 0)
	return c
}

// stretchGoal is to ask the manager for a stretch goal: chosen is one half,
// and the other that it was asked for, which an entry linked to it tells, or
// that it is reached.
func (f *Facts) stretchGoal() Check {
	element := asking + "stretch-goal"
	c := Check{Key: element, Group: Asking, Element: element, Need: 2, Next: Next{Kind: NextTry, Element: element}}
	for _, g := range f.Plan.Goals {
		if g.Kind != "stretch" || g.State == goalDropped {
			continue
		}
		c.Chosen++
		c.Behind.Goals = append(c.Behind.Goals, g.ID)
		c.Have = max(c.Have, 1)
		if g.State == goalDone || len(g.Entries) > 0 {
			c.Have = 2
		}
		if isOpen(g) && c.Next.Kind != NextGoal {
			c.Next = f.goalNext(g)
		}
	}
	c.judge(false)
	return c
}

// nextRound is that the next promotion round is known: by the plan, or by a
// promotion round among the applications with something ahead.
func (f *Facts) nextRound() Check {
	element := asking + "next-round"
	c := Check{Key: element, Group: Asking, Element: element, Need: 1, Next: Next{Kind: NextPlan, Field: FieldNextRound, Element: element}}
	round := f.Plan.NextRound
	for _, l := range f.Applications {
		if l.Route != journal.RoutePromotionRound || f.ended(l) {
			continue
		}
		c.Open++
		c.Behind.Applications = append(c.Behind.Applications, l.ID)
		if on := f.aheadOf(l); round.Before(f.Today) && !on.IsZero() {
			round = on
		}
	}
	if !round.IsZero() && !round.Before(f.Today) {
		c.Have, c.Days = 1, f.Today.DaysUntil(round)
	}
	c.judge(!round.IsZero() || c.Open > 0 || f.ShownLately[element].Entries > 0)
	return c
}

// aheadOf gives the first day from today on that stands in an application.
func (f *Facts) aheadOf(l journal.ApplicationLine) journal.Day {
	days := []journal.Day{l.NextStepOn}
	for _, s := range l.Stages {
		days = append(days, s.Day)
	}
	days = slices.DeleteFunc(days, func(d journal.Day) bool { return d.IsZero() || d.Before(f.Today) })
	if len(days) == 0 {
		return journal.Day{}
	}
	return slices.MinFunc(days, journal.Day.Compare)
}

// moveOn is where to look if the answer is no: an application elsewhere, or a
// goal with a day.
func (f *Facts) moveOn() Check {
	c := f.counted(Asking, asking+"move-on", NextTry)
	c.Have, c.Need = 0, 1
	for _, l := range f.Applications {
		if l.Route != journal.RoutePromotionRound && !f.ended(l) {
			c.Open++
			c.Behind.Applications = append(c.Behind.Applications, l.ID)
		}
	}
	c.Have = c.Open
	for _, g := range f.Plan.Goals {
		if g.Element != c.Element || g.State == goalDropped {
			continue
		}
		c.Chosen++
		c.Behind.Goals = append(c.Behind.Goals, g.ID)
		if !g.Due.IsZero() {
			c.Have++
		}
	}
	c.judge(c.Entries > 0 || c.Chosen > 0)
	return c
}
