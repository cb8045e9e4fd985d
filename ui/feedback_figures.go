package ui

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// ledgerLine says how much feedback there is and what came of it: "12 pieces
// from 6 people. 2 still need a reply, 8 have led to something."
func ledgerLine(c journal.FeedbackCounts) string {
	v := values{"Pieces": piecesWords(c.All), "People": peopleWords(c.Givers), "Reply": replyWords(c.Due), "Led": ledWords(c.ActedOn)}
	switch {
	case c.All == 0:
		return ""
	case c.Due > 0 && c.ActedOn > 0:
		return lang.L("{{.Pieces}} from {{.People}}. {{.Reply}}, {{.Led}}.", v)
	case c.Due > 0:
		return lang.L("{{.Pieces}} from {{.People}}. {{.Reply}}.", v)
	case c.ActedOn > 0:
		return lang.L("{{.Pieces}} from {{.People}}, {{.Led}}.", v)
	}
	return lang.L("{{.Pieces}} from {{.People}}.", v)
}

func piecesWords(n int) string {
	if n == 1 {
		return lang.L("1 piece")
	}
	return lang.L("{{.Count}} pieces", values{"Count": inGroups(n)})
}

func peopleWords(n int) string {
	if n == 1 {
		return lang.L("1 person")
	}
	return lang.L("{{.Count}} people", values{"Count": inGroups(n)})
}

func replyWords(n int) string {
	if n == 1 {
		return lang.L("1 still needs a reply")
	}
	return lang.L("{{.Count}} still need a reply", values{"Count": n})
}

func ledWords(n int) string {
	if n == 1 {
		return lang.L("1 has led to something")
	}
	return lang.L("{{.Count}} have led to something", values{"Count": inGroups(n)})
}

// balanceLine weighs praise against what is constructive: "8 praise, 4
// constructive: two to one." It says nothing of what is neither.
func balanceLine(praise, constructive int) string {
	v := values{"Praise": inGroups(praise), "Constructive": inGroups(constructive)}
	switch {
	case praise == 0 && constructive == 0:
		return ""
	case constructive == 0:
		return lang.L("{{.Praise}} praise, nothing constructive yet.", v)
	case praise == 0:
		return lang.L("{{.Constructive}} constructive, no praise yet.", v)
	}
	v["Balance"] = balanceWords(praise, constructive)
	return lang.L("{{.Praise}} praise, {{.Constructive}} constructive: {{.Balance}}.", v)
}

// balanceWords puts the balance of two amounts, neither of them nothing, into
// words: to the nearest half, and from three times on to the nearest whole.
func balanceWords(praise, constructive int) string {
	more, fewer := max(praise, constructive), min(praise, constructive)
	of, to := int(math.Round(2*float64(more)/float64(fewer))), 2
	if of%2 == 0 || of > 6 {
		of, to = int(math.Round(float64(more)/float64(fewer))), 1
	}
	exact := of*fewer == to*more
	if constructive > praise {
		of, to = to, of
	}
	v := values{"Praise": numberWord(of), "Constructive": numberWord(to)}
	switch {
	case of == to && exact:
		return lang.L("as much of the one as of the other")
	case of == to:
		return lang.L("about as much of the one as of the other")
	case exact:
		return lang.L("{{.Praise}} to {{.Constructive}}", v)
	}
	return lang.L("about {{.Praise}} to {{.Constructive}}", v)
}

// numberWord writes a small number as a word.
func numberWord(n int) string {
	switch n {
	case 1:
		return lang.X("one ‹as a word›", "one")
	case 2:
		return lang.X("two ‹as a word›", "two")
	case 3:
		return lang.L("three")
	case 4:
		return lang.L("four")
	case 5:
		return lang.L("five")
	case 6:
		return lang.L("six")
	case 7:
		return lang.L("seven")
	case 8:
		return lang.L("eight")
	case 9:
		return lang.L("nine")
	case 10:
		return lang.L("ten")
	case 11:
		return lang.L("eleven")
	case 12:
		return lang.L("twelve")
	}
	return strconv.Itoa(n)
}
