package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Display is a virtual screen with a window manager.
type Display struct {
	name    string // as in DISPLAY
	home    string // of the window manager
	started []*exec.Cmd
	film    *Film // once a picture was taken
}

// startLimit bounds how long a program may take to start. It is long, because
// the machine may be busy with other things.
const startLimit = 30 * time.Second

// NewDisplay starts a screen of a size, with openbox on it.
func NewDisplay(width, height int) (*Display, error) {
	home, err := os.MkdirTemp("", "gwd")
	if err != nil {
		return nil, err
	}
	d := &Display{home: home}
	if err := d.start(width, height); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Display) start(width, height int) error {
	number, told, err := os.Pipe()
	if err != nil {
		return err
	}
	defer number.Close()
	// -ac lets in the other user as whom a test runs the program. Without
	// -noreset the first tool to leave takes the window manager with it. A
	// pointer would be in what a Film sees, and go and come back with every
	// stroke painted beneath it.
	screen := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-ac", "-noreset", "-nocursor", "-fbdir", d.home,
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height))
	screen.ExtraFiles = []*os.File{told}
	err = d.run(screen)
	told.Close()
	if err != nil {
		return fmt.Errorf("start the virtual display: %w", err)
	}
	_ = number.SetReadDeadline(time.Now().Add(startLimit))
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		return fmt.Errorf("wait for the virtual display: %w", err)
	}
	d.name = ":" + strings.TrimSpace(line)
	manager := exec.Command("openbox")
	manager.Env = d.env(d.home)
	if err := d.run(manager); err != nil {
		return fmt.Errorf("start the window manager: %w", err)
	}
	return Eventually(startLimit, "a window manager on "+d.name, func() bool {
		_, err := d.tool(nil, "xdotool", "get_desktop")
		return err == nil
	})
}

// run starts a program that ends with the display.
func (d *Display) run(c *exec.Cmd) error {
	c.SysProcAttr = child()
	if err := c.Start(); err != nil {
		return err
	}
	d.started = append(d.started, c)
	return nil
}

// Close ends the screen and what runs on it for us, the last started first.
func (d *Display) Close() {
	if d.film != nil {
		d.film.Close()
	}
	for i := len(d.started) - 1; i >= 0; i-- {
		_ = d.started[i].Process.Kill()
		_ = d.started[i].Wait()
	}
	d.started = nil
	_ = os.RemoveAll(d.home)
}

// env is all that a program on the display gets to know of its surroundings:
// nothing of the machine's own desktop leaks in. No session bus is named
// because without a name one would be started, and stay.
func (d *Display) env(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "DISPLAY=" + d.name,
		"LANG=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1",
		"XDG_CONFIG_HOME=" + home + "/config", "XDG_RUNTIME_DIR=" + home + "/run",
		"XDG_DATA_HOME=" + home + "/data", "XDG_CACHE_HOME=" + home + "/cache",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + home + "/run/no-bus",
		"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + home + "/run/no-bus",
	}
}

// tool runs one of the X tools to its end and gives what it printed.
func (d *Display) tool(input io.Reader, name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Env = d.env(d.home)
	c.Stdin = input
	var out, wrong bytes.Buffer
	c.Stdout, c.Stderr = &out, &wrong
	if err := c.Run(); err != nil {
		return out.Bytes(), errors.Join(fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err),
			errors.New(strings.TrimSpace(wrong.String())))
	}
	return out.Bytes(), nil
}

// SetClipboard puts a text on the clipboard and gives a function that takes it
// away again: on X the text lives in the program that offers it.
func (d *Display) SetClipboard(text string) (release func(), err error) {
	c := exec.Command("xclip", "-quiet", "-selection", "clipboard", "-in")
	c.Env = d.env(d.home)
	c.Stdin = strings.NewReader(text)
	c.SysProcAttr = child()
	if err := c.Start(); err != nil {
		return nil, err
	}
	release = func() { _ = c.Process.Kill(); _ = c.Wait() }
	err = Eventually(startLimit, "the text on the clipboard", func() bool {
		got, err := d.Clipboard()
		return err == nil && got == text
	})
	if err != nil {
		release()
		return nil, err
	}
	return release, nil
}

// Clipboard gives the text on the clipboard.
func (d *Display) Clipboard() (string, error) {
	out, err := d.tool(nil, "xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING")
	return string(out), err
}
