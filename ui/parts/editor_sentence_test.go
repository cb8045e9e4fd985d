package parts

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTheSentenceIsTheOneTheCursorStandsIn(t *testing.T) {
	for marked, want := range map[string]string{
		"":                           "",
		"|":                          "",
		"one|":                       "one",
		"On|e. Two.":                 "One.",
		"One. T|wo.":                 "Two.",
		"One. Two.|":                 "Two.",
		"One. Two. |":                "Two.",
		"One.| Two.":                 "One.",
		"It fell by 1.5 %|. Good.":   "It fell by 1.5 %.",
		"Line one\nLi|ne two\nthree": "Line two",
		"First\n|":                   "",
		"Was it? Yes|, it was!":      "Yes, it was!",
		"终于完成了。太|好了。":                "终于完成了。太好了。",
		"  spaces |around  ":         "spaces around",
	} {
		at := len([]rune(marked[:max(strings.Index(marked, "|"), 0)]))
		text := strings.Replace(marked, "|", "", 1)
		if got := sentenceAt([]rune(text), at); got != want {
			t.Errorf("at %q the sentence is %q, want %q", marked, got, want)
		}
	}
}

func TestASentenceIsAPieceOfTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab .!?\n😀é"))).Draw(t, "text")
		at := rapid.IntRange(0, len([]rune(text))).Draw(t, "at")
		got := sentenceAt([]rune(text), at)
		if !strings.Contains(text, got) || strings.Contains(got, "\n") {
			t.Errorf("at %d of %q the sentence is %q", at, text, got)
		}
	})
}
