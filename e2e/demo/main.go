// Demo shows what Groundwork does on a machine without a display: in a virtual
// one it opens the real window on a sample journal, writes an entry through
// the keyboard, and leaves pictures and files in build/demo. It starts afresh
// each time.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"groundwork/e2e"
	"groundwork/e2e/show"
)

// Where everything goes, from the project's folder.
const (
	binary = "bin/groundwork"
	place  = "build/demo"
)

// rare is a part of the entry that is in none of the sample.
const rare = `"kept the time"`

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

func run() error {
	if err := os.RemoveAll(place); err != nil {
		return err
	}
	if err := os.MkdirAll(place, 0o755); err != nil {
		return err
	}
	folder, err := filepath.Abs(filepath.Join(place, "journal"))
	if err != nil {
		return err
	}
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
	s := &show.Show{User: user, Folder: folder, Took: keep}
	for _, step := range []func(*show.Show) error{(*show.Show).Run, find, export} {
		if err := step(s); err != nil {
			return err
		}
	}
	fmt.Printf("\nEverything lies in %s. To look around in the window yourself:\n  %s --data %s/journal\n", place, binary, place)
	return nil
}

// tell says where something lies.
func tell(what, name string) { fmt.Printf("%-46s %s/%s\n", what+":", place, name) }

func keep(s show.Shot, p *e2e.Picture) error {
	tell(s.About, s.File)
	return p.Save(filepath.Join(place, s.File))
}

// find shows from the command line that the entry is there.
func find(s *show.Show) error {
	if !s.Holds() {
		return errors.New("the entry is not in the journal after the window was closed")
	}
	for _, args := range [][]string{{"list", "--since", "today"}, {"search", rare, "--limit", "1"}} {
		out, err := s.Command(args...)
		if err != nil {
			return err
		}
		if args[0] == "search" && !strings.Contains(out, "kept the time") {
			return fmt.Errorf("search does not find the entry, but: %s", out)
		}
		fmt.Printf("\ngroundwork %s\n%s", strings.Join(args, " "), out)
	}
	return nil
}

func export(s *show.Show) error {
	file, err := filepath.Abs(filepath.Join(place, "journal.json"))
	if err != nil {
		return err
	}
	if _, err := s.Command("export", "--to", file); err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	fmt.Println()
	tell(fmt.Sprintf("The journal as JSON, %d KB", info.Size()/1000), "journal.json")
	return nil
}
