package exchange_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

// folder takes the files of an export.
type folder map[string][]byte

func (f folder) create(name string) (io.WriteCloser, error) {
	if f[name] != nil {
		return nil, fs.ErrExist
	}
	return &page{folder: f, name: name}, nil
}

// page is a file of a folder, on its way.
type page struct {
	bytes.Buffer
	folder folder
	name   string
}

func (p *page) Close() error { p.folder[p.name] = append([]byte{}, p.Bytes()...); return nil }

// goOut exports a journal with its files as they lie on a disk.
func goOut(t failer, j *journal.Journal) (fstest.MapFS, []exchange.Lost) {
	x, err := j.Export(context.Background(), journal.ExportOptions{IncludePrivate: true})
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	var files exchange.Outgoing
	x.Entries = files.Note(x.Entries)
	disk := fstest.MapFS{"j.json": {Data: []byte(written(t, x))}}
	beside := folder{}
	lost, err := files.Write(context.Background(), j.OpenAttachment, beside.create)
	if err != nil {
		t.Fatalf("write files: %v", err)
	}
	for name, content := range beside {
		disk["j.files/"+name] = &fstest.MapFile{Data: content}
	}
	return disk, lost
}

// comeIn imports a journal with its files from a disk.
func comeIn(t failer, j *journal.Journal, disk fs.FS, dry bool) journal.ImportReport {
	src, err := exchange.NewSource(disk, "j.json")
	if err != nil {
		t.Fatalf("look: %v", err)
	}
	in, err := exchange.Own{}.Read(context.Background(), src)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	report, err := j.Import(context.Background(), in, dry)
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	return report
}

// TestAttachedFilesGoThroughByteForByte takes random files out of one journal,
// into another, and out again. Each is taken back in the end: contents stay,
// so that a few of them are there already, as in a journal that is used.
func TestAttachedFilesGoThroughByteForByte(t *testing.T) {
	first, second := emptyJournal(t), emptyJournal(t)
	rapid.Check(t, func(r *rapid.T) {
		in := journal.Incoming{Contents: journal.Contents{Entries: []journal.Entry{{Day: journal.Day{Year: 2026, Month: 3, Date: 12}}}}}
		e := &in.Contents.Entries[0]
		for range rapid.IntRange(1, 3).Draw(r, "files") {
			content := rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(r, "content")
			a, err := first.Attach(context.Background(), rapid.String().Draw(r, "name"), bytes.NewReader(content))
			if err != nil {
				r.Fatalf("attach: %v", err)
			}
			e.Attachments = append(e.Attachments, a)
		}
		had, err := first.Import(context.Background(), in, false)
		if err != nil {
			r.Fatalf("import: %v", err)
		}
		disk, lost := goOut(r, first)
		got := comeIn(r, second, disk, false)
		if len(lost) > 0 || len(got.Quarantined) > 0 || got.New != 1 || got.Attachments != len(e.Attachments) {
			r.Fatalf("lost %v, report %+v", lost, got)
		}
		again, _ := goOut(r, second)
		if diff := cmp.Diff(disk, again); diff != "" {
			r.Fatalf("the second export differs (-first +second):\n%s", diff)
		}
		takeBack(r, first, had.Batch)
		takeBack(r, second, got.Batch)
	})
}

func takeBack(t failer, j *journal.Journal, batch journal.ID) {
	if _, err := j.UndoImport(context.Background(), batch); err != nil {
		t.Fatalf("undo: %v", err)
	}
}

// attached makes a journal with one entry that has files of these contents.
func attached(t *testing.T, contents ...string) *journal.Journal {
	t.Helper()
	j := emptyJournal(t)
	e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 3, Date: 12})
	e.Title = "Led"
	for _, content := range contents {
		a, err := j.Attach(t.Context(), "note.TXT", strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		e.Attachments = append(e.Attachments, a)
	}
	if _, err := j.SaveEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	return j
}

func sumOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

func TestAContentGoesOutOnceUnderItsHash(t *testing.T) {
	disk, _ := goOut(t, attached(t, "same", "same", "other"))
	want := []string{"j.files/" + sumOf("same") + ".txt", "j.files/" + sumOf("other") + ".txt", "j.json"}
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(disk))); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestNothingOfAnAttachmentsNameButAPlainEndingIsAFileName(t *testing.T) {
	for name, ending := range map[string]string{
		"../../evil": "", "a.b/c": "", "x.tar.gz": ".gz", "x.p d f": "", "x.é": "", "x.abcdefghijk": "", ".": "", "x.JPEG": ".jpeg", `..\x.t\t`: "",
	} {
		var files exchange.Outgoing
		for range files.Note(func(yield func(journal.Entry, error) bool) {
			yield(journal.Entry{Attachments: []journal.Attachment{{Name: name, SHA256: strings.ToUpper(sumOf("x"))}}}, nil)
		}) {
		}
		got := folder{}
		open := func(context.Context, journal.Attachment) (io.ReadSeekCloser, error) {
			return nopCloser{strings.NewReader("x")}, nil
		}
		if _, err := files.Write(t.Context(), open, got.create); err != nil || got[sumOf("x")+ending] == nil {
			t.Errorf("%q is written as %v, %v", name, slices.Collect(maps.Keys(got)), err)
		}
	}
}

type nopCloser struct{ io.ReadSeeker }

func (nopCloser) Close() error { return nil }

func TestAFileThatTheJournalLostStopsNothing(t *testing.T) {
	j := attached(t, "kept")
	e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 3, Date: 13})
	e.Attachments = []journal.Attachment{{Name: "lost.pdf", SHA256: sumOf("lost")}}
	saved, err := j.SaveEntry(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	disk, lost := goOut(t, j)
	if len(lost) != 1 || lost[0].Name != "lost.pdf" || lost[0].Entry != saved.ID || !errors.Is(lost[0].Err, journal.ErrNotFound) {
		t.Errorf("lost: %+v", lost)
	}
	if disk["j.files/"+sumOf("kept")+".txt"] == nil {
		t.Errorf("the other file is not written")
	}
}

func TestAFileOutsideIsLeftOutAndNamed(t *testing.T) {
	good, _ := goOut(t, attached(t, "content"))
	beside := "j.files/" + sumOf("content") + ".txt"
	for name, test := range map[string]struct {
		harm func(disk fstest.MapFS)
		want string
	}{
		"missing":         {func(d fstest.MapFS) { delete(d, beside) }, "Its file is not beside the journal."},
		"altered":         {func(d fstest.MapFS) { d[beside] = &fstest.MapFile{Data: []byte("altered")} }, "Its file is not what the entry names: it was altered."},
		"too large":       {func(d fstest.MapFS) { d[beside] = &fstest.MapFile{Data: make([]byte, journal.MaxFile+1)} }, "This file is larger than 50 MB."},
		"a symbolic link": {func(d fstest.MapFS) { d[beside] = &fstest.MapFile{Mode: fs.ModeSymlink} }, "symbolic links are not followed"},
		"a folder": {func(d fstest.MapFS) {
			delete(d, beside)
			d[beside+"/x"] = &fstest.MapFile{}
		}, "Its file is no plain file"},
		"a pipe": {func(d fstest.MapFS) { d[beside] = &fstest.MapFile{Mode: fs.ModeNamedPipe} }, "Its file is no plain file"},
	} {
		t.Run(name, func(t *testing.T) {
			disk := maps.Clone(good)
			test.harm(disk)
			j := emptyJournal(t)
			dry := comeIn(t, j, disk, true)
			report := comeIn(t, j, disk, false)
			if report.New != 1 || report.Attachments != 0 || len(report.Quarantined) != 1 {
				t.Fatalf("report %+v", report)
			}
			got := report.Quarantined[0]
			if got.Name != "note.TXT (Led)" || !strings.Contains(got.Reason, test.want) {
				t.Errorf("left out: %+v, want %q", got, test.want)
			}
			if diff := cmp.Diff(report.Quarantined, dry.Quarantined); diff != "" {
				t.Errorf("a dry run says something else (-real +dry):\n%s", diff)
			}
			if again := comeIn(t, j, good, false); again.Same != 1 || len(again.Quarantined) > 0 {
				t.Errorf("the sound file does not heal it: %+v", again)
			}
			if _, lost := goOut(t, j); len(lost) > 0 {
				t.Errorf("healed, but lost: %v", lost)
			}
		})
	}
}

func TestASymbolicLinkForTheFolderOfFilesIsNotFollowed(t *testing.T) {
	disk, _ := goOut(t, attached(t, "content"))
	place := t.TempDir()
	if err := os.CopyFS(filepath.Join(place, "elsewhere"), disk); err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(disk, "j.json")
	if err := errors.Join(err, os.WriteFile(filepath.Join(place, "j.json"), text, 0o600),
		os.Symlink("elsewhere/j.files", filepath.Join(place, "j.files"))); err != nil {
		t.Fatal(err)
	}
	report := comeIn(t, emptyJournal(t), os.DirFS(place), false)
	if len(report.Quarantined) != 1 || !strings.Contains(report.Quarantined[0].Reason, "j.files is no folder") {
		t.Errorf("report %+v", report)
	}
}

func TestADryRunKeepsNoFile(t *testing.T) {
	disk, _ := goOut(t, attached(t, "content"))
	j := emptyJournal(t)
	if report := comeIn(t, j, disk, true); report.Attachments != 1 || len(report.Quarantined) > 0 {
		t.Errorf("report %+v", report)
	}
	if f, err := j.OpenAttachment(t.Context(), journal.Attachment{SHA256: sumOf("content")}); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("kept: %v, %v", f, err)
	}
}

func TestAnUndoLeavesTheFilesForOthersThatNameThem(t *testing.T) {
	disk, _ := goOut(t, attached(t, "content"))
	j := emptyJournal(t)
	report := comeIn(t, j, disk, false)
	if _, err := j.UndoImport(t.Context(), report.Batch); err != nil {
		t.Fatal(err)
	}
	f, err := j.OpenAttachment(t.Context(), journal.Attachment{SHA256: sumOf("content")})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestTheFolderOfFilesLiesBesideTheDocument(t *testing.T) {
	for document, want := range map[string]string{
		"j.json": "j.files", "a/b.json": "a/b.files", "backup": "backup.files", "j.files": "j.files.files", "v1.2.json": "v1.2.files",
	} {
		if got := exchange.FilesBeside(document); got != want {
			t.Errorf("%s: %s, want %s", document, got, want)
		}
	}
}
