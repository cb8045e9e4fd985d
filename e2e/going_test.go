//go:build e2e

package e2e_test

import (
	"testing"

	"groundwork/e2e"
)

// slowDisk has each write to the disk take a second: a window that is closed is
// out of sight by then, and goes on writing and holding the journal for a while.
func slowDisk(t *testing.T) []string {
	t.Helper()
	traced(t)
	return []string{"strace", "-D", "-f", "-qq", "--seccomp-bpf", "-e", "signal=none", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:delay_enter=1000000", "-o", "/dev/null"}
}

func TestASecondStartWaitsForAWindowThatIsJustClosingAndOpensItsOwn(t *testing.T) {
	s := sit(t)
	s.add("Before.")
	usual := s.Under
	s.Under = slowDisk(t)
	first := s.open()
	first.turns("ctrl+n")
	first.types(sentence)
	first.keys("ctrl+q")
	check(t, e2e.Eventually(saveLimit, "a window that is out of sight", func() bool { return len(first.Titles()) == 0 }))
	s.Under = usual
	second, err := s.Start(s.folder)
	check(t, err)
	if first.Ended() {
		t.Fatal("nothing was left of the first window, so that nobody had to wait")
	}
	w := s.keep(second)
	check(t, e2e.Eventually(2*saveLimit, "a window of the second start", func() bool { return w.Ended() || len(w.Titles()) == 1 }))
	if w.Ended() {
		t.Fatalf("the second start left without a window: %s", w.Log())
	}
	first.ends()
	check(t, w.FindAgain())
	check(t, w.Ready())
	s.wants(sentence, "Before.")
}
