package journal_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"groundwork/data"
	"groundwork/journal"
)

func TestAttachReadsTheTypeFromTheContentFirst(t *testing.T) {
	j := journal.New(openDisk(t), journal.Options{})
	odt := "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04"
	for _, c := range []struct{ name, content, want string }{
		{"a.png", "\x89PNG\r\n\x1a\nrest", "image/png"},
		{"a.txt", "\xff\xd8\xff\xe0rest", "image/jpeg"},
		{"a", "GIF89a", "image/gif"},
		{"a.webp", "RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"},
		{"a.PDF", "%PDF-1.7\n", "application/pdf"},
		{"a.docx", "PK\x03\x04\x14\x00", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"a.xyz", odt, "application/vnd.oasis.opendocument.text"},
		{"a.zip", odt[:20], "application/zip"},
		{"a.odt", "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypetext/html<script>PK", "application/vnd.oasis.opendocument.text"},
		{"a.md", "# Title", "text/markdown"},
		{"a", "plain", "text/plain"},
		{"a.txt", strings.Repeat("x", 4095) + "é and more", "text/plain"},
		{"a.csv", "", "text/csv"},
		{"a.mp3", "ID3\x04\x00", "audio/mpeg"},
		{"a.doc", "\xd0\xcf\x11\xe0", "application/msword"},
		// what says of itself what it is not
		{"a.png", "just words", "text/plain"},
		{"a.png", "\x00\x01\x02", "application/octet-stream"},
		{"a.docx", "\x00\x01\x02", "application/octet-stream"},
		{"a.txt", "\x00\x01\x02", "application/octet-stream"},
		{"a.unheard", "\x00\x01\x02", "application/octet-stream"},
	} {
		got, err := j.Attach(t.Context(), c.name, strings.NewReader(c.content))
		if err != nil || got.Type != c.want {
			t.Errorf("%s with %.20q: type %q, %v, want %q", c.name, c.content, got.Type, err, c.want)
		}
	}
}

func TestWhatIsAttachedIsOpenedTheSame(t *testing.T) {
	j := journal.New(openDisk(t), journal.Options{})
	a, err := j.Attach(t.Context(), "../notes.txt", strings.NewReader("the content"))
	if err != nil || a.Name != "notes.txt" || !a.IsFile() {
		t.Fatalf("%+v, %v", a, err)
	}
	f, err := j.OpenAttachment(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil || string(text) != "the content" {
		t.Errorf("opened: %q, %v", text, err)
	}
	path, err := j.LendAttachment(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "the content" || filepath.Base(path) != "notes.txt" {
		t.Errorf("lent as %s: %q, %v", path, text, err)
	}
}

func TestAFileThatCannotBeAttachedHasASentence(t *testing.T) {
	j := journal.New(openDisk(t), journal.Options{})
	vanished := &fs.PathError{Op: "read", Path: "/home/me/secretword.pdf", Err: os.ErrPermission}
	for want, from := range map[string]io.Reader{
		"This file is larger than 50 MB.": io.LimitReader(endless{}, journal.MaxFile+1),
		"This file cannot be read.":       failing{vanished},
	} {
		a, err := j.Attach(t.Context(), "a.pdf", from)
		var invalid *journal.Invalid
		if !errors.As(err, &invalid) || !strings.HasPrefix(invalid.Problem, want) || a.SHA256 != "" {
			t.Errorf("%+v, %v, want %q", a, err, want)
		}
		if strings.Contains(fmt.Sprint(err), "secretword") {
			t.Errorf("the error, which is logged, tells the file's name: %v", err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := j.Attach(ctx, "a.pdf", strings.NewReader("x")); !errors.Is(err, context.Canceled) || errors.Is(err, journal.ErrInvalid) {
		t.Errorf("cancelled: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestAFileThatIsMissingOrAlteredHasASentence(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "groundwork")
	store, err := data.NewHome(folder, data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	j := journal.New(store, journal.Options{})
	a, err := j.Attach(t.Context(), "a.txt", strings.NewReader("as it was"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "attachments", a.SHA256)
	for _, c := range []struct {
		harm  func() error
		cause error
		want  string
	}{
		{func() error { return os.WriteFile(path, []byte("altered"), 0o600) }, journal.ErrDamaged, "This file was altered"},
		{func() error { return os.Remove(path) }, journal.ErrNotFound, "This file is missing"},
	} {
		if err := c.harm(); err != nil {
			t.Fatal(err)
		}
		_, opened := j.OpenAttachment(t.Context(), a)
		_, lent := j.LendAttachment(t.Context(), a)
		for _, err := range []error{opened, lent} {
			if what, _ := journal.Explain(err); !errors.Is(err, c.cause) || !strings.HasPrefix(what, c.want) {
				t.Errorf("%v, said as %q, want %q", err, what, c.want)
			}
		}
	}
}

func TestWebLinksAreAddressesOfTheWeb(t *testing.T) {
	for address, name := range map[string]string{
		"https://example.org/report.html":  "example.org/report.html",
		" http://Example.org/ ":            "Example.org",
		"https://example.org:8080/a b?c#d": "example.org:8080/a b",
		"https://bücher.example/ä":         "bücher.example/ä",
	} {
		a, err := journal.WebLink("", address)
		if err != nil || a.Name != name || a.URL != strings.TrimSpace(address) || a.IsFile() || a.IsPicture() {
			t.Errorf("%q: %+v, %v", address, a, err)
		}
	}
	if a, err := journal.WebLink(" The\nreport ", "https://example.org"); err != nil || a.Name != "Thereport" {
		t.Errorf("a name of its own: %+v, %v", a, err)
	}
	for _, address := range []string{
		"", "example.org", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:example.org", "mailto:a@example.org",
		"https://exa mple.org", "https://example.org/\x00", "//example.org", "data:text/html,x",
	} {
		if a, err := journal.WebLink("x", address); !errors.Is(err, journal.ErrInvalid) || a.URL != "" {
			t.Errorf("%q: %+v, %v", address, a, err)
		}
		if _, err := (journal.Attachment{URL: address}).WebAddress(); err == nil {
			t.Errorf("%q would be opened", address)
		}
	}
}

func TestNamesOfFiles(t *testing.T) {
	for name, want := range map[string]string{
		"/home/me/Überblick 概要.pdf":        "Überblick 概要.pdf",
		`C:\notes.txt`:                     "notes.txt",
		"":                                 "file",
		"folder/":                          "file",
		" \t\n ":                           "file",
		"photo\u202Egpj.exe":               "photogpj.exe",
		strings.Repeat("é", 300) + ".jpeg": strings.Repeat("é", 195) + ".jpeg",
		"x." + strings.Repeat("é", 300):    "x." + strings.Repeat("é", 198),
	} {
		if got := journal.FileName(name); got != want {
			t.Errorf("%q became %q, want %q", name, got, want)
		}
	}
}

func TestPicturesAndPrograms(t *testing.T) {
	for a, want := range map[*journal.Attachment][2]bool{
		{Name: "a.png", SHA256: "x"}:                    {true, false},
		{Name: "a", Type: "image/webp", SHA256: "x"}:    {true, false},
		{Name: "a.svg", SHA256: "x"}:                    {false, false},
		{Name: "a.png", URL: "https://example.org/a"}:   {false, false},
		{Name: "a.EXE", SHA256: "x"}:                    {false, true},
		{Name: "a.desktop", Type: "text/plain"}:         {false, true},
		{Name: "a.pdf.lnk", Type: "application/pdf"}:    {false, true},
		{Name: "exe", Type: "application/octet-stream"}: {false, false},
	} {
		if got := [2]bool{a.IsPicture(), a.Runs()}; got != want {
			t.Errorf("%+v: picture and program %v, want %v", *a, got, want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("../a/b.txt")
	f.Add("\u202e\xff\x00." + strings.Repeat("x", 300))
	f.Fuzz(func(t *testing.T, name string) {
		got := journal.FileName(name)
		if got == "" || utf8.RuneCountInString(got) > journal.MaxFileName || !utf8.ValidString(got) ||
			strings.ContainsAny(got, `/\`) || strings.ContainsFunc(got, unicode.IsControl) {
			t.Errorf("%q became %q", name, got)
		}
	})
}

func FuzzWebLink(f *testing.F) {
	f.Add("name", "https://example.org/a?b#c")
	f.Add("", "javascript://example.org/%0aalert(1)")
	f.Fuzz(func(t *testing.T, name, address string) {
		a, err := journal.WebLink(name, address)
		if err != nil {
			return
		}
		if !strings.HasPrefix(strings.ToLower(a.URL), "http") || utf8.RuneCountInString(a.Name) > journal.MaxFileName {
			t.Errorf("%q, %q became %+v", name, address, a)
		}
		e := journal.Entry{Kind: journal.Reflection, Day: journal.Day{Year: 2026, Month: 1, Date: 1}, Precision: journal.ExactDay, Attachments: []journal.Attachment{a}}
		if err := e.Validate(); err != nil {
			t.Errorf("%q cannot be saved: %v", address, err)
		}
	})
}
