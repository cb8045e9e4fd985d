package ui

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// word is one of the window, or a sentence, as the code has it.
type word struct {
	text string
	at   token.Position
}

// sources parses the code of folders, seen from this one, without its tests.
func sources(t *testing.T, folders ...string) (*token.FileSet, []*ast.File) {
	t.Helper()
	set := token.NewFileSet()
	var all []*ast.File
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no code in %s: %v", folder, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, file)
		}
	}
	return set, all
}

// literal is the text of a string in the code, or of several that are added.
func literal(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, err == nil && x.Kind == token.STRING
	case *ast.BinaryExpr:
		a, first := literal(x.X)
		b, second := literal(x.Y)
		return a + b, first && second && x.Op == token.ADD
	}
	return "", false
}

// called names what a call calls: "lang.L", or "item" for a function of this package.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if of, ok := f.X.(*ast.Ident); ok {
			return of.Name + "." + f.Sel.Name
		}
		return f.Sel.Name
	}
	return ""
}

// keysOf finds what the window asks to be translated.
func keysOf(t *testing.T) []word {
	t.Helper()
	set, files := sources(t, ".", "parts")
	var keys []word
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok && (called(c) == "lang.L" || called(c) == "lang.X") {
				if text, ok := literal(c.Args[0]); ok {
					keys = append(keys, word{text, set.Position(c.Pos())})
				} else if !slices.Contains(computed, filepath.Base(set.Position(c.Pos()).Filename)) {
					t.Errorf("%s: what is translated here is not to be seen in the code", set.Position(c.Pos()))
				}
			}
			return true
		})
	}
	for m := time.January; m <= time.December; m++ {
		keys = append(keys, word{text: m.String()}, word{text: m.String()[:3]})
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		keys = append(keys, word{text: d.String()}, word{text: d.String()[:3]})
	}
	return keys
}

// computed are the files that have the names of months and of days of the week
// translated, which stand nowhere in the code.
var computed = []string{"words.go", "applications_words.go"}

// sentencesOf finds what the journal says to the user, with how to say it in
// place of names and numbers.
func sentencesOf(t *testing.T) []word {
	t.Helper()
	set, files := sources(t, ".", "../journal", "../journal/handout", "../data", "..")
	says := []string{"invalid", "refused", "saying", "c.fail", "cannotAttach"}
	var all []word
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			var from []ast.Expr
			switch x := n.(type) {
			case *ast.CallExpr:
				if slices.Contains(says, called(x)) {
					from = x.Args
				}
			case *ast.KeyValueExpr:
				if name, ok := x.Key.(*ast.Ident); ok && name.Name == "Problem" {
					from = []ast.Expr{x.Value}
				}
			case *ast.FuncDecl:
				if x.Name.Name == "Explain" {
					ast.Inspect(x.Body, func(n ast.Node) bool {
						if r, ok := n.(*ast.ReturnStmt); ok {
							from = append(from, r.Results...)
						}
						return true
					})
				}
			}
			for _, e := range from {
				if text, ok := literal(e); ok && strings.Contains(text, " ") {
					all = append(all, word{text, set.Position(e.Pos())})
				}
			}
			return true
		})
	}
	return all
}

// placeholders finds what is filled in: {{.Count}}, %s.
var placeholders = regexp.MustCompile(`{{[^}]*}}|%(\[\d\])?[a-z]`)

func TestEveryWordOfTheWindowIsThereInGerman(t *testing.T) {
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range append(keysOf(t), sentencesOf(t)...) {
		if german[k.text] == "" {
			t.Errorf("%s: %q is not in languages/de", k.at, k.text)
		}
	}
}

func TestGermanHoldsNoWordThatTheWindowNoLongerSays(t *testing.T) {
	said := map[string]bool{}
	for _, k := range keysOf(t) {
		said[k.text] = true
	}
	for _, file := range germanFiles(t) {
		if file.name == "errors.json" || file.name == "fyne.json" {
			continue // said by the journal and by Fyne
		}
		for english := range file.words {
			if !said[english] {
				t.Errorf("%s: nothing says %q any more", file.name, english)
			}
		}
	}
}

func TestGermanFillsInWhatEnglishDoes(t *testing.T) {
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	for english, words := range german {
		have, want := placeholders.FindAllString(words, -1), placeholders.FindAllString(english, -1)
		if strings.Contains(english, "%") && !strings.Contains(words, "%[") && !slices.Equal(have, want) {
			t.Errorf("%q has %q in German where it has %q: they are filled in order", english, have, want)
		}
		slices.Sort(have)
		slices.Sort(want)
		if !strings.Contains(words, "%[") && !slices.Equal(slices.Compact(have), slices.Compact(want)) {
			t.Errorf("%q has %q in German where it has %q", english, have, want)
		}
	}
}

func TestNoWordStandsInTwoFilesOfALanguage(t *testing.T) {
	in := map[string]string{}
	for _, file := range germanFiles(t) {
		if file.name == "errors.json" {
			continue // told looks there alone
		}
		for english := range file.words {
			if other := in[english]; other != "" {
				t.Errorf("%q stands in %s and in %s", english, other, file.name)
			}
			in[english] = file.name
		}
	}
}

// languageFile is one of the files of a language.
type languageFile struct {
	name  string
	words map[string]string
}

func germanFiles(t *testing.T) []languageFile {
	t.Helper()
	entries, err := languageFiles.ReadDir("languages/de")
	if err != nil {
		t.Fatal(err)
	}
	var all []languageFile
	for _, e := range entries {
		file := languageFile{name: e.Name()}
		data, err := languageFiles.ReadFile("languages/de/" + e.Name())
		if err == nil {
			err = json.Unmarshal(data, &file.words)
		}
		if err != nil {
			t.Fatalf("%s: %v", e.Name(), err)
		}
		all = append(all, file)
	}
	return all
}
