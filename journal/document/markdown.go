package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// FromMarkdown reads what a writer typed, as GitHub reads it
// (https://github.github.com/gfm/), with these differences:
//
//   - A line the writer ended is ended: it is not joined with the next one.
//   - HTML is not markup but words, and so are definitions of links.
//   - [[title]] and [[title|words]] lead to the entry of that title.
//   - A picture is a link that reads as its description. Only addresses that
//     begin with http, https or mailto are links; others are words.
//
// No word is ever lost, whatever was typed.
func FromMarkdown(body string) Document {
	source := lines(body)
	root := grammar().Parse(text.NewReader(source), parser.WithContext(newText(body)))
	r := reading{source: source}
	return Document{Blocks: r.blocks(root)}
}

// lines gives the text with the one end of a line goldmark knows, byte for
// byte as long as it was.
func lines(body string) []byte {
	source := []byte(body)
	for i, c := range source {
		if c == '\r' && (i+1 == len(source) || source[i+1] != '\n') {
			source[i] = '\n'
		}
	}
	return source
}

// reading turns goldmark's tree into ours.
type reading struct {
	source  []byte
	inTable bool // where \| stands for | even in code
}

// blocks reads what a node holds.
func (r *reading) blocks(parent ast.Node) []Block {
	var all []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := r.block(n); b != nil {
			all = append(all, b)
		}
	}
	return all
}

func (r *reading) block(n ast.Node) Block {
	switch n := n.(type) {
	case *ast.Heading:
		return Heading{n.Level, r.spans(n)}
	case *ast.List:
		return r.list(n)
	case *ast.Blockquote:
		return Quote{Blocks: r.blocks(n)}
	case *ast.FencedCodeBlock:
		language := ""
		if n.Info != nil {
			language = r.words(n.Info)
		}
		return Code{language, r.code(n)}
	case *ast.CodeBlock:
		return Code{"", r.code(n)}
	case *ast.ThematicBreak:
		return Rule{}
	case *extended.Table:
		return r.table(n)
	}
	return r.paragraph(n)
}

// paragraph reads text, or gives nothing where there is none: a box without
// words behind it is in its item already.
func (r *reading) paragraph(n ast.Node) Block {
	spans := r.spans(n)
	if len(spans) == 0 {
		return nil
	}
	return Paragraph{spans}
}

func (r *reading) list(n *ast.List) List {
	l := List{Numbered: n.IsOrdered(), Loose: !n.IsTight}
	if l.Numbered {
		l.First = n.Start
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, Item{boxOf(item), r.blocks(item)})
	}
	return l
}

// boxOf gives the box at the head of an item, or nil.
func boxOf(item ast.Node) *Box {
	if first := item.FirstChild(); first != nil {
		if b, ok := first.FirstChild().(*box); ok {
			return &Box{Ticked: b.ticked, Offset: b.offset}
		}
	}
	return nil
}

// code gives the lines of a block of code as they stand.
func (r *reading) code(n ast.Node) string {
	lines := string(n.Lines().Value(r.source))
	return strings.TrimSuffix(strings.ReplaceAll(lines, "\r\n", "\n"), "\n")
}

func (r *reading) table(n *extended.Table) Table {
	r.inTable = true
	defer func() { r.inTable = false }()
	t := Table{}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, aligned(a))
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := r.cells(row)
		if _, head := row.(*extended.TableHeader); head {
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func aligned(a extended.Alignment) Align {
	switch a {
	case extended.AlignLeft:
		return Left
	case extended.AlignCenter:
		return Centre
	case extended.AlignRight:
		return Right
	}
	return Natural
}

// cells reads a row. What stands in it beyond the last column is not lost: it
// is in the last cell.
func (r *reading) cells(row ast.Node) [][]Span {
	var cells [][]Span
	stop := -1
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell.Lines().Len() == 0 {
			break // it is not in the text
		}
		cells = append(cells, r.spans(cell))
		stop = cell.Lines().At(0).Stop
	}
	if stop < 0 {
		return cells
	}
	rest, _, _ := bytes.Cut(r.source[stop:], []byte("\n"))
	rest = bytes.Trim(rest, "| \t\r")
	if last := len(cells) - 1; len(rest) > 0 {
		cells[last] = append(cells[last], Span{Text: " | " + unescaped(rest)})
	}
	return cells
}
