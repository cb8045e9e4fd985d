package ui

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// TestAPageThatWasAwayWearsTheNewAppearance: Fyne tells only what is in the
// window of a change.
func TestAPageThatWasAwayWearsTheNewAppearance(t *testing.T) {
	s := openWindow(t)
	s.setAppearance(look.Dark)
	s.press(key(fyne.Key8, ctrl))
	s.press(key(fyne.Key1, ctrl))
	want := s.win.Canvas().Capture()
	s.setAppearance(look.Light)
	s.press(key(fyne.Key8, ctrl))
	s.setAppearance(look.Dark)
	s.press(key(fyne.Key1, ctrl))
	// The two editors wear a theme of their own and paint when Fyne comes to
	// it, on a slow machine not before the first picture: they are left out.
	text := s.areaOf(s.today.title).Union(s.areaOf(s.today.body))
	if n := differ(want, s.win.Canvas().Capture(), text); n > 200 {
		t.Errorf("%d pixels of Today are otherwise than when it was there to be told", n)
	}
}

// areaOf is where an object stands on the canvas.
func (s *stage) areaOf(o fyne.CanvasObject) image.Rectangle {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return image.Rect(int(at.X)-4, int(at.Y)-4, int(at.X+size.Width)+4, int(at.Y+size.Height)+4)
}

// differ counts the pixels in which two pictures differ, but for an area.
func differ(a, b image.Image, except image.Rectangle) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if image.Pt(x, y).In(except) {
				continue
			}
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				n++
			}
		}
	}
	return n
}
