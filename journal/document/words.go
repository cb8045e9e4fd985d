package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// spans reads the words in a block.
func (r *reading) spans(n ast.Node) []Span {
	w := words{reading: r}
	w.within(n, Span{})
	w.end()
	return w.trimmed()
}

// words are the spans of a block while they are gathered.
type words struct {
	*reading
	spans []Span
	last  strings.Builder // the text of the span that is being gathered,
	look  Span            // and how it looks
}

// within reads what stands in a node and looks like look, in all but its text.
func (w *words) within(parent ast.Node, look Span) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.read(n, look)
	}
}

func (w *words) read(n ast.Node, look Span) {
	switch n := n.(type) {
	case *ast.Text:
		w.add(w.reading.words(n), look)
		if n.HardLineBreak() || n.SoftLineBreak() {
			w.add("\n", look)
		}
	case *ast.CodeSpan:
		w.add(w.codeSpan(n), look.with(Fixed))
	case *ast.Emphasis:
		if n.Level > 1 {
			w.within(n, look.with(Strong))
		} else {
			w.within(n, look.with(Emphasis))
		}
	case *extended.Strikethrough:
		w.within(n, look.with(Struck))
	case *ast.AutoLink:
		w.address(n, look)
	case *ast.Link:
		w.link(n, n.Destination, n.Title, look)
	case *ast.Image:
		w.link(n, n.Destination, n.Title, look)
	case *entryLink:
		if look.Link != "" { // words lead to one place
			w.add(n.raw, look)
			return
		}
		look.Entry = n.title
		w.add(n.words, look)
	case *box:
	default:
		w.within(n, look)
	}
}

// address reads an address that stands for itself.
func (w *words) address(n *ast.AutoLink, look Span) {
	to := string(n.URL(w.source))
	label := to
	if n.AutoLinkType == ast.AutoLinkEmail {
		to = "mailto:" + to
	}
	if !web(to) {
		w.add("<"+label+">", look)
		return
	}
	look.Link = to
	w.add(label, look)
}

// link reads words with an address behind them, or a picture with its
// description. What cannot be followed is said instead.
func (w *words) link(n ast.Node, destination, title []byte, look Span) {
	to := unescaped(destination)
	linked := look
	if web(to) && look.Link == "" { // a picture in a link leads where the link does
		linked.Link = to
	}
	switch {
	case !n.HasChildren():
		w.add(to, linked)
	case linked.Link == to:
		w.within(n, linked)
	default:
		w.within(n, linked)
		w.add(" ("+to+")", look)
	}
	if len(title) > 0 {
		w.add(" ("+unescaped(title)+")", look)
	}
}

// web tells whether an address is one that may be opened.
func web(address string) bool {
	scheme, rest, found := strings.Cut(address, ":")
	if !found || rest == "" {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return true
	}
	return false
}

func (w *words) codeSpan(n *ast.CodeSpan) string {
	var code strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			code.Write(t.Value(w.source))
		}
	}
	// CommonMark 0.31, 6.1: a line end in code is a space.
	all := strings.ReplaceAll(strings.ReplaceAll(code.String(), "\r\n", " "), "\n", " ")
	if w.inTable {
		all = strings.ReplaceAll(all, `\|`, "|")
	}
	return all
}

// add appends words, to the last span where they look the same.
func (w *words) add(text string, look Span) {
	if look != w.look {
		w.end()
		w.look = look
	}
	w.last.WriteString(text)
}

// end ends the span that is being gathered.
func (w *words) end() {
	if w.last.Len() > 0 {
		w.look.Text = w.last.String()
		w.spans = append(w.spans, w.look)
		w.last.Reset()
	}
}

// trimmed gives the spans without a line break at the end.
func (w *words) trimmed() []Span {
	if last := len(w.spans) - 1; last >= 0 {
		w.spans[last].Text = strings.TrimRight(w.spans[last].Text, "\n")
		if w.spans[last].Text == "" {
			return w.spans[:last]
		}
	}
	return w.spans
}

func (s Span) with(style Style) Span { s.Style |= style; return s }

// words gives the text of a node.
func (r *reading) words(n *ast.Text) string {
	value := n.Value(r.source)
	if n.IsRaw() {
		return string(value)
	}
	return unescaped(value)
}

// unescaped gives the letters that a text stands for: \* is an asterisk, and
// &amp; an ampersand (CommonMark 0.31, 2.4 and 2.5).
func unescaped(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			b.WriteByte(raw[i+1])
			i += 2
		case c == '&':
			entity := entityAt(raw[i:])
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(entity))))
			i += len(entity)
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// entityAt gives "&name;" from the head of a text, or "&" where there is none.
func entityAt(raw []byte) string {
	const longest = 34 // "&CounterClockwiseContourIntegral;"
	for i := 1; i < len(raw) && i < longest; i++ {
		switch c := raw[i]; {
		case c == ';':
			return string(raw[:i+1])
		case c == '#', util.IsAlphaNumeric(c):
		default:
			return "&"
		}
	}
	return "&"
}
