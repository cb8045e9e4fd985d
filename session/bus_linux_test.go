package session

import (
	"net"
	"os"
	"testing"

	"github.com/godbus/dbus/v5"

	"groundwork/e2e"
)

// startBus starts a bus and has the environment name it.
func startBus(t *testing.T) *e2e.Bus {
	t.Helper()
	b, err := e2e.StartBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	t.Setenv(systemBus, b.Address)
	t.Setenv(sessionBus, b.Address)
	return b
}

// play has logind answer.
func play(t *testing.T, b *e2e.Bus, l *e2e.Logind) {
	t.Helper()
	if err := b.Play(l); err != nil {
		t.Fatal(err)
	}
}

// emit sends a signal.
func emit(t *testing.T, b *e2e.Bus, path dbus.ObjectPath, name string, values ...any) {
	t.Helper()
	if err := b.Conn.Emit(path, name, values...); err != nil {
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
