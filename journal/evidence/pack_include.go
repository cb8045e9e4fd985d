package evidence

import (
	"slices"

	"groundwork/journal"
)

// Include puts what an entry says into a pack, and tells where. A pack that has
// a line of it stays as it is; one that was left out comes in again; and where
// no line has the entry, its words become the last one of what the writer led,
// or of what others say. ok is false where the entry does not go out, or has no
// words for a line.
func Include(m Material, p journal.Pack, id journal.ID) (with journal.Pack, at Place, ok bool) {
	piece := m.piece(id)
	if piece == nil || !m.in[id] {
		return p, at, false
	}
	at.At = -1
	for _, s := range p.Sections {
		if !slices.Contains(SectionKeys(p.Audience), s.Key) {
			continue
		}
		for i, b := range s.Bullets {
			switch {
			case !slices.Contains(b.Entries, id):
			case !b.Out:
				return p, Place{s.Key, i}, true
			case at.At < 0:
				at = Place{s.Key, i}
			}
		}
	}
	if at.At >= 0 {
		return LeaveOut(p, at, false), at, true
	}
	b, key := bullet("", piece.said, id), SectionEvidence
	if piece.quote != "" {
		b, key = bullet(fromQuote, piece.quote, id), SectionQuotes
	}
	if b.Text == "" {
		return p, at, false
	}
	with = p.Clone()
	m.addSections(&with)
	s := with.Section(key)
	s.Bullets = append(s.Bullets, b)
	return with, Place{key, len(s.Bullets) - 1}, true
}
