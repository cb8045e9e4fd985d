package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// addressParser finds addresses that begin with http:// or https:// behind a
// space or an opening mark, and nothing that only looks like one.
type addressParser struct{}

// Trigger is for goldmark, which also asks at the head of a line where it asks
// at a space.
func (addressParser) Trigger() []byte { return []byte(` ("':`) }

// Parse reads an address where one begins.
func (addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, segment := block.PeekLine()
	before := 0
	if c := line[0]; util.IsSpace(c) || util.IsPunct(c) {
		before = 1
	}
	length := addressLength(line[before:])
	if length == 0 {
		return nil
	}
	start := segment.Start + before
	if before > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(start))
	}
	block.Advance(before + length)
	value := text.NewSegment(start, start+length)
	return ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(value))
}

// addressLength tells how much of a line is an address, without the marks that
// end a sentence behind it.
func addressLength(line []byte) int {
	scheme := 0
	for _, s := range []string{"http://", "https://"} {
		if bytes.HasPrefix(line, []byte(s)) {
			scheme = len(s)
		}
	}
	if scheme == 0 {
		return 0
	}
	end, open := scheme, 0
	for ; end < len(line); end++ {
		c := line[end]
		if util.IsSpace(c) || c == '<' || c == '>' || c == '"' {
			break
		}
		switch c {
		case '(':
			open++
		case ')':
			open--
		}
	}
	for ; end > scheme; end-- {
		c := line[end-1]
		if c == ')' && open < 0 {
			open++
			continue
		}
		if bytes.IndexByte([]byte("?!.,:;*_~']"), c) < 0 {
			return end
		}
	}
	return 0
}
