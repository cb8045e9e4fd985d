package journal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// The objects of groundwork-journal/1 as interface.md has them, with every
// member filled in.
const (
	fullEntry = `{"id": "018f4d2e-0000-7000-8000-000000000001", "kind": "moment", "day": "2026-11-20", "precision": "day",
		"created": "2026-11-20T21:04:00+01:00", "updated": "2026-11-20T21:05:30.125+01:00",
		"title": "A title", "body": "Markdown", "tags": ["x", "big win"], "private": true, "starred": true,
		"prompt": {"key": "steps/qualities/service#1", "text": "the question as it was asked"},
		"people": [{"person": "Lena", "role": "saw"}],
		"moment": {"situation": "s", "task": "t", "action": "a", "result": "r",
			"impact": {"text": "faster", "value": 30, "unit": "%"}, "outcome": "new-business", "change": "initiated"},
		"feedback": {"giver": "Lena", "relationship": "peer", "channel": "talk", "quote": "Well done", "stance": "praise",
			"requested": false, "situation": "s", "behaviour": "b", "impact": "i", "followUpOn": "2027-02-20", "state": "new",
			"actedOnIn": ["018f4d2e-0000-7000-8000-000000000002"]},
		"application": {"position": "Lead", "organisation": "Here", "route": "internal",
			"stages": [{"stage": "saved", "day": "2026-10-01", "note": "n", "lesson": "l"}],
			"nextStep": "call", "nextStepOn": "2026-12-01", "looksFor": "calm", "lessons": "ask early"},
		"evidence": [{"expectation": "Grows people", "strength": "number", "chosen": true, "note": "n"}],
		"links": ["018f4d2e-0000-7000-8000-000000000003"],
		"attachments": [{"name": "a.pdf", "type": "application/pdf", "sha256": "ab", "url": "https://example.org"}]}`
	fullExpectation = `{"id": "x", "name": "n", "text": "t", "area": "People", "order": 1, "source": "steps/qualities/service", "retired": true}`
	fullPerson      = `{"id": "p", "name": "Lena", "relationship": "peer", "matters": "m", "support": "advocate", "lastContact": "2026-11-01",
		"notes": "n", "leadingUp": {"needs": ["a"], "offered": "o", "received": "r", "stepBack": "s"}}`
	fullPlan = `{"purpose": [{"standFor": "a", "lifeGoals": "b", "whyFollow": "c", "whyLead": "d", "since": "2026-01-01"}],
		"currentRole": {"title": "t", "responsibilities": "r", "expectations": "e", "execution": "x", "processes": "p", "systems": "s", "simpler": "m"},
		"targetRole": {"title": "t2"}, "reviewFrom": "2026-01-01", "reviewUntil": "2026-12-31", "nextRound": "2027-01-15",
		"goals": [{"id": "g", "kind": "stretch", "text": "t", "notes": "n", "person": "Lena", "element": "e", "due": "2026-12-01", "state": "open", "result": "r", "entries": ["e1"]}],
		"metrics": [{"name": "m", "unit": "%", "values": [{"day": "2026-11-01", "value": 3.5}]}], "dismissedPrompts": ["k#1"]}`
	fullOwnPrompt = `{"id": "q", "text": "Why?", "kind": "moment", "element": "e", "paused": true}`
	fullPack      = `{"id": "k", "title": "t", "audience": "manager", "made": "2026-11-20T21:04:00+01:00",
		"sections": [{"key": "numbers", "title": "Numbers", "bullets": [{"text": "b", "edited": true, "out": true, "entries": ["e1"]}]}],
		"given": {"to": "Lena", "on": "2026-11-21", "answer": "yes", "nextOn": "2026-12-21", "application": "e2"}}`
)

// objects pairs each object with what reads it.
func objects() map[string]func() any {
	return map[string]func() any{
		fullEntry:       func() any { return new(journal.Entry) },
		fullExpectation: func() any { return new(journal.Expectation) },
		fullPerson:      func() any { return new(journal.Person) },
		fullPlan:        func() any { return new(journal.Plan) },
		fullOwnPrompt:   func() any { return new(journal.OwnPrompt) },
		fullPack:        func() any { return new(journal.Pack) },
	}
}

// toJSON writes v the way the product does: without escaping for web pages.
func toJSON(t testing.TB, v any) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func fromJSON(t testing.TB, text string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

// tree reads JSON into maps and slices, with its numbers as they are written.
func tree(t testing.TB, text string) any {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

// eachObject calls do with every object of a tree, at every level.
func eachObject(v any, do func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		for _, member := range v {
			eachObject(member, do)
		}
		do(v)
	case []any:
		for _, item := range v {
			eachObject(item, do)
		}
	}
}

// sameEntry compares entries: an instant with its offset, an empty list like
// an absent one.
var sameEntry = cmp.Options{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b time.Time) bool { return a.Format(time.RFC3339Nano) == b.Format(time.RFC3339Nano) }),
	cmp.Comparer(func(a, b json.RawMessage) bool { return bytes.Equal(a, b) }),
}

func TestEntryOfTheInterfaceIsReadWhole(t *testing.T) {
	var got journal.Entry
	fromJSON(t, fullEntry, &got)
	thirty, no := 30.0, false
	want := journal.Entry{
		ID: "018f4d2e-0000-7000-8000-000000000001", Kind: journal.MomentKind, Day: mustDay(t, "2026-11-20"), Precision: journal.ExactDay,
		Created: evening, Updated: evening.Add(90*time.Second + 125*time.Millisecond),
		Title: "A title", Body: "Markdown", Tags: []string{"x", "big win"}, Private: true, Starred: true,
		Prompt: &journal.Asked{Key: "steps/qualities/service#1", Text: "the question as it was asked"},
		People: []journal.Involved{{Person: "Lena", Role: "saw"}},
		Moment: &journal.Moment{
			Situation: "s", Task: "t", Action: "a", Result: "r",
			Impact:  &journal.Impact{Text: "faster", Value: &thirty, Unit: "%"},
			Outcome: "new-business", Change: journal.Initiated,
		},
		Feedback: &journal.Feedback{
			Giver: "Lena", Relationship: "peer", Channel: "talk", Quote: "Well done", Stance: "praise", Requested: &no,
			Situation: "s", Behaviour: "b", Impact: "i", FollowUpOn: mustDay(t, "2027-02-20"), State: "new",
			ActedOnIn: []journal.ID{"018f4d2e-0000-7000-8000-000000000002"},
		},
		Application: &journal.Application{
			Position: "Lead", Organisation: "Here", Route: "internal",
			Stages:   []journal.Stage{{Stage: "saved", Day: mustDay(t, "2026-10-01"), Note: "n", Lesson: "l"}},
			NextStep: "call", NextStepOn: mustDay(t, "2026-12-01"), LooksFor: "calm", Lessons: "ask early",
		},
		Evidence:    []journal.Evidence{{Expectation: "Grows people", Strength: journal.Number, Chosen: true, Note: "n"}},
		Links:       []journal.ID{"018f4d2e-0000-7000-8000-000000000003"},
		Attachments: []journal.Attachment{{Name: "a.pdf", Type: "application/pdf", SHA256: "ab", URL: "https://example.org"}},
	}
	if diff := cmp.Diff(want, got, sameEntry); diff != "" {
		t.Error(diff)
	}
}

func TestEveryObjectIsWrittenAsItWasRead(t *testing.T) {
	for text, thing := range objects() {
		v := thing()
		fromJSON(t, text, v)
		if diff := cmp.Diff(tree(t, text), tree(t, toJSON(t, v))); diff != "" {
			t.Errorf("%T: %s", v, diff)
		}
	}
}

func TestUnknownMembersAreKeptAtEveryLevel(t *testing.T) {
	for text, thing := range objects() {
		doc := tree(t, text)
		eachObject(doc, func(o map[string]any) {
			o["x-later"] = map[string]any{"big": json.Number("12345678901234567890.10"), "null": nil, "list": []any{"<&>", "é"}}
			o["ｘ \"quoted\""] = "a\r\nb"
		})
		v := thing()
		fromJSON(t, toJSON(t, doc), v)
		if diff := cmp.Diff(doc, tree(t, toJSON(t, v))); diff != "" {
			t.Errorf("%T: %s", v, diff)
		}
	}
}

func TestMemberInAnotherCaseIsUnknownAndKept(t *testing.T) {
	for text, thing := range objects() {
		doc := tree(t, text)
		eachObject(doc, func(o map[string]any) {
			for name := range o {
				o[strings.ToUpper(name)] = "another"
			}
		})
		v := thing()
		fromJSON(t, toJSON(t, doc), v)
		if diff := cmp.Diff(doc, tree(t, toJSON(t, v))); diff != "" {
			t.Errorf("%T: %s", v, diff)
		}
	}
}

func TestUnknownMembersOfAnEarlierReadDoNotStay(t *testing.T) {
	var e journal.Entry
	fromJSON(t, `{"later": 1}`, &e)
	fromJSON(t, `{"title": "x"}`, &e)
	if len(e.Extra) != 0 {
		t.Errorf("%v is left from the object read before", e.Extra)
	}
}

func TestAbsentValuesStayAbsent(t *testing.T) {
	for _, c := range []struct {
		thing any
		want  string
	}{
		{journal.Entry{}, `{"id":"","kind":"","day":"","precision":"","created":"0001-01-01T00:00:00Z","updated":"0001-01-01T00:00:00Z","title":"","body":"","tags":[],"private":false,"starred":false}`},
		{journal.Asked{}, `{"key":"","text":""}`},
		{journal.Involved{}, `{"person":""}`},
		{journal.Moment{}, `{}`},
		{journal.Impact{}, `{}`},
		{journal.Feedback{}, `{}`},
		{journal.Application{}, `{}`},
		{journal.Stage{}, `{"stage":""}`},
		{journal.Evidence{}, `{"expectation":"","chosen":false}`},
		{journal.Attachment{}, `{}`},
		{journal.Expectation{}, `{"id":"","name":"","order":0,"retired":false}`},
		{journal.Person{}, `{"id":"","name":""}`},
		{journal.LeadingUp{}, `{}`},
		{journal.Plan{}, `{}`},
		{journal.Purpose{}, `{}`},
		{journal.Role{}, `{}`},
		{journal.Goal{}, `{"id":""}`},
		{journal.Metric{}, `{"name":""}`},
		{journal.MetricValue{}, `{"day":"","value":0}`},
		{journal.OwnPrompt{}, `{"id":"","text":"","paused":false}`},
		{journal.Pack{}, `{"id":""}`},
		{journal.Section{}, `{"key":""}`},
		{journal.Bullet{}, `{"edited":false,"out":false}`},
		{journal.Given{}, `{}`},
	} {
		if got := toJSON(t, c.thing); got != c.want {
			t.Errorf("an empty %T is written as %s, want %s", c.thing, got, c.want)
		}
	}
}

func TestExtraStandsAloneInAnEmptyObject(t *testing.T) {
	m := journal.Moment{Extra: journal.Extra{"b": json.RawMessage(`2`), "a": json.RawMessage(`null`)}}
	if got, want := toJSON(t, m), `{"a":null,"b":2}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFalseAndZeroAreNotAbsent(t *testing.T) {
	const text = `{"requested":false}`
	var f journal.Feedback
	fromJSON(t, text, &f)
	if got := toJSON(t, f); got != text {
		t.Errorf("%s became %s", text, got)
	}
	const zero = `{"value":0}`
	var i journal.Impact
	fromJSON(t, zero, &i)
	if got := toJSON(t, i); got != zero {
		t.Errorf("%s became %s", zero, got)
	}
}

func TestNullIsReadAsAbsent(t *testing.T) {
	var e journal.Entry
	fromJSON(t, `{"title": null, "tags": null, "moment": null, "day": null, "links": null, "created": null}`, &e)
	if got, want := toJSON(t, e), toJSON(t, journal.Entry{}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWebCharactersAreNotEscaped(t *testing.T) {
	got := toJSON(t, journal.Moment{Situation: "<R&D>", Impact: &journal.Impact{Text: "a > b"}})
	if want := `{"situation":"<R&D>","impact":{"text":"a > b"}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTextComesBackByteForByte(t *testing.T) {
	for _, text := range awkward {
		e := journal.Entry{Title: text, Body: text, Tags: []string{text}, Feedback: &journal.Feedback{Quote: text}}
		var back journal.Entry
		fromJSON(t, toJSON(t, e), &back)
		if back.Title != text || back.Body != text || back.Tags[0] != text || back.Feedback.Quote != text {
			t.Errorf("%q came back as %q", text, []string{back.Title, back.Body, back.Tags[0], back.Feedback.Quote})
		}
	}
}

func TestAnyEntryComesBackFromItsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEntry().Draw(t, "entry")
		text, err := json.Marshal(e) // escaping for web pages must not matter either
		if err != nil {
			t.Fatal(err)
		}
		var back journal.Entry
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		unescape := cmp.Comparer(func(a, b json.RawMessage) bool { return reflect.DeepEqual(value(a), value(b)) })
		if diff := cmp.Diff(e, back, cmpopts.EquateEmpty(), sameEntry[1], unescape); diff != "" {
			t.Fatal(diff)
		}
	})
}

// value reads a raw value for comparison, its numbers as they are written.
func value(raw json.RawMessage) any {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return err
	}
	return v
}

func TestEntryIsWrittenTheSameWayTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEntry().Draw(t, "entry")
		first, err1 := json.Marshal(e)
		second, err2 := json.Marshal(e)
		if err1 != nil || err2 != nil || !bytes.Equal(first, second) {
			t.Fatalf("%s and %s (%v, %v)", first, second, err1, err2)
		}
	})
}

func TestWrongJSONIsRefusedInASentence(t *testing.T) {
	for text, want := range map[string]string{
		`{"day": "2026-02-30"}`:                     "There is no day 2026-02-30 in the calendar.",
		`{"feedback": {"followUpOn": "soon"}}`:      `"soon" is not a date. Write it as 2026-11-20.`,
		`{"tags": "x"}`:                             `The field "tags" cannot hold a value of type string.`,
		`{"title": 5}`:                              `The field "title" cannot hold a value of type number.`,
		`{"moment": {"impact": {"value": "lots"}}}`: `The field "value" cannot hold a value of type string.`,
		`{"moment": {"impact": {"value": 1e400}}}`:  `The field "value" cannot hold a value of type number 1e400.`,
		`{"moment": []}`:                            "A JSON object is needed where a value of type array stands.",
		`[]`:                                        "A JSON object is needed where a value of type array stands.",
		`"text"`:                                    "A JSON object is needed where a value of type string stands.",
		`{"created": "yesterday"}`:                  `"yesterday" is not an instant. Write it as 2026-11-20T21:04:00+01:00.`,
		"{\"title\": \"\xff\"}":                     "This text is not valid UTF-8. Save it as UTF-8 and try again.",
		"{\"moment\": {\"later\": \"\xff\"}}":       "This text is not valid UTF-8. Save it as UTF-8 and try again.",
	} {
		var e journal.Entry
		err := json.Unmarshal([]byte(text), &e)
		if what, _ := journal.Explain(err); !errors.Is(err, journal.ErrInvalid) || what != want {
			t.Errorf("%s: %v; want the sentence %s", text, err, want)
		}
	}
}

func TestUnknownMemberMayHoldAnything(t *testing.T) {
	deep := strings.Repeat(`{"a":[`, 2000) + strings.Repeat(`]}`, 2000)
	text := fmt.Sprintf(`{"key":"","text":"","later":%s}`, deep)
	var a journal.Asked
	fromJSON(t, text, &a)
	if got := toJSON(t, a); got != text {
		t.Error("a deep unknown member was changed")
	}
}
