// Looks takes pictures of the pages of the real window as they are in sizes,
// light and dark, both languages and two sizes of text, in a virtual display.
// They lie in build/looks, with a page that shows each beside the others.
//
//	go run ./e2e/looks              all of them
//	go run ./e2e/looks 900x600-de   those whose name holds this
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"groundwork/e2e"
)

// Where everything goes, from the project's folder.
const (
	binary = "bin/groundwork"
	place  = "build/looks"
)

func main() {
	wanted := ""
	if len(os.Args) > 1 {
		wanted = os.Args[1]
	}
	if err := run(wanted); err != nil {
		fmt.Fprintln(os.Stderr, "looks:", err)
		os.Exit(1)
	}
}

func run(wanted string) error {
	if err := os.MkdirAll(place, 0o755); err != nil {
		return err
	}
	display, err := e2e.NewDisplay(1920, 1080)
	if err != nil {
		return err
	}
	defer display.Close()
	for _, c := range outfits() {
		if !strings.Contains(c.name(), wanted) {
			continue
		}
		if err := c.take(display); err != nil {
			return fmt.Errorf("%s: %w", c.name(), err)
		}
	}
	return writeIndex(outfits())
}

// outfit is how the window looks all along.
type outfit struct {
	width, height int // in pixels
	scale         string
	text          int // in percent
	language      string
	appearance    int
}

// outfits are all that are taken: the smallest window, a small one, the usual,
// and a large screen drawn half as large again; and text of twice the size where
// a screen has room for it.
func outfits() (all []outfit) {
	for _, appearance := range []int{1, 2} {
		for _, language := range []string{"en", "de"} {
			all = append(all,
				outfit{640, 560, "1", 100, language, appearance},
				outfit{900, 600, "1", 100, language, appearance},
				outfit{1280, 800, "1", 100, language, appearance},
				outfit{1900, 1040, "1.5", 100, language, appearance}, // what the window manager leaves of 1920 by 1080
				outfit{1280, 740, "1", 200, language, appearance},
				outfit{1900, 1040, "1", 200, language, appearance})
		}
	}
	return all
}

// name is that of the folder of its pictures.
func (o outfit) name() string {
	return fmt.Sprintf("%dx%d-%s-%s-%d-scale-%s", o.width, o.height, o.language, []string{"", "light", "dark"}[o.appearance], o.text, o.scale)
}

// take opens the window on a sample journal, and takes all pictures.
func (o outfit) take(display *e2e.Display) error {
	user, err := display.NewUser(binary)
	if err != nil {
		return err
	}
	defer user.Close()
	user.Env = append(user.Env, "FYNE_SCALE="+o.scale)
	if err := user.WritePreferences(fmt.Sprintf(`{"appearance": %d, "language": %q, "zoom": %d}`, o.appearance, o.language, o.text)); err != nil {
		return err
	}
	folder := filepath.Join(user.Home, "journal")
	if _, wrong, code := user.Groundwork("sample", "--entries", "400", "--data", folder); code != 0 {
		return fmt.Errorf("fill a journal: %s", wrong)
	}
	w, err := user.Open(folder)
	if err != nil {
		return err
	}
	defer w.Kill()
	if err := w.Resize(o.width, o.height); err != nil {
		return err
	}
	for _, s := range scenes() {
		if err := s.play(w, filepath.Join(place, o.name(), s.name+".png")); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	fmt.Println(filepath.Join(place, o.name()))
	return nil
}
