package evidence_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// spring is a journal before the spring round: two moments that prove
// something, one with a number, praise and criticism, a goal that closes a gap.
func spring(t testing.TB) *desk {
	d := newDesk(t)
	d.moment("2026-03-10", journal.Moment{
		Action: "I handed Saturday releases to the on-call pair. It took a month.", Result: "No escalations in six weeks; the pair decides.",
		Outcome: "costs", Impact: &journal.Impact{Text: "Rollback time fell from 40 to 12 minutes", Value: number(12), Unit: "minutes"},
	}, "Delegates with context", "Manages risk openly")
	d.moment("2026-02-26", journal.Moment{Action: "I delay the gate rollout by a week", Result: "No rework."}, "Decides under uncertainty")
	d.write("2025-12-04", journal.Entry{Kind: journal.MomentKind, Title: "Rewrote the on-call handbook"})
	d.said("2026-02-19", journal.Feedback{Giver: "Priya Raman", Relationship: "report", Quote: "You let me find the answer.", Stance: "praise"})
	d.said("2026-02-01", journal.Feedback{
		Giver: "Oskar Nyman", Relationship: "peer", Quote: "Tell us earlier when it slips.", Stance: "constructive", State: journal.FeedbackPractising,
	})
	_, err := d.j.SaveExpectation(t.Context(), journal.Expectation{Name: "Raises the hiring bar"})
	d.did(err)
	d.plan(func(p *journal.Plan) {
		p.TargetRole = &journal.Role{Title: "Engineering Manager", Responsibilities: "Eight people and a budget."}
		p.NextRound = d.day("2027-01-12")
		p.Purpose = []journal.Purpose{{StandFor: "Calm teams that keep their promises."}}
		p.Goals = []journal.Goal{
			{ID: "10000000-0000-4000-8000-000000000001", Kind: "learning", Text: "Joining two panels for Raises the hiring bar", Due: d.day("2027-04-01")},
			{ID: "10000000-0000-4000-8000-000000000002", Kind: "stretch", Text: "Lead one rollout"},
		}
	})
	return d
}

func TestAPackIsProposedInTheWritersOwnWords(t *testing.T) {
	d := spring(t)
	p := evidence.Propose(d.all(), journal.ForMyself)
	for key, want := range map[string][]string{
		evidence.SectionSummary: {
			"Calm teams that keep their promises.",
			"Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair decides.",
			"Delayed the gate rollout by a week. No rework.", "Rewrote the on-call handbook.",
		},
		evidence.SectionRole: {"Eight people and a budget."},
		evidence.SectionEvidence: {
			"Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair decides.",
			"Delayed the gate rollout by a week. No rework.", "Rewrote the on-call handbook.",
		},
		evidence.SectionNumbers:   {"Rollback time fell from 40 to 12 minutes."},
		evidence.SectionQuotes:    {"You let me find the answer."},
		evidence.SectionPeople:    nil,
		evidence.SectionAdvocates: {"Priya Raman spoke well of it."},
		evidence.SectionGaps: {
			"Raises the hiring bar: Joining two panels for Raises the hiring bar, by 1 April 2027.",
			"Working on: “Tell us earlier when it slips.”",
		},
		evidence.SectionAsk: {
			"Stretch goal: Lead one rollout.", "Before the promotion round on 12 January 2027.",
			"Thank you for taking the time. I would like to talk about my next step.",
			"I have been working toward the role of Engineering Manager, and I have 3 examples of it from December 2025 to March 2026.",
			"I would like to take on the role of Engineering Manager in the next round, and I ask you for this stretch goal on the way there.",
		},
	} {
		if diff := cmp.Diff(want, texts(p, key)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}

func TestAnAudienceGetsItsSections(t *testing.T) {
	for audience, want := range map[string]string{
		journal.ForManager:   "evidence numbers quotes gaps ask",
		journal.ForSkipLevel: "summary evidence numbers quotes people unseen advocates ask",
		journal.ForCommittee: "summary role evidence numbers quotes people unseen advocates",
		journal.ForMyself:    "summary role evidence numbers quotes people unseen advocates gaps other ask",
	} {
		if got := strings.Join(evidence.SectionKeys(audience), " "); got != want {
			t.Errorf("%s gets %s, want %s", audience, got, want)
		}
	}
	for _, audience := range journal.Audiences() {
		if want := audience == journal.ForSkipLevel || audience == journal.ForCommittee; evidence.MasksNames(audience) != want {
			t.Errorf("%s: names are masked: %v", audience, !want)
		}
	}
}

func TestTheLevelAboveIsAskedForSupportAndNotForAGoal(t *testing.T) {
	ask := texts(evidence.Propose(spring(t).all(), journal.ForSkipLevel), evidence.SectionAsk)
	want := []string{
		"Before the promotion round on 12 January 2027.",
		"× Thank you for taking the time. I would like to talk about my next step.",
		"× I have been working toward the role of Engineering Manager, and I have 3 examples of it from December 2025 to March 2026.",
		"I would like to take on the role of Engineering Manager, and I would be glad of your support for it.",
	}
	if diff := cmp.Diff(want, ask); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheStrongestGoesFirst(t *testing.T) {
	d := newDesk(t)
	title := func(text string) journal.Entry { return journal.Entry{Kind: journal.MomentKind, Title: text} }
	d.write("2026-05-06", title("Only told"))
	d.moment("2026-01-01", journal.Moment{Result: "Old result"})
	d.moment("2026-01-02", journal.Moment{Result: "Newer result"})
	d.moment("2026-01-03", journal.Moment{Result: "Tied result", Outcome: "costs"})
	d.moment("2026-01-01", journal.Moment{Result: "Proving result"}, "Delivers")
	starred := title("Starred")
	starred.Starred, starred.Moment = true, &journal.Moment{Result: "Starred result"}
	d.write("2025-01-01", starred)
	proved := title("Shown")
	proved.Moment = &journal.Moment{Result: "Result with a document"}
	proved.Attachments = []journal.Attachment{{Name: "report", URL: "https://example.org/report"}}
	d.write("2024-01-01", proved)
	want := []string{
		"Shown. Result with a document.", "Starred. Starred result.", "Proving result.", "Tied result.", "Newer result.", "Old result.", "Only told.",
	}
	if diff := cmp.Diff(want, texts(evidence.Propose(d.all(), journal.ForMyself), evidence.SectionEvidence)); diff != "" {
		t.Error(diff)
	}
}

func TestOneSentenceOfSeveralEntriesIsProposedOnceWithAllOfThem(t *testing.T) {
	d := newDesk(t)
	first := d.moment("2026-01-01", journal.Moment{Result: "The pair decides."})
	again := d.moment("2026-02-01", journal.Moment{Result: "the pair decides"})
	p := evidence.Propose(d.all(), journal.ForMyself)
	bullets := p.Section(evidence.SectionEvidence).Bullets
	if len(bullets) != 1 || !slices.Equal(bullets[0].Entries, []journal.ID{again.ID, first.ID}) {
		t.Errorf("proposed %+v", bullets)
	}
}

func TestANumberThatTheWordsLeaveOutIsPutBehindThem(t *testing.T) {
	d := newDesk(t)
	d.moment("2026-01-03", journal.Moment{Impact: &journal.Impact{Text: "Less waiting", Value: number(30), Unit: "%"}})
	d.moment("2026-01-02", journal.Moment{Result: "Saved 12 hours. And more.", Impact: &journal.Impact{Value: number(12), Unit: "hours"}})
	e := journal.Entry{Kind: journal.MomentKind, Title: "Fewer tickets", Moment: &journal.Moment{Impact: &journal.Impact{Value: number(-1.5)}}}
	d.write("2026-01-01", e)
	want := []string{"Less waiting (30%).", "Saved 12 hours.", "Fewer tickets: -1.5."}
	if diff := cmp.Diff(want, texts(evidence.Propose(d.all(), journal.ForManager), evidence.SectionNumbers)); diff != "" {
		t.Error(diff)
	}
}

func TestALineStandsWhereItSaysMost(t *testing.T) {
	d := newDesk(t)
	coaching := journal.Entry{
		Kind: journal.MomentKind, Title: "Coached Ana", Prompt: &journal.Asked{Key: "management/noticed/coaching#1"}, Moment: &journal.Moment{Result: "Ana leads."},
	}
	d.write("2026-01-01", coaching)
	d.moment("2026-01-02", journal.Moment{Action: "Supported the move", Change: journal.Supported})
	seen := journal.Entry{Kind: journal.MomentKind, Title: "Supported the launch", Moment: &journal.Moment{Change: journal.Supported}, People: []journal.Involved{{Person: "Ove", Role: "saw"}}}
	d.write("2026-01-03", seen)
	d.write("2026-01-04", journal.Entry{Title: "A thought", Starred: true})
	d.write("2026-01-05", journal.Entry{Title: "Another thought"})
	p := evidence.Propose(d.all(), journal.ForMyself)
	for key, want := range map[string][]string{
		evidence.SectionPeople: {"Coached Ana. Ana leads."}, evidence.SectionUnseen: {"Supported the move."},
		evidence.SectionEvidence: {"Supported the launch."}, evidence.SectionOther: {"A thought."}, evidence.SectionAdvocates: {"Ove saw it."},
	} {
		if diff := cmp.Diff(want, texts(p, key)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}

func TestTheLineOfAMonthIsProposedWhereItTellsWhatWasDone(t *testing.T) {
	d := newDesk(t)
	d.write("2026-01-15", journal.Entry{Title: "Led the winter drill", Precision: journal.InMonth})
	d.write("2026-02-15", journal.Entry{Title: "A month of thoughts", Precision: journal.InMonth})
	d.write("2026-03-15", journal.Entry{Title: "Led the spring drill"})
	if got, want := texts(evidence.Propose(d.all(), journal.ForMyself), evidence.SectionEvidence), []string{"Led the winter drill."}; !slices.Equal(got, want) {
		t.Errorf("it proposes %q, want %q", got, want)
	}
}

func TestMixedFeedbackAndGapsWithoutAGoalAreTheWritersToLetOut(t *testing.T) {
	d := newDesk(t)
	d.said("2026-01-01", journal.Feedback{Giver: "Oskar", Quote: "Good, but late.", Stance: "mixed"})
	_, err := d.j.SaveExpectation(t.Context(), journal.Expectation{Name: "Hires"})
	d.did(err)
	p := evidence.Propose(d.all(), journal.ForMyself)
	if got := texts(p, evidence.SectionQuotes); !slices.Equal(got, []string{"× Good, but late."}) {
		t.Errorf("the quotes are %q", got)
	}
	if got := texts(p, evidence.SectionGaps); !slices.Equal(got, []string{"× Hires: not shown yet."}) {
		t.Errorf("the gaps are %q", got)
	}
}

func TestSupportersWhomNothingNamesAreCountedAndNotNamed(t *testing.T) {
	d := newDesk(t)
	for _, p := range []journal.Person{{Name: "Ana Alto", Support: journal.Advocate}, {Name: "Ben Bajo", Support: journal.Supportive}, {Name: "Cy Corto", Support: journal.NotYet}} {
		_, err := d.j.SavePerson(t.Context(), p)
		d.did(err)
	}
	d.write("2026-01-01", journal.Entry{Kind: journal.MomentKind, Title: "Led", People: []journal.Involved{{Person: "Ana Alto", Role: "saw"}}})
	want := []string{"Ana Alto saw it.", "1 more person stands behind this."}
	if diff := cmp.Diff(want, texts(evidence.Propose(d.all(), journal.ForCommittee), evidence.SectionAdvocates)); diff != "" {
		t.Error(diff)
	}
}
