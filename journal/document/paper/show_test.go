package paper_test

import (
	"fmt"
	"image/color"
	"image/png"
	"os"
	"testing"

	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
)

var white = Ink{color.White, color.NRGBA{0x25, 0x23, 0x1F, 255}, color.NRGBA{0x5D, 0x58, 0x4D, 255}, color.NRGBA{0xDD, 0xD7, 0xCA, 255}}

func TestShow(t *testing.T) {
	d := document.FromMarkdown(`# What I led

- Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair now decides go or no-go.
- Delayed the gate rollout by a week with two of four stations tested. No rework; queues stayed under 90 seconds.
  1. nested one
  2. nested two with **bold**, *italic*, ***both***, ~~struck~~ and ` + "`code`" + ` and https://example.org/a/very/long/address/that/goes/on
- [ ] to do
- [x] done 😀 👨‍👩‍👧 ❤️ 🇩🇪 👍🏽 中文字符 עברית العربية → ✓ ☐ ★ ế é

## Impact in numbers

Rollback time fell from 40 to 12 minutes over six releases.

> “You made the trade-off visible before we argued about it. I knew what I was giving up.”
>
> - list in a quote

| what | how much | why it is so and not otherwise, at length |
|:---|---:|:--|
| time | 30 | because **it** is |
| money | 1,200 | because it is and because it was and because there will be more of it when all of us come together again next year |

` + "```go\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n```" + `

---

Last words.
`)
	d.Blocks = append(d.Blocks,
		document.Quote{Blocks: []document.Block{document.Paragraph{Text: []document.Span{{Text: "You let me find the answer.", Note: 1}}}}, By: []document.Span{{Text: "Priya Raman, engineer, 19 February"}}},
		document.Figures{Items: []document.Figure{{Value: "12", Label: "moments with a number"}, {Value: "7 of 9", Label: "expectations that are strong"}, {Value: "30 %", Label: "less time"}}},
		document.Bars{Title: "By outcome", Unit: "moments", Items: []document.Bar{{Label: "Revenue", Value: 3, Said: "3"}, {Label: "New business", Value: 12, Said: "12"}, {Label: "Costs", Value: 0, Said: "none"}}},
		document.Columns{Title: "What I wrote", Series: []string{"Reflection", "Moment", "Feedback", "Application"}, Line: "Expectations covered", Most: 9, Items: []document.Column{
			{Label: "Jan", Parts: []float64{3, 2, 1, 0}, Line: 1}, {Label: "Feb", Parts: []float64{5, 1, 0, 1}, Line: 3}, {Label: "Mar", Parts: []float64{1, 4, 2, 1}, Line: 7}, {Label: "Apr", Ahead: true},
		}},
		document.Grid{Title: "Evidence by month", Steps: []string{"own word", "number", "quote", "artefact"}, Columns: []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun"}, Rows: []document.GridRow{
			{Label: "Delegates with context", Cells: []int{0, 1, 2, 3, 4, 0}, Said: "strong"}, {Label: "Raises the hiring bar with a rather long name", Cells: []int{0, 0, 0, 1, 0, 0}, Said: "thin"},
		}},
	)
	d.Notes = []document.Note{{Text: []document.Span{{Text: "Moment, 26 February. Decides under uncertainty"}}}}
	b := document.Of(&document.Title{Text: "Case for Engineering Manager", Below: []string{"Ines Okafor, Halden Rail. July 2025 to March 2026."}}, d)
	b.Contents = os.Getenv("CONTENTS") != ""
	pages := set(t, b, Options{Large: os.Getenv("LARGE") != ""})
	path := written(t, pages)
	fmt.Print(program(t, "qpdf", "--check", path))
	fmt.Print(program(t, "pdftotext", "-raw", path, "-"))
	fmt.Print(program(t, "pdffonts", path))
	fmt.Print(program(t, "pdfinfo", path))
	fmt.Print(program(t, "pdftoppm", "-r", "100", "-png", path, "/tmp/paper/show"))
	for n := range pages.Len() {
		f, _ := os.Create(fmt.Sprintf("/tmp/paper/draw-%d.png", n+1))
		_ = png.Encode(f, press(t).Draw(pages, n, 827, white))
		f.Close()
	}
}
