package parts

import (
	"strings"
	"unicode"
)

// ruler tells how wide words are. It adds up the widths of their letters, which is a hundred times cheaper than having
// a word shaped and a fraction of a pixel wrong; only words with letters that other faces have to lend are shaped.
type ruler struct{ alphabets map[Type]*alphabet }

// alphabet is the widths of the letters of a type, 0 for those nobody asked for yet.
type alphabet struct {
	typ   Type
	low   [0x0250]float32
	other map[rune]float32
}

// alphabet returns the letters of a type, whatever its colour.
func (r *ruler) alphabet(typ Type) *alphabet {
	typ.Color = ""
	if a := r.alphabets[typ]; a != nil {
		return a
	}
	if r.alphabets == nil {
		r.alphabets = map[Type]*alphabet{}
	}
	a := &alphabet{typ: typ, other: map[rune]float32{}}
	r.alphabets[typ] = a
	return a
}

// width returns how wide a text is.
func (a *alphabet) width(text string) float32 {
	if !plain(text) {
		return measure(text, a.typ)
	}
	width := float32(0)
	for _, letter := range text {
		width += a.letter(letter)
	}
	return width
}

func (a *alphabet) letter(r rune) float32 {
	if int(r) < len(a.low) {
		if a.low[r] == 0 {
			a.low[r] = measure(string(r), a.typ)
		}
		return a.low[r]
	}
	w, known := a.other[r]
	if !known {
		w = measure(string(r), a.typ)
		a.other[r] = w
	}
	return w
}

// runType returns how the words of a run are set among words of a type.
func runType(look RunLook, base Type) Type {
	if look&RunCode != 0 && base.Face != Code {
		return Type{Code, base.Size - codeSmaller, base.Color}
	}
	strong := look&RunStrong != 0 || base.Face == SerifBold
	switch {
	case base.Face == Code:
	case strong && look&RunEmphasis != 0:
		base.Face = SerifBoldItalic
	case strong:
		base.Face = SerifBold
	case look&RunEmphasis != 0:
		base.Face = SerifItalic
	}
	return base
}

// codeSmaller is by how much code is set smaller than the words it stands in, because its letters are larger.
const codeSmaller float32 = 3

// mayBreak reports whether a line may end between two letters of a word: behind a hyphen within it, and between the
// letters of Chinese and Japanese, where no mark may begin a line that belongs to what is before it, and none end it that
// belongs to what follows (after Unicode's Annex 14).
func mayBreak(word string, before, after rune) bool {
	switch before {
	case '-', '‐', '–', '—':
		return len(word) > len("—") && unicode.IsLetter(after)
	}
	if !ideographic(before) && !ideographic(after) {
		return false
	}
	return !strings.ContainsRune("（「『【〔〈《“‘([", before) &&
		!strings.ContainsRune("、。，．！？：；）」』】〕〉》ー々…”’)],.!?:;%", after) && !joins(before, after)
}

// ideographic reports whether a letter is one of Chinese or Japanese, or a mark among them.
func ideographic(r rune) bool {
	return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF ||
		r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// Joiners within what is read as one letter (Unicode's Annex 29).
const (
	zeroWidthJoiner = '\u200D'
	firstSkinTone   = '\U0001F3FB'
	lastSkinTone    = '\U0001F3FF'
	firstFlagLetter = '\U0001F1E6'
	lastFlagLetter  = '\U0001F1FF'
	firstFlagTag    = '\U000E0020'
	lastFlagTag     = '\U000E007F'
)

// joins reports whether two runes are of one letter.
func joins(before, after rune) bool {
	return before == zeroWidthJoiner || after == zeroWidthJoiner || unicode.Is(unicode.M, after) ||
		after >= firstSkinTone && after <= lastSkinTone || after >= firstFlagTag && after <= lastFlagTag
}

// letterLength returns how many bytes the first letter of a text takes, with its accents and all that is joined to it.
func letterLength(text string) int {
	last, flags := rune(-1), 0
	for i, r := range text {
		if r >= firstFlagLetter && r <= lastFlagLetter {
			flags++
		}
		if i > 0 && !joins(last, r) && !(flags == 2 && last >= firstFlagLetter && last <= lastFlagLetter) {
			return i
		}
		last = r
	}
	return len(text)
}
