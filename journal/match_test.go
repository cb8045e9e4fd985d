package journal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"groundwork/journal"
)

// marked writes a text with what matches in brackets.
func marked(text string, all []journal.Match) string {
	var b strings.Builder
	at := 0
	for _, m := range all {
		b.WriteString(text[at:m.From] + "[" + text[m.From:m.To] + "]")
		at = m.To
	}
	return b.String() + text[at:]
}

func matcher(query string) journal.Matcher {
	return journal.ReadQuery(query, journal.Dates{}).Matcher(false)
}

func TestMatcherMarksWhatASearchFinds(t *testing.T) {
	for _, c := range []struct{ query, text, want string }{
		{"brought", "Brought a list, and brought it back.", "[Brought] a list, and [brought] it back."},
		{"bring", "bringing it", "bringing it"},
		{"bring*", "Bringing it to the ring", "[Bringing] it to the ring"},
		{"one two", "two and one", "[two] and [one]"},
		{`"one two"`, "one two, one and two. One, two", "[one two], one and two. [One, two]"},
		{`"one tw"`, "one two", "one two"},
		{"grosse", "große", "große"}, // as the index: ß is a letter of its own
		{"uber", "Über ÜBER über u\u0308ber", "[Über] [ÜBER] [über] [u\u0308ber]"},
		{"nguyen", "Nguyễn", "[Nguyễn]"},
		{"ёлка", "Елка и ёлка", "[Елка] и [ёлка]"},
		{"한국", "한국 사람", "[한국] 사람"},
		{"中文", "我说中文。", "我说[中文]。"},
		{"c++", "C++ and c", "[C++] and c"},
		{"follow-up", "the follow up, the Follow-up", "the [follow up], the [Follow-up]"},
		{"-without word", "a word without", "a [word] without"},
		{"kind:moment", "kind: moment", "kind: moment"},
		{"a", "a b a", "[a] b [a]"},
		{"ab b", "ab b", "[ab] [b]"},
		{"", "text", "text"},
		{"x", "", ""},
		{"x", "\xff x \xfe", "\xff [x] \xfe"},
	} {
		if got := marked(c.text, matcher(c.query).Find(c.text)); got != c.want {
			t.Errorf("%s in %q marks %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func TestMatcherInsideWordsMarksParts(t *testing.T) {
	m := journal.ReadQuery("pare", journal.Dates{}).Matcher(true)
	if got := marked("Transparent, prepared", m.Find("Transparent, prepared")); got != "Trans[pare]nt, pre[pare]d" {
		t.Error(got)
	}
}

func TestAWordThatIsBeingTypedIsMarkedFromThreeLettersOn(t *testing.T) {
	for query, want := range map[string]string{
		"br": "brought br", "bro": "[brought] br", "bro ": "brought br", `"bro"`: "brought br", "-bro": "brought br", "bro tag:x": "brought br",
	} {
		m := journal.ReadTyping(query, journal.Dates{}).Matcher(false)
		if got := marked("brought br", m.Find("brought br")); strings.ReplaceAll(got, "[br]", "br") != want {
			t.Errorf("%q marks %q, want %q", query, got, want)
		}
	}
}

func TestExcerptShowsThePlaceOfTheMatchOnOneLine(t *testing.T) {
	long := strings.Repeat("word after word ", 40)
	for _, c := range []struct{ query, text, want string }{
		{"two", "one\ntwo\tthree\n", "one [two] three"},
		{"none", "The beginning.", "The beginning."},
		{"deep", long + "deep in the text " + long, "…word word after word word after word [deep] in the text"},
		{"one two", "one and " + long + "one and two", "…word word after word word after word [one] and [two]"},
		{"乙", strings.Repeat("甲", 100) + "乙" + strings.Repeat("甲", 100), "…" + strings.Repeat("甲", 14) + "[乙]"},
	} {
		e, _ := matcher(c.query).Excerpt(c.text)
		if got := marked(e.Text, e.Marks); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.query, got, c.want)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("one two", "a one and a two")
	f.Add("é", "e\u0301\u0301 \xff"+strings.Repeat("x ", 300))
	f.Add("中*", strings.Repeat("国中", 200))
	f.Fuzz(func(t *testing.T, query, text string) {
		for _, inside := range []bool{false, true} {
			m := journal.ReadTyping(query, journal.Dates{}).Matcher(inside)
			last := 0
			for _, at := range m.Find(text) {
				if at.From < last || at.To <= at.From || at.To > len(text) {
					t.Fatalf("%q in %q: %v", query, text, at)
				}
				last = at.To
			}
			e, _ := m.Excerpt(text)
			for _, at := range e.Marks {
				if at.To > len(e.Text) || at.From >= at.To {
					t.Fatalf("%q in %q: %v of %q", query, text, at, e.Text)
				}
			}
			if utf8.ValidString(text) && !utf8.ValidString(e.Text) {
				t.Fatalf("%q in %q cuts a letter: %q", query, text, e.Text)
			}
		}
	})
}

func TestEachWordOfAQueryTellsWhatItIs(t *testing.T) {
	text := `kind:moment  tag:"big win" -x "two words" when:now is:odd`
	q := journal.ReadQuery(text, journal.Dates{})
	var got []string
	for _, w := range q.Words {
		got = append(got, text[w.From:w.To]+"|"+w.Filter+"|"+w.Odd)
	}
	want := []string{
		"kind:moment|kind|", `tag:"big win"|tag|`, "-x||", `"two words"||`, "when:now||",
		`is:odd|is|"odd" is not something an entry can be: use is:starred or is:private.`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q", got)
	}
}
