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
	if n := differ(want, s.win.Canvas().Capture()); n > 200 { // the caret blinks
		t.Errorf("%d pixels of Today are otherwise than when it was there to be told", n)
	}
}

// differ counts the pixels in which two pictures differ.
func differ(a, b image.Image) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				n++
			}
		}
	}
	return n
}
