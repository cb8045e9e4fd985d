package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// groupName is the heading over people of one support.
func groupName(support string) string {
	switch support {
	case journal.Advocate:
		return lang.L("Advocates")
	case "":
		return lang.L("No word yet")
	}
	return supportName(support)
}

// standingLine says how many people there are and where they stand.
func standingLine(all []journal.PersonLine) string {
	counts := map[string]int{}
	for _, l := range all {
		counts[l.Support]++
	}
	behind := counts[journal.Advocate] + counts[journal.Supportive]
	total := lang.L("{{.Count}} people", values{"Count": inGroups(len(all))})
	if len(all) == 1 {
		total = lang.L("1 person")
	}
	facts := slices.DeleteFunc([]string{
		oneOrMore(behind, lang.L("1 stands behind you"), lang.L("{{.Count}} stand behind you", values{"Count": behind})),
		oneOrMore(counts[journal.Neutral], lang.L("1 is neutral"), lang.L("{{.Count}} are neutral", values{"Count": counts[journal.Neutral]})),
		oneOrMore(counts[journal.NotYet], lang.L("1 not yet"), lang.L("{{.Count}} not yet", values{"Count": counts[journal.NotYet]})),
	}, func(s string) bool { return s == "" })
	if len(facts) == 0 {
		return total + "."
	}
	return total + ". " + strings.Join(facts, ", ") + "."
}

// oneOrMore gives the words for a number, and nothing for none.
func oneOrMore(n int, one, more string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return one
	}
	return more
}

// spoken is the day of the last contact: the one that is noted, or the newest
// entry that names the person.
func spoken(l journal.PersonLine) journal.Day {
	if l.Newest.After(l.LastContact) {
		return l.Newest
	}
	return l.LastContact
}

// quietAfter is how many days may pass before somebody who does not stand
// behind the writer yet counts as lost from sight: two months, after which a
// promotion round would meet them unprepared.
const quietAfter = 60

// contact says when the last contact was, and whether that is too long ago for
// somebody who is still to be won.
func contact(l journal.PersonLine, today journal.Day) (words string, late bool) {
	on := spoken(l)
	if on.IsZero() {
		return "", false
	}
	days := on.DaysUntil(today)
	toWin := l.Support == journal.Neutral || l.Support == journal.NotYet
	switch {
	case days >= quietAfter && toWin:
		return howLongAgo(on, today), true
	case days >= 0 && days < 7:
		return howLongAgo(on, today), false
	}
	return shortDay(on, today), false
}

// missingTitle counts the supporters who are missing.
func missingTitle(n int) string {
	return oneOrMore(n, lang.L("1 supporter still missing"), lang.L("{{.Count}} supporters still missing", values{"Count": n}))
}

// missingWords says who is missing.
func missingWords(relationships []string) string {
	words := make([]string, len(relationships))
	for i, r := range relationships {
		words[i] = missingWord(r)
	}
	text := []rune(strings.Join(words, "; "))
	return strings.ToUpper(string(text[:1])) + string(text[1:])
}

func missingWord(relationship string) string {
	switch relationship {
	case journal.Manager:
		return lang.L("your manager")
	case journal.LeaderAbove:
		return lang.L("a leader above them")
	case journal.Sponsor:
		return lang.L("a sponsor who opens doors")
	case journal.Mentor:
		return lang.L("a mentor")
	case journal.Peer:
		return lang.L("a peer")
	}
	return relationship
}

// aboutLine says what a person is to the writer and when they last spoke.
func aboutLine(l journal.PersonLine, today journal.Day) string {
	var sentences []string
	switch {
	case l.Relationship == journal.Manager:
		sentences = append(sentences, lang.L("Manager, my leader"))
	case l.Relationship != "":
		sentences = append(sentences, relationshipName(l.Relationship))
	}
	if on := spoken(l); !on.IsZero() {
		sentences = append(sentences, lang.L("Last spoke {{.Day}}", values{"Day": spokenDay(on, today)}))
	}
	if len(sentences) == 0 {
		return lang.L("Nothing is written about them yet.")
	}
	return strings.Join(sentences, ". ") + "."
}

// spokenDay is a day in the middle of a sentence.
func spokenDay(on, today journal.Day) string {
	switch on.DaysUntil(today) {
	case 0:
		return lang.L("today")
	case 1:
		return lang.L("yesterday")
	}
	return shortDay(on, today)
}
