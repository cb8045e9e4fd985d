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

// testBinary builds the tests and benchmarks of a package.
func (b *bench) testBinary(folder string) (string, error) {
	binary := b.file(strings.ReplaceAll(folder, "/", "-") + ".test")
	return binary, command("go", "test", "-tags", "ci", "-c", "-o", binary, "./"+folder)
}

// benchmark runs one Go benchmark in the folder of its package, on journals of
// some size, as long or as often as benchtime says, and gives what it printed.
func (b *bench) benchmark(binary, folder, name, benchtime string, entries int) ([]byte, error) {
	c := exec.Command(binary, "-test.run", "^$", "-test.bench", "^"+name+"$", "-test.benchtime", benchtime)
	c.Dir = folder
	c.Stderr = os.Stderr
	c.Env = append(os.Environ(), fmt.Sprint("GROUNDWORK_BENCH_ENTRIES=", entries), "GROUNDWORK_BENCH_CACHE="+b.cache())
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return out, nil
}

// figures runs a benchmark and gives what it reported in each unit.
func (b *bench) figures(binary, folder, name string, units ...string) (figures []float64, err error) {
	out, err := b.benchmark(binary, folder, name, "2s", b.entries)
	if err != nil {
		return nil, err
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
	for reported, n := range reports(out, unit) {
		if strings.HasPrefix(reported, name) {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%s reported no %s:\n%s", name, unit, out)
}

// reports are the figures in a unit by the names of the benchmarks.
func reports(out []byte, unit string) map[string]float64 {
	all := map[string]float64{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if i := slices.Index(fields, unit); i > 0 {
			if n, err := strconv.ParseFloat(fields[i-1], 64); err == nil {
				all[fields[0]] = n
			}
		}
	}
	return all
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
	for range b.turns {
		bare, err := b.figures(binary, folder, yardstick, units...)
		if err != nil {
			return nil, err
		}
		full, err := b.figures(binary, folder, ours, units...)
		if err != nil {
			return nil, err
		}
		for i, unit := range units {
			got[unit].add(full[i]/1e6, bare[i]/1e6)
		}
	}
	return got, nil
}
