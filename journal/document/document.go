// Package document is what a text is once it has been read: headings,
// paragraphs, lists, quotes, tables, figures and charts, and the words in them.
//
// Start at [Document]. [FromMarkdown] makes one of what the writer typed; what
// shows or exports a text asks a Document only and knows no Markdown. A [Book]
// is documents one after the other, for what is written to a file:
// [WriteMarkdown], [WriteHTML], [WriteText] and [WriteDOCX] do that, and package
// paper sets one on pages. All of it but the sequence of a Book is plain data,
// so that two documents can be compared.
package document

import "iter"

// Book is what is written to a file: a title, and documents that come one at
// a time, so that ten thousand entries need not lie in memory together.
type Book struct {
	Title    *Title // nil where nothing stands over it
	Contents bool   // a list of its headings of the levels 1 and 2 is wanted
	// Parts gives the documents in their order. An error ends the writing with
	// it; so a writer that is told to stop is told so here.
	Parts iter.Seq2[Document, error]
}

// Title is what stands over a book: what it is, and in smaller letters below
// it who wrote it and what it is about, a line each.
type Title struct {
	Text  string
	Below []string
}

// Of makes a book of one document.
func Of(t *Title, d Document) Book {
	return Book{Title: t, Parts: func(yield func(Document, error) bool) { yield(d, nil) }}
}

// Document is a text from top to bottom.
type Document struct {
	Blocks []Block
	// Notes are what the document says at its foot. A Span points to one by its
	// place, counted from 1.
	Notes []Note
}

// Note is a footnote: where a sentence comes from.
type Note struct {
	Text []Span
}

// Block is one of Heading, Paragraph, List, Quote, Caption, Table, Code, Rule,
// PageBreak, Figures, Bars, Columns and Grid.
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

// Quote is what somebody else said. By says who and when, or is nil.
type Quote struct {
	Blocks []Block
	By     []Span
}

// Caption is a small line about what stands right above it.
type Caption struct {
	Text []Span
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

// PageBreak begins a new page where there are pages.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Quote) block()     {}
func (Caption) block()   {}
func (Table) block()     {}
func (Code) block()      {}
func (Rule) block()      {}
func (PageBreak) block() {}
func (Figures) block()   {}
func (Bars) block()      {}
func (Columns) block()   {}
func (Grid) block()      {}

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
	Note  int    // the note it points to, counted from 1; 0 for none. It stands behind the text
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
