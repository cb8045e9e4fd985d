package parts_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenAFileChip_WhenDeleteOrDownIsPressed_ThenItGoesOrOpensItsMenu(t *testing.T) {
	wear(t, look.Light)
	removed, opened := 0, 0
	c := NewFileChip("report.pdf", look.IconPaperclip, nil)
	c.OnRemove = func() { removed++ }
	c.OnMenu = func(fyne.Position) { opened++ }
	stand(t, c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	test.TapSecondary(c)
	if removed != 1 || opened != 2 {
		t.Errorf("removed %d times, opened its menu %d times; want 1 and 2", removed, opened)
	}
}

func TestGivenAFileChip_WhenItIsAPicture_ThenItIsHigherAndStaysAsWide(t *testing.T) {
	wear(t, look.Light)
	c := NewFileChip("a very long name of a picture that was taken on a long day in spring.jpeg", look.IconPaperclip, nil)
	stand(t, c)
	before := c.MinSize()
	c.SetPicture(image.NewGray(image.Rect(0, 0, 9, 9)))
	if got := c.MinSize(); got.Height != 2*before.Height || got.Width != before.Width {
		t.Errorf("it is %v, before %v", got, before)
	}
}

func TestGivenAFileChip_WhenItHasANote_ThenItIsReadAloudWithTheName(t *testing.T) {
	wear(t, look.Light)
	c := NewFileChip("photo.png", look.IconPaperclip, nil)
	c.SetNote("not a picture")
	if got := c.AccessibilityLabel(); got != "photo.png, not a picture" {
		t.Errorf("it reads %q", got)
	}
}
