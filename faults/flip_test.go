package faults

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/journal"
)

// flips is how many bytes are flipped in all, one in each journal.
const flips = 1000

// A byte of the file is another one. Whatever is asked of the journal then is
// answered or refused, and nothing ever crashes. What a check does not find
// does no harm; what it finds is repaired, and all entries are there again, but
// for those that the repair names.
func TestAByteThatFlipsIsHarmlessFoundOrRepaired(t *testing.T) {
	random := chances(t)
	f := flipping{before: filled(t, 40)}
	f.whole = entriesIn(t, f.before)
	const hands = 4
	for hand := range hands {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(fmt.Sprint("hand ", hand+1), func(t *testing.T) {
			t.Parallel()
			ends := map[string]int{}
			for range share(flips) / hands {
				ends[f.flip(t, mine)]++
				if t.Failed() {
					return
				}
			}
			t.Log(ends)
		})
	}
}

// flipping is a journal of which copies are damaged.
type flipping struct {
	before string
	whole  map[journal.ID]string // its entries
}

// entriesIn are the entries of a journal as the command line prints them.
func entriesIn(t testing.TB, folder string) map[journal.ID]string {
	t.Helper()
	out, wrong, code := command(t, folder, "list", "--format", "json")
	if code != 0 {
		t.Fatal(wrong)
	}
	var listed []json.RawMessage
	must(t, json.Unmarshal([]byte(strings.TrimPrefix(out, "begin\n")), &listed))
	all := map[journal.ID]string{}
	for _, text := range listed {
		var e struct{ ID journal.ID }
		must(t, json.Unmarshal(text, &e))
		all[e.ID] = string(text)
	}
	return all
}

// flip changes one byte in a copy of the journal, and tells what came of it.
func (f flipping) flip(t *testing.T, random *rand.Rand) (end string) {
	folder, out := copied(t, f.before), t.TempDir()
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "journal.db")
	content, err := os.ReadFile(path)
	must(t, err)
	at, by := random.IntN(len(content)), byte(1+random.IntN(255))
	for content[at] == 0 && random.IntN(4) > 0 { // most of these are room that nothing uses yet
		at = random.IntN(len(content))
	}
	content[at] ^= by
	must(t, os.WriteFile(path, content, 0o600))
	defer func() {
		if t.Failed() {
			t.Logf("byte %d of %d was changed by %#x", at, len(content), by)
		}
	}()
	found, _ := asked(t, folder, "check")
	listed, _ := asked(t, folder, "list")
	_, _ = asked(t, folder, "export", "--include-private", "--to", filepath.Join(out, "first.json"))
	if found == 0 {
		if listed != 0 || !maps.Equal(entriesIn(t, folder), f.whole) {
			t.Error("the check found nothing, and the journal is not what it was")
		}
		return "harmless"
	}
	repaired, said := asked(t, folder, "check", "--repair", "--format", "json")
	if left, _ := asked(t, folder, "check"); left != 0 {
		t.Errorf("the repair ended with %d, and the journal is as damaged as before: %s", repaired, said)
		return "not repaired"
	}
	if code, said := asked(t, folder, "export", "--include-private", "--to", filepath.Join(out, "second.json")); code != 0 {
		t.Errorf("after the repair it cannot be exported: %s", said)
	}
	return f.mended(t, folder, said)
}

// mended compares a repaired journal with what it was: whatever is not there as
// it was is named.
func (f flipping) mended(t *testing.T, folder, said string) (end string) {
	now, lacking := entriesIn(t, folder), 0
	for id, text := range f.whole {
		if now[id] == text {
			continue
		}
		lacking++
		if !strings.Contains(said, string(id)) {
			t.Errorf("entry %s is not there as it was, and the repair does not name it: %s", id, said)
		}
	}
	return fmt.Sprintf("repaired but for %d entries", lacking)
}

// asked runs a command that may fail, but must say so in a sentence.
func asked(t testing.TB, folder string, args ...string) (code int, said string) {
	t.Helper()
	out, wrong, code := command(t, folder, args...)
	for _, ugly := range []string{"panic", "goroutine", "fatal error", "SIGSEGV"} {
		if strings.Contains(wrong, ugly) {
			t.Errorf("%s said %s", args[0], wrong)
		}
	}
	if code != 0 && (code != 1 || !strings.Contains(wrong, ".")) {
		t.Errorf("%s ended with %d and said %q", args[0], code, wrong)
	}
	return code, out + wrong
}
