package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"io/fs"
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

// cache is where the benchmarks keep their journals from one to the next.
func (b *bench) cache() string { return b.file("journals") }

// fillJournal fills the sample journal, unless that was done today by what
// makes the same: the entries go back from today.
func (b *bench) fillJournal() error {
	made, err := madeOf("journal/sample", "data/migrations", "data/bench_test.go")
	if err != nil {
		return err
	}
	stamp := time.Now().Format(time.DateOnly) + " " + made + "\n"
	note := b.journal() + ".made"
	if old, err := os.ReadFile(note); err == nil && string(old) == stamp {
		return nil
	}
	say("writing %d sample entries", b.entries)
	old, err := filepath.Glob(filepath.Join(b.cache(), fmt.Sprintf("*-%d.db", b.entries)))
	if err != nil {
		return err
	}
	for _, each := range append(old, b.journal()) {
		if err := os.RemoveAll(each); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(b.cache(), 0o755); err != nil {
		return err
	}
	if err := command(b.program, "--data", b.journal(), "sample", "--entries", fmt.Sprint(b.entries), "--seed", "1"); err != nil {
		return err
	}
	return os.WriteFile(note, []byte(stamp), 0o644)
}

// madeOf is a digest of what the sample journals are made of: files, and the
// files in folders.
func madeOf(paths ...string) (string, error) {
	sum := sha256.New()
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, at fs.DirEntry, err error) error {
			if err != nil || at.IsDir() {
				return err
			}
			content, err := os.ReadFile(file)
			fmt.Fprintf(sum, "%s %d\n%s", file, len(content), content)
			return err
		})
		if err != nil {
			return "", fmt.Errorf("read what the sample journals are made of: %w", err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
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
