package session

import (
	"context"
	"fmt"
	"strings"

	"github.com/godbus/dbus/v5"
)

// savers are the names under which desktops tell on the session bus that the
// screen is locked or saved. The first is KDE's, after the idle inhibition
// service of freedesktop.org.
var savers = []string{
	"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
	"org.mate.ScreenSaver", "org.xfce.ScreenSaver",
}

// saverChanged is the signal that all of them send.
const saverChanged = "ActiveChanged"

// screenSavers tell when the screen is locked, on the session bus.
type screenSavers struct{ *watch }

func (screenSavers) what() string { return "when its screen is locked" }

func (screenSavers) address() string { return sessionBusAddress() }

func (v screenSavers) hear(ctx context.Context, conn *dbus.Conn, signals <-chan *dbus.Signal, leave func()) error {
	for _, name := range savers {
		if err := conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(name), dbus.WithMatchMember(saverChanged)); err != nil {
			return fmt.Errorf("ask to be told of the screen: %w", err)
		}
	}
	v.heard("session")
	return each(ctx, signals, screenLocked, leave)
}

// screenLocked tells whether a signal on the session bus says that the screen
// is locked or saved now.
func screenLocked(signal *dbus.Signal) bool {
	return strings.HasSuffix(signal.Name, ".ScreenSaver."+saverChanged) && yes(signal)
}
