package evidence

import (
	"strings"

	"groundwork/journal"
)

// BulletText gives a line as plain text for the clipboard, which leaves the
// journal as a file does: as it is read, with who is quoted. It is "" where an
// entry behind it stays in.
func BulletText(m Material, b journal.Bullet) string {
	if !m.goesOut(b) {
		return ""
	}
	text := m.textOf(b)
	if madeOf(b) == fromQuote && text != "" {
		text = "“" + text + "” (" + m.givenBy(m.piecesOf(b)) + ")"
	}
	return m.masking().text(text)
}

// SectionText gives the lines of a section that go out as plain text for the
// clipboard, a line each behind a hyphen and without the heading: the field of
// a form has its own. A section that is not there is "".
func SectionText(m Material, p journal.Pack, key string) string {
	s := p.Section(key)
	if s == nil {
		return ""
	}
	var lines []string
	for _, b := range s.Bullets {
		if text := BulletText(m, b); text != "" && !b.Out {
			lines = append(lines, "- "+text)
		}
	}
	return strings.Join(lines, "\n")
}
