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

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
