package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	markdown "github.com/yuin/goldmark/ast"
)

// spans gives what stands in a page as code within a line.
func (p parsed) spans() (all []string) {
	p.walk(func(n markdown.Node) {
		span, ok := n.(*markdown.CodeSpan)
		if !ok {
			return
		}
		var words strings.Builder
		for c := span.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*markdown.Text); ok {
				words.Write(t.Segment.Value(p.source))
			}
		}
		all = append(all, words.String())
	})
	return all
}

// house is the page that says how the house is built.
var house = filepath.Join("docs", "house.md")

func TestEveryRoomThatThePageOfTheHouseNamesIsThere(t *testing.T) {
	found := 0
	for _, span := range parse(t, house).spans() {
		if room, ok := strings.CutSuffix(span, "/"); ok {
			found++
			if info, err := os.Stat(filepath.FromSlash(room)); err != nil || !info.IsDir() {
				t.Errorf("%s is no folder of the house", span)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d rooms were found", found)
	}
}

// codeNamed are words that look like a name in a package: journal.Draft.Edit.
var codeNamed = regexp.MustCompile(`^([a-z]+)((?:\.[A-Za-z]+)+)$`)

// testNamed are words that look like a test.
var testNamed = regexp.MustCompile(`^Test[A-Z]\w+$`)

func TestEveryNameInTheCodeThatThePageOfTheHouseNamesIsThere(t *testing.T) {
	notOurs := []string{"errors", "io", "lang"}
	rooms, tests := declared(t)
	found := 0
	for _, span := range parse(t, house).spans() {
		if testNamed.MatchString(span) && !tests[span] {
			t.Errorf("there is no test %s", span)
		}
		m := codeNamed.FindStringSubmatch(span)
		if m == nil || filesNamed.MatchString(span) || slices.Contains(notOurs, m[1]) {
			continue
		}
		found++
		if !rooms[m[1]][m[2][1:]] {
			t.Errorf("there is no %s", span)
		}
	}
	if found < 30 {
		t.Errorf("only %d names were found", found)
	}
}

// declared gives what each package of ours declares, by the name of the package,
// and the names of all tests. Methods and members stand behind their type and a
// dot.
func declared(t *testing.T) (rooms map[string]map[string]bool, tests map[string]bool) {
	t.Helper()
	rooms, tests = map[string]map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && filepath.Ext(path) != ".go" {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "build" || name == "testdata" || len(name) > 1 && name[0] == '.' {
				return filepath.SkipDir
			}
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		names := rooms[file.Name.Name]
		if strings.HasSuffix(path, "_test.go") {
			names = tests
		} else if names == nil {
			names = map[string]bool{}
			rooms[file.Name.Name] = names
		}
		for _, d := range file.Decls {
			declare(names, d)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rooms, tests
}

// declare adds what a declaration declares.
func declare(names map[string]bool, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			name = typeName(d.Recv.List[0].Type) + "." + name
		}
		names[name] = true
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names[spec.Name.Name] = true
				for _, field := range fieldsOf(spec.Type) {
					for _, name := range field.Names {
						names[spec.Name.Name+"."+name.Name] = true
					}
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names[name.Name] = true
				}
			}
		}
	}
}

// fieldsOf are the members of a struct, or the methods of an interface.
func fieldsOf(t ast.Expr) []*ast.Field {
	switch t := t.(type) {
	case *ast.StructType:
		return t.Fields.List
	case *ast.InterfaceType:
		return t.Methods.List
	}
	return nil
}

// typeName is the name of the type that a method is of.
func typeName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return typeName(t.X)
	case *ast.IndexExpr:
		return typeName(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}
