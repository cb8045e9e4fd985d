package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"groundwork/journal"
)

// fieldEnd stands between two fields of allText: a sign no text has.
const fieldEnd = "\x1e"

// textParts are all text fields of an entry, put together so that few texts
// have to be looked at: the long one alone, and the fields of a part only where
// the entry has that part.
var textParts = []struct{ when, text string }{
	{"", `e.body`},
	{"", joined("title", "tags", "people", "prompt_text", "evidence", "attachments")},
	{"e.moment AND ", joined("moment_situation", "moment_task", "moment_action", "moment_result", "moment_impact", "moment_impact_unit")},
	{"e.feedback AND ", joined("feedback_quote", "feedback_situation", "feedback_behaviour", "feedback_impact")},
	{"e.application AND ", joined("application_position", "application_organisation", "application_next_step", "application_looks_for",
		"application_lessons", "stages")},
}

// allText is all of them in one text.
var allText = textParts[1].text + " || char(30) || " + textParts[2].text + " || char(30) || " + textParts[3].text + " || char(30) || " +
	textParts[4].text + " || char(30) || " + textParts[0].text

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

// scanText reads all text, newest first, until there are enough hits. Without
// anything to find it lists what passes.
func scanText(ctx context.Context, q querier, query journal.Query, t terms, limit int) ([]journal.Hit, error) {
	c := queried(query)
	texts := make([]string, 0, len(t.parts))
	for _, part := range t.parts {
		c.holds(part.Text)
		texts = append(texts, part.Text)
	}
	for _, part := range t.notParts {
		c.holdsNot(part.Text)
	}
	if len(t.notWords) > 0 {
		c.add("e.n NOT IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", matchText(nil, t.notWords))
	}
	text := "''"
	if len(texts) > 0 {
		text = allText
	}
	return rowsOf(ctx, q, func(row *sql.Rows) (journal.Hit, error) {
		var h journal.Hit
		var day, text string
		if err := row.Scan(&h.ID, &h.Kind, &day, &h.Title, &text); err != nil {
			return h, err
		}
		h.Snippet = cutSnippet(text, texts)
		var err error
		h.Day, err = readDay(day)
		return h, err
	}, `SELECT e.id, e.kind, e.day, e.title, `+text+` FROM entries AS e `+c.clause()+newestFirst+`LIMIT ?`,
		append(c.args, noLimit(limit))...)
}

// The room around a match in a snippet, in bytes.
const (
	roomBefore = 60
	roomAfter  = 120
)

// cutSnippet cuts the place of the first match out of an entry's text and
// marks every match in it.
func cutSnippet(text string, wanted []string) string {
	if len(wanted) == 0 {
		return ""
	}
	at, size := find(text, wanted[0])
	if at < 0 {
		return ""
	}
	start := strings.LastIndex(text[:at], fieldEnd) + 1
	end := len(text)
	if i := strings.Index(text[at:], fieldEnd); i >= 0 {
		end = at + i
	}
	before, after := "", ""
	if at-start > roomBefore {
		start, before = runeAt(text, at-roomBefore), "…"
	}
	if end-at-size > roomAfter {
		end, after = runeAt(text, at+size+roomAfter), "…"
	}
	return before + mark(text[start:end], wanted) + after
}

// mark puts the marks around every match.
func mark(text string, wanted []string) string {
	var b strings.Builder
	for text != "" {
		at, size := -1, 0
		for _, w := range wanted {
			if i, n := find(text, w); i >= 0 && (at < 0 || i < at) {
				at, size = i, n
			}
		}
		if at < 0 {
			break
		}
		b.WriteString(text[:at] + journal.MatchStart + text[at:at+size] + journal.MatchEnd)
		text = text[at+size:]
	}
	b.WriteString(text)
	return b.String()
}

// find finds a text without regard to case: where, and how many bytes long.
func find(in, wanted string) (at, size int) {
	at, size = strings.Index(in, wanted), len(wanted)
	before := in
	if at >= 0 {
		before = in[:at] // there may be one in other letters yet
	}
	runes := utf8.RuneCountInString(wanted)
	for i := range before {
		end := i
		for range runes {
			_, n := utf8.DecodeRuneInString(in[end:])
			end += n
		}
		if strings.EqualFold(in[i:end], wanted) {
			return i, end - i
		}
	}
	return at, size
}

// runeAt moves i to the beginning of the letter it lies in.
func runeAt(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}
