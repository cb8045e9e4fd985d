package paper

import "strings"

// line is a set line. What stands on it is measured from its upper left corner.
type line struct {
	high  float32
	wide  float32 // as far as there are letters
	runs  []run
	boxes []box
	links []link
}

// breaking is the breaking of strands into lines of a width.
type breaking struct {
	set    *setter
	all    []strand
	base   style
	width  float64
	kept   bool // spaces are kept where a line begins
	lines  []line
	now    []bit // on the line that is being filled,
	filled float64
	words  bool // more than spaces are on it
}

// lines breaks strands into lines. Where keep is set, spaces are kept where a
// line begins, as in code. Nothing to say gives no line.
func (s *setter) lines(all []strand, base style, width float32, keep bool) []line {
	b := breaking{set: s, all: all, base: base, width: float64(max(width, base.size)), kept: keep, now: s.onLine[:0]}
	bits := s.bits(all)
	for i := 0; i < len(bits); {
		if i&0xFFF == 0 && s.stopped() {
			return nil
		}
		switch bits[i].kind {
		case bitEnd:
			b.end(true)
			i++
		case bitSpace:
			b.space(bits[i])
			i++
		default:
			to := wordEnd(bits, i)
			b.word(bits[i:to])
			i = to
		}
	}
	b.end(false)
	s.onLine = b.now
	return b.lines
}

// wordEnd finds where the word that begins at a bit ends.
func wordEnd(bits []bit, from int) int {
	for i := from; i < len(bits); i++ {
		switch bits[i].kind {
		case bitBreak:
			return i + 1
		case bitSpace, bitEnd:
			return i
		}
	}
	return len(bits)
}

func (b *breaking) space(one bit) {
	if len(b.now) == 0 && len(b.lines) > 0 && !b.kept {
		return
	}
	b.add(one)
}

// word sets a word on this line, or on the next where there is no room, or cuts
// it where it is wider than any line.
func (b *breaking) word(bits []bit) {
	wide := 0.0
	for _, one := range bits {
		wide += one.width
	}
	indented := !b.words && wide > b.width && b.filled < b.width/2
	if b.filled+wide > b.width && b.filled > 0 && !indented {
		b.end(false)
	}
	for _, one := range bits {
		for b.filled+one.width > b.width {
			head, rest := b.set.split(b.all, one, b.width-b.filled, !b.words)
			if head.to > head.from {
				b.add(head)
			}
			one = rest
			if one.from == one.to {
				break
			}
			b.end(false)
		}
		if one.to > one.from {
			b.add(one)
		}
	}
}

func (b *breaking) add(one bit) {
	b.now = append(b.now, one)
	b.filled += one.width
	b.words = b.words || one.kind != bitSpace
}

// end ends the line. An empty one is a line only where the writer ended it.
func (b *breaking) end(byWriter bool) {
	if len(b.now) > 0 || byWriter {
		b.lines = append(b.lines, b.made())
	}
	b.now, b.filled, b.words = b.now[:0], 0, false
}

// made makes a line of the bits on it.
func (b *breaking) made() line {
	l := line{high: b.base.line}
	for len(b.now) > 0 && b.now[len(b.now)-1].kind == bitSpace {
		b.now = b.now[:len(b.now)-1]
	}
	x := 0.0
	for i := 0; i < len(b.now); {
		first := b.now[i]
		wide := first.width
		to := i + 1
		for ; to < len(b.now) && first.face < textFaces && follows(b.now[to-1], b.now[to]); to++ {
			wide += b.now[to].width
		}
		b.run(&l, first, b.now[to-1].to, float32(x), float32(wide))
		x += wide
		i = to
	}
	l.wide = float32(x)
	return l
}

// follows tells whether one bit goes on where the other ended.
func follows(a, b bit) bool { return a.strand == b.strand && a.to == b.from && a.face == b.face }

// run adds letters to a line, from a bit up to an offset.
func (b *breaking) run(l *line, first bit, to int32, x, wide float32) {
	st := &b.all[first.strand]
	look := &st.look
	y := b.base.baseline() - look.rise
	text := st.text[first.from:to]
	if l.runs == nil {
		l.runs = make([]run, 0, 2)
	}
	l.runs = append(l.runs, run{text, x, y, look.size, first.face, look.ink})
	if strings.TrimSpace(text) == "" {
		return
	}
	thin := look.size / 18
	if look.struck {
		l.boxes = append(l.boxes, box{x: x, y: y - 0.27*look.size, wide: wide, high: thin, ink: look.ink})
	}
	if look.link {
		l.boxes = append(l.boxes, box{x: x, y: y + 0.14*look.size, wide: wide, high: thin, ink: look.ink})
		l.links = append(l.links, link{x: x, y: 0, wide: wide, high: b.base.line, to: st.to})
	}
}

// split cuts a bit that is too wide for the room there is: at a mark where
// addresses are cut, or between any two letters. Where first is set, at least one
// letter stays.
func (s *setter) split(all []strand, b bit, room float64, first bool) (head, rest bit) {
	st := &all[b.strand]
	c, scale := s.press.chains[st.look.face], float64(st.look.size)/1000
	text := st.text[b.from:b.to]
	wide, good := 0.0, 0.0
	at, goodAt := 0, 0
	for at < len(text) {
		n, in := c.cluster(text[at:])
		w := float64(in.width) * scale
		if b.face >= textFaces { // one picture or mark, whatever is in it
			n, w = len(text), b.width
		}
		if wide+w > room && (at > 0 || !first) {
			break
		}
		wide += w
		at += n
		if strings.IndexByte("/-_.,;:?&=+", text[at-1]) >= 0 {
			good, goodAt = wide, at
		}
	}
	if at < len(text) && goodAt > at/2 {
		wide, at = good, goodAt
	}
	head, rest = b, b
	head.to = b.from + int32(at)
	head.width = wide
	rest.from = head.to
	rest.width = b.width - wide
	return head, rest
}
