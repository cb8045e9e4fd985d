package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestThePageOfLicencesIsCurrentAndEachIsAllowed(t *testing.T) {
	want, err := page()
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(filepath.Join("..", "..", "docs", "licenses.md"))
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("docs/licenses.md is not what the program holds: run make licenses")
	}
}

func TestLicencesAreToldByTheirWords(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"Permission is hereby granted, free of charge,\n  to any person obtaining a copy\nof this software", []string{"MIT"}},
		{"Redistribution and use in source and binary forms", []string{"BSD-2-Clause"}},
		{"Redistribution and use in source and binary forms … may be used to endorse or promote products derived from\nthis software", []string{"BSD-3-Clause"}},
		{"Apache License\n\tVersion 2.0, January 2004", []string{"Apache-2.0"}},
		{"GNU GENERAL PUBLIC LICENSE\n Version 3", []string{"GPL"}},
		{"All rights reserved.", nil},
	} {
		if got := kindsOf(c.words); !slices.Equal(got, c.want) {
			t.Errorf("%q is taken for %v, want %v", c.words, got, c.want)
		}
	}
}

func TestWhatIsNotAllowedIsNamed(t *testing.T) {
	for name, p := range map[string]part{
		"no file":      {Name: "x"},
		"unknown":      {Name: "x", texts: []text{{words: "mine"}}},
		"not allowed":  {Name: "x", texts: []text{{words: "…", kinds: []string{"GPL"}}}},
		"one of these": {Name: "x", texts: []text{{words: "…", kinds: []string{"MIT", "LGPL"}}}},
	} {
		if errors.Join(allKnown([]part{p}), allAllowed([]part{p})) == nil {
			t.Errorf("%s: nothing is said", name)
		}
	}
	fine := []part{{Name: "x", texts: []text{{words: "…", kinds: []string{"MIT"}}}}}
	if err := errors.Join(allKnown(fine), allAllowed(fine)); err != nil {
		t.Error(err)
	}
}

func TestOnlyTheFilesOfWhatIsUsedCount(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		"LICENSE", "used/LICENSE.md", "used/code.go", "used/font/OFL.txt", "used/testdata/LICENSE", "used/below/LICENSE", "used/below/code.go",
		"idle/LICENSE", "used/license.go", "LICENSE-LOGO",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	texts, err := textsBeside(root, []string{filepath.Join(root, "used")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, each := range texts {
		got = append(got, each.words)
	}
	if want := []string{"LICENSE", "used/LICENSE.md", "used/font/OFL.txt"}; !slices.Equal(got, want) {
		t.Errorf("read %v, want %v", got, want)
	}
}
