package handout_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/journal/handout"
)

// openJournal opens an empty journal.
func openJournal(t testing.TB) *journal.Journal {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return journal.New(store, journal.Options{Now: func() time.Time { return time.Date(2026, 11, 20, 21, 4, 0, 0, time.UTC) }})
}

// press makes a press with the faces that the program has; those that come
// with its toolkit are left out here.
var press = sync.OnceValues(func() (*paper.Press, error) {
	face := func(style string) []byte {
		packed, err := os.Open("../../ui/look/fonts/CharisSIL-" + style + ".ttf.gz")
		if err != nil {
			panic(err)
		}
		defer packed.Close()
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			panic(err)
		}
		bytes, err := io.ReadAll(unpacked)
		if err != nil {
			panic(err)
		}
		return bytes
	}
	regular, bold, italic, both := face("Regular"), face("Bold"), face("Italic"), face("BoldItalic")
	return paper.NewPress(paper.Faces{
		Serif: regular, SerifBold: bold, SerifItalic: italic, SerifBoldItalic: both,
		Sans: regular, SansBold: bold, SansItalic: italic, SansBoldItalic: both, Mono: regular,
	})
})

func maker(j *journal.Journal) handout.Maker { return handout.Maker{Journal: j, Press: press} }

// written is a journal with a few entries, one of them private, and a file.
func written(t testing.TB) *journal.Journal {
	t.Helper()
	j := openJournal(t)
	day := journal.Day{Year: 2026, Month: 11, Date: 3}
	for i, title := range []string{"Led the retro", "Wrote the plan", "Kept to myself"} {
		e := j.NewEntry(journal.Reflection, day.AddDays(i))
		e.Title, e.Private = title, i == 2
		if i == 0 {
			a, err := j.Attach(context.Background(), "plan.txt", strings.NewReader("the plan"))
			if err != nil {
				t.Fatal(err)
			}
			e.Attachments = []journal.Attachment{a}
		}
		if _, err := j.SaveEntry(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// lying lists what lies in a folder, however deep, by its path in it.
func lying(t testing.TB, folder string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// put writes a file and the folders it lies in.
func put(t testing.TB, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func hasText(t testing.TB, path, want string) {
	t.Helper()
	if text, err := os.ReadFile(path); err != nil || string(text) != want {
		t.Errorf("%s holds %q, %v, want %q", filepath.Base(path), text, err, want)
	}
}
