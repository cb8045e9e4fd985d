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
	p, err := s.grown(useMinutes, earlyMinute, useForAMinute)
	if err != nil {
		return nil, err
	}
	return []row{p.row("memory after an hour of use ÷ after ten minutes", "MB", ratioKind, 1.1)}, nil
}

// earlyChanges and allChanges are how often the window is turned from light to
// dark or back.
const earlyChanges, allChanges = 8, 32

// lightAndDark measures what changing the appearance again and again leaves in
// memory, for Fyne reads every face anew each time. The yardstick is what was
// held after the first changes, with which the runtime has its room.
func (b *bench) lightAndDark() ([]row, error) {
	s, err := b.newScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	say("changing from light to dark and back %d times", allChanges/2)
	p, err := s.grown(allChanges, earlyChanges, turn)
	if err != nil {
		return nil, err
	}
	return []row{p.row(fmt.Sprintf("memory after %d changes of light and dark ÷ after %d", allChanges, earlyChanges), "MB", ratioKind, 1.1)}, nil
}

// grown does something to our window so many times, and gives the memory that is
// held then beside what was held early on.
func (s *screen) grown(times, early int, do func(w user, turn int) error) (p pairs, err error) {
	w, err := s.ours.user.Open(s.ours.folder)
	if err != nil {
		return p, err
	}
	defer w.Kill()
	var before, after int
	for i := 1; i <= times; i++ {
		if err := do(w, i); err != nil {
			return p, err
		}
		if i == early {
			if before, err = restedMemory(w); err != nil {
				return p, err
			}
		}
	}
	if after, err = restedMemory(w); err != nil {
		return p, err
	}
	p.add(float64(after)/1e6, float64(before)/1e6)
	return p, nil
}

// turn makes the window dark and light in turn, through quick open.
func turn(w user, change int) error {
	if err := steps(w, "ctrl+k", []string{"Appearance: Light", "Appearance: Dark"}[change%2]); err != nil {
		return err
	}
	time.Sleep(usePause) // until it has found the command
	return steps(w, "Return", "")
}

// user is what using a window takes.
type user interface {
	Keys(keys ...string) error
	Type(text string) error
	OwnMemory() (int, error)
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

// restFor is how long nothing is done before memory is measured: longer than Fyne
// keeps what is out of sight, a minute, and then the two after which we give back
// what is spare. leastOf is the end of it, in which that happens once at least.
const restFor, leastOf = 200 * time.Second, 130 * time.Second

// restedMemory is the least that the window holds by itself while it rests. The
// cursor blinks on, and what its steps leave behind is held until it is given back,
// twenty megabytes of it: that is when the least is held.
func restedMemory(w user) (least int, err error) {
	if err := steps(w, "ctrl+1", ""); err != nil {
		return 0, err
	}
	time.Sleep(restFor - leastOf)
	for began := time.Now(); time.Since(began) < leastOf; time.Sleep(time.Second) {
		held, err := w.OwnMemory()
		if err != nil {
			return 0, err
		}
		if least == 0 || held < least {
			least = held
		}
	}
	return least, nil
}
