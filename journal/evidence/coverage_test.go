package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestGivenTheEntriesOfAPeriodThenTheStateFollowsFromThem(t *testing.T) {
	quarter := moment("2026-05-02", journal.Number)
	quarter.precision = journal.InQuarter // filed on 2026-05-15
	for name, c := range map[string]struct {
		entries []written
		want    journal.EvidenceState
	}{
		"an empty journal":           {nil, journal.Gap},
		"only before the period":     {[]written{moment("2025-12-31", journal.Quote), moment("2025-12-30", journal.Quote)}, journal.Gap},
		"only after it":              {[]written{moment("2026-07-01", journal.Quote), moment("2026-07-02", journal.Quote)}, journal.Gap},
		"one entry":                  {[]written{moment("2026-06-30", journal.Artefact)}, journal.Thin},
		"own words, however many":    {[]written{moment("2026-05-02", journal.OwnWord), moment("2026-06-02", journal.OwnWord), moment("2026-06-03", journal.OwnWord)}, journal.Thin},
		"own words, and old":         {[]written{moment("2026-01-02", journal.OwnWord), moment("2026-01-03", journal.OwnWord)}, journal.Thin},
		"newest on the half's end":   {[]written{moment("2026-01-02", journal.OwnWord), moment("2026-03-31", journal.Number)}, journal.Old},
		"newest in the second half":  {[]written{moment("2026-01-02", journal.Number), moment("2026-04-01", journal.OwnWord)}, journal.Strong},
		"all in one month":           {[]written{moment("2026-06-01", journal.Number), moment("2026-06-02", journal.OwnWord)}, journal.Strong},
		"all in one early month":     {[]written{moment("2026-02-01", journal.Number), moment("2026-02-02", journal.OwnWord)}, journal.Old},
		"a quarter counts mid-way":   {[]written{moment("2026-01-02", journal.Number), quarter}, journal.Strong},
		"entries of different kinds": {[]written{moment("2026-06-01", journal.OwnWord), {"2026-06-01", journal.ExactDay, journal.FeedbackKind, map[journal.ID]journal.Strength{"x": journal.Quote}}}, journal.Strong},
	} {
		t.Run(name, func(t *testing.T) {
			got := Cover([]journal.Expectation{{ID: "x"}}, summary(t, c.entries...), period(t, "2026-01-01", "2026-06-30"))
			if row, _ := got.Row("x"); row.State != c.want {
				t.Errorf("the state is %s, want %s", row.State, c.want)
			}
		})
	}
}

func TestGivenAPeriodOfOneMonthThenNothingIsOld(t *testing.T) {
	got := Cover([]journal.Expectation{{ID: "x"}}, summary(t, moment("2028-02-01", journal.Number), moment("2028-02-29", journal.Number)), period(t, "2028-02-01", "2028-02-29"))
	row, _ := got.Row("x")
	if row.State != journal.Strong || row.Newest != day(t, "2028-02-29") || row.Entries != 2 {
		t.Errorf("%s with %d entries, the newest on %v", row.State, row.Entries, row.Newest)
	}
}

func TestGivenEntriesOfDifferentKindsThenAMonthsCellAddsThemUp(t *testing.T) {
	month := moment("2025-12-20", journal.OwnWord)
	month.precision = journal.InMonth // filed on 2025-12-15
	got := Cover([]journal.Expectation{{ID: "x"}}, summary(t,
		month,
		written{"2025-12-03", journal.ExactDay, journal.FeedbackKind, map[journal.ID]journal.Strength{"x": journal.Quote}},
		written{"2025-12-04", journal.ExactDay, journal.Reflection, map[journal.ID]journal.Strength{"other": journal.Artefact}},
		moment("2026-01-01", journal.Number),
	), period(t, "2025-11-01", "2026-02-28"))
	row, _ := got.Row("x")
	want := []journal.Proof{
		{},
		{Entries: 2, Strongest: journal.Quote, Newest: day(t, "2025-12-15")},
		{Entries: 1, Strongest: journal.Number, Newest: day(t, "2026-01-01")},
		{},
	}
	if diff := cmp.Diff(want, row.Months); diff != "" {
		t.Errorf("the months (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(journal.Proof{Entries: 3, Strongest: journal.Quote, Newest: day(t, "2026-01-01")}, row.Proof); diff != "" {
		t.Errorf("the row (-want +got):\n%s", diff)
	}
	var years []journal.Proof
	for _, column := range got.Period.Columns(ByYear) {
		years = append(years, row.Over(got.Period, column))
	}
	if diff := cmp.Diff([]journal.Proof{{Entries: 2, Strongest: journal.Quote, Newest: day(t, "2025-12-15")}, want[2]}, years); diff != "" {
		t.Errorf("by years (-want +got):\n%s", diff)
	}
}

func TestGivenExpectationsThenAreasAreInOrderAndRetiredOnesApart(t *testing.T) {
	xs := []journal.Expectation{
		{ID: "a", Area: "People"},
		{ID: "x", Area: "Delivery"},
		{ID: "b", Area: " People "},
		{ID: "gone", Area: "Strategy", Retired: true},
		{ID: "c"},
	}
	gone := moment("2026-05-01", journal.Artefact)
	gone.proves = map[journal.ID]journal.Strength{"gone": journal.Artefact, "c": journal.OwnWord}
	got := Cover(xs, summary(t, gone, moment("2026-05-02", journal.Number), moment("2026-05-03", journal.Number)), period(t, "2026-01-01", "2026-06-30"))
	var areas [][]journal.ID
	for _, a := range got.Areas {
		names := []journal.ID{journal.ID(a.Name)}
		for _, row := range a.Rows {
			names = append(names, row.Expectation.ID)
		}
		areas = append(areas, names)
	}
	if diff := cmp.Diff([][]journal.ID{{"People", "a", "b"}, {"Delivery", "x"}, {"", "c"}}, areas); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
	if len(got.Retired) != 1 || got.Retired[0].Entries != 1 {
		t.Errorf("retired: %+v", got.Retired)
	}
	if want := (Totals{Expectations: 4, Strong: 1, Thin: 1, Gaps: 2}); got.Totals != want {
		t.Errorf("totals %+v, want %+v", got.Totals, want)
	}
	var order []journal.ID
	for _, row := range got.GapsFirst() {
		order = append(order, row.Expectation.ID)
	}
	if diff := cmp.Diff([]journal.ID{"a", "b", "c", "x"}, order); diff != "" {
		t.Errorf("gaps first (-want +got):\n%s", diff)
	}
}

func TestGivenEvidenceThenRecencyIsTheShareOfTheLastSixth(t *testing.T) {
	both := moment("2026-12-31", journal.Number)
	both.proves["y"], both.proves["gone"] = journal.Number, journal.Number
	for name, c := range map[string]struct {
		period  Period
		entries []written
		want    Recency
		percent int
		warns   bool
	}{
		"an empty journal":      {period(t, "2026-01-01", "2026-12-31"), nil, Recency{0, 0, 12, 2}, 0, false},
		"one entry at the end":  {period(t, "2026-01-01", "2026-12-31"), []written{moment("2026-11-01", journal.OwnWord)}, Recency{1, 1, 12, 2}, 100, true},
		"one entry before":      {period(t, "2026-01-01", "2026-12-31"), []written{moment("2026-10-31", journal.OwnWord)}, Recency{1, 0, 12, 2}, 0, false},
		"half":                  {period(t, "2026-01-01", "2026-12-31"), []written{moment("2026-10-31", ""), moment("2026-11-01", "")}, Recency{2, 1, 12, 2}, 50, false},
		"two expectations":      {period(t, "2026-01-01", "2026-12-31"), []written{moment("2026-10-31", ""), both}, Recency{3, 2, 12, 2}, 67, true},
		"all in a single month": {period(t, "2026-12-01", "2026-12-31"), []written{moment("2026-12-01", "")}, Recency{1, 1, 1, 1}, 100, false},
		"across two years":      {period(t, "2025-07-01", "2026-03-31"), []written{moment("2025-12-01", ""), moment("2026-02-01", ""), moment("2026-03-31", "")}, Recency{3, 2, 9, 2}, 67, true},
	} {
		t.Run(name, func(t *testing.T) {
			xs := []journal.Expectation{{ID: "x"}, {ID: "y"}, {ID: "gone", Retired: true}}
			got := Cover(xs, summary(t, c.entries...), c.period).Recency
			if got != c.want || got.Percent() != c.percent || got.Warns() != c.warns {
				t.Errorf("%+v: %d %%, warns %v", got, got.Percent(), got.Warns())
			}
		})
	}
}

func TestGivenACellThenItsFilterFindsTheEntriesBehindIt(t *testing.T) {
	row := Row{Expectation: journal.Expectation{ID: "x"}}
	p := period(t, "2028-02-10", "2028-02-10")
	want := journal.Filter{Since: day(t, "2028-02-01"), Until: day(t, "2028-02-29"), Expectation: "x"}
	if diff := cmp.Diff(want, row.Filter(p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
