package parts_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenRows_WhenHoveredFocusedAndOpen_ThenEachShows(t *testing.T) {
	s := newRolling(t, 20)
	colours := func() (hover, card, accent int) {
		img := s.w.Canvas().Capture()
		count := func(name fyne.ThemeColorName) int { return countColour(img, look.Color(name)) }
		return count(look.ColorHover), count(look.ColorCard), count(look.ColorAccent)
	}
	if h, c, a := colours(); h+c+a != 0 {
		t.Fatalf("at rest it has %d, %d, %d pixels", h, c, a)
	}
	test.MoveMouse(s.w.Canvas(), fyne.NewPos(100, 60))
	if h, _, _ := colours(); h < 56*300 {
		t.Errorf("under the pointer %d pixels are lit", h)
	}
	test.Scroll(s.w.Canvas(), fyne.NewPos(100, 60), 0, -200)
	if h, _, _ := colours(); h != 0 {
		t.Error("a row that was scrolled away is lit")
	}
	test.MoveMouse(s.w.Canvas(), fyne.NewPos(100, 61))
	if h, _, _ := colours(); h == 0 {
		t.Error("the row under the pointer is not lit")
	}
	press(s, fyne.KeyEnd)
	if h, _, _ := colours(); h != 0 {
		t.Error("a row that the keyboard scrolled away is lit")
	}
	press(s, fyne.KeyHome)
	s.SetSelected(2)
	if _, c, a := colours(); c < 56*300 || a == 0 {
		t.Errorf("open, the card has %d pixels and the bar %d", c, a)
	}
	_, _, without := colours()
	s.w.Canvas().Focus(s.Roll)
	if _, _, with := colours(); with < without+200 {
		t.Error("the keyboard has no ring")
	}
}

func TestGivenAnOpenRow_WhenTheAppearanceChanges_ThenItFollows(t *testing.T) {
	picture := func(a look.Appearance) image.Image {
		app := wear(t, a)
		r := NewRoll(nil)
		w := stand(t, r)
		r.Resize(fyne.NewSize(300, 250))
		r.Fill(&crowd{n: 12, height: 56})
		r.SetSelected(1)
		app.Settings().SetTheme(look.New(look.Dark))
		return w.Canvas().Capture()
	}
	if !same(picture(look.Light), picture(look.Dark)) {
		t.Error("it does not look as one made in the dark")
	}
}
