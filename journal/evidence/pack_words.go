package evidence

import (
	"fmt"

	"groundwork/journal"
)

// The words of a pack are here and not the window's: what is written to a file
// is the same from the window and from the command line.

// counted writes a number with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// relationshipWord is what somebody is to the writer.
func relationshipWord(key string) string {
	switch key {
	case journal.LeaderAbove:
		return "leader above"
	case "friend-or-family":
		return "friend or family"
	}
	return key
}

// outcomeWord is a business outcome.
func outcomeWord(key string) string {
	switch key {
	case "revenue":
		return "Revenue"
	case "costs":
		return "Costs"
	case "new-business":
		return "New business"
	case "existing-business":
		return "Existing business"
	case "shareholder-value":
		return "Shareholder value"
	}
	return key
}

// kindWord is a kind of entry.
func kindWord(k journal.Kind) string {
	switch k {
	case journal.MomentKind:
		return "Moment"
	case journal.FeedbackKind:
		return "Feedback"
	}
	return "Reflection"
}

// dayWords writes a day as exactly as it is known: "10 March", "March", "the
// first quarter", with the year where it is wanted.
func dayWords(d journal.Day, p journal.Precision, year bool) string {
	var words string
	switch p {
	case journal.InMonth:
		words = d.Month.String()
	case journal.InQuarter:
		words = fmt.Sprintf("quarter %d", (int(d.Month)+2)/3)
		if year {
			return fmt.Sprintf("%s of %d", words, d.Year)
		}
		return words
	default:
		words = fmt.Sprintf("%d %s", d.Date, d.Month)
	}
	if year {
		return fmt.Sprintf("%s %d", words, d.Year)
	}
	return words
}

// day writes a day with its year where that is not clear from the period.
func (m *Material) day(d journal.Day, p journal.Precision) string {
	return dayWords(d, p, m.Period.Months() > usualMonths || !m.Period.Holds(d))
}

// periodWords writes "July 2025 to March 2026".
func periodWords(p Period) string {
	if p.Months() <= 1 {
		return fmt.Sprintf("%s %d", p.From.Month, p.From.Year)
	}
	if p.From.Year == p.Until.Year {
		return fmt.Sprintf("%s to %s %d", p.From.Month, p.Until.Month, p.Until.Year)
	}
	return fmt.Sprintf("%s %d to %s %d", p.From.Month, p.From.Year, p.Until.Month, p.Until.Year)
}

// strengthWord is how much a piece of evidence proves.
func strengthWord(s journal.Strength) string {
	switch s {
	case journal.Number:
		return "number"
	case journal.Quote:
		return "quote"
	case journal.Artefact:
		return "document"
	}
	return "own word"
}

// stateWord is how well an expectation is shown.
func stateWord(s journal.EvidenceState) string {
	if s == journal.Gap {
		return "not yet"
	}
	return string(s)
}

// ColumnWord heads a column of months: "Jul", "Q3", "2026".
func ColumnWord(p Period, by Unit) string {
	switch by {
	case ByQuarter:
		return fmt.Sprintf("Q%d", (int(p.From.Month)+2)/3)
	case ByYear:
		return fmt.Sprint(p.From.Year)
	}
	return p.From.Month.String()[:3]
}

// goalWord stands before the words of a goal that somebody else has a part in.
func goalWord(kind string) string {
	switch kind {
	case "stretch":
		return "Stretch goal: "
	case "certification":
		return "Certification: "
	}
	return ""
}
