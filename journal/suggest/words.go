package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"groundwork/journal"
)

// word is a word of a text: as all spellings of it are compared, and as it
// stands there first.
type word struct{ folded, spelled string }

// most is how much of a text is looked at, in bytes: some ten thousand words
// say what it is about.
const most = 64 << 10

// shortest is the shortest word that counts, in letters. Shorter ones say
// little, except in scripts that put no space between words.
const shortest = 3

// wordsOf lists the words of an entry, each once, in their order: of its title,
// its text and its tags, and of the part of its own kind. Addresses of web
// pages are left out.
func wordsOf(e *journal.Entry) []word {
	texts := append([]string{e.Title, e.Body}, e.Tags...)
	switch {
	case e.Kind == journal.MomentKind && e.Moment != nil:
		m := e.Moment
		texts = append(texts, m.Situation, m.Task, m.Action, m.Result)
		if m.Impact != nil {
			texts = append(texts, m.Impact.Text)
		}
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		f := e.Feedback
		texts = append(texts, f.Quote, f.Situation, f.Behaviour, f.Impact)
	case e.Kind == journal.ApplicationKind && e.Application != nil:
		a := e.Application
		texts = append(texts, a.Position, a.LooksFor, a.Lessons)
	}
	r := reading{seen: map[string]bool{}, fold: cases.Fold(), left: most}
	for _, text := range texts {
		r.text(text)
	}
	return r.words
}

// reading gathers the words of a text.
type reading struct {
	words []word
	seen  map[string]bool
	fold  cases.Caser
	left  int // bytes that are still looked at
}

func (r *reading) text(text string) {
	if len(text) > r.left {
		text = text[:r.left]
	}
	r.left -= len(text)
	for piece := range strings.FieldsSeq(text) {
		if strings.Contains(piece, "://") {
			continue
		}
		for _, w := range strings.FieldsFunc(piece, parts) {
			r.take(w)
		}
	}
}

// parts tells whether a sign parts words.
func parts(r rune) bool { return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) }

// take takes in a run of letters: as one word, or in scripts without spaces
// each pair of neighbours.
func (r *reading) take(run string) {
	for run != "" {
		first, _ := utf8.DecodeRuneInString(run)
		tight := unspaced(first)
		end := strings.IndexFunc(run, func(letter rune) bool { return unspaced(letter) != tight })
		if end < 0 {
			end = len(run)
		}
		if tight {
			r.pairs([]rune(run[:end]))
		} else if w := run[:end]; utf8.RuneCountInString(w) >= shortest && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			r.add(w)
		}
		run = run[end:]
	}
}

// unspaced tells whether a letter is of a script that puts no space between
// words.
func unspaced(letter rune) bool {
	return letter >= 0x0e00 && unicode.In(letter, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}

// pairs takes in each pair of neighbours.
func (r *reading) pairs(letters []rune) {
	for i := range len(letters) - 1 {
		r.add(string(letters[i : i+2]))
	}
}

func (r *reading) add(spelled string) {
	folded := strings.ToLower(spelled)
	if len(folded) != utf8.RuneCountInString(folded) {
		folded = norm.NFC.String(r.fold.String(norm.NFC.String(spelled)))
	}
	if !r.seen[folded] {
		r.seen[folded] = true
		r.words = append(r.words, word{folded, spelled})
	}
}
