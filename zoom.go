package main

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"
)

// The environment variable that Fyne reads the scale of its windows from each
// time it draws them anew, there being no other way to set it, and the one in
// which we keep what it was: the process that takes the place of this one when
// the journal is locked finds both.
const (
	scaleVariable = "FYNE_SCALE"
	usualVariable = "GROUNDWORK_USUAL_SCALE"
)

// newZoom gives what sets how large everything is drawn, in percent of what the
// writer's system and settings ask for.
func newZoom(settings fyne.Settings) func(percent int) {
	asked, kept := os.LookupEnv(usualVariable)
	if !kept {
		asked = os.Getenv(scaleVariable)
		setenv(usualVariable, asked)
	}
	usual := usualScale(asked, settings.Scale())
	return func(percent int) {
		setenv(scaleVariable, strconv.FormatFloat(usual*float64(percent)/100, 'f', 2, 64))
	}
}

// setenv sets a variable, which fails for odd names and values only.
func setenv(key, value string) { _ = os.Setenv(key, value) }

// usualScale is the scale without any zoom: that of the environment, or else of
// the settings, or else 1, as Fyne 2.8 reads them.
func usualScale(environment string, settings float32) float64 {
	if environment == "auto" {
		return 1
	}
	if scale, err := strconv.ParseFloat(environment, 64); err == nil && scale > 0 {
		return scale
	}
	if settings > 0 {
		return float64(settings)
	}
	return 1
}
