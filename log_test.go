package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// word is what a user wrote.
const word = "zwitterquokka"

func TestTheLogHoldsNothingThatTheUserWrote(t *testing.T) {
	_, notThere := os.Open("/home/" + word + "/list of " + word + ".pdf")
	_, noNumber := strconv.Atoi(word)
	_, noDay := time.Parse(time.DateOnly, word)
	var number int
	wrongType := json.Unmarshal([]byte(`"`+word+`"`), &number)
	invalid := &journal.Invalid{Field: "name", Problem: "There is a person called " + word + " already."}
	for what, err := range map[string]error{
		"a name of a file":     notThere,
		"two names of a file":  os.Rename("/nowhere/"+word, "/nowhere/"+word+".part"),
		"a sentence":           invalid,
		"a number":             noNumber,
		"a date":               noDay,
		"JSON":                 wrongType,
		"a search":             fmt.Errorf(`search: fts5: syntax error near "%s"`, word),
		"a single quote":       fmt.Errorf("no such column: '%s'", word),
		"what wraps a name":    fmt.Errorf("attach a file: %w", notThere),
		"what joins sentences": errors.Join(journal.ErrNoSpace, fmt.Errorf("save: %w: %w", journal.ErrInvalid, invalid)),
	} {
		var out strings.Builder
		newLog(&out).Error("attach a file", "err", err)
		if text := out.String(); strings.Contains(text, word) || !strings.Contains(text, "attach a file") {
			t.Errorf("%s: the log says %s", what, text)
		}
	}
}

func TestTheLogStillSaysWhatWentWrong(t *testing.T) {
	err := fmt.Errorf("open the journal: %w: %w", journal.ErrNoAccess, &fs.PathError{Op: "open", Path: "/home/a/journal.db", Err: fs.ErrPermission})
	if got, want := withoutText(err), "open the journal: no access: open …: permission denied"; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
}

// TestTheLogIsToldOfErrorsOnly: a line says with words of ours what was being
// done, and the error. So there is no other way into the log than the one that
// leaves out what is the user's.
func TestTheLogIsToldOfErrorsOnly(t *testing.T) {
	calls := 0
	for _, path := range ourFiles(t) {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range file.Imports {
			if imported.Path.Value == `"log"` {
				t.Errorf("%s writes a log of its own", path)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || !logs(call) {
				return true
			}
			calls++
			if !tellsAnErrorOnly(call) {
				t.Errorf("%s: the log is told something else than an error", files.Position(call.Pos()))
			}
			return true
		})
	}
	if calls < 20 {
		t.Errorf("found %d calls of the log", calls)
	}
}

// ourFiles lists what the program is made of, without what draws its icons.
func ourFiles(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(path, ".") && path != "." || under(path, "tools", "e2e", "bench", "faults", "build", "bin", "ui/look/outline")) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// logs tells whether a call writes to a log: log.Error, w.door.log.Warn,
// fyne.LogError.
func logs(call *ast.CallExpr) bool {
	method, is := call.Fun.(*ast.SelectorExpr)
	if !is {
		return false
	}
	switch method.Sel.Name {
	case "LogError":
		return true
	case "Debug", "Info", "Warn", "Error", "Log", "LogAttrs", "With", "DebugContext", "InfoContext", "WarnContext", "ErrorContext":
	default:
		return false
	}
	switch on := method.X.(type) {
	case *ast.Ident:
		return on.Name == "log" || on.Name == "slog"
	case *ast.SelectorExpr:
		return on.Sel.Name == "log" || on.Sel.Name == "Log"
	}
	return false
}

// tellsAnErrorOnly tells whether a call is log.Error("doing something", "err", err).
func tellsAnErrorOnly(call *ast.CallExpr) bool {
	if len(call.Args) != 3 {
		return false
	}
	key, is := call.Args[1].(*ast.BasicLit)
	return is && key.Value == `"err"` && ofOurs(call.Args[0])
}

// ofOurs tells whether an expression is made of words in the code: of texts, and
// of what a caller says it was doing.
func ofOurs(words ast.Expr) bool {
	switch w := words.(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return w.Name == "what"
	case *ast.BinaryExpr:
		return ofOurs(w.X) && ofOurs(w.Y)
	}
	return false
}
