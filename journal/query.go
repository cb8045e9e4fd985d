package journal

import (
	"fmt"
	"slices"
	"strings"
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
	// Words are the words of the text in their order, odd ones included.
	Words []Word
}

// Term is one word, or a phrase whose words stand beside each other.
type Term struct {
	Text   string
	Prefix bool // also words that begin with Text
	Not    bool // the entry must not hold it
	// Typing says that the word may not be finished: words that begin with it
	// are found as well, if it is three letters long and not a common word.
	Typing bool
}

// Word is a word of a typed query.
type Word struct {
	From, To int    // where it stands in the text, in bytes
	Filter   string // the name of a filter: "tag"; "" for what is to be found
	Value    string // of the filter
	Odd      string // a sentence that says why it is not understood, or ""
	Not      bool   // it is to be left out
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
// is not understood is named in Odd. Of a text of more than a thousand bytes
// only the beginning is read: a page that was pasted would else keep the index
// busy for minutes.
func ReadQuery(text string, dates Dates) Query {
	var q Query
	if len(text) > longestQuery {
		text = strings.ToValidUTF8(text[:longestQuery], "")
		q.Odd = append(q.Odd, "Only the beginning of so long a text is looked for.")
	}
	for _, p := range splitWords(text) {
		word := Word{From: p.from, To: p.to, Not: p.not}
		name, value, isFilter := strings.Cut(p.text, ":")
		name = strings.ToLower(name)
		if p.quoted || !isFilter || !slices.Contains(filters, name) {
			q.addTerm(p)
			if meant := meantFilter(name); meant != "" && isFilter && !p.quoted {
				word.Odd = oddly("%q is looked for as a word. To narrow the search, write \"%s:\".", p.text, meant)
			}
		} else {
			word.Filter, word.Value = name, value
			word.Odd = q.readWord(name, value, p, dates)
		}
		if word.Odd != "" {
			q.Odd = append(q.Odd, word.Odd)
		}
		q.Words = append(q.Words, word)
	}
	return q
}

// ReadTyping reads as ReadQuery does, while the text is being typed: its last
// word may go on.
func ReadTyping(text string, dates Dates) Query {
	q := ReadQuery(text, dates)
	n := len(q.Terms)
	if n == 0 || len(q.Words) == 0 || q.Terms[n-1].Not || q.Terms[n-1].Prefix {
		return q
	}
	last := q.Words[len(q.Words)-1]
	if last.Filter == "" && last.To == len(text) && !strings.HasSuffix(text, `"`) {
		q.Terms[n-1].Typing = true
	}
	return q
}

// filters are the words that ask for something else than text.
var filters = []string{"kind", "tag", "person", "expectation", "before", "after", "since", "until", "on", "is", "has"}

// meantFilter gives the filter that a name was meant for, such as "tag" for
// "tags": it is one letter off, too many, too few or another one. It is "" for
// any other word, which may well stand before a colon.
func meantFilter(name string) string {
	const shortest = 4 // shorter ones are one letter off of too many words
	for _, f := range filters {
		if len(name) >= shortest && f != name && oneLetterOff(name, f) {
			return f
		}
	}
	return ""
}

// oneLetterOff tells whether one letter more, less or changed makes two words
// the same.
func oneLetterOff(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	same := 0
	for same < len(b) && a[same] == b[same] {
		same++
	}
	return same == len(b) || a[same+1:] == b[same+len(b)+1-len(a):]
}

// longestQuery is how much of a typed query is read, in bytes.
const longestQuery = 1000

func (q *Query) addTerm(w piece) {
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

// readWord takes in name:value, where name is one of filters, and gives a
// sentence where it is not understood.
func (q *Query) readWord(name, value string, p piece, dates Dates) (odd string) {
	switch {
	case strings.TrimSpace(value) == "":
		return oddly("Write what to look for right after \"%s:\".", name)
	case p.not:
		return oddly("%q cannot be turned round with a dash.", p.text)
	}
	return q.readFilter(name, value, dates)
}

func (q *Query) readFilter(name, value string, dates Dates) (odd string) {
	f := &q.Filter
	switch name {
	case "kind":
		k := Kind(strings.ToLower(value))
		if !slices.Contains(Kinds(), k) {
			return oddly("There is no kind %q: use reflection, moment, feedback or application.", value)
		}
		f.Kinds = append(f.Kinds, k)
	case "tag":
		if bare := strings.TrimPrefix(value, "#"); bare != "" {
			value = bare
		}
		f.Tags = append(f.Tags, value)
	case "person":
		return readOne("person", &f.Person, value)
	case "expectation":
		return readOne("expectation", &f.Expectation, value)
	case "is":
		switch strings.ToLower(value) {
		case "starred":
			f.Starred = true
		case "private":
			q.Has = append(q.Has, "private")
		default:
			return oddly("%q is not something an entry can be: use is:starred or is:private.", value)
		}
	case "has":
		if !strings.EqualFold(value, "attachment") {
			return oddly("%q cannot be asked for: use has:attachment.", value)
		}
		q.Has = append(q.Has, "attachment")
	default:
		return q.readDate(name, value, dates)
	}
	return ""
}

// readOne takes in a filter that can hold one value only.
func readOne(name string, to *string, value string) (odd string) {
	if *to != "" {
		return oddly("Only one %s can be asked for at a time, so %q was left out.", name, value)
	}
	*to = value
	return ""
}

func (q *Query) readDate(name, value string, dates Dates) (odd string) {
	span, err := dates.Span(value)
	if numbers, ok := slashed(value); ok && err != nil {
		if _, clear := numbers.dotted(dates.Order); !clear {
			return oddly("%q can mean two days: write %s:2026-05-31.", value, name)
		}
	}
	if err != nil {
		return oddly("%q is not a date: write %s:2026-05, or a date of several words in quotes, %s:\"3 may\".", value, name, name)
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
	return ""
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

// oddly writes a sentence about a word, of which it shows the beginning.
func oddly(format string, args ...any) string {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = shorten(s, 40)
		}
	}
	return fmt.Sprintf(format, args...)
}
