package data

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold makes two spellings of a tag or a name equal: case, outer space and the
// way an accent is encoded do not count. SQLite itself knows the case of ASCII
// only, so the folded text is stored beside the written one.
func fold(text string) string {
	text = strings.TrimSpace(text)
	if isASCII(text) {
		return strings.ToLower(text)
	}
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(text)))
}

// foldTitle makes two spellings of a title equal: as fold, and an accent does
// not count. Only the accents of Latin, Greek and Cyrillic letters go, which
// Unicode keeps in one block: a mark of another script is a letter to those
// who write in it.
func foldTitle(title string) string {
	title = fold(title)
	if isASCII(title) {
		return title
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r >= 0x0300 && r <= 0x036f { // Combining Diacritical Marks
			return -1
		}
		return r
	}, norm.NFD.String(title)))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
