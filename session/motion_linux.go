package session

import (
	"context"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

// The settings of the desktop, as the portal gives them to programs:
// org.freedesktop.portal.Settings of xdg-desktop-portal.
const (
	portal     = "org.freedesktop.portal.Desktop"
	portalPath = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	readOne    = "org.freedesktop.portal.Settings.ReadOne"
)

// portalPatience is how long the portal is waited for.
const portalPatience = 3 * time.Second

// ReducedMotion tells whether the user asked the desktop for less motion. Where
// nothing answers on the session's bus, it is an error.
func ReducedMotion(ctx context.Context) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, portalPatience)
	defer cancel()
	conn, err := connect(ctx, sessionBusAddress())
	if err != nil {
		return false, err
	}
	defer conn.Close() // nothing more is asked
	ask := func(namespace, key string) (answer any, err error) {
		err = conn.Object(portal, portalPath).CallWithContext(ctx, readOne, dbus.FlagNoAutoStart, namespace, key).Store(&answer)
		return answer, err
	}
	// 0 is no preference, 1 reduced motion. Older desktops do not know it, but
	// GNOME's and those like it have animations that can be off.
	if reduced, err := ask("org.freedesktop.appearance", "reduced-motion"); err == nil {
		return reduced == uint32(1), nil
	}
	animates, err := ask("org.gnome.desktop.interface", "enable-animations")
	if err != nil {
		return false, fmt.Errorf("ask the desktop about motion: %w", err)
	}
	return animates == false, nil
}
