package journal

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxText is the longest text a field may hold, in bytes: about 170,000 words.
const MaxText = 1 << 20

// MaxTag is the longest tag, in letters.
const MaxTag = 200

// Validate tells whether the entry obeys the rules of the journal. What it
// answers is an Invalid that names the field. It does not look at what the
// entry refers to.
func (e *Entry) Validate() error {
	c := checker{}
	c.oneOf("kind", string(e.Kind), kindNames(), required)
	c.day("day", e.Day, required)
	c.oneOf("precision", string(e.Precision), []string{string(ExactDay), string(InMonth), string(InQuarter)}, required)
	c.text("title", e.Title)
	c.text("body", e.Body)
	for _, tag := range e.Tags {
		c.tag(tag)
	}
	if e.Prompt != nil {
		c.text("prompt.key", e.Prompt.Key)
		c.text("prompt.text", e.Prompt.Text)
	}
	for _, p := range e.People {
		c.named("people.person", p.Person)
		c.oneOf("people.role", p.Role, PersonRoles(), optional)
	}
	c.moment(e.Moment)
	c.feedback(e.Feedback)
	c.application(e.Application)
	for _, v := range e.Evidence {
		c.named("evidence.expectation", v.Expectation)
		c.strength("evidence.strength", v.Strength)
		c.text("evidence.note", v.Note)
	}
	c.ids("links", e.Links)
	for _, a := range e.Attachments {
		c.text("attachments.name", a.Name)
		c.text("attachments.type", a.Type)
		c.text("attachments.sha256", a.SHA256)
		c.text("attachments.url", a.URL)
	}
	return c.err
}

// Validate tells whether the expectation obeys the rules, as an Invalid.
func (x *Expectation) Validate() error {
	c := checker{}
	c.named("name", x.Name)
	c.texts("expectation", x.Text, x.Area, x.Source)
	return c.err
}

// Validate tells whether the person obeys the rules, as an Invalid.
func (p *Person) Validate() error {
	c := checker{}
	c.named("name", p.Name)
	c.oneOf("relationship", p.Relationship, Relationships(), optional)
	c.oneOf("support", p.Support, Supports(), optional)
	c.day("lastContact", p.LastContact, optional)
	c.texts("person", p.Matters, p.Notes)
	if up := p.LeadingUp; up != nil {
		c.texts("leadingUp", up.Needs...)
		c.texts("leadingUp", up.Offered, up.Received, up.StepBack)
	}
	return c.err
}

// Validate tells whether the question obeys the rules, as an Invalid.
func (p *OwnPrompt) Validate() error {
	c := checker{}
	c.named("text", p.Text)
	c.oneOf("kind", string(p.Kind), kindNames(), optional)
	c.text("element", p.Element)
	return c.err
}

// Validate tells whether the plan obeys the rules, as an Invalid.
func (p *Plan) Validate() error {
	c := checker{}
	for _, d := range []Day{p.ReviewFrom, p.ReviewUntil, p.NextRound} {
		c.day("plan", d, optional)
	}
	for _, u := range p.Purpose {
		c.texts("purpose", u.StandFor, u.LifeGoals, u.WhyFollow, u.WhyLead)
		c.day("purpose.since", u.Since, optional)
	}
	for _, r := range []*Role{p.CurrentRole, p.TargetRole} {
		if r != nil {
			c.texts("role", r.Title, r.Responsibilities, r.Expectations, r.Execution, r.Processes, r.Systems, r.Simpler)
		}
	}
	for _, g := range p.Goals {
		c.oneOf("goals.kind", g.Kind, GoalKinds(), optional)
		c.oneOf("goals.state", g.State, GoalStates(), optional)
		c.day("goals.due", g.Due, optional)
		c.texts("goals", g.Text, g.Notes, g.Person, g.Element, g.Result)
	}
	for _, m := range p.Metrics {
		c.texts("metrics", m.Name, m.Unit)
		for _, v := range m.Values {
			c.day("metrics.day", v.Day, required)
			c.number("metrics.value", v.Value)
		}
	}
	c.texts("dismissedPrompts", p.DismissedPrompts...)
	return c.err
}

// Validate tells whether the pack obeys the rules, as an Invalid.
func (p *Pack) Validate() error {
	c := checker{}
	c.text("title", p.Title)
	c.oneOf("audience", p.Audience, Audiences(), optional)
	for _, s := range p.Sections {
		c.texts("sections", s.Key, s.Title)
		for _, b := range s.Bullets {
			c.text("bullets.text", b.Text)
		}
	}
	if g := p.Given; g != nil {
		c.texts("given", g.To, g.Answer)
		c.day("given.on", g.On, optional)
		c.day("given.nextOn", g.NextOn, optional)
	}
	return c.err
}

const (
	required = true
	optional = false
)

// checker keeps the first rule that was broken.
type checker struct{ err error }

func (c *checker) fail(field, format string, args ...any) {
	if c.err == nil {
		c.err = invalid(field, format, args...)
	}
}

func (c *checker) text(field, s string) {
	switch {
	case len(s) > MaxText:
		c.fail(field, "This text is longer than one entry can hold (%d MB). Split it into several entries.", MaxText>>20)
	case !utf8.ValidString(s):
		c.fail(field, "This text is not valid UTF-8. Save it as UTF-8 and try again.")
	case strings.ContainsRune(s, 0):
		c.fail(field, "This text holds NUL bytes, so it looks like a binary file and not like writing.")
	}
}

func (c *checker) texts(field string, all ...string) {
	for _, s := range all {
		c.text(field, s)
	}
}

func (c *checker) named(field, s string) {
	c.text(field, s)
	if strings.TrimSpace(s) == "" {
		c.fail(field, "The field %q must not be empty.", field)
	}
}

func (c *checker) tag(tag string) {
	c.text("tags", tag)
	switch {
	case strings.TrimSpace(tag) == "":
		c.fail("tags", "A tag needs at least one letter.")
	case utf8.RuneCountInString(tag) > MaxTag:
		c.fail("tags", "A tag can hold at most %d letters.", MaxTag)
	case strings.ContainsAny(tag, "\n\r"):
		c.fail("tags", "A tag stands on one line.")
	}
}

func (c *checker) day(field string, d Day, needed bool) {
	switch {
	case d.IsZero() && needed:
		c.fail(field, "The field %q needs a date.", field)
	case !d.IsZero() && !d.Valid():
		c.fail(field, "There is no day %s in the calendar.", d)
	}
}

// number refuses what JSON cannot write.
func (c *checker) number(field string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		c.fail(field, "The field %q needs a number.", field)
	}
}

func (c *checker) ids(field string, ids []ID) {
	for _, id := range ids {
		c.text(field, string(id))
		if id == "" {
			c.fail(field, "The field %q needs the ID of an entry.", field)
		}
	}
}

func (c *checker) oneOf(field, value string, allowed []string, needed bool) {
	if value == "" && !needed || slices.Contains(allowed, value) {
		return
	}
	c.fail(field, "The field %q cannot be %q. Use one of: %s.", field, shorten(value, 40), strings.Join(allowed, ", "))
}

func (c *checker) strength(field string, s Strength) {
	if s != "" && s.Rank() == 0 {
		c.fail(field, "The field %q cannot be %q. Use one of: own-word, number, quote, artefact.", field, shorten(string(s), 40))
	}
}

func (c *checker) moment(m *Moment) {
	if m == nil {
		return
	}
	c.texts("moment", m.Situation, m.Task, m.Action, m.Result)
	if m.Impact != nil {
		c.texts("moment.impact", m.Impact.Text, m.Impact.Unit)
		if m.Impact.Value != nil {
			c.number("moment.impact.value", *m.Impact.Value)
		}
	}
	c.oneOf("moment.outcome", m.Outcome, Outcomes(), optional)
	c.oneOf("moment.change", m.Change, []string{Initiated, Supported}, optional)
}

func (c *checker) feedback(f *Feedback) {
	if f == nil {
		return
	}
	c.texts("feedback", f.Giver, f.Quote, f.Situation, f.Behaviour, f.Impact)
	c.oneOf("feedback.relationship", f.Relationship, Relationships(), optional)
	c.oneOf("feedback.channel", f.Channel, Channels(), optional)
	c.oneOf("feedback.stance", f.Stance, Stances(), optional)
	c.oneOf("feedback.state", f.State, FeedbackStates(), optional)
	c.day("feedback.followUpOn", f.FollowUpOn, optional)
	c.ids("feedback.actedOnIn", f.ActedOnIn)
}

func (c *checker) application(a *Application) {
	if a == nil {
		return
	}
	c.texts("application", a.Position, a.Organisation, a.NextStep, a.LooksFor, a.Lessons)
	c.oneOf("application.route", a.Route, Routes(), optional)
	c.day("application.nextStepOn", a.NextStepOn, optional)
	for _, s := range a.Stages {
		c.oneOf("application.stages.stage", s.Stage, StageNames(), required)
		c.day("application.stages.day", s.Day, optional)
		c.texts("application.stages", s.Note, s.Lesson)
	}
}

func kindNames() []string {
	names := make([]string, 0, 4)
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	return names
}

// shorten cuts s to about n bytes at a letter, for a sentence that names it.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
