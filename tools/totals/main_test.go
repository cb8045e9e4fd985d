package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// counted is what the lines of a run of go test -json come to.
func counted(t *testing.T, lines ...string) counts {
	t.Helper()
	var c counts
	output, failing := map[string]*strings.Builder{}, map[string]bool{}
	for _, line := range lines {
		var e event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		c.take(e, output, failing)
	}
	return c
}

func TestTestsAreCounted(t *testing.T) {
	got := counted(t,
		`{"Action":"pass","Package":"p","Test":"TestA"}`,
		`{"Action":"skip","Package":"p","Test":"TestB"}`,
		`{"Action":"fail","Package":"p","Test":"TestC"}`,
		`{"Action":"fail","Package":"p"}`)
	if want := (counts{Passed: 1, Failed: 1, Skipped: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAPackageThatFailsWithoutATestCountsAsOne(t *testing.T) {
	got := counted(t,
		`{"Action":"build-fail","Package":"p"}`,
		`{"Action":"fail","Package":"p"}`,
		`{"Action":"pass","Package":"q","Test":"TestA"}`,
		`{"Action":"pass","Package":"q"}`)
	if want := (counts{Passed: 1, Failed: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestWhatRanWhenAPackageEndedBeforeItsTimeIsShown(t *testing.T) {
	output := map[string]*strings.Builder{}
	for name, said := range map[string]string{"p TestA": "goroutine 1", "p ": "the package", "pq TestB": "another"} {
		output[name] = &strings.Builder{}
		output[name].WriteString(said)
	}
	if got := cutOff("p", output); got != "goroutine 1" {
		t.Errorf("shown is %q", got)
	}
}
