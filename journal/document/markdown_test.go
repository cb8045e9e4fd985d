package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "groundwork/journal/document"
)

// plain is a span without anything to it.
func plain(text string) []Span { return []Span{{Text: text}} }

// says is a paragraph of one plain span.
func says(text string) Paragraph { return Paragraph{plain(text)} }

func wants(t *testing.T, body string, blocks ...Block) {
	t.Helper()
	if diff := cmp.Diff(Document{Blocks: blocks}, FromMarkdown(body)); diff != "" {
		t.Errorf("%q reads otherwise (-want +got):\n%s", body, diff)
	}
}

func TestHeadingsHaveSixLevels(t *testing.T) {
	for level := 1; level <= 6; level++ {
		wants(t, strings.Repeat("#", level)+" What I learned", Heading{level, plain("What I learned")})
	}
	wants(t, "####### Seven", says("####### Seven"))
	wants(t, "#tag", says("#tag"))
	wants(t, "First\n=====\nSecond\n---", Heading{1, plain("First")}, Heading{2, plain("Second")})
}

func TestALineTheWriterEndedIsEnded(t *testing.T) {
	wants(t, "one\ntwo\n\nthree", says("one\ntwo"), says("three"))
	for name, end := range map[string]string{"Windows": "\r\n", "an old Macintosh": "\r"} {
		if got := FromMarkdown(strings.ReplaceAll("one\ntwo\n\n- a\n- b", "\n", end)); !cmp.Equal(got, FromMarkdown("one\ntwo\n\n- a\n- b")) {
			t.Errorf("with the line ends of %s it reads %+v", name, got)
		}
	}
}

func TestWordsTakeTheirStyles(t *testing.T) {
	wants(t, "a **b *c*** ~~d~~ `e *f*`", Paragraph{[]Span{
		{Text: "a "},
		{Text: "b ", Style: Strong},
		{Text: "c", Style: Strong | Emphasis},
		{Text: " "},
		{Text: "d", Style: Struck},
		{Text: " "},
		{Text: "e *f*", Style: Fixed},
	}})
	wants(t, "snake_case 2 * 3 * 4", says("snake_case 2 * 3 * 4"))
	wants(t, `\*not\* &amp; &#8364; &copyright; &`, says("*not* & € &copyright; &"))
	wants(t, "`a\nb`", Paragraph{[]Span{{Text: "a b", Style: Fixed}}})
}

func TestHTMLIsWords(t *testing.T) {
	wants(t, "<b>bold</b> <!-- no -->", says("<b>bold</b> <!-- no -->"))
	wants(t, "<script>\nalert(1)\n</script>", says("<script>\nalert(1)\n</script>"))
}

func TestListsNestAndCount(t *testing.T) {
	wants(t, "- a\n- b\n  1. c\n  2. d",
		List{Items: []Item{
			{Blocks: []Block{says("a")}},
			{Blocks: []Block{says("b"), List{Numbered: true, First: 1, Items: []Item{
				{Blocks: []Block{says("c")}}, {Blocks: []Block{says("d")}},
			}}}},
		}})
	wants(t, "7. a\n\n8. b", List{Numbered: true, First: 7, Loose: true, Items: []Item{
		{Blocks: []Block{says("a")}}, {Blocks: []Block{says("b")}},
	}})
}

func TestBoxesTellWhereTheyStand(t *testing.T) {
	wants(t, "Next:\n\n- [ ] ask *Priya*\n- [x] done\n- [ ]\n- [y] no\n- [ ]no",
		says("Next:"),
		List{Items: []Item{
			{Box: &Box{Offset: 9}, Blocks: []Block{Paragraph{[]Span{{Text: "ask "}, {Text: "Priya", Style: Emphasis}}}}},
			{Box: &Box{Ticked: true, Offset: 27}, Blocks: []Block{says("done")}},
			{Box: &Box{Offset: 38}},
			{Blocks: []Block{says("[y] no")}},
			{Blocks: []Block{says("[ ]no")}},
		}})
	wants(t, "[ ] not in a list", says("[ ] not in a list"))
}

func TestQuotesCodeAndRules(t *testing.T) {
	wants(t, "> You listened\n> to us\n\n---\n", Quote{Blocks: []Block{says("You listened\nto us")}}, Rule{})
	wants(t, "```go\nif *x {\n\ty()\n}\n```", Code{"go", "if *x {\n\ty()\n}"})
	wants(t, "```\r\n[[a]]\r\n```", Code{"", "[[a]]"})
	wants(t, "    kept  as it is", Code{"", "kept  as it is"})
}

func TestTablesHaveColumnsThatStand(t *testing.T) {
	wants(t, "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | `x\\|y` |\n| 1 | 2 | 3 | 4 | five | six |",
		Table{
			Columns: []Align{Natural, Left, Centre, Right},
			Head:    [][]Span{plain("a"), plain("b"), plain("c"), plain("d")},
			Rows: [][][]Span{
				{plain("1"), {{Text: "2", Style: Strong}}, {{Text: "x|y", Style: Fixed}}},
				{plain("1"), plain("2"), plain("3"), {{Text: "4"}, {Text: " | five | six"}}},
			},
		})
}

func TestOnlyAddressesOfTheWebAndOfMailAreLinks(t *testing.T) {
	wants(t, "[the **plan**](https://jira/x_y)", Paragraph{[]Span{
		{Text: "the ", Link: "https://jira/x_y"},
		{Text: "plan", Style: Strong, Link: "https://jira/x_y"},
	}})
	wants(t, "<me@example.org>", Paragraph{[]Span{{Text: "me@example.org", Link: "mailto:me@example.org"}}})
	wants(t, "[a](javascript:alert(1)) [b](notes.md) [c](file:///etc/passwd)",
		says("a (javascript:alert(1)) b (notes.md) c (file:///etc/passwd)"))
	wants(t, "<javascript:x>", says("<javascript:x>"))
	wants(t, `[a](http://b "why")`, Paragraph{[]Span{{Text: "a", Link: "http://b"}, {Text: " (why)"}}})
	wants(t, "[me]: yes", says("[me]: yes"))
}

func TestAddressesAreFoundWithoutTheMarksBehindThem(t *testing.T) {
	for body, want := range map[string]string{
		"https://go.dev":                      "https://go.dev",
		"see https://go.dev/a_(b)_c.":         "https://go.dev/a_(b)_c",
		"(http://localhost:8080/x?a=1&b=2),":  "http://localhost:8080/x?a=1&b=2",
		"two: http://1.2.3.4/, and":           "http://1.2.3.4/",
		"**https://go.dev**":                  "https://go.dev",
		"www.go.dev, me@go.dev, ftp://go.dev": "",
		"https://":                            "",
		"https://.":                           "",
	} {
		got := ""
		for _, s := range FromMarkdown(body).Blocks[0].(Paragraph).Text {
			got += s.Link
		}
		if got != want {
			t.Errorf("in %q it finds %q, want %q", body, got, want)
		}
	}
}

func TestAPictureIsALinkThatReadsAsItsDescription(t *testing.T) {
	wants(t, "![The board](https://a/b.png)", Paragraph{[]Span{{Text: "The board", Link: "https://a/b.png"}}})
	wants(t, "![](https://a/b.png)", Paragraph{[]Span{{Text: "https://a/b.png", Link: "https://a/b.png"}}})
	wants(t, "![The board](board.png)", says("The board (board.png)"))
	wants(t, "[![The board](https://a/b.png)](https://c)", Paragraph{[]Span{
		{Text: "The board (https://a/b.png)", Link: "https://c"},
	}})
}

func TestTitlesInBracketsLeadToEntries(t *testing.T) {
	wants(t, "see [[The review]], [[ Q1 *notes* | my notes ]]", Paragraph{[]Span{
		{Text: "see "},
		{Text: "The review", Entry: "The review"},
		{Text: ", "},
		{Text: "my notes", Entry: "Q1 *notes*"},
	}})
	long := strings.Repeat("é", 200)
	wants(t, "[["+long+"]]", Paragraph{[]Span{{Text: long, Entry: long}}})
	for _, no := range []string{"[[" + long + "é]]", "[[]]", "[[ ]]", "[[a\nb]]", `\[[a]]`, "[[a]"} {
		wants(t, no, says(strings.TrimPrefix(no, `\`)))
	}
	wants(t, "`[[a]]`", Paragraph{[]Span{{Text: "[[a]]", Style: Fixed}}})
	wants(t, "[to [[a]]](https://b)", Paragraph{[]Span{{Text: "to [[a]]", Link: "https://b"}}})
}

func TestNothingIsNothing(t *testing.T) {
	for _, body := range []string{"", " \n\t\n"} {
		wants(t, body)
	}
}

func TestATextMadeToBeSlowIsWords(t *testing.T) {
	for _, part := range []string{
		"*a_ ", "**a *b ", "[", "[]", "[a](", "[a](b", "![", "[[a", "<a:", "`a", "> ", "- ", "1. ", "[a](b \"", "(http://a",
		"- a\n", "> a\n", "| a\n",
	} {
		body := strings.Repeat(part, 80_000/len(part))
		if got := FromMarkdown(body); len(got.Blocks) == 0 {
			t.Errorf("80 KB of %q read as nothing", part)
		}
	}
	wide := strings.Repeat("a|", 3000) + "\n" + strings.Repeat("-|", 3000) + strings.Repeat("\na", 3000)
	if _, words := FromMarkdown(wide).Blocks[0].(Paragraph); !words {
		t.Error("a table of nine million cells is made")
	}
}

// long is an entry of 10,000 words with all there can be in it.
func long() string {
	var b strings.Builder
	for i := 0; b.Len() < 60_000; i++ {
		fmt.Fprintf(&b, "## Week %d\n\nI asked **Priya** for *one* thing and [[The review %d]] came of it, see https://example.org/%d for more.\n\n", i, i, i)
		b.WriteString("- first point of the day\n- [ ] second, with `code`\n\n> You let the room speak.\n\n| what | how much |\n|---|--:|\n| time | 30 |\n\n")
	}
	return b.String()
}

func BenchmarkFromMarkdown(b *testing.B) {
	body := long()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		FromMarkdown(body)
	}
}
