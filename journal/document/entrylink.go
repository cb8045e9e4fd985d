package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"groundwork/journal"
)

// entryLink is [[title]] or [[title|words]].
type entryLink struct {
	ast.String
	title, words string
	raw          string // as it was written
}

// entryLinkParser knows the titles that the journal says the text names: what
// leads to an entry is decided there alone.
type entryLinkParser struct{ titles map[string]bool }

func newEntryLinkParser(body string) entryLinkParser {
	p := entryLinkParser{map[string]bool{}}
	for _, title := range journal.Mentions(body) {
		p.titles[title] = true
	}
	return p
}

// Trigger is for goldmark.
func (entryLinkParser) Trigger() []byte { return []byte{'['} }

// Parse reads a link to an entry where one stands.
func (p entryLinkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	inner, open := bytes.CutPrefix(line, []byte("[["))
	inner, _, shut := bytes.Cut(inner, []byte("]]"))
	if !open || !shut || bytes.Contains(inner, []byte("[[")) {
		return nil
	}
	title, words, _ := strings.Cut(string(inner), "|")
	title, words = strings.TrimSpace(title), strings.TrimSpace(words)
	if !p.titles[title] {
		return nil
	}
	if words == "" {
		words = title
	}
	length := len("[[") + len(inner) + len("]]")
	raw := string(line[:length])
	block.Advance(length)
	return &entryLink{title: title, words: words, raw: raw}
}
