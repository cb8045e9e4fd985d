package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// stageApp is the app of a stage: the one of Fyne's package test, which all
// stages share, with settings and preferences that are as those of a new one.
//
// A new one for each test would have Fyne read all faces anew, which takes
// longer than the rest of most tests. It would keep the old ones, too: what the
// shaper (go-text 0.3.4, harfbuzz.Buffer) remembers of a face it never forgets.
type stageApp struct {
	fyne.App
	settings *stageSettings
}

func newStageApp(t testing.TB) *stageApp {
	t.Helper()
	shared := fyne.CurrentApp()
	if before, ok := shared.(*stageApp); ok {
		shared = before.App
	}
	p, ok := shared.Preferences().(interface{ WriteValues(func(map[string]any)) })
	if !ok {
		t.Fatal("the preferences of the test before cannot be forgotten")
	}
	p.WriteValues(func(all map[string]any) { clear(all) })
	shared.Clipboard().SetContent("")
	a := &stageApp{App: shared, settings: &stageSettings{Settings: shared.Settings()}}
	fyne.SetCurrentApp(a)
	return a
}

// Settings implements fyne.App.
func (a *stageApp) Settings() fyne.Settings { return a.settings }

// stageSettings are the settings of a stageApp. The first theme that is set has
// nothing to redraw, and the same faces as that of the test before.
type stageSettings struct {
	fyne.Settings
	theme fyne.Theme
}

// SetTheme implements fyne.Settings.
func (s *stageSettings) SetTheme(theme fyne.Theme) {
	first := s.theme == nil
	s.theme = theme
	if !first {
		s.Settings.SetTheme(theme)
	}
}

// Theme implements fyne.Settings.
func (s *stageSettings) Theme() fyne.Theme {
	if s.theme == nil {
		return s.Settings.Theme()
	}
	return s.theme
}
