package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenABadge_WhenItSaysSomethingElse_ThenItsShapeTellsAsWellAsItsColour(t *testing.T) {
	wear(t, look.Light)
	b := NewBadge(BadgeLine, BadgeThere)
	b.SetNumber(3)
	type shape struct {
		icon, number, ring bool
	}
	for l, want := range map[BadgeLook]shape{
		BadgeThere: {icon: true}, BadgePartly: {icon: true, ring: true}, BadgeMissing: {ring: true},
		BadgeNumber: {number: true, ring: true}, BadgeDot: {}, BadgeRing: {ring: true},
	} {
		b.SetLook(l)
		test.WidgetRenderer(b)
		circle := drawn[*canvas.Circle](b)[0]
		got := shape{len(drawn[*canvas.Image](b)) > 0, len(drawn[*canvas.Text](b)) > 0, circle.StrokeWidth > 0}
		if got != want {
			t.Errorf("look %d: %+v, want %+v", l, got, want)
		}
	}
}

func TestGivenAStrip_WhenSomeOfManyAreThere_ThenEachHasAPieceAsLongAsTheyCanBeTold(t *testing.T) {
	wear(t, look.Light)
	for _, c := range []struct{ done, of, filled, open int }{
		{0, 0, 0, 1}, {0, 1, 0, 1}, {5, 7, 5, 2}, {2, 2, 2, 0}, {9, 4, 4, 0}, {12, 12, 12, 0}, {12, 48, 1, 1}, {48, 48, 1, 0}, {0, 48, 0, 1},
	} {
		s := NewStrip()
		s.Set(c.done, c.of)
		s.Resize(s.MinSize())
		filled, open, end := 0, 0, float32(0)
		for _, piece := range drawn[*canvas.Rectangle](s) {
			if piece.StrokeWidth > 0 {
				open++
			} else {
				filled++
			}
			end = piece.Position().X + piece.Size().Width
		}
		if filled != c.filled || open != c.open || end < 111 || end > 113 {
			t.Errorf("%d of %d: %d filled and %d open, to %v", c.done, c.of, filled, open, end)
		}
	}
}

func TestGivenATile_WhenPressedOrByKeys_ThenItTellsOnce(t *testing.T) {
	wear(t, look.Light)
	pressed := 0
	tile := NewTile(NewText("Words", TypeUI), 8, func() { pressed++ })
	tile.Label = "Read me"
	tile.Resize(fyne.NewSize(100, 40))
	test.Tap(tile)
	tile.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	tile.TypedRune(' ')
	if pressed != 3 || tile.AccessibilityLabel() != "Read me" {
		t.Errorf("told %d times, reads %q", pressed, tile.AccessibilityLabel())
	}
}
