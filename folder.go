package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

// defaultFolder is where the user's own journal lies, by the custom of the
// system; "" where there is no home folder.
func defaultFolder(system string, getenv func(string) string) string {
	var base string
	switch system {
	case "windows":
		base = getenv("LocalAppData")
	case "darwin":
		if home := getenv("HOME"); home != "" {
			base = filepath.Join(home, "Library", "Application Support")
		}
	default:
		// XDG Base Directory Specification: a path that is not absolute is
		// to be ignored.
		base = getenv("XDG_DATA_HOME")
		if home := getenv("HOME"); !filepath.IsAbs(base) && home != "" {
			base = filepath.Join(home, ".local", "share")
		}
	}
	if base == "" {
		return ""
	}
	return filepath.Join(base, "groundwork")
}

// sampleFolder is where the sample journal lies: beside the user's own, never
// in it; "" where there is no home folder.
func sampleFolder(usual string) string {
	if usual == "" {
		return ""
	}
	return usual + "-sample"
}

// isTerminal tells whether a person types into the file.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}
