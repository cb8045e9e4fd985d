package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "groundwork/journal/document"
)

// each "Priya" is "a peer".
func masked(text string) []Change {
	var all []Change
	for at := 0; ; {
		i := strings.Index(text[at:], "Priya")
		if i < 0 {
			return all
		}
		at += i + len("Priya")
		all = append(all, Change{at - len("Priya"), at, "a peer"})
	}
}

func TestGivenAWordOfSeveralLooks_WhenMapped_ThenItIsReplacedWhole(t *testing.T) {
	for body, want := range map[string]string{
		"**Pri**ya led":                             "**a peer** led",
		"with Priya":                                "with a peer",
		"*P***r**~~i~~ya, Priya!":                   "*a peer*, a peer!",
		"[Pri](http://a)ya":                         "[a peer](http://a)",
		"see [[Priya and I|Pri]]ya":                 "see [[a peer and I|a peer]]",
		"> a\n> > - Priya":                          "> a\n> > - a peer",
		"```Priya\nPriya\n```":                      "```a peer\na peer\n```",
		"| Priya | b |\n|--|--|\n| a | **Pri**ya |": "| a peer | b |\n|--|--|\n| a | **a peer** |",
		"nobody": "nobody",
	} {
		if diff := cmp.Diff(FromMarkdown(want), FromMarkdown(body).Mapped(masked)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", body, diff)
		}
	}
}

func TestGivenAnAddressThatHoldsAName_WhenMapped_ThenItLeadsNowhere(t *testing.T) {
	for body, want := range map[string]string{
		"[her](https://a/Priya)":      "her",
		"[her](https://a/%50riya%zz)": "her",
		"<mailto:Priya@a.org>":        "mailto:a peer@a.org",
		"https://a/%50riya/b":         `https\://a/a peer/b`,
		"https://a/100%25":            "https://a/100%25",
	} {
		if diff := cmp.Diff(FromMarkdown(want), FromMarkdown(body).Mapped(masked)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", body, diff)
		}
	}
}

func TestGivenNamesEverywhere_WhenMapped_ThenNoneIsLeft(t *testing.T) {
	name := []Span{{Text: "Pri", Style: Strong}, {Text: "ya", Note: 1}}
	d := Document{
		Blocks: []Block{
			Heading{1, name},
			Paragraph{name},
			Caption{name},
			Rule{},
			PageBreak{},
			List{Items: []Item{{Box: &Box{}, Blocks: []Block{Paragraph{name}}}}},
			Quote{Blocks: []Block{Paragraph{name}}, By: name},
			Table{Columns: []Align{Left}, Head: [][]Span{name}, Rows: [][][]Span{{name}}},
			Code{"Priya", "Priya"},
			Figures{[]Figure{{"Priya", "Priya"}}},
			Bars{"Priya", "Priya", []Bar{{"Priya", 1, "Priya"}}},
			Columns{Title: "Priya", Series: []string{"Priya"}, Line: "Priya", Items: []Column{{Label: "Priya"}}},
			Grid{"Priya", []string{"Priya"}, []string{"Priya"}, []GridRow{{"Priya", []int{1}, "Priya"}}},
		},
		Notes: []Note{{name}},
	}
	before := cmp.Diff(Document{}, d)
	got := d.Mapped(masked)
	said := cmp.Diff(Document{}, got)
	for _, part := range []string{"Pri", "ya\""} {
		if strings.Contains(said, part) {
			t.Errorf("%q is left: %s", part, said)
		}
	}
	if p := got.Blocks[1].(Paragraph); !cmp.Equal(p.Text, []Span{{Text: "a peer", Style: Strong}, {Note: 1}}) {
		t.Errorf("the mark of the note is lost: %+v", p)
	}
	if cmp.Diff(Document{}, d) != before {
		t.Error("the document itself was changed")
	}
}

func TestGivenAnyText_WhenMapped_ThenNoNameIsLeft(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"Pri", "ya", "Priya", " ", "**", "*", "~~", "`", "[", "](https://a/", "](https://Pri", "ya)", ")", "[[", "|", "]]", "\n", "\n\n", "\n- ", "\n> ", "\n# ",
		"\n| a | b |\n|---|---|\n| ", "\n```", "%50riya", "https://b/", "<https://", ">", "\\", "&#80;riya",
	})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(piece, 0, 14).Draw(t, "pieces"), "")
		d := FromMarkdown(body).Mapped(masked)
		if said := holds(d).words.String(); strings.Contains(said, "Priya") {
			t.Fatalf("%q keeps the name: %q", body, said)
		}
		for _, w := range writers {
			if said := saidBy(t, w.name, written(t, Of(nil, d), w.write)); strings.Contains(said, "Priya") {
				t.Fatalf("%s of %q says the name: %q", w.name, body, said)
			}
		}
	})
}
