package evidence

import "groundwork/journal"

// Behind says what a figure was counted from, so that whoever sees it can look
// at it. What does not apply is nil or empty.
type Behind struct {
	Entries      *journal.Filter
	Feedback     *journal.FeedbackFilter
	Applications []journal.ID
	Goals        []journal.ID
	People       []journal.ID
	Expectations []journal.ID
}

// NextKind says what there is to do next.
type NextKind string

// What there can be to do next. It is never nothing.
const (
	NextGoal     NextKind = "goal"      // reach a goal: ID, Text, On where it has a day
	NextFollowUp NextKind = "follow-up" // meet again about feedback: ID of the entry, Who, Text of the quote, On
	NextAct      NextKind = "act"       // act on feedback on which no entry acts yet: FeedbackFilter.NeverActedOn finds it
	NextStep     NextKind = "next-step" // of an application: ID of the entry, Who, Text, On
	NextLesson   NextKind = "lesson"    // note what an application that is over taught: ID of the entry, Who
	NextWrite    NextKind = "write"     // write about the Element, by answering the Prompt where one is named
	NextProve    NextKind = "prove"     // write about an expectation: ID, Text is its name
	NextTry      NextKind = "try"       // do what the Element's "Try this" says
	NextPerson   NextKind = "person"    // win somebody's support: ID, Who
	NextPlan     NextKind = "plan"      // fill in a part of the plan: Field
)

// The parts of the plan that NextPlan names.
const (
	FieldExpectations = "expectations"
	FieldNextRound    = "nextRound"
	FieldPeople       = "people"
)

// Next is one thing to do.
type Next struct {
	Kind    NextKind
	ID      journal.ID
	Text    string // the user's own words
	Who     string // a name
	On      journal.Day
	Element string // of the catalogue
	Prompt  string // the key of a question of the catalogue
	Field   string // of the plan
}

// Late tells whether the day on which it was to be done is over.
func (n Next) Late(today journal.Day) bool { return !n.On.IsZero() && n.On.Before(today) }
