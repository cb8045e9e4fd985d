package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// keyAlone measures a key in the editor without a window around it.
func (b *bench) keyAlone() ([]row, error) {
	say("running the benchmarks of a key")
	got, err := b.compare("ui/parts", "BenchmarkKeyInEditor", "BenchmarkKeyInBareEntry", "ns/op")
	if err != nil {
		return nil, err
	}
	return []row{got["ns/op"].row("a key in 2,000 words ÷ a bare Entry, both without a window", "ms", ratioKind, 1.2)}, nil
}

// save measures an autosave in a journal of 10,000 entries.
func (b *bench) save() ([]row, error) {
	say("running the benchmarks of a save")
	got, err := b.compare("data", "BenchmarkSaveEntry", "BenchmarkSaveBare", "p50-ns", "p95-ns")
	if err != nil {
		return nil, err
	}
	return []row{
		got["p95-ns"].row("save of an entry, p95 ÷ the same statements bare", "ms", ratioKind, 1.5),
		got["p50-ns"].row("save of an entry, p50 ÷ the same statements bare", "ms", ratioKind, 0),
	}, nil
}

// backUp measures a verified backup of a journal of 10,000 entries that is open
// and written meanwhile, beside a copy of the file, and what the window's own
// thread has to wait for meanwhile, beside what it does when nothing else runs.
func (b *bench) backUp() ([]row, error) {
	say("running the benchmark of a backup")
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	var backup, handler pairs
	for range b.rounds {
		got, err := benchmark(binary, "data", "BenchmarkBackUp", []string{"ns/op", "ns/copy", "ns/handler-beside", "ns/handler-alone"})
		if err != nil {
			return nil, err
		}
		backup.add(got[0]/1e6, got[1]/1e6)
		handler.add(got[2]/1e6, got[3]/1e6)
	}
	return []row{
		backup.row("backup of 10,000 entries ÷ a copy of the file", "ms", figureKind, 1000),
		handler.row("longest handler of the window during it ÷ without it", "ms", figureKind, 16),
	}, nil
}

// search measures the listed searches in a journal of 10,000 entries, beside the
// sqlite3 shell on the same index; one benchmark reports both.
func (b *bench) search() ([]row, error) {
	say("running the benchmark of the searches")
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	var p50, p95 pairs
	for range b.rounds {
		got, err := benchmark(binary, "data", "BenchmarkSearch", []string{"ours-p50-ns", "shell-p50-ns", "ours-p95-ns", "shell-p95-ns"})
		if err != nil {
			return nil, err
		}
		p50.add(got[0]/1e6, got[1]/1e6)
		p95.add(got[2]/1e6, got[3]/1e6)
	}
	return []row{
		p50.row("search, p50 of 200 listed ones", "ms", figureKind, 5),
		p95.row("search, p95 of 200 listed ones", "ms", figureKind, 15),
		p95.row("search, p95 ÷ the sqlite3 shell on the same index", "ms", ratioKind, 2.5),
	}, nil
}

// testBinary builds the tests and benchmarks of a package.
func (b *bench) testBinary(folder string) (string, error) {
	binary := b.file(strings.ReplaceAll(folder, "/", "-") + ".test")
	return binary, command("go", "test", "-c", "-o", binary, "./"+folder)
}

// compare runs two Go benchmarks of a package in turn and gives what they
// reported in each unit, which ends in nanoseconds, in milliseconds.
func (b *bench) compare(folder, ours, yardstick string, units ...string) (map[string]*pairs, error) {
	binary, err := b.testBinary(folder)
	if err != nil {
		return nil, err
	}
	got := map[string]*pairs{}
	for _, unit := range units {
		got[unit] = &pairs{}
	}
	for range b.rounds {
		bare, err := benchmark(binary, folder, yardstick, units)
		if err != nil {
			return nil, err
		}
		full, err := benchmark(binary, folder, ours, units)
		if err != nil {
			return nil, err
		}
		for i, unit := range units {
			got[unit].add(full[i]/1e6, bare[i]/1e6)
		}
	}
	return got, nil
}

// benchmark runs one benchmark in the folder of its package and gives what it
// reported in each unit.
func benchmark(binary, folder, name string, units []string) (figures []float64, err error) {
	c := exec.Command(binary, "-test.run", "^$", "-test.bench", "^"+name+"$", "-test.benchtime", "2s")
	c.Dir = folder
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	for _, unit := range units {
		n, err := figure(out, name, unit)
		if err != nil {
			return nil, err
		}
		figures = append(figures, n)
	}
	return figures, nil
}

// figure finds what a benchmark reported: lines of its name, how often it ran,
// and pairs of a number and its unit.
func figure(out []byte, name, unit string) (float64, error) {
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || !strings.HasPrefix(fields[0], name) {
			continue
		}
		if i := slices.Index(fields, unit); i > 0 {
			return strconv.ParseFloat(fields[i-1], 64)
		}
	}
	return 0, fmt.Errorf("%s reported no %s:\n%s", name, unit, out)
}
