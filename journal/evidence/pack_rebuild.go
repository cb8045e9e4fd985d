package evidence

import (
	"slices"
	"strings"

	"groundwork/journal"
)

// News tells what a rebuilt pack has that it did not have before, and which of
// its lines the audience does not get to read because of an entry.
type News struct {
	New []Place // lines that were not there
	// Gone are edited or left out lines with an entry that is not in the
	// journal any more. They stay, and go out again after KeepWithoutEntries.
	Gone []Place
	// Held are lines with an entry that stays in: it is private, or the filter
	// does not let it pass.
	Held []Place
}

// Rebuild adds to a pack what its entries, the plan and the audience give it
// now: sections and lines that it does not have yet, each behind the one that
// is next stronger. What was edited, moved, left out or joined stays as it is;
// a line that was never touched follows what it is made of, and goes when that
// is gone. Rebuilding twice does what once does.
func Rebuild(m Material, p journal.Pack) (journal.Pack, News) {
	p = p.Clone()
	m.addSections(&p)
	added := map[Place]bool{}
	for i := range p.Sections {
		s := &p.Sections[i]
		s.Bullets = slices.DeleteFunc(s.Bullets, func(b journal.Bullet) bool {
			return !b.Edited && !b.Out && len(m.gone(b)) > 0
		})
		if !slices.Contains(SectionKeys(p.Audience), s.Key) {
			continue // another audience gets it
		}
		for _, at := range m.renew(s, m.proposals(s.Key, p.Audience)) {
			added[Place{s.Key, at}] = true
		}
	}
	return p, m.news(p, added)
}

// addSections adds the sections that the audience gets and the pack lacks,
// each before the first one that comes after it.
func (m *Material) addSections(p *journal.Pack) {
	order := SectionKeys(journal.ForMyself)
	for _, key := range SectionKeys(p.Audience) {
		if p.Section(key) != nil {
			continue
		}
		at := slices.IndexFunc(p.Sections, func(s journal.Section) bool {
			return slices.Index(order, s.Key) > slices.Index(order, key)
		})
		if at < 0 {
			at = len(p.Sections)
		}
		p.Sections = slices.Insert(p.Sections, at, journal.Section{Key: key, Title: sectionTitle(key)})
	}
}

// renew brings the lines that were never touched up to date, drops those that
// nothing gives any more, puts in what is new, and tells where.
func (m *Material) renew(s *journal.Section, proposals []journal.Bullet) (places []int) {
	kept := make([]bool, len(s.Bullets))
	for i, at := range matched(s.Bullets, proposals) {
		if at >= 0 {
			kept[at] = true
			m.follow(&s.Bullets[at], proposals[i])
		}
	}
	at := -1
	s.Bullets = slices.DeleteFunc(s.Bullets, func(b journal.Bullet) bool {
		at++
		derived := madeOf(b) != "" && !ofEntries(b)
		left := b.Out && !strings.HasPrefix(madeOf(b), fromMissing) // by the writer
		return derived && !kept[at] && !b.Edited && !left && m.goesOut(b)
	})
	return insertNew(s, proposals)
}

// follow has a line that was never touched say what is proposed now.
func (m *Material) follow(b *journal.Bullet, proposed journal.Bullet) {
	switch {
	case b.Edited || !m.goesOut(*b):
		return
	case !ofEntries(*b):
		b.Text, b.Entries = proposed.Text, proposed.Entries
		return
	}
	if text := m.wordsOf(*b); text != "" {
		b.Text = text
	}
	if sameWords(b.Text, proposed.Text) {
		b.Entries = union(b.Entries, proposed.Entries)
	}
}

// insertNew puts the lines that a section does not have into it, each behind
// the line that is proposed before it, and tells where.
func insertNew(s *journal.Section, proposals []journal.Bullet) (places []int) {
	behind := map[int][]journal.Bullet{} // a line that is there; -1 is the head of the section
	last := -1
	for i, at := range matched(s.Bullets, proposals) {
		if at >= 0 {
			last = at
		} else {
			behind[last] = append(behind[last], proposals[i])
		}
	}
	var result []journal.Bullet
	put := func(after int) {
		for _, b := range behind[after] {
			places = append(places, len(result))
			result = append(result, b)
		}
	}
	put(-1)
	for i, b := range s.Bullets {
		result = append(result, b)
		put(i)
	}
	s.Bullets = result
	return places
}

// news tells what is new in a pack and what does not go out.
func (m *Material) news(p journal.Pack, added map[Place]bool) News {
	var f News
	for _, s := range p.Sections {
		for i, b := range s.Bullets {
			at := Place{s.Key, i}
			switch {
			case added[at]:
				f.New = append(f.New, at)
			case len(m.gone(b)) > 0:
				f.Gone = append(f.Gone, at)
			case !m.goesOut(b):
				f.Held = append(f.Held, at)
			}
		}
	}
	return f
}
