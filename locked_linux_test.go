package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAnUpdateInThePlaceOfTheRunningProgramIsNoticed(t *testing.T) {
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if wasReplaced(own) {
		t.Error("the program is taken for another one")
	}
	other := filepath.Join(t.TempDir(), "update")
	if err := os.WriteFile(other, []byte("another program"), 0o700); err != nil {
		t.Fatal(err)
	}
	if !wasReplaced(other) || !wasReplaced(other+" that was removed") {
		t.Error("an update is not noticed")
	}
}
