package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func TestGivenAText_WhenItHasNotTheRoom_ThenTheFirstShorterWayThatFitsStandsThere(t *testing.T) {
	wear(t, look.Light)
	text := NewText("", TypeCaption)
	text.Truncate = true
	ways := []string{"Freunde oder Familie, 11. August", "Freunde oder Familie, 11. Aug", "11. Aug"}
	text.SetText(ways[0], ways[1:]...)
	said := func(width float32) string {
		text.Resize(fyne.NewSize(width, 20))
		return test.WidgetRenderer(text).Objects()[0].(*canvas.Text).Text
	}
	for _, way := range ways {
		if got := said(NewText(way, TypeCaption).WholeWidth() + 1); got != way {
			t.Errorf("where %q has room stands %q", way, got)
		}
	}
	if got := said(30); got != "11…" {
		t.Errorf("where nothing has room stands %q", got)
	}
	if text.AccessibilityLabel() != ways[0] {
		t.Errorf("it is read as %q", text.AccessibilityLabel())
	}
}

func TestGivenAListOfTitlesAlone_WhenShown_ThenTheyStandInTheMiddleOfTheirRows(t *testing.T) {
	l, _, _ := lined(t, 1)
	l.Fill(1, func(int) ListItem { return ListItem{Title: "#meeting", Note: "3 entries"} })
	var find func(fyne.CanvasObject, float32) (float32, bool)
	find = func(o fyne.CanvasObject, top float32) (float32, bool) {
		top += o.Position().Y
		var within []fyne.CanvasObject
		switch x := o.(type) {
		case *canvas.Text:
			if x.Text == "#meeting" {
				return top + x.MinSize().Height/2, true
			}
		case *fyne.Container:
			within = x.Objects
		case fyne.Widget:
			within = test.WidgetRenderer(x).Objects()
		}
		for _, each := range within {
			if middle, ok := find(each, top); ok {
				return middle, true
			}
		}
		return 0, false
	}
	if middle, ok := find(l, 0); !ok || middle < 24 || middle > 31 {
		t.Errorf("in a row of 55 the middle of the title stands at %.0f (there: %v)", middle, ok)
	}
}
