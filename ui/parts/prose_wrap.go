package parts

import (
	"strings"
	"unicode/utf8"
)

// stretch is words of one run within a line.
type stretch struct {
	run  int
	text string
}

// line is what stands beside each other.
type line []stretch

// text returns the words of a line.
func (l line) text() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.text)
	}
	return b.String()
}

// atom is what no line is broken within, unless it is wider than the line itself.
type atom struct {
	run   int
	text  string
	width float32
	sort  atomSort
	glued bool // to the word before it: no line is broken between the two
}

type atomSort int

const (
	wordAtom atomSort = iota
	spaceAtom
	endAtom // of a line the writer ended
)

// wrap breaks runs into lines of a width. There is at least one.
func (r *ruler) wrap(runs []Run, base Type, width float32) []line {
	w := wrapping{ruler: r, runs: runs, base: base, room: width, atoms: r.atoms(runs, base)}
	return w.lines()
}

// atoms cuts runs up. Spaces are as wide as one, except in code.
func (r *ruler) atoms(runs []Run, base Type) []atom {
	var all []atom
	for i, run := range runs {
		letters := r.alphabet(runType(run.Look, base))
		code := run.Look&RunCode != 0
		for text := run.Text; text != ""; {
			a := nextAtom(text, code)
			text = text[len(a.text):]
			if a.sort == spaceAtom {
				a.text = spaces(a.text, code)
			}
			a.run, a.width = i, letters.width(a.text)
			if last := len(all) - 1; a.sort == wordAtom && last >= 0 && all[last].sort == wordAtom {
				a.glued = !breaksBetween(all[last].text, a.text)
			}
			all = append(all, a)
		}
	}
	return all
}

// spaces returns what is drawn for spaces and tabs.
func spaces(text string, code bool) string {
	if !code {
		return " "
	}
	return strings.ReplaceAll(text, "\t", "    ")
}

// nextAtom returns what a text begins with.
func nextAtom(text string, code bool) atom {
	if text[0] == '\n' {
		return atom{text: text[:1], sort: endAtom}
	}
	if n := len(text) - len(strings.TrimLeft(text, " \t")); n > 0 {
		return atom{text: text[:n], sort: spaceAtom}
	}
	before := rune(-1)
	for i, r := range text {
		if r == ' ' || r == '\t' || r == '\n' || i > 0 && mayBreak(text[:i], before, r) && (!code || ideographic(r)) {
			return atom{text: text[:i]}
		}
		before = r
	}
	return atom{text: text}
}

// breaksBetween reports whether a line may be broken between two words that touch.
func breaksBetween(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return mayBreak(before, last, first)
}

// wrapping fills lines with atoms, as many as fit into each.
type wrapping struct {
	ruler *ruler
	runs  []Run
	base  Type
	room  float32
	atoms []atom

	all     []line
	line    []atom
	x       float32
	spaces  []atom // before the next word, if it stands on the same line
	spacing float32
}

func (w *wrapping) lines() []line {
	for i := 0; i < len(w.atoms); {
		switch a := w.atoms[i]; a.sort {
		case endAtom:
			w.endLine()
			i++
		case spaceAtom:
			w.spaces, w.spacing = append(w.spaces, a), w.spacing+a.width
			i++
		default:
			end, width := i+1, a.width
			for end < len(w.atoms) && w.atoms[end].glued {
				width += w.atoms[end].width
				end++
			}
			w.word(w.atoms[i:end], width)
			i = end
		}
	}
	if len(w.line) > 0 || len(w.all) == 0 {
		w.endLine()
	}
	return w.all
}

// word puts atoms that belong together on the line, or on the next.
func (w *wrapping) word(atoms []atom, width float32) {
	if len(w.line) > 0 && w.x+w.spacing+width > w.room {
		w.endLine()
	}
	if len(w.line) > 0 || w.runs[atoms[0].run].Look&RunCode != 0 { // only code begins with spaces
		w.put(w.spaces, w.spacing)
	}
	w.spaces, w.spacing = w.spaces[:0], 0
	if w.x+width > w.room {
		w.cut(atoms)
		return
	}
	w.put(atoms, width)
}

func (w *wrapping) put(atoms []atom, width float32) {
	w.line = append(w.line, atoms...)
	w.x += width
}

// cut puts what is wider than a line on as many as it needs, letter by letter.
func (w *wrapping) cut(atoms []atom) {
	for _, a := range atoms {
		letters := w.ruler.alphabet(runType(w.runs[a.run].Look, w.base))
		for text := a.text; text != ""; {
			n := letterLength(text)
			width := letters.width(text[:n])
			if len(w.line) > 0 && w.x+width > w.room {
				w.endLine()
			}
			w.put([]atom{{run: a.run, text: text[:n]}}, width)
			text = text[n:]
		}
	}
}

// endLine makes a line of the atoms on it, with one stretch for what is of one run and one face.
func (w *wrapping) endLine() {
	var l line
	var text strings.Builder
	for i, a := range w.line {
		text.WriteString(a.text)
		if i+1 == len(w.line) || w.line[i+1].run != a.run || w.changesFace(a, w.line[i+1]) {
			l = append(l, stretch{a.run, text.String()})
			text.Reset()
		}
	}
	w.all = append(w.all, l)
	w.line, w.x = w.line[:0], 0
	w.spaces, w.spacing = w.spaces[:0], 0
}

// changesFace reports whether one of two atoms of code is lent its letters by another face and the other is not: a line
// of code with an emoji stays code.
func (w *wrapping) changesFace(a, b atom) bool {
	return w.runs[a.run].Look&RunCode != 0 && typewritten(a.text) != typewritten(b.text)
}
