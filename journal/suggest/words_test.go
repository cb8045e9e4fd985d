package suggest

import (
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

func folded(e journal.Entry) []string {
	var all []string
	for _, w := range wordsOf(&e) {
		all = append(all, w.folded)
	}
	return all
}

func TestGivenATextThenItsWordsAreComparedWithoutCaseAndMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Coached the new TEAM, coached.":           "coached the new team",
		"a b2 to 2026 x86 e.g.":                    "x86",
		"# Plan\n- [ ] **ask** [[Lena]]":           "plan ask lena",
		"see https://example.com/secret?a=b there": "see there",
		"don't re-plan":                            "don plan",
		"CAFÉ cafe\u0301 café":                     "café",
		"Größe GRÖSSE":                             "grösse",
		"Привет, МИР привет":                       "привет мир",
		"团队会议":                                     "团队 队会 会议",
		"AIプロジェクト":                                 "プロ ロジ ジェ ェク クト",
		"ไทย":                                      "ไท ทย",
		"":                                         "",
		"\xff\xfe bro\xffken":                      "bro ken",
	} {
		if got := strings.Join(folded(journal.Entry{Body: text}), " "); got != want {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
}

func TestGivenAnEntryThenTheTextOfItsKindCounts(t *testing.T) {
	e := journal.Entry{
		Title: "Title", Body: "Body", Tags: []string{"tag/sub"},
		Moment:      &journal.Moment{Situation: "situation", Task: "task", Action: "action", Result: "result", Impact: &journal.Impact{Text: "impact"}},
		Feedback:    &journal.Feedback{Quote: "quote", Situation: "where", Behaviour: "behaviour", Impact: "effect"},
		Application: &journal.Application{Position: "position", LooksFor: "looks", Lessons: "lessons"},
	}
	for kind, want := range map[journal.Kind]string{
		journal.Reflection:      "title body tag sub",
		journal.MomentKind:      "title body tag sub situation task action result impact",
		journal.FeedbackKind:    "title body tag sub quote where behaviour effect",
		journal.ApplicationKind: "title body tag sub position looks lessons",
	} {
		e.Kind = kind
		if got := strings.Join(folded(e), " "); got != want {
			t.Errorf("%s has the words %q, want %q", kind, got, want)
		}
	}
}

func TestGivenAWordThenItIsShownAsItStandsFirst(t *testing.T) {
	words := wordsOf(&journal.Entry{Body: "Mentoring, mentoring, MENTORING"})
	if !slices.Equal(words, []word{{"mentoring", "Mentoring"}}) {
		t.Errorf("%+v", words)
	}
}

func TestGivenABookThenItsBeginningIsEnough(t *testing.T) {
	e := journal.Entry{Body: strings.Repeat("again ", most/6) + "never"}
	if got := folded(e); len(got) != 2 || got[0] != "again" || got[1] == "never" {
		t.Errorf("%q", got)
	}
}
