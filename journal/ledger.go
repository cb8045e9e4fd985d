package journal

// FeedbackFilter chooses pieces of feedback for the ledger. The zero filter
// lets every piece pass.
type FeedbackFilter struct {
	State        string // one of FeedbackStates; feedback without a state is new
	Stance       string // one of Stances
	Giver        string // a person's ID, or a name that has none
	Since, Until Day    // of the entry
	DueBy        Day    // its follow-up stands on this day or before, and it is not followed up
	NeverActedOn bool   // no entry acts on it, and it is not followed up
	ActedOn      bool   // at least one entry acts on it
	NoPrivate    bool   // without the private ones
	Entry        ID     // this piece alone
}

// LedgerWindow is a part of the ledger, so that what shows of it can be read
// without the rest.
type LedgerWindow struct {
	Soon  Day // what is to be followed up by this day comes first
	Skip  int // the pieces before the first one
	Limit int // the most pieces
}

// LedgerGroup is where a piece of feedback stands in the ledger, by what it
// asks for.
type LedgerGroup int

// The groups of the ledger, in their order.
const (
	LedgerFollowUp   LedgerGroup = iota // to be followed up soon, or before
	LedgerWaiting                       // no entry acts on it yet
	LedgerActedOn                       // an entry acts on it
	LedgerFollowedUp                    // the writer met the giver again
	LedgerGroups     int         = iota // how many there are
)

// FeedbackLine is the short form of a piece of feedback.
type FeedbackLine struct {
	Line
	Giver        string // the name, whether it belongs to a person or not
	GiverID      ID     // "" where the name belongs to nobody in the journal
	Relationship string
	Channel      string
	Quote        string // at most 240 characters of it
	Stance       string
	State        string // one of FeedbackStates, never empty
	FollowUpOn   Day
	ActedOn      int // the entries that act on it
}

// Group tells where the piece stands in the ledger.
func (l *FeedbackLine) Group(soon Day) LedgerGroup {
	switch {
	case l.State == FeedbackFollowedUp:
		return LedgerFollowedUp
	case !l.FollowUpOn.IsZero() && !l.FollowUpOn.After(soon):
		return LedgerFollowUp
	case l.ActedOn > 0:
		return LedgerActedOn
	}
	return LedgerWaiting
}

// FeedbackCounts are the figures of the ledger.
type FeedbackCounts struct {
	All, Givers                 int
	Praise, Constructive, Mixed int
	New, Practising, FollowedUp int
	Due, NeverActedOn, ActedOn  int
	Practised                   int // acted on, and neither due nor followed up
	Quoted, Quoting             int // pieces with a verbatim quote, and the people who are quoted
}

// Groups tells how many pieces stand in each group of the ledger, where what is
// due was counted by the day that is soon.
func (c *FeedbackCounts) Groups() [LedgerGroups]int {
	return [LedgerGroups]int{
		LedgerFollowUp: c.Due, LedgerWaiting: c.All - c.Due - c.Practised - c.FollowedUp,
		LedgerActedOn: c.Practised, LedgerFollowedUp: c.FollowedUp,
	}
}

// ApplicationLine is the short form of an application, with its history.
type ApplicationLine struct {
	Line
	Position, Organisation string
	Route                  string
	Stages                 []Stage // in the order in which they were written, whatever their days; without Extra
	NextStep               string
	NextStepOn             Day
	Lessons                string
}

// PersonLine is a person and how often they stand in the journal.
type PersonLine struct {
	Person
	Feedback int // pieces of feedback they gave
	Entries  int // entries that name them, feedback included, each once
	Newest   Day // the day of the newest such entry
}

// EvidenceFilter chooses evidence.
type EvidenceFilter struct {
	Expectation  ID   // "" for all that are not retired
	Since, Until Day  // of the entry; a zero day is no limit
	NoPrivate    bool // without the private ones
}

// EvidenceLine is the short form of an entry that proves something.
type EvidenceLine struct {
	Line
	Strength Strength // the strongest, where the entry holds more than one proof
	Note     string   // why it supports it, as the writer put it
	Giver    string   // of feedback: who gave it, by name
	Quote    string   // of feedback: at most 240 characters of it
}

// EvidenceList is the evidence that passes an EvidenceFilter.
type EvidenceList struct {
	Lines   []EvidenceLine // the newest of them, newest first
	Entries int            // all of them, however many Lines there are
	People  int            // those who stand in them, whoever gave feedback included
}

// TimelineLine is the short form of an entry on the timeline.
type TimelineLine struct {
	Line
	Preview      string // the beginning of what it says, in whatever field, at most 400 characters of Markdown
	Giver        string // of feedback: who gave it, by name
	Quote        string // of feedback: at most 240 characters of it
	Place        string // of an application: the organisation, else the position
	Expectations []ID   // what it supports, in its own order, each once
}

// MilestoneKind says what a Milestone is about.
type MilestoneKind string

// What a milestone can be about.
const (
	MilestoneStage      MilestoneKind = "stage"       // an application reached a stage
	MilestoneActedOn    MilestoneKind = "acted-on"    // an entry acts on feedback, for the first time
	MilestoneFollowedUp MilestoneKind = "followed-up" // the writer met the giver of feedback again
	MilestoneGoal       MilestoneKind = "goal"        // a goal was met
	MilestoneReviewFrom MilestoneKind = "review-from" // the review period begins
	MilestoneReview     MilestoneKind = "review"      // the review period ends
	MilestoneRound      MilestoneKind = "round"       // the next promotion round
)

// Milestone is a date in the journal that tells how far the writer has come. An
// application that is only saved is none yet; of a piece of feedback there is
// one, the follow-up where there was one. That stands on the day it was planned
// for, else on the day of the feedback: nothing says when it was.
type Milestone struct {
	Kind   MilestoneKind
	Day    Day
	Entry  ID     // "" for those of the plan
	Name   string // who gave the feedback; the organisation, else the position; the goal in its words
	Stage  string // one of Stages
	Lesson bool   // the stage or the application has a lesson written down
}

// LinkKind says how one entry leads to another.
type LinkKind string

// The kinds of links from another entry to an entry, seen from the other one.
// Where several hold, the first counts.
const (
	LinkTo      LinkKind = "link"     // the other one links to the entry
	LinkActsOn  LinkKind = "acts-on"  // the other one acts on the entry, which is feedback
	LinkActedOn LinkKind = "acted-on" // the other one is feedback, and the entry acts on it
	LinkMention LinkKind = "mention"  // the other one's text names the entry's title in [[ ]]
)

// Link is another entry that leads to an entry.
type Link struct {
	Line
	By LinkKind
}

// Naming is who stands in one entry: the people in it, and who gave the
// feedback. Each is a person's ID or a name.
type Naming struct {
	People []Involved `json:"people,omitempty"`
	Giver  string     `json:"giver,omitempty"`
}

// DueKind says what is due.
type DueKind string

// What can be due.
const (
	DueFollowUp DueKind = "follow-up" // on a piece of feedback
	DueNextStep DueKind = "next-step" // of an application
	DueGoal     DueKind = "goal"
)

// Due is something the writer set a date for and has not done yet.
type Due struct {
	Kind DueKind
	ID   ID // of the entry, or of the goal
	On   Day
	Who  string // who gave the feedback, the organisation (else the position), or the person of the goal, by name
	Text string // the quote, the next step or the goal, at most 240 characters
}
