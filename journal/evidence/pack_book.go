package evidence

import (
	"fmt"
	"slices"

	"groundwork/journal"
	"groundwork/journal/document"
)

// Book gives a pack as its audience reads it: without what is left out, without
// every line that has an entry which stays in, and no longer than the audience
// is given. Of the lines that find no room it says how many there are. A pack
// without a line from an entry tells on one page what to write first.
func Book(m Material, p journal.Pack) document.Book {
	b, _ := m.book(p)
	return b
}

// Leaving counts what goes out with a pack.
type Leaving struct {
	Lines   int // that the audience reads
	Entries int // behind them, each once
	Private int // private entries that stay in
	Names   int // of people that a role took the place of
}

// Leaves counts what Book hands out.
func Leaves(m Material, p journal.Pack) Leaving {
	_, l := m.book(p)
	return l
}

func (m *Material) book(p journal.Pack) (document.Book, Leaving) {
	masking := m.masking()
	all := m.chapters(p)
	if !tellsOfEntries(all) {
		return masking.book(document.Title{Text: m.title(p)}, nothingYet()), Leaving{Private: m.Private}
	}
	charts := m.charts(p)
	show := fit(p.Audience, all, heightOf(charts))
	title := document.Title{Text: m.title(p), Below: []string{periodWords(m.Period)}}
	b := masking.book(title, m.packed(all, show, charts))
	leaving := Leaving{Private: m.Private, Names: len(masking.used)}
	entries := map[journal.ID]bool{}
	for _, c := range all {
		leaving.Lines += show[c.key]
		for _, l := range c.lines[:show[c.key]] {
			for _, e := range l.entries {
				entries[e.id] = true
			}
		}
	}
	leaving.Entries = len(entries)
	return b, leaving
}

// title is what stands over a pack.
func (m *Material) title(p journal.Pack) string {
	if title := m.unlinked(p.Title); title != "" {
		return title
	}
	if role := m.roleTitle(); role != "" {
		return "Case for " + role
	}
	return "What I have led"
}

// tellsOfEntries tells whether a line comes from an entry.
func tellsOfEntries(chapters []chapter) bool {
	for _, c := range chapters {
		for _, l := range c.lines {
			if len(l.entries) > 0 {
				return true
			}
		}
	}
	return false
}

// packed sets the lines of each chapter that are shown. The figures stand at
// the head of the summary and the charts at its end; where there is none, all
// of them at the head of the pack.
func (m *Material) packed(all []chapter, show map[string]int, charts []document.Block) document.Document {
	var s setting
	if !slices.ContainsFunc(all, func(c chapter) bool { return c.key == SectionSummary && show[c.key] > 0 }) {
		s.add(charts...)
		charts = nil
	}
	for _, c := range all {
		n := show[c.key]
		if n == 0 {
			continue
		}
		s.heading(2, c.title)
		if c.key == SectionSummary && len(charts) > 0 {
			s.add(charts[0])
			s.chapter(m, c, n)
			s.add(charts[1:]...)
			continue
		}
		s.chapter(m, c, n)
	}
	return s.d
}

// setting is a document while it is set.
type setting struct{ d document.Document }

func (s *setting) add(blocks ...document.Block) { s.d.Blocks = append(s.d.Blocks, blocks...) }

func (s *setting) heading(level int, text string) {
	s.add(document.Heading{Level: level, Text: plain(text)})
}

func (s *setting) paragraph(text string) { s.add(document.Paragraph{Text: plain(text)}) }

// plain is a text of one look.
func plain(text string) []document.Span { return []document.Span{{Text: text}} }

// chapter sets the first n lines of a chapter.
func (s *setting) chapter(m *Material, c chapter, n int) {
	lines := c.lines[:n]
	if c.grouped {
		s.groups(m, c.groups, lines)
	} else {
		s.lines(m, lines)
	}
	if more := len(c.lines) - n; more > 0 {
		s.add(document.Caption{Text: plain(fmt.Sprintf("And %d more.", more))})
	}
}

// groups sets lines under what they show, in the order of the role or of the
// outcomes, and what shows nothing of these at the end.
func (s *setting) groups(m *Material, groups []string, lines []line) {
	for _, name := range append(slices.Clone(groups), "") {
		var same []line
		for _, l := range lines {
			if l.group == name || name == "" && !slices.Contains(groups, l.group) {
				same = append(same, l)
			}
		}
		if len(same) == 0 {
			continue
		}
		if name == "" {
			name = "More of what I led"
		}
		s.heading(3, name)
		s.lines(m, same)
	}
}

// lines sets lines: quotes as quotes, all others as a list.
func (s *setting) lines(m *Material, lines []line) {
	list := document.List{}
	end := func() {
		if len(list.Items) > 0 {
			s.add(list)
			list = document.List{}
		}
	}
	for _, l := range lines {
		if l.quote {
			end()
			s.add(document.Quote{
				Blocks: []document.Block{document.Paragraph{Text: plain("“" + l.text + "”")}}, By: plain(m.givenBy(l.entries)),
			})
			continue
		}
		list.Items = append(list.Items, document.Item{Blocks: s.line(m, l)})
	}
	end()
}

// line sets one line with where it comes from: under it, or in a note where
// several entries are behind it.
func (s *setting) line(m *Material, l line) []document.Block {
	text := plain(l.text)
	switch len(l.entries) {
	case 0:
		return []document.Block{document.Paragraph{Text: text}}
	case 1:
		return []document.Block{document.Paragraph{Text: text}, document.Caption{Text: plain(m.caption(l.entries))}}
	}
	s.d.Notes = append(s.d.Notes, document.Note{Text: plain(m.caption(l.entries) + ".")})
	text[0].Note = len(s.d.Notes)
	return []document.Block{document.Paragraph{Text: text}}
}

// nothingYet is the page of a pack of nothing: what to write first, after "Ask
// for it" of the document "Going After That Management Position", which wants
// concrete examples.
func nothingYet() document.Document {
	var s setting
	s.paragraph("There is nothing to show here yet, and three short entries change that. Each takes five minutes.")
	var items []document.Item
	for _, text := range []string{
		"One moment in which you led: what the matter was, what you did, and what came of it. A number helps: minutes, people, money.",
		"One thing somebody said about your work, in their words. A line from a message will do.",
		"What the role you want asks for, in three to five lines. Then you can say which entry shows which of them.",
	} {
		items = append(items, document.Item{Blocks: []document.Block{document.Paragraph{Text: plain(text)}}})
	}
	s.add(document.List{Numbered: true, First: 1, Items: items})
	s.paragraph("What you mark as private stays out of this page until you let it in.")
	return s.d
}
