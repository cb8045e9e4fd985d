package evidence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"groundwork/journal"
)

func TestALineIsPutIntoThePastWhereNothingCanGoWrong(t *testing.T) {
	for written, want := range map[string]string{
		"I lead the weekly review.":                  "Led the weekly review.",
		"I coach Priya, who now leads.":              "Coached Priya, who now leads.",
		"I handed the releases over. I asked first.": "Handed the releases over. I asked first.",
		"I led the rollout.":                         "Led the rollout.",
		"I put two of us on it.":                     "Put two of us on it.",
		"Lead time fell by three days.":              "Lead time fell by three days.",
		"Coaching Priya took a month.":               "Coaching Priya took a month.",
		"I lead the guild and write its notes.":      "I lead the guild and write its notes.",
		"I help people who ask.":                     "I help people who ask.",
		"I always coach one newcomer.":               "I always coach one newcomer.",
		"I need more time.":                          "I need more time.",
		"I am leading the guild.":                    "I am leading the guild.",
		"I want to delegate.":                        "I want to delegate.",
		"We run the release.":                        "We run the release.",
		"I":                                          "I",
		"I ":                                         "I ",
		"":                                           "",
	} {
		if got := past(written); got != want {
			t.Errorf("%q becomes %q, want %q", written, got, want)
		}
	}
}

func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	for text, want := range map[string]string{
		"No escalations. The pair decides.":           "No escalations.",
		"Saved approx. 12 hours a week. More to come": "Saved approx. 12 hours a week.",
		"With J. Smith and Dr. Who. Then more":        "With J. Smith and Dr. Who.",
		"From 3.5 to 2 days. Good":                    "From 3.5 to 2 days.",
		"No rework; queues stayed short":              "No rework; queues stayed short.",
		"Down to 12 minutes":                          "Down to 12 minutes.",
		"- one thing\n- another thing":                "one thing. another thing.",
		"Said “go.” And went.":                        "Said “go.”",
		"第一句。第二句。":                                    "第一句。",
		"First thought\n\nSecond thought":             "First thought.",
		"Really?! Yes":                                "Really?!",
		"  ":                                          "",
	} {
		if got := sentences(text, 1); got != want {
			t.Errorf("the first sentence of %q is %q, want %q", text, got, want)
		}
	}
}

func TestANumberIsSaidOnce(t *testing.T) {
	for _, x := range []struct {
		text, number string
		want         bool
	}{
		{"from 40 to 12 minutes", "12", true}, {"from 40 to 120 minutes", "12", false}, {"3", "3", true}, {"30 and 3.", "3", true}, {"", "3", false},
	} {
		if got := holdsNumber(x.text, x.number); got != x.want {
			t.Errorf("%q holds %s: %v", x.text, x.number, got)
		}
	}
}

// TestAHostileTextMakesALineOfTheUsualLength: it ends, which it would not if
// the work grew with the square of the text.
func TestAHostileTextMakesALineOfTheUsualLength(t *testing.T) {
	const much = 1 << 17
	for what, text := range map[string]string{
		"full stops": strings.Repeat(".", much), "one word": strings.Repeat("x", much), "abbreviations": strings.Repeat("a.", much/2),
		"emphasis": strings.Repeat("*_", much/2), "links": strings.Repeat("[[", much/2), "accents": "x" + strings.Repeat("\u0301", much/2),
		"initials": strings.Repeat("A. ", much/3), "marks": strings.Repeat("! a", much/3), "verbs": "I lead" + strings.Repeat(" x", much/2),
		"empty lines": strings.Repeat("\n", much), "items": strings.Repeat("- x\n", much/4),
	} {
		e := &journal.Entry{
			Kind: journal.MomentKind, Title: text, Body: text,
			Moment: &journal.Moment{Action: text, Result: text, Impact: &journal.Impact{Text: text, Value: new(float64)}},
		}
		for _, line := range []string{said(e), numberSaid(e), quoted(text), withoutLinks(text, func(string) bool { return true })[:0]} {
			if Length(line) > longest+len(": 0 minutes.") {
				t.Errorf("of %s there are %d letters", what, Length(line))
			}
		}
	}
}

// FuzzSentences: whatever was typed, a line holds its words in its order and
// no others, unless it was put into the past.
func FuzzSentences(f *testing.F) {
	f.Add("I lead the weekly review. No escalations", "[[a title|words]] and [[another]]")
	f.Add("- one\r\n- two\n\nthree", "**"+strings.Repeat("*_", 500)+"\x00\u202e")
	f.Add("e.g. J. Smith said “go.” And 3.5", strings.Repeat("[[", 90))
	f.Fuzz(func(t *testing.T, action, result string) {
		if !utf8.ValidString(action) || !utf8.ValidString(result) {
			t.Skip()
		}
		line := said(&journal.Entry{Kind: journal.MomentKind, Moment: &journal.Moment{Action: action, Result: result}})
		if Length(line) > longest {
			t.Errorf("%d letters are too many", Length(line))
		}
		if rest := words(action + result); !strings.Contains(action+result, "I ") && !inOrder(words(line), rest) {
			t.Errorf("%q is not in %q, %q", line, action, result)
		}
		withoutLinks(line, func(string) bool { return false })
	})
}

// inOrder tells whether the letters of one text stand in another in that order.
func inOrder(letters, text string) bool {
	for _, r := range letters {
		at := strings.IndexRune(text, r)
		if at < 0 {
			return false
		}
		text = text[at+utf8.RuneLen(r):]
	}
	return true
}
