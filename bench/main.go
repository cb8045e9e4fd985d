// Bench measures how fast Groundwork is, beside a yardstick in the same run: a
// bare Fyne window with one Entry, a bare Entry, the same statements run bare.
// What counts are the ratios, since they hold on any machine; the two sides of
// a ratio are measured in turn, so that whatever else the machine does weighs
// on both. The table goes to standard output and to build/bench.json.
//
//	go run ./bench [-quick] [-entries N]
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// row is a line of the table: a figure of ours beside its yardstick.
type row struct {
	What      string  `json:"what"`
	Ours      float64 `json:"ours"`
	Yardstick float64 `json:"yardstick"`
	Unit      string  `json:"unit"`
	Figure    float64 `json:"figure"` // the ratio, or the difference
	Target    float64 `json:"target"` // the most the figure may be
	Holds     bool    `json:"holds"`
	kind      kind
}

type kind int

const (
	ratio kind = iota
	difference
)

func newRow(what string, k kind, target float64, unit string, ours, yardstick float64) row {
	r := row{What: what, Ours: ours, Yardstick: yardstick, Unit: unit, Target: target, kind: k, Figure: ours / yardstick}
	if k == difference {
		r.Figure = ours - yardstick
	}
	r.Holds = r.Figure <= target
	return r
}

// bench is one run of all measurements.
type bench struct {
	runs    int
	entries int
	folder  string // for what is built and made here
}

func main() {
	quick := flag.Bool("quick", false, "measure fewer times")
	entries := flag.Int("entries", 10_000, "how many sample entries the journal holds")
	flag.Parse()
	b := &bench{runs: 9, entries: *entries, folder: filepath.Join("build", "bench")}
	if *quick {
		b.runs = 3
	}
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (b *bench) run() error {
	say("building both programs as they are released")
	if err := os.MkdirAll(b.folder, 0o755); err != nil {
		return err
	}
	for name, of := range map[string]string{"groundwork": ".", "bare": "./bench/bare"} {
		// The tag that releases are built with: without it Fyne checks each of
		// its calls for the right goroutine.
		if err := command("go", "build", "-tags", "migrated_fynedo", "-trimpath", "-ldflags", "-s -w", "-o", b.file(name), of); err != nil {
			return err
		}
	}
	var rows []row
	for _, measure := range []func() ([]row, error){b.windows, b.keyAlone, b.saves} {
		more, err := measure()
		if err != nil {
			return err
		}
		rows = append(rows, more...)
	}
	print(rows)
	return write(filepath.Join("build", "bench.json"), rows)
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

// print prints the table.
func print(rows []row) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "what\tours\tyardstick\tfigure\ttarget\t")
	for _, r := range rows {
		verdict := "holds"
		if !r.Holds {
			verdict = "missed"
		}
		figure, target := fmt.Sprintf("× %.2f", r.Figure), fmt.Sprintf("≤ %.1f", r.Target)
		if r.kind == difference {
			figure, target = fmt.Sprintf("%+.0f %s", r.Figure, r.Unit), fmt.Sprintf("≤ %.0f %s", r.Target, r.Unit)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", r.What, amount(r.Ours, r.Unit), amount(r.Yardstick, r.Unit), figure, target, verdict)
	}
	_ = w.Flush() // a terminal that is gone can be told nothing
}

// amount prints a number with three digits that count.
func amount(n float64, unit string) string {
	digits := 0
	for _, limit := range []float64{100, 10, 1} {
		if n < limit {
			digits++
		}
	}
	return fmt.Sprintf("%.*f %s", digits, n, unit)
}

func write(file string, rows []row) error {
	out, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(out, '\n'), 0o644)
}
