package data

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"

	"groundwork/journal"
)

// TestTheWindowShowsItselfWhileCommandsRunAndOthersKeepSilent: none of them is
// waited for.
func TestTheWindowShowsItselfWhileCommandsRunAndOthersKeepSilent(t *testing.T) {
	w, folder := claimed(t)
	begun := make(chan struct{}, mostCallers)
	w.OnCommand("v", func(running context.Context, _ Command) (int, error) {
		begun <- struct{}{}
		<-running.Done()
		return 0, nil
	})
	shown := make(chan struct{}, 1)
	w.OnShow(func() bool { shown <- struct{}{}; return true })
	for range mostRunning + 2 { // two of them wait
		conn, _ := greeted(t, folder)
		if err := writeFrame(conn, sayCommand, []byte(`{}`)); err != nil {
			t.Fatal(err)
		}
	}
	for range mostRunning {
		<-begun
	}
	silent := reachWindow(folder)
	defer silent.Close()
	if _, err := ClaimWindow(folder); !errors.Is(err, ErrShown) {
		t.Error(err)
	}
	<-shown
	if n := len(begun); n != 0 {
		t.Errorf("%d more commands run than may", n)
	}
}

func TestMoreCallersThanMayWaitAreToldSo(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("v", func(running context.Context, _ Command) (int, error) { <-running.Done(); return 0, nil })
	for range mostCallers {
		greeted(t, folder)
	}
	got := beside(t, folder, "", "list")
	if what, _ := journal.Explain(got.err); !errors.Is(got.err, journal.ErrLocked) || !strings.Contains(what, "busy") {
		t.Errorf("%+v", got)
	}
}

// TestAnUnrulyTerminalEndsItsOwnCommandOnly: it says what nobody asked for, or
// what is no frame at all.
func TestAnUnrulyTerminalEndsItsOwnCommandOnly(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("v", func(running context.Context, c Command) (int, error) {
		if len(c.Args) == 0 {
			<-running.Done()
		}
		return 0, nil
	})
	for _, said := range []string{
		"k\x00\x00\x00\x00k\x00\x00\x00\x00", "d\xff\xff\xff\xff", "o\x00\x00\x00\x00", "r\x00\x00\x00\x02{}", "show\n",
	} {
		conn, from := greeted(t, folder)
		if err := writeFrame(conn, sayCommand, []byte(`{}`)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(conn, said); err != nil {
			t.Fatal(err)
		}
		// It hangs up when the command has ended, or was not begun any more.
		_, _ = io.Copy(io.Discard, from)
	}
	for _, said := range []string{"r\xff\xff\xff\xff", "r\x00\x00\x00\x01{", "s\x00\x00\x00\x00"} {
		conn, from := greeted(t, folder)
		if _, err := io.WriteString(conn, said); err != nil {
			t.Fatal(err)
		}
		if _, err := from.ReadByte(); err == nil {
			t.Errorf("%q is answered", said)
		}
	}
	if got := beside(t, folder, "", "list"); !got.ran {
		t.Errorf("the next command: %+v", got)
	}
}

// FuzzRequest: whatever somebody asks for is read, or refused.
func FuzzRequest(f *testing.F) {
	f.Add([]byte("r\x00\x00\x00\x02{}"))
	f.Add([]byte(`r` + "\x00\x00\x00\x1e" + `{"args":["bGlzdA=="],"folder":"Lw=="}`))
	f.Fuzz(func(t *testing.T, sent []byte) {
		c, err := readRequest(bytes.NewReader(sent))
		if err == nil && (len(sent) == 0 || sent[0] != sayCommand || c.Args == nil) {
			t.Errorf("%x was read as %+v", sent, c)
		}
	})
}

func TestOnlyAProcessOfTheSameUserAtALocalSocketIsSpokenTo(t *testing.T) {
	_, folder := claimed(t)
	if conn := reachWindow(folder); conn == nil || !ofUser(conn) {
		t.Error("our own window is refused")
	}
	ours, theirs := net.Pipe()
	defer ours.Close()
	defer theirs.Close()
	if ofUser(ours) {
		t.Error("what is no local socket is taken for one")
	}
}
