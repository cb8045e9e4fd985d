package data

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"

	"groundwork/data/salvage"
)

// wordsHolding fills in, for each text, the words of the search index that hold
// it, up to one more than mostInside. readable is false where the index is not
// laid out as expected: then it tells nothing.
//
// SQLite's own table of the words (fts5vocab) counts the entries of each, which
// takes longer than to look through all texts. So the words are read where they
// lie. The index is a list of leaves, and another table knows those on which a
// word begins; a leaf ends with the places of its words (SQLite, "FTS5", file
// ext/fts5/fts5_index.c: "Segment Leaf Format").
func wordsHolding(ctx context.Context, q querier, texts map[string][]string) (readable bool, err error) {
	rows, err := q.QueryContext(ctx, selectLeaves)
	if err != nil {
		return false, err
	}
	defer rows.Close() // rows.Err tells
	var leaf sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&leaf); err != nil {
			return false, err
		}
		if !eachWord(leaf, func(word []byte) { noteHolding(texts, word) }) {
			return false, nil
		}
	}
	return true, rows.Err()
}

// selectLeaves reads the leaves on which words begin. The number of a leaf is
// that of its segment and its own; the lowest bit of what the index keeps says
// something else.
const selectLeaves = `SELECT d.block FROM entries_fts_idx AS i CROSS JOIN entries_fts_data AS d ON d.id = (i.segid << 37) + (i.pgno >> 1)`

func noteHolding(texts map[string][]string, word []byte) {
	for text, words := range texts {
		if len(words) <= mostInside && bytes.Contains(word, []byte(text)) {
			texts[text] = append(words, string(word))
		}
	}
}

// eachWord gives the words that begin on a leaf, each in the same memory. It
// tells whether the leaf is as it should be.
func eachWord(leaf []byte, do func(word []byte)) bool {
	if len(leaf) < 4 {
		return false
	}
	end := int(binary.BigEndian.Uint16(leaf[2:])) // of the words, where their places begin
	if end > len(leaf) {
		return false
	}
	r := leafReader{leaf: leaf[:end]}
	for places := leaf[end:]; len(places) > 0; {
		step, n := salvage.Varint(places)
		places = places[max(n, 1):]
		if n == 0 || !r.next(int(step)) {
			return false
		}
		if len(r.word) > longestWord {
			return false
		}
		if r.word[0] == mainWord {
			do(r.word[1:])
		}
	}
	return true
}

// longestWord is how many bytes of a word the index keeps (FTS5_MAX_TOKEN_SIZE):
// of one that long nobody knows how it goes on.
const longestWord = 32768

// mainWord begins each word that is not there for its beginning only.
const mainWord = '0'

// leafReader reads one word after the other: each but the first has only what
// differs from the one before it.
type leafReader struct {
	leaf  []byte
	at    int // where the word begins
	begun bool
	word  []byte
}

// next reads the word that begins so many bytes after the last one.
func (r *leafReader) next(step int) bool {
	r.at += step
	at, keep := r.at, int64(0)
	if r.begun {
		keep = r.number(&at)
	}
	length := r.number(&at)
	if step < 0 || keep < 0 || length < 0 || keep > int64(len(r.word)) || length > int64(len(r.leaf)-at) {
		return false
	}
	r.begun = true
	r.word = append(r.word[:keep], r.leaf[at:at+int(length)]...)
	return len(r.word) > 0
}

// number reads a number, and goes past it; it is negative where there is none.
func (r *leafReader) number(at *int) int64 {
	if *at < 0 || *at > len(r.leaf) {
		return -1
	}
	v, n := salvage.Varint(r.leaf[*at:])
	if n == 0 {
		return -1
	}
	*at += n
	return v
}
