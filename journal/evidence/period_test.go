package evidence

import (
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestGivenAPlanThenTheReviewPeriodIsItsWholeMonths(t *testing.T) {
	for name, c := range map[string]struct{ from, until, today, first, last string }{
		"no plan":                       {"", "", "2026-11-20", "2025-12-01", "2026-11-30"},
		"no plan, on a leap day":        {"", "", "2028-02-29", "2027-03-01", "2028-02-29"},
		"no plan, on the 31st":          {"", "", "2026-03-31", "2025-04-01", "2026-03-31"},
		"days within months":            {"2026-01-15", "2026-06-02", "2026-11-20", "2026-01-01", "2026-06-30"},
		"across two years":              {"2025-07-01", "2026-03-31", "2026-03-12", "2025-07-01", "2026-03-31"},
		"up to a February of 29 days":   {"2027-09-01", "2028-02-01", "2027-12-24", "2027-09-01", "2028-02-29"},
		"one day":                       {"2026-05-05", "2026-05-05", "2026-11-20", "2026-05-01", "2026-05-31"},
		"only a beginning":              {"2026-05-05", "", "2026-11-20", "2026-05-01", "2027-04-30"},
		"only an end":                   {"", "2026-12-31", "2026-11-20", "2026-01-01", "2026-12-31"},
		"an end before its beginning":   {"2026-06-01", "2026-05-31", "2026-11-20", "2025-12-01", "2026-11-30"},
		"one that is over stays in use": {"2024-01-01", "2024-12-31", "2026-11-20", "2024-01-01", "2024-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			var plan journal.Plan
			if c.from != "" {
				plan.ReviewFrom = day(t, c.from)
			}
			if c.until != "" {
				plan.ReviewUntil = day(t, c.until)
			}
			want := Period{day(t, c.first), day(t, c.last)}
			if got := ReviewPeriod(plan, day(t, c.today)); got != want {
				t.Errorf("the period is %v, want %v", got, want)
			}
		})
	}
}

func TestGivenAPeriodThenItsHalfAndItsLastSixthAreWholeMonths(t *testing.T) {
	for name, c := range map[string]struct {
		from, until string
		months      int
		secondHalf  string
		sixth       string
		last        int
	}{
		"a year":        {"2026-01-01", "2026-12-31", 12, "2026-07-01", "2026-11-01", 2},
		"nine months":   {"2025-07-01", "2026-03-31", 9, "2025-11-01", "2026-02-01", 2},
		"seven months":  {"2025-07-01", "2026-01-31", 7, "2025-10-01", "2025-12-01", 2},
		"six months":    {"2025-07-01", "2025-12-31", 6, "2025-10-01", "2025-12-01", 1},
		"one month":     {"2028-02-01", "2028-02-29", 1, "2028-02-01", "2028-02-01", 1},
		"two years":     {"2025-01-01", "2026-12-31", 24, "2026-01-01", "2026-09-01", 4},
		"none, by typo": {"2026-12-01", "2026-01-31", 0, "2026-12-01", "2026-12-01", 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := period(t, c.from, c.until)
			sixth := p.LastSixth()
			if p.Months() != c.months || p.SecondHalf() != day(t, c.secondHalf) || sixth.From != day(t, c.sixth) || sixth.Months() != c.last {
				t.Errorf("%d months, the second half from %v, the last sixth %v of %d", p.Months(), p.SecondHalf(), sixth, sixth.Months())
			}
		})
	}
}

func TestGivenAPeriodThenItsColumnsAreThoseOfTheCalendar(t *testing.T) {
	p := period(t, "2025-11-10", "2027-02-03")
	for name, c := range map[string]struct {
		by   Unit
		want []string // the first month of each
	}{
		"quarters": {ByQuarter, []string{"2025-11-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"}},
		"years":    {ByYear, []string{"2025-11-01", "2026-01-01", "2027-01-01"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := p.Columns(c.by)
			if len(got) != len(c.want) {
				t.Fatalf("%d columns: %v", len(got), got)
			}
			for i := range got {
				if got[i].From != day(t, c.want[i]) {
					t.Errorf("column %d is %v", i, got[i])
				}
			}
		})
	}
}

func TestAnyPeriodIsCutIntoColumnsWithoutAGapOrAnOverlap(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		from := journal.Day{Year: 2020, Month: 1, Date: 1}.AddDays(rapid.IntRange(0, 4000).Draw(r, "from"))
		p := WholeMonths(from, from.AddDays(rapid.IntRange(-60, 4000).Draw(r, "days")))
		by := rapid.SampledFrom([]Unit{ByMonth, ByQuarter, ByYear}).Draw(r, "unit")
		next, months := p.From, 0
		for _, column := range p.Columns(by) {
			if column.From != next || column.Months() > int(by) || column.Months() < 1 {
				r.Fatalf("%v begins at %v", column, next)
			}
			months += column.Months()
			next = column.Until.AddDays(1)
		}
		if months != p.Months() || months > 0 && next != p.Until.AddDays(1) {
			r.Fatalf("the columns of %v hold %d months and end before %v", p, months, next)
		}
	})
}
