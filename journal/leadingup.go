package journal

import (
	"slices"
	"strings"
	"time"
)

// Needs lists why a leader may need help: the four reasons of the document
// "Leading Up – Time To Lead Your Leader", under the keys they have in the
// catalogue. A sheet may name others in the writer's own words.
func Needs() []string { return []string{"too-busy", "not-engaged", "unaware", "poor-leadership"} }

// Offer is a help that was offered to one's leader, and how it was received.
type Offer struct {
	Line     int // of the sheet, from 0; -1 for one that is not on it yet
	On       Day // zero where none is written
	What     string
	Received Reception
}

// Reception is how an offer was received.
type Reception struct {
	On    Day    // zero where none is written
	Way   string // one of Ways, or "" where it is only told in words
	Words string
}

// Ways lists how an offer can be received. The words stand in the journal's
// JSON as they are here.
func Ways() []string { return []string{WellReceived, MixedReception, NotNow} }

// The ways in which an offer is received.
const (
	WellReceived   = "well received"
	MixedReception = "mixed"
	NotNow         = "not now"
)

// Offers reads the lines of what was offered and of how it was received, side
// by side in their order. A line reads "2026-03-06 what was offered", or
// "2026-03-06 not now: their words"; whatever is written otherwise is taken as
// it stands, without a date.
func (l *LeadingUp) Offers() []Offer {
	if l == nil {
		return nil
	}
	offered, received := lines(l.Offered), lines(l.Received)
	var all []Offer
	for i := range max(len(offered), len(received)) {
		given, answer := line(offered, i), line(received, i)
		if strings.TrimSpace(given) == "" && strings.TrimSpace(answer) == "" {
			continue
		}
		o := Offer{Line: i, Received: readReception(answer)}
		o.On, o.What = readDated(given)
		all = append(all, o)
	}
	return all
}

// SetOffer writes an offer on its line, or on a new one where it has none.
// Every other line stays as it is.
func (l *LeadingUp) SetOffer(o Offer) {
	offered, received := lines(l.Offered), lines(l.Received)
	if o.Line < 0 {
		o.Line = max(len(offered), len(received))
	}
	l.Offered = put(offered, o.Line, dated(o.On, o.What))
	l.Received = put(received, o.Line, o.Received.line())
}

// RemoveOffer takes a line away and returns what stood on it, for PutBack.
func (l *LeadingUp) RemoveOffer(at int) (offered, received string) {
	cut := func(text string) (rest, taken string) {
		all := lines(text)
		if at < len(all) {
			taken = all[at]
			all = slices.Delete(all, at, at+1)
		}
		return strings.Join(all, "\n"), taken
	}
	l.Offered, offered = cut(l.Offered)
	l.Received, received = cut(l.Received)
	return offered, received
}

// PutBack puts a line back where RemoveOffer took it.
func (l *LeadingUp) PutBack(at int, offered, received string) {
	add := func(text, taken string) string {
		all := lines(text)
		if at < len(all) {
			return strings.Join(slices.Insert(all, at, taken), "\n")
		}
		return put(all, at, taken)
	}
	l.Offered, l.Received = add(l.Offered, offered), add(l.Received, received)
}

// lines splits a text; no text has no line.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// line gives one of the lines, or nothing beyond them.
func line(all []string, i int) string {
	if i >= len(all) {
		return ""
	}
	return all[i]
}

// put writes one line, with empty ones up to it where they are missing. It
// adds no empty line at the end.
func put(all []string, at int, text string) string {
	if at >= len(all) && text == "" {
		return strings.Join(all, "\n")
	}
	for len(all) <= at {
		all = append(all, "")
	}
	all[at] = text
	return strings.Join(all, "\n")
}

// dated writes "2026-03-06 text", or the text alone without a day.
func dated(on Day, text string) string {
	text = oneLine(text)
	if on.IsZero() {
		return text
	}
	return strings.TrimSpace(on.String() + " " + text)
}

// readDated reads what dated writes.
func readDated(text string) (Day, string) {
	const width = len(time.DateOnly)
	text = oneLine(text)
	if len(text) < width || len(text) > width && text[width] != ' ' {
		return Day{}, text
	}
	on, err := ReadDay(text[:width])
	if err != nil {
		return Day{}, text
	}
	return on, strings.TrimSpace(text[width:])
}

// line writes the reception: "2026-03-06 not now: their words".
func (r Reception) line() string {
	words := oneLine(r.Words)
	switch {
	case r.Way != "" && words != "":
		words = r.Way + ": " + words
	case r.Way != "":
		words = r.Way
	}
	if words == "" {
		return "" // nothing is said of it yet
	}
	return dated(r.On, words)
}

func readReception(text string) Reception {
	on, words := readDated(text)
	for _, way := range Ways() {
		if words == way {
			return Reception{On: on, Way: way}
		}
		if said, ok := strings.CutPrefix(words, way+": "); ok {
			return Reception{On: on, Way: way, Words: strings.TrimSpace(said)}
		}
	}
	return Reception{On: on, Words: words}
}

// with puts two sheets on one leader together. What was offered and how it was
// received stay side by side.
func (l *LeadingUp) with(other *LeadingUp) *LeadingUp {
	if l == nil {
		return other
	}
	if other == nil {
		return l
	}
	both := *l
	both.Needs = slices.Clone(l.Needs)
	for _, need := range other.Needs {
		if !slices.Contains(both.Needs, need) {
			both.Needs = append(both.Needs, need)
		}
	}
	rows := max(len(lines(l.Offered)), len(lines(l.Received)))
	both.Offered = below(l.Offered, other.Offered, rows)
	both.Received = below(l.Received, other.Received, rows)
	both.StepBack = bothTexts(l.StepBack, other.StepBack)
	both.Extra = joinExtra(other.Extra, l.Extra)
	return &both
}

// below puts a text under the first rows of another one.
func below(upper, lower string, rows int) string {
	if lower == "" {
		return upper
	}
	all := lines(upper)
	for len(all) < rows {
		all = append(all, "")
	}
	return strings.Join(append(all, lower), "\n")
}

// Has tells whether the leader needs help for one of the reasons of Needs.
func (l *LeadingUp) Has(need string) bool { return l != nil && slices.Contains(l.Needs, need) }

// SetNeed notes that the leader needs help for a reason, or that they do not.
// Whatever else they need stays as it is.
func (l *LeadingUp) SetNeed(need string, on bool) {
	switch {
	case on && !l.Has(need):
		l.Needs = append(slices.Clone(l.Needs), need)
	case !on:
		l.Needs = slices.DeleteFunc(slices.Clone(l.Needs), func(n string) bool { return n == need })
	}
}

// OwnNeeds is what the leader needs in the writer's own words.
func (l *LeadingUp) OwnNeeds() string {
	if l == nil {
		return ""
	}
	own := slices.DeleteFunc(slices.Clone(l.Needs), func(n string) bool { return slices.Contains(Needs(), n) })
	return strings.Join(own, "\n")
}

// SetOwnNeeds writes what the leader needs in the writer's own words, after
// the reasons of Needs.
func (l *LeadingUp) SetOwnNeeds(text string) {
	if text == l.OwnNeeds() {
		return
	}
	l.Needs = slices.DeleteFunc(slices.Clone(l.Needs), func(n string) bool { return !slices.Contains(Needs(), n) })
	if text != "" {
		l.Needs = append(l.Needs, text)
	}
}
