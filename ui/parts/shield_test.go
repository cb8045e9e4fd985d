package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenAShieldOverAButton_WhenTapped_ThenOnlyWhatLiesInItHears(t *testing.T) {
	wear(t, look.Light)
	below, within := 0, 0
	in := NewButton(Outline, "Add a stage", look.IconNone, func() { within++ })
	shield := Shield(container.NewWithoutLayout(in))
	w := test.NewWindow(container.NewStack(NewButton(Quiet, "", look.IconNone, func() { below++ }), shield))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	in.Resize(in.MinSize())
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 15))
	test.TapCanvas(w.Canvas(), fyne.NewPos(280, 180))
	if within != 1 || below != 0 {
		t.Errorf("within it was heard %d times, below %d times", within, below)
	}
}
