package e2e

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// busConfig is all a bus of the tests is told: it lets this machine's users do
// everything and starts nothing.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>ADDRESS</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// Bus is a private D-Bus that is both, the system's and the session's, for a
// program that is given its Env.
type Bus struct {
	Address string     // of the bus: a local socket
	Conn    *dbus.Conn // of the services that the test plays

	folder string
	daemon *exec.Cmd
}

// StartBus starts a bus. It is dbus-daemon, which make test installs.
func StartBus() (*Bus, error) {
	// Short, because the path of a socket may have no more than 108 bytes.
	folder, err := os.MkdirTemp("/tmp", "gwb")
	if err != nil {
		return nil, err
	}
	b := &Bus{folder: folder, Address: "unix:path=" + filepath.Join(folder, "bus")}
	if err := errors.Join(b.start(), b.connect()); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// start starts the daemon and waits until it listens.
func (b *Bus) start() error {
	config := filepath.Join(b.folder, "config")
	if err := os.WriteFile(config, []byte(strings.Replace(busConfig, "ADDRESS", b.Address, 1)), 0o600); err != nil {
		return err
	}
	b.daemon = exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	output, err := b.daemon.StdoutPipe()
	if err != nil {
		return err
	}
	if err := b.daemon.Start(); err != nil {
		return fmt.Errorf("start the bus: %w", err)
	}
	_, err = bufio.NewReader(output).ReadString('\n')
	return err
}

func (b *Bus) connect() (err error) {
	b.Conn, err = dbus.Connect(b.Address, dbus.WithAuth(dbus.AuthExternal(strconv.Itoa(os.Geteuid()))))
	return err
}

// Env names the bus to a program, in place of every other.
func (b *Bus) Env() []string {
	return []string{"DBUS_SYSTEM_BUS_ADDRESS=" + b.Address, "DBUS_SESSION_BUS_ADDRESS=" + b.Address}
}

// End ends the bus under those who use it. It may be called again.
func (b *Bus) End() {
	if b.daemon != nil && b.daemon.Process != nil {
		_ = b.daemon.Process.Kill()
		_ = b.daemon.Wait()
	}
}

// Close ends the bus and removes what it left.
func (b *Bus) Close() {
	if b.Conn != nil {
		_ = b.Conn.Close()
	}
	b.End()
	_ = os.RemoveAll(b.folder)
}
