package paper_test

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"groundwork/journal/document"
)

// letters lists the letters that a document shows, in their order, without
// spaces and what is not seen.
func letters(d document.Document) []rune {
	var b strings.Builder
	for _, block := range d.Blocks {
		addBlock(&b, block)
	}
	for _, n := range d.Notes {
		addSpans(&b, n.Text)
	}
	return visible(b.String())
}

func addBlocks(b *strings.Builder, all []document.Block) {
	for _, block := range all {
		addBlock(b, block)
	}
}

func addBlock(b *strings.Builder, block document.Block) {
	switch block := block.(type) {
	case document.Heading:
		addSpans(b, block.Text)
	case document.Paragraph:
		addSpans(b, block.Text)
	case document.Caption:
		addSpans(b, block.Text)
	case document.Code:
		addText(b, block.Text)
	case document.List:
		for _, item := range block.Items {
			addBlocks(b, item.Blocks)
		}
	case document.Quote:
		addBlocks(b, block.Blocks)
		addSpans(b, block.By)
	}
}

func addSpans(b *strings.Builder, spans []document.Span) {
	for _, s := range spans {
		addText(b, s.Text)
		if s.Note > 0 {
			b.WriteString(strconv.Itoa(s.Note))
		}
	}
}

// addText adds a text in the form that is set: without control characters, and
// accents joined with their letters.
func addText(b *strings.Builder, text string) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	b.WriteString(norm.NFC.String(text))
}

// visible gives the letters of a text that are seen, accents as letters of
// their own.
func visible(text string) []rune {
	var all []rune
	for _, r := range text {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector), r == 0x34F:
		case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			all = append(all, 0xFFFD)
		default:
			all = append(all, []rune(norm.NFD.String(string(r)))...)
		}
	}
	return all
}

// missingFrom gives the first letters of want that do not stand in got in that
// order, or "".
func missingFrom(got, want []rune) string {
	at := 0
	for i, r := range want {
		for at < len(got) && got[at] != r {
			at++
		}
		if at == len(got) {
			return string(want[max(0, i-20):min(len(want), i+20)])
		}
		at++
	}
	return ""
}

// words draws a few words of all scripts.
func words(most int) *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.StringMatching(`[a-z]{1,12}`),
		rapid.StringMatching(`[A-Z][a-z]{2,9}[.,!?]`),
		rapid.SampledFrom([]string{
			"naïve", "e\u0301te\u0301", "Čapek", "Ελλάδα", "Москва", "ế", "→", "✓", "“so”", "it’s", "—", "x\u00A0y", "co\u00ADop",
			"中文字符很長", "日本語。", "😀", "👨‍👩‍👧", "❤️", "🇩🇪", "👍🏽", "🏳️‍🌈", "a\u0323\u0302\u0301", "#", "1️⃣", "\\(x)", "<b>", "٣",
			"\U0001F9FF", "\u4e00\u0301", "\uFFFE", "𝔾", "ⅷ", "\u00AD",
		}),
		rapid.StringN(1, 9, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, most).Draw(t, "words"), " ")
	})
}

// leftToRight draws words without letters that are written from the right,
// which programs that read a PDF turn around.
func leftToRight(most int) *rapid.Generator[string] {
	return rapid.Map(words(most), func(text string) string {
		return strings.Map(func(r rune) rune {
			if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Mandaic, unicode.Samaritan) ||
				r >= 0x0590 && r < 0x0900 || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00 {
				return 'x'
			}
			return r
		}, text)
	})
}

// documents draws documents of words in all blocks that have an order.
func documents(text *rapid.Generator[string]) *rapid.Generator[document.Document] {
	spans := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) document.Span {
		return document.Span{
			Text:  text.Draw(t, "text"),
			Style: document.Style(rapid.IntRange(0, 15).Draw(t, "style")),
			Link:  rapid.SampledFrom([]string{"", "", "", "https://example.org/ä (1)"}).Draw(t, "link"),
		}
	}), 1, 4)
	var block func(deep int) *rapid.Generator[document.Block]
	block = func(deep int) *rapid.Generator[document.Block] {
		return rapid.Custom(func(t *rapid.T) document.Block {
			kinds := 6
			if deep == 0 {
				kinds = 4
			}
			within := func() []document.Block {
				return rapid.SliceOfN(block(deep-1), 0, 3).Draw(t, "blocks")
			}
			switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
			case 0:
				return document.Heading{Level: rapid.IntRange(1, 6).Draw(t, "level"), Text: spans.Draw(t, "spans")}
			case 1:
				return document.Code{Text: text.Draw(t, "code")}
			case 2:
				return document.Caption{Text: spans.Draw(t, "spans")}
			case 4:
				items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) document.Item {
					item := document.Item{Blocks: within()}
					if rapid.Bool().Draw(t, "boxed") {
						item.Box = &document.Box{Ticked: rapid.Bool().Draw(t, "ticked")}
					}
					return item
				}), 1, 3).Draw(t, "items")
				return document.List{Numbered: rapid.Bool().Draw(t, "numbered"), First: rapid.IntRange(0, 2000).Draw(t, "first"), Items: items}
			case 5:
				return document.Quote{Blocks: within(), By: spans.Draw(t, "by")}
			}
			return document.Paragraph{Text: spans.Draw(t, "spans")}
		})
	}
	return rapid.Custom(func(t *rapid.T) document.Document {
		return document.Document{Blocks: rapid.SliceOfN(block(3), 0, 8).Draw(t, "document")}
	})
}
