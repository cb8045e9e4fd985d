package document

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// runs writes words, those that lead to one address within one link.
func (d *docxWriter) runs(all []Span) {
	for len(all) > 0 {
		n := sameLink(all)
		d.linked(all[:n])
		all = all[n:]
	}
}

// linked writes words that lead to one address, or to none. An address that
// Word would not open the file for is said behind them.
func (d *docxWriter) linked(all []Span) {
	to := all[0].Link
	address, leads := "", false
	if web(to) && d.out != d.foot {
		address, leads = strictAddress(to)
	}
	style := ""
	if leads {
		d.raw(`<w:hyperlink r:id="`, linkID(d.link(address)), `" w:history="1">`)
		style = `<w:rStyle w:val="Hyperlink"/>`
	}
	for _, s := range all {
		d.run(s, style)
		if !leads {
			d.mark(s.Note)
		}
	}
	if leads {
		d.raw("</w:hyperlink>")
		for _, s := range all {
			d.mark(s.Note)
		}
	} else if !says(textOf(all), to) {
		d.run(Span{Text: " (" + to + ")"}, "")
	}
}

// link gives the number of an address.
func (d *docxWriter) link(address string) int {
	n, known := d.links[address]
	if !known {
		n = len(d.to)
		d.links[address] = n
		d.to = append(d.to, address)
	}
	return n
}

// strictAddress gives an address in the letters that RFC 3986 allows, and
// tells whether it is one: Word takes a file with another for damaged.
func strictAddress(to string) (address string, ok bool) {
	const longest = 2000 // Word's limit is 2083
	var b strings.Builder
	for i := range len(to) {
		c := to[i]
		escape := c == '%' && (i+2 >= len(to) || !isHex(to[i+1]) || !isHex(to[i+2])) ||
			c == '#' && strings.IndexByte(to[:i], '#') >= 0
		if escape || c <= ' ' || c > '~' || strings.IndexByte("\"<>\\^`{|}[]", c) >= 0 {
			b.WriteString("%" + strings.ToUpper(strconv.FormatInt(int64(c)+0x100, 16)[1:]))
			continue
		}
		b.WriteByte(c)
	}
	u, err := url.Parse(b.String())
	if err != nil || b.Len() > longest || u.Opaque == "" && !plainHost(u) {
		return "", false
	}
	return b.String(), true
}

// plainHost tells whether an address names a host in letters and digits, with
// a port or without.
func plainHost(u *url.URL) bool {
	port, err := strconv.Atoi("0" + u.Port())
	return u.Hostname() != "" && err == nil && port < 1<<16 && !strings.HasSuffix(u.Host, ":") &&
		strings.IndexFunc(u.Hostname(), func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')
		}) < 0
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// run writes the words of a span in its looks, and in a style for letters.
func (d *docxWriter) run(s Span, style string) {
	if s.Text == "" {
		return
	}
	if s.Style&Fixed != 0 && style == "" {
		style = `<w:rStyle w:val="CodeWords"/>`
	}
	look := style
	if s.Style&Strong != 0 {
		look += "<w:b/><w:bCs/>"
	}
	if s.Style&Emphasis != 0 {
		look += "<w:i/><w:iCs/>"
	}
	if s.Style&Struck != 0 {
		look += "<w:strike/>"
	}
	if hasRightToLeft(s.Text) {
		look += "<w:rtl/>"
	}
	d.letters(look, s.Text)
}

// letters writes a run of a look, with the ends of its lines and its tabs.
func (d *docxWriter) letters(look, text string) {
	d.raw("<w:r>")
	if look != "" {
		d.raw("<w:rPr>", look, "</w:rPr>")
	}
	for text != "" {
		end := strings.IndexAny(text, "\n\t")
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			d.raw(`<w:t xml:space="preserve">`, escaped(text[:end]), "</w:t>")
			text = text[end:]
			continue
		}
		d.raw(map[byte]string{'\n': "<w:br/>", '\t': "<w:tab/>"}[text[0]])
		text = text[1:]
	}
	d.raw("</w:r>")
}

// mark writes the mark of a note, and the note among the footnotes. A note that
// is pointed to twice is there twice: a footnote has one mark.
func (d *docxWriter) mark(note int) {
	if note < 1 || note > len(d.notes) || d.out == d.foot {
		return
	}
	d.marked[note-1] = true
	d.feet++
	id := strconv.Itoa(d.feet)
	d.raw(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="`, id, `"/></w:r>`)
	body := d.out
	d.out = d.foot
	d.raw(`<w:footnote w:id="`, id, `"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`)
	d.runs(d.notes[note-1].Text)
	d.raw("</w:p></w:footnote>\n")
	d.out = body
}

// beginsRightToLeft tells whether the first letter of a text that has a
// direction runs from right to left.
func beginsRightToLeft(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
