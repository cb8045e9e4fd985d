package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// text is one licence file.
type text struct {
	words string
	kinds []string // by SPDX's names
}

// kind is a licence, told by words that every text of it has. The names are
// those of the SPDX licence list.
type kind struct {
	name    string
	words   string // in lower case, with single spaces
	allowed bool
}

// known are the licences that are told apart. Those that would ask more of
// whoever gives the program away than to hand on a text are known, too, so
// that a file that holds one is not taken for another.
var known = []kind{
	{"Apache-2.0", "apache license, version 2.0", true},
	{"Apache-2.0", "apache license version 2.0", true},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software", true},
	{"BSD-2-Clause", "redistribution and use in source and binary forms", true},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software", true},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose", true},
	{"Zlib", "this notice may not be removed or altered from any source distribution", true},
	{"Unlicense", "this is free and unencumbered software released into the public domain", true},
	{"OFL-1.1", "sil open font license", true},
	{"Bitstream-Vera", "bitstream vera is a trademark", true},
	{"blessing", "sqlite is public domain", true},
	{"ICC-profile", "made available by the international color consortium", true}, // not of that list
	{"GPL", "gnu general public license version", false},                          // the MPL names it otherwise
	{"LGPL", "gnu lesser general public license version", false},
	{"AGPL", "gnu affero general public license version", false},
	{"MPL", "mozilla public license version", false},
	{"EPL", "eclipse public license", false},
	{"CC-BY-SA", "attribution-sharealike", false},
	{"CC-BY-NC", "noncommercial", false},
}

// allowed names the licences that may be in the program.
func allowed() (names []string) {
	for _, k := range known {
		if k.allowed && !slices.Contains(names, k.name) {
			names = append(names, k.name)
		}
	}
	return names
}

// kindsOf tells which licences a text is.
func kindsOf(words string) (names []string) {
	plain := strings.Join(strings.Fields(strings.ToLower(words)), " ")
	for _, k := range known {
		if strings.Contains(plain, k.words) && !slices.Contains(names, k.name) {
			names = append(names, k.name)
		}
	}
	if slices.Contains(names, "BSD-3-Clause") { // which says all that the other does
		names = slices.DeleteFunc(names, func(name string) bool { return name == "BSD-2-Clause" })
	}
	return names
}

// kinds are the licences of a part.
func (p part) kinds() (names []string) {
	for _, t := range p.texts {
		for _, name := range t.kinds {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// allKnown fails where a part has no licence, or one that is not known here.
func allKnown(parts []part) error {
	var all []error
	for _, p := range parts {
		if len(p.texts) == 0 {
			all = append(all, fmt.Errorf("%s has no licence file", p.Name))
		}
		for _, t := range p.texts {
			if len(t.kinds) == 0 {
				all = append(all, fmt.Errorf("%s has a licence that is not known here: %.80q", p.Name, t.words))
			}
		}
	}
	return errors.Join(all...)
}

// allAllowed fails where a licence may not be in the program.
func allAllowed(parts []part) error {
	var all []error
	for _, p := range parts {
		for _, name := range p.kinds() {
			if !slices.Contains(allowed(), name) {
				all = append(all, fmt.Errorf("%s is under %s, which is not among the allowed", p.Name, name))
			}
		}
	}
	return errors.Join(all...)
}

// licenceName matches the names of licence files, with the words that come
// after a hyphen, an underscore or a dot.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|ofl)([-_.].*)?$`)

// leftOut are licence files that say nothing of what is in the program.
var leftOut = []string{
	"LICENSE-LOGO", // modernc.org/memory: where its logo comes from
	// modernc.org/sqlite: every module near it, with its tests. Those in the
	// program stand in the list themselves.
	filepath.Join("sqlite@", "LICENSE-3RD-PARTY.md"),
}

func isLeftOut(path string) bool {
	folder, _, _ := strings.Cut(filepath.Base(filepath.Dir(path)), "@")
	return slices.Contains(leftOut, filepath.Base(path)) ||
		slices.Contains(leftOut, filepath.Join(folder+"@", filepath.Base(path)))
}

// textsBeside reads the licence files of a module: in its root, in the folders
// that are used, and in folders without Go below these, where fonts and C are.
func textsBeside(root string, used []string) (all []text, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch folder := filepath.Dir(path); {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || !licenceName.MatchString(d.Name()) || filepath.Ext(path) == ".go" || isLeftOut(path):
			return nil
		case folder != root && !slices.Contains(used, folder) && (!slices.Contains(used, filepath.Dir(folder)) || holdsGo(folder)):
			return nil
		}
		t, err := readText(path)
		all = append(all, t)
		return err
	})
	return all, err
}

func holdsGo(folder string) bool {
	found, err := filepath.Glob(filepath.Join(folder, "*.go"))
	return err == nil && len(found) > 0
}

// readText reads a licence file, without the white space that nobody sees.
func readText(path string) (text, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return text{}, fmt.Errorf("read a licence: %w", err)
	}
	lines := strings.Split(strings.Trim(string(raw), "\r\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r\f")
	}
	words := strings.Join(lines, "\n")
	return text{words, kindsOf(words)}, nil
}
