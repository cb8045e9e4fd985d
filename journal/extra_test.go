package journal_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// TestOfEveryObjectTheUnknownMembersAreKept, wherever in it they stand and
// whatever the others hold.
func TestOfEveryObjectTheUnknownMembersAreKept(t *testing.T) {
	names := rapid.SampledFrom([]string{"title", "body", "Title", "mood", `ti"tle`, `tit\`, "", "täg", "{", "]"})
	texts := rapid.SampledFrom([]string{"", "plain", `"`, `\`, `\\"`, "a, \"mood\": {", "]}", "ü"})
	rapid.Check(t, func(rt *rapid.T) {
		object := map[string]any{}
		for range rapid.IntRange(0, 5).Draw(rt, "members") {
			name, text := names.Draw(rt, "name"), texts.Draw(rt, "text")
			object[name] = text
			if name != "title" && name != "body" && rapid.Bool().Draw(rt, "nested") {
				object[name] = []any{text, map[string]any{"mood": text, text: []any{text, 1}}}
			}
		}
		data, err := json.Marshal(object)
		if err != nil {
			rt.Fatal(err)
		}
		var e journal.Entry
		if err := json.Unmarshal(data, &e); err != nil {
			rt.Fatalf("%s: %v", data, err)
		}
		for name, value := range object {
			switch _, kept := e.Extra[name]; {
			case name == "title" && e.Title != value, name == "body" && e.Body != value:
				rt.Errorf("%s: %s is lost", data, name)
			case kept == (name == "title" || name == "body"):
				rt.Errorf("%s: %q is kept as unknown: %v", data, name, kept)
			}
		}
	})
}
