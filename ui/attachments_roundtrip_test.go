package ui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/exchange"
)

// TestAttachedFilesAreTheSameInEveryPlace drops random files on the page, and
// follows them into the store, out of it by an export, into another journal
// and out of that.
func TestAttachedFilesAreTheSameInEveryPlace(t *testing.T) {
	s := openWindow(t)
	store, err := data.NewHome(filepath.Join(t.TempDir(), "second"), data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	second := journal.New(store, journal.Options{Now: s.now})
	rapid.Check(t, func(r *rapid.T) {
		s.clock = s.clock.AddDate(0, 0, 1) // a day of its own for each run
		day := journal.DayOf(s.clock)
		dropped := dropRandom(r, s)
		first := sentOut(r, s.journal, day)
		if got := contentsOf(first); !cmp.Equal(dropped, got) {
			r.Fatalf("what went out differs (-dropped +exported):\n%s", cmp.Diff(dropped, got))
		}
		takeIn(r, second, first)
		if diff := cmp.Diff(first, sentOut(r, second, day)); diff != "" {
			r.Fatalf("the second export differs (-first +second):\n%s", diff)
		}
	})
}

// dropRandom drops random files on a fresh entry, and counts their contents.
func dropRandom(r *rapid.T, s *stage) map[string]int {
	s.today.newEntry("")
	s.settle()
	var files []fyne.URI
	contents := map[string]int{}
	for i, content := range rapid.SliceOfNDistinct(rapid.SliceOfN(rapid.Byte(), 0, 500), 1, 4, func(b []byte) string { return string(b) }).Draw(r, "contents") {
		name := fmt.Sprintf("file %d%s", i, rapid.SampledFrom([]string{"", ".txt", ".PDF", ".tar.gz", ".é"}).Draw(r, "ending"))
		path := filepath.Join(filepath.Dir(s.folder), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			r.Fatal(err)
		}
		files = append(files, storage.NewFileURI(path))
		contents[string(content)]++
	}
	s.drop(files...)
	s.save()
	return contents
}

// sentOut is what an export of one day makes: the document and its files.
func sentOut(r *rapid.T, j *journal.Journal, day journal.Day) fstest.MapFS {
	ctx := context.Background()
	x, err := j.Export(ctx, journal.ExportOptions{Filter: journal.Filter{Since: day, Until: day}, IncludePrivate: true})
	if err != nil {
		r.Fatal(err)
	}
	var files exchange.Outgoing
	x.Entries = files.Note(x.Entries)
	var document bytes.Buffer
	if err := exchange.WriteOwn(&document, x, time.Unix(0, 0)); err != nil {
		r.Fatal(err)
	}
	disk := fstest.MapFS{"j.json": {Data: document.Bytes()}}
	lost, err := files.Write(ctx, j.OpenAttachment, func(name string) (io.WriteCloser, error) {
		f := &fstest.MapFile{}
		disk["j.files/"+name] = f
		return growing{f}, nil
	})
	if err != nil || len(lost) > 0 {
		r.Fatalf("lost %v, %v", lost, err)
	}
	return disk
}

// growing writes to the end of a file.
type growing struct{ file *fstest.MapFile }

func (g growing) Write(p []byte) (int, error) {
	g.file.Data = append(g.file.Data, p...)
	return len(p), nil
}

func (g growing) Close() error { return nil }

// contentsOf counts the contents of the files of an export.
func contentsOf(disk fstest.MapFS) map[string]int {
	contents := map[string]int{}
	for name, f := range disk {
		if name != "j.json" {
			contents[string(f.Data)]++
		}
	}
	return contents
}

// takeIn imports what an export made.
func takeIn(r *rapid.T, j *journal.Journal, disk fs.FS) {
	src, err := exchange.NewSource(disk, "j.json")
	if err != nil {
		r.Fatal(err)
	}
	in, err := exchange.Own{}.Read(context.Background(), src)
	if err != nil {
		r.Fatal(err)
	}
	report, err := j.Import(context.Background(), in, false)
	if err != nil || report.New != 1 || len(report.Quarantined) > 0 {
		r.Fatalf("report %+v, %v", report, err)
	}
}
