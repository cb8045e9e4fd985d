package exchange

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"groundwork/journal"
)

// A name of a behaviour has at most so many letters where it can be shortened,
// and at least so many.
const (
	longestName  = 80
	shortestName = 12
)

// name finds a name for a behaviour that no other one of the job has: the
// behaviour itself where it is short, else its first clause, or more of it.
func (j *careerJob) name(behaviour string) string {
	free := func(name string) bool { return !j.names[strings.ToLower(name)] }
	if utf8.RuneCountInString(behaviour) <= longestName && free(behaviour) {
		return behaviour
	}
	for _, end := range clauses(behaviour) {
		name := behaviour[:end]
		if n := utf8.RuneCountInString(name); n >= shortestName && n <= longestName && free(name) {
			return name
		}
	}
	for _, most := range []int{longestName, journal.MaxName} {
		if name := clause(behaviour, most); free(name) {
			return name
		}
	}
	begins := clause(behaviour, longestName)
	for {
		j.alike[begins]++
		if name := fmt.Sprintf("%s (%d)", begins, j.alike[begins]+1); free(name) {
			return name
		}
	}
}

// clauses lists the places at which a clause ends in the beginning of a text:
// before a mark that space follows, or before a dash or a bracket that follows
// space.
func clauses(text string) (ends []int) {
	before := rune(' ')
	for i, r := range text {
		if i > longestName*utf8.UTFMax {
			break
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if strings.ContainsRune(".,;:!?", r) && unicode.IsSpace(next) || strings.ContainsRune("。，；：！？、", r) ||
			strings.ContainsRune("-–—(", r) && unicode.IsSpace(before) {
			ends = append(ends, len(strings.TrimRightFunc(text[:i], unicode.IsSpace)))
		}
		before = r
	}
	return ends
}

// clause gives a text that has at most so many letters: itself, or its
// beginning up to the end of a word.
func clause(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	letters := []rune(text)[:most-1]
	cut := string(letters)
	if space := strings.LastIndexFunc(cut, unicode.IsSpace); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRightFunc(cut, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
}

// oneLine puts a text on one line, with single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
