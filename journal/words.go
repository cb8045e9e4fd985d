package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marked is a stretch of a text that was compared with another one.
type Marked struct {
	Text    string
	Changed bool // it is not in the other text
}

// CompareWords tells word by word how one text became another: what left the
// old one is marked there, what came is marked in the new one. Both lists give
// their whole text byte for byte when they are joined, and what is not marked
// is the same on both sides, in the same order.
//
// The work is bounded: where two texts have little in common some words may be
// marked that a longer look would have found on both sides.
func CompareWords(before, after string) (old, now []Marked) {
	a, b := cutWords(before), cutWords(after)
	c := comparison{a: a, b: b}
	c.compare()
	c.closeGaps()
	c.alignToLines()
	for _, r := range c.runs {
		if r.same {
			text := strings.Join(a[r.fromA:r.toA], "")
			old, now = addMarked(old, text, false), addMarked(now, text, false)
			continue
		}
		old = addMarked(old, strings.Join(a[r.fromA:r.toA], ""), true)
		now = addMarked(now, strings.Join(b[r.fromB:r.toB], ""), true)
	}
	return old, now
}

// addMarked goes on with the last stretch where that is marked alike.
func addMarked(all []Marked, text string, changed bool) []Marked {
	if text == "" {
		return all
	}
	if n := len(all); n > 0 && all[n-1].Changed == changed {
		all[n-1].Text += text
		return all
	}
	return append(all, Marked{Text: text, Changed: changed})
}

// cutWords cuts a text into words, white space, and single signs. Scripts that
// write words without space between them are cut letter by letter.
func cutWords(text string) []string {
	var words []string
	for at := 0; at < len(text); {
		end, sort := at, sortOfRune(text[at:])
		for end < len(text) && sortOfRune(text[end:]) == sort {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
			if sort == aloneRune {
				break
			}
		}
		for end < len(text) && text[end] >= utf8.RuneSelf { // an accent belongs to its letter
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.Is(unicode.M, r) {
				break
			}
			end += size
		}
		words = append(words, text[at:end])
		at = end
	}
	return words
}

// firstAlone is the first letter of the scripts that are cut letter by letter.
const firstAlone = '\u0e00'

// What a letter is to cutWords.
const (
	aloneRune = iota
	wordRune
	spaceRune
)

func sortOfRune(text string) int {
	if c := text[0]; 'a' <= c && c <= 'z' { // most are
		return wordRune
	}
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsSpace(r):
		return spaceRune
	case r >= firstAlone && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return aloneRune
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_':
		return wordRune
	}
	return aloneRune
}

// blank tells whether words are white space only.
func blank(words []string) bool {
	for _, w := range words {
		if sortOfRune(w) != spaceRune {
			return false
		}
	}
	return true
}
