package document_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	. "groundwork/journal/document"
)

var third = journal.Day{Year: 2026, Month: 11, Date: 3}

// shown is what a reader sees of an entry.
func shown(e journal.Entry, n Names) string { return OfEntry(e, n).Plain() }

func TestAMomentIsToldInItsParts(t *testing.T) {
	value := 30.0
	e := journal.Entry{
		Kind: journal.MomentKind, Day: third, Precision: journal.ExactDay, Title: "Led the  retro", Starred: true, Body: "# Why\nIt was *time*.",
		People: []journal.Involved{{Person: "p1", Role: "saw"}, {Person: "Mei", Role: "helped"}}, Tags: []string{"team", "hard talk"},
		Prompt: &journal.Asked{Text: "What did you start?"},
		Moment: &journal.Moment{
			Situation: "Tired team.\r\n\r\nNobody spoke.", Task: "Open up", Action: "Asked", Result: "They did",
			Impact: &journal.Impact{Text: "More ideas", Value: &value, Unit: "%"}, Outcome: "costs", Change: journal.Initiated,
		},
		Evidence:    []journal.Evidence{{Expectation: "x1", Strength: journal.Number, Note: "Count"}, {Expectation: "Typed"}},
		Attachments: []journal.Attachment{{Name: "plan.pdf"}, {Name: "Board", URL: "https://example.org"}, {URL: "file:///x"}},
		Links:       []journal.ID{"e2", "gone"},
	}
	n := Names{
		People: map[string]string{"p1": "Priya Nair"}, Expectations: map[string]string{"x1": "Develops people"},
		Line: func(id journal.ID) (journal.Line, bool) {
			return journal.Line{Kind: journal.FeedbackKind, Day: third, Precision: journal.InMonth}, id == "e2"
		},
	}
	want := `Led the retro

Leadership moment · 3 November 2026 · Priya Nair saw it · Mei helped · starred

The question: What did you start?

Why

It was time.

Situation: Tired team.

Nobody spoke.

Task: Open up

Action: Asked

Result: They did

Impact: More ideas: 30%

Outcome: Costs. I set it in motion

Evidence for:

- Develops people (number): Count
- Typed

Tags: team, hard talk

Attached:

- plan.pdf
- Board (https://example.org)
- file:///x

See also:

- Feedback, November 2026`
	if diff := cmp.Diff(want, shown(e, n)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFeedbackBeginsWithWhatWasSaid(t *testing.T) {
	asked := true
	e := journal.Entry{Kind: journal.FeedbackKind, Day: third, Precision: journal.InQuarter, Feedback: &journal.Feedback{
		Giver: "Priya", Relationship: "peer", Channel: "talk", Quote: "You listen.\n\nKeep it.", Stance: "praise", Requested: &asked,
		Behaviour: "Listened", State: "practising", FollowUpOn: third,
	}}
	want := `Feedback, Quarter 4 of 2026

> You listen.
>
> Keep it.
> — Priya, peer, in a talk

Kind of feedback: praise, asked for

Behaviour: Listened

Where it stands: Practising

Meet again on: 3 November 2026`
	if diff := cmp.Diff(want, shown(e, Names{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAPseudonymSaysWhatTheGiverIs(t *testing.T) {
	e := journal.Entry{Kind: journal.FeedbackKind, Title: "x", Feedback: &journal.Feedback{Giver: "Peer 2", Relationship: "peer", Quote: "Good"}}
	if got := shown(e, Names{}); !strings.Contains(got, "— Peer 2\n") && !strings.HasSuffix(got, "— Peer 2") {
		t.Errorf("it is said twice: %s", got)
	}
}

func TestAnApplicationHasATableOfItsStages(t *testing.T) {
	e := journal.Entry{Kind: journal.ApplicationKind, Title: "Lead", Day: third, Precision: journal.ExactDay, Application: &journal.Application{
		Position: "Team lead", Organisation: "Acme", Route: "internal", NextStep: "Call",
		Stages: []journal.Stage{{Stage: "applied", Day: third}, {Stage: "interview", Lesson: "Ask more"}},
	}}
	d := OfEntry(e, Names{})
	at := slices.IndexFunc(d.Blocks, func(b Block) bool { _, is := b.(Table); return is })
	if at < 0 {
		t.Fatal("there is no table")
	}
	text := func(s string) []Span {
		if s == "" {
			return nil
		}
		return []Span{{Text: s}}
	}
	want := Table{
		Columns: []Align{Left, Left, Left}, Head: [][]Span{text("Stage"), text("Day"), text("Lesson")},
		Rows: [][][]Span{{text("Applied"), text("3 November 2026"), text("")}, {text("Interview"), text(""), text("Ask more")}},
	}
	if diff := cmp.Diff(Block(want), d.Blocks[at]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, want := range []string{"Position: Team lead, Acme, internal", "Next step: Call"} {
		if !strings.Contains(d.Plain(), want) {
			t.Errorf("%q is not there", want)
		}
	}
}

func TestThePartOfAnotherKindStaysOutOfSight(t *testing.T) {
	e := journal.Entry{Kind: journal.Reflection, Day: third, Title: "x", Moment: &journal.Moment{Result: "hidden"}, Feedback: &journal.Feedback{Quote: "hidden"}}
	if got := shown(e, Names{}); strings.Contains(got, "hidden") {
		t.Errorf("it is shown: %s", got)
	}
}

func TestHeadingsOfATextStandBelowThatOfItsEntry(t *testing.T) {
	d := OfEntry(journal.Entry{Body: "# one\n> ## two\n\n- ###### six"}, Names{})
	var levels []int
	var walk func(all []Block)
	walk = func(all []Block) {
		for _, b := range all {
			switch b := b.(type) {
			case Heading:
				levels = append(levels, b.Level)
			case Quote:
				walk(b.Blocks)
			case List:
				for _, i := range b.Items {
					walk(i.Blocks)
				}
			}
		}
	}
	walk(d.Blocks)
	if diff := cmp.Diff([]int{2, 3, 4, 6}, levels); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// entries gives so many entries, a day apart, and then an error.
func entries(n int, err error) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		for i := range n {
			if !yield(journal.Entry{Title: fmt.Sprint("entry ", i), Day: third.AddDays(-i), Precision: journal.ExactDay}, nil) {
				return
			}
		}
		if err != nil {
			yield(journal.Entry{}, err)
		}
	}
}

func TestABookOfEntriesKeepsTheirOrderUnderMonths(t *testing.T) {
	b := Entries(journal.Export{Entries: entries(500, nil), Count: 500, Days: journal.Span{From: third.AddDays(-499), Until: third}})
	if diff := cmp.Diff(&Title{Text: "From the journal", Below: []string{"22 June 2025 to 3 November 2026", "500 entries"}}, b.Title); diff != "" {
		t.Errorf("title (-want +got):\n%s", diff)
	}
	n, months := 0, []string{}
	for d, err := range b.Parts {
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range d.Blocks {
			h, is := block.(Heading)
			switch {
			case is && h.Level == 1:
				months = append(months, h.Text[0].Text)
			case is && h.Text[0].Text != fmt.Sprint("entry ", n):
				t.Fatalf("%q is in the place of entry %d", h.Text[0].Text, n)
			}
		}
		n++
	}
	if n != 500 || len(months) != 18 || months[0] != "November 2026" || months[17] != "June 2025" {
		t.Errorf("%d entries, months %v", n, months)
	}
}

func TestABookOfNoEntriesSaysSo(t *testing.T) {
	for d, err := range Entries(journal.Export{Entries: entries(0, nil)}).Parts {
		if err != nil || d.Plain() != "There are no entries to show." {
			t.Errorf("%q, %v", d.Plain(), err)
		}
	}
}

func TestABookOfEntriesEndsWithTheirError(t *testing.T) {
	odd := errors.New("odd")
	n, last := 0, error(nil)
	for _, err := range Entries(journal.Export{Entries: entries(20, odd)}).Parts {
		n, last = n+1, err
	}
	if n != 21 || !errors.Is(last, odd) {
		t.Errorf("%d parts, then %v", n, last)
	}
}

func TestABookOfEntriesCanBeClosedEarly(t *testing.T) {
	for range Entries(journal.Export{Entries: entries(5000, nil)}).Parts {
		break
	}
}
