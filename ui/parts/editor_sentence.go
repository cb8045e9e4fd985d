package parts

import (
	"strings"
	"unicode"
)

// Sentence returns the sentence in which the cursor stands, or the one before it when it stands behind its end: from
// the mark that ends the sentence before, or the start of the line, to its own mark.
func (e *Editor) Sentence() string {
	return sentenceAt([]rune(e.Text), e.CursorTextOffset())
}

func sentenceAt(text []rune, at int) string {
	at = min(at, len(text))
	for at > 0 && (at == len(text) || unicode.IsSpace(text[at])) && text[at-1] != '\n' && (unicode.IsSpace(text[at-1]) || endsSentence(text[at-1])) {
		at--
	}
	from := at
	for from > 0 && !breaksAfter(text, from-1) {
		from--
	}
	to := at
	for to < len(text) && text[to] != '\n' {
		to++
		if breaksAfter(text, to-1) {
			break
		}
	}
	return strings.TrimSpace(string(text[from:to]))
}

// breaksAfter reports whether a sentence ends with a letter of the text: with a mark before a space, or with the line.
func breaksAfter(text []rune, i int) bool {
	if text[i] == '\n' {
		return true
	}
	return endsSentence(text[i]) && (i+1 == len(text) || unicode.IsSpace(text[i+1]))
}

func endsSentence(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？':
		return true
	}
	return false
}
