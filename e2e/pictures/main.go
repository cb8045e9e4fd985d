// Pictures takes the pictures of the documents anew, from the real window on a
// sample journal: `make pictures`. The program it looks at is built with the tag
// pictures and stands at one moment, so that a picture changes only where the
// window looks different; one that does not is left as it is.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"groundwork/e2e"
	"groundwork/e2e/show"
)

const (
	binary = "bin/groundwork-pictures"
	place  = "docs"
	moment = "2026-11-20T21:04:00Z"
)

// anew takes away what a journal was asked so far, gives its questions an order
// that is always the same, which else is random, and has nothing offered after a
// while at the foot of the window.
const anew = `
	DELETE FROM settings WHERE key <> 'journal';
	DELETE FROM shown_prompts;
	INSERT INTO settings (key, value) VALUES ('seed', 'pictures'), ('protectionOffered', 'true')`

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run() error {
	display, err := e2e.NewDisplay(1400, 900)
	if err != nil {
		return err
	}
	defer display.Close()
	user, err := display.NewUser(binary)
	if err != nil {
		return err
	}
	defer user.Close()
	user.Env = []string{"GROUNDWORK_NOW=" + moment, "TZ=UTC"}
	s := &show.Show{User: user, Took: keep}
	if err := asksTheSame(s); err != nil {
		return err
	}
	return s.Run()
}

// asksTheSame begins a journal whose questions come in the same order each time.
func asksTheSame(s *show.Show) error {
	if err := s.Sit(show.Light, nil); err != nil {
		return err
	}
	file := filepath.Join(s.User.Home, "data", "groundwork", "journal.db")
	out, err := exec.Command("sqlite3", file, anew).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// keep writes a picture where it is another one than was there.
func keep(s show.Shot, p *e2e.Picture) error {
	file := filepath.Join(place, s.File)
	small := p.Small()
	if before, err := e2e.ReadPicture(file); err == nil && small.Like(before) {
		return nil
	}
	fmt.Printf("%-46s %s\n", s.About+":", file)
	return small.Save(file)
}
