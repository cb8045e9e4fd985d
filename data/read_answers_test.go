package data

import (
	"strings"
	"testing"

	"groundwork/journal"
)

// answering makes an entry that answers a prompt; see written.
func answering(n int, key string) journal.Entry {
	e := written(n, "", "")
	e.Prompt = &journal.Asked{Key: key, Text: "?"}
	return e
}

func TestAnswersAreCountedByPrompt(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{
		answering(1, "a/b/c#1"), answering(2, "a/b/c#1"), answering(3, "a/b/c#2"), answering(4, "a/b/cd#1"), written(5, "", ""),
	}})
	got, err := s.Answers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "answers", map[string]journal.Answered{
		"a/b/c#1":  {Count: 2, Last: day(t, "2026-11-19")},
		"a/b/c#2":  {Count: 1, Last: day(t, "2026-11-17")},
		"a/b/cd#1": {Count: 1, Last: day(t, "2026-11-16")},
	}, got)
}

func TestAnsweringListsTheNewestOfAnElementOnly(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{
		answering(3, "a/b/c#2"), answering(1, "a/b/c#1"), answering(2, "a/b/cd#1"), answering(4, "a/b/c#1"), written(5, "", ""),
	}})
	for prefix, want := range map[string][]journal.ID{
		"a/b/c#": {testID(1), testID(3)}, "a/b/cd#": {testID(2)}, "a/x#": nil, "": {testID(1), testID(2)},
	} {
		lines, err := s.Answering(t.Context(), prefix, 2)
		if err != nil {
			t.Fatal(err)
		}
		var got []journal.ID
		for _, l := range lines {
			got = append(got, l.ID)
		}
		expect(t, "answering "+prefix, want, got)
	}
}

// TestAnswersComeFromTheirIndex: the Library counts whenever an entry is saved,
// and the table itself holds every word.
func TestAnswersComeFromTheirIndex(t *testing.T) {
	s := newStore(t)
	for query, args := range map[string][]any{
		selectAnswers:   nil,
		selectAnswering: {"a#", "a$", 5},
	} {
		steps := strings.Join(explainPlan(t, s, query, args), "\n")
		if !strings.Contains(steps, "COVERING INDEX entries_by_prompt") || strings.Contains(steps, "SCAN e\n") {
			t.Errorf("%s:\n%s", query, steps)
		}
	}
}
