//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// leftWindow is a window that was left to the next process.
func leftWindow(t *testing.T) (folder string, descriptor int) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder = filepath.Join(t.TempDir(), "journal")
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	if descriptor, err = w.Leave(); err != nil {
		t.Fatal(err)
	}
	return folder, descriptor
}

func TestGivenAWindowLeftToTheNextProcess_WhenAnotherStartsBefore_ThenItWaitsAndShowsThatOne(t *testing.T) {
	folder, descriptor := leftWindow(t)
	claimed := make(chan error)
	go func() {
		_, err := ClaimWindow(folder)
		claimed <- err
	}()
	w, err := InheritWindow(folder, descriptor)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	shown := make(chan struct{}, 2)
	w.OnShow(func() bool { shown <- struct{}{}; return true })
	if err := <-claimed; !errors.Is(err, ErrShown) || strings.Contains(err.Error(), "does not answer") {
		t.Fatalf("the other one: %v", err)
	}
	<-shown
}

func TestGivenAnInheritedWindow_WhenItCloses_ThenAnotherProcessCanHaveIt(t *testing.T) {
	folder, descriptor := leftWindow(t)
	w, err := InheritWindow(folder, descriptor)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := child(t, "claim", folder).Output()
	if err != nil || strings.TrimSpace(string(out)) != "claimed" {
		t.Errorf("a claim by another process: %s, %v", out, err)
	}
}

func TestGivenADescriptorThatIsNotTheLock_WhenAWindowIsInherited_ThenItIsClaimedAndTheDescriptorLeftAlone(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	own, err := os.Create(filepath.Join(t.TempDir(), "own"))
	if err != nil {
		t.Fatal(err)
	}
	defer own.Close()
	w, err := InheritWindow(filepath.Join(t.TempDir(), "journal"), int(own.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := own.WriteString("still open"); err != nil {
		t.Error(err)
	}
}

func TestADescriptorThatIsLeftOutlivesAnExecAndTheInheritedOneDoesNot(t *testing.T) {
	closes := func(descriptor int) bool {
		flags, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(descriptor), syscall.F_GETFD, 0)
		if errno != 0 {
			t.Fatal(errno)
		}
		return flags&syscall.FD_CLOEXEC != 0
	}
	folder, descriptor := leftWindow(t)
	if closes(descriptor) {
		t.Error("the next process would not get it")
	}
	w, err := InheritWindow(folder, descriptor)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if !closes(descriptor) {
		t.Error("every program that is opened for an attachment would get it")
	}
}
