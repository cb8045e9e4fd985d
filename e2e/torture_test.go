//go:build e2e && torture

package e2e_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// rounds is how often the torture kills the program.
const rounds = 20

// The program is killed at random moments while an entry is written in it,
// again and again. What was on disk before, and all that was typed a save's
// time before the kill, is there each time.
func TestTortureLosesNothingHoweverOftenTheProgramIsKilled(t *testing.T) {
	const longest = 4000 // milliseconds of typing
	seed := rand.Uint64()
	t.Log("seed", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	s := sit(t)
	kept := ""
	for round := range rounds {
		w := s.open() // on the entry of the round before
		typed := w.typesFor(time.Duration(random.IntN(longest)) * time.Millisecond)
		end := time.Now()
		w.Kill()
		now := strings.Join(bodies(s.entries()), "another entry")
		more, ok := strings.CutPrefix(now, kept)
		if !ok {
			t.Fatalf("round %d: the journal held %q, holds %q", round, kept, now)
		}
		typed.mustBeginIn(t, more, end)
		kept = now
	}
}

// For a minute the window and the command line write into one journal. Nothing
// of either is lost, and nothing is said of a lock.
func TestTortureLosesNothingWhereWindowAndCommandLineWriteAtOnce(t *testing.T) {
	s := sit(t)
	w := s.open()
	var typed strings.Builder
	added := 0
	for end := time.Now().Add(time.Minute); time.Now().Before(end); added++ {
		word := fmt.Sprintf("word%d ", added)
		w.types(word)
		typed.WriteString(word)
		s.add(fmt.Sprintf("Added %d.", added))
	}
	want := map[string]bool{strings.TrimSpace(typed.String()): true}
	for n := range added {
		want[fmt.Sprintf("Added %d.", n)] = true
	}
	s.eventually(saveLimit, "every word and every entry", func(entries []e2e.Entry) bool {
		left := maps.Clone(want)
		for _, e := range entries {
			delete(left, strings.TrimSpace(e.Body))
		}
		return len(left) == 0
	})
	if said := w.Log(); strings.Contains(strings.ToLower(said), "locked") {
		t.Errorf("the window said %s", said)
	}
}
