package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"groundwork/data"
)

// crashText is a report as the runtime writes it, of a panic that quotes a text.
const crashText = "panic: cannot parse \"" + word + " said hello\"\n\tgoroutine of " + word + "/" + word + ":12\n[recovered, repanicked]\n\n" +
	"goroutine 34 gp=0xc0001 m=5 mp=0xc0002 [running]:\ngroundwork/ui.(*desk).settle(0xc000123, {0x1, 0x2}, ...)\n" +
	"\t/home/" + word + "/src/groundwork/ui/desk.go:66 +0x1d4\ncreated by groundwork/ui.(*Window).errand in goroutine 1\n\tgroundwork/ui/errands.go:18 +0x66\n"

func TestGivenAReportThatQuotesAText_WhenItIsCleaned_ThenOnlyThePlacesInTheProgramStay(t *testing.T) {
	got := stacksOnly(crashText)
	if strings.Contains(got, word) || strings.Contains(got, "hello") {
		t.Errorf("it holds what was written:\n%s", got)
	}
	for _, want := range []string{"panic: …", "goroutine 34", "groundwork/ui.(*desk).settle(", "\tui/desk.go:66 +0x1d4", "created by groundwork/ui.(*Window).errand in goroutine 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	if again := stacksOnly(got); again != got {
		t.Errorf("cleaned again it is another one:\n%s", again)
	}
}

func TestAStackOfThisProgramIsKeptWhole(t *testing.T) {
	stack := strings.TrimSpace(string(debug.Stack()))
	if got, want := strings.Count(stacksOnly(stack), "\n")+1, strings.Count(stack, "\n")+2; got != want {
		t.Errorf("%d lines of %d are kept:\n%s", got, want, stacksOnly(stack))
	}
}

func FuzzACleanedReportHoldsNothingThatAPanicSaid(f *testing.F) {
	f.Add("a text of " + word)
	f.Add("goroutine 1 [running]: \"" + word + "\"")
	f.Fuzz(func(t *testing.T, message string) {
		report := "panic: " + strings.ReplaceAll(message, "\n", "\n\t") + " \"" + word + "\"\n\ngoroutine 1 [running]:\nmain.main()\n"
		if got := stacksOnly(report); strings.Contains(got, word) || !strings.Contains(got, "main.main()") {
			t.Errorf("it becomes %q", got)
		}
	})
}

func TestGivenReportsOfCrashes_WhenTheLastIsTold_ThenAllAreAndFewAreKept(t *testing.T) {
	p := &place{home: data.NewHome(t.TempDir(), data.Options{})}
	reports := filepath.Join(p.home.Folder(), "reports")
	for _, name := range []string{"told-1.txt", "told-2.txt", "told-3.txt", "told-4.txt", "crash-5.txt", "crash-6.txt"} {
		writeReport(t, reports, name, crashText)
	}
	writeReport(t, reports, "crash-7.txt", "") // of the program that runs
	c, err := p.lastCrash()
	if err != nil || c == nil || time.Since(c.At) > time.Hour || strings.Contains(c.Report, word) {
		t.Fatalf("the last crash is %v, %v", c, err)
	}
	if err := c.Told(); err != nil {
		t.Fatal(err)
	}
	if c, err = p.lastCrash(); c != nil || err != nil {
		t.Errorf("it is told again: %v, %v", c, err)
	}
	var names []string
	files, err := os.ReadDir(reports)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, f.Name())
	}
	if got, want := strings.Join(names, " "), "crash-7.txt told-2.txt told-3.txt told-4.txt told-5.txt told-6.txt"; got != want {
		t.Errorf("there are %s, want %s", got, want)
	}
}

func TestGivenAReportThatQuotesAText_WhenTheProgramStarts_ThenTheFileHoldsItNoMore(t *testing.T) {
	folder := t.TempDir()
	writeReport(t, filepath.Join(folder, "reports"), "crash-1.txt", crashText)
	report, err := keepCrashReport(folder, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	defer report.discard()
	text, err := os.ReadFile(filepath.Join(folder, "reports", "crash-1.txt"))
	if err != nil || strings.Contains(string(text), word) || !strings.Contains(string(text), "goroutine 34") {
		t.Errorf("it holds %q, %v", text, err)
	}
}

func writeReport(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
