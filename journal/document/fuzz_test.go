package document_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	. "groundwork/journal/document"
)

// held is what a document holds: its letters, and its boxes from top to
// bottom.
type held struct {
	words strings.Builder
	read  strings.Builder // without the titles of entries behind words
	boxes []*Box
}

func (h *held) blocks(all []Block) {
	for _, b := range all {
		switch b := b.(type) {
		case Heading:
			h.spans(b.Text)
		case Paragraph:
			h.spans(b.Text)
		case Quote:
			h.blocks(b.Blocks)
		case Code:
			h.say(b.Language)
			h.say(b.Text)
		case List:
			for _, item := range b.Items {
				if item.Box != nil {
					h.boxes = append(h.boxes, item.Box)
				}
				h.blocks(item.Blocks)
			}
		case Table:
			for _, row := range append([][][]Span{b.Head}, b.Rows...) {
				for _, cell := range row {
					h.spans(cell)
				}
			}
		}
	}
}

func (h *held) spans(all []Span) {
	for _, s := range all {
		h.words.WriteString(s.Text) // spans of one word are not apart
		h.read.WriteString(s.Text)
	}
	for _, s := range all {
		h.words.WriteString("\n" + s.Link)
		h.read.WriteString("\n" + strings.TrimPrefix(s.Link, "mailto:")) // that letters go there is seen
		h.words.WriteString("\n" + s.Entry)
	}
	h.say("\n")
}

func (h *held) say(text string) {
	h.words.WriteString("\n" + text)
	h.read.WriteString("\n" + text)
}

func holds(d Document) *held {
	h := &held{}
	h.blocks(d.Blocks)
	return h
}

// wordsOf are the runs of letters of a text. A lone x may be the tick of a
// box.
func wordsOf(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !strings.EqualFold(w, "x") {
			words = append(words, w)
		}
	}
	return words
}

func FuzzFromMarkdown(f *testing.F) {
	for _, seed := range []string{
		"", "# a\n\nb *c* **d** ~~e~~ `f`", "- a\n  1. b\n\n     c\n- [ ] d\n- [x] e", "> a\n> > b\nlazy",
		"| a | b |\n|:-:|--:|\n| c\\|d | `e\\|f` | g", "```go\r\nx\r\n```", "    code\n\n\tmore", "a\\\nb  \nc",
		"[a](http://b \"c\") ![d](e) <f:g> <h@i.j> https://k.l/m).", "[[a]] [[b|c]] [d [[e]]](http://f)", "a\n===\nb\n-",
		"1) a\n2) b\n- - [ ] c", "\x00\xff\r\r\n", "* [x]\n\t* [ ] a", "🇩🇪 👩‍👩‍👧 e\u0301 עברית 日本語", "-\t[ ] a\n\n>\t- [x]\tb",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		d := FromMarkdown(body)
		h := holds(d)
		if utf8.ValidString(body) && !strings.Contains(body, "&") {
			text := h.words.String()
			for _, w := range wordsOf(body) {
				if !strings.Contains(text, w) {
					t.Errorf("%q is lost: %q", w, text)
				}
			}
		}
		checkBoxes(t, body, d, h.boxes)
	})
}

// checkBoxes sees to it that each box stands where it says, and that ticking
// it changes it and nothing else.
func checkBoxes(t *testing.T, body string, d Document, boxes []*Box) {
	t.Helper()
	for i, b := range boxes {
		ticked := Ticked(body, b.Offset)
		if len(ticked) != len(body) || ticked == body {
			t.Fatalf("the box at %d of %q is not there", b.Offset, body)
		}
		after := FromMarkdown(ticked)
		now := holds(after).boxes
		if len(now) != len(boxes) || now[i].Ticked == b.Ticked || now[i].Offset != b.Offset {
			t.Fatalf("ticking box %d of %q gives %q", i, body, ticked)
		}
		now[i].Ticked = b.Ticked
		if diff := cmp.Diff(d, after); diff != "" {
			t.Fatalf("ticking box %d of %q changes more than it (-before +after):\n%s", i, body, diff)
		}
	}
}

func TestGivenNoBoxAtAnOffset_WhenTicked_ThenTheTextStays(t *testing.T) {
	body := "- [ ] a [x b"
	for offset := -1; offset < len(body)+2; offset++ {
		if offset != 2 && Ticked(body, offset) != body {
			t.Errorf("at %d it becomes %q", offset, Ticked(body, offset))
		}
	}
	if got := Ticked(body, 2); got != "- [x] a [x b" {
		t.Errorf("ticked it is %q", got)
	}
	if got := Ticked("[X]", 0); got != "[ ]" {
		t.Errorf("no longer ticked it is %q", got)
	}
}
