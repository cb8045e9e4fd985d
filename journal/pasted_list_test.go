package journal_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// pieces writes down what a pasted list is to become, with a mark before what
// is to be added.
func pieces(t testing.TB, l journal.PastedList) []string {
	t.Helper()
	var out []string
	for _, e := range l.Entries(mustDay(t, "2026-03-12")) {
		line := told([]journal.Proposal{e.Proposal})[0]
		if e.In {
			line = "+ " + line
		}
		out = append(out, line)
	}
	return out
}

func TestOnlyWhatHasADateIsToBeAdded(t *testing.T) {
	got := pieces(t, journal.PastedList{Text: "Jan: spoke\ncoffee", By: journal.ByLines})
	if diff := cmp.Diff([]string{"+ Spoke | 2026-01 | moment", "Coffee | ? | reflection"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCorrectionsStayWhileTheListIsTypedOn(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	l := journal.PastedList{Text: "coffee\nJan: spoke\ncoffee", By: journal.ByLines}
	second := l.Entries(today)[2]
	second.Text, second.Day, second.Precision, second.Known, second.In = "Coffee with Ove", mustDay(t, "2026-02-15"), journal.InMonth, true, true
	second.Expectations = []journal.ID{"x"}
	l = l.Correct(second)
	spoke := l.Entries(today)[1]
	spoke.In = false
	l = l.Correct(spoke)
	l.Text = "new\n" + l.Text + "\nlast"
	want := []string{
		"New | ? | reflection",
		"Coffee | ? | reflection",
		"Spoke | 2026-01 | moment",
		"+ Coffee with Ove | 2026-02 | reflection",
		"Last | ? | reflection",
	}
	if diff := cmp.Diff(want, pieces(t, l)); diff != "" {
		t.Error(diff)
	}
	if got := l.Entries(today)[3].Expectations; len(got) != 1 || got[0] != "x" {
		t.Errorf("the expectations are %v", got)
	}
}

func TestALaterCorrectionReplacesTheFirst(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	l := journal.PastedList{Text: "Jan: spoke", By: journal.ByLines}
	for _, text := range []string{"Spoke up", "Spoke out"} {
		e := l.Entries(today)[0]
		e.Text = text
		l = l.Correct(e)
	}
	if got := l.Entries(today)[0].Text; got != "Spoke out" || len(l.Corrected) != 1 {
		t.Errorf("it is %q, with %d corrections", got, len(l.Corrected))
	}
}

func TestWhatStaysKeepsTheDateOfAHeadingThatLeft(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	l := journal.PastedList{Text: "## Gates (Q1)\n- led the drill\n\n- two stations\n03/14/2025 x\n03/04/2025 y\n", By: journal.ByLines}
	rest := l.Without(today, func(e journal.PastedEntry) bool {
		return strings.HasPrefix(e.Text, "Gates") || e.Text == "X" || e.Text == "Led the drill"
	})
	if diff := cmp.Diff([]string{"+ Two stations | 2026 Q1 | reflection", "+ Y | 2025-03-04 | reflection"}, pieces(t, rest)); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsLeftOfAListThatIsAllEntries(t *testing.T) {
	l := journal.PastedList{Text: "# March 2026\n- spoke\n", By: journal.ByBlocks}
	rest := l.Without(mustDay(t, "2026-03-12"), func(journal.PastedEntry) bool { return true })
	if !cmp.Equal(rest, journal.PastedList{By: journal.ByBlocks}) {
		t.Errorf("left is %+v", rest)
	}
}

// anyList makes lists of what lists are made of.
func anyList() *rapid.Generator[journal.PastedList] {
	line := rapid.SampledFrom([]string{
		"- spoke", "coffee", "Jan: led it", "## March", "## Work", "  went on", "  - deeper", "", "Q1 2025:", "03/14/2025 a", "03/04/2025 b",
	})
	return rapid.Custom(func(r *rapid.T) journal.PastedList {
		return journal.PastedList{
			Text: strings.Join(rapid.SliceOf(line).Draw(r, "lines"), "\n"),
			By:   rapid.SampledFrom([]journal.SplitBy{journal.ByLines, journal.ByBlocks}).Draw(r, "by"),
		}
	})
}

// becomes writes down what pieces are to become.
func becomes(pieces []journal.PastedEntry) []string {
	var all []string
	for _, e := range pieces {
		all = append(all, told([]journal.Proposal{e.Proposal})[0])
	}
	return all
}

func TestWhatLeavesAndWhatStaysAreTheWholeList(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	rapid.Check(t, func(r *rapid.T) {
		l := anyList().Draw(r, "list")
		all := l.Entries(today)
		leaves := rapid.SliceOfN(rapid.Bool(), len(all), len(all)).Draw(r, "leaves")
		var left, stay []journal.PastedEntry
		rest := l.Without(today, func(e journal.PastedEntry) bool {
			if leaves[len(left)+len(stay)] {
				left = append(left, e)
				return true
			}
			stay = append(stay, e)
			return false
		})
		if diff := cmp.Diff(becomes(stay), becomes(rest.Entries(today))); diff != "" {
			r.Fatalf("of %q stays %q: %s", l.Text, rest.Text, diff)
		}
		again := rest.With(today, left)
		if diff := cmp.Diff(append(becomes(left), becomes(stay)...), becomes(again.Entries(today))); diff != "" {
			r.Fatalf("with what left, %q is %q: %s", l.Text, again.Text, diff)
		}
	})
}

func TestThePastedListIsKeptWithItsCorrections(t *testing.T) {
	j, _ := onDisk(t)
	for _, want := range []journal.PastedList{
		{Text: picture, By: journal.ByBlocks, Corrected: []journal.CorrectedEntry{{
			Source: "coffee w/ Ove", Again: 1, Text: "Coffee", Day: mustDay(t, "2026-02-15"), Precision: journal.InQuarter,
			Kind: journal.FeedbackKind, Out: true, Expectations: []journal.ID{"x"},
		}}},
		{},
	} {
		if err := j.KeepPastedList(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		if got, err := j.PastedList(t.Context()); err != nil || !cmp.Equal(got, want) {
			t.Errorf("kept is %+v, %v; want %+v", got, err, want)
		}
	}
}

func TestAListThatIsNoTextIsNotKept(t *testing.T) {
	j, _ := onDisk(t)
	if err := j.KeepPastedList(t.Context(), journal.PastedList{Text: "a \x00 b"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("the answer is %v", err)
	}
}
