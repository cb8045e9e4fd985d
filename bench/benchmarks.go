package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	return []row{newRow("a key in 2,000 words ÷ a bare Entry, both without a window", ratio, 1.2, "ms", got[0]/1e6, got[1]/1e6)}, nil
}

// saves measures an autosave in a journal of 10,000 entries.
func (b *bench) saves() ([]row, error) {
	say("running the benchmarks of a save")
	got, err := b.compare("data", "BenchmarkSaveEntry", "BenchmarkSaveBare", "p95-ns")
	if err != nil {
		return nil, err
	}
	return []row{newRow("save of an entry, p95 ÷ the same statements bare", ratio, 1.5, "ms", got[0]/1e6, got[1]/1e6)}, nil
}

// compare runs two Go benchmarks of a package in turn and gives the medians of
// what they reported in a unit.
func (b *bench) compare(folder, ours, yardstick, unit string) (medians [2]float64, err error) {
	binary, err := filepath.Abs(b.file(strings.ReplaceAll(folder, "/", "-") + ".test"))
	if err != nil {
		return medians, err
	}
	if err := command("go", "test", "-c", "-o", binary, "./"+folder); err != nil {
		return medians, err
	}
	var figures [2][]float64
	for range max(b.runs/2, 2) {
		for i, name := range []string{ours, yardstick} {
			figure, err := benchmark(binary, folder, name, unit)
			if err != nil {
				return medians, err
			}
			figures[i] = append(figures[i], figure)
		}
	}
	return [2]float64{median(figures[0]), median(figures[1])}, nil
}

// benchmark runs one benchmark in the folder of its package.
func benchmark(binary, folder, name, unit string) (float64, error) {
	c := exec.Command(binary, "-test.run", "^$", "-test.bench", "^"+name+"$", "-test.benchtime", "2s")
	c.Dir = folder
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return figure(out, name, unit)
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

// median is the middle one, which a run disturbed by something else moves least.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	if n := len(sorted); n%2 == 0 {
		return (sorted[n/2-1] + sorted[n/2]) / 2
	}
	return sorted[len(sorted)/2]
}
