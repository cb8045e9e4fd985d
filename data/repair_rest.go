package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// quarantine is the folder of what was rescued. It is made when there is
// something.
func (w *repairing) quarantine() (string, error) {
	if w.result.Quarantine != "" {
		return w.result.Quarantine, nil
	}
	first := filepath.Join(w.h.folder, "rescued-"+w.h.now().Format("20060102-150405"))
	folder := first
	for n := 2; there(folder); n++ {
		folder = fmt.Sprintf("%s-%d", first, n)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", fmt.Errorf("make a folder for what was rescued: %w", err)
	}
	w.result.Quarantine = folder
	return folder, syncFolder(w.h.folder)
}

// setFileAside moves an attached file that is not what it was to what was
// rescued.
func (w *repairing) setFileAside(path string) error {
	folder, err := w.quarantine()
	if err != nil {
		return err
	}
	if err := os.Rename(path, filepath.Join(folder, filepath.Base(path))); err != nil {
		return fmt.Errorf("set an attached file aside: %w", err)
	}
	return errors.Join(syncFolder(folder), syncFolder(filepath.Dir(path)))
}

// writeRest writes what could be read and not be put back as text files, one
// for each table.
func (w *repairing) writeRest() error {
	texts := map[string]*strings.Builder{}
	for _, s := range w.rows.rest {
		name := s.table
		if name == "" {
			name = "unknown"
		}
		if texts[name] == nil {
			texts[name] = &strings.Builder{}
		}
		fmt.Fprintf(texts[name], "%s\n\n", strings.Join(s.texts, "\n"))
	}
	for name, text := range texts {
		folder, err := w.quarantine()
		if err != nil {
			return err
		}
		path := filepath.Join(folder, name+".txt")
		if err := createPrivate(path); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			return fmt.Errorf("write what was rescued: %w", err)
		}
		if err := errors.Join(syncFile(path), syncFolder(folder)); err != nil {
			return err
		}
	}
	w.h.reach("the rest written")
	return nil
}
