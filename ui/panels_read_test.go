package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/journal"
	"groundwork/ui/parts"
)

func TestGivenAPanelToRead_WhenItIsLongerThanItsRoom_ThenTheKeyboardScrollsIt(t *testing.T) {
	var skipped []journal.SkippedLine
	var lines []string
	for i := range 60 {
		skipped = append(skipped, journal.SkippedLine{Line: i, Text: "no date", Why: "y"})
		lines = append(lines, fmt.Sprint("Entry ", i, " was damaged."))
	}
	s := openWindow(t)
	for name, show := range map[string]func(){
		"lines left out": func() { s.showSkipped(skipped) },
		"crash":          func() { s.showCrash(&Crash{Report: strings.Repeat("journal.(*Draft).Edit\n", 60)}) },
		"damage":         func() { s.showDamage("The journal is damaged", lines, nil) },
	} {
		show()
		s.settle()
		s.win.Canvas().Focus(onlyOne[*parts.KeyStop](t, s))
		s.hit(fyne.KeyEnd)
		if scroll := scrollIn(onlyOne[*parts.KeyStop](t, s)); scroll == nil || scroll.Offset.Y <= 0 {
			t.Errorf("%s: End does not lead to the end", name)
		}
		s.hit(fyne.KeyEscape)
		if s.win.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: Escape leaves it open", name)
		}
	}
}

// onlyOne is the one part of a kind in the panel on top.
func onlyOne[P fyne.CanvasObject](t *testing.T, s *stage) (found P) {
	t.Helper()
	count := 0
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if part, ok := o.(P); ok {
			found, count = part, count+1
		}
	}
	if count != 1 {
		t.Fatalf("the panel has %d of them", count)
	}
	return found
}

func scrollIn(o fyne.CanvasObject) *container.Scroll {
	for _, each := range test.LaidOutObjects(o) {
		if scroll, ok := each.(*container.Scroll); ok {
			return scroll
		}
	}
	return nil
}
