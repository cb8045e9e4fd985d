// Bench measures how fast Groundwork is, beside a yardstick in the same run: a
// bare Fyne window with one Entry, a bare Entry, the same statements run bare,
// the sqlite3 shell on the same index, a copy of the file. What counts are the
// ratios, since they hold on any machine; the two sides of a ratio are measured
// in turn, so that whatever else the machine does weighs on both. The table goes
// to standard output and to build/bench.json, there with every single figure, and as
// a table of docs/performance.md to build/bench.md. A
// target that is missed is said, and is no failure: it fails only where something
// could not be measured. docs/performance.md tells what bounds the figures.
//
//	go run ./bench [-quick] [-sizes 10000,100000] [-program FILE] [-only start,key,…]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// bench is one run of all measurements.
type bench struct {
	program string // Groundwork
	folder  string // for what is built and made here
	entries int    // in the journal that is being measured
	rounds
}

// rounds is how often each side of a measurement is taken.
type rounds struct{ starts, turns, copies int }

// The rounds: one of a large journal takes as long as ten of a small one.
var (
	usualRounds = rounds{starts: 7, turns: 3, copies: 3}
	largeRounds = rounds{starts: 3, turns: 1, copies: 1}
	quickRounds = rounds{starts: 3, turns: 1, copies: 1}
)

// measurement is one of the things that are measured.
type measurement struct {
	name string
	when moment
	take func(*bench) ([]row, error)
}

// moment tells when something is measured.
type moment int

const (
	inEachSize moment = iota // of journal
	once
	asked // once, and only where it is asked for: it takes a quarter of an hour, or waits
)

var measurements = []measurement{
	{"start", inEachSize, (*bench).start},
	{"key", inEachSize, (*bench).key},
	{"key", once, (*bench).keyAlone},
	{"search", inEachSize, (*bench).search},
	{"slow", inEachSize, (*bench).slowSearches},
	{"pages", inEachSize, (*bench).pages},
	{"save", inEachSize, (*bench).save},
	{"files", inEachSize, (*bench).files},
	{"unlock", inEachSize, (*bench).unlock},
	{"protected", once, (*bench).protected},
	{"backup", once, (*bench).backUp},
	{"command", once, (*bench).commandLine},
	{"size", once, (*bench).size},
	{"use", asked, (*bench).use},
	{"appearance", asked, (*bench).lightAndDark},
}

// smallest is the size of journal in which what is measured once is measured.
const smallest = 10_000

func main() {
	b := &bench{folder: filepath.Join("build", "bench")}
	quick := flag.Bool("quick", false, "measure once or thrice, and only in the smallest journal")
	sizes := flag.String("sizes", "10000,100000", "how many sample entries the journals hold")
	only := flag.String("only", "", "measure only these: "+strings.Join(names(), ", "))
	flag.StringVar(&b.program, "program", filepath.Join("bin", "groundwork"), "the program that is measured")
	flag.Parse()
	if *quick {
		*sizes = fmt.Sprint(smallest)
	}
	if err := b.run(*sizes, *only, *quick); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// names are what -only knows.
func names() (all []string) {
	for _, m := range measurements {
		all = append(all, m.name)
	}
	return slices.Compact(all)
}

// run takes all measurements in each size, and prints those that could be taken.
func (b *bench) run(sizes, only string, quick bool) error {
	var err error
	if b.program, err = filepath.Abs(b.program); err != nil {
		return err
	}
	if b.folder, err = filepath.Abs(b.folder); err != nil {
		return err
	}
	var rows []row
	var failures []error
	for i, size := range strings.Split(sizes, ",") {
		if b.entries, err = strconv.Atoi(size); err != nil {
			return fmt.Errorf("read the sizes: %w", err)
		}
		b.rounds = roundsFor(b.entries, quick)
		if err := b.prepare(); err != nil {
			return err
		}
		more, err := b.measure(only, quick, i == 0)
		rows, failures = append(rows, more...), append(failures, err)
	}
	failures = append(failures, print(os.Stdout, rows))
	if only == "" && !quick {
		failures = append(failures, write(filepath.Join("build", "bench.json"), rows))
	}
	return errors.Join(failures...)
}

func roundsFor(entries int, quick bool) rounds {
	switch {
	case quick:
		return quickRounds
	case entries > smallest:
		return largeRounds
	}
	return usualRounds
}

// measure takes the measurements in one size of journal.
func (b *bench) measure(only string, quick, first bool) (rows []row, err error) {
	var failures []error
	for _, m := range measurements {
		if !m.wanted(only, quick) || m.when != inEachSize && !first {
			continue
		}
		more, err := m.take(b)
		if err != nil {
			failures = append(failures, fmt.Errorf("%s could not be measured: %w", m.name, err))
		}
		for i := range more {
			if m.when == inEachSize {
				more[i].Entries = b.entries
			}
		}
		rows = append(rows, more...)
	}
	return rows, errors.Join(failures...)
}

// wanted tells whether to measure it in a run of only some things, or of all.
func (m measurement) wanted(only string, quick bool) bool {
	if only != "" {
		return slices.Contains(strings.Split(only, ","), m.name)
	}
	return m.when != asked && !(quick && slices.Contains(notQuick, m.name))
}

// notQuick is what takes too long for a quick look.
var notQuick = []string{"unlock", "backup", "slow"}

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
