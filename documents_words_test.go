package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	markdown "github.com/yuin/goldmark/ast"
)

// words gives what stands in the window, in English, as patterns: what is filled
// in there may be anything.
func words(t *testing.T) []*regexp.Regexp {
	t.Helper()
	files, err := filepath.Glob("ui/languages/de/*.json")
	if err != nil {
		t.Fatal(err)
	}
	filled := regexp.MustCompile(`\\{\\{\\.[A-Za-z]+\\}\\}`)
	var all []*regexp.Regexp
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]json.RawMessage{}
		if err := json.Unmarshal(source, &said); err != nil {
			t.Fatal(err)
		}
		for english := range said {
			english, _, _ = strings.Cut(english, " ‹") // what tells it from another of the name
			all = append(all, regexp.MustCompile("^"+filled.ReplaceAllString(regexp.QuoteMeta(english), ".+")+"$"))
		}
	}
	if len(all) < 1000 {
		t.Fatalf("the window says only %d things", len(all))
	}
	return all
}

// emphasised gives what stands in a page between single stars: there, the words
// of the window, and the way to them with arrows between.
func (p parsed) emphasised() (all []string) {
	p.walk(func(n markdown.Node) {
		e, ok := n.(*markdown.Emphasis)
		if !ok || e.Level != 1 {
			return
		}
		var text strings.Builder
		for c := e.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*markdown.Text); ok {
				text.Write(t.Segment.Value(p.source))
			}
		}
		all = append(all, strings.Split(text.String(), " → ")...)
	})
	return all
}

func TestWhatTheGuideSaysOfTheWindowStandsThere(t *testing.T) {
	window := words(t)
	for _, path := range []string{filepath.Join("docs", "guide.md"), "README.md"} {
		found := 0
		for _, name := range parse(t, path).emphasised() {
			found++
			stands := func(w *regexp.Regexp) bool { return w.MatchString(strings.TrimPrefix(name, "+ ")) }
			if !slices.ContainsFunc(window, stands) {
				t.Errorf("%s: nothing in the window is called %q", path, name)
			}
		}
		if found < 10 {
			t.Errorf("%s names only %d things of the window", path, found)
		}
	}
}
