package main

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"groundwork/data"
	"groundwork/journal"
)

// unlocks is set where a test starts this very binary again, as a program that
// unlocks the journal in that folder.
const unlocks = "GROUNDWORK_TEST_UNLOCKS"

const passphrase = "a few words"

func TestMain(m *testing.M) {
	folder := os.Getenv(unlocks)
	if folder == "" {
		os.Exit(m.Run())
	}
	if err := tellLimits(folder); err != nil {
		panic(err)
	}
}

// tellLimits writes the limits of the process after it unlocked a journal.
func tellLimits(folder string) error {
	if err := newHome(folder, newLog(os.Stderr)).Unlock(context.Background(), passphrase); err != nil {
		return err
	}
	limits, err := os.ReadFile("/proc/self/limits")
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(limits)
	return err
}

func TestWhoeverUnlocksAJournalWritesNoCoreDump(t *testing.T) {
	folder := t.TempDir()
	key, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	_, err = data.NewHome(folder, data.Options{Work: 2}).Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: key})
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), unlocks+"="+folder)
	limits, err := child.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(limits)) {
		if rest, found := strings.CutPrefix(line, "Max core file size"); found {
			if strings.Fields(rest)[0] != "0" {
				t.Errorf("a core dump may have %s", rest)
			}
			return
		}
	}
	t.Errorf("no limit of core dumps in\n%s", limits)
}
