package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// longestTitle is how many letters a title between brackets may have.
const longestTitle = 200

// entryLink is [[title]] or [[title|words]].
type entryLink struct {
	ast.String
	title, words string
	raw          string // as it was written
}

type entryLinkParser struct{}

// Trigger is for goldmark.
func (entryLinkParser) Trigger() []byte { return []byte{'['} }

// Parse reads a link to an entry where one stands.
func (entryLinkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	inner, found := bytes.CutPrefix(line, []byte("[["))
	if !found {
		return nil
	}
	inner, _, found = bytes.Cut(inner[:min(len(inner), 8*longestTitle)], []byte("]]"))
	if !found || bytes.ContainsAny(inner, "[]") {
		return nil
	}
	title, words, found := strings.Cut(string(inner), "|")
	title = strings.TrimSpace(title)
	if !found {
		words = title
	}
	if words = strings.TrimSpace(words); words == "" {
		words = title
	}
	if title == "" || utf8.RuneCountInString(title) > longestTitle {
		return nil
	}
	length := len("[[") + len(inner) + len("]]")
	raw := string(line[:length])
	block.Advance(length)
	return &entryLink{title: title, words: words, raw: raw}
}
