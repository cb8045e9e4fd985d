package document

import (
	"html"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// escaped gives a text as it stands in HTML, between tags and in quotes.
func escaped(text string) string {
	return html.EscapeString(strings.ToValidUTF8(printable(text), "\uFFFD"))
}

// lined is escaped, with the ends of its lines.
func lined(text string) string {
	return strings.ReplaceAll(escaped(text), "\n", "<br>\n")
}

// direction lets a text that has letters of a script written from right to
// left stand as they do.
func direction(text string) string {
	if hasRightToLeft(text) {
		return ` dir="auto"`
	}
	return ""
}

func hasRightToLeft(text string) bool {
	for _, r := range text {
		if r >= 0x590 && isRightToLeft(r) {
			return true
		}
	}
	return false
}

func isRightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// spans writes words, those that lead to one address within one link.
func (h *htmlWriter) spans(all []Span) {
	for len(all) > 0 {
		n := sameLink(all)
		h.linked(all[:n])
		all = all[n:]
	}
}

// linked writes words that lead to one address, or to none. The marks of notes
// in them stand behind, for they lead elsewhere.
func (h *htmlWriter) linked(all []Span) {
	to := all[0].Link
	link := web(to)
	if link {
		bare := ""
		if says(textOf(all), to) {
			bare = ` class="bare"`
		}
		h.raw("<a", bare, ` href="`, escaped(strings.TrimSpace(to)), `" rel="noreferrer">`)
	}
	for _, s := range all {
		h.words(s)
		if !link {
			h.mark(s.Note)
		}
	}
	if !link {
		return
	}
	h.raw("</a>")
	for _, s := range all {
		h.mark(s.Note)
	}
}

// words writes the words of a span in its looks.
func (h *htmlWriter) words(s Span) {
	if s.Text == "" {
		return
	}
	end := ""
	for _, l := range []struct {
		style Style
		name  string
	}{{Strong, "strong"}, {Emphasis, "em"}, {Struck, "s"}, {Fixed, "code"}} {
		if s.Style&l.style != 0 {
			h.raw("<", l.name, ">")
			end = "</" + l.name + ">" + end
		}
	}
	h.raw(lined(s.Text), end)
}

// mark writes the mark of a note. Only the first of a note can be led back to.
func (h *htmlWriter) mark(note int) {
	if note < 1 || note > h.notes {
		return
	}
	place, id := strconv.Itoa(h.above+note), ""
	if !h.marks[note] {
		h.marks[note] = true
		id = ` id="mark` + place + `"`
	}
	h.raw(`<sup><a role="doc-noteref"`, id, ` href="#note`, place, `">`, strconv.Itoa(note), `</a></sup>`)
}

// textOfCells gives the words of a row as they read, one after the other.
func textOfCells(row [][]Span) string {
	var b strings.Builder
	for _, cell := range row {
		b.WriteString(textOf(cell))
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace)
}
