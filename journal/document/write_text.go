package document

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// textColumns is how wide a line of text is: what a mail or a terminal shows
// whole.
const textColumns = 78

// WriteText writes a book as plain text in lines of 78 columns: quotes behind
// a >, notes at the foot of each document, charts as tables of their numbers.
// It returns the errors of w and of the book.
func WriteText(w io.Writer, b Book) error {
	out := bufio.NewWriterSize(w, inOneGo)
	t := &textWriter{out: out, columns: textColumns, outline: outline{wanted: b.Contents}}
	t.title(b.Title)
	err := writeParts(w, out, b.Parts, b.Contents, form[Document](t))
	return finish(out, "write text", err)
}

// Plain gives the document as plain text for the clipboard: no line is broken
// and nothing is underlined. Without its notes it has no marks of them either.
func (d Document) Plain() string {
	var b strings.Builder
	t := &textWriter{out: bufio.NewWriter(&b)}
	t.document(d)
	_ = t.out.Flush() // a strings.Builder takes everything
	return strings.TrimRight(b.String(), "\n")
}

// textWriter writes blocks below each other.
type textWriter struct {
	outline
	out     *bufio.Writer
	columns int    // how wide a line is; 0 for no end
	first   string // what the next line begins with, such as "- ",
	rest    string // and what all others do
	titled  bool   // the title stands above,
	begun   bool   // it or a document
	notes   int    // of the document
}

func (t *textWriter) title(title *Title) {
	if title == nil {
		return
	}
	t.heading(title.Text, "=")
	for _, line := range title.Below {
		t.lines(line)
	}
	t.begun = true
	t.titled = true
}

func (t *textWriter) contents() {
	if t.titled {
		t.line("")
	}
	t.lines("Contents")
	for _, h := range t.listed {
		t.lines(strings.Repeat("  ", 1+t.depth(h)) + h.text)
	}
}

func (t *textWriter) document(d Document) {
	t.notes = len(d.Notes)
	if t.begun || t.wanted {
		t.line("")
	}
	t.begun = true
	t.blocks(d.Blocks, false)
	for i, n := range d.Notes {
		if i == 0 {
			t.line("")
		}
		mark := noteMark(i+1) + " "
		t.inside(mark, strings.Repeat(" ", len(mark)), func() { t.words(n.Text) })
	}
}

// blocks writes blocks with an empty line between them, or close together.
func (t *textWriter) blocks(all []Block, tight bool) {
	written := 0
	for _, b := range all {
		if _, is := b.(PageBreak); is {
			continue // there are no pages
		}
		if written > 0 && !tight {
			t.line("")
		}
		t.block(b)
		written++
	}
}

// line writes one line behind what lines begin with here.
func (t *textWriter) line(line string) {
	line = strings.TrimRight(t.first+line, " \t")
	t.first = t.rest
	t.out.WriteString(line)
	t.out.WriteByte('\n')
}

// lines writes a text in as many lines as it takes.
func (t *textWriter) lines(text string) {
	for _, line := range wrapped(printable(text), t.room()) {
		t.line(line)
	}
}

// room is how many columns are left here; 0 for no end.
func (t *textWriter) room() int {
	if t.columns == 0 {
		return 0
	}
	return max(t.columns-widthOf(t.rest), 20)
}

// inside writes what has something before its first line, and before all
// others.
func (t *textWriter) inside(first, rest string, write func()) {
	outerFirst, outer := t.first, t.rest
	t.first, t.rest = outerFirst+first, outer+rest
	write()
	if t.first == outerFirst+first && first != rest {
		t.line("") // an item without words is an item still
	}
	t.first, t.rest = outer, outer
}

func (t *textWriter) words(text []Span) { t.lines(t.said(text)) }

// said gives the words of spans with the addresses they lead to.
func (t *textWriter) said(text []Span) string {
	var b strings.Builder
	for len(text) > 0 {
		n := sameLink(text)
		for _, s := range text[:n] {
			if s.Style&Struck != 0 && s.Text != "" {
				s.Text = "~~" + s.Text + "~~" // without a line through them they would say the opposite
			}
			b.WriteString(s.Text)
			if s.Note > 0 && s.Note <= t.notes {
				b.WriteString(noteMark(s.Note))
			}
		}
		if to := text[0].Link; !says(textOf(text[:n]), to) {
			b.WriteString(" (" + to + ")")
		}
		text = text[n:]
	}
	return b.String()
}

// sameLink counts the spans at the head of some that lead to one address, or
// to none.
func sameLink(all []Span) int {
	n := 1
	for n < len(all) && all[n].Link == all[0].Link {
		n++
	}
	return n
}

// says tells whether words say the address they lead to, if any.
func says(text, address string) bool {
	return address == "" || text == address || "mailto:"+text == address
}

func noteMark(n int) string { return "[" + strconv.Itoa(n) + "]" }

// heading writes a line over a text, underlined where lines have an end.
func (t *textWriter) heading(text, under string) {
	t.lines(text)
	if text == "" || under == "" || t.columns == 0 {
		return
	}
	longest := 1
	for _, line := range wrapped(printable(text), t.room()) {
		longest = max(longest, widthOf(line))
	}
	t.line(strings.Repeat(under, min(longest, t.room())))
}

func (t *textWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		if t.rest == "" {
			t.list(listed{level: b.Level, text: textOf(b.Text)})
		}
		t.heading(t.said(b.Text), [...]string{"=", "-", "", "", "", ""}[min(max(b.Level, 1), 6)-1])
	case Paragraph:
		t.words(b.Text)
	case Caption:
		t.words(b.Text)
	case List:
		t.items(b)
	case Quote:
		t.inside("> ", "> ", func() { t.quote(b) })
	case Table:
		t.table(b)
	case Code:
		if b.Language != "" {
			t.lines(b.Language)
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			t.line("    " + printable(line))
		}
	case Rule:
		t.line("* * *")
	case Figures:
		for _, f := range b.Items {
			t.lines(strings.TrimSpace(f.Value + " " + f.Label))
		}
	default:
		if title, table, is := asTable(b); is {
			t.lines(title)
			t.table(table)
		}
	}
}

func (t *textWriter) quote(q Quote) {
	t.blocks(q.Blocks, false)
	if len(q.By) > 0 {
		t.lines("— " + t.said(q.By))
	}
}

func (t *textWriter) items(l List) {
	for i, item := range l.Items {
		if i > 0 && l.Loose {
			t.line("")
		}
		mark := "- "
		if l.Numbered {
			mark = strconv.Itoa(l.First+i) + ". "
		}
		if item.Box != nil {
			mark += map[bool]string{false: "[ ] ", true: "[x] "}[item.Box.Ticked]
		}
		t.inside(mark, strings.Repeat(" ", len(mark)), func() { t.blocks(item.Blocks, !l.Loose) })
	}
}
