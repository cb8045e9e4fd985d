package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"

	"groundwork/journal"
)

// memoryOf reads what the kernel says of this process, in MB: VmHWM is the most
// memory it had since the start, VmRSS what it has now (proc(5)).
func memoryOf(what string) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	found := regexp.MustCompile(what + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0
	}
	kilobytes, _ := strconv.ParseFloat(string(found[1]), 64)
	return kilobytes * 1024 / 1e6
}

// useProtected opens a protected journal, saves in it, has it copied in both
// ways, and says how much memory it took at most, at its end and before it
// began, and how large the database is.
func useProtected(folder string) error {
	ctx := context.Background()
	h := NewHome(folder, Options{})
	if err := h.Unlock(ctx, passphrase); err != nil {
		return err
	}
	before := memoryOf("VmRSS")
	opened, err := h.Open(ctx)
	if err != nil {
		return err
	}
	s := opened.(*Store)
	fmt.Println("opened:", memoryOf("VmHWM")-before, memoryOf("VmRSS")-before)
	e := written(-1, "", "body")
	e.ID = testID(77_777)
	for n := range 100 {
		e.Revision = int64(n)
		if err := s.Apply(ctx, journal.Changes{Entries: []journal.Entry{e}}); err != nil {
			return err
		}
	}
	fmt.Println("saved:", memoryOf("VmHWM")-before, memoryOf("VmRSS")-before)
	err = s.imageNow(ctx)
	fmt.Println("now:", memoryOf("VmHWM")-before, memoryOf("VmRSS")-before)
	_, backedUp := h.BackUp(ctx, journal.BackupByHand)
	fmt.Println("backup:", memoryOf("VmHWM")-before, memoryOf("VmRSS")-before)
	err = errors.Join(err, s.image(ctx, s.imageBySteps))
	fmt.Println("by steps:", memoryOf("VmHWM")-before, memoryOf("VmRSS")-before)
	return errors.Join(err, backedUp, s.Close())
}
