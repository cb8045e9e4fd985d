package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/trace"
	"strings"
	"sync"
	"time"

	"groundwork/ui"
)

// phases notes when each phase of the start ended, for --profile.
type phases struct {
	now   func() time.Time
	began time.Time

	mu    sync.Mutex
	lines []string
	trace *os.File // what the scheduler and the collector do until the start has ended; nil: not recorded
}

func newPhases(now func() time.Time) *phases { return &phases{now: now, began: now()} }

// record begins a trace of the start in the folder of the profiles, for
// go tool trace. The phases stand in it as the messages of their end.
func (p *phases) record(folder string) error {
	file, err := os.OpenFile(filepath.Join(folder, "start.trace"), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("record the start: %w", err)
	}
	if err := trace.Start(file); err != nil {
		return errors.Join(fmt.Errorf("record the start: %w", err), file.Close())
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.trace = file
	return nil
}

// end notes the end of a phase. It may be called from any goroutine.
func (p *phases) end(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = append(p.lines, fmt.Sprintf("%8.1f ms  %s", float64(p.now().Sub(p.began))/float64(time.Millisecond), name))
	if p.trace == nil {
		return
	}
	trace.Log(context.Background(), "end of a phase", name)
	if name == ui.LastPhase { // a trace of a whole day of writing would fill the disk
		_ = p.stop() // what is missing in it shows when it is read
	}
}

// stop ends the trace.
func (p *phases) stop() error {
	if p.trace == nil {
		return nil
	}
	trace.Stop()
	err := p.trace.Close()
	p.trace = nil
	return err
}

// write writes the phases into the folder of the profiles.
func (p *phases) write(folder string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.stop(); err != nil {
		return fmt.Errorf("end the trace of the start: %w", err)
	}
	text := strings.Join(p.lines, "\n") + "\n"
	if err := os.WriteFile(filepath.Join(folder, "phases.txt"), []byte(text), 0o600); err != nil {
		return fmt.Errorf("write the phases of the start: %w", err)
	}
	return nil
}
