package data

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"groundwork/journal"
)

// What stands inside words, or in a script that writes no spaces, is looked for
// in two steps. The words of the index are few against the texts they stand in:
// those that hold what is looked for are picked out of them, and then only the
// entries with one of these words are read.

// mostInside is how many words of the index are asked for at once. Where more of
// them hold a text it stands in so many entries that the latest are enough.
const mostInside = 1000

// holdsAll lets pass what holds each of the texts as it stands. some is false
// where the index tells that nothing does.
func (c *conditions) holdsAll(ctx context.Context, q querier, texts []journal.Term) (some bool, err error) {
	matches, some, err := insideWords(ctx, q, texts)
	if err != nil || !some {
		return false, err
	}
	for _, match := range matches {
		if common, err := isCommon(ctx, q, match); err != nil {
			return false, err
		} else if !common {
			c.add("e.n IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", match)
		}
	}
	for _, t := range texts {
		c.holds(t.Text)
	}
	return true, nil
}

// insideWords asks the index which entries may hold the texts: those that meet
// all of the matches, and perhaps not all of those.
func insideWords(ctx context.Context, q querier, texts []journal.Term) (matches []string, some bool, err error) {
	words := map[string][]string{} // that hold a piece
	for _, t := range texts {
		for _, spelling := range spellings(t.Text) {
			for _, piece := range piecesOf(spelling) {
				words[piece] = nil
			}
		}
	}
	if len(words) == 0 {
		return nil, true, nil
	}
	if readable, err := wordsHolding(ctx, q, words); err != nil || !readable {
		return nil, true, err
	}
	for _, t := range texts {
		match, some := matchInside(t.Text, words)
		if !some {
			return nil, false, nil
		}
		if match != "" {
			matches = append(matches, match)
		}
	}
	return matches, true, nil
}

// piecesOf cuts a text into runs of letters that stand in a word of the index
// wherever the text stands. To cut it too often does no harm: then more words
// hold the pieces.
func piecesOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !plain(r) })
}

// plain tells whether a letter is part of a word and lies in the index as it is,
// its capital as this one. The index takes accents away and knows the letters of
// an older Unicode: where that would be felt, a letter is not plain.
func plain(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || unicode.Is(plainLetters, r)
}

// matchInside asks for the entries that may hold a text, by the words that hold
// its pieces. It is empty where any entry may; some is false where none can.
func matchInside(text string, words map[string][]string) (match string, some bool) {
	var any []string
	for _, spelling := range spellings(text) {
		var all []string
		for _, piece := range piecesOf(spelling) {
			if len(words[piece]) <= mostInside {
				all = append(all, matchOne(words[piece]))
			}
		}
		one := strings.Join(all, " AND ")
		switch {
		case one == "" && len(all) == 0:
			return "", true
		case !slices.Contains(all, "") && !slices.Contains(any, one):
			any = append(any, one)
		}
	}
	return strings.Join(any, " OR "), len(any) > 0
}

// matchOne asks for any of some words.
func matchOne(words []string) string {
	if len(words) == 0 {
		return ""
	}
	var b strings.Builder
	for i, word := range words {
		b.WriteString([]string{"(", " OR "}[min(i, 1)])
		quote(&b, journal.Term{Text: word})
	}
	return b.String() + ")"
}

// plainLetters are the plain ones beyond ASCII: of Greek, Cyrillic, Hebrew,
// Arabic, Thai, Hiragana, Katakana, Han and Hangul.
var plainLetters = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 'α', Hi: 'ρ', Stride: 1},
	{Lo: 'σ', Hi: 'ω', Stride: 1},
	{Lo: 'а', Hi: 'џ', Stride: 1},
	{Lo: 'א', Hi: 'ת', Stride: 1},
	{Lo: 'ؠ', Hi: 'ي', Stride: 1},
	{Lo: 'ก', Hi: 'ะ', Stride: 1},
	{Lo: 'เ', Hi: 'ๆ', Stride: 1},
	{Lo: 'ぁ', Hi: 'ゖ', Stride: 1},
	{Lo: 'ァ', Hi: 'ヺ', Stride: 1},
	{Lo: 'ー', Hi: 'ー', Stride: 1},
	{Lo: '㐀', Hi: '䶿', Stride: 1},
	{Lo: '一', Hi: '\u9fff', Stride: 1},
	{Lo: '가', Hi: '힣', Stride: 1},
}}
