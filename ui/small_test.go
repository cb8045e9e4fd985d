package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

func TestTheSmallestWindowHoldsThePage(t *testing.T) {
	s := openWindow(t)
	room := smallest.SubtractWidthHeight(0, look.MenuBarHeight)
	s.win.Resize(room)
	s.today.prompt.SetPrompt("Which two people would you name to a colleague who asked who in the company taught you how to listen, and when was that?",
		"An element with a long name · How To Get Into a Leadership Role at Work: 7 Steps")
	s.win.Content().Refresh()
	for _, o := range []fyne.CanvasObject{s.win.Content(), s.today.centre()} {
		if got := o.MinSize(); got.Width > room.Width || got.Height > room.Height {
			t.Errorf("%T needs %v, and has %v", o, got, room)
		}
	}
}
