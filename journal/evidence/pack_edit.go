package evidence

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"groundwork/journal"
)

// Place is where a line stands in a pack: the key of its section, and which
// one of it, counted from 0.
type Place struct {
	Section string
	At      int
}

// changed gives a copy of a pack in which the line at a place is changed. A
// place that is not there changes nothing.
func changed(p journal.Pack, at Place, change func(s *journal.Section, b *journal.Bullet)) journal.Pack {
	p = p.Clone()
	if s := p.Section(at.Section); s != nil && at.At >= 0 && at.At < len(s.Bullets) {
		change(s, &s.Bullets[at.At])
	}
	return p
}

// LeaveOut leaves a line out of what the audience reads, or takes it in again.
// It stays in the pack.
func LeaveOut(p journal.Pack, at Place, out bool) journal.Pack {
	return changed(p, at, func(_ *journal.Section, b *journal.Bullet) { b.Out = out })
}

// Reword gives a line other words. Its entries stay as they are, and Reset
// brings their words back.
func Reword(p journal.Pack, at Place, text string) journal.Pack {
	return changed(p, at, func(_ *journal.Section, b *journal.Bullet) {
		if text = strings.TrimSpace(text); text != b.Text {
			b.Text, b.Edited = text, true
		}
	})
}

// Reset gives a line the entries' own words again. One whose words are not
// known, because the writer wrote it or its entries are gone, stays as it is.
func Reset(m Material, p journal.Pack, at Place) journal.Pack {
	return changed(p, at, func(_ *journal.Section, b *journal.Bullet) {
		if text := m.original(*b, p.Audience); text != "" {
			b.Text, b.Edited = text, false
		}
	})
}

// Move puts a line in another place of its section: before the one that stands
// there now where it moves up, behind it where it moves down.
func Move(p journal.Pack, at Place, to int) journal.Pack {
	return changed(p, at, func(s *journal.Section, b *journal.Bullet) {
		moved := *b
		s.Bullets = slices.Delete(s.Bullets, at.At, at.At+1)
		s.Bullets = slices.Insert(s.Bullets, min(max(to, 0), len(s.Bullets)), moved)
	})
}

// Join makes one line of two of a section: the words of the second behind
// those of the first, in its place, with the entries of both.
func Join(p journal.Pack, at Place, with int) journal.Pack {
	return changed(p, at, func(s *journal.Section, b *journal.Bullet) {
		if with < 0 || with >= len(s.Bullets) || with == at.At {
			return
		}
		other := s.Bullets[with]
		b.Text = strings.TrimSpace(b.Text + " " + other.Text)
		b.Edited = b.Edited || other.Edited || !ofEntries(*b) || !ofEntries(other)
		b.Entries = union(b.Entries, other.Entries)
		if madeOf(*b) != madeOf(other) {
			b.Extra = maps.Clone(b.Extra)
			delete(b.Extra, sourceName)
		}
		s.Bullets = slices.Delete(s.Bullets, with, with+1)
	})
}

// Add puts a line of the writer's own at the end of a section. A section that
// the pack does not have changes nothing.
func Add(p journal.Pack, section, text string) journal.Pack {
	p = p.Clone()
	if s := p.Section(section); s != nil {
		s.Bullets = append(s.Bullets, journal.Bullet{Text: strings.TrimSpace(text), Edited: true})
	}
	return p
}

// KeepWithoutEntries makes a line whose entries are not in the journal any more
// one of the writer's own, so that the audience reads it again: see News.
func KeepWithoutEntries(m Material, p journal.Pack, at Place) journal.Pack {
	return changed(p, at, func(_ *journal.Section, b *journal.Bullet) {
		gone := m.gone(*b)
		b.Entries = slices.DeleteFunc(b.Entries, func(id journal.ID) bool { return slices.Contains(gone, id) })
		b.Edited = true
	})
}

// ofEntries tells whether a line's words are those of its entries.
func ofEntries(b journal.Bullet) bool {
	switch madeOf(b) {
	case "", fromNumber, fromQuote:
		return len(b.Entries) > 0
	}
	return false
}

// Original gives the words that a line had before it was edited: those of its
// entries, or those that the plan gives it now. It is "" where nobody knows
// them: the writer wrote the line, or its entries are gone.
func Original(m Material, b journal.Bullet) string { return m.original(b, journal.ForMyself) }

func (m *Material) original(b journal.Bullet, audience string) string {
	if ofEntries(b) {
		return m.wordsOf(b)
	}
	from := madeOf(b)
	if from == "" {
		return ""
	}
	for _, key := range SectionKeys(audience) {
		best, most := "", -1
		for _, proposed := range m.proposals(key, audience) {
			if common := overlap(proposed.Entries, b.Entries); madeOf(proposed) == from && common > most {
				best, most = proposed.Text, common
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// wordsOf joins the words of the entries behind a line, each once; "" where
// one of them is not there.
func (m *Material) wordsOf(b journal.Bullet) string {
	var said once
	for _, id := range b.Entries {
		p := m.piece(id)
		if p == nil {
			return ""
		}
		text := p.said
		switch madeOf(b) {
		case fromNumber:
			text = p.number
		case fromQuote:
			text = p.quote
		}
		if text == "" {
			text = firstOfThem(p.said, p.number, p.quote)
		}
		said.add(journal.Bullet{Text: text})
	}
	var texts []string
	for _, b := range said.bullets {
		texts = append(texts, b.Text)
	}
	return strings.Join(texts, " ")
}

// firstOfThem gives the first text that is not empty.
func firstOfThem(texts ...string) string {
	at := slices.IndexFunc(texts, func(text string) bool { return text != "" })
	return texts[max(0, at)]
}

// Grouping is what the lines of what the writer led stand under.
type Grouping string

// The groupings.
const (
	ByExpectation Grouping = "expectation"
	ByOutcome     Grouping = "outcome" // of the business
)

// groupedName is the member of a section's JSON that says how it is grouped;
// groundwork-journal/1 names none.
const groupedName = "groupedBy"

// GroupBy groups the lines of what the writer led.
func GroupBy(p journal.Pack, by Grouping) journal.Pack {
	p = p.Clone()
	if s := p.Section(SectionEvidence); s != nil {
		s.Extra = maps.Clone(s.Extra)
		if s.Extra == nil {
			s.Extra = journal.Extra{}
		}
		s.Extra[groupedName] = json.RawMessage(strconv.Quote(string(by)))
	}
	return p
}

// GroupedBy tells how the lines of what the writer led are grouped: by
// expectation unless the pack says otherwise.
func GroupedBy(p journal.Pack) Grouping {
	var by Grouping
	if s := p.Section(SectionEvidence); s == nil || json.Unmarshal(s.Extra[groupedName], &by) != nil || by != ByOutcome {
		return ByExpectation
	}
	return by
}
