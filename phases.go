package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// phases notes when each phase of the start ended, for --profile.
type phases struct {
	now   func() time.Time
	began time.Time

	mu    sync.Mutex
	lines []string
}

func newPhases(now func() time.Time) *phases { return &phases{now: now, began: now()} }

// end notes the end of a phase. It may be called from any goroutine.
func (p *phases) end(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = append(p.lines, fmt.Sprintf("%8.1f ms  %s", float64(p.now().Sub(p.began))/float64(time.Millisecond), name))
}

// write writes the phases into the folder of the profiles.
func (p *phases) write(folder string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	text := strings.Join(p.lines, "\n") + "\n"
	if err := os.WriteFile(filepath.Join(folder, "phases.txt"), []byte(text), 0o600); err != nil {
		return fmt.Errorf("write the phases of the start: %w", err)
	}
	return nil
}
