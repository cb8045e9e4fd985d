package data

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatIsPackedComesOutAgain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOf(rapid.String()).Draw(rt, "texts")
		var p packed
		for _, text := range texts {
			p.rest += "a " + strconv.Itoa(len(text)) + " " + text
		}
		for _, want := range texts {
			if !p.more() || p.word() != "a" || p.text() != want {
				rt.Fatalf("%q does not come out", want)
			}
		}
		if p.more() || p.err != nil {
			rt.Fatalf("more comes out, or %v", p.err)
		}
	})
}

func FuzzADamagedPackEnds(f *testing.F) {
	for _, text := range []string{"", "a", "a 3 abc", "a 3 ab", "a -1 x", "a x y", "  "} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := packed{rest: text}
		for p.more() {
			before := len(p.rest)
			p.word()
			p.text()
			if len(p.rest) >= before {
				t.Fatalf("%q does not end", text)
			}
		}
	})
}
