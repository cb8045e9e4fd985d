package session

import (
	"context"
	"fmt"
	"os"

	"github.com/godbus/dbus/v5"
)

// The names of systemd-logind: org.freedesktop.login1(5). elogind has the same.
const (
	login          = "org.freedesktop.login1"
	loginManager   = "org.freedesktop.login1.Manager"
	loginSession   = "org.freedesktop.login1.Session"
	loginPath      = dbus.ObjectPath("/org/freedesktop/login1")
	propertiesName = "org.freedesktop.DBus.Properties"
)

// logind tells of the sleep of the computer and of the user's session, on the
// system bus. Any program may send us such a signal; then the journal is locked
// once more often, which harms nobody.
type logind struct{ *watch }

func (logind) what() string { return "when it sleeps" }

func (logind) address() string { return systemBusAddress() }

func (l logind) hear(ctx context.Context, conn *dbus.Conn, signals <-chan *dbus.Signal, leave func()) error {
	err := conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(login), dbus.WithMatchObjectPath(loginPath),
		dbus.WithMatchInterface(loginManager), dbus.WithMatchMember("PrepareForSleep"))
	if err != nil {
		return fmt.Errorf("ask to be told of the sleep: %w", err)
	}
	session, err := hearSession(ctx, conn)
	if err != nil {
		return err
	}
	delay, err := delaySleep(ctx, conn)
	if err != nil {
		l.missing("how its sleep is made to wait", err) // that it comes is told all the same
	}
	defer delay.Close() // lets the computer sleep
	l.heard("system")
	return each(ctx, signals, func(s *dbus.Signal) bool { return leaving(s, session) }, leave)
}

// hearSession asks to be told of this program's session and gives its path, or
// "" where the program belongs to none: then only the sleep is told.
func hearSession(ctx context.Context, conn *dbus.Conn) (dbus.ObjectPath, error) {
	session := findSession(ctx, conn)
	if session == "" {
		return "", nil
	}
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock")},
		{dbus.WithMatchInterface(propertiesName), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchArg(0, loginSession)},
	} {
		match = append(match, dbus.WithMatchSender(login), dbus.WithMatchObjectPath(session))
		if err := conn.AddMatchSignalContext(ctx, match...); err != nil {
			return "", fmt.Errorf("ask to be told of the session: %w", err)
		}
	}
	return session, nil
}

// findSession finds the session of this program. One that the desktop started
// as a service of the user lies in none; "auto", which older systems do not
// know, then stands for the one with the display.
func findSession(ctx context.Context, conn *dbus.Conn) dbus.ObjectPath {
	ask := func(method string, by any) (path dbus.ObjectPath) {
		_ = conn.Object(login, loginPath).CallWithContext(ctx, loginManager+"."+method, 0, by).Store(&path)
		return path // "" where it is not known
	}
	if id := os.Getenv("XDG_SESSION_ID"); id != "" {
		if path := ask("GetSession", id); path != "" {
			return path
		}
	}
	if path := ask("GetSession", "auto"); path != "" {
		return path
	}
	return ask("GetSessionByPID", uint32(os.Getpid())) // #nosec G115 -- a number of a process is positive
}

// delaySleep asks that the computer waits with its sleep, at most for the time
// that it lets programs have (InhibitDelayMaxSec in logind.conf(5)), until the
// file is closed. A process that is replaced closes it.
func delaySleep(ctx context.Context, conn *dbus.Conn) (*os.File, error) {
	var fd dbus.UnixFD
	err := conn.Object(login, loginPath).CallWithContext(ctx, loginManager+".Inhibit", 0,
		"sleep", "Groundwork", "The journal is saved and locked first", "delay").Store(&fd)
	if err != nil {
		return nil, fmt.Errorf("ask the sleep to wait: %w", err)
	}
	return os.NewFile(uintptr(fd), "delay of the sleep"), nil // #nosec G115 -- the system just gave it
}

// leaving tells whether a signal of logind says that the computer goes to sleep
// or that the session is locked.
func leaving(signal *dbus.Signal, session dbus.ObjectPath) bool {
	switch signal.Name {
	case loginManager + ".PrepareForSleep":
		return yes(signal)
	case loginSession + ".Lock":
		return signal.Path == session
	case propertiesName + ".PropertiesChanged":
		return signal.Path == session && wasLocked(signal)
	}
	return false
}

// wasLocked tells whether properties changed so that the session is locked now:
// desktops set its LockedHint.
func wasLocked(signal *dbus.Signal) bool {
	if len(signal.Body) < 2 {
		return false
	}
	changed, is := signal.Body[1].(map[string]dbus.Variant)
	if !is {
		return false
	}
	locked, is := changed["LockedHint"].Value().(bool)
	return is && locked
}
