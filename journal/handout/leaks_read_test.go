package handout_test

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal/handout"
)

// readable tells whether the programs are here that show what is in a form.
// make test installs them.
func readable(t *testing.T, f handout.Form) bool {
	if f != handout.PDF {
		return true
	}
	for _, program := range []string{"pdftotext", "qpdf"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Logf("%s is not looked at: there is no %s", f, program)
			return false
		}
	}
	return true
}

// everythingIn gives the names and the texts of all files in a folder, in each
// way in which they can be read.
func everythingIn(t *rapid.T, folder string) string {
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		all.WriteString(entry.Name() + "\n")
		if entry.IsDir() {
			return nil
		}
		raw, err := os.ReadFile(path)
		all.WriteString(textIn(t, path, raw) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func textIn(t *rapid.T, path string, raw []byte) string {
	switch filepath.Ext(path) {
	case ".pdf":
		// Besides the words: all that is not shown, such as bookmarks and what
		// the file says of itself. Both are written in UTF-16.
		hidden := bytes.ReplaceAll(run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"), []byte{0}, nil)
		return string(run(t, "pdftotext", path, "-")) + string(hidden)
	case ".docx":
		return inside(t, raw)
	case ".html":
		return string(raw) + withoutMarks(string(raw))
	}
	return string(raw)
}

// inside gives what the files of an archive say.
func inside(t *rapid.T, raw []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatalf("read the document: %v", err)
	}
	var all strings.Builder
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(f.Name + "\n" + string(text) + withoutMarks(string(text)))
	}
	return all.String()
}

var mark = regexp.MustCompile(`<[^>]*>`)

// withoutMarks gives the words of HTML and XML as they are read, even where
// their look changes within one.
func withoutMarks(text string) string { return html.UnescapeString(mark.ReplaceAllString(text, "")) }

func run(t *rapid.T, program string, args ...string) []byte {
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return out
}
