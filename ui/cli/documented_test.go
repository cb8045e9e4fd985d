package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"groundwork/ui/cli"
)

// The commands of the documents are run as they stand there, one after the
// other, by a reader who has a journal already.

// commandLine matches a line of a block of code that is a command of ours, or
// one of the two that a recovery takes. Targets of make are looked at elsewhere.
var commandLine = regexp.MustCompile(`(?m)^    ((?:bin/)?groundwork|tar|sqlite3)( .*)?$`)

// documents are the texts of the project's pages, by their paths.
func documents(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pattern := range []string{"../../*.md", "../../docs/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all[path] = string(source)
		}
	}
	return all
}

func TestEveryCommandOfTheDocumentsRuns(t *testing.T) {
	ran := 0
	for path, source := range documents(t) {
		commands := commandLine.FindAllString(source, -1)
		if len(commands) == 0 {
			continue
		}
		ran += len(commands)
		t.Run(filepath.Base(path), func(t *testing.T) {
			r := newReader(t)
			for _, line := range commands {
				r.run(strings.TrimPrefix(strings.TrimSpace(line), "bin/"))
			}
		})
	}
	if ran < 20 {
		t.Errorf("only %d commands were found", ran)
	}
}

func TestEveryCommandThatTheDocumentsSpeakOfIsThere(t *testing.T) {
	term := newTerminal(t)
	for path, source := range documents(t) {
		for _, m := range regexp.MustCompile("`groundwork ([a-z]+)").FindAllStringSubmatch(source, -1) {
			if r := term.run("", m[1], "--help"); r.code != cli.ExitDone {
				t.Errorf("%s speaks of groundwork %s: %s", path, m[1], r.err)
			}
		}
	}
}

// reader is somebody who follows a document.
type reader struct {
	t      *testing.T
	folder string // where everything of theirs is
}

// newReader makes somebody with a journal that holds an entry, a backup and a
// stick.
func newReader(t *testing.T) *reader {
	t.Helper()
	r := &reader{t, t.TempDir()}
	for _, folder := range []string{"stick", "here"} {
		if err := os.Mkdir(filepath.Join(r.folder, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	r.run(`echo '{"id": "0193f2aa-0000-7000-8000-000000000001", "body": "Stay quiet.", "tags": ["release"]}' | groundwork add --json -`)
	r.run("groundwork backup")
	return r
}

// run runs a line in a shell, as it stands in a document.
func (r *reader) run(line string) {
	r.t.Helper()
	if tool, _, _ := strings.Cut(line, " "); tool == "sqlite3" || tool == "tar" {
		if _, err := exec.LookPath(tool); err != nil {
			r.t.Logf("not run, since there is no %s here: %s", tool, line)
			return
		}
	}
	c := exec.Command("sh", "-c", r.placed(line))
	c.Dir = filepath.Join(r.folder, "here")
	c.Env = append(os.Environ(), "GROUNDWORK_DATA="+r.journal(line))
	c.Stdin = strings.NewReader("A text from elsewhere.")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	if opened := strings.HasPrefix(out.String(), "window of "); err != nil && !opened {
		r.t.Errorf("%s\n%v\n%s", line, err, &out)
	}
}

// journal is the folder of the journal that a line is about: a restore without
// --force is for a journal in which nothing is yet.
func (r *reader) journal(line string) string {
	command, _, _ := strings.Cut(line, " #") // its remark
	words := strings.Fields(command)
	if slices.Contains(words, "restore") && !slices.Contains(words, "--force") && !slices.Contains(words, "--dry-run") {
		return filepath.Join(r.folder, "new")
	}
	return filepath.Join(r.folder, "journal")
}

// placed puts the reader's own folders and files in the place of those that a
// document names.
func (r *reader) placed(line string) string {
	return strings.NewReplacer(
		"/media/stick/FILE", r.newest("stick"), "/media/stick/", filepath.Join(r.folder, "stick")+"/",
		"FILE", r.newest("journal/backups"), "/tmp/", r.folder+"/",
	).Replace(line)
}

// newest is the newest backup in a folder.
func (r *reader) newest(folder string) string {
	found, err := filepath.Glob(filepath.Join(r.folder, folder, "*.tar"))
	if err != nil || len(found) == 0 {
		return "NO-BACKUP"
	}
	return slices.Max(found) // their names begin with the date
}
