package data

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"groundwork/journal"
)

// longestName is how long, in bytes, the name of a lent file may be: it fits
// into every file system, encrypted ones too.
const longestName = 120

// longestExtension is how long, in bytes, an ending may be to be kept as one.
const longestExtension = 16

// safeName makes a file name of what the user calls an attachment, or of what
// an import said so: one that every system takes, that is no option to a
// program and no device, and keeps its ending, which tells what opens it.
func safeName(name string) string {
	name = strings.Map(safeRune, journal.FileName(name))
	name = strings.TrimLeft(name, ".- ")
	name = strings.TrimRight(name, ". ") // Windows drops them
	extension := filepath.Ext(name)
	if len(extension) > longestExtension {
		extension = ""
	}
	stem := strings.TrimSuffix(name, extension)
	for len(stem)+len(extension) > longestName {
		_, last := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-last]
	}
	if stem = strings.TrimRight(stem, " "); stem == "" {
		stem = "file"
	}
	if device(stem) {
		stem = "_" + stem
	}
	return stem + extension
}

// safeRune replaces what some system refuses in a name.
func safeRune(r rune) rune {
	if strings.ContainsRune(`<>:"|?*`, r) {
		return '_'
	}
	return r
}

// device tells whether Windows takes a name for a device, whatever ending it
// has (Microsoft, "Naming Files, Paths, and Namespaces").
func device(stem string) bool {
	first, _, _ := strings.Cut(strings.ToUpper(stem), ".")
	first = strings.TrimRight(first, " ")
	switch first {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if number, ok := strings.CutPrefix(first, port); ok {
			return utf8.RuneCountInString(number) == 1 && strings.ContainsAny(number, "0123456789¹²³")
		}
	}
	return false
}
