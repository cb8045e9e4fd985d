package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/exchange"
)

var exported = time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600))

// whole makes an export of everything in c.
func whole(c journal.Contents) journal.Export {
	x := journal.Export{
		Count: len(c.Entries), Expectations: c.Expectations, People: c.People, OwnPrompts: c.OwnPrompts, Packs: c.Packs, Extra: c.Extra,
		Entries: func(yield func(journal.Entry, error) bool) {
			for _, e := range c.Entries {
				if !yield(e, nil) {
					return
				}
			}
		},
	}
	if x.People == nil {
		x.People = []journal.Person{}
	}
	if c.Plan != nil {
		x.Plan = *c.Plan
	}
	return x
}

type failer interface{ Fatalf(string, ...any) }

func written(t failer, x journal.Export) string {
	var out bytes.Buffer
	if err := exchange.WriteOwn(&out, x, exported); err != nil {
		t.Fatalf("write: %v", err)
	}
	return out.String()
}

func readBack(t failer, text string) journal.Incoming {
	in, err := exchange.ReadOwn(context.Background(), strings.NewReader(text))
	if err != nil {
		t.Fatalf("read: %v\n%s", err, text)
	}
	if len(in.Quarantined) > 0 {
		t.Fatalf("quarantined: %v", in.Quarantined)
	}
	return in
}

func TestWhatIsWrittenIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := written(t, whole(anyContents(t)))
		if again := written(t, whole(readBack(t, text).Contents)); again != text {
			t.Fatalf("not the same after reading:\n%s", cmp.Diff(text, again))
		}
	})
}

// TestImportKeepsEverything takes random journals through the store.
func TestImportKeepsEverything(t *testing.T) {
	ctx := context.Background()
	var j *journal.Journal // empty again after each run that went well
	rapid.Check(t, func(r *rapid.T) {
		now := j
		if j = nil; now == nil {
			now = emptyJournal(t)
		}
		takeThrough(ctx, r, now)
		j = now
	})
}

// takeThrough imports a random journal, exports it, imports it again and
// takes both imports back.
func takeThrough(ctx context.Context, t *rapid.T, j *journal.Journal) {
	c := anyContents(t)
	withoutTwins(&c)
	text := written(t, whole(c))
	in := readBack(t, text)
	in.Files = openKnown
	report, err := j.Import(ctx, in, false)
	if err != nil {
		t.Fatalf("import: %v\n%s", err, text)
	}
	if len(report.Quarantined) != len(unknownFiles(c)) {
		t.Fatalf("quarantined: %+v\n%s", report.Quarantined, text)
	}
	x, err := j.Export(ctx, journal.ExportOptions{IncludePrivate: true})
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	if diff := cmp.Diff(byID(t, text), byID(t, written(t, x))); diff != "" {
		t.Fatalf("import and export changed the journal (-file +journal):\n%s", diff)
	}
	again, err := j.Import(ctx, readBack(t, text), false)
	if err != nil {
		t.Fatalf("import again: %v", err)
	}
	if again.Same != len(c.Entries) || again.New != 0 || again.Changed != 0 {
		t.Fatalf("importing again: %+v, want all %d the same", again, len(c.Entries))
	}
	undone, err := j.UndoImport(ctx, report.Batch)
	if err != nil || undone.Removed != len(c.Entries) || len(undone.Kept) > 0 {
		t.Fatalf("undo: %+v, %v", undone, err)
	}
	if x, err = j.Export(ctx, journal.ExportOptions{IncludePrivate: true}); err != nil {
		t.Fatalf("export: %v", err)
	}
	if left := written(t, x); left != written(t, whole(journal.Contents{})) {
		t.Fatalf("the undo left something behind:\n%s", left)
	}
}

// unknownFiles are the contents that entries name and that nobody has.
func unknownFiles(c journal.Contents) map[string]bool {
	unknown, known := map[string]bool{}, knownFiles()
	for _, e := range c.Entries {
		for _, a := range e.Attachments {
			sum := strings.ToLower(a.SHA256)
			if _, ok := known[sum]; !ok && sum != "" {
				unknown[sum] = true
			}
		}
	}
	return unknown
}

// withoutTwins drops things that share an id, which no journal holds.
func withoutTwins(c *journal.Contents) {
	seen := map[journal.ID]bool{}
	twin := func(id journal.ID) bool {
		was := seen[id]
		seen[id] = true
		return was
	}
	c.Entries = slices.DeleteFunc(c.Entries, func(e journal.Entry) bool { return twin(e.ID) })
	c.People = slices.DeleteFunc(c.People, func(p journal.Person) bool { return twin(p.ID) })
	c.Expectations = slices.DeleteFunc(c.Expectations, func(x journal.Expectation) bool { return twin(x.ID) })
	c.OwnPrompts = slices.DeleteFunc(c.OwnPrompts, func(p journal.OwnPrompt) bool { return twin(p.ID) })
	c.Packs = slices.DeleteFunc(c.Packs, func(p journal.Pack) bool { return twin(p.ID) })
	c.Plan.Goals = slices.DeleteFunc(c.Plan.Goals, func(g journal.Goal) bool { return twin(g.ID) })
}

// byID brings a document into a form in which the order of its lists does not
// count.
func byID(t *rapid.T, text string) map[string]any {
	var doc map[string]any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, text)
	}
	for _, name := range slices.Collect(maps.Keys(doc)) {
		list, ok := doc[name].([]any)
		if !ok {
			continue
		}
		slices.SortFunc(list, func(a, b any) int {
			return strings.Compare(a.(map[string]any)["id"].(string), b.(map[string]any)["id"].(string))
		})
	}
	return doc
}

// emptyJournal makes a journal in a real store.
func emptyJournal(t *testing.T) *journal.Journal {
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return journal.New(store, journal.Options{})
}
