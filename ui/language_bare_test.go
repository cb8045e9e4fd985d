package ui

import (
	"go/ast"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// draws are the functions that put a text into the window as it is given.
var draws = regexp.MustCompile(`^(parts\.)?(New(Text|Paragraph|Button|IconButton|Heading|FilterChip|Toggle|Switch|Check|Fold|FormRow|Field|Empty\w*)|FormRow)$` +
	`|^fyne\.NewMenu(Item)?$|^(item|labelled|columnHead|sentenceText|fixedText)$|\.?(SetText|SetLabel|SetTitle|SetPlaceHolder|SetNote|SetProblem|say|warn|offerUndo)$`)

// properNames are the same in every language, and files, and a document that is in English.
var properNames = regexp.MustCompile(`^(Groundwork|English|Deutsch|Documents|Leading Up – .*|Exif\x00\x00|VP8.|Mg|.*\.[ot]tf|[A-Z]|https://)$`)

// sentenceLike is how words for people begin or end, which keys, folders and
// words for the log do not.
var sentenceLike = regexp.MustCompile(`^[“(]?\p{Lu}\p{L}|\p{L} .*[.?…]$`)

// TestNoWordOfTheWindowIsBare: what is not asked for with lang.L can be said in
// English only.
func TestNoWordOfTheWindowIsBare(t *testing.T) {
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	set, files := sources(t, ".", "parts")
	for _, file := range files {
		if filepath.Base(set.Position(file.Pos()).Filename) == "language.go" {
			continue // it names the words of Fyne
		}
		for _, n := range bareWords(file, german) {
			text, _ := literal(n)
			t.Errorf("%s: %q is not translated", set.Position(n.Pos()), text)
		}
	}
}

// bareWords finds what a file shows as it is: whatever is given to what draws,
// and whatever looks like words for people and is in no language but English.
func bareWords(file *ast.File, german map[string]string) (bare []ast.Expr) {
	keys := map[ast.Node]bool{} // of values and other maps
	ast.Inspect(file, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.KeyValueExpr:
			keys[x.Key] = true
		case *ast.IndexExpr:
			keys[x.Index] = true
		case *ast.CallExpr:
			name := called(x)
			if strings.HasPrefix(name, "lang.") || strings.Contains(strings.ToLower(name), "log.") {
				return false
			}
			if draws.MatchString(name) {
				bare = append(bare, slices.DeleteFunc(slices.Clone(x.Args), func(arg ast.Expr) bool {
					text, ok := literal(arg)
					return !ok || !strings.ContainsFunc(text, unicode.IsLetter) || properNames.MatchString(text)
				})...)
			}
		case *ast.BasicLit:
			text, ok := literal(x)
			if ok && !keys[x] && sentenceLike.MatchString(text) && !properNames.MatchString(text) && german[text] == "" {
				bare = append(bare, x)
			}
		}
		return true
	})
	return bare
}

func TestABareWordWouldBeFound(t *testing.T) {
	for _, bare := range []string{"Open", "The entry is gone.", "“Add” it", "and 3 more…"} {
		if !sentenceLike.MatchString(bare) {
			t.Errorf("%q is not seen as words for people", bare)
		}
	}
	for _, key := range []string{"skip-level", "change a goal", "purpose/", "kind:moment"} {
		if sentenceLike.MatchString(key) {
			t.Errorf("%q is seen as words for people", key)
		}
	}
	if !slices.ContainsFunc([]string{"parts.NewText", "b.SetText", "w.door.say", "item"}, draws.MatchString) {
		t.Error("what draws is not known")
	}
}
