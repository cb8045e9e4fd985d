//go:build e2e && torture

package e2e_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
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
