package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// monthQuestion asks for the line of a month, in other words from month to
// month.
func monthQuestion(month journal.Day) string {
	v := values{"Month": monthName(month.Month)}
	questions := []string{
		lang.L("What moved because of you in {{.Month}}?", v),
		lang.L("What would you tell a friend about {{.Month}}?", v),
		lang.L("What are you glad you did in {{.Month}}?", v),
		lang.L("Whom did you help along in {{.Month}}?", v),
		lang.L("What was hard in {{.Month}}, and what did you do?", v),
		lang.L("What did you decide in {{.Month}}?", v),
		lang.L("What would have gone wrong in {{.Month}} without you?", v),
		lang.L("What did you do for the first time in {{.Month}}?", v),
	}
	return questions[int(month.Month)%len(questions)]
}

// waitsLine says what of a list is not added yet, and why.
func waitsLine(waiting, dateless int) string {
	switch {
	case waiting == 0:
		return ""
	case dateless == 1 && waiting == 1:
		return lang.L("1 waits here until it has a date")
	case dateless == waiting:
		return lang.L("{{.Count}} wait here until they have a date", values{"Count": waiting})
	case waiting == 1:
		return lang.L("1 stays here")
	case dateless == 0:
		return lang.L("{{.Count}} stay here", values{"Count": waiting})
	}
	return lang.L("{{.Count}} stay here, {{.Dateless}} without a date", values{"Count": waiting, "Dateless": dateless})
}

// addLabel is what the button adds.
func addLabel(n int) string {
	switch n {
	case 0:
		return lang.L("Add entries")
	case 1:
		return lang.L("Add 1 entry")
	}
	return lang.L("Add {{.Count}} entries", values{"Count": inGroups(n)})
}

// entryDate writes the date of an entry for a chip: "January", "Quarter 1",
// "15 January", with the year where it is not this one.
func entryDate(d journal.Day, p journal.Precision, today journal.Day) string {
	if p == journal.ExactDay {
		return shortDay(d, today)
	}
	v := values{"Month": monthName(d.Month), "Quarter": (int(d.Month) + 2) / 3, "Year": d.Year}
	switch {
	case d.Year != today.Year:
		return dayHeading(d, p, today)
	case p == journal.InQuarter:
		return lang.L("Quarter {{.Quarter}}", v)
	}
	return monthName(d.Month)
}

func addedLine(n int) string {
	if n == 1 {
		return lang.L("Added 1 entry.")
	}
	return lang.L("Added {{.Count}} entries.", values{"Count": inGroups(n)})
}

// takenBackLine says what came of taking entries back.
func takenBackLine(r journal.UndoReport) string {
	if len(r.Kept) == 0 {
		return lang.L("They are back in the list.")
	}
	return lang.L("They are back in the list. {{.Count}} stay in the journal too: they were changed since.", values{"Count": len(r.Kept)})
}
