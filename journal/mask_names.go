package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// pattern is a name, or a part of one, as the words that stand for it.
type pattern struct {
	words []string // folded
	whole bool     // a whole name, and not a part of one
	any   bool     // in any case; else a word of it begins with a capital
	who   int      // a place in Mask.known, or anybody
	raw   string   // of a name in a script without spaces
}

// anybody is whose name it could be that is that of several.
const anybody = -1

// learn finds out what somebody can be called: the whole name in any case; and
// where it is written with a capital, each part of it, each word of a part
// ("Anne" of Anne-Marie), and a family name from its first small word on ("van
// den Berg"). Who writes a name without capitals is called by it without.
func (m *Mask) learn(name string, who int) {
	if strings.ContainsFunc(name, unspaced) {
		m.learnUnspaced(name, who)
	}
	words := wordsOf(name)
	if len(words) == 0 {
		return
	}
	small := !slices.ContainsFunc(words, func(w nameWord) bool { return w.capital })
	m.note(pattern{words: foldedOf(words), whole: true, any: true, who: who})
	if joined := strings.Join(foldedOf(words), ""); len(words) > 1 {
		m.note(pattern{words: []string{joined}, whole: true, any: true, who: who})
		m.piece(joined)
	}
	family := false
	parts := strings.Fields(name)
	for i, part := range parts {
		words := wordsOf(part)
		if i > 0 && !family && len(words) > 0 && !words[0].capital && !small {
			family = true
			m.note(pattern{words: foldedOf(wordsOf(strings.Join(parts[i:], " "))), who: who})
		}
		if len(words) > 1 {
			m.note(pattern{words: foldedOf(words), any: small, who: who})
		}
		for _, w := range words {
			if !w.capital && !small || utf8.RuneCountInString(w.folded) < 2 || noName(w.folded) {
				continue
			}
			m.note(pattern{words: []string{w.folded}, any: small, who: who})
			m.piece(w.folded)
		}
	}
}

// noName tells whether a word is none that somebody is called by, even where
// it stands in what a writer calls somebody: "The new CTO", "My boss", "Dr Who".
func noName(folded string) bool {
	switch folded {
	case "the", "my", "our", "your", "his", "her", "their", "an", "of", "and", "from", "for", "at", "in", "on", "to", "with", "new", "old",
		"dr", "mr", "mrs", "ms", "mx", "miss", "sir", "prof":
		return true
	}
	return false
}

// learnUnspaced knows a name of a script that sets no spaces by its letters,
// however they are encoded.
func (m *Mask) learnUnspaced(name string, who int) {
	name = strings.TrimSpace(name)
	spellings := []string{name, norm.NFC.String(name), norm.NFD.String(name), strings.ReplaceAll(norm.NFC.String(name), " ", "")}
	for _, raw := range spellings {
		first, _ := utf8.DecodeRuneInString(raw)
		known := func(p pattern) bool { return p.raw == raw }
		if utf8.RuneCountInString(raw) > 1 && !slices.ContainsFunc(m.unspaced[first], known) {
			m.unspaced[first] = append(m.unspaced[first], pattern{raw: raw, who: who})
		}
	}
}

// note keeps a pattern. A whole name goes before what is only a part of
// another, and what could be that of two is anybody's.
func (m *Mask) note(p pattern) {
	same := m.patterns[p.words[0]]
	at := slices.IndexFunc(same, func(q pattern) bool { return slices.Equal(q.words, p.words) })
	switch {
	case at < 0:
		m.patterns[p.words[0]] = append(same, p)
	case p.whole && !same[at].whole:
		same[at] = p
	case p.whole == same[at].whole && p.who != same[at].who:
		same[at].who = anybody
		same[at].any = same[at].any || p.any
	}
}

// sort puts the longest patterns first.
func (m *Mask) sort() {
	for _, same := range m.patterns {
		slices.SortStableFunc(same, func(a, b pattern) int { return len(b.words) - len(a.words) })
	}
	for _, same := range m.unspaced {
		slices.SortStableFunc(same, func(a, b pattern) int { return len(b.raw) - len(a.raw) })
	}
}

func (m *Mask) piece(folded string) { m.pieces[folded] = true }

// nameWord is a word of a name.
type nameWord struct {
	folded  string
	capital bool
}

func wordsOf(name string) []nameWord {
	var all []nameWord
	for at := 0; ; {
		from, to := nextWord(name, at)
		if from == to {
			return all
		}
		all = append(all, nameWord{foldTitle(name[from:to]), capitalAt(name[from:])})
		at = to
	}
}

func foldedOf(words []nameWord) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.folded
	}
	return all
}

// nextWord gives the next run of letters, digits and their marks from a place
// on; it is empty at the end. What Unicode calls format characters, such as a
// soft hyphen, is within a word where it stands in one.
func nextWord(s string, at int) (from, to int) {
	from = -1
	for i, r := range s[at:] {
		var in bool
		if r < utf8.RuneSelf {
			in = r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		} else {
			in = (unicode.IsLetter(r) || unicode.IsDigit(r) || from >= 0 && (unicode.IsMark(r) || unicode.Is(unicode.Cf, r))) && !unspaced(r)
		}
		switch {
		case in && from < 0:
			from = at + i
		case !in && from >= 0:
			return from, at + i
		}
	}
	if from < 0 {
		return len(s), len(s)
	}
	return from, len(s)
}

// capitalAt tells whether a word begins with a letter that is not a small one:
// most scripts know no capitals.
func capitalAt(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(r)
}

// unspaced tells whether a letter is of a script that sets no space between
// words, or hangs endings onto names: there no word's end can be seen.
func unspaced(r rune) bool {
	return r > 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
