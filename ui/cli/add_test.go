package cli_test

import (
	"encoding/json"
	"strings"
	"testing"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/cli"
)

func TestGivenAKindThatIsPrivateFromTheStart_WhenAnEntryIsAdded_ThenItIsPrivateUnlessItIsSaidOtherwise(t *testing.T) {
	term := newTerminal(t)
	term.sets(journal.SettingPrivateKinds, string(journal.FeedbackKind))
	for _, c := range []struct {
		args  []string
		stdin string
		want  bool
	}{
		{args: []string{"--kind", "feedback", "kept"}, want: true},
		{args: []string{"--kind", "feedback", "--private=false", "let out"}},
		{args: []string{"a reflection"}},
		{args: []string{"--private", "a reflection"}, want: true},
		{args: []string{"--json", "-"}, stdin: `{"kind":"feedback","body":"kept"}`, want: true},
		{args: []string{"--json", "-"}, stdin: `{"kind":"feedback","body":"let out","private":false}`},
		{args: []string{"--json", "-"}, stdin: `{"body":"a reflection","private":true}`, want: true},
	} {
		r := term.run(c.stdin, append([]string{"add"}, c.args...)...)
		if r.code != cli.ExitDone {
			t.Fatalf("%v: %s", c.args, r.err)
		}
		var e struct{ Private bool }
		shown := term.run("", "show", strings.TrimSpace(r.out), "--format", "json")
		if json.Unmarshal([]byte(shown.out), &e) != nil || e.Private != c.want {
			t.Errorf("%v %s: it is private: %v", c.args, c.stdin, e.Private)
		}
	}
}

// sets writes a setting into the journal, as the window does.
func (term *terminal) sets(key, value string) {
	term.t.Helper()
	store, err := data.NewHome(term.folder, data.Options{}).Open(term.t.Context())
	if err != nil {
		term.t.Fatal(err)
	}
	defer store.Close()
	if err := journal.New(store, journal.Options{}).SetSetting(term.t.Context(), key, value); err != nil {
		term.t.Fatal(err)
	}
}
