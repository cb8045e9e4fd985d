package session

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
)

// busConfig is all a bus of the tests is told: it lets everybody who is this
// user do everything and starts nothing.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// bus is a private bus that is both, the system's and the session's.
type bus struct {
	daemon *exec.Cmd
	conn   *dbus.Conn // of the services that the test plays
}

// startBus starts a bus and has the environment name it. It is Debian's
// dbus-daemon, which make test installs.
func startBus(t *testing.T) *bus {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "gw") // a socket's path is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	config, address := filepath.Join(folder, "bus.conf"), "unix:path="+filepath.Join(folder, "bus")
	if err := os.WriteFile(config, []byte(strings.Replace(busConfig, "unix:path=SOCKET", address, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	output, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { end(daemon) })
	if _, err := bufio.NewReader(output).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	t.Setenv(systemBus, address)
	t.Setenv(sessionBus, address)
	conn, err := connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return &bus{daemon, conn}
}

// end ends a program, which may have ended already.
func end(program *exec.Cmd) {
	_ = program.Process.Kill()
	_ = program.Wait()
}

// emit sends a signal.
func (b *bus) emit(t *testing.T, path dbus.ObjectPath, name string, values ...any) {
	t.Helper()
	if err := b.conn.Emit(path, name, values...); err != nil {
		t.Fatal(err)
	}
}

// manager plays systemd-logind.
type manager struct {
	sessions map[string]dbus.ObjectPath // by ID
	refuses  bool                       // to let the sleep wait

	mu          sync.Mutex
	asked       []string
	read, write *os.File // of the pipe that tells when nobody waits any more
}

func (m *manager) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if path, known := m.sessions[id]; known {
		return path, nil
	}
	return "", dbus.NewError("org.freedesktop.login1.NoSuchSession", nil)
}

func (m *manager) GetSessionByPID(uint32) (dbus.ObjectPath, *dbus.Error) {
	return m.GetSession("of the process")
}

// Inhibit gives a pipe, as logind does.
func (m *manager) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked = []string{what, who, mode}
	if m.refuses {
		return 0, dbus.NewError("org.freedesktop.DBus.Error.AccessDenied", nil)
	}
	read, write, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	m.read, m.write = read, write
	return dbus.UnixFD(write.Fd()), nil
}

// wasAsked gives what it was asked to let wait, and how.
func (m *manager) wasAsked() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.asked
}

// over gives what is closed when nobody lets the sleep wait any more. It is
// called when the answer to Inhibit has come.
func (m *manager) over(t *testing.T) <-chan struct{} {
	t.Helper()
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.write.Close(); err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		_, _ = m.read.Read(make([]byte, 1)) // the end of the pipe
		_ = m.read.Close()
	}()
	return over
}

// playLogind makes the test logind.
func (b *bus) playLogind(t *testing.T, m *manager) {
	t.Helper()
	if err := b.conn.Export(m, loginPath, loginManager); err != nil {
		t.Fatal(err)
	}
	if _, err := b.conn.RequestName(login, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyLocalSocketsAreBuses(t *testing.T) {
	for given, want := range map[string]string{
		"":                                  "",
		"unix:path=/run/user/1000/bus":      "unix:path=/run/user/1000/bus",
		"tcp:host=example.org,port=1234":    "",
		"nonce-tcp:host=127.0.0.1,port=1":   "",
		"autolaunch:":                       "",
		"tcp:host=a,port=1;unix:abstract=b": "unix:abstract=b",
		"unix:path=/a;tcp:host=a,port=1":    "unix:path=/a",
	} {
		if got := localOnly(given); got != want {
			t.Errorf("of %q remains %q, not %q", given, got, want)
		}
	}
}

// listenTCP listens on this computer and counts who connects.
func listenTCP(t *testing.T) (address string, connected func() bool) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	came := make(chan struct{}, 1)
	go func() {
		if conn, err := listener.Accept(); err == nil {
			_ = conn.Close()
			came <- struct{}{}
		}
		close(came)
	}()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return "tcp:host=127.0.0.1,port=" + port, func() bool {
		_ = listener.Close()
		_, did := <-came
		return did
	}
}

func TestABusOverTheNetworkIsNotConnectedTo(t *testing.T) {
	address, connected := listenTCP(t)
	t.Setenv(systemBus, address)
	t.Setenv(sessionBus, address)
	if _, err := connect(t.Context(), sessionBusAddress()); err == nil {
		t.Error("it is connected")
	}
	if _, err := connect(t.Context(), systemBusAddress()); err == nil {
		t.Error("the system bus is connected")
	}
	if connected() {
		t.Error("somebody knocked")
	}
}

// TestWhatEverybodyElseInTheProcessConnectsToIsLocal: the toolkit takes the
// address from the environment, through the same library.
func TestWhatEverybodyElseInTheProcessConnectsToIsLocal(t *testing.T) {
	address, connected := listenTCP(t)
	t.Setenv(systemBus, "unix:path=/nowhere;"+address)
	t.Setenv(sessionBus, address)
	if err := KeepBusesLocal(); err != nil {
		t.Fatal(err)
	}
	if got := os.Getenv(systemBus); got != "unix:path=/nowhere" {
		t.Errorf("the system bus is at %q", got)
	}
	if _, err := dbus.ConnectSessionBus(); err == nil {
		t.Error("it is connected")
	}
	if connected() {
		t.Error("somebody knocked")
	}
}
