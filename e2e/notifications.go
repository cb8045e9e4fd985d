package e2e

import (
	"fmt"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"
)

// Notifications plays the desktop's server of notifications on a bus, as the
// Desktop Notifications Specification has it, as far as Groundwork uses it.
type Notifications struct {
	mu     sync.Mutex
	bodies []string
	whole  []string
}

// PlayNotifications has the server answer on the bus.
func (b *Bus) PlayNotifications(n *Notifications) error {
	const name = "org.freedesktop.Notifications"
	if err := b.Conn.Export(n, "/org/freedesktop/Notifications", name); err != nil {
		return fmt.Errorf("play the server of notifications: %w", err)
	}
	if _, err := b.Conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
		return fmt.Errorf("play the server of notifications: %w", err)
	}
	return nil
}

// Notify takes a notification and gives it a number.
func (n *Notifications) Notify(app string, replaces uint32, icon, title, body string, actions []string, hints map[string]dbus.Variant, expires int32) (uint32, *dbus.Error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.bodies = append(n.bodies, body)
	n.whole = append(n.whole, fmt.Sprint(app, replaces, icon, title, body, actions, hints, expires))
	return uint32(len(n.bodies)), nil // #nosec G115 -- a handful
}

// Said gives what the notifications said, in the order in which they came.
func (n *Notifications) Said() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.bodies)
}

// Whole gives all that came with them, in one text.
func (n *Notifications) Whole() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return fmt.Sprint(n.whole)
}
