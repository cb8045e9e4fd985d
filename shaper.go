package main

import (
	"time"
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/shaping"
)

// Fyne shapes all its text with one shaper, which keeps a plan for every face it
// ever saw, and with the plan the face (go-text/typesetting 0.3.4, harfbuzz/shape.go,
// planCache). Each change of light and dark has Fyne read all faces anew, so that
// each left some nine megabytes behind for good: a month of a desktop that turns
// dark in the evening would have been half a gigabyte. There is no door to the
// shaper, so its name leads through the wall; the test beside this file fails where
// Fyne has another one.
//
//go:linkname fyneShaper fyne.io/fyne/v2/internal/painter.shaper
var fyneShaper *shaping.HarfbuzzShaper

// giveBackAfter is when memory goes back to the system after all faces were read anew.
const giveBackAfter = time.Second

// forgetFaces has the shaper begin anew, so that it lets go of the faces so far. It
// runs on the UI goroutine, as all shaping does once the window is there.
func forgetFaces() {
	*fyneShaper = shaping.HarfbuzzShaper{}
}

// forgetFacesAfter forgets the faces whenever the settings change, which is when
// Fyne does.
func forgetFacesAfter(settings fyne.Settings) {
	settings.AddListener(func(fyne.Settings) {
		forgetFaces()
		time.AfterFunc(giveBackAfter, giveBack)
	})
}
