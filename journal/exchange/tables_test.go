package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

// tablesOf writes the tables of an export and reads them with encoding/csv.
func tablesOf(t failer, x journal.Export) (files folder, cells map[string][]map[string]string) {
	files = folder{}
	if err := exchange.WriteTables(files.create, x); err != nil {
		t.Fatalf("write: %v", err)
	}
	cells = map[string][]map[string]string{}
	for name, text := range files {
		cells[name] = cellsOf(t, text)
	}
	return files, cells
}

// cellsOf reads a table: each row by the heads of its columns.
func cellsOf(t failer, text []byte) []map[string]string {
	text, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if !marked {
		t.Fatalf("no byte order mark, so Excel does not know that it is UTF-8")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("not CSV: %v\n%s", err, text)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		named := map[string]string{}
		for i, head := range rows[0] {
			named[head] = row[i]
		}
		if len(named) != len(row) {
			t.Fatalf("two columns have one head: %q", rows[0])
		}
		all = append(all, named)
	}
	return all
}

// TestEveryCellComesBackOrIsDefused: the cells of any journal are those of its
// entries, and no text is a formula.
func TestEveryCellComesBackOrIsDefused(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := anyContents(r)
		_, cells := tablesOf(r, whole(c))
		if len(cells["entries.csv"]) != len(c.Entries) {
			r.Fatalf("%d rows for %d entries", len(cells["entries.csv"]), len(c.Entries))
		}
		for i, row := range cells["entries.csv"] {
			e := c.Entries[i]
			for head, want := range map[string]string{"id": string(e.ID), "title": e.Title, "body": e.Body, "day": e.Day.String(), "created": e.Created.Format(time.RFC3339Nano), "tags": strings.Join(e.Tags, "; ")} {
				// encoding/csv makes one line end of two signs.
				want = strings.ReplaceAll(want, "\r\n", "\n")
				if got := row[head]; got != want && got != "'"+want {
					r.Fatalf("%s is %q, want %q", head, got, want)
				}
			}
		}
		for name, rows := range cells {
			for _, row := range rows {
				for head, cell := range row {
					if head != "moment.impact.value" && looksLikeFormula(cell) {
						r.Fatalf("%s: %s is a formula: %q", name, head, cell)
					}
				}
			}
		}
	})
}

func looksLikeFormula(cell string) bool {
	inside := strings.TrimLeft(cell, " \u00a0\t\r\n\u200b\ufeff")
	return inside != "" && strings.ContainsAny(inside[:1], "=+-@") || cell != "" && strings.ContainsAny(cell[:1], "\t\r\n")
}

func TestATextThatASpreadsheetWouldRunIsDefused(t *testing.T) {
	for text, want := range map[string]string{
		"=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "\tx": "'\tx", "\rx": "'\rx", "  =1": "'  =1", "\u200b=1": "'\u200b=1",
		"＝1": "'＝1", "a=b": "a=b", "'=1": "'=1", "": "", "–": "–", `say "x", y`: `say "x", y`,
	} {
		var out bytes.Buffer
		if err := exchange.WriteTable(&out, whole(journal.Contents{Entries: []journal.Entry{{Title: text}}})); err != nil {
			t.Fatal(err)
		}
		if got := cellsOf(t, out.Bytes())[0]["title"]; got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

// aYear is a journal with an entry of each kind.
func aYear() journal.Contents {
	on := func(m time.Month) journal.Day { return journal.Day{Year: 2026, Month: m, Date: 3} }
	value, asked := -30.5, true
	return journal.Contents{
		People:       []journal.Person{{ID: "p1", Name: "Lena"}},
		Expectations: []journal.Expectation{{ID: "x1", Name: "Coaches others", Area: "People"}},
		Entries: []journal.Entry{
			{
				ID: "e1", Kind: journal.MomentKind, Day: on(3), Title: "Led, \"the\" retro", Body: "one\r\ntwo", Tags: []string{"team work", "a/b"},
				People:   []journal.Involved{{Person: "p1", Role: "saw"}, {Person: "Omar"}},
				Moment:   &journal.Moment{Result: "fewer bugs", Impact: &journal.Impact{Value: &value, Unit: "%"}},
				Feedback: &journal.Feedback{Quote: "kept from when it was feedback"},
				Evidence: []journal.Evidence{{Expectation: "x1", Strength: journal.Number, Note: "n"}},
			},
			{ID: "e2", Kind: journal.FeedbackKind, Day: on(2), Feedback: &journal.Feedback{Giver: "p1", Quote: "Bravo", Requested: &asked, ActedOnIn: []journal.ID{"e1"}}},
			{ID: "e3", Kind: journal.ApplicationKind, Day: on(1), Application: &journal.Application{
				Position: "Head", Stages: []journal.Stage{{Stage: "applied", Day: on(1), Note: "by mail"}, {Stage: "silent"}},
			}},
		},
	}
}

func TestTheTablesSayWhatTheJournalHolds(t *testing.T) {
	_, cells := tablesOf(t, whole(aYear()))
	for _, c := range []struct {
		table string
		row   int
		want  map[string]string
	}{
		{"entries.csv", 0, map[string]string{
			"id": "e1", "title": `Led, "the" retro`, "body": "one\ntwo", "tags": "team work; a/b", "people": "Lena (saw); Omar", "moment.result": "fewer bugs",
			"moment.impact.value": "-30.5", "moment.impact.unit": "%", "evidence": "Coaches others", "feedback.quote": "",
		}},
		{"entries.csv", 1, map[string]string{"feedback.giver": "Lena", "feedback.requested": "true", "moment.result": ""}},
		{"entries.csv", 2, map[string]string{"application.position": "Head", "application.stages": "applied 2026-01-03; silent"}},
		{"feedback.csv", 0, map[string]string{"entry": "e2", "entry.day": "2026-02-03", "giver": "Lena", "quote": "Bravo", "actedOnIn": "e1"}},
		{"applications.csv", 0, map[string]string{"entry": "e3", "position": "Head"}},
		{"stages.csv", 0, map[string]string{"entry": "e3", "stage": "applied", "day": "2026-01-03", "note": "by mail"}},
		{"stages.csv", 1, map[string]string{"entry": "e3", "stage": "silent", "day": ""}},
		{"evidence.csv", 0, map[string]string{
			"entry": "e1", "entry.day": "2026-03-03", "expectation": "x1", "expectation.name": "Coaches others", "expectation.area": "People", "strength": "number", "chosen": "false", "note": "n",
		}},
	} {
		for head, want := range c.want {
			if got := cells[c.table][c.row][head]; got != want {
				t.Errorf("%s, row %d: %s is %q, want %q", c.table, c.row+1, head, got, want)
			}
		}
	}
	if n := len(cells["feedback.csv"]); n != 1 {
		t.Errorf("%d rows of feedback: what an entry was before it changed its kind is no feedback", n)
	}
}

func TestATableOfNothingHasItsHeads(t *testing.T) {
	files, _ := tablesOf(t, whole(journal.Contents{}))
	for name, text := range files {
		if !bytes.HasPrefix(text, []byte("\ufeff")) || bytes.Count(text, []byte("\r\n")) != 1 {
			t.Errorf("%s: %q", name, text)
		}
	}
	if len(files) != 5 {
		t.Errorf("%d tables", len(files))
	}
}

// TestSQLiteReadsTheSameCells joins the tables with the sqlite3 shell.
func TestSQLiteReadsTheSameCells(t *testing.T) {
	files, _ := tablesOf(t, whole(aYear()))
	place := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(place, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	shell := exec.CommandContext(t.Context(), "sqlite3", ":memory:", "-cmd", ".import --csv entries.csv entries", "-cmd", ".import --csv evidence.csv evidence", "-json",
		`SELECT id, title, body, "moment.impact.value" AS value, "expectation.name" AS name FROM entries JOIN evidence ON entry = id`)
	shell.Dir = place
	answer, err := shell.Output()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("there is no sqlite3 here")
	}
	if err != nil {
		t.Fatal(err)
	}
	var got []map[string]string
	if err := json.Unmarshal(answer, &got); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	want := []map[string]string{{"id": "e1", "title": `Led, "the" retro`, "body": "one\r\ntwo", "value": "-30.5", "name": "Coaches others"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}

func TestWritingTablesTellsThatItFailed(t *testing.T) {
	broken := errors.New("broken")
	x := whole(aYear())
	for i := range 5 {
		made := 0
		files := folder{}
		err := exchange.WriteTables(func(name string) (io.WriteCloser, error) {
			if made++; made > i {
				return nil, broken
			}
			return files.create(name)
		}, x)
		if !errors.Is(err, broken) || len(files) != i {
			t.Errorf("with %d files: %v, %d closed", i, err, len(files))
		}
	}
	full := func(string) (io.WriteCloser, error) { return fullFile{}, nil }
	if err := exchange.WriteTables(full, x); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("the disk is full: %v", err)
	}
	if err := exchange.WriteTable(&fullDisk{10}, x); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("the disk is full: %v", err)
	}
	x.Entries = func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, broken) }
	if err := errors.Join(exchange.WriteTables(folder{}.create, x)); !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the store", err)
	}
	if err := exchange.WriteTable(io.Discard, x); !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the store", err)
	}
}
