package ui

import (
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestGivenAPiece_WhenItsDayComes_ThenTheWordsSaySo(t *testing.T) {
	today := dayOf(t, "2026-03-12")
	cases := []struct {
		name string
		line journal.FeedbackLine
		want string
	}{
		{"due today", journal.FeedbackLine{FollowUpOn: today}, "Follow up today"},
		{"due before", journal.FeedbackLine{FollowUpOn: dayOf(t, "2026-03-06")}, "Was due 6 March"},
		{"due in another year", journal.FeedbackLine{FollowUpOn: dayOf(t, "2025-12-06")}, "Was due 6 December 2025"},
		{"due soon though acted on", journal.FeedbackLine{FollowUpOn: dayOf(t, "2026-03-20"), ActedOn: 1}, "Follow up Fri 20 March"},
		{"due later and acted on", journal.FeedbackLine{FollowUpOn: dayOf(t, "2026-06-20"), ActedOn: 3}, "Acted on in 3 entries"},
		{"due later", journal.FeedbackLine{FollowUpOn: dayOf(t, "2026-06-20")}, "Follow up Sat 20 June"},
		{"followed up", journal.FeedbackLine{FollowUpOn: today, State: journal.FeedbackFollowedUp}, "Followed up"},
		{"nothing known", journal.FeedbackLine{}, "Not acted on yet"},
	}
	for _, c := range cases {
		if got := standing(c.line, today).words; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestGivenPraiseAndConstructive_WhenWeighed_ThenTheBalanceIsInWords(t *testing.T) {
	cases := map[[2]int]string{
		{0, 0}:  "",
		{3, 0}:  "3 praise, nothing constructive yet.",
		{0, 2}:  "2 constructive, no praise yet.",
		{8, 4}:  "8 praise, 4 constructive: two to one.",
		{7, 4}:  "7 praise, 4 constructive: about two to one.",
		{3, 2}:  "3 praise, 2 constructive: three to two.",
		{9, 8}:  "9 praise, 8 constructive: about as much of the one as of the other.",
		{4, 9}:  "4 praise, 9 constructive: about two to five.",
		{2, 6}:  "2 praise, 6 constructive: one to three.",
		{40, 1}: "40 praise, 1 constructive: 40 to one.",
	}
	for n, want := range cases {
		if got := balanceLine(n[0], n[1]); got != want {
			t.Errorf("%v: %q, want %q", n, got, want)
		}
	}
}

func TestGivenAnyPieces_WhenTheyAreGrouped_ThenEachStandsOnceUnderItsHeading(t *testing.T) {
	today := dayOf(t, "2026-03-12")
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) journal.FeedbackLine {
			p := journal.FeedbackLine{
				State:   rapid.SampledFrom(journal.FeedbackStates()).Draw(rt, "state"),
				ActedOn: rapid.IntRange(0, 2).Draw(rt, "acted on"),
			}
			if rapid.Bool().Draw(rt, "has a day") {
				p.FollowUpOn = today.AddDays(rapid.IntRange(-40, 120).Draw(rt, "days"))
			}
			return p
		}), 0, 30).Draw(rt, "pieces")
		rows := newLedgerRows(grouped(lines, today), today)
		headings, under, pieces := map[string]bool{}, "", 0
		for i := range rows.Len() {
			if !rows.Opens(i) {
				if under = rows.Label(i); headings[under] {
					rt.Fatalf("%q stands twice", under)
				}
				headings[under] = true
				continue
			}
			if rows.rows[i] != pieces {
				rt.Fatalf("row %d shows piece %d, want %d", i, rows.rows[i], pieces)
			}
			if got := groupOf(lines[pieces], today).name(); got != under {
				rt.Fatalf("a piece of %q stands under %q", got, under)
			}
			pieces++
		}
		if pieces != len(lines) {
			rt.Fatalf("%d of %d pieces are shown", pieces, len(lines))
		}
	})
}
