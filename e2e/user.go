package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// User is somebody before a display, with a home of their own that holds the
// program's preferences and its runtime files.
type User struct {
	Binary string   // the program
	Env    []string // more of the environment, such as LANG=C
	Under  []string // a program, and what it is told, that runs ours; none usually
	ID     uint32   // of the system's user, where it is another one than ours
	Home   string   // a folder that goes when the user goes

	display *Display
}

// NewUser makes a user with an empty home, who uses the program at a path.
func (d *Display) NewUser(binary string) (*User, error) {
	binary, err := filepath.Abs(binary)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(binary); err != nil {
		return nil, fmt.Errorf("the program is not built: %w", err)
	}
	// Short, because the path of a socket may have no more than 108 bytes.
	home, err := os.MkdirTemp("", "gwu")
	if err != nil {
		return nil, err
	}
	u := &User{Binary: binary, display: d, Home: home}
	for _, folder := range u.folders() {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, err
		}
	}
	return u, nil
}

// folders are what every home on a desktop has.
func (u *User) folders() []string {
	var all []string
	for _, name := range []string{"", "run", "config", "data", "cache"} {
		all = append(all, filepath.Join(u.Home, name))
	}
	return all
}

// Close removes the user's home.
func (u *User) Close() { _ = os.RemoveAll(u.Home) }

// Become runs the program as another user of the system from now on, who gets
// the home and the given files. Only root can do that.
func (u *User) Become(id uint32, files ...string) error {
	// The program may lie where only root can go.
	program, err := os.ReadFile(u.Binary)
	if err != nil {
		return err
	}
	own := filepath.Join(u.Home, "program")
	if err := os.WriteFile(own, program, 0o700); err != nil {
		return err
	}
	for _, file := range append(append(u.folders(), own), files...) {
		if err := os.Chown(file, int(id), int(id)); err != nil {
			return err
		}
	}
	u.ID, u.Binary = id, own
	return nil
}

// WritePreferences writes the file in which Fyne keeps the program's settings.
func (u *User) WritePreferences(content string) error {
	folder := filepath.Join(u.Home, "config", "fyne", "app.groundwork.journal")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "preferences.json"), []byte(content), 0o600)
}

// command is a run of the program, with nothing of ours but its arguments.
func (u *User) command(ctx context.Context, args ...string) *exec.Cmd {
	line := append(slices.Clone(u.Under), append([]string{u.Binary}, args...)...)
	c := exec.CommandContext(ctx, line[0], line[1:]...)
	c.Dir = u.Home
	c.Env = append(u.display.env(u.Home), u.Env...)
	c.SysProcAttr = child()
	if u.ID != 0 {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: u.ID, Gid: u.ID}
	}
	return c
}

// commandLimit bounds how long a command of the program may take.
const commandLimit = 2 * time.Minute

// Groundwork runs a command of the program to its end. One that takes too long
// is ended, with the code -1.
func (u *User) Groundwork(args ...string) (stdout, stderr string, code int) {
	ctx, cancel := context.WithTimeout(context.Background(), commandLimit)
	defer cancel()
	c := u.command(ctx, args...)
	var out, wrong bytes.Buffer
	c.Stdout, c.Stderr = &out, &wrong
	if err := c.Run(); err != nil && c.ProcessState == nil {
		return "", err.Error(), -1
	}
	return out.String(), wrong.String(), c.ProcessState.ExitCode()
}

// Entry is an entry as the command line gives it, as far as the tests look.
type Entry struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"`
	Day    string   `json:"day"`
	Title  string   `json:"title"`
	Body   string   `json:"body"`
	Tags   []string `json:"tags"`
	Prompt *struct {
		Key  string `json:"key"`
		Text string `json:"text"`
	} `json:"prompt"`
	Moment      map[string]any `json:"moment"`
	Feedback    map[string]any `json:"feedback"`
	Application map[string]any `json:"application"`
}

// journal gives the arguments that name a folder; none name the user's own
// journal, as no folder does.
func journal(folder string) []string {
	if folder == "" {
		return nil
	}
	return []string{"--data", folder}
}

// Entries gives what the journal in a folder, or else the user's own, holds,
// the newest first.
func (u *User) Entries(folder string) ([]Entry, error) {
	out, wrong, code := u.Groundwork(append(journal(folder), "list", "--format", "json")...)
	if code != 0 {
		return nil, fmt.Errorf("list ended with %d: %s", code, wrong)
	}
	var entries []Entry
	if err := json.Unmarshal([]byte(out), &entries); err != nil {
		return nil, errors.Join(errors.New("list gave no JSON"), err)
	}
	return entries, nil
}
