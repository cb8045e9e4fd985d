package evidence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/evidence"
)

func TestAPackForTheManagerReadsAsInThePicture(t *testing.T) {
	d := spring(t)
	m := d.all()
	want := []string{
		"# Case for Engineering Manager",
		"December 2025 to March 2026",
		"## What I led",
		"- Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair decides.",
		"~ Moment, 10 March. Delegates with context, Manages risk openly",
		"- Delayed the gate rollout by a week. No rework.",
		"~ Moment, 26 February. Decides under uncertainty",
		"- Rewrote the on-call handbook.",
		"~ Moment, 4 December",
		"## Impact in numbers",
		"- Rollback time fell from 40 to 12 minutes.",
		"~ Moment, 10 March. Delegates with context, Manages risk openly",
		"## What others say",
		"> “You let me find the answer.”",
		"~ Priya Raman, report, 19 February",
		"## Gaps and how I am closing them",
		"- Raises the hiring bar: Joining two panels for Raises the hiring bar, by 1 April 2027.",
		"- Working on: “Tell us earlier when it slips.”",
		"~ Feedback, 1 February",
		"## What I ask for",
		"- Stretch goal: Lead one rollout.",
		"- Before the promotion round on 12 January 2027.",
		"- I would like to take on the role of Engineering Manager in the next round, and I ask you for this stretch goal on the way there.",
	}
	p := evidence.Propose(m, journal.ForManager)
	if diff := cmp.Diff(want, outline(evidence.Book(m, p))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := evidence.Leaves(m, p), (evidence.Leaving{Lines: 10, Entries: 5}); got != want {
		t.Errorf("it leaves with %+v, want %+v", got, want)
	}
}

// blocksOf gives the blocks and the notes of a book.
func blocksOf(b document.Book) (blocks []document.Block, notes []document.Note) {
	for d := range b.Parts {
		blocks, notes = append(blocks, d.Blocks...), append(notes, d.Notes...)
	}
	return blocks, notes
}

// headings lists the headings of a level.
func headings(b document.Book, level int) []string {
	blocks, _ := blocksOf(b)
	var all []string
	for _, b := range blocks {
		if h, ok := b.(document.Heading); ok && h.Level == level {
			all = append(all, h.Text[0].Text)
		}
	}
	return all
}

func TestALineOfSeveralEntriesHasTheirDatesInANote(t *testing.T) {
	d, _, p := three(t)
	p = evidence.Join(p, at(0), 2)
	_, notes := blocksOf(evidence.Book(d.all(), p))
	if len(notes) != 1 || notes[0].Text[0].Text != "Moment, 3 March; Moment, 1 January." {
		t.Errorf("the notes are %+v", notes)
	}
}

func TestDaysHaveTheirYearWhereItIsNotClear(t *testing.T) {
	d := newDesk(t)
	d.moment("2024-01-01", journal.Moment{Result: "Long ago."})
	month := journal.Entry{Kind: journal.MomentKind, Precision: journal.InMonth, Moment: &journal.Moment{Result: "Once."}}
	d.write("2026-03-15", month)
	quarter := journal.Entry{Kind: journal.MomentKind, Precision: journal.InQuarter, Moment: &journal.Moment{Result: "Some time."}}
	d.write("2026-05-15", quarter)
	p := evidence.Propose(d.all(), journal.ForManager)
	got := slices.DeleteFunc(outline(evidence.Book(d.all(), p)), func(line string) bool { return !strings.HasPrefix(line, "~ ") })
	want := []string{"~ Moment, quarter 2 of 2026", "~ Moment, March 2026", "~ Moment, 1 January 2024"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhoMeasuresByTheRoleReadsByWhatItExpects(t *testing.T) {
	d := spring(t)
	m := d.all()
	for audience, want := range map[string][]string{
		journal.ForManager:   nil,
		journal.ForSkipLevel: nil,
		journal.ForCommittee: {"Delegates with context", "Decides under uncertainty", "More of what I led"},
	} {
		if got := headings(evidence.Book(m, evidence.Propose(m, audience)), 3); !slices.Equal(got, want) {
			t.Errorf("%s reads %q, want %q", audience, got, want)
		}
	}
	p := evidence.GroupBy(evidence.Propose(m, journal.ForManager), evidence.ByOutcome)
	if got, want := headings(evidence.Book(m, p), 3), []string{"Costs", "More of what I led"}; !slices.Equal(got, want) {
		t.Errorf("by outcome the manager reads %q, want %q", got, want)
	}
}

func TestTheChartsTellOfWhatGoesOutOnly(t *testing.T) {
	d := spring(t)
	secret := journal.Entry{Kind: journal.MomentKind, Private: true, Title: "Secret", Moment: &journal.Moment{Outcome: "revenue"}}
	secret.Evidence = []journal.Evidence{{Expectation: "Raises the hiring bar"}}
	d.write("2026-03-01", secret)
	d.moment("2026-03-05", journal.Moment{Result: "Won a client.", Outcome: "new-business"})
	blocks, _ := blocksOf(evidence.Book(d.all(), evidence.Propose(d.all(), journal.ForCommittee)))
	var figures []string
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Figures:
			for _, f := range b.Items {
				figures = append(figures, f.Value+" "+f.Label)
			}
		case document.Bars:
			for _, i := range b.Items {
				figures = append(figures, i.Said+" "+i.Label)
			}
		case document.Grid:
			for _, r := range b.Rows {
				figures = append(figures, fmt.Sprint(r.Label, " ", r.Cells, " ", r.Said))
			}
		}
	}
	want := []string{
		"4 moments", "1 with a number", "1 person quoted", "3 of 4 expectations shown", "1 Costs", "1 New business",
		"Delegates with context [0 0 0 2] thin", "Manages risk openly [0 0 0 2] thin", "Decides under uncertainty [0 0 1 0] thin",
		"Raises the hiring bar [0 0 0 0] not yet",
	}
	if diff := cmp.Diff(want, figures); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestWhatFindsNoRoomIsCounted(t *testing.T) {
	d := newDesk(t)
	for i := range 60 {
		d.moment("2026-01-01", journal.Moment{Result: fmt.Sprintf("Result %d of many that are told at some length.", i)})
	}
	m := d.all()
	p := evidence.Propose(m, journal.ForManager)
	shown := evidence.Leaves(m, p)
	text := strings.Join(outline(evidence.Book(m, p)), "\n")
	if more := fmt.Sprintf("And %d more.", 61-shown.Lines); shown.Lines < 10 || !strings.Contains(text, more) {
		t.Errorf("%+v go out; %q is not in\n%s", shown, more, text)
	}
	if all := evidence.Leaves(m, evidence.Propose(m, journal.ForMyself)); all.Entries != 60 {
		t.Errorf("of one's own %+v", all)
	}
}

func TestAPackOfNothingSaysWhatToWriteFirst(t *testing.T) {
	d := newDesk(t)
	d.write("2026-01-01", journal.Entry{Body: "Only a thought."})
	d.write("2026-01-01", journal.Entry{Kind: journal.MomentKind, Private: true, Title: "Secret"})
	m := d.all()
	for _, audience := range journal.Audiences() {
		p := evidence.Propose(m, audience)
		for what, b := range map[string]document.Book{"pack": evidence.Book(m, p), "sheet": evidence.NewManager(m, p)} {
			if text := strings.Join(outline(b), "\n"); !strings.Contains(text, "- One moment in which you led") || strings.Contains(text, "Secret") {
				t.Errorf("the %s for the %s is\n%s", what, audience, text)
			}
		}
	}
	if got, want := evidence.Leaves(m, evidence.Propose(m, journal.ForManager)), (evidence.Leaving{Private: 1}); got != want {
		t.Errorf("it leaves with %+v", got)
	}
}

func TestWhatIsLeftOutIsNotRead(t *testing.T) {
	d, _, p := three(t)
	p = evidence.LeaveOut(p, at(1), true)
	text := strings.Join(outline(evidence.Book(d.all(), p)), "\n")
	if strings.Contains(text, "Second.") || !strings.Contains(text, "- Third.") {
		t.Error(text)
	}
}

func TestTheRehearsalIsWhatToSayShowAndAskFor(t *testing.T) {
	m := spring(t).all()
	p := evidence.Propose(m, journal.ForManager)
	p.Given = &journal.Given{NextOn: journal.Day{Year: 2026, Month: 12, Date: 1}}
	want := []string{
		"## Say",
		"- Thank you for taking the time. I would like to talk about my next step.",
		"- I have been working toward the role of Engineering Manager, and I have 3 examples of it from December 2025 to March 2026.",
		"- I would like to take on the role of Engineering Manager in the next round, and I ask you for this stretch goal on the way there.",
		"## Show",
		"- Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair decides.",
		"- Delayed the gate rollout by a week. No rework.",
		"- Rewrote the on-call handbook.",
		"## Ask for",
		"- Stretch goal: Lead one rollout.",
		"## When",
		"- Before the promotion round on 12 January 2027.",
		"- We talk again on 1 December 2026.",
	}
	if diff := cmp.Diff(want, outline(document.Of(nil, evidence.Rehearsal(m, p)))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheSheetForANewManagerTellsWhatWasAgreed(t *testing.T) {
	d := spring(t)
	d.said("2026-11-01", journal.Feedback{Giver: "Lena", Quote: "Bring numbers.", Stance: "constructive", FollowUpOn: d.day("2026-12-24")})
	m := d.all()
	p := evidence.Propose(m, journal.ForMyself)
	p.Given = &journal.Given{To: "Lena Berg", On: d.day("2026-11-01"), Answer: "Not this round", NextOn: d.day("2026-12-12")}
	text := strings.Join(outline(evidence.NewManager(m, p)), "\n")
	for _, want := range []string{
		"- Calm teams that keep their promises.", "What I am working toward: Engineering Manager. Eight people and a budget.",
		"- Handed Saturday releases", "“You let me find the answer.”", "The answer when I asked on 1 November: Not this round.",
		"To talk again on 12 December 2026.", "- Stretch goal: Lead one rollout.", "Feedback to talk over on 24 December 2026: “Bring numbers.”",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Lena Berg") || strings.Contains(text, "Joining two panels") {
		t.Errorf("too much is in\n%s", text)
	}
}
