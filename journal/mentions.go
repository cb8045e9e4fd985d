package journal

import (
	"strings"
	"unicode/utf8"
)

// longestMention is how many letters a title may have that a text names.
const longestMention = 200

// Mentions gives the titles that a Markdown text names as [[title]] or
// [[title|words]], each once, in order. What stands in a code span or in a
// fenced code block names nothing (CommonMark 0.31, sections 6.1 and 4.5), nor
// does what is longer than 200 letters, and a line's end ends it. A backslash
// before the first bracket keeps the brackets as they are.
func Mentions(body string) []string {
	if !strings.Contains(body, "[[") {
		return nil // most texts
	}
	m := mentions{seen: map[string]bool{}}
	begin, fence := 0, "" // of the text that is to be read; of the code block
	for at, end := 0, 0; at < len(body); at = end {
		end = lineEnd(body, at)
		line, item := inBlocks(body[at:end])
		opens := opensFence(line)
		switch {
		case fence != "":
			if closesFence(body[at:end], fence) {
				fence = ""
			}
			begin = end
		case opens != "":
			m.read(body[begin:at])
			begin, fence = end, opens
		case line == "", item, strings.HasPrefix(line, "#"):
			m.read(body[begin:at]) // no code span reaches from one block into the next
			begin = at
		}
	}
	m.read(body[begin:])
	return m.titles
}

// lineEnd gives the place behind the line that at lies in.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// inBlocks takes from a line its outer space and what puts it into a quote or a
// list, for a fence may stand there too. item says that a list's item begins.
func inBlocks(line string) (inside string, item bool) {
	for {
		line = strings.TrimSpace(line)
		behind := strings.TrimLeft(line, "0123456789")
		switch {
		case strings.HasPrefix(line, ">"):
			line = line[1:]
		case len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0 && line[1] == ' ':
			line, item = line[2:], true
		case len(behind) < len(line) && (strings.HasPrefix(behind, ". ") || strings.HasPrefix(behind, ") ")):
			line, item = behind[2:], true
		default:
			return line, item
		}
	}
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
	line, shut := 0, -1 // where the line ends, and where the next ]] stands
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
		case !strings.HasPrefix(text[at:], "[["):
			at++
		default:
			if line <= at {
				line = lineEnd(text, at)
			}
			if shut < at+2 {
				shut = len(text)
				if i := strings.Index(text[at+2:], "]]"); i >= 0 {
					shut = at + 2 + i
				}
			}
			// It may not be ended, begun anew before that, or end in code.
			if shut >= line || strings.Contains(text[at+1:shut], "[[") || codeReachesBeyond(text, at, shut) {
				at++
				continue
			}
			m.add(text[at+2 : shut])
			at = shut + 2
		}
	}
}

// codeReachesBeyond tells whether a code span that begins between at and end
// goes on behind end.
func codeReachesBeyond(text string, at, end int) bool {
	for at < end {
		i := strings.IndexByte(text[at:end], '`')
		if i < 0 {
			return false
		}
		at += i + codeSpan(text[at+i:])
	}
	return at > end
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

// add takes what stands between the brackets.
func (m *mentions) add(inside string) {
	title, _, _ := strings.Cut(inside, "|")
	title = strings.TrimSpace(title)
	if title == "" || m.seen[title] || utf8.RuneCountInString(title) > longestMention {
		return
	}
	m.seen[title] = true
	m.titles = append(m.titles, title)
}
