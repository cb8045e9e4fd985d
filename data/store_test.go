package data

import (
	"context"
	"errors"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// full makes an entry in which every field is filled.
func fullEntry(n int) journal.Entry {
	value, yes := 30.5, true
	extra := func(name string) journal.Extra { return journal.Extra{"x-" + name: []byte(`{"a":[1,"<é&>"]}`)} }
	e := written(n, "Ünïcode title  ", "Line one\r\nLine two — e\u0301 🎉 שלום 中文  \n\n")
	e.Kind, e.Precision, e.Private, e.Starred = journal.MomentKind, journal.InMonth, true, true
	e.Tags = []string{"two words", "a/b", "Größe"}
	e.Prompt = &journal.Asked{Key: "steps/x#1", Text: "What did you do?", Extra: extra("prompt")}
	e.People = []journal.Involved{{Person: string(testID(900)), Role: "saw", Extra: extra("saw")}, {Person: "Nobody known"}}
	e.Moment = &journal.Moment{
		Situation: "sit", Task: "task", Action: "action", Result: "result",
		Impact:  &journal.Impact{Text: "less", Value: &value, Unit: "%", Extra: extra("impact")},
		Outcome: "costs", Change: journal.Initiated, Extra: extra("moment"),
	}
	e.Feedback = &journal.Feedback{
		Giver: string(testID(901)), Relationship: "peer", Channel: "talk", Quote: "well done", Stance: "praise", Requested: &yes,
		Situation: "s", Behaviour: "b", Impact: "i", FollowUpOn: journal.Day{Year: 2027, Month: 2, Date: 20}, State: "new",
		ActedOnIn: []journal.ID{testID(7), testID(8)}, Extra: extra("feedback"),
	}
	e.Application = &journal.Application{
		Position: "Lead", Organisation: "Org", Route: "internal", NextStep: "call", NextStepOn: journal.Day{Year: 2026, Month: 12, Date: 1},
		LooksFor: "looks", Lessons: "lessons", Extra: extra("application"),
		Stages: []journal.Stage{{Stage: "applied", Day: e.Day, Note: "sent", Lesson: "early", Extra: extra("stage")}, {Stage: "silent"}},
	}
	e.Evidence = []journal.Evidence{{Expectation: string(testID(800)), Strength: journal.Quote, Chosen: true, Note: "note", Extra: extra("evidence")}}
	e.Links = []journal.ID{testID(5), testID(4)}
	e.Attachments = []journal.Attachment{{Name: "a.pdf", Type: "application/pdf", SHA256: "00ff", URL: "https://example.org/x", Extra: extra("attachment")}}
	e.Extra = extra("entry")
	return e
}

func TestEveryFieldOfAnEntryComesBack(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	got, err := s.Entry(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	e.Revision = 1
	if diff := cmp.Diff(e, got, equal...); diff != "" {
		t.Errorf("stored -, read +:\n%s", diff)
	}
}

func TestEmptyPartsComeBackAsParts(t *testing.T) {
	s := newStore(t)
	e := written(1, "", "")
	e.Prompt, e.Moment = &journal.Asked{}, &journal.Moment{Impact: &journal.Impact{}}
	e.Feedback, e.Application = &journal.Feedback{}, &journal.Application{}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	got, err := s.Entry(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	e.Revision = 1
	if diff := cmp.Diff(e, got, equal...); diff != "" {
		t.Errorf("stored -, read +:\n%s", diff)
	}
}

func TestAnEntryIsReplacedOnlyFromItsStoredRevision(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	for name, wrong := range map[string]int64{"new again": 0, "from the future": 2} {
		again := e
		again.Title, again.Revision = name, wrong
		other := written(2, "rides along", "")
		err := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{other, again}})
		if !errors.Is(err, journal.ErrConflict) {
			t.Errorf("%s: %v, want ErrConflict", name, err)
		}
		if _, err := s.Entry(t.Context(), other.ID); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: the rest of the change was written: %v", name, err)
		}
	}
	e.Revision, e.Title, e.Tags = 1, "second", []string{"only"}
	e.Evidence, e.Links, e.Attachments, e.People = nil, nil, nil, nil
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	e.Revision = 2
	got, err := s.Entry(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(e, got, equal...); diff != "" {
		t.Errorf("stored -, read +:\n%s", diff)
	}
}

// TestTheSameListGivesTheSameJournal: protection replays the lists it kept.
func TestTheSameListGivesTheSameJournal(t *testing.T) {
	changes := []journal.Changes{sample(250), {Entries: []journal.Entry{fullEntry(5001)}}, {RemoveEntries: []journal.ID{testID(3), testID(249)}}}
	e := fullEntry(5001)
	e.Revision, e.Tags = 1, nil
	changes = append(changes, journal.Changes{Entries: []journal.Entry{e, fullEntry(5002)}})
	var dumps []map[string]string
	for range 2 {
		h := newHome(t)
		s := openHome(t, h)
		changes := append([]journal.Changes{{Settings: map[string]string{journal.SettingJournal: "the same"}}}, changes...)
		for _, c := range changes {
			apply(t, s, c)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		dumps = append(dumps, dump(t, h))
	}
	if !maps.Equal(dumps[0], dumps[1]) {
		t.Error("two journals differ")
	}
}

// TestAnAutosaveOfTheBodyIsOneStatement: the lists beside the entry are left
// alone when they are as they were.
func TestAnAutosaveOfTheBodyIsOneStatement(t *testing.T) {
	e := fullEntry(1)
	lists, _, err := hashes(&e)
	if err != nil {
		t.Fatal(err)
	}
	e.Revision, e.Body = 1, "more"
	list, err := statementsFor(journal.Changes{Entries: []journal.Entry{e}}, known{lists: map[journal.ID]string{e.ID: lists}, moved: 1, bulkFrom: 200})
	if err != nil || len(list) != 1 || list[0].rows != 1 {
		t.Errorf("%d statements, %v", len(list), err)
	}
	e.Tags = append(e.Tags, "new")
	if list, err = statementsFor(journal.Changes{Entries: []journal.Entry{e}}, known{lists: map[journal.ID]string{e.ID: lists}, moved: 1, bulkFrom: 200}); err != nil || len(list) < 10 {
		t.Errorf("%d statements with another tag, %v", len(list), err)
	}
}

// TestAClosedStoreSaysSo: and its Close waits for what is being written.
func TestAClosedStoreSaysSo(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	saved := make(chan error, 1)
	go func() { saved <- s.Apply(t.Context(), sample(300)) }()
	eventually(t, "the save has begun", func() bool { return s.writer.Stats().InUse > 0 || len(saved) > 0 })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-saved; err != nil {
		t.Errorf("what was being written: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
	if _, err := s.Entry(t.Context(), testID(1)); err == nil {
		t.Error("a closed store was read")
	}
	if n, err := openHome(t, h).Count(t.Context(), journal.Filter{}); err != nil || n != 300 {
		t.Errorf("%d entries, %v", n, err)
	}
}

func TestACancelledSaveWritesNothing(t *testing.T) {
	s := newStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	go cancel()
	err := s.Apply(ctx, sample(1000))
	n, counted := s.Count(t.Context(), journal.Filter{})
	if counted != nil || err == nil && n != 1000 || err != nil && n != 0 {
		t.Errorf("%d entries after %v (%v)", n, err, counted)
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	apply(t, s, journal.Changes{Settings: map[string]string{"still": "works"}})
}
