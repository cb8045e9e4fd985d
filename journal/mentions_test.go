package journal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestATextNamesTitlesInDoubleBrackets(t *testing.T) {
	long := strings.Repeat("é", 200)
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"nothing":                        {"[a](b) and [c] and [ [d]]", nil},
		"a title":                        {"see [[Big win]].", []string{"Big win"}},
		"with words":                     {"[[Big win|that day]]", []string{"Big win"}},
		"in order, each once":            {"[[b]] [[a]]\n\n[[b|again]] [[B]]", []string{"b", "a", "B"}},
		"space around it":                {"[[  a b  ]]", []string{"a b"}},
		"empty":                          {"[[]] [[ ]] [[|words]]", nil},
		"two hundred letters":            {"[[" + long + "]] [[" + long + "x]]", []string{long}},
		"a line's end ends it":           {"[[a\nb]] [[c\r\nd]] [[e\rf]] [[g]]", []string{"g"}},
		"not closed":                     {"[[a] [[b]", nil},
		"begun anew":                     {"[[a [[b]] [[[c]]", []string{"b", "c"}},
		"single brackets in it":          {"[[a[0] b]] [[c]d]] [[e]]]", []string{"e"}},
		"escaped":                        {`\[[a]] \\[[b]]`, []string{"b"}},
		"in a quote, a list and heading": {"> [[a]]\n\n1. - [ ] [[b]]\n# [[c]]", []string{"a", "b", "c"}},

		"in a code span":               {"`[[a]]` ``x ` [[b]]`` [[c]]", []string{"c"}},
		"in a code span of two lines":  {"`x\n[[a]]` [[b]]", []string{"b"}},
		"a backtick alone is no code":  {"it ` is [[a]]\n\n` [[b]]", []string{"a", "b"}},
		"nor one in each item":         {"- a ` [[a]]\n- ` [[b]]", []string{"a", "b"}},
		"nor an escaped one":           {"\\` [[a]] `", []string{"a"}},
		"code inside of it":            {"[[use `go vet`]]", []string{"use `go vet`"}},
		"an end in what were code":     {"[[a `]] b` c]] [[d]]", []string{"a `", "d"}},
		"code that begins before it":   {"`[[a` b]] [[c]]", []string{"c"}},
		"two runs of another length":   {"`` [[a]] ` [[b]]", []string{"a", "b"}},
		"in a fence":                   {"```\n[[a]]\n```\n[[b]]", []string{"b"}},
		"in a fence of tildes":         {"~~~~ go\n[[a]]\n~~~\n[[b]]\n~~~~~\n[[c]]", []string{"c"}},
		"in a fence that is not ended": {"[[a]]\n```\n[[b]]\n\n[[c]]", []string{"a"}},
		"in a fence of a list":         {"- x\n  ```\n  [[a]]\n  ```\n- [[b]]", []string{"b"}},
		"in a fence of a quote":        {"> ```\r\n> [[a]]\r\n> ```\r\n> [[b]]\r\n", []string{"b"}},
		"in a fence that a quote ends": {"> ```\n> [[a]]\n[[b]]", []string{"b"}},
		"in a fence that an item ends": {"- ```\n  [[a]]\n\n  [[b]]\n[[c]]", []string{"c"}},
		"a heading ends a code span":   {"# `\n[[a]] `", []string{"a"}},
		"an item in a fence":           {"```\n- ```\n[[a]]\n```\n[[b]]", []string{"b"}},
		"backticks behind a fence":     {"``` a`b [[a]]\n[[b]]", []string{"a", "b"}},
		"no fence inside of a line":    {"a ```\n[[b]]", []string{"b"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, journal.Mentions(c.body)); diff != "" {
				t.Errorf("%q: want -, got +:\n%s", c.body, diff)
			}
		})
	}
}

func FuzzMentions(f *testing.F) {
	for _, seed := range []string{
		"[[a]]", "[[a|b]] `[[c]]`", "```\n[[a]]\n```", "> - 1. ~~~\n[[", "\\[[a]]", "[[[[a]]]]", "`[[`]]`]]", "[[é\u2028]]\r[[b]]", "``` ` [[x]]\n\\",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		seen := map[string]bool{}
		at := 0
		for _, title := range journal.Mentions(body) {
			switch {
			case title == "" || title != strings.TrimSpace(title):
				t.Errorf("%q names %q, which is empty or has outer space", body, title)
			case strings.ContainsAny(title, "\r\n|[]"):
				t.Errorf("%q names %q", body, title)
			case utf8.RuneCountInString(title) > 200:
				t.Errorf("%q names a title that is too long: %q", body, title)
			case seen[title]:
				t.Errorf("%q names %q twice", body, title)
			}
			seen[title] = true
			i := strings.Index(body[at:], title)
			if i < 0 {
				t.Fatalf("%q names %q out of order", body, title)
			}
			at += i
		}
	})
}

// TestALongTextIsReadOnce: what is never closed must not be looked for anew
// from each place. It would take minutes.
func TestALongTextIsReadOnce(t *testing.T) {
	for _, part := range []string{"[", "[[", "[[a]] ", "[[a ", "`[[", "[[`]]", "[[ ` ]]", "[[a\n", "- [[", "> ", "1. ", "```\n"} {
		journal.Mentions(strings.Repeat(part, 1<<20/len(part)))
	}
}
