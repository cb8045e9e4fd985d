package session

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"groundwork/e2e"
)

// watched is a watch that runs in a test.
type watched struct {
	left    chan struct{} // told at each call of away
	logged  *bytes.Buffer // to be read after end
	end     func()        // and wait until it has ended
	hears   map[string]chan struct{}
	running <-chan struct{}
}

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// watchIt starts a watch.
func watchIt(t *testing.T) *watched {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	running := make(chan struct{})
	w := &watched{left: make(chan struct{}, 8), logged: &bytes.Buffer{}, running: running}
	w.hears = map[string]chan struct{}{"system": make(chan struct{}), "session": make(chan struct{})}
	it := &watch{
		log:       slog.New(slog.NewTextHandler(&guarded{to: w.logged}, nil)),
		away:      func() { w.left <- struct{}{} },
		listening: func(bus string) { close(w.hears[bus]) },
	}
	go func() {
		defer close(running)
		it.run(ctx)
	}()
	w.end = sync.OnceFunc(func() {
		cancel()
		<-running
	})
	t.Cleanup(w.end)
	return w
}

// guarded is a log that several goroutines write.
type guarded struct {
	mu sync.Mutex
	to io.Writer
}

func (g *guarded) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.to.Write(p)
}

// await waits until something came.
func await(t *testing.T, what string, came <-chan struct{}) {
	t.Helper()
	select {
	case <-came:
	case <-time.After(patience):
		t.Fatalf("%s: waited %s in vain", what, patience)
	}
}

func (w *watched) hearsAll(t *testing.T) {
	t.Helper()
	await(t, "the system bus is heard", w.hears["system"])
	await(t, "the session bus is heard", w.hears["session"])
}

const (
	ours   = dbus.ObjectPath("/org/freedesktop/login1/session/_32")
	theirs = dbus.ObjectPath("/org/freedesktop/login1/session/_37")
)

func TestLeavingTheComputerIsTold(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{Sessions: map[string]dbus.ObjectPath{"auto": ours}})
	w := watchIt(t)
	w.hearsAll(t)
	locked := map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(true)}
	cases := []struct {
		what string
		path dbus.ObjectPath
		name string
		say  []any
	}{
		{"the computer goes to sleep", loginPath, "org.freedesktop.login1.Manager.PrepareForSleep", []any{true}},
		{"the session is to be locked", ours, "org.freedesktop.login1.Session.Lock", nil},
		{"the session is locked", ours, "org.freedesktop.DBus.Properties.PropertiesChanged", []any{loginSession, locked, []string{}}},
		{"KDE locks the screen", "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", []any{true}},
		{"GNOME locks the screen", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", []any{true}},
		{"Cinnamon locks the screen", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver.ActiveChanged", []any{true}},
		{"MATE locks the screen", "/org/mate/ScreenSaver", "org.mate.ScreenSaver.ActiveChanged", []any{true}},
		{"Xfce locks the screen", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver.ActiveChanged", []any{true}},
	}
	for _, c := range cases {
		emit(t, b, c.path, c.name, c.say...)
		await(t, c.what, w.left)
	}
}

// TestOtherNewsLocksNothing: what is sent before the true leaving has come
// before it, for a bus keeps the order of each receiver.
func TestOtherNewsLocksNothing(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{Sessions: map[string]dbus.ObjectPath{"auto": ours}})
	w := watchIt(t)
	w.hearsAll(t)
	locked := map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(true)}
	unlocked := map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(false)}
	idle := map[string]dbus.Variant{"IdleHint": dbus.MakeVariant(true), "LockedHint": dbus.MakeVariant("yes")}
	emit(t, b, loginPath, "org.freedesktop.login1.Manager.PrepareForSleep", false)
	emit(t, b, loginPath, "org.freedesktop.login1.Manager.PrepareForSleep")
	emit(t, b, loginPath, "org.freedesktop.login1.Manager.PrepareForSleep", "true")
	emit(t, b, theirs, "org.freedesktop.login1.Session.Lock")
	emit(t, b, ours, "org.freedesktop.login1.Session.Unlock")
	emit(t, b, theirs, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession, locked, []string{})
	emit(t, b, ours, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession, unlocked, []string{})
	emit(t, b, ours, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession, idle, []string{})
	emit(t, b, ours, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession)
	emit(t, b, "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", false)
	emit(t, b, ours, "org.freedesktop.login1.Session.Lock")
	await(t, "the session is locked", w.left)
	emit(t, b, "/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true)
	await(t, "the screen is locked", w.left)
	w.end()
	if more := len(w.left); more > 0 {
		t.Errorf("away was called %d times more", more)
	}
}

func TestTheSessionIsTheOneThatTheEnvironmentNames(t *testing.T) {
	b := startBus(t)
	t.Setenv("XDG_SESSION_ID", "2")
	play(t, b, &e2e.Logind{Sessions: map[string]dbus.ObjectPath{"2": ours, "auto": theirs}})
	w := watchIt(t)
	w.hearsAll(t)
	emit(t, b, theirs, "org.freedesktop.login1.Session.Lock")
	emit(t, b, ours, "org.freedesktop.login1.Session.Lock")
	await(t, "the session is locked", w.left)
	w.end()
	if len(w.left) > 0 {
		t.Error("the lock of another session was told")
	}
}

func TestTheSessionIsTheOneOfTheProcessWhereTheSystemIsOld(t *testing.T) {
	b := startBus(t)
	t.Setenv("XDG_SESSION_ID", "9 is gone")
	play(t, b, &e2e.Logind{Sessions: map[string]dbus.ObjectPath{"of the process": ours}})
	w := watchIt(t)
	w.hearsAll(t)
	emit(t, b, ours, "org.freedesktop.login1.Session.Lock")
	await(t, "the session is locked", w.left)
}

func TestTheSleepWaitsUntilTheWatchEnds(t *testing.T) {
	b := startBus(t)
	m := &e2e.Logind{}
	play(t, b, m)
	w := watchIt(t)
	w.hearsAll(t)
	if want := []string{"sleep", "Groundwork", "delay"}; !slices.Equal(m.WasAsked(), want) {
		t.Errorf("logind was asked for %q, not %q", m.WasAsked(), want)
	}
	emit(t, b, loginPath, "org.freedesktop.login1.Manager.PrepareForSleep", true)
	await(t, "the sleep", w.left)
	over, err := m.MaySleep()
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-over:
		t.Error("the computer may sleep while the watch runs")
	default:
	}
	w.end()
	await(t, "the computer may sleep", over)
}

func TestWhereTheSleepDoesNotWaitItIsToldAllTheSame(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{Refuses: true})
	w := watchIt(t)
	w.hearsAll(t)
	emit(t, b, loginPath, "org.freedesktop.login1.Manager.PrepareForSleep", true)
	await(t, "the sleep", w.left)
}

func TestTheFileThatMakesTheSleepWaitIsClosedInAProcessThatIsReplaced(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{})
	delay, err := delaySleep(t.Context(), b.Conn)
	if err != nil {
		t.Fatal(err)
	}
	defer delay.Close()
	flags, _, errno := syscall.Syscall(syscall.SYS_FCNTL, delay.Fd(), syscall.F_GETFD, 0)
	if errno != 0 || flags&syscall.FD_CLOEXEC == 0 {
		t.Errorf("its flags are %#x, %v", flags, errno)
	}
}

func TestWithoutABusTheWatchSaysSoOnceForEachAndEnds(t *testing.T) {
	t.Setenv(systemBus, "unix:path=/nowhere/at/all")
	t.Setenv(sessionBus, "tcp:host=127.0.0.1,port=1")
	w := watchIt(t)
	await(t, "the watch ends", w.running)
	if lines := strings.Count(w.logged.String(), "\n"); lines != 2 {
		t.Errorf("it said\n%s", w.logged)
	}
}

func TestABusThatEndsEndsTheWatchAndNothingElse(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{})
	w := watchIt(t)
	w.hearsAll(t)
	b.End()
	await(t, "the watch ends", w.running)
	if lines := strings.Count(w.logged.String(), errEnded.Error()); lines != 2 || len(w.left) > 0 {
		t.Errorf("it called away %d times and said\n%s", len(w.left), w.logged)
	}
}

func TestWithoutLogindTheScreenIsHeardAllTheSame(t *testing.T) {
	b := startBus(t)
	w := watchIt(t)
	await(t, "the session bus is heard", w.hears["session"])
	emit(t, b, "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", true)
	await(t, "the screen is locked", w.left)
}

func TestABusThatSaysNothingHoldsNothingUp(t *testing.T) {
	silent, err := net.Listen("unix", filepath.Join(t.TempDir(), "bus"))
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	t.Setenv(systemBus, "unix:path="+silent.Addr().String())
	t.Setenv(sessionBus, "unix:path="+silent.Addr().String())
	w := watchIt(t)
	for range 2 {
		conn, err := silent.Accept()
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
	}
	w.end() // waits for it
	if w.logged.Len() > 0 {
		t.Errorf("it said\n%s", w.logged)
	}
}

func TestAWatchThatEndedLeavesNothingBehind(t *testing.T) {
	b := startBus(t)
	play(t, b, &e2e.Logind{Sessions: map[string]dbus.ObjectPath{"auto": ours}})
	before := goroutines(t)
	for range 5 {
		w := watchIt(t)
		w.hearsAll(t)
		w.end()
	}
	// Those of the library end by themselves a moment after.
	for until := time.Now().Add(patience); goroutines(t) > before; runtime.Gosched() {
		if time.Now().After(until) {
			t.Fatalf("there were %d goroutines and are %d", before, goroutines(t))
		}
	}
}

// goroutines counts those of the watch and the library it hears the buses with.
func goroutines(t *testing.T) (count int) {
	t.Helper()
	var stacks bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&stacks, 2); err != nil {
		t.Fatal(err)
	}
	for stack := range strings.SplitSeq(stacks.String(), "\n\n") {
		if strings.Contains(stack, "godbus") || strings.Contains(stack, "(*watch)") {
			count++
		}
	}
	return count
}
