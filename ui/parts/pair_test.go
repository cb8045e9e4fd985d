package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
)

func TestAPairStandsSideBySideAndBelowEachOtherWhereThereIsLittleRoom(t *testing.T) {
	test.NewTempApp(t)
	p := NewPair(nil)
	p.Set("6 Mar", "A Friday note with three lines and one decision", look.IconThumb, look.ColorAccent, "Read it aloud in the next meeting")
	at := func(width float32) (left, right fyne.Position, height float32) {
		p.Resize(fyne.NewSize(width, p.MinSize().Height))
		p.Resize(fyne.NewSize(width, p.MinSize().Height))
		test.WidgetRenderer(p).Layout(p.Size())
		return p.left.Position(), p.right.Position(), p.MinSize().Height
	}
	left, right, wide := at(600)
	if left.Y != right.Y || right.X <= PairAnswer(600) {
		t.Errorf("in a wide column they stand at %v and %v", left, right)
	}
	left, right, narrow := at(300)
	if right.Y <= left.Y || narrow <= wide {
		t.Errorf("in a narrow one they stand at %v and %v, %v high", left, right, narrow)
	}
	if bottom := right.Y + p.right.Size().Height; bottom > narrow {
		t.Errorf("the answer ends at %v of %v", bottom, narrow)
	}
}

func TestAPairIsPressedByTapAndKeysAndReadAloud(t *testing.T) {
	test.NewTempApp(t)
	pressed := 0
	p := NewPair(func() { pressed++ })
	p.Set("6 Mar", "A note", look.IconNone, look.ColorInk2, "No answer yet")
	test.Tap(p)
	p.TypedRune(' ')
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != 3 {
		t.Errorf("pressed %d times", pressed)
	}
	if got := p.AccessibilityLabel(); got != "6 Mar, A note, No answer yet" {
		t.Errorf("read aloud it is %q", got)
	}
}

func TestTheHeadsOverPairsAreOneWhereTheColumnsAre(t *testing.T) {
	test.NewTempApp(t)
	h := PairHead("Left", "Right")
	h.Resize(fyne.NewSize(600, 20))
	if second := h.Objects[1]; !second.Visible() || second.Position().X != PairAnswer(600) {
		t.Errorf("the second stands at %v", second.Position())
	}
	h.Resize(fyne.NewSize(300, 20))
	if h.Objects[1].Visible() {
		t.Error("in a narrow column there are two")
	}
}
