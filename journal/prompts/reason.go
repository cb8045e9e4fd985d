package prompts

import (
	"fmt"

	"groundwork/journal"
)

// ReasonCode says what spoke for a question.
type ReasonCode string

// What can speak for a question.
const (
	ForGap       ReasonCode = "gap"       // its expectation has no evidence
	ForThin      ReasonCode = "thin"      // its expectation has little
	ForOld       ReasonCode = "old"       // its expectation has only old evidence
	LongAgo      ReasonCode = "long-ago"  // its framework was shown the longest ago
	YourOwn      ReasonCode = "own"       // the user wrote it
	Rested       ReasonCode = "rested"    // all were shown lately, and it the longest ago
	AllDismissed ReasonCode = "dismissed" // all were said "Not for me" to
)

// Reason says why a question was chosen.
type Reason struct {
	Code    ReasonCode `json:"code"`
	Name    string     `json:"name,omitempty"`    // the expectation or the framework
	Entries int        `json:"entries,omitempty"` // evidence of the expectation
	Days    int        `json:"days,omitempty"`    // since the newest of it, or since the framework was shown; NoDays for never
}

// reason says that the choice leans.
func (l Leaning) reason() Reason {
	code := ForOld
	switch l.State {
	case journal.Gap:
		code = ForGap
	case journal.Thin:
		code = ForThin
	}
	return Reason{Code: code, Name: l.Expectation, Entries: l.Entries, Days: l.Days}
}

// Sentence says the reason to the user.
func (r Reason) Sentence() string {
	switch r.Code {
	case ForGap:
		return sinceOrYet(r.Days, "Nothing about "+r.Name, " yet.")
	case ForThin:
		if r.Entries == 1 {
			return fmt.Sprintf("Only one entry speaks for %s so far.", r.Name)
		}
		return fmt.Sprintf("Only your own word speaks for %s so far.", r.Name)
	case ForOld:
		return fmt.Sprintf("The newest entry about %s is %s old.", r.Name, days(r.Days))
	case LongAgo:
		return sinceOrYet(r.Days, fmt.Sprintf("No question from “%s”", r.Name), " yet.")
	case YourOwn:
		return "This is a question of your own."
	case Rested:
		return "Every question of this kind came up lately, this one the longest ago."
	case AllDismissed:
		return "You set every question of this kind aside, so this is one of those."
	}
	return ""
}

func sinceOrYet(n int, what, yet string) string {
	if n == NoDays {
		return what + yet
	}
	return fmt.Sprintf("%s for %s.", what, days(n))
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
