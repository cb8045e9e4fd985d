package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// prepare builds the bare window and fills the sample journal.
func (b *bench) prepare() error {
	if err := os.MkdirAll(b.folder, 0o755); err != nil {
		return err
	}
	if err := b.buildBare(); err != nil {
		return err
	}
	return b.fillJournal()
}

// buildBare builds the bare window with the tag for releases where Groundwork
// was built with it: Fyne then leaves out checks of its own. The other tags are
// ours: a window that nobody thought about brings all that Fyne does.
func (b *bench) buildBare() error {
	info, err := buildinfo.ReadFile(b.program)
	if err != nil {
		return fmt.Errorf("read how Groundwork was built (make build): %w", err)
	}
	tags := ""
	for _, s := range info.Settings {
		if s.Key == "-tags" && strings.Contains(s.Value, releaseTag) {
			tags = releaseTag
		}
	}
	say("building the bare window")
	return command("go", "build", "-tags", tags, "-o", b.file("bare"), "./bench/bare")
}

// releaseTag is Fyne's, for programs that keep to its goroutine.
const releaseTag = "migrated_fynedo"

// journal is the folder of the sample journal. It is measured in copies.
func (b *bench) journal() string { return b.file(fmt.Sprint(b.entries)) }

// fillJournal fills the sample journal, unless this program did so today: the
// entries go back from today.
func (b *bench) fillJournal() error {
	program, err := os.Stat(b.program)
	if err != nil {
		return err
	}
	stamp := fmt.Sprintf("%s by the program of %s\n", time.Now().Format(time.DateOnly), program.ModTime().Format(time.RFC3339Nano))
	made := b.journal() + ".made"
	if old, err := os.ReadFile(made); err == nil && string(old) == stamp {
		return nil
	}
	say("writing %d sample entries", b.entries)
	if err := os.RemoveAll(b.journal()); err != nil {
		return err
	}
	if err := command(b.program, "--data", b.journal(), "sample", "--entries", fmt.Sprint(b.entries), "--seed", "1"); err != nil {
		return err
	}
	return os.WriteFile(made, []byte(stamp), 0o644)
}

// copyJournal copies the sample journal into a folder that is not there yet.
func (b *bench) copyJournal(to string) error {
	if err := os.CopyFS(to, os.DirFS(b.journal())); err != nil {
		return err
	}
	if err := os.Chmod(to, 0o700); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(to, "*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := os.Chmod(file, 0o600); err != nil {
			return err
		}
	}
	return nil
}
