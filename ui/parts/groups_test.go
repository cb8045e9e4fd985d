package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
)

// block is a group of a height.
func block(height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(10, height))
	return r
}

func TestGroupsStandInTheShorterColumn_OrBelowEachOtherWithoutRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	a, b, c := block(100), block(40), block(30)
	g := Groups(200, 20, 10, a, b, c)
	g.Resize(fyne.NewSize(420, 1))
	if want := fyne.NewPos(220, 50); c.Position() != want || a.Position().X != 0 || b.Position() != fyne.NewPos(220, 0) {
		t.Errorf("the third stands at %v and not below the second, at %v", c.Position(), want)
	}
	if height := g.MinSize().Height; height != 100 {
		t.Errorf("together they are %v high", height)
	}
	g.Resize(fyne.NewSize(419, 1))
	if want := fyne.NewPos(0, 160); c.Position() != want {
		t.Errorf("without room for two columns the third stands at %v and not at %v", c.Position(), want)
	}
}

func TestAScrollerIsTurnedByKeys_NoFurtherThanThereIsContent(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	s := NewScroller(block(1000))
	s.Resize(fyne.NewSize(100, 300))
	for _, turned := range []struct {
		by fyne.KeyName
		to float32
	}{{fyne.KeyUp, 0}, {fyne.KeyDown, 40}, {fyne.KeyPageDown, 300}, {fyne.KeyUp, 260}, {fyne.KeyPageUp, 0}, {fyne.KeyEnd, 700}, {fyne.KeyDown, 700}, {fyne.KeyHome, 0}, {fyne.KeyA, 0}} {
		if s.Turn(turned.by); s.scroll.Offset.Y != turned.to {
			t.Fatalf("%s scrolls to %v and not to %v", turned.by, s.scroll.Offset.Y, turned.to)
		}
	}
	if s.TurnPage(' '); s.scroll.Offset.Y != 260 {
		t.Errorf("the space bar scrolls to %v", s.scroll.Offset.Y)
	}
}
