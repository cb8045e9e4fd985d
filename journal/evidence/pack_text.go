package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Length counts a text as the form of a review counts it: in UTF-16 code
// units, which is what the maxlength of a field on a page of the web counts
// (HTML Living Standard, "maxlength": the API value's length), and what
// JavaScript's length gives. For most writing these are its letters; an emoji
// made of several parts counts as the parts it has, because a form that counts
// so would refuse it otherwise. A line break is one.
func Length(text string) int {
	n := 0
	for _, r := range strings.ReplaceAll(text, "\r\n", "\n") {
		if r > 0xffff {
			n++
		}
		n++
	}
	return n
}

// Cut gives the beginning of a text that is no longer than a limit, as Length
// counts: at the end of a sentence where that keeps at least half of what there
// is room for, else at the end of a word, else between two letters, and never
// in the middle of one (an extended grapheme cluster of Unicode's UAX #29). A
// text that fits is given as it is; a limit below 1 leaves nothing of it.
func Cut(text string, limit int) string {
	if Length(text) <= limit {
		return text
	}
	fits := fitting(text, limit)
	if at := lastSentence(text, fits); Length(text[:at])*2 >= limit && at > 0 {
		return strings.TrimSpace(text[:at])
	}
	if at := lastWord(text, fits); at > 0 {
		return strings.TrimSpace(text[:at])
	}
	return text[:fits]
}

// fitting tells how many bytes of a text fit, in whole letters.
func fitting(text string, limit int) int {
	fits, used := 0, 0
	letters := graphemes.FromString(text)
	for letters.Next() {
		used += Length(letters.Value())
		if used > limit {
			break
		}
		fits = letters.End()
	}
	return fits
}

// lastSentence tells where the last sentence ends that is whole in the first
// bytes of a text; 0 where none is.
func lastSentence(text string, within int) int {
	at := 0
	for at < len(text) {
		rest := text[at:]
		space := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
		end := at + space + sentenceEnd(rest[space:])
		if end > within || end == at {
			break
		}
		at = end
	}
	return at
}

// lastWord tells where the last word ends that is whole in the first bytes of
// a text; 0 where none is.
func lastWord(text string, within int) int {
	if next, _ := utf8.DecodeRuneInString(text[within:]); within < len(text) && unicode.IsSpace(next) {
		return within
	}
	return max(0, strings.LastIndexFunc(text[:within], unicode.IsSpace))
}
