package document

import "strings"

// plainLines gives lines of words, escaped where they would begin something
// else: a heading, a list, a quote, a rule or a table (CommonMark 0.31,
// section 4, and GFM 4.10).
func plainLines(text string) string {
	if !strings.Contains(text, "\n") {
		return plainLine(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = plainLine(line)
	}
	return strings.Join(lines, "\n")
}

func plainLine(line string) string {
	if line == "" || strings.IndexByte("#>-+*_=:|0123456789", line[0]) < 0 {
		return line
	}
	if digits := len(line) - len(strings.TrimLeft(line, "0123456789")); digits > 0 {
		if digits < len(line) && strings.IndexByte(".)", line[digits]) >= 0 && ends(line[digits+1:]) {
			return line[:digits] + `\` + line[digits:]
		}
		return line
	}
	hashes := len(line) - len(strings.TrimLeft(line, "#"))
	switch {
	case line[0] == '>',
		hashes > 0 && hashes <= 6 && ends(line[hashes:]),
		strings.IndexByte("-+*", line[0]) >= 0 && ends(line[1:]),
		strings.Trim(line, "- \t") == "", strings.Trim(line, "=") == "", strings.Trim(line, "_ \t") == "",
		strings.Contains(line, "-") && strings.Trim(line, "-:| \t") == "":
		return `\` + line
	}
	return line
}

// ends tells whether what stands before a text is apart from it.
func ends(text string) bool { return text == "" || text[0] == ' ' || text[0] == '\t' }
