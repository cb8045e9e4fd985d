package ui

import (
	"strings"
	"testing"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// runsIn writes runs with what changed in brackets.
func runsIn(runs []parts.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Look == 0 {
			b.WriteString(r.Text)
		} else {
			b.WriteString("[" + r.Text + "]")
		}
	}
	return b.String()
}

func TestGivenTwoTexts_WhenTheyStandInTwoColumns_ThenSameLinesStandBesideEachOther(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"one\ntwo", "one\ntwo", "one | one, two | two"},
		{"one\ngone\ntwo", "one\ntwo", "one | one, [gone¶\n] | , two | two"},
		{"one\ntwo", "one\ncame\ntwo", "one | one,  | [came¶\n], two | two"},
		{"one\nold\ntwo", "one\nnew\ntwo", "one | one, [old] | [new], two | two"},
		{"one two", "one\ntwo", "one[ ]two | one[¶\n]two"},
		{"one\r\ntwo", "one\r\ntwo", "one | one, two | two"},
	} {
		before := []journal.FieldText{{Field: journal.FieldBody, Text: c.was}}
		now := []journal.FieldText{{Field: journal.FieldBody, Text: c.is}}
		var got []string
		for _, p := range pairPassages(journal.CompareFields(before, now))[1:] {
			got = append(got, runsIn(p.Runs)+" | "+runsIn(p.Beside))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q and %q stand as %q, want %q", c.was, c.is, got, c.want)
		}
	}
}

func TestGivenTwoTexts_WhenTheyStandInOneColumn_ThenWhatWentStandsBeforeWhatCame(t *testing.T) {
	before := []journal.FieldText{{Field: journal.FieldBody, Text: "I was asked\nto lead"}}
	now := []journal.FieldText{{Field: journal.FieldBody, Text: "I chose\nto lead"}}
	var got []string
	for _, p := range wovenPassages(journal.CompareFields(before, now)) {
		got = append(got, runsIn(p.Runs))
	}
	if got := strings.Join(got, ", "); got != "Text, I [was asked][chose], to lead" {
		t.Errorf("it says %q", got)
	}
}
