package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// yamlWriter puts JSON into the words of YAML 1.2: the same values under the
// same names in the same order, a line each. It works on the text of the JSON,
// for a YAML library takes three times as long over 10,000 entries.
type yamlWriter struct {
	out  []byte
	text []byte // of the JSON, valid and not yet written
}

// toYAML appends the members of a JSON object to out, but the one that is to be
// left out.
func toYAML(out, object []byte, leaveOut string) ([]byte, error) {
	if !json.Valid(object) {
		return out, fmt.Errorf("put into YAML: not valid JSON")
	}
	y := yamlWriter{out, object}
	if y.next() == '{' {
		y.members(0, false, leaveOut)
	}
	return y.out, nil
}

// next skips white space and tells what comes, without taking it.
func (y *yamlWriter) next() byte {
	y.text = bytes.TrimLeft(y.text, " \t\r\n")
	if len(y.text) == 0 {
		return 0
	}
	return y.text[0]
}

// take takes n bytes.
func (y *yamlWriter) take(n int) []byte {
	taken := y.text[:n]
	y.text = y.text[n:]
	return taken
}

// members writes an object. Inline says that its first line has begun already.
func (y *yamlWriter) members(indent int, inline bool, leaveOut string) {
	y.take(1)
	for y.next() == '"' {
		name := y.unquoted()
		y.next()
		y.take(1) // the colon
		if leaveOut != "" && name == leaveOut {
			kept := y.out
			y.value(indent)
			y.out = kept
		} else {
			if !inline {
				y.indent(indent)
			}
			inline = false
			y.name(name, indent)
			y.value(indent)
		}
		if y.next() == ',' {
			y.take(1)
			y.next()
		}
	}
	y.take(1)
}

// items writes an array.
func (y *yamlWriter) items(indent int) {
	y.take(1)
	for y.next() != ']' {
		y.indent(indent)
		y.out = append(y.out, '-')
		if y.next() == '{' && !y.emptyNext() {
			y.out = append(y.out, ' ')
			y.members(indent+2, true, "")
		} else {
			y.value(indent)
		}
		if y.next() == ',' {
			y.take(1)
		}
	}
	y.take(1)
}

// value writes what stands behind a name or a dash.
func (y *yamlWriter) value(indent int) {
	switch c := y.next(); {
	case (c == '{' || c == '[') && y.emptyNext():
		y.take(1)
		y.next()
		y.take(1)
		y.out = append(y.out, ' ', c, c+2, '\n') // in ASCII each closing bracket is two behind its opening one
	case c == '{':
		y.out = append(y.out, '\n')
		y.members(indent+2, false, "")
	case c == '[':
		y.out = append(y.out, '\n')
		y.items(indent + 2)
	case c == '"':
		y.out = append(y.out, ' ')
		y.string(y.unquoted(), indent+2)
		y.out = append(y.out, '\n')
	default: // a number, true, false or null
		n := bytes.IndexAny(y.text, ",]} \t\r\n")
		if n < 0 {
			n = len(y.text)
		}
		y.out = append(append(append(y.out, ' '), y.take(n)...), '\n')
	}
}

// emptyNext tells whether the object or array that comes holds nothing.
func (y *yamlWriter) emptyNext() bool {
	inside := bytes.TrimLeft(y.text[1:], " \t\r\n")
	return inside[0] == '}' || inside[0] == ']'
}

// unquoted takes a string.
func (y *yamlWriter) unquoted() string {
	end := 1
	for y.text[end] != '"' {
		if y.text[end] == '\\' {
			end++
		}
		end++
	}
	quoted := y.take(end + 1)
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1:end])
	}
	var s string
	// It is valid JSON, so it cannot fail.
	_ = json.Unmarshal(quoted, &s)
	return s
}

func (y *yamlWriter) indent(n int) {
	for range n {
		y.out = append(y.out, ' ')
	}
}

// name writes the name of a member. A long one takes a line of its own, for
// YAML looks for the colon in the next 1024 letters only.
func (y *yamlWriter) name(name string, indent int) {
	const long = 200
	switch {
	case plainName(name):
		y.out = append(y.out, name...)
	case len(name) <= long:
		y.out = appendQuoted(y.out, name)
	default:
		y.out = append(appendQuoted(append(y.out, "? "...), name), '\n')
		y.indent(indent)
	}
	y.out = append(y.out, ':')
}

// plainName tells whether every reader of YAML takes a name for text without
// quotation marks.
func plainName(name string) bool {
	if len(name) < 2 || len(name) > 100 {
		return false
	}
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		digit := r >= '0' && r <= '9'
		if !letter && (!digit || i == 0) {
			return false
		}
	}
	switch strings.ToLower(name) {
	case "true", "false", "null", "yes", "no", "on", "off":
		return false
	}
	return true
}

// string writes a text so that it comes back the same: with its lines below
// each other where that is safe, else in quotation marks on one line.
func (y *yamlWriter) string(s string, indent int) {
	if !standsInLines(s) {
		y.out = appendQuoted(y.out, s)
		return
	}
	y.out = append(y.out, '|')
	text := strings.TrimSuffix(s, "\n")
	if text == s {
		y.out = append(y.out, '-')
	}
	for line := range strings.SplitSeq(text, "\n") {
		y.out = append(y.out, '\n')
		if line != "" {
			y.indent(indent)
			y.out = append(y.out, line...)
		}
	}
}

// standsInLines tells whether a text has several lines that YAML gives back as
// they are: nothing that is invisible in them, no spaces at their ends, and no
// empty line at either end.
func standsInLines(s string) bool {
	return strings.Contains(s, "\n") && !strings.Contains(s, " \n") && !strings.Contains(s, "\t\n") &&
		!strings.HasSuffix(s, "\n\n") && strings.Trim(s, " \t") == s && !strings.HasPrefix(s, "\n") &&
		!strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && r != '\t' && mustEscape(r) })
}

// appendQuoted writes a text in quotation marks.
func appendQuoted(out []byte, s string) []byte {
	out = append(out, '"')
	from := 0
	for i, r := range s {
		if r != '"' && r != '\\' && !mustEscape(r) {
			continue
		}
		out = append(out, s[from:i]...)
		from = i + utf8.RuneLen(r)
		switch r {
		case '"', '\\':
			out = append(out, '\\', byte(r))
		case '\n':
			out = append(out, `\n`...)
		case '\r':
			out = append(out, `\r`...)
		case '\t':
			out = append(out, `\t`...)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return append(append(out, s[from:]...), '"')
}

// mustEscape tells whether YAML reads a letter otherwise than it stands: as the
// end of a line, as a mark of the encoding, or not at all (YAML 1.2, c-printable
// and b-char; 1.1 has more ends of lines).
func mustEscape(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}
