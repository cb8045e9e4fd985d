package main

import (
	"os"
	"path/filepath"
	"time"
)

// rareWord is in less than two hundred of 10,000 sample entries.
const rareWord = "morning"

// commandLine measures a search from a terminal, from its start to its end,
// beside a command that does nothing.
func (b *bench) commandLine() ([]row, error) {
	folder, err := os.MkdirTemp(b.folder, "command")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	journal := filepath.Join(folder, "journal")
	if err := b.copyJournal(journal); err != nil {
		return nil, err
	}
	say("searching from a terminal")
	var p pairs
	for range 10 * b.turns {
		version, err := timed(func() error { return command(b.program, "version") })
		if err != nil {
			return nil, err
		}
		search, err := timed(func() error {
			return command(b.program, "--data", journal, "search", rareWord, "--limit", "50")
		})
		if err != nil {
			return nil, err
		}
		p.add(milliseconds(search), milliseconds(version))
	}
	return []row{p.row("groundwork search ÷ groundwork version", "ms", ratioKind, 3)}, nil
}

// timed tells how long something takes.
func timed(do func() error) (time.Duration, error) {
	began := time.Now()
	err := do()
	return time.Since(began), err
}

// size measures the program as it was built, beside the bare window.
func (b *bench) size() ([]row, error) {
	ours, err := os.Stat(b.program)
	if err != nil {
		return nil, err
	}
	bare, err := os.Stat(b.file("bare"))
	if err != nil {
		return nil, err
	}
	var p pairs
	p.add(float64(ours.Size())/1e6, float64(bare.Size())/1e6)
	return []row{p.row("size of the program ÷ a bare window", "MB", figureKind, 40)}, nil
}
