// Licenses writes docs/licenses.md: what the program for Linux is made of, and
// under which licences, with their texts.
//
//	go run ./tools/licenses >docs/licenses.md
//
// It asks go list which packages the program holds, so that a module counts
// only with what of it is in the program, and reads the licence files beside
// those packages. A licence that is not among the allowed is an error.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	page, err := page()
	if err == nil {
		_, err = io.WriteString(os.Stdout, page)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

// part is something by others that is in the program.
type part struct {
	Name, Version string
	texts         []text
}

// page is the whole document.
func page() (string, error) {
	inside, root, err := modules("-deps", "groundwork")
	if err != nil {
		return "", err
	}
	around, _, err := modules("-deps", "-test", "-tags", "ci,e2e", "groundwork/...")
	if err != nil {
		return "", err
	}
	fonts, err := fonts(root)
	if err != nil {
		return "", err
	}
	language, err := language()
	if err != nil {
		return "", err
	}
	tests := slices.DeleteFunc(around, func(p part) bool {
		return slices.ContainsFunc(inside, func(q part) bool { return q.Name == p.Name })
	})
	inside = append(append([]part{language}, fonts...), inside...)
	if err := errors.Join(allKnown(inside), allKnown(tests), allAllowed(inside)); err != nil {
		return "", err
	}
	return write(inside, tests), nil
}

// listed is what go list tells of a package.
type listed struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// modules lists the modules that the packages asked for come from, with the
// licence files of what is used of them, and names the folder of our own. The
// program is always taken as for one system, so that every machine gives the
// same list.
func modules(args ...string) (all []part, root string, err error) {
	c := exec.Command("go", append([]string{"list", "-json=Dir,Module"}, args...)...)
	c.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=1")
	var wrong bytes.Buffer
	c.Stderr = &wrong
	out, err := c.Output()
	if err != nil {
		return nil, "", fmt.Errorf("go list: %w: %s", err, wrong.String())
	}
	used := map[string][]string{} // the folders of each module
	var found []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, "", err
		}
		switch {
		case p.Module == nil: // of the standard library
		case p.Module.Main:
			root = p.Module.Dir
		default:
			if used[p.Module.Path] == nil {
				found = append(found, p)
			}
			used[p.Module.Path] = append(used[p.Module.Path], p.Dir)
		}
	}
	for _, p := range found {
		texts, err := textsBeside(p.Module.Dir, used[p.Module.Path])
		if err != nil {
			return nil, "", err
		}
		all = append(all, part{p.Module.Path, p.Module.Version, texts})
	}
	slices.SortFunc(all, func(a, b part) int { return strings.Compare(a.Name, b.Name) })
	return all, root, nil
}

// fonts are the faces that lie in ui/look, with their licences beside them.
func fonts(root string) ([]part, error) {
	var all []part
	for _, f := range []struct{ name, file string }{
		{"Inter", "OFL-Inter.txt"}, {"Charis SIL", "OFL-CharisSIL.txt"},
	} {
		t, err := readText(filepath.Join(root, "ui", "look", "fonts", f.file))
		if err != nil {
			return nil, err
		}
		all = append(all, part{f.name + " (font)", "", []text{t}})
	}
	return all, nil
}

// language is Go itself: its runtime and standard library are in every program.
func language() (part, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return part{}, fmt.Errorf("go env: %w", err)
	}
	t, err := readText(filepath.Join(strings.TrimSpace(string(out)), "LICENSE"))
	return part{"Go", "", []text{t}}, err
}

// write writes the document: a table, and each text once.
func write(inside, tests []part) string {
	var out strings.Builder
	out.WriteString("# Licences\n\n" +
		"Groundwork is under the [MIT licence](../LICENSE). This is what is in the program besides, as built for Linux, with the texts of the licences below. " +
		"`make licenses` writes this page, and a test fails where it is not current or a licence is not one of " + strings.Join(allowed(), ", ") + ".\n\n")
	table(&out, inside)
	out.WriteString("\nOnly the tests use these; they are in no program:\n\n")
	table(&out, tests)
	out.WriteString("\n## Texts\n")
	var order []string
	of := map[string][]string{}
	for _, p := range inside {
		for _, t := range p.texts {
			if of[t.words] == nil {
				order = append(order, t.words)
			}
			if !slices.Contains(of[t.words], p.Name) {
				of[t.words] = append(of[t.words], p.Name)
			}
		}
	}
	for _, words := range order {
		fmt.Fprintf(&out, "\n### %s\n\n~~~text\n%s\n~~~\n", strings.Join(of[words], ", "), words)
	}
	return out.String()
}

func table(out *strings.Builder, parts []part) {
	out.WriteString("| part | version | licence |\n|---|---|---|\n")
	for _, p := range parts {
		fmt.Fprintf(out, "| %s | %s | %s |\n", p.Name, p.Version, strings.Join(p.kinds(), ", "))
	}
}
