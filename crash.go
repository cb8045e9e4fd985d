package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"
)

//go:embed Icon.png
var iconPNG []byte

// crashReport is the file that the Go runtime writes a crash into: the stacks
// of the goroutines, which hold no text of the user. It goes when the program
// ends as it should.
type crashReport struct{ file *os.File }

// keepCrashReport makes the file in the reports folder beside the journal and
// hands it to the runtime. Reports that stayed empty are removed: their
// program was killed, or its machine went down.
func keepCrashReport(folder string, now time.Time) (*crashReport, error) {
	reports := filepath.Join(folder, "reports")
	if err := os.MkdirAll(reports, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of crash reports: %w", err)
	}
	removeEmpty(reports)
	if err := cleanReports(reports); err != nil {
		return nil, err
	}
	name := filepath.Join(reports, untold+now.Format("20060102-150405.000")+".txt")
	file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make a crash report: %w", err)
	}
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("hand the crash report to the runtime: %w", err)
	}
	return &crashReport{file}, nil
}

// discard removes the report of a program that ends as it should.
func (r *crashReport) discard() {
	if r == nil {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = r.file.Close()
	_ = os.Remove(r.file.Name()) // what stays is empty, and removed at the next start
}

func removeEmpty(folder string) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
			_ = os.Remove(filepath.Join(folder, f.Name()))
		}
	}
}
