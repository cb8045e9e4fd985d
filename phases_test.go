package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/ui"
)

func TestGivenAProfiledStart_WhenItsLastPhaseEnds_ThenTheTraceEndsAndNamesThePhases(t *testing.T) {
	folder := t.TempDir()
	now := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	p := newPhases(func() time.Time { now = now.Add(time.Millisecond); return now })
	if err := p.record(folder); err != nil {
		t.Fatal(err)
	}
	p.end("faces")
	p.end(ui.LastPhase)
	atTheLast := size(t, filepath.Join(folder, "start.trace"))
	p.end("a page much later")
	if err := p.write(folder); err != nil {
		t.Fatal(err)
	}

	recorded, err := os.ReadFile(filepath.Join(folder, "start.trace"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(recorded, []byte("faces")) || int64(len(recorded)) != atTheLast {
		t.Errorf("the trace has %d bytes, %d when the last phase ended, and faces in it: %v", len(recorded), atTheLast, bytes.Contains(recorded, []byte("faces")))
	}
	lines, err := os.ReadFile(filepath.Join(folder, "phases.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(lines), " ms  faces\n") {
		t.Errorf("the phases are\n%s", lines)
	}
}

func TestGivenNoTrace_WhenPhasesEnd_ThenOnlyTheirTimesAreWritten(t *testing.T) {
	folder := t.TempDir()
	p := newPhases(time.Now)
	p.end(ui.LastPhase)
	if err := p.write(folder); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "start.trace")); err == nil {
		t.Error("a trace was written though none was asked for")
	}
}

func size(t *testing.T, file string) int64 {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
