package journal

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maskedAddress stands in the place of an address that holds a name.
const maskedAddress = "masked-address"

// maskedFile stands in the place of a file's name that holds a name.
const maskedFile = "attachment"

// entry masks an entry and tells how many attachments it had to empty.
func (m *Mask) entry(e *Entry) (emptied int64) {
	forget(e)
	for _, text := range e.texts() {
		*text = m.Text(*text)
	}
	m.keys(e.keys())
	for i := range e.Tags {
		e.Tags[i] = m.tag(e.Tags[i])
	}
	for i := range e.Evidence {
		e.Evidence[i].Expectation = m.Text(e.Evidence[i].Expectation)
	}
	for i := range e.Attachments {
		a := &e.Attachments[i]
		before := *a
		a.SHA256 = ""
		if m.holds(a.URL) {
			a.URL = ""
		}
		if m.holds(a.Name) {
			a.Name = maskedFile + plainEnding(a.Name)
		}
		if a.SHA256 != before.SHA256 || a.URL != before.URL {
			emptied++
		}
	}
	return emptied
}

// around masks what goes out beside the entries.
func (m *Mask) around(x *Export) {
	forget(x)
	for _, text := range x.texts() {
		*text = m.Text(*text)
	}
	m.keys(x.keys())
}

// keys empties the keys that hold a name: changed, they would be the key of
// nothing.
func (m *Mask) keys(all []*string) {
	for _, key := range all {
		if len(m.find(*key, true)) > 0 {
			*key = ""
		}
	}
}

// plainEnding gives the ending of a file's name, if it is one.
func plainEnding(name string) string {
	ending := path.Ext(name)
	if len(ending) > 6 || strings.ContainsFunc(strings.TrimPrefix(ending, "."), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return ""
	}
	return ending
}

// holds tells whether a name stands in an address or in the name of a file: as
// a word in any case or, where it has four letters or more, anywhere.
func (m *Mask) holds(s string) bool {
	if s == "" {
		return false
	}
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	f := finder{mask: m, text: s, anyCase: true}
	f.words()
	f.unspaced()
	if len(f.found) > 0 {
		return true
	}
	folded := foldTitle(s)
	for piece := range m.pieces {
		if utf8.RuneCountInString(piece) > 3 && strings.Contains(folded, piece) {
			return true
		}
	}
	return false
}

// addressesIn finds what looks like an address of the web or of mail.
func addressesIn(s string) [][2]int {
	if !strings.ContainsAny(s, "/@") && !strings.Contains(s, "www.") {
		return nil
	}
	var all [][2]int
	begin, open := -1, 0
	end := func(at int) {
		if begin >= 0 && isAddress(s[begin:at]) {
			all = append(all, [2]int{begin, begin + len(strings.TrimRight(s[begin:at], ".,;:!?*_~"))})
		}
		begin, open = -1, 0
	}
	for i, r := range s {
		switch {
		case unicode.IsSpace(r) || strings.ContainsRune("<>\"`|", r):
			end(i)
		case r == '(' || r == '[':
			if begin >= 0 {
				open++
			}
		case (r == ')' || r == ']') && open > 0:
			open--
		case r == ')' || r == ']':
			end(i)
		case begin < 0:
			begin = i
		}
	}
	end(len(s))
	return all
}

// isAddress tells whether a run of letters without a space is an address:
// https://x.org, www.x.org, x.org/y, x@y.org.
func isAddress(s string) bool {
	dot, at := strings.IndexByte(s, '.'), strings.IndexByte(s, '@')
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") ||
		dot > 0 && strings.Contains(s[dot:], "/") || at > 0 && at < len(s)-1
}
