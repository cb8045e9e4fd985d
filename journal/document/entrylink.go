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

// mentioned are the titles that the journal says a text names: what leads to an
// entry is decided there alone.
func mentioned(body string) map[string]bool {
	var titles map[string]bool // of none in most texts
	for _, title := range journal.Mentions(body) {
		if titles == nil {
			titles = map[string]bool{}
		}
		titles[title] = true
	}
	return titles
}

type entryLinkParser struct{}

// Trigger is for goldmark.
func (entryLinkParser) Trigger() []byte { return []byte{'['} }

// Parse reads a link to an entry where one stands.
func (entryLinkParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	inner, open := bytes.CutPrefix(line, []byte("[["))
	inner, _, shut := bytes.Cut(inner, []byte("]]"))
	if !open || !shut || bytes.Contains(inner, []byte("[[")) {
		return nil
	}
	title, words, _ := strings.Cut(string(inner), "|")
	title, words = strings.TrimSpace(title), strings.TrimSpace(words)
	if !pc.(*oneText).titles[title] {
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
