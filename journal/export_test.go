package journal_test

import (
	"context"
	"strings"
	"testing"

	"groundwork/journal"
)

// shy is a journal with private things everywhere: whatever may not go out
// holds the word SECRET.
const shy = `{
"entries": [
 {"id":"open","kind":"feedback","day":"2026-11-03","title":"Open","people":[{"person":"named","role":"saw"}],"links":["shut","other"],
  "feedback":{"giver":"giver","actedOnIn":["shut","other"]},"evidence":[{"expectation":"x"}]},
 {"id":"shut","day":"2026-11-02","title":"SECRET title","body":"SECRET body","tags":["SECRET tag"],"private":true,"people":[{"person":"hidden"}]},
 {"id":"other","kind":"moment","day":"2026-10-01","body":"Other"}],
"people": [
 {"id":"named","name":"Mei","notes":"SECRET note","matters":"SECRET matter","leadingUp":{"offered":"SECRET offer"}},
 {"id":"giver","name":"Kwame","notes":"SECRET"},{"id":"hidden","name":"SECRET person"}],
"expectations": [{"id":"x","name":"Develops people"}],
"plan": {"goals":[{"id":"g","text":"Goal","person":"hidden","entries":["shut","open"]}]},
"packs": [{"id":"k","title":"Pack","sections":[{"key":"s","title":"Section","bullets":[
  {"text":"SECRET bullet","entries":["shut"]},{"text":"SECRET mixed","edited":true,"entries":["open","shut"]},
  {"text":"From the open one","entries":["open"]},{"text":"By hand"}]}],
  "given":{"to":"SECRET PERSON","answer":"yes","application":"shut"}}]
}`

func export(t *testing.T, j *journal.Journal, o journal.ExportOptions) (journal.Export, string) {
	t.Helper()
	x, err := j.Export(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return x, describe(t, x)
}

func TestExportKeepsPrivateThingsIn(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, shy))
	x, text := export(t, j, journal.ExportOptions{})
	if strings.Contains(text, "SECRET") {
		t.Errorf("something private goes out:\n%s", text)
	}
	if shut := find(t, store, "SECRET title"); strings.Contains(text, string(shut.ID)) {
		t.Errorf("the private entry is still pointed to:\n%s", text)
	}
	if x.Count != 2 || x.LeftOut != 1 {
		t.Errorf("count %d and %d left out, want 2 and 1", x.Count, x.LeftOut)
	}
	if x.People != nil {
		t.Errorf("people go out: %+v", x.People)
	}
	for _, want := range []string{"Open", "Other", `"Mei"`, `"Kwame"`, "From the open one", "By hand", "Develops people", `"Goal"`, string(find(t, store, "").ID)} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not go out", want)
		}
	}
}

func TestExportWithAFilterPointsOnlyToWhatGoesOut(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, shy))
	x, text := export(t, j, journal.ExportOptions{Filter: journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}})
	if x.Count != 1 || x.LeftOut != 0 {
		t.Errorf("count %d and %d left out, want 1 and 0", x.Count, x.LeftOut)
	}
	for _, no := range []string{"SECRET", "Mei", "Kwame", "From the open one", string(find(t, store, "Open").ID)} {
		if strings.Contains(text, no) {
			t.Errorf("%q goes out:\n%s", no, text)
		}
	}
}

func TestExportWithEverything(t *testing.T) {
	j, _ := onDisk(t)
	doImport(t, j, contents(t, shy))
	x, text := export(t, j, journal.ExportOptions{IncludePrivate: true})
	if x.Count != 3 || x.LeftOut != 0 || len(x.People) != 3 {
		t.Errorf("count %d, %d left out, %d people", x.Count, x.LeftOut, len(x.People))
	}
	for _, want := range []string{"SECRET body", "SECRET note", "SECRET offer", "SECRET mixed", "SECRET PERSON"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q stays in", want)
		}
	}
}

func TestExportDoesNotChangeTheJournal(t *testing.T) {
	j, _ := onDisk(t)
	doImport(t, j, contents(t, shy))
	before := state(t, j)
	export(t, j, journal.ExportOptions{})
	if before != state(t, j) {
		t.Error("the journal is another one after an export")
	}
}

func TestExportOfAnEmptyJournalHasPeopleOnlyWithEverything(t *testing.T) {
	j, _ := onDisk(t)
	if x, _ := export(t, j, journal.ExportOptions{IncludePrivate: true}); x.People == nil {
		t.Error("no list of people")
	}
	if x, _ := export(t, j, journal.ExportOptions{}); x.People != nil {
		t.Error("a list of people")
	}
}
