package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
)

// profile writes what the program spent its time and its memory on.
type profile struct {
	folder string
	cpu    *os.File
}

// start begins to measure, if there is a folder to write into.
func (p *profile) start(folder string) error {
	if folder == "" {
		return nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fileFailure(folder, err)
	}
	cpu, err := os.Create(filepath.Join(folder, "cpu.pprof"))
	if err != nil {
		return fileFailure(folder, err)
	}
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return errors.Join(err, cpu.Close())
	}
	p.folder, p.cpu = folder, cpu
	return nil
}

// stop ends the measuring and writes both profiles.
func (p *profile) stop() error {
	if p.cpu == nil {
		return nil
	}
	pprof.StopCPUProfile()
	err := p.cpu.Close()
	p.cpu = nil
	heap, createErr := os.Create(filepath.Join(p.folder, "heap.pprof"))
	if createErr != nil {
		return errors.Join(err, createErr)
	}
	runtime.GC() // what is measured is what is held, not what is left over
	return errors.Join(err, pprof.WriteHeapProfile(heap), heap.Close())
}
