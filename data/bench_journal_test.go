package data

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// The bench says by its environment how large the journals are that it measures
// in, and where they are kept from one benchmark to the next.
const (
	entriesVariable = "GROUNDWORK_BENCH_ENTRIES"
	cacheVariable   = "GROUNDWORK_BENCH_CACHE"
)

// benchEntries is how many entries the journal of a benchmark has.
func benchEntries(b testing.TB) int {
	b.Helper()
	said := os.Getenv(entriesVariable)
	if said == "" {
		return 10_000
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		b.Fatalf("%s: %v", entriesVariable, err)
	}
	return n
}

// filled opens a plain journal of n entries that fill puts into it. Where there
// is a cache it is filled once and then copied, since that takes half a minute
// at 100,000 entries.
func filled(b testing.TB, name string, n int, fill func(*Store)) *Store {
	b.Helper()
	cache := os.Getenv(cacheVariable)
	if cache == "" {
		s := newStore(b)
		fill(s)
		return s
	}
	kept := filepath.Join(cache, fmt.Sprint(name, "-", n, ".db"))
	if _, err := os.Stat(kept); err != nil {
		s := newStore(b)
		fill(s)
		// A copy that a killed run leaves half made has another name.
		if _, err := s.writer.Exec(`VACUUM INTO ?`, kept+".half"); err != nil {
			b.Fatal(err)
		}
		if err := os.Rename(kept+".half", kept); err != nil {
			b.Fatal(err)
		}
	}
	content, err := os.ReadFile(kept)
	if err != nil {
		b.Fatal(err)
	}
	h := newHome(b)
	if err := os.Mkdir(h.folder, 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(h.folder, "journal.db"), content, 0o600); err != nil {
		b.Fatal(err)
	}
	return openHome(b, h)
}
