// Bare is the yardstick of the benchmarks: the smallest program that Fyne can
// make of a window one can write in. It takes any arguments and heeds none, so
// that it is started just as Groundwork is.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("app.groundwork.bare").NewWindow("Bare")
	entry := widget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapWord
	// A window without any writing is taken for one that is not painted yet.
	entry.SetPlaceHolder("What did you let someone else decide today?")
	w.SetContent(entry)
	w.Resize(fyne.NewSize(1280, 800)) // the size of Groundwork's first window
	w.Canvas().Focus(entry)
	w.ShowAndRun()
}
