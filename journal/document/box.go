package document

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Ticked gives the text with the box at an offset ticked, or no longer ticked
// if it was. It gives the text as it is where no box stands there.
func Ticked(body string, offset int) string {
	if _, is := boxAt(body, offset); !is {
		return body
	}
	mark := "x"
	if body[offset+1] != ' ' {
		mark = " "
	}
	return body[:offset+1] + mark + body[offset+2:]
}

// boxAt tells whether a box stands at an offset of a text, and whether it is
// ticked.
func boxAt[T string | []byte](body T, offset int) (ticked, is bool) {
	if offset < 0 || offset+3 > len(body) || body[offset] != '[' || body[offset+2] != ']' {
		return false, false
	}
	switch body[offset+1] {
	case ' ':
		return false, true
	case 'x', 'X':
		return true, true
	}
	return false, false
}

// box is [ ] or [x] at the head of an item.
type box struct {
	ast.String
	ticked bool
	offset int
}

type boxParser struct{}

// Trigger is for goldmark.
func (boxParser) Trigger() []byte { return []byte{'['} }

// Parse reads a box where one stands: at the head of an item, before words or
// alone (https://github.github.com/gfm/#task-list-items-extension-).
func (boxParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if _, item := parent.Parent().(*ast.ListItem); !item || parent.PreviousSibling() != nil || parent.HasChildren() {
		return nil
	}
	line, segment := block.PeekLine()
	ticked, is := boxAt(line, 0)
	if !is || segment.Padding > 0 {
		return nil
	}
	behind := 3
	for ; behind < len(line) && (line[behind] == ' ' || line[behind] == '\t'); behind++ {
	}
	if alone := behind == len(line) || line[behind] == '\n' || line[behind] == '\r'; behind == 3 && !alone {
		return nil
	}
	block.Advance(behind)
	return &box{ticked: ticked, offset: segment.Start}
}
