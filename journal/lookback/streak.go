package lookback

import (
	"context"
	"fmt"

	"groundwork/journal"
)

// Streak is for how long the writer has kept writing.
type Streak struct {
	Days  int         // on which something was written, days of rest left out
	Since journal.Day // the first of them
	Today bool        // today is one of them
}

// restEvery is how many days lie at least from one day of rest to the next:
// one in any seven days does not end a streak.
const restEvery = 7

// Count counts a streak up to today. written tells the days on which an entry
// was filed. A streak lives on through yesterday: today is not over, and is no
// day of rest.
func Count(written func(journal.Day) bool, today journal.Day) Streak {
	s := Streak{Today: written(today)}
	if s.Today {
		s.Days, s.Since = 1, today
	}
	sinceRest := restEvery // days from the last day of rest, going back
	for d := today.AddDays(-1); ; d = d.AddDays(-1) {
		switch {
		case written(d):
			s.Days++
			s.Since = d
		case sinceRest < restEvery:
			return s
		default:
			sinceRest = 0
		}
		sinceRest++
	}
}

// ReadStreak reads the marks of the journal as far back as the streak goes and
// counts it. Private entries count: it says only that something was written.
func ReadStreak(ctx context.Context, r journal.Reader, today journal.Day) (Streak, error) {
	for days := 120; ; days *= 4 {
		span := journal.Span{From: today.AddDays(-days), Until: today}
		marks, err := r.Marks(ctx, span)
		if err != nil {
			return Streak{}, fmt.Errorf("count the days of writing: %w", err)
		}
		on := make(map[journal.Day]bool, len(marks))
		for _, m := range marks {
			on[m.Day] = true
		}
		s := Count(func(d journal.Day) bool { return on[d] }, today)
		if s.Days == 0 || s.Since.After(span.From.AddDays(restEvery)) {
			return s, nil
		}
	}
}
