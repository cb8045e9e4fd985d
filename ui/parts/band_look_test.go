package parts_test

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// bandPicture draws a band on its card.
func bandPicture(t *testing.T, a look.Appearance, s BandSheet, size fyne.Size) fyne.Window {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("other systems draw letters in other ways")
	}
	wear(t, a)
	b := NewBand()
	w := test.NewWindow(container.NewStack(NewSurface(look.ColorCard, look.ColorLine, look.RadiusCard), b))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(size)
	b.Fill(s, s.Now)
	return w
}

func TestGivenTheBandOfTheDesign_WhenDrawn_ThenItLooksAsItDid(t *testing.T) {
	s := designBand()
	for name, c := range map[string]struct {
		a    look.Appearance
		size fyne.Size
	}{
		"band-light": {look.Light, fyne.NewSize(1016, BandHigh)},
		"band-dark":  {look.Dark, fyne.NewSize(1016, BandHigh)},
		"band-small": {look.Light, fyne.NewSize(580, 230)},
		"band-low":   {look.Dark, fyne.NewSize(580, BandLow)},
	} {
		t.Run(name, func(t *testing.T) {
			picture := bandPicture(t, c.a, s, c.size).Canvas().Capture()
			keep(t, name, picture)
			test.AssertImageMatches(t, name+".png", picture)
		})
	}
}

func TestGivenTheBandOfTheDesign_WhenDrawn_ThenItIsBuiltAsItWas(t *testing.T) {
	w := bandPicture(t, look.Light, designBand(), fyne.NewSize(688, BandHigh))
	test.AssertRendersToMarkup(t, "band.xml", w.Canvas())
}
