package e2e

import (
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/godbus/dbus/v5"
)

// Logind plays systemd-logind on a bus, as far as Groundwork asks it. Its
// methods that answer with a *dbus.Error are those that it offers there.
type Logind struct {
	Sessions map[string]dbus.ObjectPath // by ID; the one under "of the process" is told by any PID
	Refuses  bool                       // to let the sleep wait

	mu          sync.Mutex
	asked       []string
	read, write *os.File // of the pipe that tells when nobody waits any more
}

// Play has logind answer on the bus.
func (b *Bus) Play(l *Logind) error {
	if err := b.Conn.Export(l, "/org/freedesktop/login1", "org.freedesktop.login1.Manager"); err != nil {
		return fmt.Errorf("play logind: %w", err)
	}
	if _, err := b.Conn.RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue); err != nil {
		return fmt.Errorf("play logind: %w", err)
	}
	return nil
}

// GetSession gives the path of a session.
func (l *Logind) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if path, known := l.Sessions[id]; known {
		return path, nil
	}
	return "", dbus.NewError("org.freedesktop.login1.NoSuchSession", nil)
}

// GetSessionByPID gives the path of a program's session.
func (l *Logind) GetSessionByPID(uint32) (dbus.ObjectPath, *dbus.Error) {
	return l.GetSession("of the process")
}

// Inhibit gives a pipe, as logind does: when its end that is given is closed,
// nothing waits any more.
func (l *Logind) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.asked = []string{what, who, mode}
	if l.Refuses {
		return 0, dbus.NewError("org.freedesktop.DBus.Error.AccessDenied", nil)
	}
	read, write, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	l.read, l.write = read, write
	return dbus.UnixFD(write.Fd()), nil
}

// WasAsked gives what it was asked to let wait, for whom, and how.
func (l *Logind) WasAsked() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.asked
}

// MaySleep gives what is closed when nobody lets the sleep wait any more. It is
// called once, when whoever asked has had its answer.
func (l *Logind) MaySleep() (<-chan struct{}, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.write == nil {
		return nil, errors.New("nobody asked that the sleep waits")
	}
	if err := l.write.Close(); err != nil {
		return nil, err
	}
	may := make(chan struct{})
	go func() {
		defer close(may)
		_, _ = l.read.Read(make([]byte, 1)) // the end of the pipe
		_ = l.read.Close()
	}()
	return may, nil
}
