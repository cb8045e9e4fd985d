package journal

import "time"

// ExportPeriods gives the periods that an export is mostly wanted for, by the
// day it is made on: since the last review, which is the day the plan's review
// period begins (where the plan has none, or one that is still to come, a year
// back to the first of the month, since reviews come once a year), this
// quarter, this year, and all. Each is open to the future.
func ExportPeriods(plan Plan, today Day) (sinceReview, quarter, year, all Span) {
	sinceReview.From = plan.ReviewFrom
	if sinceReview.From.IsZero() || sinceReview.From.After(today) {
		sinceReview.From = Day{Year: today.Year, Month: today.Month, Date: 1}.AddMonths(-11)
	}
	first := (today.Month-time.January)/3*3 + time.January
	quarter.From = Day{Year: today.Year, Month: first, Date: 1}
	year.From = Day{Year: today.Year, Month: time.January, Date: 1}
	return sinceReview, quarter, year, all
}
