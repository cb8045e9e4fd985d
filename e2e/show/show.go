// Package show shows what Groundwork does, in pictures of the real window on a
// sample journal: those of `make demo`, and those of the documents, which `make
// pictures` takes.
package show

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"groundwork/e2e"
)

// Entry is what is written in the window: an answer to the question on the page.
const Entry = `Sana led the planning today, and I only kept the time.
She asked the quiet ones first, which I never do.
Next week I hand her the whole review.`

// Show is somebody who shows the window, and where the journal lies.
type Show struct {
	User   *e2e.User
	Folder string                             // "" is the user's own
	Took   func(s Shot, p *e2e.Picture) error // takes a picture
}

// Run fills the journal and takes all pictures, one after the other.
func (s *Show) Run() error {
	if err := s.Sit(Light, FirstShots()); err != nil {
		return err
	}
	for _, command := range [][]string{{"sample", "--entries", "400"}, {"backup"}} {
		if _, err := s.Command(command...); err != nil {
			return err
		}
	}
	if err := s.Sit(Light, Shots()); err != nil {
		return err
	}
	return s.Sit(Dark, DarkShots())
}

// Command runs a command of the program on the journal.
func (s *Show) Command(args ...string) (string, error) {
	if s.Folder != "" {
		args = append(args, "--data", s.Folder)
	}
	out, wrong, code := s.User.Groundwork(args...)
	if code != 0 {
		return "", fmt.Errorf("groundwork %s ended with %d: %s", strings.Join(args, " "), code, wrong)
	}
	return out, nil
}

// Holds tells whether the entry is in the journal, with the question it answers.
func (s *Show) Holds() bool {
	entries, err := s.User.Entries(s.Folder)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if e.Body == Entry && e.Prompt != nil {
			return true
		}
	}
	return false
}

// Sit opens the window, takes pictures in it, and quits.
func (s *Show) Sit(a Appearance, shots []Shot) error {
	if err := s.User.WritePreferences(fmt.Sprintf(`{"appearance": %d}`, a)); err != nil {
		return err
	}
	w, err := s.User.Open(s.Folder)
	if err != nil {
		return err
	}
	defer w.Kill()
	for _, shot := range shots {
		if err := s.take(w, shot); err != nil {
			return fmt.Errorf("%s: %w", shot.File, err)
		}
	}
	return quit(w)
}

// take goes to what a shot shows and takes the picture.
func (s *Show) take(w *e2e.Window, shot Shot) error {
	for _, keys := range shot.Keys {
		if err := w.Changes(func() error { return w.Keys(keys) }); err != nil {
			return fmt.Errorf("%s: %w", keys, err)
		}
	}
	if shot.Types != "" {
		if err := w.Changes(func() error { return w.Type(shot.Types) }); err != nil {
			return err
		}
	}
	if shot.Types == Entry {
		if err := e2e.Eventually(5*time.Second, "the entry in the journal", s.Holds); err != nil {
			return err
		}
	}
	if !shot.Waits.Empty() {
		err := e2e.Eventually(15*time.Second, "something to look at", func() bool {
			p, err := w.Part(shot.Waits)
			return err == nil && !p.Blank()
		})
		if err != nil {
			return err
		}
	}
	if err := w.Steady(); err != nil {
		return err
	}
	p, err := w.Picture()
	if err != nil {
		return err
	}
	if p.Blank() {
		return errors.New("the window is blank")
	}
	if err := s.Took(shot, p); err != nil || !shot.Closes {
		return err
	}
	return w.Changes(func() error { return w.Keys("Escape") })
}

func quit(w *e2e.Window) error {
	if err := w.Keys("ctrl+q"); err != nil {
		return err
	}
	code, err := w.Wait(10 * time.Second)
	if err == nil && code != 0 {
		err = fmt.Errorf("the window ended with %d: %s", code, w.Log())
	}
	return err
}
