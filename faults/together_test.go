package faults

import (
	"bufio"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"groundwork/journal"
)

// Two programs write into one journal at the same time: one holds it open and
// types, as the window does, and the other adds an entry again and again, as a
// script does that starts the command line. Beside them others read it and back
// it up. Nothing of either is lost, and neither is told of a lock.
func TestTwoProgramsThatWriteAtOnceLoseNothingAndAreToldOfNoLock(t *testing.T) {
	lasting := 6 * time.Second
	if torture() {
		lasting = time.Minute
	}
	folder := filepath.Join(t.TempDir(), "journal")
	inside(t, homeOf(folder), func(journal.Store) {})
	typist := typists{t: t, folder: folder, saved: map[journal.ID]int{}}
	ctx, stop := context.WithTimeout(t.Context(), lasting)
	defer stop()
	var both sync.WaitGroup
	var said []string
	both.Go(func() { said = typedUntil(ctx, t, folder) })
	added := 0
	for ; ctx.Err() == nil; added++ {
		for _, args := range [][]string{{"add", fmt.Sprintf("Added %d.", added)}, {"list", "--limit", "3"}} {
			if _, wrong, code := command(t, folder, args...); code != 0 {
				t.Errorf("%s ended with %d and said %s", args[0], code, wrong)
			}
		}
		if added%10 == 5 {
			if _, wrong, code := command(t, folder, "backup"); code != 0 {
				t.Errorf("backup ended with %d and said %s", code, wrong)
			}
		}
	}
	both.Wait()
	typist.note(said)
	t.Logf("%d words were saved while %d entries were added", typist.written, added)
	if typist.written < 2 || added < 2 {
		t.Error("that is too few to tell")
	}
	mustHoldAdded(t, folder, added)
	typist.mustBeThere()
	startsClean(t, homeOf(folder))
}

// typedUntil has a program type until a context ends, and gives what it said.
func typedUntil(ctx context.Context, t *testing.T, folder string) (said []string) {
	c := child(t, "type", folder, "a page")
	pipe, err := c.StdoutPipe()
	if err != nil {
		t.Error(err)
		return nil
	}
	c.Stderr = c.Stdout
	if err := c.Start(); err != nil {
		t.Error(err)
		return nil
	}
	end := context.AfterFunc(ctx, func() { _ = c.Process.Kill() })
	defer end()
	for out := bufio.NewScanner(pipe); out.Scan(); {
		if line := out.Text(); strings.HasPrefix(line, "saved ") {
			said = append(said, line)
		} else if line != "begin" {
			t.Errorf("whoever types was told %q", line)
		}
	}
	_ = c.Wait() // it was killed
	return said
}

// mustHoldAdded sees to it that every entry is there that was added, and takes
// them away, so that only those are left that were typed.
func mustHoldAdded(t *testing.T, folder string, many int) {
	t.Helper()
	inside(t, homeOf(folder), func(s journal.Store) {
		held := map[string]journal.ID{}
		for e, err := range s.Entries(t.Context(), journal.Filter{}) {
			must(t, err)
			if strings.HasPrefix(e.Body, "Added ") {
				held[e.Body] = e.ID
			}
		}
		var ids []journal.ID
		for n := range many {
			id, ok := held[fmt.Sprintf("Added %d.", n)]
			if !ok {
				t.Errorf("entry %d of %d was added and is not there", n, many)
				continue
			}
			ids = append(ids, id)
		}
		must(t, journal.New(s, journal.Options{}).RemoveEntry(t.Context(), ids...))
	})
}
