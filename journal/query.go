package journal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Query is what a search looks for: every term must be met by an entry that
// passes the filter. A query without terms lists what passes, newest first.
type Query struct {
	Terms  []Term
	Filter Filter
	// Has are further conditions: "private" and "attachment".
	Has []string
	// Odd holds a sentence for each filter word that could not be
	// understood; such a word takes no part in the search.
	Odd []string
}

// Term is one word, or a phrase whose words stand beside each other.
type Term struct {
	Text   string
	Prefix bool // also words that begin with Text
	Not    bool // the entry must not hold it
}

// Empty tells whether the query asks for nothing at all.
func (q Query) Empty() bool {
	f := q.Filter
	return len(q.Terms) == 0 && len(q.Has) == 0 && f.Since.IsZero() && f.Until.IsZero() && len(f.Kinds) == 0 &&
		len(f.Tags) == 0 && f.Expectation == "" && f.Person == "" && !f.Starred
}

// ReadQuery reads what a person types into a search: words, "exact phrases",
// -without, begin*, and the filters kind: tag: person: expectation: before:
// after: since: until: on: is: has:. Nothing a person types is an error: what
// is not understood is named in Odd. Dates are read from today.
func ReadQuery(text string, today Day) Query {
	var q Query
	for _, w := range splitWords(text) {
		name, value, isFilter := strings.Cut(w.text, ":")
		name = strings.ToLower(name)
		switch {
		case w.quoted || !isFilter || !slices.Contains(filters, name):
			q.addTerm(w)
		case strings.TrimSpace(value) == "":
			q.odd("Write what to look for right after \"%s:\".", name)
		case w.not:
			q.odd("%q cannot be turned round with a dash.", w.text)
		default:
			q.readFilter(name, value, today)
		}
	}
	return q
}

// filters are the words that ask for something else than text.
var filters = []string{"kind", "tag", "person", "expectation", "before", "after", "since", "until", "on", "is", "has"}

func (q *Query) addTerm(w word) {
	t := Term{Text: w.text, Not: w.not}
	if !w.quoted {
		if stem, ok := strings.CutSuffix(t.Text, "*"); ok {
			t.Text, t.Prefix = stem, true
		}
	}
	if strings.TrimSpace(t.Text) != "" {
		q.Terms = append(q.Terms, t)
	}
}

// readFilter takes in name:value, where name is one of filters.
func (q *Query) readFilter(name, value string, today Day) {
	f := &q.Filter
	switch name {
	case "kind":
		if k := Kind(strings.ToLower(value)); slices.Contains(Kinds(), k) {
			f.Kinds = append(f.Kinds, k)
		} else {
			q.odd("There is no kind %q: use reflection, moment, feedback or application.", value)
		}
	case "tag":
		if bare := strings.TrimPrefix(value, "#"); bare != "" {
			value = bare
		}
		f.Tags = append(f.Tags, value)
	case "person":
		q.readOne("person", &f.Person, value)
	case "expectation":
		q.readOne("expectation", &f.Expectation, value)
	case "is":
		switch strings.ToLower(value) {
		case "starred":
			f.Starred = true
		case "private":
			q.Has = append(q.Has, "private")
		default:
			q.odd("%q is not something an entry can be: use is:starred or is:private.", value)
		}
	case "has":
		if strings.EqualFold(value, "attachment") {
			q.Has = append(q.Has, "attachment")
		} else {
			q.odd("%q cannot be asked for: use has:attachment.", value)
		}
	default:
		q.readDate(name, value, today)
	}
}

// readOne takes in a filter that can hold one value only.
func (q *Query) readOne(name string, to *string, value string) {
	if *to != "" {
		q.odd("Only one %s can be asked for at a time, so %q was left out.", name, value)
		return
	}
	*to = value
}

func (q *Query) readDate(name, value string, today Day) {
	span, err := ReadSpan(value, today)
	if err != nil {
		q.odd("%q is not a date: write %s:2026-05 or %s:2026-05-31.", value, name, name)
		return
	}
	switch name {
	case "before":
		q.narrow(Day{}, span.From.AddDays(-1))
	case "after":
		q.narrow(span.Until.AddDays(1), Day{})
	case "since":
		q.narrow(span.From, Day{})
	case "until":
		q.narrow(Day{}, span.Until)
	case "on":
		q.narrow(span.From, span.Until)
	}
}

// narrow asks for the days from since to until, besides what was asked for
// already: every filter must hold. A zero day asks for nothing.
func (q *Query) narrow(since, until Day) {
	f := &q.Filter
	if since.After(f.Since) {
		f.Since = since
	}
	if !until.IsZero() && (f.Until.IsZero() || until.Before(f.Until)) {
		f.Until = until
	}
}

func (q *Query) odd(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = shorten(s, 40)
		}
	}
	q.Odd = append(q.Odd, fmt.Sprintf(format, args...))
}

// word is one piece of a typed query.
type word struct {
	text   string
	quoted bool // it stands in quotes, as a whole
	not    bool
}

// splitWords cuts a query at spaces outside quotes. A word that begins with a
// quote ends with the next one; a quote that is never closed ends with the
// text.
func splitWords(text string) []word {
	var words []word
	var now strings.Builder
	var w word
	var inQuotes, started bool
	finish := func() {
		if now.Len() > 0 {
			w.text = now.String()
			words = append(words, w)
		}
		now.Reset()
		w, started = word{}, false
	}
	for _, r := range text {
		switch {
		case r == '"':
			w.quoted = w.quoted || !started
			started, inQuotes = true, !inQuotes
			if w.quoted && !inQuotes {
				finish()
			}
		case unicode.IsSpace(r) && !inQuotes:
			finish()
		case r == '-' && !started && !w.not:
			w.not = true
		default:
			started = true
			now.WriteRune(r)
		}
	}
	finish()
	return words
}
