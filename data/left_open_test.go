package data

import (
	"bufio"
	"testing"
)

func TestAJournalThatWasLeftOpen(t *testing.T) {
	h := newHome(t)
	tell := func(want bool, when string) {
		t.Helper()
		if got, err := h.LeftOpen(t.Context()); err != nil || got != want {
			t.Errorf("%s: %v, %v", when, got, err)
		}
	}
	tell(false, "not there")
	cmd := child(t, "save", h.folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "1\n" {
		t.Fatal(line, err)
	}
	tell(false, "open elsewhere")
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	tell(true, "killed")
	s := openHome(t, h)
	tell(false, "open here")
	if r, err := h.CheckQuickly(t.Context()); err != nil || !r.OK {
		t.Errorf("quick check beside an open journal: %+v, %v", r, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	tell(false, "closed again")
}

func TestTheQuickCheckFindsABrokenPage(t *testing.T) {
	h := filledHome(t)
	if r, err := h.CheckQuickly(t.Context()); err != nil || !r.OK {
		t.Errorf("sound: %+v, %v", r, err)
	}
	zeroPage(t, h, rootPage(t, h, "entries"))
	if r, err := h.CheckQuickly(t.Context()); err != nil || r.OK {
		t.Errorf("broken: %+v, %v", r, err)
	}
}
