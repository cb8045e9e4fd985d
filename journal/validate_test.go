package journal_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// sentence gives the field and the sentence of a broken rule.
func sentence(t *testing.T, err error) (field, what string) {
	t.Helper()
	var wrong *journal.Invalid
	if !errors.As(err, &wrong) || !errors.Is(err, journal.ErrInvalid) {
		t.Fatalf("%v is not an Invalid", err)
	}
	return wrong.Field, wrong.Problem
}

func validEntry(t testing.TB) journal.Entry {
	return journal.Entry{Kind: journal.Reflection, Day: mustDay(t, "2026-11-20"), Precision: journal.ExactDay, Body: "x"}
}

func TestEntryThatBreaksARuleIsRefusedInASentence(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name        string
		change      func(*journal.Entry)
		field, what string
	}{
		{
			"no kind", func(e *journal.Entry) { e.Kind = "" }, "kind",
			`The field "kind" cannot be "". Use one of: reflection, moment, feedback, application.`,
		},
		{
			"another kind", func(e *journal.Entry) { e.Kind = "essay" }, "kind",
			`The field "kind" cannot be "essay". Use one of: reflection, moment, feedback, application.`,
		},
		{"no day", func(e *journal.Entry) { e.Day = journal.Day{} }, "day", `The field "day" needs a date.`},
		{
			"no such day", func(e *journal.Entry) { e.Day = journal.Day{Year: 2026, Month: 2, Date: 30} }, "day",
			"There is no day 2026-02-30 in the calendar.",
		},
		{
			"another precision", func(e *journal.Entry) { e.Precision = "week" }, "precision",
			`The field "precision" cannot be "week". Use one of: day, month, quarter.`,
		},
		{"blank tag", func(e *journal.Entry) { e.Tags = []string{"ok", " \t"} }, "tags", "A tag needs at least one letter."},
		{"tag on two lines", func(e *journal.Entry) { e.Tags = []string{"a\nb"} }, "tags", "A tag stands on one line."},
		{"long tag", func(e *journal.Entry) { e.Tags = []string{strings.Repeat("д", 201)} }, "tags", "A tag can hold at most 200 letters."},
		{
			"nameless person", func(e *journal.Entry) { e.People = []journal.Involved{{Person: " "}} }, "people.person",
			`The field "people.person" must not be empty.`,
		},
		{
			"another role", func(e *journal.Entry) { e.People = []journal.Involved{{Person: "L", Role: "boss"}} }, "people.role",
			`The field "people.role" cannot be "boss". Use one of: saw, helped, interviewer, involved.`,
		},
		{
			"another outcome", func(e *journal.Entry) { e.Moment = &journal.Moment{Outcome: "fame"} }, "moment.outcome",
			`The field "moment.outcome" cannot be "fame". Use one of: revenue, costs, new-business, existing-business, shareholder-value.`,
		},
		{
			"another change", func(e *journal.Entry) { e.Moment = &journal.Moment{Change: "none"} }, "moment.change",
			`The field "moment.change" cannot be "none". Use one of: initiated, supported.`,
		},
		{
			"no number", func(e *journal.Entry) { e.Moment = &journal.Moment{Impact: &journal.Impact{Value: &nan}} }, "moment.impact.value",
			`The field "moment.impact.value" needs a number.`,
		},
		{
			"another relationship", func(e *journal.Entry) { e.Feedback = &journal.Feedback{Relationship: "cat"} }, "feedback.relationship",
			`The field "feedback.relationship" cannot be "cat". Use one of: manager, leader-above, peer, report, mentor, sponsor, stakeholder, friend-or-family.`,
		},
		{
			"another channel", func(e *journal.Entry) { e.Feedback = &journal.Feedback{Channel: "pigeon"} }, "feedback.channel",
			`The field "feedback.channel" cannot be "pigeon". Use one of: talk, review, message, survey, other.`,
		},
		{
			"another stance", func(e *journal.Entry) { e.Feedback = &journal.Feedback{Stance: "meh"} }, "feedback.stance",
			`The field "feedback.stance" cannot be "meh". Use one of: praise, constructive, mixed.`,
		},
		{
			"another state", func(e *journal.Entry) { e.Feedback = &journal.Feedback{State: "lost"} }, "feedback.state",
			`The field "feedback.state" cannot be "lost". Use one of: new, practising, followed-up.`,
		},
		{"no such follow-up", func(e *journal.Entry) {
			e.Feedback = &journal.Feedback{FollowUpOn: journal.Day{Year: 2026, Month: 4, Date: 31}}
		}, "feedback.followUpOn", "There is no day 2026-04-31 in the calendar."},
		{
			"acted on nowhere", func(e *journal.Entry) { e.Feedback = &journal.Feedback{ActedOnIn: []journal.ID{""}} }, "feedback.actedOnIn",
			`The field "feedback.actedOnIn" needs the ID of an entry.`,
		},
		{
			"another route", func(e *journal.Entry) { e.Application = &journal.Application{Route: "luck"} }, "application.route",
			`The field "application.route" cannot be "luck". Use one of: promotion-round, internal, external, volunteer.`,
		},
		{
			"stage without a name", func(e *journal.Entry) { e.Application = &journal.Application{Stages: []journal.Stage{{}}} }, "application.stages.stage",
			`The field "application.stages.stage" cannot be "". Use one of: saved, applied, screening, interview, decision, offer, accepted, rejected, withdrawn, silent.`,
		},
		{"no such stage day", func(e *journal.Entry) {
			e.Application = &journal.Application{Stages: []journal.Stage{{Stage: "saved", Day: journal.Day{Year: 1}}}}
		}, "application.stages.day", "There is no day 0001-00-00 in the calendar."},
		{"no such next step", func(e *journal.Entry) {
			e.Application = &journal.Application{NextStepOn: journal.Day{Year: 2026, Month: 6, Date: 31}}
		}, "application.nextStepOn", "There is no day 2026-06-31 in the calendar."},
		{
			"evidence for nothing", func(e *journal.Entry) { e.Evidence = []journal.Evidence{{}} }, "evidence.expectation",
			`The field "evidence.expectation" must not be empty.`,
		},
		{"another strength", func(e *journal.Entry) {
			e.Evidence = []journal.Evidence{{Expectation: "x", Strength: "huge"}}
		}, "evidence.strength", `The field "evidence.strength" cannot be "huge". Use one of: own-word, number, quote, artefact.`},
		{"link to nothing", func(e *journal.Entry) { e.Links = []journal.ID{""} }, "links", `The field "links" needs the ID of an entry.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := validEntry(t)
			c.change(&e)
			if field, what := sentence(t, e.Validate()); field != c.field || what != c.what {
				t.Errorf("got %s: %s\nwant %s: %s", field, what, c.field, c.what)
			}
		})
	}
}

// TestBadTextIsRefusedInEveryField puts each kind of bad text into each text
// field of an entry.
func TestBadTextIsRefusedInEveryField(t *testing.T) {
	fields := map[string]func(*journal.Entry, string){
		"title":       func(e *journal.Entry, s string) { e.Title = s },
		"body":        func(e *journal.Entry, s string) { e.Body = s },
		"tag":         func(e *journal.Entry, s string) { e.Tags = []string{s} },
		"prompt key":  func(e *journal.Entry, s string) { e.Prompt = &journal.Asked{Key: s} },
		"prompt text": func(e *journal.Entry, s string) { e.Prompt = &journal.Asked{Text: s} },
		"person":      func(e *journal.Entry, s string) { e.People = []journal.Involved{{Person: s}} },
		"situation":   func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Situation: s} },
		"task":        func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Task: s} },
		"action":      func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Action: s} },
		"result":      func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Result: s} },
		"impact":      func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Impact: &journal.Impact{Text: s}} },
		"unit":        func(e *journal.Entry, s string) { e.Moment = &journal.Moment{Impact: &journal.Impact{Unit: s}} },
		"giver":       func(e *journal.Entry, s string) { e.Feedback = &journal.Feedback{Giver: s} },
		"quote":       func(e *journal.Entry, s string) { e.Feedback = &journal.Feedback{Quote: s} },
		"SBI":         func(e *journal.Entry, s string) { e.Feedback = &journal.Feedback{Situation: s} },
		"behaviour":   func(e *journal.Entry, s string) { e.Feedback = &journal.Feedback{Behaviour: s} },
		"its impact":  func(e *journal.Entry, s string) { e.Feedback = &journal.Feedback{Impact: s} },
		"acted on in": func(e *journal.Entry, s string) {
			e.Feedback = &journal.Feedback{ActedOnIn: []journal.ID{journal.ID(s)}}
		},
		"position":     func(e *journal.Entry, s string) { e.Application = &journal.Application{Position: s} },
		"organisation": func(e *journal.Entry, s string) { e.Application = &journal.Application{Organisation: s} },
		"next step":    func(e *journal.Entry, s string) { e.Application = &journal.Application{NextStep: s} },
		"looks for":    func(e *journal.Entry, s string) { e.Application = &journal.Application{LooksFor: s} },
		"lessons":      func(e *journal.Entry, s string) { e.Application = &journal.Application{Lessons: s} },
		"stage note": func(e *journal.Entry, s string) {
			e.Application = &journal.Application{Stages: []journal.Stage{{Stage: "saved", Note: s}}}
		},
		"stage lesson": func(e *journal.Entry, s string) {
			e.Application = &journal.Application{Stages: []journal.Stage{{Stage: "saved", Lesson: s}}}
		},
		"expectation": func(e *journal.Entry, s string) { e.Evidence = []journal.Evidence{{Expectation: s}} },
		"note":        func(e *journal.Entry, s string) { e.Evidence = []journal.Evidence{{Expectation: "x", Note: s}} },
		"link":        func(e *journal.Entry, s string) { e.Links = []journal.ID{journal.ID(s)} },
		"file name":   func(e *journal.Entry, s string) { e.Attachments = []journal.Attachment{{Name: s}} },
		"media type":  func(e *journal.Entry, s string) { e.Attachments = []journal.Attachment{{Type: s}} },
		"checksum":    func(e *journal.Entry, s string) { e.Attachments = []journal.Attachment{{SHA256: s}} },
		"address":     func(e *journal.Entry, s string) { e.Attachments = []journal.Attachment{{URL: s}} },
	}
	bad := map[string]string{
		"ten\x00bytes":                         "This text holds NUL bytes, so it looks like a binary file and not like writing.",
		"caf\xe9":                              "This text is not valid UTF-8. Save it as UTF-8 and try again.",
		strings.Repeat("x", journal.MaxText+1): "This text is longer than one entry can hold (1 MB). Split it into several entries.",
	}
	for name, put := range fields {
		for text, want := range bad {
			e := validEntry(t)
			put(&e, text)
			if _, what := sentence(t, e.Validate()); what != want {
				t.Errorf("%.10q as the %s: %s", text, name, what)
			}
		}
	}
}

func TestTextOfAMegabyteIsAccepted(t *testing.T) {
	e := validEntry(t)
	e.Body = strings.Repeat("x", journal.MaxText)
	if err := e.Validate(); err != nil {
		t.Error(err)
	}
}

func TestTagIsMeasuredInLetters(t *testing.T) {
	e := validEntry(t)
	e.Tags = []string{strings.Repeat("д", journal.MaxTag), "two words/and a slash "}
	if err := e.Validate(); err != nil {
		t.Error(err)
	}
}

func TestAnyEntryOfTheRulesIsValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEntry().Draw(t, "entry")
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOtherThingsThatBreakARuleAreRefused(t *testing.T) {
	noDay := journal.Day{Year: 2026, Month: 2, Date: 30}
	for _, c := range []struct {
		thing       interface{ Validate() error }
		field, what string
	}{
		{&journal.Expectation{Name: " "}, "name", `The field "name" must not be empty.`},
		{&journal.Expectation{Name: "x", Text: "\x00"}, "expectation", "This text holds NUL bytes, so it looks like a binary file and not like writing."},
		{&journal.Person{}, "name", `The field "name" must not be empty.`},
		{&journal.Person{Name: "L", Relationship: "cat"}, "relationship", `The field "relationship" cannot be "cat". Use one of: manager, leader-above, peer, report, mentor, sponsor, stakeholder, friend-or-family.`},
		{&journal.Person{Name: "L", Support: "foe"}, "support", `The field "support" cannot be "foe". Use one of: advocate, supportive, neutral, not-yet.`},
		{&journal.Person{Name: "L", LastContact: noDay}, "lastContact", "There is no day 2026-02-30 in the calendar."},
		{&journal.Person{Name: "L", LeadingUp: &journal.LeadingUp{Needs: []string{"\xff"}}}, "leadingUp", "This text is not valid UTF-8. Save it as UTF-8 and try again."},
		{&journal.OwnPrompt{Text: ""}, "text", `The field "text" must not be empty.`},
		{&journal.OwnPrompt{Text: "?", Kind: "essay"}, "kind", `The field "kind" cannot be "essay". Use one of: reflection, moment, feedback, application.`},
		{&journal.Plan{NextRound: noDay}, "plan", "There is no day 2026-02-30 in the calendar."},
		{&journal.Plan{Purpose: []journal.Purpose{{Since: noDay}}}, "purpose.since", "There is no day 2026-02-30 in the calendar."},
		{&journal.Plan{TargetRole: &journal.Role{Simpler: "\xff"}}, "role", "This text is not valid UTF-8. Save it as UTF-8 and try again."},
		{&journal.Plan{Goals: []journal.Goal{{Kind: "wish"}}}, "goals.kind", `The field "goals.kind" cannot be "wish". Use one of: stretch, certification, learning, ask, habit.`},
		{&journal.Plan{Goals: []journal.Goal{{State: "lost"}}}, "goals.state", `The field "goals.state" cannot be "lost". Use one of: open, done, dropped.`},
		{&journal.Plan{Goals: []journal.Goal{{Due: noDay}}}, "goals.due", "There is no day 2026-02-30 in the calendar."},
		{&journal.Plan{Metrics: []journal.Metric{{Values: []journal.MetricValue{{}}}}}, "metrics.day", `The field "metrics.day" needs a date.`},
		{&journal.Plan{Metrics: []journal.Metric{{Values: []journal.MetricValue{{Day: mustDay(t, "2026-01-01"), Value: math.Inf(1)}}}}}, "metrics.value", `The field "metrics.value" needs a number.`},
		{&journal.Pack{Audience: "public"}, "audience", `The field "audience" cannot be "public". Use one of: manager, skip-level, committee, myself.`},
		{&journal.Pack{Sections: []journal.Section{{Bullets: []journal.Bullet{{Text: "\x00"}}}}}, "bullets.text", "This text holds NUL bytes, so it looks like a binary file and not like writing."},
		{&journal.Pack{Given: &journal.Given{NextOn: noDay}}, "given.nextOn", "There is no day 2026-02-30 in the calendar."},
	} {
		if field, what := sentence(t, c.thing.Validate()); field != c.field || what != c.what {
			t.Errorf("%T: got %s: %s\nwant %s: %s", c.thing, field, what, c.field, c.what)
		}
	}
}

func TestThingsOfTheInterfaceAreValid(t *testing.T) {
	for text, thing := range objects() {
		v := thing()
		fromJSON(t, text, v)
		if err := v.(interface{ Validate() error }).Validate(); err != nil {
			t.Errorf("%T: %v", v, err)
		}
	}
}

func TestLongValueIsShortenedInItsSentence(t *testing.T) {
	e := validEntry(t)
	e.Kind = journal.Kind(strings.Repeat("é", 1000))
	_, what := sentence(t, e.Validate())
	if want := `cannot be "` + strings.Repeat("é", 20) + `…". Use`; !strings.Contains(what, want) {
		t.Errorf("got %s", what)
	}
}
