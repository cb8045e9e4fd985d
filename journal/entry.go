package journal

import (
	"reflect"
	"slices"
	"time"

	"github.com/google/uuid"
)

// ID names one thing of the journal: a UUID in its lower-case text form.
type ID string

// IsID tells whether what names a thing is an ID, and not a name.
func IsID(ref string) bool { return uuid.Validate(ref) == nil }

// Kind says what an entry is.
type Kind string

// The kinds of an entry.
const (
	Reflection      Kind = "reflection"  // free text
	MomentKind      Kind = "moment"      // a leadership moment: situation, task, action, result
	FeedbackKind    Kind = "feedback"    // feedback received
	ApplicationKind Kind = "application" // an application, or a promotion round
)

// Kinds lists every kind, in the order in which the window shows them.
func Kinds() []Kind { return []Kind{Reflection, MomentKind, FeedbackKind, ApplicationKind} }

// Entry is one dated piece of writing. A part that belongs to another kind
// than the entry's own is kept out of sight and comes back if the kind does.
type Entry struct {
	ID        ID        `json:"id"`
	Kind      Kind      `json:"kind"`
	Day       Day       `json:"day"`
	Precision Precision `json:"precision"`
	Created   time.Time `json:"created"` // with the offset of the place it was written at
	Updated   time.Time `json:"updated"`
	Title     string    `json:"title"`
	Body      string    `json:"body"` // Markdown, kept byte for byte
	Tags      []string  `json:"tags"` // in the user's order; may hold spaces and "/"
	Private   bool      `json:"private"`
	Starred   bool      `json:"starred"`

	Prompt      *Asked       `json:"prompt,omitempty"` // the question it answers
	People      []Involved   `json:"people,omitempty"`
	Moment      *Moment      `json:"moment,omitempty"`
	Feedback    *Feedback    `json:"feedback,omitempty"`
	Application *Application `json:"application,omitempty"`
	Evidence    []Evidence   `json:"evidence,omitempty"`
	Links       []ID         `json:"links,omitempty"`
	Attachments []Attachment `json:"attachments,omitempty"`

	Extra Extra `json:"-"` // fields of the JSON that this version does not know

	// Revision counts the saves of the entry: 0 while it is not stored yet. A
	// save must start from the stored revision, else it is an ErrConflict.
	Revision int64 `json:"-"`

	// Typing says that a name in the entry is still being typed: nobody is
	// looked up or made of it, and it is kept as it stands.
	Typing bool `json:"-"`
}

// Asked is a prompt as it was asked: its key may go from the catalogue, its
// text stays.
type Asked struct {
	Key   string `json:"key"`
	Text  string `json:"text"`
	Extra Extra  `json:"-"`
}

// Involved is a person's part in an entry.
type Involved struct {
	Person string `json:"person"`         // a person's ID, or a name that has none yet
	Role   string `json:"role,omitempty"` // one of PersonRoles
	Extra  Extra  `json:"-"`
}

// PersonRoles lists what a person can be in an entry.
func PersonRoles() []string { return []string{"saw", "helped", "interviewer", "involved"} }

// Moment is a leadership moment in its parts: situation, task, action, result
// (STAR), and what it changed.
type Moment struct {
	Situation string  `json:"situation,omitempty"`
	Task      string  `json:"task,omitempty"`
	Action    string  `json:"action,omitempty"`
	Result    string  `json:"result,omitempty"`
	Impact    *Impact `json:"impact,omitempty"`
	Outcome   string  `json:"outcome,omitempty"` // one of Outcomes
	Change    string  `json:"change,omitempty"`  // "initiated" or "supported"
	Extra     Extra   `json:"-"`
}

// Impact is what changed, with a number and its unit where there is one.
type Impact struct {
	Text  string   `json:"text,omitempty"`
	Value *float64 `json:"value,omitempty"`
	Unit  string   `json:"unit,omitempty"`
	Extra Extra    `json:"-"`
}

// Blank tells whether nothing is written in the moment.
func (m *Moment) Blank() bool {
	if m == nil {
		return true
	}
	c := *m
	if empty(c.Impact) {
		c.Impact = nil
	}
	return empty(&c)
}

// Outcomes lists the five business outcomes of a moment, from the document
// "Going After That Management Position".
func Outcomes() []string {
	return []string{"revenue", "costs", "new-business", "existing-business", "shareholder-value"}
}

// Changes of a moment: who set the change in motion.
const (
	Initiated = "initiated"
	Supported = "supported"
)

// Feedback is feedback received, in the words of whoever gave it and in its
// parts: situation, behaviour, impact (SBI).
type Feedback struct {
	Giver        string `json:"giver,omitempty"`        // a person's ID, or a name that has none yet
	Relationship string `json:"relationship,omitempty"` // one of Relationships
	Channel      string `json:"channel,omitempty"`      // one of Channels
	Quote        string `json:"quote,omitempty"`        // verbatim
	Stance       string `json:"stance,omitempty"`       // one of Stances
	Requested    *bool  `json:"requested,omitempty"`    // asked for, or not; nil when unknown
	Situation    string `json:"situation,omitempty"`
	Behaviour    string `json:"behaviour,omitempty"`
	Impact       string `json:"impact,omitempty"`
	FollowUpOn   Day    `json:"followUpOn,omitzero"`
	State        string `json:"state,omitempty"` // one of FeedbackStates
	ActedOnIn    []ID   `json:"actedOnIn,omitempty"`
	Extra        Extra  `json:"-"`
}

// Channels lists the ways in which feedback comes.
func Channels() []string { return []string{"talk", "review", "message", "survey", "other"} }

// Stances lists what feedback can be.
func Stances() []string { return []string{"praise", "constructive", "mixed"} }

// FeedbackStates lists how far feedback has come, in order.
func FeedbackStates() []string { return []string{FeedbackNew, FeedbackPractising, FeedbackFollowedUp} }

// Application is an application or a promotion round.
type Application struct {
	Position     string  `json:"position,omitempty"`
	Organisation string  `json:"organisation,omitempty"`
	Route        string  `json:"route,omitempty"` // one of Routes
	Stages       []Stage `json:"stages,omitempty"`
	NextStep     string  `json:"nextStep,omitempty"`
	NextStepOn   Day     `json:"nextStepOn,omitzero"`
	LooksFor     string  `json:"looksFor,omitempty"` // what the organisation looks for
	Lessons      string  `json:"lessons,omitempty"`
	Extra        Extra   `json:"-"`
}

// Routes lists the ways into a role.
func Routes() []string {
	return []string{RoutePromotionRound, RouteInternal, RouteExternal, RouteVolunteer}
}

// Stage is one step of an application.
type Stage struct {
	Stage  string `json:"stage"` // one of StageNames
	Day    Day    `json:"day,omitzero"`
	Note   string `json:"note,omitempty"`
	Lesson string `json:"lesson,omitempty"`
	Extra  Extra  `json:"-"`
}

// StageNames lists the stages of an application.
func StageNames() []string {
	return []string{
		StageSaved, "applied", "screening", "interview", "decision", StageOffer,
		StageAccepted, StageRejected, StageWithdrawn, StageSilent,
	}
}

// Evidence says that the entry supports an expectation.
type Evidence struct {
	Expectation string   `json:"expectation"`        // an expectation's ID, or a name that has none yet
	Strength    Strength `json:"strength,omitempty"` // proposed when absent
	Chosen      bool     `json:"chosen"`             // the user set the strength
	Note        string   `json:"note,omitempty"`
	Extra       Extra    `json:"-"`
}

// Attachment is a document that belongs to the entry: a file kept in the
// journal's folder, or a web address that is never fetched.
type Attachment struct {
	Name   string `json:"name,omitempty"`
	Type   string `json:"type,omitempty"`   // media type
	SHA256 string `json:"sha256,omitempty"` // of the file's content, in hex
	URL    string `json:"url,omitempty"`
	Extra  Extra  `json:"-"`
}

// Blank tells whether nothing was written into the entry yet. Choosing a kind,
// a prompt or a day is not writing, and neither is opening a part that stays
// empty.
func (e *Entry) Blank() bool {
	return e.Title == "" && e.Body == "" && len(e.Tags) == 0 && !e.Starred && len(e.People) == 0 &&
		e.Moment.Blank() && empty(e.Feedback) && empty(e.Application) &&
		len(e.Evidence) == 0 && len(e.Links) == 0 && len(e.Attachments) == 0 && len(e.Extra) == 0
}

// empty tells whether a part is absent or holds nothing.
func empty[T any](part *T) bool { return part == nil || reflect.ValueOf(*part).IsZero() }

// clone copies the entry, so that a change to a slice or a part of the one is
// not seen in the other. Extra is shared: nobody changes it in place.
func (e *Entry) clone() Entry {
	c := *e
	c.Tags = slices.Clone(e.Tags)
	c.Prompt = clonePart(e.Prompt)
	c.People = slices.Clone(e.People)
	if c.Moment = clonePart(e.Moment); c.Moment != nil {
		if c.Moment.Impact = clonePart(c.Moment.Impact); c.Moment.Impact != nil {
			c.Moment.Impact.Value = clonePart(c.Moment.Impact.Value)
		}
	}
	if c.Feedback = clonePart(e.Feedback); c.Feedback != nil {
		c.Feedback.Requested = clonePart(c.Feedback.Requested)
		c.Feedback.ActedOnIn = slices.Clone(c.Feedback.ActedOnIn)
	}
	if c.Application = clonePart(e.Application); c.Application != nil {
		c.Application.Stages = slices.Clone(c.Application.Stages)
	}
	c.Evidence = slices.Clone(e.Evidence)
	c.Links = slices.Clone(e.Links)
	c.Attachments = slices.Clone(e.Attachments)
	return c
}

func clonePart[T any](part *T) *T {
	if part == nil {
		return nil
	}
	c := *part
	return &c
}
