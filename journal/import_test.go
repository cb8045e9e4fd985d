package journal_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
)

var importedAt = time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600))

// onDisk makes a new journal in a real store.
func onDisk(t testing.TB) (*journal.Journal, journal.Store) {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return journal.New(store, journal.Options{Now: func() time.Time { return importedAt }}), store
}

// contents reads the members of a document as they stand in the file.
func contents(t testing.TB, text string) journal.Incoming {
	t.Helper()
	in := journal.Incoming{Format: "test"}
	if err := json.Unmarshal([]byte(text), &in.Contents); err != nil {
		t.Fatal(err)
	}
	return in
}

func doImport(t testing.TB, j *journal.Journal, in journal.Incoming) journal.ImportReport {
	t.Helper()
	r, err := j.Import(context.Background(), in, false)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// state writes down everything a journal holds.
func state(t testing.TB, j *journal.Journal) string {
	t.Helper()
	x, err := j.Export(context.Background(), journal.ExportOptions{IncludePrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	return describe(t, x)
}

func describe(t testing.TB, x journal.Export) string {
	t.Helper()
	var entries []journal.Entry
	for e, err := range x.Entries {
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	text, err := json.MarshalIndent([]any{entries, x.Expectations, x.People, x.Plan, x.OwnPrompts, x.Packs, x.Extra}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// foreign is a journal with the ids of another program.
const foreign = `{
"entries": [
 {"id":"e1","kind":"feedback","day":"2026-11-01","created":"2026-11-01T08:00:00Z","title":"One","links":["e2"],
  "feedback":{"giver":"p1","actedOnIn":["e2"]},"people":[{"person":"P2"},{"person":"Mei Chen"}],
  "evidence":[{"expectation":"x1"},{"expectation":"Typed in"}]},
 {"id":"e2","day":"2026-11-02","created":"2026-11-02T08:00:00Z","body":"Two"}],
"people": [{"id":"p1","name":"Kwame"},{"name":"Mei Chen"}],
"expectations": [{"id":"x1","name":"Develops people","order":1}],
"plan": {"goals":[{"id":"g1","text":"Ask","person":"p1","entries":["e1"]}]},
"prompts": [{"id":"q1","text":"Why?"}],
"packs": [{"id":"k1","sections":[{"key":"s","bullets":[{"text":"b","entries":["e1","e2"]}]}],"given":{"application":"e2"}}]
}`

func TestImportMapsForeignIDsEverywhere(t *testing.T) {
	ctx := context.Background()
	j, store := onDisk(t)
	doImport(t, j, contents(t, foreign))
	text := state(t, j)
	for _, id := range []string{`"e1"`, `"e2"`, `"p1"`, `"x1"`, `"g1"`, `"q1"`, `"k1"`} {
		if strings.Contains(text, id) {
			t.Errorf("%s is still there", id)
		}
	}
	two := find(t, store, "")
	one := find(t, store, "One")
	if diff := cmp.Diff([]journal.ID{two.ID}, one.Links); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]journal.ID{two.ID}, one.Feedback.ActedOnIn); diff != "" {
		t.Error(diff)
	}
	people, err := store.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range people {
		names[string(p.ID)] = p.Name
	}
	got := []string{names[one.Feedback.Giver], names[one.People[0].Person], names[one.People[1].Person]}
	if diff := cmp.Diff([]string{"Kwame", "P2", "Mei Chen"}, got); diff != "" {
		t.Error(diff)
	}
	plan, err := store.Plan(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if names[plan.Goals[0].Person] != "Kwame" || plan.Goals[0].Entries[0] != one.ID {
		t.Errorf("the goal points to %v", plan.Goals[0])
	}
	packs, err := store.Packs(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.ID{one.ID, two.ID}, packs[0].Sections[0].Bullets[0].Entries); diff != "" {
		t.Error(diff)
	}
	if packs[0].Given.Application != two.ID {
		t.Errorf("the pack belongs to %s, want %s", packs[0].Given.Application, two.ID)
	}

	// Another journal gets the same ids.
	other, _ := onDisk(t)
	doImport(t, other, contents(t, foreign))
	if diff := cmp.Diff(text, state(t, other)); diff != "" {
		t.Errorf("another journal got something else:\n%s", diff)
	}
}

// find reads the entry of that title.
func find(t testing.TB, store journal.Store, title string) journal.Entry {
	t.Helper()
	for e, err := range store.Entries(context.Background(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Title == title {
			return e
		}
	}
	t.Fatalf("no entry with the title %q", title)
	return journal.Entry{}
}

func TestImportTwiceChangesNothing(t *testing.T) {
	j, _ := onDisk(t)
	in := contents(t, foreign)
	in.Contents.Extra = journal.Extra{"zebra": json.RawMessage(`1`)}
	first := doImport(t, j, in)
	before := state(t, j)
	if first.Found != 2 || first.New != 2 || first.Same != 0 || first.Changed != 0 {
		t.Errorf("first import: %+v", first)
	}
	again := doImport(t, j, in)
	if again.Found != 2 || again.New != 0 || again.Same != 2 || again.Changed != 0 {
		t.Errorf("second import: %+v", again)
	}
	if diff := cmp.Diff(before, state(t, j)); diff != "" {
		t.Errorf("the second import changed the journal:\n%s", diff)
	}
}

func TestImportWithoutIDsFindsItsEntriesAgain(t *testing.T) {
	j, _ := onDisk(t)
	in := contents(t, `{"entries":[{"day":"2026-11-01","body":"twin"},{"day":"2026-11-01","body":"twin"},{"day":"2026-11-01","body":"other"}]}`)
	if r := doImport(t, j, in); r.New != 3 {
		t.Errorf("first import: %+v, want 3 new", r)
	}
	if r := doImport(t, j, in); r.Same != 3 || r.New != 0 {
		t.Errorf("second import: %+v, want 3 the same", r)
	}
}

func TestImportQuarantinesWhatBreaksARule(t *testing.T) {
	j, _ := onDisk(t)
	in := contents(t, `{"entries":[
		{"id":"ok","day":"2026-11-01","body":"fine"},
		{"id":"a","day":"2026-11-01","kind":"poem","title":"Kind"},
		{"id":"b","title":"No date"},
		{"id":"c","day":"2026-11-01","body":"nul \u0000 byte"},
		{"id":"d","day":"2026-11-01","tags":[" "]},
		{"id":"ok","day":"2026-11-01","body":"another with this id"},
		{"id":"ok","day":"2026-11-01","body":"fine"},
		{"id":"created","created":"2026-10-31T23:30:00-05:00","body":"late in the evening"}],
		"people":[{"id":"p","name":""},{"id":"q","name":"X","support":"much"}],
		"expectations":[{"id":"x","name":" "}],
		"prompts":[{"id":"o"}],
		"plan":{"goals":[{"kind":"dream"}]},
		"packs":[{"id":"k","audience":"everybody"}]}`)
	in.Quarantined = []journal.Quarantined{{Name: "from the reader", Reason: "why", Entry: true}}
	r := doImport(t, j, in)
	if r.Found != 9 || r.New != 2 || r.Same != 1 {
		t.Errorf("report %+v, want 9 found, 2 new, 1 the same", r)
	}
	if len(r.Quarantined) != 12 {
		t.Errorf("%d quarantined, want 12: %+v", len(r.Quarantined), r.Quarantined)
	}
	for _, q := range r.Quarantined {
		if q.Name == "" || q.Reason == "" {
			t.Errorf("quarantined without a name or a reason: %+v", q)
		}
	}
	if text := state(t, j); !strings.Contains(text, `"day": "2026-10-31"`) {
		t.Errorf("an entry is not filed on the day of its own time zone:\n%s", text)
	}
}

func TestImportTakesInOddEntriesWithoutFailing(t *testing.T) {
	j, _ := onDisk(t)
	in := contents(t, `{"entries":[{"id":"e1","day":"2026-11-01","body":"x","tags":["a","a","A"],
		"people":[{"person":"Mei","role":"saw"},{"person":"Mei","role":"saw"},{"person":"mei"}],
		"evidence":[{"expectation":"X"},{"expectation":"X"},{"expectation":"x"}],
		"links":["e1","e1","gone"],"attachments":[{},{}],
		"moment":{"impact":{"value":1e300}},"created":"0001-01-01T00:00:00Z"}],
		"plan":{"goals":[{"id":"g","text":"1"},{"id":"g","text":"2"}],"metrics":[{"name":"m"},{"name":"m","values":[{"day":"2026-01-01","value":1},{"day":"2026-01-01","value":2}]}]},
		"expectations":[{"id":"o","name":"Order","order":-5}],
		"packs":[{"id":"k","sections":[{"key":"s"},{"key":"s"}]}]}`)
	if r := doImport(t, j, in); r.New != 1 {
		t.Errorf("report %+v", r)
	}
	if r := doImport(t, j, in); r.Same != 1 {
		t.Errorf("the second time: %+v", r)
	}
}

func BenchmarkImport10000(b *testing.B) {
	in := journal.Incoming{Format: "test"}
	for i := range 10_000 {
		in.Contents.Entries = append(in.Contents.Entries, journal.Entry{
			ID: journal.ID(fmt.Sprint("e", i)), Day: journal.Day{Year: 2020, Month: 1, Date: 1}.AddDays(i / 3),
			Body: strings.Repeat(fmt.Sprint("words of entry ", i, " "), 60), Tags: []string{"a", "b"},
			People: []journal.Involved{{Person: fmt.Sprint("Person ", i%30)}},
		})
	}
	for b.Loop() {
		j, _ := onDisk(b)
		doImport(b, j, in)
	}
}

func TestImportMakesNobodyOfAGiverOfSpaces(t *testing.T) {
	j, store := onDisk(t)
	r := doImport(t, j, contents(t, `{"entries": [{"id": "a", "kind": "feedback", "day": "2026-11-01", "body": "x", "feedback": {"giver": "  ", "quote": "Well done."}}]}`))
	if r.New != 1 || len(r.Quarantined) != 0 {
		t.Fatalf("the import came to %+v, want one new entry", r)
	}
	people, err := store.People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(people) != 0 {
		t.Errorf("the journal holds %+v, want nobody", people)
	}
}
