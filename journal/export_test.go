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

func TestPrivateEntriesGoOutOneByOne(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[
		{"id":"a","day":"2026-11-01","title":"Open","links":["b","c"]},
		{"id":"b","day":"2026-11-02","title":"Chosen","private":true},
		{"id":"c","day":"2026-11-03","title":"SECRET","private":true}],
		"people":[{"id":"p","name":"Mei","notes":"SECRET"}]}`))
	x, text := export(t, j, journal.ExportOptions{Private: []journal.ID{find(t, store, "Chosen").ID}})
	if x.Count != 2 || x.LeftOut != 1 || !strings.Contains(text, "Chosen") || strings.Contains(text, "SECRET") || x.People != nil {
		t.Errorf("%d entries, %d left out:\n%s", x.Count, x.LeftOut, text)
	}
	if got, want := x.Tally(), (journal.Tally{Entries: 2, Private: 1}); got != want {
		t.Errorf("tally %+v, want %+v", got, want)
	}
	// A filter that does not let it pass keeps it in.
	x, _ = export(t, j, journal.ExportOptions{Private: []journal.ID{find(t, store, "Chosen").ID}, Filter: journal.Filter{Until: mustDay(t, "2026-11-01")}})
	if x.Count != 1 || x.LeftOut != 0 {
		t.Errorf("%d entries, %d left out, want 1 and 0", x.Count, x.LeftOut)
	}
}

func TestTheTitleOfAPrivateEntryIsNotNamedByOthers(t *testing.T) {
	j, _ := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[
		{"id":"a","kind":"moment","day":"2026-11-01","title":"Shared","body":"See [[SECRET talk]], [[ secret TALK |my words]], `+"`[[SECRET talk]]`"+` \\[[Sécret talk]] [[Shared]] [[x","moment":{"result":"[[SECRET talk]]"},"unknown":{"a":["[\u005bSECRET talk]]"],"b":[[1]],"c":1.50}},
		{"id":"b","day":"2026-12-02","title":"SECRET talk","private":true},
		{"id":"c","day":"2026-12-02","title":"Shared","private":true}],
		"plan":{"goals":[{"id":"g","text":"After [[SECRET talk]]"}]}}`))
	// The filter leaves the private ones out besides.
	_, text := export(t, j, journal.ExportOptions{Filter: journal.Filter{Until: mustDay(t, "2026-11-30")}})
	if strings.Contains(strings.ToLower(text), "secret") || strings.Contains(text, "Sécret") {
		t.Errorf("the title goes out:\n%s", text)
	}
	for _, want := range []string{"See a private entry, my words, `a private entry`", "[[Shared]] [[x", `"After a private entry"`, `"a private entry"`, "1.50"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not go out:\n%s", want, text)
		}
	}
}

// TestTheTitleOfAPrivateEntryIsNotNamedHoweverItIsWritten: with brackets in
// it, over the end of a line, with more space, or in the name of a file.
func TestTheTitleOfAPrivateEntryIsNotNamedHoweverItIsWritten(t *testing.T) {
	j, _ := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[
		{"id":"a","day":"2026-11-01","title":"Open","body":"1 [[SECRET [draft] plan]] 2 [[SECRET  [draft]\nplan|my words]] 3 [[secret [x]]] 4 [[a]] [[b [c]]] [[ ]]",
		 "attachments":[{"name":"[[SECRET [x]]].pdf","url":"https://x.org"}]},
		{"id":"b","day":"2026-12-02","title":"SECRET [draft] plan","private":true},
		{"id":"c","day":"2026-12-02","title":"SECRET [x]","private":true}]}`))
	_, text := export(t, j, journal.ExportOptions{})
	if strings.Contains(strings.ToLower(text), "secret") {
		t.Errorf("a title goes out:\n%s", text)
	}
	if want := "1 a private entry 2 my words 3 a private entry 4 [[a]] [[b [c]]] [[ ]]"; !strings.Contains(text, want) {
		t.Errorf("%q does not go out:\n%s", want, text)
	}
}

func TestAnExportWithMaskedNamesKeepsInWhatCannotBeMasked(t *testing.T) {
	j, _ := onDisk(t)
	doImport(t, j, contents(t, shy))
	doImport(t, j, contents(t, `{"entries":[{"id":"files","day":"2026-11-04","title":"Files","mood":"Mei","tags":["mei/x"],"attachments":[
		{"name":"Mei.pdf","url":"https://example.org/mei"},{"name":"plan.pdf","url":"https://example.org"}]}],
		"packs":[{"id":"k2","title":"For Kwame","given":{"to":"A stranger"}}]}`))
	x, text := export(t, j, journal.ExportOptions{IncludePrivate: true, MaskNames: true})
	for _, no := range []string{"Mei", "mei", "Kwame", "mood", "stranger", "SECRET"} {
		if strings.Contains(text, no) {
			t.Errorf("%q goes out:\n%s", no, text)
		}
	}
	for _, want := range []string{` body"`, `"plan.pdf"`, "https://example.org\"", "attachment.pdf", "Person 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q stays in:\n%s", want, text)
		}
	}
	if x.People != nil {
		t.Errorf("people go out: %+v", x.People)
	}
	if got := x.Tally(); got.Entries != 4 || got.Files != 1 || got.Private != 0 || got.Names == 0 {
		t.Errorf("tally %+v", got)
	}
}

func TestAnExportOfEntriesOnlyTellsWhatItNeedsToReadThem(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, shy))
	for _, private := range []bool{false, true} {
		x, _ := export(t, j, journal.ExportOptions{EntriesOnly: true, IncludePrivate: private})
		if len(x.Plan.Goals)+len(x.Packs)+len(x.OwnPrompts) > 0 {
			t.Errorf("more goes out: %+v", x)
		}
		if want := (journal.Span{From: mustDay(t, "2026-10-01"), Until: mustDay(t, "2026-11-03")}); x.Days != want {
			t.Errorf("days %v, want %v", x.Days, want)
		}
		if l, ok := x.Line(find(t, store, "Open").ID); !ok || l.Title != "Open" {
			t.Errorf("line %+v, %v", l, ok)
		}
		if _, ok := x.Line(find(t, store, "SECRET title").ID); ok != private {
			t.Errorf("a private entry has a line: %v, want %v", ok, private)
		}
	}
}

func TestThePeriodsOfAnExport(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	from := func(s journal.Span) string {
		if !s.Until.IsZero() {
			t.Errorf("%v ends", s)
		}
		return s.From.String()
	}
	for review, want := range map[string]string{"": "2025-12-01", "2026-03-15": "2026-03-15", "2027-01-01": "2025-12-01"} {
		var plan journal.Plan
		if review != "" {
			plan.ReviewFrom = mustDay(t, review)
		}
		since, quarter, year, all := journal.ExportPeriods(plan, today)
		if from(since) != want || from(quarter) != "2026-10-01" || from(year) != "2026-01-01" || from(all) != "" {
			t.Errorf("%q: %v, %v, %v, %v", review, since, quarter, year, all)
		}
	}
}
