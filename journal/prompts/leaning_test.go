package prompts

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func day(t *testing.T, s string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func cell(t *testing.T, newest string, count int, s journal.Strength) journal.Cell {
	t.Helper()
	d := day(t, newest)
	return journal.Cell{Month: journal.Day{Year: d.Year, Month: d.Month, Date: 1}, Kind: journal.MomentKind, Expectation: "x", Count: count, Strongest: s, Newest: d}
}

func TestGivenCellsThenOnlyThoseOfThePeriodSpeakForAnExpectation(t *testing.T) {
	cells := []journal.Cell{
		cell(t, "2025-12-31", 5, journal.Artefact), cell(t, "2026-01-01", 1, journal.OwnWord),
		cell(t, "2026-06-30", 2, journal.Number), cell(t, "2026-07-01", 5, journal.Artefact),
	}
	got := proofIn(cells, journal.Span{From: day(t, "2026-01-01"), Until: day(t, "2026-06-30")})
	if want := (journal.Proof{Entries: 3, Strongest: journal.Number, Newest: day(t, "2026-06-30")}); got != want {
		t.Errorf("proofIn = %+v, want %+v", got, want)
	}
}

func TestGivenAPlanThenThePeriodIsItsOwnWhileTodayLiesInIt(t *testing.T) {
	cells := []journal.Cell{cell(t, "2025-08-20", 1, ""), cell(t, "2025-03-04", 2, ""), cell(t, "2024-01-01", 0, "")}
	today := day(t, "2025-09-10")
	fallback := journal.Span{From: day(t, "2025-03-01"), Until: day(t, "2025-09-30")}
	for name, c := range map[string]struct {
		from, until string
		want        journal.Span
	}{
		"a current period": {"2025-07-15", "2025-12-20", journal.Span{From: day(t, "2025-07-01"), Until: day(t, "2025-12-31")}},
		"its last day":     {"2025-02-01", "2025-09-10", journal.Span{From: day(t, "2025-02-01"), Until: day(t, "2025-09-30")}},
		"one that is over": {"2025-01-01", "2025-09-09", fallback},
		"one to come":      {"2025-09-11", "2025-12-31", fallback},
	} {
		t.Run(name, func(t *testing.T) {
			plan := journal.Plan{ReviewFrom: day(t, c.from), ReviewUntil: day(t, c.until)}
			if diff := cmp.Diff(c.want, reviewPeriod(plan, cells, today)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if diff := cmp.Diff(fallback, reviewPeriod(journal.Plan{}, cells, today)); diff != "" {
		t.Errorf("without a plan (-want +got):\n%s", diff)
	}
	empty := journal.Span{From: day(t, "2025-09-01"), Until: day(t, "2025-09-30")}
	if diff := cmp.Diff(empty, reviewPeriod(journal.Plan{}, nil, today)); diff != "" {
		t.Errorf("without an entry (-want +got):\n%s", diff)
	}
}

func TestGivenExpectationsThenOnlyThoseThatLackEvidenceAndHaveAnElementLead(t *testing.T) {
	c := builtIn(t)
	xs := []journal.Expectation{
		{ID: "x", Name: "Being fair", Source: "steps/qualities/fairness"},
		{ID: "named", Name: " fairness "},
		{ID: "free", Name: "Runs the Tuesday meeting"},
		{ID: "gone", Name: "Retired", Source: "steps/qualities/juice", Retired: true},
		{ID: "strong", Name: "Strong", Source: "steps/qualities/space"},
	}
	strong := cell(t, "2026-06-09", 3, journal.Quote)
	strong.Expectation = "strong"
	got := leanings(c, xs, []journal.Cell{cell(t, "2026-06-08", 1, journal.Quote), strong}, journal.Plan{}, day(t, "2026-06-10"))
	want := []Leaning{
		{Expectation: "Being fair", Element: "steps/qualities/fairness", State: journal.Thin, Entries: 1, Days: 2},
		{Expectation: " fairness ", Element: "steps/qualities/fairness", State: journal.Gap, Days: NoDays},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
