package journal

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Match is where something that was looked for stands in a text, in bytes.
type Match struct{ From, To int }

// Matcher finds in any text what a query looks for, so that it can be marked.
// Case and accents do not count. The zero Matcher finds nothing.
type Matcher struct {
	terms []wantedTerm
}

// wantedTerm is a term of a query as a Matcher looks for it.
type wantedTerm struct {
	words  [][]byte // folded, beside each other
	prefix bool     // the last word may go on
	part   []byte   // folded; to be found anywhere, also inside words
}

// Matcher gives what finds the terms of the query in a text. inside finds all of
// them inside words too, as a search does where the index knows no such word.
func (q Query) Matcher(inside bool) Matcher {
	var m Matcher
	for _, t := range q.Terms {
		words, exact := t.Words()
		switch {
		case t.Not:
		case inside || exact:
			m.terms = append(m.terms, wantedTerm{part: foldText(t.Text).letters})
		case words:
			m.terms = append(m.terms, wantedWords(t))
		}
	}
	return m
}

func wantedWords(t Term) wantedTerm {
	w := wantedTerm{prefix: t.Prefix || t.Typing && utf8.RuneCountInString(t.Text) >= LeastTyped}
	f := foldText(t.Text)
	for _, word := range f.words() {
		w.words = append(w.words, f.letters[word.From:word.To])
	}
	return w
}

// LeastTyped is how many letters of a word have to be typed before words that
// begin so are looked for: fewer stand at the beginning of too many.
const LeastTyped = 3

// Words tells whether the text holds words that stand between signs, which an
// index of words knows, and whether it has to be looked for as it stands,
// because no such index can cut it into words (Chinese, Japanese, Thai) or it
// passes over its signs (as in C++ or with an emoji).
func (t Term) Words() (words, exact bool) {
	for _, r := range t.Text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan):
			return false, true
		case isWordRune(r):
			words = true
		case unicode.IsSymbol(r):
			exact = true
		}
	}
	return words, exact || !words
}

// Find gives the places of a text that match, in order; none overlaps another.
func (m Matcher) Find(text string) []Match {
	var all []Match
	for _, t := range m.places(text) {
		if n := len(all); n > 0 && t.From < all[n-1].To {
			all[n-1].To = max(all[n-1].To, t.To)
			continue
		}
		all = append(all, t.Match)
	}
	return all
}

// termMatch is a match and the term that it is of.
type termMatch struct {
	Match
	term int
}

// places gives every match of every term, in order.
func (m Matcher) places(text string) []termMatch {
	if len(m.terms) == 0 || text == "" {
		return nil
	}
	f := foldText(text)
	var all []termMatch
	for i, t := range m.terms {
		for _, at := range t.in(f) {
			all = append(all, termMatch{at, i})
		}
	}
	if len(m.terms) > 1 {
		slices.SortStableFunc(all, func(a, b termMatch) int { return a.From - b.From })
	}
	return all
}

func (t wantedTerm) in(f *foldedText) (all []Match) {
	if len(t.words) == 0 {
		return t.anywhere(f)
	}
	if !bytes.Contains(f.letters, t.words[0]) {
		return nil // as most texts: they need not be cut into words
	}
	words := f.words()
	for i := 0; i+len(t.words) <= len(words); i++ {
		if t.standAt(f, words[i:]) {
			all = append(all, f.match(words[i].From, words[i+len(t.words)-1].To))
		}
	}
	return all
}

func (t wantedTerm) anywhere(f *foldedText) (all []Match) {
	for at := 0; len(t.part) > 0; {
		i := bytes.Index(f.letters[at:], t.part)
		if i < 0 {
			break
		}
		at += i + len(t.part)
		all = append(all, f.match(at-len(t.part), at))
	}
	return all
}

// standAt tells whether the words of the term are the first ones of some words.
func (t wantedTerm) standAt(f *foldedText, words []Match) bool {
	for k, wanted := range t.words {
		word := f.letters[words[k].From:words[k].To]
		if !bytes.Equal(word, wanted) && !(t.prefix && k == len(t.words)-1 && bytes.HasPrefix(word, wanted)) {
			return false
		}
	}
	return true
}

// foldedText is a text without regard to case and accents.
type foldedText struct {
	letters []byte
	from    []int   // where in the text each of letters comes from, and the end; nil where it is the same place
	cut     []Match // the words, in letters; nil before they are asked for
}

func foldText(text string) *foldedText {
	f := &foldedText{letters: make([]byte, len(text))}
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			f.foldLetters(text)
			return f
		}
		f.letters[i] = foldASCII(text[i])
	}
	return f
}

// foldLetters folds a text with other letters than ASCII has.
func (f *foldedText) foldLetters(text string) {
	f.letters, f.from = f.letters[:0], make([]int, 0, len(text)+1)
	for at, r := range text {
		switch {
		case r < utf8.RuneSelf: // most are, in any text of a Latin script
			f.letters = append(f.letters, foldASCII(byte(r))) // #nosec G115 -- an ASCII letter
			f.from = append(f.from, at)
			continue
		case isAccent(r):
			continue
		}
		f.letters = utf8.AppendRune(f.letters, foldRune(r))
		for len(f.from) < len(f.letters) {
			f.from = append(f.from, at)
		}
	}
	f.from = append(f.from, len(text))
}

// match is what stands in the text for some of the letters.
func (f *foldedText) match(from, to int) Match {
	if f.from == nil {
		return Match{from, to}
	}
	return Match{f.from[from], f.from[to]}
}

// words cuts the letters into words.
func (f *foldedText) words() []Match {
	if f.cut != nil {
		return f.cut
	}
	f.cut = make([]Match, 0, len(f.letters)/5+1)
	begin := -1
	for at := 0; at < len(f.letters); {
		r, size := rune(f.letters[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(f.letters[at:])
		}
		switch word := isWordRune(r); {
		case word && begin < 0:
			begin = at
		case !word && begin >= 0:
			f.cut = append(f.cut, Match{begin, at})
			begin = -1
		}
		at += size
	}
	if begin >= 0 {
		f.cut = append(f.cut, Match{begin, len(f.letters)})
	}
	return f.cut
}

// isWordRune tells whether a letter belongs to a word, as the search index has
// it (unicode61 of SQLite's FTS5: letters, numbers and private use).
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}

// foldASCII gives a letter of ASCII in lower case.
func foldASCII(letter byte) byte {
	if letter >= 'A' && letter <= 'Z' {
		return letter + 'a' - 'A'
	}
	return letter
}

// foldRune gives a letter in lower case and without its accent.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(foldASCII(byte(r))) // #nosec G115 -- an ASCII letter
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		if base, size := utf8.DecodeRune(d); onlyAccents(d[size:]) {
			r = base
		}
	}
	return unicode.ToLower(r)
}

// onlyAccents tells whether nothing but accents stands there: the second part of
// a Korean letter is none.
func onlyAccents(letters []byte) bool {
	return bytes.IndexFunc(letters, func(r rune) bool { return !isAccent(r) }) < 0
}

// isAccent tells whether a sign is an accent of the letter before it, of Latin,
// Greek and Cyrillic, which Unicode keeps in one block.
func isAccent(r rune) bool { return r >= 0x0300 && r <= 0x036f }
