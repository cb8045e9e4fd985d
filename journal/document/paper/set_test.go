package paper_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
)

func TestNoLetterIsLostAndNoneStandsOutsideTheText(t *testing.T) {
	p := press(t)
	gen := documents(words(12))
	rapid.Check(t, func(t *rapid.T) {
		d := gen.Draw(t, "document")
		sheet := rapid.SampledFrom([]Sheet{A4(), Letter(), {Width: 200, Height: 200, Margin: 20}, {}}).Draw(t, "sheet")
		pages, err := p.Set(context.Background(), document.Of(nil, d), Options{Sheet: sheet})
		if err != nil {
			t.Fatal(err)
		}
		if lost := missingFrom(visible(pages.Letters()), letters(d)); lost != "" {
			t.Errorf("lost: %q", lost)
		}
		if out := p.Outside(pages); len(out) > 0 {
			t.Errorf("outside: %v", out[0])
		}
	})
}

func TestAnEmptyBookIsOneEmptyPage(t *testing.T) {
	for name, b := range map[string]document.Book{
		"nothing": document.Of(nil, document.Document{}), "with contents": {Contents: true, Parts: parts()}, "a break": one("\n"),
	} {
		if n := set(t, b, Options{}).Len(); n != 1 {
			t.Errorf("%s: %d pages", name, n)
		}
	}
}

// parts are documents as a sequence.
func parts(all ...document.Document) func(yield func(document.Document, error) bool) {
	return func(yield func(document.Document, error) bool) {
		for _, d := range all {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func TestAHeadingIsNeverTheLastLineOfAPage(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "%s Over %d\n\n%s\n\n", strings.Repeat("#", 1+i%4), i, strings.Repeat("some words of it ", 3+i*7%60))
	}
	pages := set(t, one(b.String()), Options{})
	for n := range pages.Len() {
		lines := pages.Lines(n)
		if last := lines[len(lines)-2]; strings.HasPrefix(last, "Over ") { // the last is the number
			t.Errorf("page %d ends with %q", n+1, last)
		}
	}
}

func TestTwoLinesOfAParagraphStayTogether(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "first%d %s last%d\n\n", i, strings.Repeat("some words of it ", 20+i%9), i)
	}
	pages := set(t, one(b.String()), Options{})
	for n := range pages.Len() {
		lines := pages.Lines(n)
		lines = lines[:len(lines)-1]
		if strings.HasPrefix(lines[len(lines)-1], "first") {
			t.Errorf("page %d ends with the first line of a paragraph", n+1)
		}
		if words := strings.Fields(lines[0]); strings.HasPrefix(words[len(words)-1], "last") && !strings.HasPrefix(words[0], "first") {
			t.Errorf("page %d begins with the last line of a paragraph", n+1)
		}
	}
}

func TestTheHeadOfATableIsSaidOnEachPage(t *testing.T) {
	table := document.Table{Columns: make([]document.Align, 2), Head: [][]document.Span{{{Text: "What"}}, {{Text: "Why"}}}}
	for i := range 200 {
		table.Rows = append(table.Rows, [][]document.Span{{{Text: fmt.Sprint("row ", i)}}, {{Text: strings.Repeat("because ", i%40)}}})
	}
	pages := set(t, document.Of(nil, document.Document{Blocks: []document.Block{table}}), Options{})
	if pages.Len() < 3 {
		t.Fatalf("%d pages", pages.Len())
	}
	for n := range pages.Len() {
		if first := pages.Lines(n)[0]; first != "WhatWhy" {
			t.Errorf("page %d begins with %q", n+1, first)
		}
	}
}

func TestTablesOfAnyWidthShowAllTheirCells(t *testing.T) {
	for _, columns := range []int{1, 2, 7, 15, 60} {
		table := document.Table{Columns: make([]document.Align, columns)}
		row := func(name string) [][]document.Span {
			var cells [][]document.Span
			for i := range columns {
				cells = append(cells, []document.Span{{Text: fmt.Sprintf("%s%d Donaudampfschifffahrt %d", name, i, i)}})
			}
			return cells
		}
		table.Head, table.Rows = row("head"), [][][]document.Span{row("a"), row("b")[:1], nil}
		pages := set(t, document.Of(nil, document.Document{Blocks: []document.Block{table}}), Options{})
		got := string(visible(pages.Letters()))
		for _, want := range []string{"head0", "a0", "b0", fmt.Sprintf("a%d", columns-1)} {
			if !strings.Contains(got, want) {
				t.Errorf("of %d columns %s is not there", columns, want)
			}
		}
		if out := press(t).Outside(pages); len(out) > 0 {
			t.Errorf("of %d columns outside: %v", columns, out[0])
		}
	}
}

func TestChartsOfAnyKindStandOnThePage(t *testing.T) {
	long := strings.Repeat("long ", 40)
	charts := []document.Block{
		document.Figures{},
		document.Bars{},
		document.Columns{},
		document.Grid{},
		document.Figures{Items: []document.Figure{{Value: strings.Repeat("9", 40), Label: long}, {}, {Value: "1"}, {Label: "x"}, {Value: "5", Label: "five"}}},
		document.Bars{Title: long, Unit: "u", Items: []document.Bar{{Label: long, Value: 1e300, Said: long}, {Value: -1}, {Value: 1}}},
		document.Columns{Series: []string{"a", "b"}, Line: "covered", Most: 2, Items: slices.Repeat([]document.Column{
			{Label: "2026-01", Parts: []float64{1, 2, 3}, Line: 5}, {Parts: []float64{-1}}, {Ahead: true},
		}, 40)},
		document.Grid{Steps: []string{"a", "b"}, Columns: slices.Repeat([]string{"January"}, 90), Rows: []document.GridRow{
			{Label: long, Cells: []int{0, 1, 2, 3, 4, 5, -1}, Said: long}, {Cells: make([]int, 200)},
		}},
	}
	for _, chart := range charts {
		pages := set(t, document.Of(nil, document.Document{Blocks: []document.Block{chart, document.Caption{Text: []document.Span{{Text: "end"}}}}}), Options{})
		if out := press(t).Outside(pages); len(out) > 0 {
			t.Errorf("%T outside: %v", chart, out[0])
		}
		if !strings.Contains(pages.Letters(), "end") {
			t.Errorf("%T ends the page", chart)
		}
	}
}

func TestContentsSayOnWhichPageAHeadingStands(t *testing.T) {
	var all []document.Document
	for i := range 120 {
		all = append(all, document.FromMarkdown(fmt.Sprintf("## Part %d\n\n%s", i, strings.Repeat("words ", i*9%700))))
	}
	pages := set(t, document.Book{Title: &document.Title{Text: "All", Below: []string{"of it"}}, Contents: true, Parts: parts(all...)}, Options{})
	for i := range all {
		found := 0
		for n := range pages.Len() {
			lines := pages.Lines(n)
			foot := lines[len(lines)-1]
			if slices.Contains(lines[:len(lines)-1], fmt.Sprint("Part ", i)) {
				found++
				if !strings.Contains(pages.Letters(), fmt.Sprint("Part ", i)) || foot != fmt.Sprint(n+1) {
					t.Errorf("page %d bears the number %s", n+1, foot)
				}
			}
		}
		if found < 1 {
			t.Errorf("part %d stands nowhere", i)
		}
	}
}

func TestWhatIsLargeFillsOnePage(t *testing.T) {
	b := one("# Ask\n\nI would like to lead the team from spring.\n\n- one\n- two")
	large := set(t, b, Options{Large: true})
	if large.Len() != 1 {
		t.Errorf("%d pages", large.Len())
	}
	usual := set(t, b, Options{})
	if inkOf(t, large) < 2*inkOf(t, usual) {
		t.Error("it is not larger")
	}
	if n := set(t, one(strings.Repeat("many words ", 400)), Options{Large: true}).Len(); n != 1 {
		t.Errorf("a full page takes %d", n)
	}
	if n := set(t, one(strings.Repeat("many words ", 4000)), Options{Large: true}).Len(); n < 2 {
		t.Error("too much for a page is lost")
	}
}

func TestTheErrorOfAPartEndsTheSetting(t *testing.T) {
	broken := errors.New("the disk is gone")
	b := document.Book{Parts: func(yield func(document.Document, error) bool) {
		_ = yield(document.FromMarkdown("fine"), nil) && yield(document.Document{}, broken)
	}}
	for _, large := range []bool{false, true} {
		if _, err := press(t).Set(t.Context(), b, Options{Large: large}); !errors.Is(err, broken) {
			t.Errorf("large %v: the error is %v", large, err)
		}
	}
}

func TestSettingABookWithoutEndCanBeCalledOff(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	told := 0
	b := document.Book{Parts: func(yield func(document.Document, error) bool) {
		for yield(document.FromMarkdown("## More\n\nwords"), nil) {
		}
	}}
	_, err := press(t).Set(ctx, b, Options{Progress: func(parts int) {
		if told = parts; parts >= 500 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) || told < 500 {
		t.Errorf("after %d parts the error is %v", told, err)
	}
}

func TestSettingOneLongPartCanBeCalledOff(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := press(t).Plain(ctx, strings.Repeat("words of it\n", 100_000), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestAPlainTextKeepsItsSpacesAndLines(t *testing.T) {
	text := "{\n  \"a\": [\n\t1\n  ]\n}\n\n\nend"
	pages, err := press(t).Plain(t.Context(), text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := pages.Lines(0)
	want := []string{"{", `  "a": [`, "    1", "  ]", "}", "end", "1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	long := strings.Repeat("a,b;c ", 50_000)
	if pages, err = press(t).Plain(t.Context(), long, Options{}); err != nil || len(press(t).Outside(pages)) > 0 {
		t.Errorf("a long line: %v, %v", err, press(t).Outside(pages)[:1])
	}
}

func TestHostileTextIsSet(t *testing.T) {
	for name, text := range map[string]string{
		"one word":       strings.Repeat("x", 100_000),
		"one sign":       strings.Repeat("😀", 20_000),
		"families":       strings.Repeat("👨‍👩‍👧", 5_000),
		"joiners":        "👩" + strings.Repeat("\u200D👩", 20_000),
		"marks":          "a" + strings.Repeat("\u0301", 100_000),
		"lone marks":     strings.Repeat("\u0301 ", 10_000),
		"flags":          strings.Repeat("🇩", 10_001),
		"spaces":         strings.Repeat(" ", 100_000) + "x",
		"hard spaces":    strings.Repeat("\u00A0", 100_000) + "x",
		"Chinese":        strings.Repeat("中", 100_000),
		"right to left":  strings.Repeat("שלום עולם ", 5_000),
		"no letters":     strings.Repeat("\U0010FFFF\uFFFE\x00\x1b", 1000),
		"not even text":  strings.Repeat("\xff\xfe", 10_000),
		"lines":          strings.Repeat("\n", 100_000) + "x",
		"nested quotes":  strings.Repeat("> ", 1000) + "deep",
		"nested lists":   strings.Repeat("- ", 1000) + "deep",
		"emphasis":       strings.Repeat("*a_ ", 20_000),
		"a wide table":   strings.Repeat("a|", 300) + "\n" + strings.Repeat("-|", 300) + strings.Repeat("\n"+strings.Repeat("b|", 300), 10),
		"a high cell":    "a|b\n-|-\nx|" + strings.Repeat("high ", 10_000),
		"a long address": "https://example.org/" + strings.Repeat("a/", 20_000),
		"headings":       strings.Repeat("# over\n", 2000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, b := range []document.Book{one(text), document.Of(&document.Title{Text: text}, document.Document{Blocks: []document.Block{document.Code{Text: text}}})} {
				pages := set(t, b, Options{})
				if out := press(t).Outside(pages); len(out) > 0 {
					t.Errorf("%d outside: %v", len(out), out[0])
				}
			}
		})
	}
}

func FuzzSet(f *testing.F) {
	for _, text := range []string{"# a\n\nb *c* `d`", "- [ ] x\n  1. y", "a|b\n-|-\n1|2", "> 😀 שלום 中\u0301", "```\n\tx\n```"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := document.FromMarkdown(text)
		for _, d := range []document.Document{d, {Blocks: []document.Block{document.Paragraph{Text: []document.Span{{Text: text, Note: 1}}}}}} {
			pages := set(t, document.Of(nil, d), Options{Sheet: Sheet{Width: 200, Height: 160, Margin: 20}})
			if out := press(t).Outside(pages); len(out) > 0 {
				t.Errorf("outside: %v", out[0])
			}
		}
	})
}
