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
	"time"

	"groundwork/e2e"
)

// Where everything goes, from the project's folder.
const (
	binary = "bin/groundwork"
	place  = "build/demo"
)

// entry is what the demo writes: an answer to the question on the page.
const entry = `Sana led the planning today, and I only kept the time.
She asked the quiet ones first, which I never do.
Next week I hand her the whole review.`

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
	d := &demo{user: user, folder: folder}
	for _, step := range []func() error{d.fill, d.write, d.look, d.find, d.export} {
		if err := step(); err != nil {
			return err
		}
	}
	fmt.Printf("\nEverything lies in %s. To look around in the window yourself:\n  %s --data %s/journal\n", place, binary, place)
	return nil
}

// demo is a user with a journal.
type demo struct {
	user   *e2e.User
	folder string
}

// tell says where something lies.
func tell(what, name string) { fmt.Printf("%-46s %s/%s\n", what+":", place, name) }

// command runs a command of the program on the journal.
func (d *demo) command(args ...string) (string, error) {
	out, wrong, code := d.user.Groundwork(append(args, "--data", d.folder)...)
	if code != 0 {
		return "", fmt.Errorf("groundwork %s ended with %d: %s", strings.Join(args, " "), code, wrong)
	}
	return out, nil
}

func (d *demo) fill() error {
	if _, err := d.command("sample", "--entries", "400"); err != nil {
		return err
	}
	tell("A journal with 400 sample entries", "journal")
	return nil
}

// write writes an entry that answers the question of the day, in the light
// window.
func (d *demo) write() error {
	w, err := d.open(`{"appearance": 1}`)
	if err != nil {
		return err
	}
	defer w.Kill()
	for _, keys := range []string{"ctrl+n", "ctrl+Return"} {
		if err := w.Changes(func() error { return w.Keys(keys) }); err != nil {
			return fmt.Errorf("%s: %w", keys, err)
		}
	}
	if err := w.Type(entry); err != nil {
		return err
	}
	if err := e2e.Eventually(5*time.Second, "the entry in the journal", func() bool { return d.holds(entry) }); err != nil {
		return err
	}
	if err := picture(w, "today-light.png", "Today, with an entry that answers a question"); err != nil {
		return err
	}
	if err := w.Changes(func() error { return w.Keys("ctrl+slash") }); err != nil {
		return fmt.Errorf("the shortcuts: %w", err)
	}
	if err := picture(w, "shortcuts.png", "The shortcuts"); err != nil {
		return err
	}
	return quit(w)
}

// look opens the window again, in the dark.
func (d *demo) look() error {
	w, err := d.open(`{"appearance": 2}`)
	if err != nil {
		return err
	}
	defer w.Kill()
	if err := picture(w, "today-dark.png", "The same journal at night"); err != nil {
		return err
	}
	return quit(w)
}

func (d *demo) open(preferences string) (*e2e.Window, error) {
	if err := d.user.WritePreferences(preferences); err != nil {
		return nil, err
	}
	return d.user.Open(d.folder)
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

func picture(w *e2e.Window, name, what string) error {
	if err := w.Steady(); err != nil {
		return err
	}
	p, err := w.Picture()
	if err != nil {
		return err
	}
	if p.Blank() {
		return fmt.Errorf("the window is blank: %s", name)
	}
	if err := p.Save(filepath.Join(place, name)); err != nil {
		return err
	}
	tell(what, name)
	return nil
}

// holds tells whether an entry with a text is in the journal.
func (d *demo) holds(text string) bool {
	entries, err := d.user.Entries(d.folder)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if e.Body == text && e.Prompt != nil {
			return true
		}
	}
	return false
}

// find shows from the command line that the entry is there.
func (d *demo) find() error {
	if !d.holds(entry) {
		return errors.New("the entry is not in the journal after the window was closed")
	}
	for _, args := range [][]string{{"list", "--since", "today"}, {"search", rare, "--limit", "1"}} {
		out, err := d.command(args...)
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

func (d *demo) export() error {
	file, err := filepath.Abs(filepath.Join(place, "journal.json"))
	if err != nil {
		return err
	}
	if _, err := d.command("export", "--to", file); err != nil {
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
