// Package document is what a text is once it has been read: headings,
// paragraphs, lists, quotes, tables and code, and the words in them.
//
// Start at [Document]. [FromMarkdown] makes one of what the writer typed; what
// shows or exports a text asks a Document only and knows no Markdown. All of it
// is plain data, so that two documents can be compared.
package document

// Document is a text from top to bottom.
type Document struct {
	Blocks []Block
}

// Block is one of Heading, Paragraph, List, Quote, Table, Code and Rule.
type Block interface{ block() }

// Heading is a line over what follows it. Its level is 1 to 6, 1 the highest.
type Heading struct {
	Level int
	Text  []Span
}

// Paragraph is text that belongs together.
type Paragraph struct {
	Text []Span
}

// List is things below each other: with bullets, or numbered from First on.
// Loose ones stand apart as paragraphs do.
type List struct {
	Numbered bool
	First    int
	Loose    bool
	Items    []Item
}

// Item is one thing of a list. Box is nil where it has none to tick.
type Item struct {
	Box    *Box
	Blocks []Block
}

// Box is what can be ticked. Offset is where its "[ ]" begins in the text it
// was read from, in bytes: see Ticked.
type Box struct {
	Ticked bool
	Offset int
}

// Quote is what somebody else said.
type Quote struct {
	Blocks []Block
}

// Table is rows of cells under a head. Columns says how each column stands; a
// row may have fewer cells than that, never more.
type Table struct {
	Columns []Align
	Head    [][]Span
	Rows    [][][]Span
}

// Code is text to be kept as it stands, letter under letter. Language is what
// the writer said it is, or "".
type Code struct {
	Language string
	Text     string
}

// Rule is a line across, between what stands above and below.
type Rule struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Quote) block()     {}
func (Table) block()     {}
func (Code) block()      {}
func (Rule) block()      {}

// Align is where the cells of a column stand.
type Align int

// The alignments. Natural leaves it to the reader: words at the left.
const (
	Natural Align = iota
	Left
	Centre
	Right
)

// Span is a run of words of one look that lead to one place. A line break is
// a "\n" in its text.
type Span struct {
	Text  string
	Style Style
	Link  string // the address it leads to, http, https or mailto, or ""
	Entry string // the title of the entry it leads to, or ""
}

// Style is how words look: any of the styles together.
type Style uint8

// The styles.
const (
	Strong Style = 1 << iota
	Emphasis
	Struck // crossed out
	Fixed  // letters of one width, for code
)
