package journal

import (
	"strings"
	"unicode/utf8"
)

// A title that a text names may have so many letters, and it and its words
// together so many bytes.
const (
	longestMention = 200
	longestLink    = 8 * longestMention
)

// Mentions gives the titles that a Markdown text names as [[title]] or
// [[title|words]], each once, in order. What stands in a code span or in a
// fenced code block names nothing (CommonMark 0.31, sections 6.1 and 4.5), nor
// does a title of more than 200 letters or with a bracket in it, and a line's
// end ends it. A backslash before the first bracket keeps the brackets as they
// are. Package document shows the same as links.
func Mentions(body string) []string {
	if !strings.Contains(body, "[[") {
		return nil // most texts
	}
	m := mentions{seen: map[string]bool{}}
	var code codeBlock
	begin, inside := 0, -1 // of the block that is to be read, and in how many quotes it stands; -1 before it
	for at, end := 0, 0; at < len(body); at = end {
		end = lineEnd(body, at)
		line, quotes, item := inBlocks(body[at:end])
		if code.holds(body[at:end], line, quotes) {
			if quotes == code.quotes && closesFence(body[at:end], code.fence) {
				code.fence = ""
			}
			begin = end
			continue
		}
		code = codeBlock{fence: opensFence(line), quotes: quotes, item: item}
		switch {
		case code.fence != "":
			m.read(body[begin:at])
			begin, inside = end, -1
		case isHeading(line):
			m.read(body[begin:at])
			m.read(body[at:end])
			begin, inside = end, -1
		case line == "":
			m.read(body[begin:at])
			begin, inside = end, -1
		case item, quotes > inside:
			m.read(body[begin:at]) // no code span reaches from one block into the next
			begin, inside = at, quotes
		}
	}
	m.read(body[begin:])
	return m.titles
}

// codeBlock is a fenced one: its fence, in how many quotes it stands, and
// whether it begins a list's item.
type codeBlock struct {
	fence  string
	quotes int
	item   bool
}

// holds tells whether a line below belongs to the code. It does not where the
// quote is left, nor where an item is: there what is not blank stands at the
// margin again.
func (c codeBlock) holds(line, inside string, quotes int) bool {
	left := c.item && c.quotes == 0 && inside != "" && line[0] != ' ' && line[0] != '\t'
	return c.fence != "" && quotes >= c.quotes && !left
}

// lineEnd gives the place behind the line that at lies in.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// inBlocks takes from a line its outer space and what puts it into quotes and
// lists, for a fence may stand there too. It tells in how many quotes the line
// stands, and whether a list's item begins.
func inBlocks(line string) (inside string, quotes int, item bool) {
	for {
		line = strings.TrimSpace(line)
		behind := line
		if line != "" && strings.IndexByte("-*+", line[0]) >= 0 {
			behind = line[1:]
		} else if digits := strings.TrimLeft(line, "0123456789"); digits != line && digits != "" && strings.IndexByte(".)", digits[0]) >= 0 {
			behind = digits[1:]
		}
		switch {
		case strings.HasPrefix(line, ">"):
			line = line[1:]
			quotes++
		case behind != line && (behind == "" || behind[0] == ' ' || behind[0] == '\t'):
			line, item = behind, true
		default:
			return line, quotes, item
		}
	}
}

// isHeading tells whether the line is a heading.
func isHeading(line string) bool {
	behind := strings.TrimLeft(line, "#")
	level := len(line) - len(behind)
	return level > 0 && level <= 6 && (behind == "" || behind[0] == ' ' || behind[0] == '\t')
}

// opensFence gives the fence with which the line begins a code block, or "".
// Behind a fence of backticks there is no other backtick in the line.
func opensFence(line string) string {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return ""
	}
	behind := strings.TrimLeft(line, line[:1])
	if len(line)-len(behind) < 3 || line[0] == '`' && strings.Contains(behind, "`") {
		return ""
	}
	return line[:len(line)-len(behind)]
}

// closesFence tells whether the line ends the code block: it is a fence at
// least as long as the one that began it, and nothing else.
func closesFence(line, fence string) bool {
	line = strings.TrimSpace(strings.TrimLeft(line, " \t>"))
	return len(line) >= len(fence) && strings.Trim(line, fence[:1]) == ""
}

// mentions gathers titles.
type mentions struct {
	titles []string
	seen   map[string]bool
}

// read gathers the titles that a block of text names.
func (m *mentions) read(text string) {
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "\\`[")
		if i < 0 {
			return
		}
		at += i
		switch {
		case text[at] == '\\':
			at += 2
		case text[at] == '`':
			at += codeSpan(text[at:])
		default:
			at += m.link(text[at:])
		}
	}
}

// link gathers the title that text, which begins with a bracket, names, and
// tells how many bytes that took.
func (m *mentions) link(text string) int {
	inside, found := strings.CutPrefix(text, "[[")
	if !found {
		return 1
	}
	end := strings.IndexAny(inside[:min(len(inside), longestLink)], "[]\r\n")
	if end < 0 || !strings.HasPrefix(inside[end:], "]]") {
		return 1
	}
	title, _, _ := strings.Cut(inside[:end], "|")
	title = strings.TrimSpace(title)
	if title == "" || utf8.RuneCountInString(title) > longestMention {
		return 1
	}
	if !m.seen[title] {
		m.seen[title] = true
		m.titles = append(m.titles, title)
	}
	return len("[[") + end + len("]]")
}

// codeSpan tells how long the code span is that text begins with: up to the
// next run of as many backticks. Without one, the run stands for itself.
func codeSpan(text string) int {
	open := len(text) - len(strings.TrimLeft(text, "`"))
	for at := open; at < len(text); {
		i := strings.IndexByte(text[at:], '`')
		if i < 0 {
			break
		}
		at += i
		run := len(text[at:]) - len(strings.TrimLeft(text[at:], "`"))
		at += run
		if run == open {
			return at
		}
	}
	return open
}
