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

func TestGivenAnyGroups_WhenTheyAreListed_ThenEachPieceStandsOnceUnderItsHeading(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var rows ledgerRows
		for g := range rows.groups {
			rows.groups[g] = rapid.IntRange(0, 3).Draw(rt, "pieces")
		}
		under, pieces, left := journal.LedgerGroup(-1), 0, 0
		for i := range rows.Len() {
			group, piece, heading := rows.groups.row(i)
			switch {
			case heading && (left > 0 || group <= under || rows.groups[group] == 0 || piece != pieces):
				rt.Fatalf("row %d is the heading of %d, over piece %d", i, group, piece)
			case heading:
				under, left = group, rows.groups[group]
				continue
			case group != under || piece != pieces || rows.groups.rowOf(piece) != i:
				rt.Fatalf("row %d shows piece %d of %d, and that stands on row %d", i, piece, group, rows.groups.rowOf(piece))
			}
			pieces++
			left--
		}
		if pieces != rows.groups.pieces() || left != 0 {
			rt.Fatalf("%d of %d pieces are shown", pieces, rows.groups.pieces())
		}
	})
}
