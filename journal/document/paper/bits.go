package paper

import (
	"unicode"
	"unicode/utf8"
)

// bit is a part of a strand that a line is never broken in, unless it is wider
// than a line, and that is set in one face.
type bit struct {
	strand   int32
	from, to int32 // in the text of the strand, in bytes
	face     faceID
	kind     bitKind
	width    float64 // in points; in a word without end, small errors would add up
}

// bitKind says where a line may end.
type bitKind uint8

const (
	bitWord  bitKind = iota // belongs to what follows it, unless that is a space
	bitSpace                // a line may end behind it, and it is not seen there
	bitBreak                // a line may end behind it
	bitEnd                  // the line ends here
)

// bits cuts strands into bits.
func (s *setter) bits(all []strand) []bit {
	s.cut = s.cut[:0]
	for i := range all {
		s.cutStrand(int32(i), all[i])
	}
	return s.cut
}

func (s *setter) cutStrand(n int32, st strand) {
	c := s.press.chains[st.look.face]
	scale := float64(st.look.size) / 1000
	for at := 0; at < len(st.text); {
		var b bit
		switch st.text[at] {
		case '\n':
			b = bit{to: 1, kind: bitEnd, face: c.order[0]}
		case ' ':
			b = s.blank(c, st.text[at:])
		default:
			b = s.word(c, st.text[at:])
		}
		length := b.to
		b.strand, b.from, b.to = n, int32(at), int32(at)+length
		b.width *= scale
		s.cut = append(s.cut, b)
		at += int(length)
	}
}

// blank measures the spaces at the head of a text.
func (s *setter) blank(c *chain, text string) bit {
	n := 0
	for n < len(text) && text[n] == ' ' {
		n++
	}
	if n < len(text) && text[n] >= 0xCC { // a mark on the last space
		if length, in := c.cluster(text[n-1:]); length > 1 {
			if n == 1 {
				return bit{to: int32(length), face: in.face, width: float64(in.width)}
			}
			n--
		}
	}
	in := c.fit(' ')
	return bit{to: int32(n), face: in.face, kind: bitSpace, width: float64(in.width) * float64(n)}
}

// word measures letters of one face at the head of a text, as far as no line
// may end between them.
func (s *setter) word(c *chain, text string) bit {
	length, in := c.cluster(text)
	b := bit{to: int32(length), face: in.face, width: float64(in.width)}
	first, alone := utf8.DecodeRuneInString(text)
	if wide(first) || in.face >= textFaces {
		b.kind = breakBehind(first, text[length:])
		return b
	}
	if spaces(first) && length == alone {
		b.kind = bitSpace
		return b
	}
	ascii := c.found.of(0, c.fitBlock)
	for at := length; at < len(text); at = int(b.to) {
		// Most letters are of ASCII and bear no marks.
		if l := text[at]; l > ' ' && l < 0x7F && (at+1 == len(text) || text[at+1] < 0xCC) {
			if in := ascii[l]; in.face == b.face {
				b.to++
				b.width += float64(in.width)
				continue
			}
			return b
		}
		next, _ := utf8.DecodeRuneInString(text[at:])
		if next <= ' ' || wide(next) || spaces(next) {
			if wide(next) && !opens(first) && breakBefore(next) {
				b.kind = bitBreak
			}
			return b
		}
		n, in := c.cluster(text[at:])
		if in.face != b.face {
			return b
		}
		b.to += int32(n)
		b.width += float64(in.width)
	}
	return b
}

// spaces tells whether a letter is a space that a line may end at.
func spaces(r rune) bool {
	return unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x202F && r != 0x2007
}

// wide tells whether a letter is one of those that a line may end behind
// without a space: Chinese, Japanese and their marks.
func wide(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r <= 0xA4CF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF01 && r <= 0xFFEE, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

// breakBehind tells whether a line may end between a letter and the text
// behind it.
func breakBehind(r rune, behind string) bitKind {
	next, _ := utf8.DecodeRuneInString(behind)
	if !wide(r) || behind == "" || opens(r) || !breakBefore(next) {
		return bitWord
	}
	return bitBreak
}

// breakBefore tells whether a line may begin with a letter: not with a mark
// that closes something (Unicode Standard Annex 14, class CL and NS).
func breakBefore(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '！', '？', '：', '；', '）', '」', '』', '】', '〉', '》', '〕', '］', '｝', 'ー', '々', '・', 'っ', 'ッ':
		return false
	}
	return !unicode.In(r, unicode.Pe, unicode.Pf) && r != ',' && r != '.' && r != '!' && r != '?' && r != ';' && r != ':'
}

// opens tells whether a letter opens something, so that no line ends with it.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }
