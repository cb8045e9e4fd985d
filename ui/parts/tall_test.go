package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// scrollableIn gives what hears the wheel over an object, found from the top.
func scrollableIn(o fyne.CanvasObject) fyne.Scrollable {
	objects := []fyne.CanvasObject{}
	switch x := o.(type) {
	case *fyne.Container:
		objects = x.Objects
	case fyne.Widget:
		objects = test.WidgetRenderer(x).Objects()
	}
	for i := len(objects) - 1; i >= 0; i-- {
		if found := scrollableIn(objects[i]); found != nil {
			return found
		}
	}
	s, _ := o.(fyne.Scrollable)
	return s
}

// lowFrame is a window lower than the smallest, with buttons at the top and the
// foot of its page.
func lowFrame(t *testing.T) (w fyne.Window, page *Scroller, foot *Button) {
	t.Helper()
	wear(t, look.Light)
	foot = NewButton(Primary, "Save", look.IconNone, nil)
	page = NewScroller(Across(0, Spring(), foot))
	c := NewColumns(NewSurface("", "", 0), page, nil)
	c.Lowest = 300
	w = test.NewWindow(WithTips(c))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 320))
	return w, page, foot
}

func TestGivenALowWindow_WhenTheWheelTurnsWhereNothingIsLeftToScroll_ThenThePageScrolls(t *testing.T) {
	w, page, _ := lowFrame(t)
	if page.Size().Height != look.MinWindowHeight-look.MenuBarHeight {
		t.Fatalf("the page is %v high", page.Size().Height)
	}
	before := fyne.CurrentApp().Driver().AbsolutePositionForObject(page).Y
	w.Canvas().Capture()
	scrollableIn(page).Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100)})
	if after := fyne.CurrentApp().Driver().AbsolutePositionForObject(page).Y; after >= before {
		t.Errorf("the page stands at %v, and did at %v", after, before)
	}
}

func TestGivenALowWindow_WhenTheKeyboardComesToTheFootOfThePage_ThenItIsInSight(t *testing.T) {
	w, page, foot := lowFrame(t)
	page.Resize(page.Size())
	w.Canvas().Focus(foot)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(foot).Y
	if at < 0 || at+foot.Size().Height > w.Canvas().Size().Height {
		t.Errorf("it stands at %v", at)
	}
}
