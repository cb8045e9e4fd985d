package journal

import "time"

// Expectation is one thing the target role asks for.
type Expectation struct {
	ID      ID     `json:"id"`
	Name    string `json:"name"`
	Text    string `json:"text,omitempty"`
	Area    string `json:"area,omitempty"` // People, Delivery, Strategy and so on
	Order   int    `json:"order"`
	Source  string `json:"source,omitempty"` // the element of the catalogue, or the line of a career path, it came from
	Retired bool   `json:"retired"`
	Extra   Extra  `json:"-"`
}

// Person is somebody in the journal: who gave feedback, saw a moment, held an
// interview, helps or does not yet.
type Person struct {
	ID           ID         `json:"id"`
	Name         string     `json:"name"`
	Relationship string     `json:"relationship,omitempty"` // one of Relationships
	Matters      string     `json:"matters,omitempty"`      // what matters to them
	Support      string     `json:"support,omitempty"`      // one of Supports
	LastContact  Day        `json:"lastContact,omitzero"`
	Notes        string     `json:"notes,omitempty"`
	LeadingUp    *LeadingUp `json:"leadingUp,omitempty"`
	Extra        Extra      `json:"-"`
}

// Relationships lists what a person can be to the writer.
func Relationships() []string {
	return []string{Manager, LeaderAbove, Peer, "report", Mentor, Sponsor, "stakeholder", "friend-or-family"}
}

// The relationships that count for a promotion.
const (
	Manager     = "manager"
	LeaderAbove = "leader-above"
	Peer        = "peer"
	Mentor      = "mentor"
	Sponsor     = "sponsor"
)

// Supports lists how far a person supports the writer, most first.
func Supports() []string { return []string{Advocate, Supportive, Neutral, NotYet} }

// How far a person supports the writer.
const (
	Advocate   = "advocate" // speaks for the writer where the writer is not
	Supportive = "supportive"
	Neutral    = "neutral"
	NotYet     = "not-yet"
)

// LeadingUp is the sheet on one's own leader, after the document "Leading Up".
type LeadingUp struct {
	Needs    []string `json:"needs,omitempty"`
	Offered  string   `json:"offered,omitempty"`
	Received string   `json:"received,omitempty"`
	StepBack string   `json:"stepBack,omitempty"`
	Extra    Extra    `json:"-"`
}

// Plan is where the writer wants to go.
type Plan struct {
	Purpose          []Purpose `json:"purpose,omitempty"` // newest last; earlier ones are its history
	CurrentRole      *Role     `json:"currentRole,omitempty"`
	TargetRole       *Role     `json:"targetRole,omitempty"`
	ReviewFrom       Day       `json:"reviewFrom,omitzero"`
	ReviewUntil      Day       `json:"reviewUntil,omitzero"`
	NextRound        Day       `json:"nextRound,omitzero"` // of promotions
	Goals            []Goal    `json:"goals,omitempty"`
	Metrics          []Metric  `json:"metrics,omitempty"`
	DismissedPrompts []string  `json:"dismissedPrompts,omitempty"` // keys the user said "Not for me" to
	Extra            Extra     `json:"-"`
}

// Purpose is a career purpose as it was written on a day.
type Purpose struct {
	StandFor  string `json:"standFor,omitempty"`
	LifeGoals string `json:"lifeGoals,omitempty"`
	WhyFollow string `json:"whyFollow,omitempty"`
	WhyLead   string `json:"whyLead,omitempty"`
	Since     Day    `json:"since,omitzero"`
	Extra     Extra  `json:"-"`
}

// Role is the current or the target role.
type Role struct {
	Title            string `json:"title,omitempty"`
	Responsibilities string `json:"responsibilities,omitempty"`
	Expectations     string `json:"expectations,omitempty"`
	Execution        string `json:"execution,omitempty"`
	Processes        string `json:"processes,omitempty"`
	Systems          string `json:"systems,omitempty"`
	Simpler          string `json:"simpler,omitempty"`
	Extra            Extra  `json:"-"`
}

// Goal is one thing to reach.
type Goal struct {
	ID      ID     `json:"id"`
	Kind    string `json:"kind,omitempty"` // one of GoalKinds
	Text    string `json:"text,omitempty"`
	Notes   string `json:"notes,omitempty"`
	Person  string `json:"person,omitempty"`  // a person's ID, or a name that has none yet
	Element string `json:"element,omitempty"` // of the catalogue
	Due     Day    `json:"due,omitzero"`
	State   string `json:"state,omitempty"` // one of GoalStates
	Result  string `json:"result,omitempty"`
	Entries []ID   `json:"entries,omitempty"`
	Extra   Extra  `json:"-"`
}

// GoalKinds lists what a goal can be.
func GoalKinds() []string { return []string{"stretch", "certification", "learning", "ask", "habit"} }

// GoalStates lists how a goal can stand.
func GoalStates() []string { return []string{GoalOpen, GoalDone, GoalDropped} }

// The states of a goal. It is open while it is neither met nor dropped.
const (
	GoalOpen    = "open"
	GoalDone    = "done"
	GoalDropped = "dropped"
)

// Metric is something the writer measures, with its values over time.
type Metric struct {
	Name   string        `json:"name"`
	Unit   string        `json:"unit,omitempty"`
	Values []MetricValue `json:"values,omitempty"`
	Extra  Extra         `json:"-"`
}

// MetricValue is a metric's value on a day.
type MetricValue struct {
	Day   Day     `json:"day"`
	Value float64 `json:"value"`
	Extra Extra   `json:"-"`
}

// OwnPrompt is a question of the user's own.
type OwnPrompt struct {
	ID      ID     `json:"id"`
	Text    string `json:"text"`
	Kind    Kind   `json:"kind,omitempty"`
	Element string `json:"element,omitempty"` // of the catalogue
	Paused  bool   `json:"paused"`
	Extra   Extra  `json:"-"`
}

// Pack is an evidence pack: the promotion-ask list as it was built and edited.
type Pack struct {
	ID       ID        `json:"id"`
	Title    string    `json:"title,omitempty"`
	Audience string    `json:"audience,omitempty"` // one of Audiences
	Made     time.Time `json:"made,omitzero"`
	Sections []Section `json:"sections,omitempty"`
	Given    *Given    `json:"given,omitempty"`
	Extra    Extra     `json:"-"`
}

// Audiences lists whom a pack can be for.
func Audiences() []string { return []string{ForManager, ForSkipLevel, ForCommittee, ForMyself} }

// Whom a pack can be for.
const (
	ForManager   = "manager"
	ForSkipLevel = "skip-level" // the manager's manager
	ForCommittee = "committee"  // of a promotion round
	ForMyself    = "myself"     // everything; the default
)

// Section is one part of a pack.
type Section struct {
	Key     string   `json:"key"`
	Title   string   `json:"title,omitempty"`
	Bullets []Bullet `json:"bullets,omitempty"`
	Extra   Extra    `json:"-"`
}

// Bullet is one line of a pack and the entries behind it.
type Bullet struct {
	Text    string `json:"text,omitempty"`
	Edited  bool   `json:"edited"`
	Out     bool   `json:"out"`
	Entries []ID   `json:"entries,omitempty"`
	Extra   Extra  `json:"-"`
}

// Given is what came of a pack: to whom it went and what they said.
type Given struct {
	To          string `json:"to,omitempty"`
	On          Day    `json:"on,omitzero"`
	Answer      string `json:"answer,omitempty"`
	NextOn      Day    `json:"nextOn,omitzero"`
	Application ID     `json:"application,omitempty"` // the promotion round it belongs to
	Extra       Extra  `json:"-"`
}
