package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
)

// sharing stands a text and what belongs to it in a window of a height.
func sharing(t *testing.T, height, below float32) (text, under *canvas.Rectangle, s *Shared) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	text, under = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	under.SetMinSize(fyne.NewSize(10, below))
	s = NewShared(text, under, 60)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, height))
	return text, under, s
}

func TestGivenRoom_WhenShared_ThenWhatStandsBelowHasItsOwnHeight(t *testing.T) {
	text, under, _ := sharing(t, 400, 100)
	if text.Size().Height != 300 || under.Size().Height != 100 {
		t.Errorf("the text has %v and the rest %v", text.Size(), under.Size())
	}
}

func TestGivenLittleRoom_WhenShared_ThenTheTextKeepsItsLeast(t *testing.T) {
	text, _, s := sharing(t, 200, 500)
	if text.Size().Height != 60 || s.scroller.Size().Height != 140 {
		t.Errorf("the text has %v and the rest %v", text.Size(), s.scroller.Size())
	}
}

func TestGivenALongText_WhenShared_ThenItKeepsAShareOfTheRoom(t *testing.T) {
	text, _, s := sharing(t, 500, 700)
	s.Text = func() float32 { return 4000 }
	s.Refresh()
	if want := sharedText * 500; text.Size().Height != want {
		t.Errorf("the text has %v, want %v", text.Size(), want)
	}
	s.Text = func() float32 { return 90 }
	s.Refresh()
	if text.Size().Height != 90 {
		t.Errorf("a short text has %v", text.Size())
	}
}

func TestGivenNothingBelow_WhenShared_ThenTheTextHasAll(t *testing.T) {
	text, under, s := sharing(t, 400, 100)
	under.Hide()
	s.Fit()
	if text.Size().Height != 400 {
		t.Errorf("the text has %v", text.Size())
	}
}
