package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Masked is a part of a text that a pseudonym takes the place of.
type Masked struct {
	From, To int    // in bytes
	With     string // what stands there instead

	who int
}

// Text gives a text with pseudonyms in the place of known names: of whole names
// in any case, and of their parts where they are written with a capital. The
// words may be joined or cut by Markdown's marks, and accents do not count. An
// address, of the web or of mail, that holds a name goes whole.
func (m *Mask) Text(s string) string { return replaced(s, m.Find(s)) }

// Find tells which parts of a text Text replaces, in order.
func (m *Mask) Find(s string) []Masked {
	if m == nil || len(m.known) == 0 {
		return nil
	}
	return m.find(s, false)
}

// tag masks as Text does, but parts of a name in any case: tags are written
// small.
func (m *Mask) tag(s string) string { return replaced(s, m.find(s, true)) }

func replaced(s string, with []Masked) string {
	if len(with) == 0 {
		return s
	}
	var out strings.Builder
	at := 0
	for _, x := range with {
		out.WriteString(s[at:x.From])
		out.WriteString(x.With)
		at = x.To
	}
	out.WriteString(s[at:])
	return out.String()
}

func (m *Mask) find(s string, anyCase bool) []Masked {
	f := finder{mask: m, text: s, anyCase: anyCase}
	f.addresses = addressesIn(s)
	f.words()
	f.unspaced()
	return f.found
}

// finder walks a text once.
type finder struct {
	mask      *Mask
	text      string
	anyCase   bool
	addresses [][2]int
	found     []Masked
	buffer    []byte
}

// words finds the names that are made of words.
func (f *finder) words() {
	for at := 0; ; {
		from, to := nextWord(f.text, at)
		if from == to {
			break
		}
		for len(f.addresses) > 0 && f.addresses[0][1] <= from {
			f.addresses = f.addresses[1:]
		}
		if len(f.addresses) > 0 && f.addresses[0][0] <= from {
			at = f.address(f.addresses[0])
			continue
		}
		at = to
		if end, p, ok := f.nameAt(from, to); ok {
			f.add(from, end, p.who)
			at = end
		}
	}
}

// address masks one that holds a name, and gives its end. A name before it may
// reach into it.
func (f *finder) address(a [2]int) int {
	last := len(f.found) - 1
	switch {
	case !f.mask.holds(f.text[a[0]:a[1]]):
	case last >= 0 && f.found[last].To > a[0]:
		f.found[last].To = max(f.found[last].To, a[1])
	default:
		f.found = append(f.found, Masked{From: a[0], To: a[1], With: maskedAddress, who: anybody})
	}
	return a[1]
}

// nameAt finds the longest name that begins with a word.
func (f *finder) nameAt(from, to int) (end int, p pattern, ok bool) {
	if end, p, ok = f.match(f.fold(f.text[from:to]), from, to); ok {
		return end, p, ok
	}
	if word, glued := f.glued(from, to); glued > to {
		return f.match([]byte(word), from, glued)
	}
	return 0, pattern{}, false
}

// match finds the longest name whose first word, folded, ends at to.
func (f *finder) match(first []byte, from, to int) (end int, p pattern, ok bool) {
	for _, p := range f.mask.patterns[string(first)] {
		end, ok := f.rest(p.words[1:], to)
		if ok && (p.any || f.anyCase || f.hasCapital(from, end) || from > 0 && f.text[from-1] == '@') {
			return end, p, true
		}
	}
	return 0, pattern{}, false
}

// rest tells where the other words of a name end that follow a place.
func (f *finder) rest(words []string, at int) (end int, ok bool) {
	for _, w := range words {
		from, to := nextWord(f.text, at)
		if from == to || !between(f.text[at:from]) {
			return 0, false
		}
		if string(f.fold(f.text[from:to])) != w {
			word, glued := f.glued(from, to)
			if word != w {
				return 0, false
			}
			to = glued
		}
		at = to
	}
	return at, true
}

// between tells whether what stands between two words can stand within a name.
func between(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !strings.ContainsRune("-‐‑–'’`´.·*_~\\", r) {
			return false
		}
	}
	return len(s) > 0
}

// longestName is how long a word of a name can be that Markdown's marks cut
// into pieces, in bytes.
const longestName = 128

// glued gives a word, folded, that Markdown's marks cut into pieces, as in
// "**Pri**ya", and where it ends; as far as it ends where it ended, it is not.
func (f *finder) glued(from, to int) (word string, end int) {
	for {
		next := to
		for next < len(f.text) && strings.IndexByte("*~`\\", f.text[next]) >= 0 {
			next++
		}
		if next == to {
			break
		}
		begin, end := nextWord(f.text, next)
		if begin != next || begin == end {
			break
		}
		word += string(f.fold(f.text[from:to]))
		from, to = begin, end
		if len(word) > longestName {
			break // no name is cut into so much
		}
	}
	return word + string(f.fold(f.text[from:to])), to
}

// fold folds a word; the result lasts until the next call.
func (f *finder) fold(word string) []byte {
	f.buffer = f.buffer[:0]
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return []byte(foldTitle(word))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		f.buffer = append(f.buffer, c)
	}
	return f.buffer
}

// hasCapital tells whether a word of a stretch begins with a capital.
func (f *finder) hasCapital(from, end int) bool {
	for at := from; at < end; {
		begin, to := nextWord(f.text[:end], at)
		if begin == to {
			return false
		}
		if capitalAt(f.text[begin:]) {
			return true
		}
		at = to
	}
	return false
}

// add notes a name. Two of the same person in a row are one, with or without
// an initial between: "Mary J. Smith".
func (f *finder) add(from, to, who int) {
	if last := len(f.found) - 1; last >= 0 && who != anybody && f.found[last].who == who && oneName(f.text[f.found[last].To:from]) {
		f.found[last].To = to
		return
	}
	with := f.mask.take(who)
	if !f.anyCase && opens(f.text[:from]) {
		with = capital(with)
	}
	f.found = append(f.found, Masked{from, to, with, who})
}

// oneName tells whether what stands between two parts of a name is nothing but
// space on one line and an initial.
func oneName(s string) bool {
	if strings.ContainsAny(s, "\n\r") || s == "" || s[0] != ' ' {
		return false
	}
	initial := strings.TrimSuffix(strings.TrimSpace(s), ".")
	r, size := utf8.DecodeRuneInString(initial)
	return initial == "" || size == len(initial) && unicode.IsUpper(r)
}

// opens tells whether a sentence begins behind a text.
func opens(before string) bool {
	before = strings.TrimRight(before, " \t*_~`\"'([“‘„«>#-")
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune("\n\r.!?…", r)
}

// unspaced finds the names of scripts that set no spaces, between what was
// found already.
func (f *finder) unspaced() {
	if len(f.mask.unspaced) == 0 {
		return
	}
	words := f.found
	f.found = nil
	for at := 0; at < len(f.text); {
		end := len(f.text)
		if len(words) > 0 {
			if end = words[0].From; at >= end {
				f.found, at, words = append(f.found, words[0]), words[0].To, words[1:]
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(f.text[at:])
		if p, ok := startsWith(f.text[at:end], f.mask.unspaced[r]); ok {
			f.found = append(f.found, Masked{at, at + len(p.raw), f.mask.take(p.who), p.who})
			size = len(p.raw)
		}
		at += size
	}
}

// startsWith finds the first of some names with which a text begins.
func startsWith(text string, names []pattern) (pattern, bool) {
	for _, p := range names {
		if strings.HasPrefix(text, p.raw) {
			return p, true
		}
	}
	return pattern{}, false
}
