package prompts_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"groundwork/journal/prompts"
)

// words cuts a text into its words: lower case, letters and digits only, an
// apostrophe left out, so that don't, don’t and dont are one word.
func words(text string) []string {
	text = strings.NewReplacer("'", "", "’", "", "‘", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// contentWords leaves out what every question is made of.
func contentWords(text string) map[string]bool {
	const empty = ` a about an and any are as at be been but by can could did do does done for from had has have how i if in
		into is it its last me most much my no not of on one or our out over so some someone than that the their them then there
		they this those to up us was week were what when where which who whom whose why will with without would you your next `
	out := map[string]bool{}
	for _, w := range words(text) {
		if !strings.Contains(empty, " "+w+" ") {
			out[w] = true
		}
	}
	return out
}

// everyPrompt lists every question of the catalogue.
func everyPrompt(t *testing.T) []prompts.Prompt {
	var all []prompts.Prompt
	for at := range loaded(t).Prompts() {
		all = append(all, *at.Prompt)
	}
	return all
}

func TestGivenAQuestionThenItIsShortAndAsksOneThing(t *testing.T) {
	for _, p := range everyPrompt(t) {
		if n := utf8.RuneCountInString(p.Text); n > 240 {
			t.Errorf("%s is %d characters long", p.Key, n)
		}
		if n := strings.Count(p.Text, "?"); n != 1 {
			t.Errorf("%s has %d question marks: %s", p.Key, n, p.Text)
		}
		if strings.ContainsAny(p.Text, "!\n\t") {
			t.Errorf("%s has an exclamation mark or a line break: %s", p.Key, p.Text)
		}
		if strings.TrimSpace(p.Text) != p.Text || strings.Contains(p.Text, "  ") {
			t.Errorf("%s has stray spaces: %q", p.Key, p.Text)
		}
	}
}

func TestGivenTwoQuestionsThenTheyDoNotSayTheSame(t *testing.T) {
	all := everyPrompt(t)
	content := make([]map[string]bool, len(all))
	whole := map[string]string{}
	for i, p := range all {
		content[i] = contentWords(p.Text)
		normal := strings.Join(words(p.Text), " ")
		if other, twice := whole[normal]; twice {
			t.Errorf("%s and %s have the same text", other, p.Key)
		}
		whole[normal] = p.Key
	}
	for i := range all {
		for j := range i {
			if like := jaccard(content[i], content[j]); like >= 0.7 {
				t.Errorf("%s and %s are alike by %.2f:\n  %s\n  %s", all[j].Key, all[i].Key, like, all[j].Text, all[i].Text)
			}
		}
	}
}

// jaccard is the part of all words of two sets that both have.
func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	all := len(a) + len(b) - both
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}

func TestGivenTheJaccardMeasureThenItTellsAlikeFromDifferent(t *testing.T) {
	a := contentWords("Which promise did you keep at work?")
	for text, want := range map[string]float64{
		"Which promise will you keep at work?":         1,
		"What promise did you keep?":                   2.0 / 3,
		"Whom did you show how the numbers come about": 0,
	} {
		if got := jaccard(a, contentWords(text)); got != want {
			t.Errorf("jaccard(%q) = %.2f, want %.2f", text, got, want)
		}
	}
}

func TestGivenAllQuestionsThenTheyDoNotBeginAlike(t *testing.T) {
	all := everyPrompt(t)
	begin := map[string][]string{}
	for _, p := range all {
		w := words(p.Text)
		if len(w) < 5 {
			t.Errorf("%s has only %d words", p.Key, len(w))
			continue
		}
		three := strings.Join(w[:3], " ")
		begin[three] = append(begin[three], p.Key)
	}
	most := ""
	for three, keys := range begin {
		if len(keys) > len(begin[most]) {
			most = three
		}
		if len(keys)*20 > len(all) {
			slices.Sort(keys)
			t.Errorf("%d of %d questions begin with %q: %v", len(keys), len(all), three, keys)
		}
	}
	t.Logf("%d questions; most often, %d times: %q", len(all), len(begin[most]), most)
}
