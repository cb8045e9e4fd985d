package exchange_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

func read(text string) (journal.Incoming, error) {
	return exchange.ReadOwn(context.Background(), strings.NewReader(text))
}

const good = `{"id":"e-%d","day":"2026-11-20","body":"good"}`

// document puts entries into an otherwise empty document.
func document(entries ...string) string {
	return `{"format":"groundwork-journal/1","entries":[` + strings.Join(entries, ",") + `]}`
}

func TestReadOwnRefusesWhatIsNoJournal(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "This file is empty."},
		{"only a mark", "\ufeff", "This file is empty."},
		{"text", "hello", "not a JSON object"},
		{"a list", "[]", "not a JSON object"},
		{"no format", `{"entries":[]}`, "does not say what it is"},
		{"another format", `{"format":"diary/1"}`, `it says that it is "diary/1"`},
		{"a number as format", `{"format":1}`, "it says that it is 1"},
		{"a newer format", `{"format":"groundwork-journal/2"}`, "A newer version of Groundwork wrote this file (groundwork-journal/2)."},
		{"entries is no list", `{"format":"groundwork-journal/1","entries":{}}`, `"entries" is not a list`},
		{"cut off in an entry", document(good)[:70], "cut off"},
		{"cut off before the end", strings.TrimSuffix(document(good), "}"), "cut off"},
		{"cut off after a name", `{"format"`, "cut off"},
		{"a missing comma", `{"format":"groundwork-journal/1" "entries":[]}`, "not valid JSON from its byte 34 on"},
		{"a second document", document() + "{}", "not valid JSON"},
		{"a name without quotes", `{format:1}`, "not valid JSON"},
		{"nothing but brackets", `{"format":"groundwork-journal/1","entries":` + strings.Repeat("[", 1_000_000), "cut off"},
		{"a comma too many", `{"format":"groundwork-journal/1","entries":[,]}`, "not valid JSON"},
	} {
		in, err := read(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
		if !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: %v is not an ErrInvalid", c.name, err)
		}
		if len(in.Contents.Entries) > 0 {
			t.Errorf("%s: something was read", c.name)
		}
	}
}

func TestReadOwnSetsBadEntriesAside(t *testing.T) {
	for _, c := range []struct{ name, entry, label, reason string }{
		{"no such day", `{"title":"Bad","day":"2026-02-30"}`, "Bad", "There is no day 2026-02-30 in the calendar."},
		{"not a day", `{"id":"x7","day":"soon"}`, "x7", `"soon" is not a date. Write it as 2026-11-20.`},
		{"a number for text", `{"id":"x7","body":1}`, "x7", `The field "body" cannot hold a value of type number.`},
		{"a list for an object", `{"id":"x7","moment":[]}`, "x7", "needed where a value of type array stands"},
		{"not an instant", `{"id":"x7","created":"yesterday"}`, "x7", "is not an instant. Write it as 2026-11-20T21:04:00+01:00."},
		{"not an object", `[1,2]`, "entry 2", "needed where a value of type array stands"},
		{"a word", `nonsense`, "entry 2", "It is not valid JSON"},
		{"not JSON inside", `{"id":"x7","body":tru}`, "entry 2", "It is not valid JSON"},
		{"broken UTF-8", "{\"title\":\"caf\xe9\"}", "caf\ufffd", "It is not valid UTF-8."},
		{"NUL bytes", "{\"id\":\"x7\",\"body\":\"a\x00b\"}", "entry 2", "It holds NUL bytes."},
		{"too deep", `{"id":"x7","x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`, "x7", "It is nested too deeply (64 levels at most)."},
		{"too long", `{"id":"x7","body":"` + strings.Repeat("x", 17<<20) + `"}`, "entry 2", "It is too long (16 MB at most)."},
	} {
		in, err := read(document(fmt.Sprintf(good, 1), c.entry, fmt.Sprintf(good, 3)))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if len(in.Contents.Entries) != 2 || len(in.Quarantined) != 1 {
			t.Errorf("%s: %d entries and %d quarantined, want 2 and 1", c.name, len(in.Contents.Entries), len(in.Quarantined))
			continue
		}
		q := in.Quarantined[0]
		if q.Name != c.label || !strings.Contains(q.Reason, c.reason) || !q.Entry {
			t.Errorf("%s: quarantined as %q: %q; want %q: %q", c.name, q.Name, q.Reason, c.label, c.reason)
		}
		if q.Raw == "" || !strings.HasPrefix(c.entry, strings.TrimSuffix(q.Raw, "…")) {
			t.Errorf("%s: its text is not kept", c.name)
		}
	}
}

func TestReadOwnReadsWhatOtherProgramsWrite(t *testing.T) {
	text := "\ufeff\r\n {\r\n\t\"packs\": null, \"zebra\": {\"stripes\" : [1, 2]},\r\n\"entries\": [ " +
		fmt.Sprintf(good, 1) + " ],\"plan\":null,\"exported\":17,\"people\":[],\"format\" : \"groundwork-journal/1\" } \r\n"
	in, err := read(text)
	if err != nil {
		t.Fatal(err)
	}
	want := journal.Extra{"zebra": json.RawMessage(`{"stripes":[1,2]}`)}
	if diff := cmp.Diff(want, in.Contents.Extra); diff != "" {
		t.Error(diff)
	}
	if len(in.Contents.Entries) != 1 || in.Contents.Plan != nil || in.Format != "groundwork" {
		t.Errorf("read %+v", in)
	}
}

func TestReadOwnStopsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := exchange.ReadOwn(ctx, strings.NewReader(document(fmt.Sprintf(good, 1)))); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestReadOwnGivesUpOnAFileFullOfRubbish(t *testing.T) {
	_, err := exchange.ReadOwn(context.Background(), io.MultiReader(
		strings.NewReader(`{"format":"groundwork-journal/1","entries":[0`),
		strings.NewReader(strings.Repeat(",0", 20_000)), strings.NewReader("]}")))
	if err == nil || !strings.Contains(err.Error(), "More than 10000 things in this file cannot be read") {
		t.Errorf("error %v", err)
	}
}

func TestFindLooksAtTheContent(t *testing.T) {
	sorted := `{"entries":[` + fmt.Sprintf(good, 1) + strings.Repeat(" ", 200_000) + `],"format":"groundwork-journal/1"}`
	files := fstest.MapFS{
		"a.txt":       {Data: []byte(document())},
		"b.json":      {Data: []byte(sorted)},
		"c.json":      {Data: []byte(`{"metadata":{"version":"1.0"},"entries":[]}`)},
		"d.json":      {Data: []byte("I wrote \"groundwork-journal/1\" here")},
		"e.json":      {Data: nil},
		"sub/x.json":  {Data: []byte(document())},
		"marked.json": {Data: []byte("\ufeff" + document())},
	}
	for path, want := range map[string]string{
		"a.txt": "groundwork", "b.json": "groundwork", "marked.json": "groundwork",
		"c.json": "not a journal", "d.json": "not a journal", "e.json": "empty", "sub": "This folder does not hold a journal",
	} {
		src, err := exchange.NewSource(files, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		f, err := exchange.Find("", src)
		switch {
		case err != nil && !strings.Contains(err.Error(), want):
			t.Errorf("%s: %v, want %q", path, err, want)
		case err == nil && f.Name() != want:
			t.Errorf("%s is taken for %s, want %q", path, f.Name(), want)
		case err == nil:
			if in, err := f.Read(context.Background(), src); err != nil || len(in.Quarantined) > 0 {
				t.Errorf("%s: %v %v", path, err, in.Quarantined)
			}
		}
	}
	if _, err := exchange.Find("nothing", exchange.Source{}); !errors.Is(err, exchange.ErrUnknownFormat) {
		t.Errorf("Find of an unknown format = %v", err)
	}
	if f, err := exchange.Find("Groundwork", exchange.Source{}); err != nil || f.Name() != "groundwork" {
		t.Errorf("Find by name = %v, %v", f, err)
	}
	if _, err := exchange.NewSource(files, "missing"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("NewSource of a missing file = %v", err)
	}
}

func TestWriteOwnPutsEachThingOnItsLine(t *testing.T) {
	x := whole(journal.Contents{
		Entries: []journal.Entry{{ID: "1", Body: "a\nb <i>"}, {ID: "2"}},
		Extra:   journal.Extra{"zebra": json.RawMessage(`1`)},
	})
	got := written(t, x)
	want := `{"format": "groundwork-journal/1",
"exported": "2026-11-20T21:04:00+01:00",
"entries": [
{"id":"1","kind":"","day":"","precision":"","created":"0001-01-01T00:00:00Z","updated":"0001-01-01T00:00:00Z","title":"","body":"a\nb <i>","tags":[],"private":false,"starred":false},
{"id":"2","kind":"","day":"","precision":"","created":"0001-01-01T00:00:00Z","updated":"0001-01-01T00:00:00Z","title":"","body":"","tags":[],"private":false,"starred":false}
],
"expectations": [
],
"people": [
],
"plan": {},
"prompts": [
],
"packs": [
],
"zebra": 1
}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	x.People = nil
	if strings.Contains(written(t, x), `"people"`) {
		t.Error("people are written though they stay in")
	}
}

// fullDisk refuses to write after n bytes.
type fullDisk struct{ n int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.n -= len(p); d.n < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(p), nil
}

func TestWriteOwnTellsThatItFailed(t *testing.T) {
	broken := errors.New("broken store")
	x := whole(journal.Contents{Entries: []journal.Entry{{ID: "1", Body: strings.Repeat("x", 1<<18)}}})
	for _, n := range []int{0, 100, 1 << 17} {
		if err := exchange.WriteOwn(&fullDisk{n}, x, exported); err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("a disk of %d bytes: %v", n, err)
		}
	}
	x.Entries = func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, broken) }
	if err := exchange.WriteOwn(io.Discard, x, exported); !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the store", err)
	}
}

func FuzzReadOwn(f *testing.F) {
	f.Add([]byte(document(fmt.Sprintf(good, 1))))
	f.Add([]byte(`{"format":"groundwork-journal/1","people":[{"name":"x"}],"plan":{"goals":[{}]},"q":1e999}`))
	f.Add([]byte("\ufeff{\"format\":\"groundwork-journal/1\",\"entries\":[{\"body\":\"\\ud800\"},[[[[]]]],\"\\\"\"]}"))
	f.Add([]byte(`{"format":"groundwork-journal/1","entries":[{"BODY":"x","Extra":1,"body":"y","moment":null}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		in, err := read(string(text))
		if err != nil {
			if !errors.Is(err, journal.ErrInvalid) {
				t.Fatalf("%v is not a sentence for the user", err)
			}
			return
		}
		for _, q := range in.Quarantined {
			if q.Name == "" || q.Reason == "" {
				t.Fatalf("quarantined without a name or a reason: %+v", q)
			}
		}
		// What was read can be written, and reads the same.
		once := written(t, whole(in.Contents))
		if twice := written(t, whole(readBack(t, once).Contents)); once != twice {
			t.Fatalf("not the same after reading:\n%s", cmp.Diff(once, twice))
		}
	})
}
