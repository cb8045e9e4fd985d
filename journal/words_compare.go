package journal

import "strings"

// comparison finds what two lists of words have in common, after E. W. Myers,
// "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1, 1986).
type comparison struct {
	a, b []string
	runs []run
}

// run is a stretch of both lists: the same words, or others in their place.
type run struct {
	same                   bool
	fromA, toA, fromB, toB int
}

// maxAhead is how many words that differ are looked past at a time. It bounds
// the work to that many steps for each word, and the memory to its square.
const maxAhead = 400

// compare walks through both lists. Where they differ by more than maxAhead
// words it takes the way that came furthest, and looks on from there.
func (c *comparison) compare() {
	tail := 0
	for tail < min(len(c.a), len(c.b)) && c.a[len(c.a)-1-tail] == c.b[len(c.b)-1-tail] {
		tail++
	}
	endA, endB := len(c.a)-tail, len(c.b)-tail
	for x, y := 0, 0; x < endA || y < endB; {
		s := search{a: c.a[x:endA], b: c.b[y:endB]}
		c.follow(s.steps())
		x, y = c.end()
	}
	c.add(true, tail, tail)
}

// end is how far the runs reach.
func (c *comparison) end() (x, y int) {
	if len(c.runs) == 0 {
		return 0, 0
	}
	last := c.runs[len(c.runs)-1]
	return last.toA, last.toB
}

// add goes on by a number of words of each list.
func (c *comparison) add(same bool, a, b int) {
	if a == 0 && b == 0 {
		return
	}
	x, y := c.end()
	if n := len(c.runs); n > 0 && c.runs[n-1].same == same {
		c.runs[n-1].toA += a
		c.runs[n-1].toB += b
		return
	}
	c.runs = append(c.runs, run{same: same, fromA: x, toA: x + a, fromB: y, toB: y + b})
}

// follow adds the runs of a way.
func (c *comparison) follow(way []step) {
	for _, s := range way {
		c.add(true, s.same, s.same)
		switch s.then {
		case dropA:
			c.add(false, 1, 0)
		case takeB:
			c.add(false, 0, 1)
		}
	}
}

// closeGaps marks white space between two changes as changed, too: a sentence
// that was written anew is one change and not one for each of its words.
func (c *comparison) closeGaps() {
	old := c.runs
	c.runs = nil
	for i, r := range old {
		lone := r.same && i > 0 && i < len(old)-1 && blank(c.a[r.fromA:r.toA])
		c.add(r.same && !lone, r.toA-r.fromA, r.toB-r.fromB)
	}
}

// alignToLines moves what came or went alone to where a line begins or ends, if
// that is the same change: of two paragraphs that end alike, the new one is
// marked, and not the end of the one before with the beginning of the new one.
func (c *comparison) alignToLines() {
	old := c.runs
	c.runs = nil
	moved := 0 // words of a run that went to the one before it
	for i, r := range old {
		r.fromA, r.fromB, moved = r.fromA+moved, r.fromB+moved, 0
		if n := len(c.runs); !r.same && n > 0 && c.runs[n-1].same && i < len(old)-1 {
			moved = c.shift(r, c.runs[n-1], old[i+1])
			c.move(moved)
		}
		c.add(r.same, r.toA-r.fromA, r.toB-r.fromB)
	}
}

// move lets the last run take words from what follows, or with a negative number
// give them back.
func (c *comparison) move(by int) {
	last := &c.runs[len(c.runs)-1]
	last.toA += by
	last.toB += by
}

// shift tells by how many words a change between two runs that are the same is
// to be moved so that it begins where a line does, or else with the end of one;
// 0 where it stands as well as it can.
func (c *comparison) shift(r, before, after run) int {
	words, from, to := c.b, r.fromB, r.toB
	switch {
	case r.fromA < r.toA && r.fromB < r.toB:
		return 0 // words in the place of others
	case r.fromA < r.toA:
		words, from, to = c.a, r.fromA, r.toA
	}
	best := 0
	better := func(by int) {
		if lineRank(words, from+by) > lineRank(words, from+best) {
			best = by
		}
	}
	for by := 0; by < after.toB-after.fromB && words[from+by] == words[to+by]; by++ {
		better(by + 1)
	}
	for by := 1; by < before.toB-before.fromB && words[from-by] == words[to-by]; by++ {
		better(-by)
	}
	return best
}

// lineRank tells how well a change begins at a word: best where a line begins,
// and better with the end of one than within it.
func lineRank(words []string, at int) int {
	switch {
	case at == 0 || strings.HasSuffix(words[at-1], "\n"):
		return 2
	case at < len(words) && strings.HasPrefix(words[at], "\n"):
		return 1
	}
	return 0
}

// step is a number of words that are the same, and then one that is not.
type step struct {
	same int
	then int // dropA, takeB, or over
}

const (
	over = iota
	dropA
	takeB
)

// search looks for the shortest way through two lists: it keeps, for each
// number of differing words and each diagonal, how far a way came.
type search struct {
	a, b  []string
	reach [][]int // reach[d][k+d]: how far into a on diagonal k with d words that differ
}

// steps gives the shortest way to the end of both lists or, if that is too far,
// the way that came furthest.
func (s *search) steps() []step {
	for d := 0; ; d++ {
		row := make([]int, 2*d+1)
		best, bestK := -1, 0
		for k := -d; k <= d; k += 2 {
			x := s.begin(d, k)
			if x < 0 {
				row[k+d] = -1
				continue
			}
			for x < len(s.a) && x-k < len(s.b) && s.a[x] == s.b[x-k] {
				x++
			}
			row[k+d] = x
			if 2*x-k > best {
				best, bestK = 2*x-k, k
			}
		}
		s.reach = append(s.reach, row)
		if best == len(s.a)+len(s.b) || d == maxAhead {
			return s.back(d, bestK)
		}
	}
}

// begin is where a way with d differing words enters diagonal k, or -1.
func (s *search) begin(d, k int) int {
	if d == 0 {
		return 0
	}
	down, right := s.at(d-1, k+1), s.at(d-1, k-1)+1 // one more word of b, or of a
	if right == 0 || right > len(s.a) {
		right = -1
	}
	if down >= 0 && down-k > len(s.b) {
		down = -1
	}
	return max(down, right)
}

// at is how far a way came, or -1 where there is none.
func (s *search) at(d, k int) int {
	if k < -d || k > d {
		return -1
	}
	return s.reach[d][k+d]
}

// back walks from the end of a way to its beginning.
func (s *search) back(d, k int) []step {
	way := make([]step, d+1)
	for ; d > 0; d-- {
		begun := s.begin(d, k)
		way[d].same = s.at(d, k) - begun
		if s.at(d-1, k+1) == begun && begun-k <= len(s.b) {
			way[d-1].then = takeB
			k++
		} else {
			way[d-1].then = dropA
			k--
		}
	}
	way[0].same = s.at(0, 0)
	return way
}
