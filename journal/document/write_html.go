package document

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
)

// pageStyle is the style sheet of a page, for the screen and for paper.
//
//go:embed page.css
var pageStyle string

// WriteHTML writes a book as one page that needs nothing else: no script, and
// nothing that is loaded from anywhere, which its own policy forbids too. It
// is light or dark as the reader's screen is, and light on paper. Charts are
// drawings that say their numbers to who cannot see them. It returns the
// errors of w and of the book.
func WriteHTML(w io.Writer, b Book) error {
	out := bufio.NewWriterSize(w, inOneGo)
	h := &htmlWriter{out: out, outline: outline{wanted: b.Contents}}
	h.head(b.Title)
	if !b.Contents {
		h.raw("<main>\n")
	}
	err := writeParts(w, out, b.Parts, b.Contents, form[Document](h))
	h.raw("</main>\n</body>\n</html>\n")
	return finish(out, "write HTML", err)
}

// htmlWriter writes elements below each other.
type htmlWriter struct {
	outline
	out    *bufio.Writer
	titled bool // a title stands above, so that headings are a level lower
	within int  // how many blocks stand around
	places int  // that were named
	charts int
	above  int          // the notes of all documents above
	notes  int          // of the document
	marks  map[int]bool // the notes that were pointed to
}

// raw writes what is HTML already.
func (h *htmlWriter) raw(parts ...string) {
	for _, p := range parts {
		h.out.WriteString(p)
	}
}

func (h *htmlWriter) head(t *Title) {
	sum := sha256.Sum256([]byte(pageStyle))
	h.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", base64.StdEncoding.EncodeToString(sum[:]),
		"'; base-uri 'none'; form-action 'none'\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
	if t == nil {
		h.raw("Journal</title>\n<style>", pageStyle, "</style>\n</head>\n<body>\n")
		return
	}
	h.titled = true
	h.raw(escaped(t.Text), "</title>\n<style>", pageStyle, "</style>\n</head>\n<body>\n<header>\n<h1", direction(t.Text), ">", lined(t.Text), "</h1>\n")
	for _, line := range t.Below {
		h.raw("<p", direction(line), ">", lined(line), "</p>\n")
	}
	h.raw("</header>\n")
}

func (h *htmlWriter) contents() {
	h.raw("<nav aria-label=\"Contents\">\n<p>Contents</p>\n<ul>\n")
	for _, l := range h.listed {
		below := ""
		if h.depth(l) > 0 {
			below = ` class="below"`
		}
		h.raw("<li", below, direction(l.text), "><a href=\"#", l.place, "\">", escaped(l.text), "</a></li>\n")
	}
	h.raw("</ul>\n</nav>\n<main>\n")
}

func (h *htmlWriter) document(d Document) {
	h.notes, h.marks = len(d.Notes), map[int]bool{}
	h.raw("<article>\n")
	h.blocks(d.Blocks)
	if len(d.Notes) > 0 {
		h.raw("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n")
		for i, n := range d.Notes {
			h.note(i+1, n)
		}
		h.raw("</ol>\n</section>\n")
	}
	h.raw("</article>\n")
	h.above += h.notes
}

// note writes a note, and the way back to where it was pointed to.
func (h *htmlWriter) note(n int, note Note) {
	place := strconv.Itoa(h.above + n)
	h.raw("<li id=\"note", place, "\"", direction(textOf(note.Text)), ">")
	h.spans(note.Text)
	if h.marks[n] {
		h.raw(" <a class=\"back\" role=\"doc-backlink\" href=\"#mark", place, "\" aria-label=\"Back to the text\">↩</a>")
	}
	h.raw("</li>\n")
}

func (h *htmlWriter) blocks(all []Block) {
	for _, b := range all {
		h.block(b)
	}
}

// inside writes blocks that stand within another.
func (h *htmlWriter) inside(all []Block) {
	h.within++
	h.blocks(all)
	h.within--
}

func (h *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		h.heading(b)
	case Paragraph:
		h.element("p", "", b.Text)
	case List:
		h.items(b)
	case Quote:
		h.quote(b)
	case Caption:
		h.element("p", "caption", b.Text)
	case Table:
		h.table(b)
	case Code:
		h.code(b)
	case Rule:
		h.raw("<hr>\n")
	case PageBreak:
		h.raw("<hr class=\"page\">\n")
	case Figures:
		h.figures(b)
	case Bars:
		h.bars(b)
	case Columns:
		h.columns(b)
	case Grid:
		h.grid(b)
	}
}

// element writes words as one element of a class, or of none.
func (h *htmlWriter) element(name, class string, text []Span) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	h.raw("<", name, class, direction(textOf(text)), ">")
	h.spans(text)
	h.raw("</", name, ">\n")
}

func (h *htmlWriter) heading(b Heading) {
	level := max(b.Level, 1)
	if h.titled {
		level++
	}
	name := "h" + strconv.Itoa(min(level, 6))
	h.raw("<", name)
	if h.within == 0 && h.wanted && b.Level <= 2 {
		h.places++
		place := "part" + strconv.Itoa(h.places)
		h.list(listed{b.Level, printable(textOf(b.Text)), place})
		h.raw(` id="`, place, `"`)
	}
	h.raw(direction(textOf(b.Text)), ">")
	h.spans(b.Text)
	h.raw("</", name, ">\n")
}

func (h *htmlWriter) quote(q Quote) {
	if len(q.By) > 0 {
		h.raw("<figure class=\"quote\">\n")
	}
	h.raw("<blockquote>\n")
	h.inside(q.Blocks)
	h.raw("</blockquote>\n")
	if len(q.By) > 0 {
		h.element("figcaption", "", q.By)
		h.raw("</figure>\n")
	}
}

func (h *htmlWriter) items(l List) {
	name, is := "ul", ""
	if l.Numbered {
		name = "ol"
		if l.First != 1 {
			is = fmt.Sprintf(" start=\"%d\"", l.First)
		}
	} else if allBoxes(l) {
		is = ` class="boxes"`
	}
	h.raw("<", name, is, ">\n")
	for _, item := range l.Items {
		h.item(item, l.Loose)
	}
	h.raw("</", name, ">\n")
}

// allBoxes tells whether each item of a list has a box to tick, so that no
// bullets are wanted.
func allBoxes(l List) bool {
	for _, item := range l.Items {
		if item.Box == nil {
			return false
		}
	}
	return len(l.Items) > 0
}

// item writes an item. The words of one that stands close to the next are no
// paragraph.
func (h *htmlWriter) item(item Item, loose bool) {
	blocks := item.Blocks
	first, words := Paragraph{}, false
	if len(blocks) > 0 {
		first, words = blocks[0].(Paragraph)
	}
	h.raw("<li", direction(textOf(first.Text)), ">")
	if item.Box != nil && item.Box.Ticked {
		h.raw(`<span class="box" role="img" aria-label="done">☑</span> `)
	} else if item.Box != nil {
		h.raw(`<span class="box" role="img" aria-label="not done">☐</span> `)
	}
	if words && !loose {
		h.spans(first.Text)
		blocks = blocks[1:]
	}
	if len(blocks) > 0 {
		h.raw("\n")
	}
	h.inside(blocks)
	h.raw("</li>\n")
}

func (h *htmlWriter) table(t Table) {
	h.raw("<div class=\"wide\"><table>\n")
	if len(textOfCells(t.Head)) > 0 {
		h.raw("<thead>\n")
		h.row("th scope=\"col\"", t.Head, t.Columns)
		h.raw("</thead>\n")
	}
	h.raw("<tbody>\n")
	for _, row := range t.Rows {
		h.row("td", row, t.Columns)
	}
	h.raw("</tbody>\n</table></div>\n")
}

func (h *htmlWriter) row(cell string, row [][]Span, stand []Align) {
	h.raw("<tr>")
	for i, text := range row {
		class := ""
		if i < len(stand) {
			class = [...]string{Natural: "", Left: ` class="l"`, Centre: ` class="c"`, Right: ` class="r"`}[stand[i]]
		}
		h.raw("<", cell, class, direction(textOf(text)), ">")
		h.spans(text)
		h.raw("</", cell[:2], ">")
	}
	h.raw("</tr>\n")
}

func (h *htmlWriter) code(c Code) {
	if c.Language != "" {
		h.raw("<p class=\"caption\">", escaped(c.Language), "</p>\n")
	}
	h.raw("<pre><code>", escaped(c.Text), "\n</code></pre>\n")
}

func (h *htmlWriter) figures(f Figures) {
	h.raw("<dl class=\"figures\">\n")
	for _, i := range f.Items {
		h.raw("<div><dt>", escaped(i.Label), "</dt><dd>", escaped(i.Value), "</dd></div>\n")
	}
	h.raw("</dl>\n")
}
