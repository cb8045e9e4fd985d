package paper_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
	"groundwork/ui/look"
)

// thePress is one press for all tests, as a program has one, with the faces of
// the program.
var thePress = sync.OnceValues(func() (*Press, error) {
	text, label := look.ReadingFaces(), look.LabelFaces()
	return NewPress(Faces{
		Serif: text[0].Bytes, SerifBold: text[1].Bytes, SerifItalic: text[2].Bytes, SerifBoldItalic: text[3].Bytes,
		Sans: label[0].Bytes, SansBold: label[1].Bytes, SansItalic: label[2].Bytes, SansBoldItalic: label[3].Bytes,
		Mono: look.CodeFace().Bytes, Emoji: look.EmojiFile,
	})
})

func press(t testing.TB) *Press {
	t.Helper()
	p, err := thePress()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// set sets a book that can be set.
func set(t testing.TB, b document.Book, o Options) *Pages {
	t.Helper()
	pages, err := press(t).Set(t.Context(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// one is a book of one document in Markdown.
func one(markdown string) document.Book { return document.Of(nil, document.FromMarkdown(markdown)) }

var meta = Meta{Title: "Case for Čapek 😀", Author: "Ines", Made: time.Date(2026, 11, 20, 21, 4, 0, 0, time.UTC)}

// written writes pages as a PDF and gives its path.
func written(t testing.TB, pages *Pages) string {
	t.Helper()
	var b bytes.Buffer
	if err := press(t).WritePDF(t.Context(), &b, pages, meta); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "pages.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// program runs a program that reads PDF, or leaves the test out where it is
// not there: make test installs them.
func program(t testing.TB, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(err)
	}
	out, err := exec.CommandContext(t.Context(), path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}
