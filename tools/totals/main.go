// Totals runs go test and ends with one plain line: how many tests passed,
// failed and were skipped. What fails is shown whole; what passes is counted.
//
//	go run ./tools/totals FILE -race ./journal/...
//
// The counts are added to FILE, so that several runs end in one line:
//
//	go run ./tools/totals FILE
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// event is a line of go test -json (see go doc test2json).
type event struct {
	Action, Package, Test, Output string
	Elapsed                       float64
}

// counts are the tests of one or more runs.
type counts struct{ Passed, Failed, Skipped int }

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: totals FILE [GO TEST ARGUMENTS]")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "totals:", err)
		os.Exit(1)
	}
}

func run(file string, args []string) error {
	c, err := read(file)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		fmt.Printf("tests: %d passed, %d failed, %d skipped\n", c.Passed, c.Failed, c.Skipped)
		if c.Failed > 0 || c.Passed == 0 {
			return errors.New("not every test passed")
		}
		return nil
	}
	failed := test(args, &c)
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return errors.Join(failed, os.WriteFile(file, data, 0o600))
}

func read(file string) (c counts, err error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(data, &c)
}

// test runs go test and adds to the counts what its tests came to.
func test(args []string, c *counts) error {
	cmd := exec.Command("go", append([]string{"test", "-json"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	output := map[string]*strings.Builder{} // of the tests that run
	failing := map[string]bool{}            // the packages in which something failed
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text()) // not test2json's: show it
			continue
		}
		c.take(e, output, failing)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("go test %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

// take counts one event, and shows the output of what failed or was skipped.
func (c *counts) take(e event, output map[string]*strings.Builder, failing map[string]bool) {
	name := e.Package + " " + e.Test
	switch e.Action {
	case "output", "build-output":
		if output[name] == nil {
			output[name] = &strings.Builder{}
		}
		output[name].WriteString(e.Output)
		return
	case "build-fail":
		fmt.Print(text(output[name]))
	case "pass":
		if e.Test == "" {
			fmt.Printf("ok   %s %.1fs\n", e.Package, e.Elapsed)
		} else {
			c.Passed++
		}
	case "fail":
		// A package fails with its tests. Where none of them failed, it did not
		// build or ended before its time, which counts as one.
		if e.Test != "" || !failing[e.Package] {
			c.Failed++
		}
		if e.Test == "" && !failing[e.Package] {
			fmt.Print(cutOff(e.Package, output))
		}
		failing[e.Package] = true
		fmt.Print(text(output[name]))
	case "skip":
		if e.Test != "" {
			c.Skipped++
			fmt.Print(text(output[name]))
		}
	default:
		return
	}
	delete(output, name)
}

// cutOff gives what was said by the tests that ran when their package ended
// before its time: with them stands where each goroutine was.
func cutOff(pkg string, output map[string]*strings.Builder) string {
	var said strings.Builder
	for _, name := range slices.Sorted(maps.Keys(output)) {
		if test, ok := strings.CutPrefix(name, pkg+" "); ok && test != "" {
			said.WriteString(text(output[name]))
		}
	}
	return said.String()
}

func text(b *strings.Builder) string {
	if b == nil {
		return ""
	}
	return b.String()
}
