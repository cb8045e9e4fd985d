package document_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	. "groundwork/journal/document"
)

// writers are the forms a book can have.
var writers = []struct {
	name  string
	write func(io.Writer, Book) error
}{{"Markdown", WriteMarkdown}, {"HTML", WriteHTML}, {"text", WriteText}, {"DOCX", WriteDOCX}}

// lettersOf gives the letters of a text alone, for a writer may break a line
// between any two that have no space.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
}

// saidBy gives what can be read in a written book.
func saidBy(t rapid.TB, name, as string) string {
	t.Helper()
	switch name {
	case "Markdown":
		return holds(FromMarkdown(as)).words.String()
	case "HTML":
		return pageOf(t, as).words
	case "DOCX":
		return saidByDOCX(t, as)
	}
	return as
}

// partsOf unpacks a DOCX.
func partsOf(t rapid.TB, file string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// saidByDOCX reads each part as XML, and the words and links in it.
func saidByDOCX(t rapid.TB, file string) string {
	t.Helper()
	var said strings.Builder
	for name, text := range partsOf(t, file) {
		for dec := xml.NewDecoder(strings.NewReader(text)); ; {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", name, err)
			}
			switch token := token.(type) {
			case xml.CharData:
				if name == "word/document.xml" || name == "word/footnotes.xml" {
					said.Write(token)
				}
			case xml.StartElement:
				if slices.Contains([]string{"p", "br", "tab"}, token.Name.Local) {
					said.WriteString("\n")
				}
				for _, a := range token.Attr {
					if a.Name.Local == "Target" {
						said.WriteString("\n" + unpercented(a.Value))
					}
				}
			}
		}
	}
	return said.String()
}

func unpercented(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}

// page is what an HTML parser finds.
type page struct {
	words    string
	elements map[string]int
	ids      map[string]int
	links    []string
	root     *html.Node
}

func pageOf(t rapid.TB, as string) page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(as))
	if err != nil {
		t.Fatal(err)
	}
	p := page{elements: map[string]int{}, ids: map[string]int{}, root: root}
	var words strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && n.Parent.Data != "style":
			words.WriteString(n.Data)
		case n.Type == html.ElementNode:
			p.elements[n.Data]++
			if n.Data == "td" || n.Data == "th" {
				words.WriteString("\n")
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					p.ids[a.Val]++
				case "href":
					p.links = append(p.links, a.Val)
					words.WriteString("\n" + a.Val + "\n")
				}
			}
		}
	}
	p.words = words.String()
	return p
}

// bookOf is a document in all places that a book has.
func bookOf(body string) Book {
	d := FromMarkdown(body)
	short := body[:min(len(body), 40)]
	d.Blocks = append(d.Blocks, Quote{Blocks: []Block{Caption{spanned(short)}}, By: spanned(short)},
		Figures{[]Figure{{short, short}}}, Bars{short, short, []Bar{{short, 3, short}, {short, 0, ""}}},
		Columns{short, []string{short}, short, 5, []Column{{Label: short, Parts: []float64{1}, Line: 2}}},
		Grid{short, []string{short}, []string{short}, []GridRow{{short, []int{1}, short}}}, PageBreak{},
		Paragraph{[]Span{{Text: short, Note: 1}, {Text: short, Note: 9}}})
	d.Notes = []Note{{spanned(short)}, {spanned(short)}}
	return Book{Title: &Title{short, []string{short}}, Contents: len(body)%2 == 0, Parts: parts(d, d)}
}

func spanned(text string) []Span { return []Span{{Text: text}} }

func checkWriters(t rapid.TB, body string) {
	t.Helper()
	d := FromMarkdown(body)
	h := holds(d)
	for _, w := range writers {
		saidBy(t, w.name, written(t, bookOf(body), w.write))
		as := written(t, Of(nil, d), w.write)
		said := lettersOf(saidBy(t, w.name, as))
		if !utf8.ValidString(body) {
			continue
		}
		for _, word := range wordsOf(h.read.String()) {
			if !strings.Contains(said, word) {
				t.Errorf("%s loses %q of %q: %q", w.name, word, body, as)
			}
		}
	}
}

func FuzzWriters(f *testing.F) {
	for _, seed := range []string{
		"# a\n\nb *c* **d** ~~e~~ `f`", "- a\n  1. b\n\n     c\n- [ ] d\n- [x] e", "> a\n> > b\nlazy\n\n> c",
		"| a | b |\n|:-:|--:|\n| c\\|d | `e\\|f` | g", "```go \"x\"\r\nx\r\n```", "[a](http://b \"c\") ![d](e) <f:g> <h@i.j> https://k.l/m).",
		"[a](http://b/é%zz#c#d) [e](http://[::1]/) [f](mailto:a b) <http://%>", "</script><script>alert('x')</script><!-- -->\"'>&amp;",
		"\x00\x1b[31m\xff\u0085\ufffe\r\n\uffff]]>", "🇩🇪 👩‍👩‍👧 e\u0301 עברית العربية 日本語", "%PDF {{.}} ${x} `rm` =cmd|'/c calc'!A0",
		strings.Repeat("a|", 70) + "\n" + strings.Repeat("-|", 70) + "\n" + strings.Repeat("b|", 70),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) { checkWriters(t, body) })
}

func TestGivenHostileText_WhenWritten_ThenItIsWords(t *testing.T) {
	for name, body := range map[string]string{
		"nested emphasis":  strings.Repeat("*a_ ", 20_000),
		"deep quotes":      strings.Repeat("> ", 40_000) + "a",
		"a long word":      strings.Repeat("w", 100_000),
		"a long wide word": strings.Repeat("語", 30_000),
		"right to left":    strings.Repeat("שלום *עולם* ", 5_000),
		"families":         strings.Repeat("👩‍👩‍👧", 5_000),
		"scripts":          strings.Repeat("</script><script>alert(1)</script>", 2_000),
		"controls":         strings.Repeat("a\x00\x1b[2J\x07\u0090", 10_000),
		"lists":            strings.Repeat("1. a\n", 20_000),
	} {
		t.Run(name, func(t *testing.T) { checkWriters(t, body) })
	}
}

func TestGivenAWriterThatFails_WhenABookIsWritten_ThenItsErrorComesBack(t *testing.T) {
	full := errors.New("the disk is full")
	for _, w := range writers {
		for _, contents := range []bool{false, true} {
			b := Book{Contents: contents, Parts: many(10_000, nil)}
			if err := w.write(&narrow{left: 5000, err: full}, b); !errors.Is(err, full) {
				t.Errorf("%s, contents %v: %v", w.name, contents, err)
			}
		}
	}
}

// narrow takes so many bytes and no more.
type narrow struct {
	left int
	err  error
}

func (n *narrow) Write(p []byte) (int, error) {
	if n.left -= len(p); n.left < 0 {
		return 0, n.err
	}
	return len(p), nil
}

// many gives so many documents, and tells before each how far it is.
func many(n int, before func(i int)) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for i := range n {
			if before != nil {
				before(i)
			}
			d := FromMarkdown(fmt.Sprintf("## Day %d\n\nI asked %x for *one* thing.", i, i*7919*104729))
			if !yield(d, nil) {
				return
			}
		}
	}
}

func TestGivenABookThatEndsWithAnError_WhenWritten_ThenItComesBack(t *testing.T) {
	stopped := errors.New("stopped")
	for _, w := range writers {
		for _, contents := range []bool{false, true} {
			err := w.write(io.Discard, Book{Contents: contents, Parts: func(yield func(Document, error) bool) {
				_ = yield(FromMarkdown("a"), nil) && yield(Document{}, stopped)
			}})
			if !errors.Is(err, stopped) {
				t.Errorf("%s, contents %v: %v", w.name, contents, err)
			}
		}
	}
}

// counted counts what is written to it.
type counted struct{ atomic.Int64 }

func (c *counted) Write(b []byte) (int, error) {
	c.Add(int64(len(b)))
	return len(b), nil
}

func TestABookIsWrittenWhileItsDocumentsCome(t *testing.T) {
	for _, w := range writers {
		var out counted // some read the documents on another goroutine than they write
		var halfway int64
		err := w.write(&out, Book{Parts: many(10_000, func(i int) {
			if i == 5_000 {
				halfway = out.Load()
			}
		})})
		if err != nil {
			t.Fatal(err)
		}
		if halfway < out.Load()/3 {
			t.Errorf("%s: after half of the documents %d of %d bytes were written", w.name, halfway, out.Load())
		}
	}
}

func TestTheSameBookGivesTheSameBytes(t *testing.T) {
	for _, w := range writers {
		b := bookOf(long())
		first, second := written(t, b, w.write), written(t, b, w.write)
		if first != second {
			t.Errorf("%s differs from one time to the next", w.name)
		}
	}
}

func TestABookOfNothingIsWritten(t *testing.T) {
	for _, w := range writers {
		for _, b := range []Book{{}, {Contents: true}, Of(&Title{}, Document{}), Of(nil, Document{Blocks: []Block{
			Paragraph{}, Heading{}, List{}, List{Items: []Item{{}}}, Quote{}, Caption{}, Table{}, Code{}, Figures{}, Bars{}, Columns{}, Grid{},
		}, Notes: []Note{{}}})} {
			saidBy(t, w.name, written(t, b, w.write))
		}
	}
}
