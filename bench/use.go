package main

import (
	"fmt"
	"time"
)

// An hour of use by count and not by the clock: what a busy writer does in a
// month or two.
const (
	useMinutes  = 60
	useEntries  = 500 / useMinutes  // a minute, and so on
	useSearches = 1000 / useMinutes // as many as pages are seen
	earlyMinute = 10
)

// usePause is what a page, an entry or a search is given to be painted.
const usePause = 120 * time.Millisecond

// use measures what an hour of use leaves in memory: all places of the
// navigation, a thousand searches and five hundred entries in the real window.
// The yardstick is what was held after ten minutes of it. Fyne lets go of what
// was out of sight for a minute of the clock, so the last word is had after one.
func (b *bench) use() ([]row, error) {
	s, err := b.newScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	say("using the window for an hour, without the pauses")
	w, err := s.ours.user.Open(s.ours.folder)
	if err != nil {
		return nil, err
	}
	defer w.Kill()
	var early, late int
	for minute := 1; minute <= useMinutes; minute++ {
		if err := useForAMinute(w, minute); err != nil {
			return nil, err
		}
		if minute == earlyMinute {
			if early, err = restedMemory(w); err != nil {
				return nil, err
			}
		}
	}
	if late, err = restedMemory(w); err != nil {
		return nil, err
	}
	var p pairs
	p.add(float64(late)/1e6, float64(early)/1e6)
	return []row{p.row("memory after an hour of use ÷ after ten minutes", "MB", ratioKind, 1.1)}, nil
}

// earlyChanges and allChanges are how often the window is turned from light to
// dark or back: go-text keeps what it shaped with the last 32 faces, which ours
// fill within five changes.
const earlyChanges, allChanges = 8, 32

// lightAndDark measures what changing the appearance again and again leaves in
// memory. Fyne reads every face anew each time. The yardstick is what was held
// once the faces that are kept had all been replaced.
func (b *bench) lightAndDark() ([]row, error) {
	s, err := b.newScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	say("changing from light to dark and back %d times", allChanges/2)
	w, err := s.ours.user.Open(s.ours.folder)
	if err != nil {
		return nil, err
	}
	defer w.Kill()
	var early, late int
	for change := 1; change <= allChanges; change++ {
		if err := turn(w, []string{"Appearance: Light", "Appearance: Dark"}[change%2]); err != nil {
			return nil, err
		}
		if change == earlyChanges {
			if early, err = restedMemory(w); err != nil {
				return nil, err
			}
		}
	}
	if late, err = restedMemory(w); err != nil {
		return nil, err
	}
	var p pairs
	p.add(float64(late)/1e6, float64(early)/1e6)
	return []row{p.row(fmt.Sprintf("memory after %d changes of light and dark ÷ after %d", allChanges, earlyChanges), "MB", ratioKind, 1.1)}, nil
}

// turn runs a command through quick open.
func turn(w user, command string) error {
	if err := steps(w, "ctrl+k", command); err != nil {
		return err
	}
	time.Sleep(usePause)
	return steps(w, "Return", "")
}

// user is what using a window takes.
type user interface {
	Keys(keys ...string) error
	Type(text string) error
	Memory() (int, error)
}

// useForAMinute is a sixtieth of the use.
func useForAMinute(w user, minute int) error {
	words := []string{"budget", "retro", "the", "architecture", "on", "incident", "nowhere", "hir", "tag:hiring", "kind:moment"}
	for i := range useEntries {
		if err := steps(w, "ctrl+n", fmt.Sprintf("Entry %d of minute %d", i, minute)); err != nil {
			return err
		}
	}
	for i := range useSearches {
		if err := steps(w, "ctrl+f", words[(minute+i)%len(words)]); err != nil {
			return err
		}
	}
	for place := range 8 {
		if err := steps(w, fmt.Sprint("ctrl+", place+1), ""); err != nil {
			return err
		}
	}
	return nil
}

// steps presses a key and types what follows it.
func steps(w user, key, text string) error {
	if err := w.Keys(key); err != nil {
		return err
	}
	time.Sleep(usePause)
	if text == "" {
		return nil
	}
	if err := w.Type(text); err != nil {
		return err
	}
	time.Sleep(usePause)
	return nil
}

// restedMemory is what is held once nothing was done for longer than Fyne keeps
// what is out of sight, and once more than Go does.
func restedMemory(w user) (int, error) {
	if err := steps(w, "ctrl+1", ""); err != nil {
		return 0, err
	}
	time.Sleep(150 * time.Second)
	return w.Memory()
}
