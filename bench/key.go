package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"groundwork/e2e"
)

const (
	words     = 2000
	keysTyped = 200
	// keyPause is the time from one key to the next: so long that each is
	// painted on its own also where there is no graphics card, so short that
	// the cursor does not begin to blink.
	keyPause = 60 * time.Millisecond
)

// key measures the processor time of a key in a long text, in the window with
// all that listens and saves.
func (b *bench) key() ([]row, error) {
	s, err := b.newScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	file := filepath.Join(s.bare.user.Home, "text")
	if err := os.WriteFile(file, []byte(text()), 0o600); err != nil {
		return nil, err
	}
	say("typing %d keys into %d words in both windows, %d times in turn", keysTyped, words, b.turns)
	var p pairs
	for range b.turns {
		bare, err := s.bare.key(file)
		if err != nil {
			return nil, err
		}
		if err := s.ours.add(text()); err != nil { // the newest entry of today is the one that opens
			return nil, err
		}
		ours, err := s.ours.key()
		if err != nil {
			return nil, err
		}
		p.add(ours, bare)
	}
	return []row{p.row("processor time of a key in 2,000 words ÷ a bare window", "ms", ratioKind, 1.2)}, nil
}

// add adds an entry to the journal.
func (s *side) add(body string) error {
	c := exec.Command(s.user.Binary, "--data", s.folder, "--quiet", "add", "-")
	c.Stdin = strings.NewReader(body)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("add an entry: %w\n%s", err, bytes.TrimSpace(out))
	}
	return nil
}

// key opens the program, types at the end of the text and gives the processor
// time of a key in milliseconds.
func (s *side) key(args ...string) (float64, error) {
	w, err := s.user.Open(s.folder, args...)
	if err != nil {
		return 0, err
	}
	defer w.Kill()
	// The first keys warm up, and show that the cursor is in the text.
	if err := w.Changes(func() error { return press(w, keysTyped/10) }); err != nil {
		return 0, err
	}
	before, err := w.CPU()
	if err != nil {
		return 0, err
	}
	if err := press(w, keysTyped); err != nil {
		return 0, err
	}
	if err := w.Steady(); err != nil { // the last keys are still on their way
		return 0, err
	}
	after, err := w.CPU()
	return milliseconds(after-before) / keysTyped, err
}

// press presses keys at an even rate.
func press(w *e2e.Window, count int) error {
	tick := time.NewTicker(keyPause)
	defer tick.Stop()
	for i := range count {
		key := "e"
		if i%6 == 5 {
			key = "space"
		}
		if err := w.Keys(key); err != nil {
			return err
		}
		<-tick.C
	}
	return nil
}

// text is a text of 2,000 words in paragraphs of 50.
func text() string {
	sentence := strings.Fields("Priya ran the incident review herself today and I had promised to stay quiet")
	var b strings.Builder
	for i := range words {
		b.WriteString(sentence[i%len(sentence)])
		if i%50 == 49 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}
