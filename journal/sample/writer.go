package sample

import (
	"math"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lengths of bodies, in words.
const (
	shortest = 20
	longest  = 800
	average  = 200
	giant    = 2000 // one in a thousand
)

// writer makes up the texts of one entry. The same random source makes the
// same texts.
type writer struct {
	rnd   *rand.Rand
	words stock
	cast  map[string]string // who is who in this entry
}

// pick gives one of the list.
func pick[T any](rnd *rand.Rand, from []T) T { return from[rnd.IntN(len(from))] }

// chance is true in p of a hundred cases.
func chance(rnd *rand.Rand, p int) bool { return rnd.IntN(100) < p }

// phrase fills the gaps of one of the sentences.
func (w *writer) phrase(from []string) string { return w.fill(pick(w.rnd, from)) }

// fill replaces each {word} and begins with a capital letter.
func (w *writer) fill(template string) string {
	var out strings.Builder
	out.Grow(len(template) + 40)
	for {
		before, rest, found := strings.Cut(template, "{")
		out.WriteString(before)
		if !found {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		if who, ok := w.cast[slot]; ok {
			out.WriteString(who)
		} else {
			out.WriteString(pick(w.rnd, w.words[slot]))
		}
		template = after
	}
	return capital(out.String())
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// length draws the number of words of a body: many short ones, few long ones.
func length(rnd *rand.Rand) int {
	// A log-normal draw whose mean is the average; half a sentence is taken
	// off, because a text ends with a whole one.
	const spread, halfSentence = 0.62, 7
	n := math.Exp(math.Log(average-halfSentence) - spread*spread/2 + spread*rnd.NormFloat64())
	return min(max(int(n), shortest), longest)
}

// body writes a text of about that many words, in paragraphs of Markdown.
func (w *writer) body(s stock, words int) string {
	b := composer{w: w, from: s, want: words, most: longest, said: map[string]bool{}}
	if words == giant {
		b.most = giant
	}
	b.add(s["opening"])
	plan := []string{"event", "event", "speech", "thought", "number", "event", "feeling", "thought", "event", "speech", "next"}
	// Where there may be no room for a sentence, there are enough words.
	const room = 25
	for i := 0; b.words < words && b.words+room < b.most; i++ {
		b.add(s[plan[i%len(plan)]])
	}
	if words == giant {
		b.fillUp(fillers())
	} else {
		b.add(s["closing"])
	}
	return b.out.String()
}

// composer puts sentences together until there are enough words.
type composer struct {
	w                 *writer
	from              stock
	out               strings.Builder
	want, most, words int
	inParagraph, each int
	listed            bool
	said              map[string]bool // the sentences so far, before their gaps were filled
}

// add writes one more sentence, if there is room for it.
func (b *composer) add(from []string) {
	template := pick(b.w.rnd, from)
	for try := 0; b.said[template] && try < 8; try++ {
		template = pick(b.w.rnd, from) // nobody says the same twice, if there is something else to say
	}
	b.said[template] = true
	sentence := b.w.fill(template)
	n := len(strings.Fields(sentence))
	if b.words+n > b.most {
		return
	}
	b.separate()
	b.out.WriteString(sentence)
	b.words += n
	b.inParagraph++
}

// separate begins a new paragraph now and then, in a long text also a heading
// or a list.
func (b *composer) separate() {
	rnd := b.w.rnd
	switch {
	case b.words == 0:
		b.each = 3 + rnd.IntN(5)
		return
	case b.listed && b.inParagraph < b.each:
		b.out.WriteString("\n- ")
		b.words++
		return
	case b.inParagraph < b.each:
		b.out.WriteByte(' ')
		return
	}
	b.out.WriteString("\n\n")
	b.inParagraph, b.each, b.listed = 0, 3+rnd.IntN(5), false
	left := b.most - b.words
	switch {
	case left < 60 || b.want < 120:
	case chance(rnd, 12):
		heading := b.w.phrase(b.from["heading"])
		b.out.WriteString("## " + heading + "\n\n")
		b.words += 1 + len(strings.Fields(heading))
	case chance(rnd, 8):
		b.out.WriteString("- ")
		b.words++
		b.listed = true
	}
}

// fillUp ends the text on exactly the wanted number of words.
func (b *composer) fillUp(fillers []string) {
	for left := b.want - b.words; left > 0; left = b.want - b.words {
		n := min(left, len(fillers))
		b.out.WriteString(" " + fillers[n-1])
		b.words += n
	}
}
