package data

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"testing"

	"groundwork/journal"
)

// useProtected opens a protected journal, saves in it, has it written and backed
// up, and says how much memory that took at most, in bytes.
func useProtected(folder string) (err error) {
	ctx := context.Background()
	h := NewHome(folder, Options{})
	if err := h.Unlock(ctx, passphrase); err != nil {
		return err
	}
	before, err := memoryOf("VmRSS")
	if err != nil {
		return err
	}
	s, err := h.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	e := written(1, "", "body")
	e.ID = testID(100_000 + rand.IntN(1e9)) // it may be used again
	for n := range 100 {
		e.Revision = int64(n)
		if err := s.Apply(ctx, journal.Changes{Entries: []journal.Entry{e}}); err != nil {
			return err
		}
	}
	if err := s.imageNow(ctx); err != nil {
		return err
	}
	if _, err := h.BackUp(ctx, journal.BackupByHand); err != nil {
		return err
	}
	most, err := memoryOf("VmHWM")
	fmt.Println(most - before)
	return err
}

// memoryOf reads what the kernel says of this process, in bytes: VmHWM is the
// most memory it had since its start, VmRSS what it has now (proc(5)).
func memoryOf(what string) (bytes int64, err error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	found := regexp.MustCompile(what + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0, fmt.Errorf("the kernel does not tell %s", what)
	}
	kilobytes, err := strconv.ParseInt(string(found[1]), 10, 64)
	return kilobytes * 1024, err
}

// BenchmarkMemoryProtected tells how much memory a protected journal of 10,000
// entries takes at most, from its opening to a backup, beside the size of its
// database: it may be 80 MB more.
func BenchmarkMemoryProtected(b *testing.B) {
	h, s := sampledProtected(b, 10_000)
	var size int64
	if err := s.readers.QueryRow(`SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`).Scan(&size); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	var most int64
	for b.Loop() {
		out, err := child(b, "use protected", h.folder).Output()
		if err == nil {
			_, err = fmt.Sscan(string(out), &most)
		}
		if err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	b.ReportMetric(float64(most), "bytes/most")
	b.ReportMetric(float64(size), "bytes/database")
}
