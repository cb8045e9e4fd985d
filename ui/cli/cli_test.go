package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/ui"
	"groundwork/ui/cli"
)

// result is what one run of the program came to.
type result struct {
	code     int
	out, err string
}

// terminal runs commands on one journal after the other.
type terminal struct {
	t      *testing.T
	folder string
	env    cli.Env
}

// press sets pages in the faces of the program.
func press() (*paper.Press, error) { return paper.NewPress(ui.Faces()) }

func newTerminal(t *testing.T) *terminal {
	return &terminal{t: t, folder: t.TempDir(), env: cli.Env{
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600)) },
		Home:   func(folder string) journal.Home { return data.NewHome(folder, data.Options{}) },
		Press:  press,
	}}
}

func (term *terminal) run(stdin string, args ...string) result {
	term.t.Helper()
	var out, err bytes.Buffer
	env := term.env
	env.Stdin, env.Stdout, env.Stderr = strings.NewReader(stdin), &out, &err
	code := cli.Run(context.Background(), append([]string{"--data", term.folder}, args...), env)
	return result{code, out.String(), err.String()}
}

// ask runs a command that must succeed and reads its JSON.
func (term *terminal) ask(to any, args ...string) {
	term.t.Helper()
	r := term.run("", args...)
	if r.code != cli.ExitDone {
		term.t.Fatalf("%v: exit code %d: %s", args, r.code, r.err)
	}
	d := json.NewDecoder(strings.NewReader(r.out))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		term.t.Fatalf("%v: %v\n%s", args, err, r.out)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		term.t.Fatalf("%v: more than one JSON value:\n%s", args, r.out)
	}
}

func (term *terminal) add(args ...string) string {
	term.t.Helper()
	r := term.run("", append([]string{"add"}, args...)...)
	if r.code != cli.ExitDone {
		term.t.Fatalf("add %v: exit code %d: %s", args, r.code, r.err)
	}
	return strings.TrimSpace(r.out)
}

func TestJSONOfEachCommandIsExact(t *testing.T) {
	term := newTerminal(t)
	id := term.add("--kind", "moment", "--title", "Led", "--tag", "x", "I led the budget review.")
	entry := map[string]any{
		"id": id, "kind": "moment", "day": "2026-11-20", "precision": "day",
		"created": "2026-11-20T21:04:00+01:00", "updated": "2026-11-20T21:04:00+01:00",
		"title": "Led", "body": "I led the budget review.", "tags": []any{"x"}, "private": false, "starred": false,
	}

	var shown map[string]any
	term.ask(&shown, "show", id, "--format", "json")
	if diff := cmp.Diff(entry, shown); diff != "" {
		t.Errorf("show (-want +got):\n%s", diff)
	}
	var listed []map[string]any
	term.ask(&listed, "list", "--format", "json")
	if diff := cmp.Diff([]map[string]any{entry}, listed); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	var found []map[string]any
	term.ask(&found, "search", "budget", "--format", "json")
	if len(found) != 1 {
		t.Fatalf("search found %v", found)
	}
	if _, ok := found[0]["rank"].(float64); !ok {
		t.Errorf("the rank is %v", found[0]["rank"])
	}
	delete(found[0], "rank")
	hit := map[string]any{"id": id, "kind": "moment", "day": "2026-11-20", "title": "Led", "snippet": "I led the budget review."}
	if diff := cmp.Diff(hit, found[0]); diff != "" {
		t.Errorf("search (-want +got):\n%s", diff)
	}
}

// lockedHome is the place of a journal that cannot be opened.
type lockedHome struct {
	journal.Home
	err error
}

func (h lockedHome) Absent(context.Context) (bool, error)          { return false, nil }
func (h lockedHome) Open(context.Context) (journal.Store, error)   { return nil, h.err }
func (h lockedHome) Check(context.Context) (journal.Report, error) { return journal.Report{}, h.err }
func (h lockedHome) Folder() string                                { return "nowhere" }

func (h lockedHome) BackUp(context.Context, journal.BackupReason) (journal.BackedUp, error) {
	return journal.BackedUp{}, h.err
}

func (h lockedHome) Backups(context.Context, string) ([]journal.Backup, error) { return nil, h.err }

func wrapped(err error) error { return fmt.Errorf("open the journal: %w", err) }

func oneLine(text string) bool { return strings.Count(text, "\n") == 1 }

func contains(t *testing.T, what, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("%s: %q does not contain %q", what, text, want)
	}
}

func TestEveryCommandSaysWhyTheJournalCannotBeOpened(t *testing.T) {
	commands := [][]string{
		{"add", "x"},
		{"list"},
		{"show", "0193a000"},
		{"search", "x"},
		{"sample", "--entries", "1"},
		{"export", "--to", t.TempDir() + "/x.json"},
		{"import", "--undo", "x"},
		{"backup"},
		{"backups"},
	}
	for _, c := range []struct {
		err  error
		code int
		want string
	}{
		{wrapped(journal.ErrLocked), cli.ExitLocked, "groundwork: The journal is locked."},
		{wrapped(journal.ErrDamaged), cli.ExitFailed, "groundwork: The journal's file is damaged."},
		{wrapped(journal.ErrNewerSchema), cli.ExitFailed, "groundwork: This journal was written by a newer version of Groundwork."},
		{wrapped(journal.ErrNoAccess), cli.ExitFailed, "groundwork: Groundwork may not read or write the journal's folder."},
		{wrapped(journal.ErrNoSpace), cli.ExitFailed, "groundwork: The disk is full."},
		{wrapped(context.Canceled), cli.ExitFailed, "groundwork: Stopped."},
		{wrapped(errors.New("odd")), cli.ExitFailed, "odd"},
	} {
		for _, args := range commands {
			term := newTerminal(t)
			term.env.Home = func(string) journal.Home { return lockedHome{err: c.err} }
			r := term.run("", args...)
			if r.code != c.code || r.out != "" || !oneLine(r.err) {
				t.Errorf("%v with %v: exit code %d, output %q, error %q", args, c.err, r.code, r.out, r.err)
			}
			contains(t, args[0], r.err, c.want)
		}
	}
}

func TestWrongInputLeavesTheJournalAsItIs(t *testing.T) {
	term := newTerminal(t)
	term.add("first")
	before := term.run("", "list", "--format", "json").out
	for _, c := range []struct {
		stdin string
		args  []string
	}{
		{"a\x00b", []string{"add", "-"}},
		{"caf\xe9", []string{"add", "-"}},
		{strings.Repeat("x", 10<<20), []string{"add", "-"}},
		{strings.Repeat("x", 17<<20), []string{"add", "--json", "-"}},
		{"{\"body\":\"caf\xe9\"}", []string{"add", "--json", "-"}},
		{`{"body":"a\u0000b"}`, []string{"add", "--json", "-"}},
		{`{"body":"x"} {"body":"y"}`, []string{"add", "--json", "-"}},
		{"", []string{"add", "--tag", " ", "x"}},
		{"", []string{"add", "--tag", "a\nb", "x"}},
		{"", []string{"add", "--day", "2026-02-30", "x"}},
		{"", []string{"add", "--title", "caf\xe9", "x"}},
		{"", []string{"import", "--undo", "x"}},
		{"", []string{"sample", "--entries", "4"}},
	} {
		r := term.run(c.stdin, c.args...)
		if r.code != cli.ExitFailed || r.out != "" || !oneLine(r.err) {
			t.Errorf("%v: exit code %d, output %q, error %q", c.args, r.code, r.out, r.err)
		}
	}
	if after := term.run("", "list", "--format", "json").out; after != before {
		t.Errorf("the journal is another one:\n%s", cmp.Diff(before, after))
	}
}

func TestATerminalIsToldHowToEndTheText(t *testing.T) {
	term := newTerminal(t)
	term.env.StdinTerminal = true
	contains(t, "add -", term.run("text", "add", "-").err, "Ctrl+D")
	if r := term.run("text", "add", "--quiet", "-"); r.err != "" {
		t.Errorf("with --quiet: %q", r.err)
	}
}

func TestRunMayBeCalledAgain(t *testing.T) {
	term := newTerminal(t)
	for range 3 {
		term.add("--private", "again")
	}
	if r := term.run("", "add", "open"); r.code != cli.ExitDone {
		t.Fatal(r.err)
	}
	var all []struct{ Private bool }
	r := term.run("", "list", "--format", "json")
	if err := json.Unmarshal([]byte(r.out), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 4 || all[0].Private && all[1].Private && all[2].Private && all[3].Private {
		t.Errorf("an option of one run is left in another: %v", all)
	}
}
