package ui

import (
	"strings"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// pairPassages show compared fields in two columns: the old side at the left,
// the new one at the right, line beside line.
func pairPassages(all []journal.ComparedField) []parts.Passage {
	c := comparing{pairs: true}
	c.fields(all)
	return c.all
}

// wovenPassages show compared fields in one column, with what went before what
// came in its place.
func wovenPassages(all []journal.ComparedField) []parts.Passage {
	c := comparing{}
	c.fields(all)
	return c.all
}

// comparing gathers passages line by line.
type comparing struct {
	all      []parts.Passage
	pairs    bool
	old, now []parts.Run // of the line that is begun; the one column is now
	follows  bool        // there is a line of the field before
}

func (c *comparing) fields(all []journal.ComparedField) {
	for _, f := range all {
		c.all = append(c.all, parts.Passage{Sort: parts.PassageLabel, Runs: []parts.Run{{Text: pastFieldName(f.Field)}}})
		c.follows = false
		woven := journal.Woven(f.Old, f.Now)
		for i, s := range woven {
			c.stretch(s)
			if s.Side != journal.BothSides && i+1 < len(woven) && woven[i+1].Side == journal.BothSides && endsLine(c.old) && endsLine(c.now) {
				c.endLine() // whole lines: what follows begins beside each other again
			}
		}
		c.endLine()
	}
}

// stretch adds a stretch to the columns that hold it. Where all of them end a
// line, the next one begins beside each other again.
func (c *comparing) stretch(s journal.Stretch) {
	switch {
	case s.Side == journal.OldSide && c.pairs:
		c.old = append(c.old, changedRun(s))
		return
	case s.Side != journal.BothSides:
		c.now = append(c.now, changedRun(s))
		return
	}
	for i, line := range strings.Split(s.Text, "\n") {
		if i > 0 {
			c.endLine()
		}
		if line = strings.TrimSuffix(line, "\r"); line == "" {
			continue
		}
		c.now = append(c.now, parts.Run{Text: line})
		if c.pairs {
			c.old = append(c.old, parts.Run{Text: line})
		}
	}
}

// endLine ends the line in all columns.
func (c *comparing) endLine() {
	p := parts.Passage{Sort: parts.PassageSmall, Runs: c.now, Tight: c.follows}
	if c.pairs {
		p.Sort, p.Runs, p.Beside = parts.PassagePair, c.old, c.now
	}
	c.all = append(c.all, p)
	c.old, c.now, c.follows = nil, nil, true
}

// endsLine tells whether what comes next begins a line.
func endsLine(runs []parts.Run) bool {
	return len(runs) == 0 || strings.HasSuffix(runs[len(runs)-1].Text, "\n")
}

// changedRun is what came or went. The end of a line that did is seen by a sign.
func changedRun(s journal.Stretch) parts.Run {
	r := parts.Run{Look: parts.RunCame, Text: strings.ReplaceAll(strings.ReplaceAll(s.Text, "\r", ""), "\n", "¶\n")}
	if s.Side == journal.OldSide {
		r.Look = parts.RunGone
	}
	return r
}
