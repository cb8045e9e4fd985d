package journal

import (
	"strings"
	"unicode"
)

// piece is one word of a typed query as it is cut out.
type piece struct {
	text     string
	from, to int  // in the query, with its quotes and its dash
	quoted   bool // it stands in quotes, as a whole
	not      bool
}

// splitWords cuts a query at spaces outside quotes. A word that begins with a
// quote ends with the next one; a quote that is never closed ends with the
// text.
func splitWords(text string) []piece {
	s := wordCutter{}
	for at, r := range text {
		s.take(at, r)
	}
	s.finish(len(text))
	return s.all
}

// wordCutter is where splitWords has come to.
type wordCutter struct {
	all      []piece
	now      piece
	letters  strings.Builder
	begun    bool // now.from is known
	inQuotes bool
	started  bool // something but a dash was there
}

func (s *wordCutter) take(at int, r rune) {
	if unicode.IsSpace(r) && !s.inQuotes {
		s.finish(at)
		return
	}
	if !s.begun {
		s.begun, s.now.from = true, at
	}
	switch {
	case r == '"':
		s.now.quoted = s.now.quoted || !s.started
		s.started, s.inQuotes = true, !s.inQuotes
		if s.now.quoted && !s.inQuotes {
			s.finish(at + 1)
		}
	case r == '-' && !s.started && !s.now.not:
		s.now.not = true
	default:
		s.started = true
		s.letters.WriteRune(r)
	}
}

// finish ends a word at a place of the text. One without letters is none.
func (s *wordCutter) finish(to int) {
	if s.letters.Len() > 0 {
		s.now.text, s.now.to = s.letters.String(), to
		s.all = append(s.all, s.now)
	}
	s.letters.Reset()
	s.now, s.started, s.begun = piece{}, false, false
}
