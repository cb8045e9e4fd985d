package paper_test

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
)

// white is the ink of a PDF.
var white = Ink{
	Paper: color.NRGBA{255, 255, 255, 255}, Text: color.NRGBA{0x25, 0x23, 0x1F, 255},
	Second: color.NRGBA{0x5D, 0x58, 0x4D, 255}, Line: color.NRGBA{0xDD, 0xD7, 0xCA, 255},
}

// darkness tells how much ink is on a part of a picture: 0 none, 1 all black.
func darkness(img image.Image, part image.Rectangle) float64 {
	sum := 0.0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			sum += 1 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)/255
		}
	}
	return sum / float64(part.Dx()*part.Dy())
}

// inkOf tells how much ink is on the first page.
func inkOf(t testing.TB, pages *Pages) float64 {
	img := press(t).Draw(pages, 0, 300, white)
	return darkness(img, img.Bounds())
}

// everything is a book with all there can be on paper.
func everything() document.Book {
	d := document.FromMarkdown("# What I led\n\n- Handed Saturday releases to the on-call pair. No escalations in six weeks; the pair now decides go or no-go.\n" +
		"- With **bold**, *italic*, ~~struck~~, `code`, https://example.org/a/long/address and 😀 → ✓ é\n  1. nested\n- [ ] to do\n- [x] done\n\n" +
		"> “You made the trade-off visible before we argued about it.”\n\n| what | how much |\n|:---|---:|\n| time | 30 |\n| money | 1,200 |\n\n```\nfunc main() {\n\tx()\n}\n```\n\n---\n\nLast words.\n")
	d.Blocks = append(d.Blocks,
		document.Quote{Blocks: []document.Block{document.Paragraph{Text: []document.Span{{Text: "You let me find the answer.", Note: 1}}}}, By: []document.Span{{Text: "Priya Raman, engineer"}}},
		document.Figures{Items: []document.Figure{{Value: "12", Label: "moments with a number"}, {Value: "30 %", Label: "less time"}}},
		document.Bars{Title: "By outcome", Items: []document.Bar{{Label: "Revenue", Value: 3, Said: "3"}, {Label: "New business", Value: 12, Said: "12"}}},
		document.Columns{Title: "What I wrote", Series: []string{"Reflection", "Moment"}, Line: "Covered", Most: 9, Items: []document.Column{
			{Label: "Jan", Parts: []float64{3, 2}, Line: 1}, {Label: "Feb", Parts: []float64{5, 1}, Line: 3}, {Label: "Mar", Ahead: true},
		}},
		document.Grid{Title: "By month", Steps: []string{"own word", "number"}, Columns: []string{"Jan", "Feb"}, Rows: []document.GridRow{
			{Label: "Delegates with context", Cells: []int{1, 2}, Said: "strong"}, {Label: "Raises the bar", Cells: []int{0, 4}, Said: "thin"},
		}})
	d.Notes = []document.Note{{Text: []document.Span{{Text: "Moment, 26 February"}}}}
	return document.Book{Title: &document.Title{Text: "Case for Engineering Manager", Below: []string{"Ines Okafor"}}, Contents: true, Parts: parts(d)}
}

func TestThePictureOfAPageIsWhatThePDFShows(t *testing.T) {
	pages := set(t, everything(), Options{})
	path := written(t, pages)
	at := filepath.Join(filepath.Dir(path), "page")
	const width = 1000
	program(t, "pdftoppm", "-png", "-scale-to-x", strconv.Itoa(width), "-scale-to-y", "-1", path, at)
	for n := range pages.Len() {
		drawn := press(t).Draw(pages, n, width, white)
		printed := picture(t, at+"-"+strconv.Itoa(n+1)+".png")
		if math.Abs(float64(drawn.Bounds().Dy()-printed.Bounds().Dy())) > 1 {
			t.Fatalf("it is %v, not %v", drawn.Bounds(), printed.Bounds())
		}
		const cell = 25
		for y := 0; y+cell <= drawn.Bounds().Dy()-1; y += cell {
			for x := 0; x+cell <= width; x += cell {
				part := image.Rect(x, y, x+cell, y+cell)
				if a, b := darkness(drawn, part), darkness(printed, part); math.Abs(a-b) > 0.09 {
					t.Errorf("page %d, at %v: ink %.3f in the picture, %.3f in the PDF", n+1, part.Min, a, b)
				}
			}
		}
	}
}

func picture(t testing.TB, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestAPageThatIsNotThereIsEmptyPaper(t *testing.T) {
	pages := set(t, one("words"), Options{})
	for _, n := range []int{-1, 1} {
		if img := press(t).Draw(pages, n, 100, white); darkness(img, img.Bounds()) != 0 {
			t.Errorf("page %d is printed", n)
		}
	}
	if img := press(t).Draw(pages, 0, 0, white); img.Bounds().Empty() {
		t.Error("a picture of no width is none")
	}
}

func TestPagesAreSetDrawnAndWrittenSideBySide(t *testing.T) {
	pages := set(t, everything(), Options{})
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() { press(t).Draw(pages, 1, 400, white) })
		group.Go(func() {
			if err := press(t).WritePDF(t.Context(), io.Discard, pages, meta); err != nil {
				t.Error(err)
			}
		})
		group.Go(func() {
			if _, err := press(t).Set(t.Context(), everything(), Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func BenchmarkDraw(b *testing.B) {
	pages := set(b, everything(), Options{})
	for b.Loop() {
		press(b).Draw(pages, 1, 900, white)
	}
}
