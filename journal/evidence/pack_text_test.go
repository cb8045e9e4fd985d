package evidence_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"groundwork/journal/evidence"
)

func TestATextIsAsLongAsAFormCountsIt(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "naïve": 5, "nai\u0308ve": 6, "a\r\nb": 3, "a\nb": 3, "😀": 2, "👩‍🚀": 5,
	} {
		if got := evidence.Length(text); got != want {
			t.Errorf("%q is %d long, want %d", text, got, want)
		}
	}
}

func TestATextIsCutWhereAReaderWouldCutIt(t *testing.T) {
	const two = "Handed the releases over. The pair decides now."
	for _, x := range []struct {
		text  string
		limit int
		want  string
	}{
		{two, 100, two},
		{two, 40, "Handed the releases over."},
		{two, 15, "Handed the"},
		{two, 10, "Handed the"},
		{two, 3, "Han"},
		{two, 0, ""},
		{"a👩‍🚀", 4, "a"},
		{"👩‍🚀👩‍🚀", 9, "👩‍🚀"},
		{"e\u0301e\u0301", 3, "e\u0301"},
		{"x", -1, ""},
	} {
		if got := evidence.Cut(x.text, x.limit); got != x.want {
			t.Errorf("%q cut to %d is %q, want %q", x.text, x.limit, got, x.want)
		}
	}
}

// FuzzCut: whatever the text, what is left fits, is its beginning, and ends
// between two letters.
func FuzzCut(f *testing.F) {
	f.Add("One thing. Another thing, and more.", 12)
	f.Add("👩‍🚀e\u0301 \r\n第一句。第二句。", 7)
	f.Add(strings.Repeat("x", 300), 120)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		cut := evidence.Cut(text, limit)
		if evidence.Length(cut) > max(limit, 0) {
			t.Errorf("%q is longer than %d", cut, limit)
		}
		at := strings.Index(text, cut)
		if at < 0 || strings.TrimSpace(text[:at]) != "" {
			t.Fatalf("%q is not the beginning of %q", cut, text)
		}
		for letters := graphemes.FromString(text); letters.Next(); {
			if end := at + len(cut); letters.Start() < end && end < letters.End() && strings.TrimSpace(letters.Value()) != "" {
				t.Errorf("%q ends inside of %q", cut, letters.Value())
			}
		}
	})
}
