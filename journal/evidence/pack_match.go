package evidence

import (
	"slices"

	"groundwork/journal"
)

// matched tells for each proposal which of the lines that are there says it
// already, or -1. What is said in entries is there where a line, joined or
// edited as it may be, has one of them; what is made of something else where a
// line is made of the same; a person where a line has the same words, or else
// the most entries in common with it. One line is one person only.
func matched(there, proposals []journal.Bullet) []int {
	x := indexed(there)
	match := make([]int, len(proposals))
	taken := map[int]bool{}
	for i, p := range proposals {
		if match[i] = x.line(p); match[i] >= 0 && madeOf(p) == fromPerson {
			taken[match[i]] = true
		}
	}
	for i, p := range proposals {
		if match[i] >= 0 || madeOf(p) != fromPerson {
			continue
		}
		if match[i] = x.nearest(p.Entries, taken); match[i] >= 0 {
			taken[match[i]] = true
		}
	}
	return match
}

// lineIndex finds the lines of a section.
type lineIndex struct {
	lines   []journal.Bullet
	made    []string
	byEntry map[journal.ID][]int
	byMade  map[string]int
	byWords map[string]int
}

func indexed(lines []journal.Bullet) lineIndex {
	x := lineIndex{lines: lines, byEntry: map[journal.ID][]int{}, byMade: map[string]int{}, byWords: map[string]int{}}
	for i, b := range lines {
		made := madeOf(b)
		x.made = append(x.made, made)
		for _, id := range b.Entries {
			x.byEntry[id] = append(x.byEntry[id], i)
		}
		if _, there := x.byMade[made]; !there {
			x.byMade[made] = i
		}
		if _, there := x.byWords[words(b.Text)]; !there {
			x.byWords[words(b.Text)] = i
		}
	}
	return x
}

// line finds the line that says what is proposed, or gives -1.
func (x *lineIndex) line(p journal.Bullet) int {
	switch made := madeOf(p); made {
	case "", fromNumber, fromQuote:
		for _, id := range p.Entries {
			if at := x.byEntry[id]; len(at) > 0 {
				return at[0]
			}
		}
	case fromGap:
		return x.feedback(made, p.Entries[0])
	case fromPerson:
		if at, there := x.byWords[words(p.Text)]; there {
			return at
		}
	default:
		if at, there := x.byMade[made]; there {
			return at
		}
	}
	return -1
}

// feedback finds the line about a piece of feedback that was acted on, or gives
// -1. What acts on one piece may be a piece itself, or act on another one.
func (x *lineIndex) feedback(made string, id journal.ID) int {
	joined := -1
	for _, at := range x.byEntry[id] {
		switch {
		case x.made[at] == made && x.lines[at].Entries[0] == id:
			return at
		case joined < 0 && (x.made[at] == made || x.made[at] == ""):
			joined = at
		}
	}
	return joined
}

// nearest finds the line with the most entries in common that is not taken, or
// gives -1.
func (x *lineIndex) nearest(entries []journal.ID, taken map[int]bool) int {
	common := map[int]int{}
	best := -1
	for _, id := range entries {
		for _, at := range x.byEntry[id] {
			if taken[at] {
				continue
			}
			common[at]++
			if best < 0 || common[at] > common[best] || common[at] == common[best] && at < best {
				best = at
			}
		}
	}
	return best
}

// overlap counts the entries that are behind both.
func overlap(a, b []journal.ID) int {
	n := 0
	for _, id := range a {
		if slices.Contains(b, id) {
			n++
		}
	}
	return n
}
