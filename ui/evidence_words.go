package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// totalsLine says how many expectations are how well proved: "7 strong, 3 thin,
// 2 gaps". What is not there is left out.
func totalsLine(t evidence.Totals) string {
	var some []string
	for _, each := range []struct {
		count     int
		one, many string
	}{
		{t.Strong, lang.L("1 strong"), lang.L("{{.Count}} strong", values{"Count": t.Strong})},
		{t.Thin, lang.L("1 thin"), lang.L("{{.Count}} thin", values{"Count": t.Thin})},
		{t.Old, lang.L("1 old"), lang.L("{{.Count}} old", values{"Count": t.Old})},
		{t.Gaps, lang.L("1 gap"), lang.L("{{.Count}} gaps", values{"Count": t.Gaps})},
	} {
		switch {
		case each.count == 1:
			some = append(some, each.one)
		case each.count > 1:
			some = append(some, each.many)
		}
	}
	return strings.Join(some, ", ")
}

// coverageLine is the line below the name of the page: the role, how well it
// is proved, and over which months.
func coverageLine(s *proofSheet) string {
	v := values{"Totals": totalsLine(s.coverage.Totals), "Period": periodWords(s.coverage.Period)}
	if role := s.plan.TargetRole; role != nil && strings.TrimSpace(role.Title) != "" {
		v["Role"] = strings.TrimSpace(role.Title)
		return lang.L("{{.Role}}: {{.Totals}}. {{.Period}}.", v)
	}
	return lang.L("{{.Totals}}. {{.Period}}.", v)
}

// periodWords writes "July 2025 to March 2026", or one month.
func periodWords(p evidence.Period) string {
	from := lang.L("{{.Month}} {{.Year}}", values{"Month": monthName(p.From.Month), "Year": p.From.Year})
	if p.Months() <= 1 {
		return from
	}
	until := lang.L("{{.Month}} {{.Year}}", values{"Month": monthName(p.Until.Month), "Year": p.Until.Year})
	return lang.L("{{.From}} to {{.Until}}", values{"From": from, "Until": until})
}

// recencyLine warns that most of the evidence is from the end of the period, or
// is "".
func recencyLine(r evidence.Recency) string {
	if !r.Warns() {
		return ""
	}
	v := values{"Percent": r.Percent(), "Last": numberWord(r.Last), "Months": numberWord(r.Months)}
	if r.Last == 1 {
		return lang.L("{{.Percent}} % of the evidence is from the last month of {{.Months}}", v)
	}
	return lang.L("{{.Percent}} % of the evidence is from the last {{.Last}} months of {{.Months}}", v)
}

// proofStateName is a state of an expectation as the window calls it.
func proofStateName(s journal.EvidenceState) string {
	switch s {
	case journal.Gap:
		return lang.L("Gap")
	case journal.Thin:
		return lang.L("Thin")
	case journal.Old:
		return lang.L("Old")
	}
	return lang.L("Strong")
}

// strengthWords is a strength within a sentence.
func strengthWords(s journal.Strength) string {
	switch s {
	case journal.Number:
		return lang.L("number")
	case journal.Quote:
		return lang.L("third-party quote")
	case journal.Artefact:
		return lang.L("artefact")
	}
	return lang.L("own word")
}

// rowNote is what stands below the name of a row: its state, where that is not
// seen in the cells.
func rowNote(row evidence.Row) string {
	switch {
	case row.State == journal.Thin && row.Entries == 1:
		return lang.L("Thin: one entry")
	case row.State == journal.Thin:
		return lang.L("Thin: own word only")
	case row.State == journal.Old:
		return lang.L("Old: newest in {{.Month}}", values{"Month": monthName(row.Newest.Month)})
	}
	return ""
}

// columnHeadName is what stands over a column.
func columnHeadName(p evidence.Period, by evidence.Unit) string {
	switch by {
	case evidence.ByQuarter:
		return lang.L("Q{{.Quarter}} {{.Year}}", values{"Quarter": (int(p.From.Month) + 2) / 3, "Year": p.From.Year})
	case evidence.ByYear:
		return strconv.Itoa(p.From.Year)
	}
	return monthShort(p.From.Month)
}

// proofWords put a proof into words: "3 entries, strongest a number".
func proofWords(p journal.Proof) string {
	if p.Entries == 0 {
		return lang.L("no evidence")
	}
	return lang.L("{{.Entries}}, strongest: {{.Strength}}", values{"Entries": entriesLine(p.Entries), "Strength": strengthWords(p.Strongest)})
}

// peopleWord counts people.
func peopleWord(n int) string {
	if n == 1 {
		return lang.L("1 person")
	}
	return lang.L("{{.Count}} people", values{"Count": inGroups(n)})
}

// liftWords say what would make the evidence for an expectation stronger: one
// thing, the one that helps most.
func liftWords(row evidence.Row) string {
	switch {
	case row.State == journal.Gap:
		return lang.L("To lift it: write down one time you did this, however small.")
	case row.State == journal.Old:
		return lang.L("To lift it: write about something from the last months.")
	case row.Strongest.Rank() <= journal.OwnWord.Rank():
		return lang.L("To lift it: add a number, what was different afterwards and by how much.")
	case row.Entries == 1:
		return lang.L("To lift it: write down a second time, so that it is no exception.")
	case row.Strongest == journal.Number:
		return lang.L("To lift it: ask somebody who saw it for a sentence, and keep it as feedback.")
	case row.Strongest == journal.Quote:
		return lang.L("To lift it: attach a document that shows it.")
	}
	return lang.L("It holds. Keep it fresh with something new now and then.")
}
