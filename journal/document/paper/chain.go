package paper

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// chain finds for each letter the face it stands in: the wanted one, or the
// next that has it.
type chain struct {
	press *Press
	order []faceID
	found blocks[fitted]
}

// fitted is a letter in the face that has it.
type fitted struct {
	face  faceID
	width int16 // in thousandths of the size
}

// orders are the faces that are tried one after the other, by the wanted one.
var orders = [textFaces][]faceID{
	serif:           {serif, sans, mono},
	serifBold:       {serifBold, sansBold, mono},
	serifItalic:     {serifItalic, sansItalic, mono},
	serifBoldItalic: {serifBoldItalic, sansBoldItalic, mono},
	sans:            {sans, serif, mono},
	sansBold:        {sansBold, serifBold, mono},
	sansItalic:      {sansItalic, serifItalic, mono},
	sansBoldItalic:  {sansBoldItalic, serifBoldItalic, mono},
	mono:            {mono, sans, serif},
}

// emojiWidth is how wide a picture is, in thousandths of the size.
const emojiWidth = 1200

// fit gives the face of a letter that stands for itself.
func (c *chain) fit(r rune) fitted {
	if r > math.MaxUint16 {
		return c.beyond(r)
	}
	return c.found.of(r, c.fitBlock)[r&0xFF]
}

func (c *chain) fitBlock(first rune) *[256]fitted {
	var all [256]fitted
	for i := range all {
		all[i] = c.search(first + rune(i))
	}
	return &all
}

func (c *chain) search(r rune) fitted {
	for _, id := range c.order {
		if width := c.press.faces[id].width(r); width >= 0 {
			return fitted{id, width}
		}
	}
	return c.beyond(r)
}

// beyond is for letters that no face of letters has.
func (c *chain) beyond(r rune) fitted {
	if c.press.pictures.has(r) {
		return fitted{emoji, emojiWidth}
	}
	return fitted{missing, c.press.replacement.width}
}

// mostMarks is how many bytes a letter may take together with the marks on it.
// Further marks stand for themselves.
const mostMarks = 32

// cluster measures the letter at the head of a text together with the marks
// on it, which are never parted from it: how many bytes it takes, its face and
// its width in thousandths of the size.
func (c *chain) cluster(text string) (length int, in fitted) {
	r, length := utf8.DecodeRuneInString(text)
	if unseen(r) {
		return length, fitted{c.order[0], 0}
	}
	if length == len(text) || text[length] < 0xCC { // U+0300, the first mark, begins with 0xCC
		return length, c.fit(r)
	}
	if n := c.press.pictures.sequence(text); n > 0 {
		return n, fitted{emoji, emojiWidth}
	}
	marks := length
	for marks < len(text) && marks < mostMarks {
		m, n := utf8.DecodeRuneInString(text[marks:])
		if !belongs(m) {
			break
		}
		marks += n
	}
	return marks, c.together(text[:marks])
}

// together gives the first face that has a letter and all marks on it.
func (c *chain) together(text string) fitted {
search:
	for _, id := range c.order {
		whole := int16(0)
		for _, r := range text {
			if unseen(r) {
				continue
			}
			width := c.press.faces[id].width(r)
			if width < 0 {
				continue search
			}
			whole += width
		}
		return fitted{id, whole}
	}
	r, n := utf8.DecodeRuneInString(text)
	if n == len(text) || unseenOnly(text[n:]) {
		return c.beyond(r)
	}
	return fitted{missing, c.press.replacement.width}
}

// belongs tells whether a letter is written on or behind the one before it.
func belongs(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || unseen(r)
}

// unseen tells whether a letter only says how others are to be shown: joiners,
// marks of direction, selectors of variants, places where a word may be cut.
// Nothing is drawn for it.
func unseen(r rune) bool {
	switch {
	case r < 0x200B:
		return r == 0xAD || r == 0x034F || r == 0x061C
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF:
		return true
	}
	return r >= 0xE0000 && r <= 0xE0FFF
}

func unseenOnly(text string) bool {
	for _, r := range text {
		if !unseen(r) {
			return false
		}
	}
	return true
}
