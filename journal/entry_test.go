package journal_test

import (
	"testing"

	"groundwork/journal"
)

func TestEntryIsBlankUntilSomethingIsWritten(t *testing.T) {
	j, _ := journalAt(evening)
	for name, choose := range map[string]func(*journal.Entry){
		"new":     func(*journal.Entry) {},
		"kind":    func(e *journal.Entry) { e.Kind = journal.FeedbackKind },
		"day":     func(e *journal.Entry) { e.Day = e.Day.AddDays(-1) },
		"prompt":  func(e *journal.Entry) { e.Prompt = &journal.Asked{Key: "k#1", Text: "Why?"} },
		"private": func(e *journal.Entry) { e.Private = true },
		"opened parts": func(e *journal.Entry) {
			e.Moment, e.Feedback, e.Application = &journal.Moment{}, &journal.Feedback{}, &journal.Application{}
		},
	} {
		e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
		choose(&e)
		if !e.Blank() {
			t.Errorf("%s: the entry counts as written", name)
		}
	}
}

func TestEntryIsNotBlankOnceAnythingIsWritten(t *testing.T) {
	for name, write := range map[string]func(*journal.Entry){
		"title":       func(e *journal.Entry) { e.Title = "x" },
		"a space":     func(e *journal.Entry) { e.Body = " " },
		"tag":         func(e *journal.Entry) { e.Tags = []string{"x"} },
		"star":        func(e *journal.Entry) { e.Starred = true },
		"person":      func(e *journal.Entry) { e.People = []journal.Involved{{Person: "L"}} },
		"moment":      func(e *journal.Entry) { e.Moment = &journal.Moment{Task: "x"} },
		"impact":      func(e *journal.Entry) { e.Moment = &journal.Moment{Impact: &journal.Impact{Text: "x"}} },
		"feedback":    func(e *journal.Entry) { e.Feedback = &journal.Feedback{Requested: new(bool)} },
		"application": func(e *journal.Entry) { e.Application = &journal.Application{Position: "x"} },
		"evidence":    func(e *journal.Entry) { e.Evidence = []journal.Evidence{{Expectation: "x"}} },
		"link":        func(e *journal.Entry) { e.Links = []journal.ID{"x"} },
		"attachment":  func(e *journal.Entry) { e.Attachments = []journal.Attachment{{URL: "x"}} },
		"later field": func(e *journal.Entry) { e.Extra = journal.Extra{"x": nil} },
	} {
		var e journal.Entry
		write(&e)
		if e.Blank() {
			t.Errorf("%s: the entry counts as blank", name)
		}
	}
}

func TestStrengthsAreRankedFromOwnWordToArtefact(t *testing.T) {
	for i, s := range []journal.Strength{"", journal.OwnWord, journal.Number, journal.Quote, journal.Artefact} {
		if s.Rank() != i {
			t.Errorf("%q has rank %d, want %d", s, s.Rank(), i)
		}
	}
	if got := journal.Strength("proof").Rank(); got != 0 {
		t.Errorf("an unknown strength has rank %d, want 0", got)
	}
}

func TestStrengthIsProposedFromWhatTheEntryHolds(t *testing.T) {
	number := 30.0
	moment := &journal.Moment{Impact: &journal.Impact{Value: &number}}
	feedback := &journal.Feedback{Quote: "Well done"}
	document := []journal.Attachment{{URL: "https://example.org/report"}}
	for _, c := range []struct {
		name  string
		entry journal.Entry
		want  journal.Strength
	}{
		{"text", journal.Entry{Kind: journal.Reflection, Body: "30 %"}, journal.OwnWord},
		{"a moment with a number", journal.Entry{Kind: journal.MomentKind, Moment: moment}, journal.Number},
		{"a moment without one", journal.Entry{Kind: journal.MomentKind, Moment: &journal.Moment{Impact: &journal.Impact{Text: "a lot"}}}, journal.OwnWord},
		{"feedback with a quote", journal.Entry{Kind: journal.FeedbackKind, Feedback: feedback}, journal.Quote},
		{"feedback without one", journal.Entry{Kind: journal.FeedbackKind, Feedback: &journal.Feedback{Impact: "x"}}, journal.OwnWord},
		{"parts of other kinds", journal.Entry{Kind: journal.Reflection, Moment: moment, Feedback: feedback}, journal.OwnWord},
		{"a document", journal.Entry{Kind: journal.MomentKind, Moment: moment, Attachments: document}, journal.Artefact},
	} {
		if got := journal.ProposeStrength(&c.entry); got != c.want {
			t.Errorf("%s proves as %s, want %s", c.name, got, c.want)
		}
	}
}
