package prompts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// shared is where the material of the project lies, beside the program.
const shared = "../../../shared"

func loaded(t testing.TB) *prompts.Catalogue {
	t.Helper()
	c, err := prompts.Load()
	if err != nil {
		t.Fatalf("Load() = %v", err)
	}
	return c
}

func TestGivenTheCatalogueThenItHoldsEverySourceFrameworkAndElement(t *testing.T) {
	c := loaded(t)
	frameworks, keys := map[string]bool{}, []string{}
	for at := range c.Elements() {
		frameworks[at.Framework.Key] = true
		keys = append(keys, at.Element.Key)
	}
	if diff := cmp.Diff([]int{5, 25, 121}, []int{len(c.Sources), len(frameworks), len(keys)}); diff != "" {
		t.Errorf("sources, frameworks, elements (-want +got):\n%s", diff)
	}
	want := elementKeys()
	slices.Sort(want)
	slices.Sort(keys)
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
}

func TestGivenTheSharedCatalogueThenTheExpectedKeysAreItsOwn(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(shared, "catalogue.md"))
	if err != nil {
		t.Skipf("The project's catalogue.md is not at hand, so only the stored list was compared: %v", err)
	}
	want := elementKeys()
	if diff := cmp.Diff(keysOfPage(t, string(text)), want); diff != "" {
		t.Errorf("the stored list against catalogue.md (-page +list):\n%s", diff)
	}
}

// keysOfPage reads the keys of the elements from catalogue.md: a heading names
// a framework and how many elements it has, the text under it puts each key
// into backquotes; what stands in a later bracket on its own line is a remark.
func keysOfPage(t *testing.T, page string) []string {
	t.Helper()
	page, _, _ = strings.Cut(page, "\n## A home for every framework")
	heading := regexp.MustCompile(`^(\S+) — [^\n]*?\((\d+)[;)]`)
	key := regexp.MustCompile("`([a-z-]+)`")
	var keys []string
	for _, part := range strings.Split(page, "\n### ")[1:] {
		m := heading.FindStringSubmatch(part)
		if m == nil {
			t.Fatalf("no framework in the heading %.60q", part)
		}
		_, body, _ := strings.Cut(part, "\n")
		body, _, _ = strings.Cut(body, "\n(")
		found := key.FindAllStringSubmatch(body, -1)
		if n, _ := strconv.Atoi(m[2]); n != len(found) {
			t.Errorf("%s: the page says %s elements and lists %d", m[1], m[2], len(found))
		}
		for _, f := range found {
			keys = append(keys, m[1]+"/"+f[1])
		}
	}
	return keys
}

func TestGivenAnElementThenItAsksBackAndForward(t *testing.T) {
	for at := range loaded(t).Elements() {
		looks := map[prompts.Look]int{}
		for _, p := range at.Element.Prompts {
			looks[p.Look]++
		}
		if len(at.Element.Prompts) < 2 || looks[prompts.Back] == 0 || looks[prompts.Forward] == 0 {
			t.Errorf("%s: %d look back and %d forward, want at least one of each", at.Element.Key, looks[prompts.Back], looks[prompts.Forward])
		}
	}
}

func TestGivenTheCatalogueThenEveryPartSaysWhatItIs(t *testing.T) {
	c := loaded(t)
	tries := 0
	for _, s := range c.Sources {
		if len(s.Notes) == 0 {
			t.Errorf("%s: no note says what the document does not say", s.Key)
		}
	}
	for at := range c.Elements() {
		if at.Framework.Where == "" {
			t.Errorf("%s: nothing says where in the document it stands", at.Framework.Key)
		}
		if at.Element.TryThis != "" {
			tries++
		}
	}
	if tries < 60 {
		t.Errorf("%d elements have something to try, want at least 60", tries)
	}
}

func TestGivenAKeyThenTheLookupsFindItsPlace(t *testing.T) {
	c := loaded(t)
	n := 0
	for want := range c.Prompts() {
		n++
		got, ok := c.Prompt(want.Prompt.Key)
		if !ok || got != want {
			t.Fatalf("Prompt(%q) = %v, %v", want.Prompt.Key, got, ok)
		}
		element, ok := c.Element(want.Element.Key)
		if !ok || element.Element != want.Element || element.Prompt != nil {
			t.Fatalf("Element(%q) = %v, %v", want.Element.Key, element, ok)
		}
		if !strings.HasPrefix(want.Prompt.Key, want.Element.Key+"#") || !strings.HasPrefix(want.Element.Key, want.Framework.Key+"/") ||
			!strings.HasPrefix(want.Framework.Key, want.Source.Key+"/") {
			t.Fatalf("%q does not stand under %q, %q, %q", want.Prompt.Key, want.Element.Key, want.Framework.Key, want.Source.Key)
		}
	}
	if n < 310 {
		t.Errorf("there are %d questions, want at least 310", n)
	}
	const fair = "Fairness · How To Get Into a Leadership Role at Work: 7 Steps"
	for key, want := range map[string]string{
		"steps/qualities/fairness": fair, "steps/qualities/fairness#1": fair, "steps/qualities/gone#1": "", "own/x": "", "": "",
	} {
		if got := c.SourceLine(key); got != want {
			t.Errorf("SourceLine(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestGivenTheWalkStopsThenNothingFollows(t *testing.T) {
	n := 0
	for range loaded(t).Prompts() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("walked %d questions, want 3", n)
	}
}

func TestGivenTheCatalogueThenEveryKindIsAskedFor(t *testing.T) {
	counts := map[journal.Kind]int{}
	for at := range loaded(t).Prompts() {
		counts[at.Prompt.Kind]++
	}
	t.Logf("questions by kind: %v", counts)
	for _, k := range journal.Kinds() {
		if counts[k] == 0 {
			t.Errorf("no question suits the kind %s", k)
		}
	}
	if len(counts) != len(journal.Kinds()) {
		t.Errorf("kinds of the questions: %v", counts)
	}
}
