package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenALineWithLessAndLessRoom_ThenWhatDoesNotFitGoesOnBelow(t *testing.T) {
	wear(t, look.Light)
	tabs := NewPillGroup([]PillOption{{Key: "a", Label: "Purpose and roles"}, {Key: "b", Label: "Seven steps"}, {Key: "c", Label: "Goals"}}, nil)
	end := NewButton(Outline, "Another", look.IconNone, nil)
	line := Across(8, tabs, Spring(), end)
	natural, before := line.MinSize(), float32(0)
	for _, width := range []float32{natural.Width + 100, natural.Width - 40, 180} {
		line.Resize(fyne.NewSize(width, natural.Height))
		line.Resize(fyne.NewSize(width, line.MinSize().Height)) // now that the width is known
		for _, o := range []fyne.CanvasObject{tabs, end} {
			if right := o.Position().X + o.Size().Width; right > width+1 {
				t.Errorf("in %v a %T reaches to %v", width, o, right)
			}
		}
		if height := line.MinSize().Height; height <= before {
			t.Errorf("in %v the line is %v high, in more room %v", width, height, before)
		} else {
			before = height
		}
	}
	if line.MinSize().Width != natural.Width {
		t.Errorf("it forgot that it would be %v wide, and says %v", natural.Width, line.MinSize().Width)
	}
}
