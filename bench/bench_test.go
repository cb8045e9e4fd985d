package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGivenPairs_WhenOneRunIsDisturbed_ThenTheRatioIsTheMiddleOne(t *testing.T) {
	var p pairs
	p.add(12, 10)
	p.add(90, 10)
	p.add(22, 20)
	r := p.row("it", "ms", ratioKind, 1.3)
	if r.Ratio != 1.2 || r.Least != 1.1 || r.Most != 9 || !r.Within {
		t.Errorf("got %+v", r)
	}
}

func TestGivenATarget_WhenItIsMissed_ThenTheTableSaysSo(t *testing.T) {
	var p pairs
	p.add(160, 100)
	for _, test := range []struct {
		kind   kind
		target float64
		want   string
	}{
		{ratioKind, 1.6, "within"},
		{ratioKind, 1.5, "over"},
		{differenceKind, 60, "within"},
		{differenceKind, 59, "over"},
		{figureKind, 160, "within"},
		{figureKind, 159, "over"},
		{ratioKind, 0, "for the record"},
	} {
		var out strings.Builder
		if err := print(&out, []row{p.row("it", "MB", test.kind, test.target)}); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(out.String()); !strings.HasSuffix(got, test.want) {
			t.Errorf("%s, at most %v: want %q in\n%s", test.kind, test.target, test.want, got)
		}
	}
}

func TestGivenWhatABenchmarkSaid_WhenAUnitIsWanted_ThenItsFigureIsFound(t *testing.T) {
	out := []byte("goos: linux\nBenchmarkSaveEntry-2   \t 120\t  9000000 ns/op\t 8000000 p50-ns\t 21000000 p95-ns\nPASS\n")
	if n, err := figure(out, "BenchmarkSaveEntry", "p95-ns"); n != 21e6 || err != nil {
		t.Errorf("got %v, %v", n, err)
	}
	if _, err := figure(out, "BenchmarkSaveBare", "p95-ns"); err == nil {
		t.Error("found a benchmark that did not run")
	}
}

func TestGivenFigures_WhenTheyAreWritten_ThenTheDocumentsGetThemAsALineOfATable(t *testing.T) {
	var p pairs
	p.add(160, 100)
	r := p.row("it ÷ that", "ms", figureKind, 150)
	r.Entries = 10_000
	file := filepath.Join(t.TempDir(), "bench.json")
	if err := write(file, []row{r}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".md")
	if err != nil {
		t.Fatal(err)
	}
	if want := "| it ÷ that | 10000 | 160 ms | 100 ms | 1.60 (1.60 to 1.60 of 1) | ≤ 150 ms | **over** |\n"; !strings.HasSuffix(string(got), want) {
		t.Errorf("want %q in\n%s", want, got)
	}
}
