package main

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"groundwork/e2e/show"
	"groundwork/journal"
)

// documents are the pages of the project, by their paths.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	if len(all) < 5 {
		t.Fatalf("there are only %v", all)
	}
	return all
}

// parsed is a page with its source.
type parsed struct {
	source []byte
	root   ast.Node
}

func parse(t *testing.T, path string) parsed {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return parsed{source, goldmark.New().Parser().Parse(text.NewReader(source))}
}

// walk shows every node of a page to a function.
func (p parsed) walk(see func(ast.Node)) {
	_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			see(n)
		}
		return ast.WalkContinue, nil // which is never an error
	})
}

// links gives the targets of links and pictures.
func (p parsed) links() (all []string) {
	p.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			all = append(all, string(n.Destination))
		case *ast.Image:
			all = append(all, string(n.Destination))
		}
	})
	return all
}

// anchors gives the names by which the headings of a page can be led to, as
// GitHub and others make them.
func (p parsed) anchors() (all []string) {
	left := regexp.MustCompile(`[^\p{L}\p{N} _-]`)
	p.walk(func(n ast.Node) {
		if h, ok := n.(*ast.Heading); ok {
			words := left.ReplaceAllString(strings.ToLower(string(h.Lines().Value(p.source))), "")
			all = append(all, strings.ReplaceAll(strings.TrimSpace(words), " ", "-"))
		}
	})
	return all
}

func TestEveryLinkOfTheDocumentsLeadsSomewhere(t *testing.T) {
	found := 0
	for _, path := range documents(t) {
		for _, link := range parse(t, path).links() {
			to, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			if to.IsAbs() { // on the network, where no test goes
				continue
			}
			found++
			target := path
			if to.Path != "" {
				target = filepath.Join(filepath.Dir(path), filepath.FromSlash(to.Path))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s leads to %s: %v", path, link, err)
			} else if to.Fragment != "" && !slices.Contains(parse(t, target).anchors(), to.Fragment) {
				t.Errorf("%s leads to %s, where there is no such heading", path, link)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d links were found", found)
	}
}

// mostBytes is how large a picture of the documents may be: who reads them gets
// all of them.
const mostBytes = 130_000

func TestThePicturesOfTheDocumentsAreThoseThatAreTakenOfTheWindow(t *testing.T) {
	taken, shown := map[string]bool{}, map[string]bool{}
	for _, s := range show.All() {
		taken[filepath.Join("docs", s.File)] = true
	}
	for _, path := range documents(t) {
		for _, link := range parse(t, path).links() {
			if filepath.Ext(link) == ".png" {
				shown[filepath.Join(filepath.Dir(path), filepath.FromSlash(link))] = true
			}
		}
	}
	for file := range shown {
		info, err := os.Stat(file)
		if err != nil || !taken[file] {
			t.Errorf("make pictures takes no %s: %v", file, err)
		} else if info.Size() > mostBytes {
			t.Errorf("%s has %d bytes, more than %d", file, info.Size(), mostBytes)
		}
	}
	for file := range taken {
		if !shown[file] {
			t.Errorf("make pictures takes %s, which no document shows", file)
		}
	}
}

// filesNamed are words that look like files of ours: a path with a folder, or a
// file of Go.
var filesNamed = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)*\.(go|sh|mk|sql|yaml|txtar|xml)$`)

func TestEveryFileThatTheDocumentsNameIsThere(t *testing.T) {
	// These are of a journal or of somebody's own.
	theirs := []string{"groundwork.yaml"}
	for _, path := range documents(t) {
		for _, name := range parse(t, path).spans() {
			if !filesNamed.MatchString(name) || slices.Contains(theirs, name) {
				continue
			}
			if _, err := fs.Stat(os.DirFS("."), name); err != nil {
				t.Errorf("%s names %s, which is not there", path, name)
			}
		}
	}
}

func TestEveryTargetThatTheDocumentsNameIsInTheMakefile(t *testing.T) {
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("(?m)(?:^    |`)make ([a-z0-9-]+)")
	found := 0
	for _, path := range documents(t) {
		for _, m := range named.FindAllStringSubmatch(string(parse(t, path).source), -1) {
			found++
			if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(m[1]) + `:`).Match(makefile) {
				t.Errorf("%s names make %s, which is not there", path, m[1])
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d targets were found", found)
	}
}

// members lists the names under which an object, and all that it holds, stands
// in the JSON.
func members(of reflect.Type, into map[string]bool) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice:
		members(of.Elem(), into)
	case reflect.Struct:
		for i := range of.NumField() {
			field := of.Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if name == "" || name == "-" {
				continue
			}
			into[name] = true
			members(field.Type, into)
		}
	default: // a value
	}
}

func TestThePageOfFormatsNamesEveryMemberOfTheJSON(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, object := range []any{journal.Entry{}, journal.Expectation{}, journal.Person{}, journal.Plan{}, journal.OwnPrompt{}, journal.Pack{}} {
		members(reflect.TypeOf(object), names)
	}
	if len(names) < 80 {
		t.Errorf("only %d members were found", len(names))
	}
	for name := range names {
		if !bytes.Contains(source, []byte("`"+name+"`")) {
			t.Errorf("docs/formats.md says nothing of %s", name)
		}
	}
}
