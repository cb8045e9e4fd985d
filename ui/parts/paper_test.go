package parts_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// pageDesk is a desk with pages whose drawings are counted.
type pageDesk struct {
	*Paper
	drawn []string    // "page width"
	later []func()    // work that waits, where it does
	shape image.Point // of the pages: as wide for as high
}

// pagesOn puts pages of A4 on a desk of a size.
func pagesOn(t *testing.T, a look.Appearance, count int, size fyne.Size) *pageDesk {
	t.Helper()
	wear(t, a)
	d := &pageDesk{shape: image.Pt(595, 842)}
	d.Paper = NewPaper(d.drawPage)
	d.Background, d.OnUI = func(work func()) { work() }, func(do func()) { do() }
	d.SetCount(count)
	show(t, d.Paper)
	d.Resize(size)
	return d
}

// drawPage is paper with a black upper half on the first page, a lower one on the others.
func (d *pageDesk) drawPage(n, width int) image.Image {
	d.drawn = append(d.drawn, fmt.Sprintf("%d %d", n, width))
	high := width * d.shape.Y / d.shape.X
	img := image.NewRGBA(image.Rect(0, 0, width, high))
	draw.Draw(img, img.Bounds(), image.NewUniform(look.Color(look.ColorPaper)), image.Point{}, draw.Src)
	half := image.Rect(0, 0, width, high/2)
	if n > 0 {
		half = half.Add(image.Pt(0, high/2))
	}
	draw.Draw(img, half, image.NewUniform(color.Black), image.Point{}, draw.Src)
	return img
}

func (d *pageDesk) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		d.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestGivenPages_WhenKeysArePressed_ThenTheyTurn(t *testing.T) {
	d := pagesOn(t, look.Light, 5, fyne.NewSize(400, 600))
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyPageUp, "1 of 5"},
		{fyne.KeyPageDown, "2 of 5"},
		{fyne.KeyEnd, "5 of 5"},
		{fyne.KeyPageDown, "5 of 5"},
		{fyne.KeyLeft, "4 of 5"},
		{fyne.KeyHome, "1 of 5"},
		{fyne.KeyRight, "2 of 5"},
	} {
		d.press(step.key)
		if got := d.AccessibilityLabel(); got != step.want {
			t.Errorf("after %s it shows %s, want %s", step.key, got, step.want)
		}
	}
}

func TestGivenArrows_WhenPressed_ThenThePagesTurnAndTheEndsAreOff(t *testing.T) {
	d := pagesOn(t, look.Light, 2, fyne.NewSize(400, 600))
	arrows := drawn[*IconButton](d.Paper)
	if !arrows[0].Disabled() || arrows[1].Disabled() {
		t.Error("on the first page the wrong arrow is off")
	}
	arrows[1].Tapped(nil)
	if d.Page() != 1 || arrows[0].Disabled() || !arrows[1].Disabled() {
		t.Errorf("on page %d the wrong arrow is off", d.Page())
	}
}

func TestGivenFewerPages_WhenTheyCome_ThenOneOfThemIsShown(t *testing.T) {
	d := pagesOn(t, look.Light, 5, fyne.NewSize(400, 600))
	d.press(fyne.KeyEnd)
	d.SetCount(3)
	if d.AccessibilityLabel() != "3 of 3" {
		t.Errorf("it shows %s", d.AccessibilityLabel())
	}
	d.SetCount(0)
	if d.AccessibilityLabel() != "" || len(drawn[*canvas.Image](d.Paper)) > 0 {
		t.Error("without pages it shows one")
	}
}

func TestGivenAPage_WhenNothingChanges_ThenItIsDrawnOnce(t *testing.T) {
	d := pagesOn(t, look.Light, 2, fyne.NewSize(400, 600))
	before := len(d.drawn)
	d.Refresh()
	d.FocusGained()
	d.FocusLost()
	if len(d.drawn) != before {
		t.Errorf("it is drawn again: %v", d.drawn)
	}
	d.SetCount(2)
	if len(d.drawn) != before+1 {
		t.Errorf("other pages are drawn %d times", len(d.drawn)-before)
	}
}

func TestGivenASlowDrawing_WhenPagesAreTurnedMeanwhile_ThenOnlyTheLastIsDrawnNext(t *testing.T) {
	d := pagesOn(t, look.Light, 9, fyne.NewSize(400, 600))
	d.Background = func(work func()) { d.later = append(d.later, work) }
	d.drawn = nil
	d.press(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown)
	for len(d.later) > 0 {
		next := d.later[0]
		d.later = d.later[1:]
		next()
	}
	if len(d.drawn) != 2 || d.drawn[0][0] != '1' || d.drawn[1][0] != '3' {
		t.Errorf("it drew %v", d.drawn)
	}
}

func TestGivenRoom_WhenLaidOut_ThenThePageFitsAndKeepsItsShape(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(400, 900), fyne.NewSize(900, 400), fyne.NewSize(160, 200)} {
		for _, shape := range []image.Point{{595, 842}, {612, 792}, {800, 500}} {
			d := pagesOn(t, look.Light, 1, size)
			d.shape = shape
			d.SetCount(1)
			page := drawn[*canvas.Image](d.Paper)[0]
			if to := page.Position().Add(page.Size()); to.X > size.Width || to.Y > size.Height {
				t.Errorf("in %v a page of %v reaches to %v", size, shape, to)
			}
			got, want := page.Size().Height/page.Size().Width, float32(shape.Y)/float32(shape.X)
			if got/want < 0.96 || got/want > 1.04 {
				t.Errorf("in %v a page of %v has the shape %v", size, shape, page.Size())
			}
		}
	}
}

func TestGivenAPage_WhenPainted_ThenItIsPaperInEitherAppearance(t *testing.T) {
	for _, a := range []look.Appearance{look.Light, look.Dark} {
		d := pagesOn(t, a, 2, fyne.NewSize(400, 600))
		w := fyne.CurrentApp().Driver().CanvasForObject(d.Paper)
		d.Resize(fyne.NewSize(400, 600))
		picture := w.Capture()
		keep(t, fmt.Sprintf("paper-%d", a), picture)
		if n := countColour(picture, look.Color(look.ColorPaper)); n < 20_000 {
			t.Errorf("in appearance %v %d pixels are paper", a, n)
		}
		if n := countColour(picture, color.Black); n < 20_000 {
			t.Errorf("in appearance %v %d pixels are printed", a, n)
		}
	}
}
