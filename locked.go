package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"time"

	"groundwork/data"
	"groundwork/journal"
)

// handover is what the process of a window that was locked leaves to the one
// that takes its place, which begins with an empty memory. Nothing in it is
// secret.
type handover struct {
	At time.Time `json:"at"` // when it was locked
	// Window is the descriptor that holds the window's lock; 0 where there is
	// none.
	Window int `json:"window,omitempty"`
	// Folder is that of the journal, where the window had moved to another one
	// than it was started with.
	Folder string `json:"folder,omitempty"`
}

// handoverName names the handover in the environment. Other users of the
// computer can read a command line, but not the environment.
const handoverName = "GROUNDWORK_LOCKED"

// takeHandover gives what the process before this one left, or nil at any other
// start. No program that is started from here gets to see it.
func takeHandover() *handover {
	text := os.Getenv(handoverName)
	_ = os.Unsetenv(handoverName)
	var left handover
	if text == "" || json.Unmarshal([]byte(text), &left) != nil || left.At.IsZero() {
		return nil
	}
	return &left
}

// lockedAt is when the window was locked; zero at any other start.
func (h *handover) lockedAt() time.Time {
	if h == nil {
		return time.Time{}
	}
	return h.At
}

// claim claims the window, which the process before this one left or not.
func (h *handover) claim(folder string) (*data.Window, error) {
	if h == nil || h.Window == 0 {
		return data.ClaimWindow(folder)
	}
	return data.InheritWindow(folder, h.Window)
}

// startAnew replaces this process by a fresh one with the handover. It returns
// only where that fails, or where the system starts the fresh one beside this
// one, with the exit code.
func (h *handover) startAnew(log *slog.Logger) int {
	text, err := json.Marshal(h)
	if err == nil {
		err = startAnew(append(os.Environ(), handoverName+"="+string(text)))
	}
	if err != nil {
		log.Error("Everything is saved, but Groundwork could not start anew at the lock screen. Please start it again.", "err", err)
		return 1
	}
	return 0
}

// leaveLocked gives the folder to the process that takes the place of this one.
// The window was started on the journal in another folder, or in the same.
func (p *place) leaveLocked(at time.Time, started string, log *slog.Logger) *handover {
	p.crash.discard()
	left := &handover{At: at}
	if folder := p.home.Folder(); folder != data.NewHome(started, data.Options{}).Folder() {
		left.Folder = folder
	}
	if p.claim == nil {
		return left
	}
	descriptor, err := p.claim.Leave()
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		log.Warn("leave the window to the next process", "err", err)
	}
	left.Window = descriptor
	return left
}

// passphraseIn gives what reads the passphrase that the program was started
// with, or nil where no file was named.
func passphraseIn(file string) func() (string, error) {
	if file == "" {
		return nil
	}
	return func() (string, error) {
		content, err := os.ReadFile(file)
		passphrase := journal.ReadPassphrase(content)
		if err != nil || passphrase == "" {
			return "", errors.Join(&journal.Invalid{Field: "passphrase", Problem: "There is no passphrase in the file that Groundwork was started with."}, err)
		}
		return passphrase, nil
	}
}
