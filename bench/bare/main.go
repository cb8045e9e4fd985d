// Bare is the yardstick of the benchmarks: the smallest program that Fyne can
// make of a window one can write in.
//
//	bare [--data FOLDER] [FILE]
//
// It shows the text of the file, with the cursor at its end. The folder is not
// looked at: it is there so that Bare is started just as Groundwork is.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	flag.String("data", "", "not looked at")
	flag.Parse()
	a := app.NewWithID("app.groundwork.bare")
	w := a.NewWindow("Bare")
	entry := widget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapWord
	// A window with hardly any writing is taken for one not painted yet.
	entry.SetPlaceHolder(strings.Repeat("What did you let someone else decide today? ", 20))
	w.SetContent(entry)
	w.Resize(fyne.NewSize(1280, 800)) // the size of Groundwork's first window
	w.Canvas().Focus(entry)
	if file := flag.Arg(0); file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, "bare:", err)
			os.Exit(1)
		}
		entry.SetText(string(text))
		a.Lifecycle().SetOnStarted(func() { goToEnd(entry) })
	}
	w.ShowAndRun()
}

// goToEnd moves the cursor to the end of the text. A bare Entry knows no key
// for that.
func goToEnd(entry *widget.Entry) {
	for range strings.Count(entry.Text, "\n") {
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}
