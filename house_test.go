package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what go list tells of a package of ours.
type pkg struct {
	ImportPath string
	Imports    []string // what its code imports, tests left aside
	Deps       []string // and all that follows from it
}

// packages lists the product's packages, without tools and tests.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", "ci", "-json=ImportPath,Imports,Deps", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]pkg{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if !under(p.ImportPath, "groundwork/tools", "groundwork/e2e", "groundwork/bench", "groundwork/faults") {
			all[p.ImportPath] = p
		}
	}
	if len(all) < 5 {
		t.Fatalf("go list found %d packages", len(all))
	}
	return all
}

// under tells whether path is one of the trees or lies in one.
func under(path string, trees ...string) bool {
	return slices.ContainsFunc(trees, func(tree string) bool {
		return path == tree || strings.HasPrefix(path, tree+"/")
	})
}

const (
	fyneTree = "fyne.io/fyne/v2"
	fyneApp  = "fyne.io/fyne/v2/app"
)

func TestDependenciesPointDown(t *testing.T) {
	rules := []struct {
		name     string
		of       func(path string) bool
		mayNot   []string // trees it may not depend on, not even through others
		mayAlone []string // of our own packages, what it may import; nil: no rule
	}{
		{
			"the domain knows neither the store nor the window", func(p string) bool { return under(p, "groundwork/journal") },
			[]string{fyneTree, "database/sql", "modernc.org/sqlite", "groundwork/data", "groundwork/ui"},
			nil,
		},
		{
			"the heart of the domain imports none of its rooms", func(p string) bool { return p == "groundwork/journal" },
			nil,
			[]string{},
		},
		{
			"the store knows no window", func(p string) bool { return under(p, "groundwork/data") },
			[]string{fyneTree, "groundwork/ui"},
			[]string{"groundwork/journal", "groundwork/data/vault", "groundwork/data/salvage"},
		},
		{
			"the keys know no store", func(p string) bool { return p == "groundwork/data/vault" },
			[]string{"database/sql", "modernc.org/sqlite"},
			[]string{"groundwork/journal"},
		},
		{
			"what reads a damaged file stands alone", func(p string) bool { return p == "groundwork/data/salvage" },
			[]string{"database/sql", "modernc.org/sqlite"},
			[]string{},
		},
		{
			"the window knows no store", func(p string) bool { return under(p, "groundwork/ui") },
			[]string{"groundwork/data", "database/sql", "modernc.org/sqlite", fyneApp},
			nil,
		},
		{
			"the command line knows no Fyne", func(p string) bool { return under(p, "groundwork/ui/cli") },
			[]string{fyneTree},
			nil,
		},
		{
			"the look stands alone", func(p string) bool { return p == "groundwork/ui/look" },
			nil,
			[]string{},
		},
		{
			"the parts know only the look", func(p string) bool { return p == "groundwork/ui/parts" },
			[]string{"groundwork/journal"},
			[]string{"groundwork/ui/look"},
		},
		{
			"the user's session knows neither the journal nor the window", func(p string) bool { return p == "groundwork/session" },
			[]string{fyneTree, "database/sql", "modernc.org/sqlite"},
			[]string{},
		},
	}
	all := packages(t)
	for _, rule := range rules {
		t.Run(rule.name, func(t *testing.T) {
			found := 0
			for path, p := range all {
				if !rule.of(path) {
					continue
				}
				found++
				for _, dep := range p.Deps {
					// google/uuid describes itself to database/sql through
					// this one, which opens nothing.
					if under(dep, rule.mayNot...) && dep != "database/sql/driver" {
						t.Errorf("%s depends on %s", path, dep)
					}
				}
				for _, imported := range p.Imports {
					if rule.mayAlone != nil && under(imported, "groundwork") && !slices.Contains(rule.mayAlone, imported) {
						t.Errorf("%s imports %s", path, imported)
					}
				}
			}
			if found == 0 {
				t.Error("the rule is for no package")
			}
		})
	}
}

// mayImport names the rooms of the domain that a room may import beside the
// heart itself. None imports back.
var mayImport = map[string][]string{
	"evidence":       {"document"},
	"document/paper": {"document"},
	"exchange":       {"document"},
	"handout":        {"document", "document/paper", "evidence", "exchange"},
	"timeline":       {"evidence", "document"},
	"lookback":       {"evidence", "prompts"},
}

func TestRoomsOfTheDomainImportOnlyWhatTheyMay(t *testing.T) {
	for path, p := range packages(t) {
		if !under(path, "groundwork/journal") || path == "groundwork/journal" {
			continue
		}
		for _, imported := range p.Imports {
			room := func(name string) string { return strings.TrimPrefix(name, "groundwork/journal/") }
			allowed := imported == "groundwork/journal" || slices.Contains(mayImport[room(path)], room(imported))
			if under(imported, "groundwork") && !allowed {
				t.Errorf("%s imports %s", path, imported)
			}
		}
	}
}

func TestOnlyMainOpensTheDriver(t *testing.T) {
	for path, p := range packages(t) {
		if slices.Contains(p.Imports, fyneApp) != (path == "groundwork") {
			t.Errorf("%s: imports the Fyne app package: %v", path, path != "groundwork")
		}
	}
}

// TestNothingOfOursSpeaksToANetwork: what is local of what could, is named. That
// the room of the session connects to local sockets only, its own tests see to.
func TestNothingOfOursSpeaksToANetwork(t *testing.T) {
	local := map[string]string{
		"groundwork/data":    "net",                       // the window's socket
		"groundwork/session": "github.com/godbus/dbus/v5", // the buses of this computer
	}
	for path, p := range packages(t) {
		for _, imported := range p.Imports {
			if imported == local[path] {
				continue
			}
			if under(imported, "net", "github.com/godbus", "golang.org/x/net") && imported != "net/url" {
				t.Errorf("%s imports %s", path, imported)
			}
		}
	}
}

func TestPackagesAreNamedAfterWhatTheyHold(t *testing.T) {
	for path := range packages(t) {
		name := path[strings.LastIndex(path, "/")+1:]
		if slices.Contains([]string{"util", "utils", "helper", "helpers", "manager", "common", "misc"}, name) {
			t.Errorf("%s says nothing of what it holds", path)
		}
	}
}
