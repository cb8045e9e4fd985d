package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textParts are all text fields of an entry, put together so that few texts
// have to be looked at: the long one alone, and the fields of a part only where
// the entry has that part. Between two of them stands a sign that no text has.
var textParts = []struct{ when, text string }{
	{"", `e.body`},
	{"", joined("title", "tags", "people", "prompt_text", "evidence", "attachments")},
	{"e.moment AND ", joined("moment_situation", "moment_task", "moment_action", "moment_result", "moment_impact", "moment_impact_unit")},
	{"e.feedback AND ", joined("feedback_quote", "feedback_situation", "feedback_behaviour", "feedback_impact")},
	{"e.application AND ", joined("application_position", "application_organisation", "application_next_step", "application_looks_for",
		"application_lessons", "stages")},
}

func joined(columns ...string) string {
	return "(e." + strings.Join(columns, " || char(30) || e.") + ")"
}

// holds lets pass what holds the text anywhere, without regard to case.
func (c *conditions) holds(text string) {
	sql, args := like(text)
	c.add(sql, args...)
}

func (c *conditions) holdsNot(text string) {
	sql, args := like(text)
	c.add("NOT "+sql, args...)
}

// like asks for a text as SQLite's LIKE can: it knows the case of ASCII only,
// so a text with other letters is asked for in its usual spellings.
func like(text string) (sql string, args []any) {
	ask, asked := `instr(%s, ?) > 0`, []string{text}
	if len(text) <= longestLike {
		escape := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
		ask, asked = `%s LIKE ? ESCAPE '\'`, nil
		for _, spelling := range spellings(text) {
			asked = append(asked, "%"+escape.Replace(spelling)+"%")
		}
	}
	var asks []string
	for _, part := range textParts {
		var here []string
		for _, each := range asked {
			here = append(here, fmt.Sprintf(ask, part.text))
			args = append(args, each)
		}
		asks = append(asks, part.when+"("+strings.Join(here, " OR ")+")")
	}
	return "(" + strings.Join(asks, " OR ") + ")", args
}

// longestLike is how long, in bytes, a text may be that LIKE looks for: SQLite
// refuses one of 50,000, and here every sign may be escaped.
const longestLike = 20_000

// spellings gives a text as it stands, in small letters, in capitals and with
// a first capital, each once.
func spellings(text string) []string {
	if isASCII(text) {
		return []string{text}
	}
	first, size := utf8.DecodeRuneInString(text)
	var all []string
	seen := map[string]bool{}
	for _, s := range []string{
		text, strings.ToLower(text), strings.ToUpper(text),
		string(unicode.ToUpper(first)) + strings.ToLower(text[size:]),
	} {
		if !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	return all
}
