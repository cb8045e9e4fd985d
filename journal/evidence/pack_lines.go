package evidence

import (
	"fmt"
	"slices"
	"strings"

	"groundwork/journal"
)

// line is a line of a pack as it goes out.
type line struct {
	text    string
	quote   bool
	entries []*piece // those that something is known of
	group   string   // what it stands under; "" for nothing
}

// linesOf gives the lines of a section that go out: neither those that are left
// out, nor those with an entry that stays in, nor those without a word.
func (m *Material) linesOf(s *journal.Section, by Grouping) []line {
	var all []line
	for _, b := range s.Bullets {
		if b.Out || !m.goesOut(b) {
			continue
		}
		l := line{text: m.textOf(b), quote: madeOf(b) == fromQuote, entries: m.piecesOf(b)}
		if l.text == "" {
			continue
		}
		if s.Key == SectionEvidence {
			l.group = m.groupOf(l.entries, by)
		}
		all = append(all, l)
	}
	return all
}

// textOf gives the words of a line as they go out. A line that was never
// touched says what its entries say now, through the gate, and not what they
// said when more was let out.
func (m *Material) textOf(b journal.Bullet) string {
	if !b.Edited && ofEntries(b) {
		if text := m.wordsOf(b); text != "" {
			return withoutLinks(text, func(string) bool { return true })
		}
	}
	return m.unlinked(b.Text)
}

// withoutLinks gives a text in which a link to another entry, [[title]] or
// [[title|words]], is its words; a title that must not be told is "another
// entry".
func withoutLinks(text string, tell func(title string) bool) string {
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(text, "[[")
		inside, after, shut := strings.Cut(rest, "]]")
		if !open || !shut {
			out.WriteString(text)
			return oneLine(out.String())
		}
		title, as, named := strings.Cut(inside, "|")
		out.WriteString(before)
		switch {
		case named:
			out.WriteString(as)
		case tell(title):
			out.WriteString(title)
		default:
			out.WriteString("another entry")
		}
		text = after
	}
}

// titleKey is a title as links find it.
func titleKey(title string) string { return strings.ToLower(oneLine(title)) }

// piecesOf gives what is known of the entries behind a line, newest first.
func (m *Material) piecesOf(b journal.Bullet) []*piece {
	var all []*piece
	for _, id := range b.Entries {
		if p := m.piece(id); p != nil {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b *piece) int { return b.day.Compare(a.day) })
	return all
}

// groupOf names what a line stands under: the expectation that its entries
// prove best, or the business outcome of the first that has one.
func (m *Material) groupOf(entries []*piece, by Grouping) string {
	var best proof
	for _, p := range entries {
		if by == ByOutcome && p.outcome != "" {
			return outcomeWord(p.outcome)
		}
		for _, v := range p.proves {
			if m.names[v.expectation] != "" && v.strength.Rank() > best.strength.Rank() {
				best = v
			}
		}
	}
	if by == ByOutcome {
		return ""
	}
	return m.names[best.expectation]
}

// groups lists what lines can stand under, in the order of the expectations or
// of the outcomes.
func (m *Material) groups(by Grouping) []string {
	var all []string
	if by == ByOutcome {
		for _, key := range journal.Outcomes() {
			all = append(all, outcomeWord(key))
		}
		return all
	}
	for _, row := range m.Coverage.Rows() {
		if name := oneLine(row.Expectation.Name); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// mostNamed is how many entries behind a line are named, the newest.
const mostNamed = 4

// caption says where a line comes from: "Moment, 10 March. Delegates with
// context, Manages risk openly". It is "" for a line of the writer's own.
func (m *Material) caption(entries []*piece) string {
	var from, proved []string
	for _, p := range entries[:min(mostNamed, len(entries))] {
		from = append(from, fmt.Sprintf("%s, %s", kindWord(p.kind), m.day(p.day, p.precision)))
		for _, v := range p.proves {
			if name := m.names[v.expectation]; name != "" && !slices.Contains(proved, name) {
				proved = append(proved, name)
			}
		}
	}
	caption := strings.Join(from, "; ")
	if more := len(entries) - mostNamed; more > 0 {
		caption += fmt.Sprintf("; and %d more", more)
	}
	if len(proved) > 0 {
		caption += ". " + strings.Join(proved, ", ")
	}
	return caption
}

// givenBy names who gave feedback, and when: "Oskar Nyman, peer, 10 March". A
// pseudonym says already what somebody is to the writer.
func (m *Material) givenBy(entries []*piece) string {
	var givers []string
	for _, p := range entries {
		var who []string
		if p.giver != "" {
			who = append(who, p.giver)
		}
		switch word := relationshipWord(p.relationship); {
		case word != "" && p.giver == "":
			who = append(who, capital(word))
		case word != "" && m.mask == nil:
			who = append(who, word)
		}
		givers = append(givers, strings.Join(append(who, m.day(p.day, p.precision)), ", "))
	}
	return strings.Join(givers, "; ")
}
