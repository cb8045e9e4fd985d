package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/data"
	"groundwork/ui/parts"
)

// countingApp counts the animations that begin.
type countingApp struct {
	fyne.App
	driver *countingDriver
}

// Driver implements fyne.App.
func (a countingApp) Driver() fyne.Driver { return a.driver }

type countingDriver struct {
	fyne.Driver
	begun int
}

// StartAnimation implements fyne.Driver.
func (d *countingDriver) StartAnimation(*fyne.Animation) { d.begun++ }

// animations counts those that begin while somebody writes on each page and the
// pointer rests on what can be pressed.
func (s *stage) animations() int {
	s.t.Helper()
	shared := fyne.CurrentApp()
	defer fyne.SetCurrentApp(shared)
	counting := countingApp{shared, &countingDriver{Driver: shared.Driver()}}
	fyne.SetCurrentApp(ownApp{counting, s.Window})
	for _, place := range s.frame.places {
		place.item.Tapped(nil)
		s.settle()
		for _, at := range s.stops() {
			if hears, ok := at.(desktop.Hoverable); ok {
				hears.MouseIn(&desktop.MouseEvent{})
				hears.MouseOut()
			}
			if writes, ok := at.(*parts.Editor); ok {
				writes.Refresh()
			}
		}
	}
	return counting.driver.begun
}

func TestGivenMovementIsOff_WhenOneGoesThroughThePages_ThenNoAnimationBegins(t *testing.T) {
	s := openWindow(t)
	if s.animations() == 0 {
		t.Fatal("the test is wrong: nothing moves anyway")
	}
	s.app.Preferences().SetString(prefMovement, movementOff)
	if n := s.animations(); n > 0 {
		t.Errorf("%d animations begin", n)
	}
}

func TestGivenADesktopThatWantsLessMotion_WhenNothingElseIsChosen_ThenNothingMoves(t *testing.T) {
	folder := t.TempDir()
	s := openWindowWith(t, folder, data.NewHome(folder, data.Options{}), func(o *Options) {
		o.ReducedMotion = func(context.Context) bool { return true }
	})
	s.askDesktop()
	s.settle()
	app := ownApp{s.app, s.Window}
	if app.Settings().ShowAnimations() {
		t.Error("the desktop is not heard")
	}
	newAppearance(s.Window).setMotion(movementOn)
	if !app.Settings().ShowAnimations() {
		t.Error("the choice does not count")
	}
}
