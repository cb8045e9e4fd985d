package document

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is the parser of all texts, on several goroutines at a time: to make
// one takes longer than to read most entries. What it remembers of a text is in
// an oneText.
var grammar = sync.OnceValue(newParser)

// newParser gives goldmark's parser of the Markdown that FromMarkdown reads. The
// numbers say who is asked first, as in goldmark's own defaults.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(thrifty{boxParser{}}, 50),
			util.Prioritized(thrifty{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(thrifty{entryLinkParser{}}, 150),
			util.Prioritized(thrifty{parser.NewLinkParser()}, 200),
			util.Prioritized(thrifty{parser.NewAutoLinkParser()}, 300),
			util.Prioritized(thrifty{parser.NewEmphasisParser()}, 500),
			util.Prioritized(thrifty{extension.NewStrikethroughParser()}, 500),
			util.Prioritized(thrifty{addressParser{}}, 999),
		),
		parser.WithParagraphTransformers(util.Prioritized(small{extension.NewTableParagraphTransformer()}, 200)),
	)
}

// What follows keeps a text made to be slow from being so: goldmark's effort
// grows with the square of what is nested or left open. What goes beyond the
// limits is words.
const (
	deepest   = 40         // quotes and lists within each other, counted together with their items
	mostCells = 20_000     // of one table
	mostWork  = 40_000_000 // the sum over all blocks of letters times marks
)

// shallow is a block parser that stops opening blocks within blocks.
type shallow struct{ parser.BlockParser }

// Open opens a block unless it would be too deep.
func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= deepest {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// small is a transformer of paragraphs that leaves big ones alone: a table is
// filled up to as many cells in each row as in its head.
type small struct{ parser.ParagraphTransformer }

// Transform makes a table of a paragraph unless it would be too big.
func (s small) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	columns, lines := 0, node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		columns = max(columns, 1+count(line.Value(reader.Source()), "|"))
	}
	if columns*lines.Len() <= mostCells {
		s.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// oneText is what the parsers remember of the text that is being read.
type oneText struct {
	parser.Context
	effort effort
	titles map[string]bool // that the journal says the text names
}

func newText(body string) *oneText {
	return &oneText{Context: parser.NewContext(), effort: effort{left: mostWork}, titles: mentioned(body)}
}

// thrifty is an inline parser that stops when enough work was done.
type thrifty struct{ parser.InlineParser }

// effort is what the parsers of a text remember of their work.
type effort struct {
	block ast.Node // the one being read
	words bool     // it is read as words alone
	left  int
}

// Parse reads markup unless the block it stands in is too much work.
func (t thrifty) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if e := &pc.(*oneText).effort; !e.allows(parent, block.Source()) {
		return nil
	}
	return t.InlineParser.Parse(parent, block, pc)
}

// allows tells whether a block is read for markup, and not as words alone.
func (e *effort) allows(parent ast.Node, source []byte) bool {
	if e.block != parent {
		e.begin(parent, source)
	}
	return !e.words
}

func (e *effort) begin(parent ast.Node, source []byte) {
	letters, marks := 0, 0
	for i := range parent.Lines().Len() {
		line := parent.Lines().At(i)
		letters += line.Len()
		marks += count(line.Value(source), "*_~`[]()<!")
	}
	work := letters * marks
	e.block, e.words = parent, work > e.left
	if !e.words {
		e.left -= work
	}
}

// count counts the bytes that are one of some.
func count(line []byte, some string) int {
	var is [256]bool
	for i := range len(some) {
		is[some[i]] = true
	}
	n := 0
	for _, c := range line {
		if is[c] {
			n++
		}
	}
	return n
}

// CloseBlock ends what the parser left open in a block.
func (t thrifty) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := t.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
