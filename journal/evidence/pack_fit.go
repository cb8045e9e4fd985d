package evidence

import (
	"slices"

	"groundwork/journal"
)

// A page in half lines of its text. They are measured: see
// TestAPackHasNoMorePagesThanItsAudienceIsGiven.
const (
	pageHalves    = 95
	titleHalves   = 9
	headingHalves = 5
	groupHalves   = 4
	gapHalves     = 1
	captionHalves = 2
	moreHalves    = 2 // "And 4 more."
	lineLetters   = 84
)

// halves tells how high a text is that runs over the whole width.
func halves(text string) int { return 2 * ((Length(text) + lineLetters - 1) / lineLetters) }

// height tells how high a line is, with what stands under it.
func (l line) height() int {
	h := halves(l.text) + gapHalves
	if l.quote || len(l.entries) > 0 {
		h += captionHalves // or a note, which is as high
	}
	return h
}

// fit tells how many lines of each section an audience reads: the ask whole,
// and of the others the first ones, in turn, as many as there is room for; of
// what the writer led two at a time, for that is what an ask stands on. taken
// is what the pages hold besides.
func fit(audience string, sections []chapter, taken int) map[string]int {
	show := map[string]int{}
	room := pages(audience)*pageHalves - titleHalves - taken
	endless := pages(audience) == 0
	for _, s := range sections {
		if endless || s.key == SectionAsk {
			show[s.key] = len(s.lines)
			room -= s.height(0, len(s.lines))
		}
	}
	for more := true; more; {
		more = false
		for _, s := range sections {
			turns := 1
			if s.key == SectionEvidence {
				turns = 2
			}
			for range turns {
				n := show[s.key]
				if n == len(s.lines) || s.height(n, n+1) > room {
					break
				}
				room -= s.height(n, n+1)
				show[s.key]++
				more = true
			}
		}
	}
	return show
}

// chapter is a section with the lines of it that go out.
type chapter struct {
	key, title string
	lines      []line
	grouped    bool
	groups     []string // in their order, where it is
}

// height tells how high the lines from one up to another are, with the heading
// and the room for how many more there are in front of the first.
func (c chapter) height(from, to int) int {
	h := 0
	if from == 0 && to > 0 {
		h = headingHalves
		if to < len(c.lines) || c.key != SectionAsk {
			h += moreHalves
		}
	}
	for i := from; i < to; i++ {
		h += c.lines[i].height()
		if c.grouped && c.newGroup(i) {
			h += groupHalves
		}
	}
	return h
}

// newGroup tells whether a line is the first one of its group.
func (c chapter) newGroup(i int) bool {
	for _, l := range c.lines[:i] {
		if l.group == c.lines[i].group {
			return false
		}
	}
	return true
}

// chapters gives the sections that an audience reads and that have something
// to read, in the order of the pack.
func (m *Material) chapters(p journal.Pack) []chapter {
	by := GroupedBy(p)
	wanted := map[string]bool{}
	for _, key := range SectionKeys(p.Audience) {
		wanted[key] = true
	}
	var all []chapter
	for i := range p.Sections {
		s := &p.Sections[i]
		lines := m.linesOf(s, by)
		if !wanted[s.Key] || len(lines) == 0 {
			continue
		}
		title := m.unlinked(s.Title)
		if title == "" {
			title = sectionTitle(s.Key)
		}
		c := chapter{key: s.Key, title: title, lines: lines}
		if s.Key == SectionEvidence && grouped(p) {
			c.groups = m.groups(by)
			c.grouped = slices.ContainsFunc(lines, func(l line) bool { return slices.Contains(c.groups, l.group) })
		}
		all = append(all, c)
	}
	return m.agreeing(p, saidOnce(all))
}

// agreeing takes a line out of the summary that the writer left out where it
// stands at length.
func (m *Material) agreeing(p journal.Pack, all []chapter) []chapter {
	out := map[string]bool{}
	for _, key := range []string{SectionEvidence, SectionPeople, SectionUnseen} {
		s := p.Section(key)
		if s == nil {
			continue
		}
		for _, b := range s.Bullets {
			if b.Out {
				out[words(m.textOf(b))] = true
			}
		}
	}
	for i := range all {
		if all[i].key == SectionSummary {
			all[i].lines = slices.DeleteFunc(all[i].lines, func(l line) bool { return out[words(l.text)] })
		}
	}
	return slices.DeleteFunc(all, func(c chapter) bool { return len(c.lines) == 0 })
}

// saidOnce takes a line out of what the writer led that stands in a section of
// its own, too: a pack that was first made for a manager has it there.
func saidOnce(all []chapter) []chapter {
	elsewhere := map[string]bool{}
	for _, c := range all {
		if c.key == SectionPeople || c.key == SectionUnseen {
			for _, l := range c.lines {
				elsewhere[words(l.text)] = true
			}
		}
	}
	for i := range all {
		if all[i].key == SectionEvidence {
			all[i].lines = slices.DeleteFunc(all[i].lines, func(l line) bool { return elsewhere[words(l.text)] })
		}
	}
	return slices.DeleteFunc(all, func(c chapter) bool { return len(c.lines) == 0 })
}

// grouped tells whether what the writer led has headings: for those who
// measure by the role, and by outcome always. A manager has one page, and
// under each line what it shows.
func grouped(p journal.Pack) bool {
	return GroupedBy(p) == ByOutcome || p.Audience != journal.ForManager && p.Audience != journal.ForSkipLevel
}
