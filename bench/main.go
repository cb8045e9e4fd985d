// Bench measures how fast Groundwork is, beside a yardstick in the same run: a
// bare Fyne window with one Entry, a bare Entry, the same statements run bare,
// a copy of the file. What counts are the ratios, since they hold on any
// machine; the two sides of a ratio are measured in turn, so that whatever
// else the machine does weighs on both. The table goes to standard output and
// to build/bench.json, there with every single figure. A target that is missed
// is said, and is no failure: it fails only where something could not be
// measured.
//
//	go run ./bench [-quick] [-entries N] [-program FILE] [-only start,key,save,search,backup,files]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// bench is one run of all measurements.
type bench struct {
	program string // Groundwork
	entries int    // in the journal
	folder  string // for what is built and made here
	starts  int    // how often each side of a measurement is taken
	rounds  int
	copies  int
}

// measurement is one of the things that are measured.
type measurement struct {
	name string
	take func(*bench) ([]row, error)
}

var measurements = []measurement{
	{"start", (*bench).start},
	{"key", (*bench).key},
	{"key", (*bench).keyAlone},
	{"save", (*bench).save},
	{"search", (*bench).search},
	{"backup", (*bench).backUp},
	{"files", (*bench).files},
}

func main() {
	b := &bench{folder: filepath.Join("build", "bench"), starts: 7, rounds: 5, copies: 5}
	quick := flag.Bool("quick", false, "measure fewer times")
	only := flag.String("only", "", "measure only these: start, key, save, search, backup, files")
	flag.StringVar(&b.program, "program", filepath.Join("bin", "groundwork"), "the program that is measured")
	flag.IntVar(&b.entries, "entries", 10_000, "how many sample entries the journal holds")
	flag.Parse()
	if *quick {
		b.starts, b.rounds, b.copies = 3, 2, 3
	}
	if err := b.run(*only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run takes all measurements, and prints those that could be taken.
func (b *bench) run(only string) error {
	var err error
	if b.program, err = filepath.Abs(b.program); err != nil {
		return err
	}
	if b.folder, err = filepath.Abs(b.folder); err != nil {
		return err
	}
	if err := b.prepare(); err != nil {
		return err
	}
	var rows []row
	var failures []error
	for _, m := range measurements {
		if only != "" && !slices.Contains(strings.Split(only, ","), m.name) {
			continue
		}
		more, err := m.take(b)
		if err != nil {
			failures = append(failures, fmt.Errorf("%s could not be measured: %w", m.name, err))
		}
		rows = append(rows, more...)
	}
	failures = append(failures, print(os.Stdout, rows))
	if only == "" {
		failures = append(failures, write(filepath.Join("build", "bench.json"), rows))
	}
	return errors.Join(failures...)
}

// file is a path in the folder of what is built and made here.
func (b *bench) file(name string) string { return filepath.Join(b.folder, name) }

// say tells what takes the time.
func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }

// command runs a command that has nothing to say unless it fails.
func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}
