//go:build e2e

package e2e_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"groundwork/e2e"
)

const sentence = "Priya ran the review; I only asked two questions."

func TestTextIsOnDiskOneSecondAfterTheLastKey(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types(sentence)
	time.Sleep(saveTime) // the requirement itself
	w.Kill()
	if got := bodies(s.entries()); len(got) != 1 || got[0] != sentence {
		t.Errorf("the journal holds %q, want %q", got, sentence)
	}
}

func TestTextIsInTheWindowAgainAfterAKill(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types(sentence)
	s.wants(sentence)
	w.Kill()
	w = s.open()
	if got := w.copied(); got != sentence {
		t.Errorf("the window shows %q, want %q", got, sentence)
	}
}

func TestTextIsOnDiskWhileTypingGoesOn(t *testing.T) {
	s := sit(t)
	w := s.open()
	typed := w.typesFor(4 * time.Second)
	end := time.Now() // with no pause after the last key
	w.Kill()
	typed.mustBeginIn(t, strings.Join(bodies(s.entries()), "\n"), end)
}

// typing is what was typed so far, and when.
type typing struct {
	text  string
	steps []step
}

// step is how much had been typed at a moment.
type step struct {
	at     time.Time
	length int
}

// typesFor types short lines for some time, without a pause between them.
func (w *window) typesFor(long time.Duration) typing {
	w.t.Helper()
	var all typing
	for end := time.Now().Add(long); time.Now().Before(end); {
		line := "step " + string(rune('a'+len(all.steps)%26)) + "\n"
		check(w.t, w.TypeSlowly(line))
		all.text += line
		all.steps = append(all.steps, step{time.Now(), len(all.text)})
	}
	return all
}

// mustBeginIn wants a stored text to hold all that was typed a save's time
// before the end, and nothing that was not typed.
func (all typing) mustBeginIn(t *testing.T, stored string, end time.Time) {
	t.Helper()
	must := 0
	for _, s := range all.steps {
		if s.at.Before(end.Add(-saveTime)) {
			must = s.length
		}
	}
	if !strings.HasPrefix(stored, all.text[:must]) || !strings.HasPrefix(all.text, stored) {
		t.Errorf("stored are %d bytes of %d, at least %d must be:\n%q\ntyped was\n%q",
			len(stored), len(all.text), must, stored, all.text)
	}
}

func TestTextOfSeveralLinesIsKeptAsItWasTyped(t *testing.T) {
	s := sit(t)
	w := s.open()
	text := shortWords(1000)
	w.types(text)
	s.wants(text)
}

// shortWords is a text in which many lines end with a letter at the very edge
// and a space behind it, where a wrapping field easily goes wrong.
func shortWords(atLeast int) string {
	var b strings.Builder
	for i := 0; b.Len() < atLeast; i++ {
		b.WriteString(strings.Repeat(string(rune('a'+i%26)), 1+i%2))
		b.WriteByte(' ')
	}
	return b.String() + "end"
}

// Every way out keeps what was typed up to the last key.
func TestTheLastKeyIsKept(t *testing.T) {
	for name, leave := range map[string]func(w *window) error{
		"WhenTheWindowIsClosed": func(w *window) error { return w.CloseByManager() },
		"WhenCtrlQIsPressed":    func(w *window) error { return w.Keys("ctrl+q") },
		"WhenSIGTERMComes":      func(w *window) error { return w.Signal(syscall.SIGTERM) },
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			w := s.open()
			w.types(sentence)
			check(t, w.Steady())
			before := w.text()
			w.types("W")
			// A signal may overtake a key that is still on its way to the
			// program, which only what it paints can tell.
			check(t, e2e.Eventually(saveLimit, "the last letter", func() bool { return w.text().Differs(before) }))
			check(t, leave(w))
			w.ends()
			if got := bodies(s.entries()); len(got) != 1 || got[0] != sentence+"W" {
				t.Errorf("the journal holds %q, want %q", got, sentence+"W")
			}
			if reports := s.reports(); len(reports) > 0 {
				t.Errorf("a clean end left crash reports: %v", reports)
			}
		})
	}
}
