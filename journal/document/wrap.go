package document

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// wrapped breaks a text into lines of so many columns, between words and
// between the letters of scripts that take two columns and know no spaces.
// Another word that is longer stands alone and sticks out. Where columns is 0
// lines end only where the text says so.
func wrapped(text string, columns int) []string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		if columns <= 0 || widthOf(line) <= columns {
			all = append(all, line)
			continue
		}
		all = append(all, wrappedLine(line, columns)...)
	}
	return all
}

func wrappedLine(line string, columns int) []string {
	var all []string
	var b strings.Builder
	used := 0
	end := func() {
		all = append(all, b.String())
		b.Reset()
		used = 0
	}
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == '\t' }) {
		wide := widthOf(word)
		if used > 0 && used+1+wide > columns {
			end()
		}
		if used > 0 {
			b.WriteByte(' ')
			used++
		}
		for wide > columns { // it may break inside
			head := headOf(word, columns)
			if head == len(word) {
				break
			}
			b.WriteString(word[:head])
			end()
			word = word[head:]
			wide = widthOf(word)
		}
		b.WriteString(word)
		used += wide
	}
	if used > 0 || len(all) == 0 {
		end()
	}
	return all
}

// headOf tells how many bytes of a word fit in so many columns, where it can
// be broken beside a wide letter; all of them where it cannot.
func headOf(word string, columns int) int {
	used, head, before := 0, 0, 0
	for i, r := range word {
		w := widthOfRune(r)
		if i > 0 && w > 0 && (w == 2 || before == 2) {
			head = i
		}
		if used += w; used > columns && head > 0 {
			return head
		}
		if w > 0 {
			before = w
		}
	}
	return len(word)
}

// widthOf tells how many columns a line takes in letters of one width.
func widthOf(line string) int {
	w := 0
	for _, r := range line {
		w += widthOfRune(r)
	}
	return w
}

// widthOfRune follows Unicode's annex 11, East Asian Width. Marks over letters
// and what joins letters take no room.
func widthOfRune(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
