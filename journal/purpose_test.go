package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// said is a purpose of a few words, written on a day.
func said(words, since string) journal.Purpose {
	u := journal.Purpose{StandFor: words}
	if since != "" {
		u.Since = dated(since)
	}
	return u
}

func TestAPurposeThatIsWrittenOnBecomesAVersionOfItsOwnAfterThirtyDays(t *testing.T) {
	cases := []struct {
		name   string
		before []journal.Purpose
		words  string
		want   []journal.Purpose
	}{
		{"the first words", nil, "a", []journal.Purpose{said("a", "2026-03-12")}},
		{"no words at all", nil, "", nil},
		{"a word put right within thirty days", []journal.Purpose{said("a", "2026-02-10")}, "ab", []journal.Purpose{said("ab", "2026-02-10")}},
		{
			"a second look after thirty-one days",
			[]journal.Purpose{said("a", "2026-02-09")},
			"ab",
			[]journal.Purpose{said("a", "2026-02-09"), said("ab", "2026-03-12")},
		},
		{
			"words whose day is not known",
			[]journal.Purpose{said("a", "")},
			"ab",
			[]journal.Purpose{said("a", ""), said("ab", "2026-03-12")},
		},
		{"the same words, long after", []journal.Purpose{said("a", "2024-01-01")}, "a", []journal.Purpose{said("a", "2024-01-01")}},
		{
			"a new version that was taken back",
			[]journal.Purpose{said("a", "2024-01-01"), said("ab", "2026-03-12")},
			"a",
			[]journal.Purpose{said("a", "2024-01-01")},
		},
		{"the only version, emptied", []journal.Purpose{said("a", "2026-03-12")}, "", nil},
		{
			"a later version, emptied",
			[]journal.Purpose{said("a", "2024-01-01"), said("b", "2026-03-12")},
			"",
			[]journal.Purpose{said("a", "2024-01-01"), said("", "2026-03-12")},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			plan := journal.Plan{Purpose: c.before}
			plan.WritePurpose(said(c.words, ""), dated("2026-03-12"))
			want := c.want
			if len(want) == 0 {
				want = plan.Purpose[:0]
			}
			if diff := cmp.Diff(want, plan.Purpose); diff != "" {
				t.Errorf("the versions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEarlierPurposesAreToldNewestFirstWithoutEmptyOnes(t *testing.T) {
	plan := journal.Plan{Purpose: []journal.Purpose{said("a", "2023-01-01"), said("", "2024-01-01"), said("b", "2025-01-01"), said("c", "2026-01-01")}}
	if diff := cmp.Diff([]journal.Purpose{said("b", "2025-01-01"), said("a", "2023-01-01")}, plan.EarlierPurposes()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := plan.CurrentPurpose().StandFor; got != "c" {
		t.Errorf("the current one is %q", got)
	}
}

func TestWhateverIsWrittenIsThePurposeAndOldVersionsStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var plan journal.Plan
		today := dated("2026-01-01")
		for range rapid.IntRange(1, 30).Draw(t, "sittings") {
			today = today.AddDays(rapid.IntRange(0, 60).Draw(t, "days later"))
			settled := len(plan.Purpose)
			if settled > 0 {
				settled-- // the newest may be changed
			}
			before := append([]journal.Purpose{}, plan.Purpose[:settled]...)
			words := rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "words")
			plan.WritePurpose(said(words, ""), today)
			if got := plan.CurrentPurpose().StandFor; got != words {
				t.Fatalf("wrote %q, and the purpose is %q", words, got)
			}
			if diff := cmp.Diff(before, plan.Purpose[:min(settled, len(plan.Purpose))]); diff != "" {
				t.Fatalf("an old version changed (-before +after):\n%s", diff)
			}
		}
	})
}
