package main

import (
	"path/filepath"

	"groundwork/e2e"
)

// The screen is that of the pictures in which Groundwork was designed.
const screenWidth, screenHeight = 1280, 800

// side is one of the two programs that are compared.
type side struct {
	user   *e2e.User
	folder string // of the journal
}

// screen is a virtual display before which both programs can be started.
type screen struct {
	display    *e2e.Display
	film       *e2e.Film
	ours, bare *side
}

// newScreen makes a screen with a copy of the sample journal.
func (b *bench) newScreen() (s *screen, err error) {
	s = &screen{}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.display, err = e2e.NewDisplay(screenWidth, screenHeight); err != nil {
		return s, err
	}
	if s.film, err = s.display.Film(); err != nil {
		return s, err
	}
	if s.ours, err = newSide(s.display, b.program); err != nil {
		return s, err
	}
	if s.bare, err = newSide(s.display, b.file("bare")); err != nil {
		return s, err
	}
	return s, b.copyJournal(s.ours.folder)
}

// close ends all that newScreen began.
func (s *screen) close() {
	for _, each := range []*side{s.ours, s.bare} {
		if each != nil {
			each.user.Close()
		}
	}
	if s.film != nil {
		s.film.Close()
	}
	if s.display != nil {
		s.display.Close()
	}
}

func newSide(display *e2e.Display, binary string) (*side, error) {
	user, err := display.NewUser(binary)
	if err != nil {
		return nil, err
	}
	return &side{user: user, folder: filepath.Join(user.Home, "journal")}, nil
}
