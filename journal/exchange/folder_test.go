package exchange_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

// asFolder writes a Markdown folder as it lies on a disk, in "j".
func asFolder(t failer, x journal.Export) fstest.MapFS {
	files := folder{}
	if err := exchange.WriteMarkdownFolder(files.create, x, exported); err != nil {
		t.Fatalf("write: %v", err)
	}
	disk := fstest.MapFS{}
	for name, text := range files {
		disk["j/"+name] = &fstest.MapFile{Data: text}
	}
	return disk
}

// fromFolder reads a file or folder as a Markdown folder.
func fromFolder(t failer, disk fs.FS, place string) journal.Incoming {
	src, err := exchange.NewSource(disk, place)
	if err != nil {
		t.Fatalf("look: %v", err)
	}
	in, err := exchange.MarkdownFolder{}.Read(context.Background(), src)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return in
}

// exportWith exports a journal and the files of it, as a Markdown folder.
func exportWith(t failer, j *journal.Journal, o journal.ExportOptions) (journal.Export, fstest.MapFS) {
	x, err := j.Export(context.Background(), o)
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	var files exchange.Outgoing
	x.Entries = files.Note(x.Entries)
	disk := asFolder(t, x)
	beside := folder{}
	if _, err := files.Write(context.Background(), j.OpenAttachment, beside.create); err != nil {
		t.Fatalf("write files: %v", err)
	}
	for name, content := range beside {
		disk["j/"+exchange.AttachmentsFolder+"/"+name] = &fstest.MapFile{Data: content}
	}
	return x, disk
}

func TestWhatIsWrittenAsAFolderIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyContents(t)
		in := fromFolder(t, asFolder(t, whole(c)), "j")
		if len(in.Quarantined) > 0 {
			t.Fatalf("quarantined: %v", in.Quarantined)
		}
		byPlace := func(a, b journal.Entry) int { return strings.Compare(string(a.ID), string(b.ID)) }
		slices.SortStableFunc(c.Entries, byPlace)
		slices.SortStableFunc(in.Contents.Entries, byPlace)
		if diff := cmp.Diff(written(t, whole(c)), written(t, whole(in.Contents))); diff != "" {
			t.Fatalf("not the same after reading (-written +read):\n%s", diff)
		}
	})
}

// TestAJournalComesBackTheSameFromItsFolder takes random journals, with
// everything and without what is private, through a folder into an empty
// journal, and compares it with one that was made from the JSON.
func TestAJournalComesBackTheSameFromItsFolder(t *testing.T) {
	var left []*journal.Journal // empty again after each run that went well
	rapid.Check(t, func(r *rapid.T) {
		j := left
		if left = nil; j == nil {
			j = []*journal.Journal{emptyJournal(t), emptyJournal(t), emptyJournal(t)}
		}
		throughAFolder(r, j[0], j[1], j[2])
		left = j
	})
}

// throughAFolder takes a random journal from the first to the second one by
// its folder, and to the third by its JSON, and everything back in the end.
func throughAFolder(t *rapid.T, first, second, third *journal.Journal) {
	c := anyContents(t)
	withoutTwins(&c)
	drawn := takeIn(t, first, journal.Incoming{Contents: c, Files: openKnown})
	private := rapid.Bool().Draw(t, "private")
	x, disk := exportWith(t, first, journal.ExportOptions{IncludePrivate: private})
	byFolder := takeIn(t, second, fromFolder(t, disk, "j"))
	if byFolder.New != x.Count || byFolder.Found != x.Count {
		t.Fatalf("import of the folder: %+v, want %d new", byFolder, x.Count)
	}
	byJSON := takeIn(t, third, readBack(t, written(t, x)))
	if diff := cmp.Diff(exportOf(t, third), exportOf(t, second)); diff != "" {
		t.Fatalf("the journal from the folder is not that from the JSON (-JSON +folder):\n%s", diff)
	}
	if private {
		if diff := cmp.Diff(exportOf(t, first), exportOf(t, second)); diff != "" {
			t.Fatalf("not the same journal (-first +second):\n%s", diff)
		}
		_, again := exportWith(t, second, journal.ExportOptions{IncludePrivate: true})
		if diff := cmp.Diff(disk, again); diff != "" {
			t.Fatalf("not the same folder (-first +second):\n%s", diff)
		}
	}
	if again := takeIn(t, second, fromFolder(t, disk, "j")); again.New+again.Changed > 0 || again.Same != x.Count {
		t.Fatalf("importing again: %+v", again)
	}
	takeBack(t, first, drawn.Batch)
	takeBack(t, second, byFolder.Batch)
	takeBack(t, third, byJSON.Batch)
}

func takeIn(t failer, j *journal.Journal, in journal.Incoming) journal.ImportReport {
	report, err := j.Import(context.Background(), in, false)
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	return report
}

func TestAnEntrysFileIsOneThatPeopleAndObsidianRead(t *testing.T) {
	e := journal.Entry{
		ID: "019ada5e-7c1f-7000-8000-3f0c12ab9d01", Kind: journal.MomentKind, Day: journal.Day{Year: 2026, Month: 11, Date: 20}, Precision: journal.ExactDay,
		Created: exported, Updated: exported, Title: `Led: the "retro"`, Body: "\r\n# Text\r\n---\nend", Tags: []string{"team work", "a/b"},
		Moment: &journal.Moment{Situation: "one line", Action: "two\nlines: - here\n"},
		People: []journal.Involved{{Person: "Lena", Role: "saw"}},
	}
	disk := asFolder(t, whole(journal.Contents{Entries: []journal.Entry{e}}))
	want := `---
id: "019ada5e-7c1f-7000-8000-3f0c12ab9d01"
kind: "moment"
day: "2026-11-20"
precision: "day"
created: "2026-11-20T21:04:00+01:00"
updated: "2026-11-20T21:04:00+01:00"
title: "Led: the \"retro\""
tags:
  - "team work"
  - "a/b"
private: false
starred: false
people:
  - person: "Lena"
    role: "saw"
moment:
  situation: "one line"
  action: |
    two
    lines: - here
---
` + "\r\n# Text\r\n---\nend"
	if diff := cmp.Diff(want, string(disk["j/2026-11-20 Led the retro.md"].Data)); diff != "" {
		t.Errorf("files %v (-want +got):\n%s", slices.Sorted(maps.Keys(disk)), diff)
	}
}

func TestEachEntryHasAFileNameThatEverySystemTakes(t *testing.T) {
	fold := cases.Fold()
	rapid.Check(t, func(t *rapid.T) {
		a := anything{T: t}
		var c journal.Contents
		for range rapid.IntRange(2, 12).Draw(t, "entries") {
			title := rapid.OneOf(rapid.Just("A"), rapid.SampledFrom([]string{
				"a", "A 2", "a 2 ", "\u00c9t\u00e9", "E\u0301te\u0301", "stra\u00dfe", "STRASSE", "../../etc/passwd", "con", "NUL.txt", `C:\x`, "a.", "a\x00\n\t\u202eb",
				strings.Repeat("x", 300), strings.Repeat("x", 301), strings.Repeat("\u00e9", 200), strings.Repeat("\U0001f469\U0001f3fd\u200d\U0001f680", 40), "\u200b", ".", "#^[]|",
			}), rapid.String()).Draw(t, "title")
			day := journal.Day{Year: 2026, Month: 11, Date: 20}
			if rapid.IntRange(0, 4).Draw(t, "other day") == 0 {
				day = a.maybeDay()
			}
			c.Entries = append(c.Entries, journal.Entry{Day: day, Title: title})
		}
		seen := map[string]string{}
		for name := range asFolder(t, whole(c)) {
			name = path.Base(name)
			folded := norm.NFC.String(fold.String(norm.NFD.String(name)))
			if other, taken := seen[folded]; taken {
				t.Fatalf("%q and %q are one file on some system", name, other)
			}
			seen[folded] = name
			if len(name) > 143 || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n\r\t") || strings.HasSuffix(strings.TrimSuffix(name, ".md"), " ") {
				t.Fatalf("%q is no name for every system", name)
			}
			if name != "groundwork.yaml" && (!strings.HasSuffix(name, ".md") || name[0] == '.') {
				t.Fatalf("%q is no name of an entry's file", name)
			}
		}
		if len(seen) != len(c.Entries)+1 {
			t.Fatalf("%d files for %d entries", len(seen), len(c.Entries))
		}
	})
}

func TestABodyThatWasEditedIsAChange(t *testing.T) {
	j := attached(t, "content")
	_, disk := exportWith(t, j, journal.ExportOptions{IncludePrivate: true})
	name := "j/2026-03-12 Led.md"
	disk[name] = &fstest.MapFile{Data: append(slices.Clone(disk[name].Data), "More.\n"...)}
	report, err := j.Import(t.Context(), fromFolder(t, disk, "j"), false)
	if err != nil || report.Changed != 1 || report.New+report.Same != 0 || len(report.Quarantined) > 0 {
		t.Errorf("report %+v, %v", report, err)
	}
}

func TestASingleFileOfAFolderIsReadWithItsAttachments(t *testing.T) {
	_, disk := exportWith(t, attached(t, "content"), journal.ExportOptions{IncludePrivate: true})
	src, err := exchange.NewSource(disk, "j/2026-03-12 Led.md")
	if err != nil {
		t.Fatal(err)
	}
	format, err := exchange.Find("", src)
	if err != nil || format.Name() != "markdown" {
		t.Fatalf("taken for %v, %v", format, err)
	}
	report, err := emptyJournal(t).Import(t.Context(), fromFolder(t, disk, src.Path), false)
	if err != nil || report.New != 1 || report.Attachments != 1 || len(report.Quarantined) > 0 {
		t.Errorf("report %+v, %v", report, err)
	}
}

func TestWithoutTheRestNobodyIsNamedAfterAnID(t *testing.T) {
	j := emptyJournal(t)
	e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 3, Date: 12})
	e.Title, e.People = "Led", []journal.Involved{{Person: "Lena", Role: "saw"}}
	if _, err := j.SaveEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	_, disk := exportWith(t, j, journal.ExportOptions{IncludePrivate: true})
	delete(disk, "j/groundwork.yaml")
	other := emptyJournal(t)
	if report, err := other.Import(t.Context(), fromFolder(t, disk, "j"), false); err != nil || report.New != 1 {
		t.Fatalf("report %+v, %v", report, err)
	}
	if people, err := other.Read().People(t.Context()); err != nil || len(people) > 0 {
		t.Errorf("people %+v, %v", people, err)
	}
	if report, err := j.Import(t.Context(), fromFolder(t, disk, "j"), false); err != nil || report.Same != 1 {
		t.Errorf("where the person is known: %+v, %v", report, err)
	}
}

func TestWritingAFolderTellsThatItFailed(t *testing.T) {
	broken := errors.New("broken")
	x := whole(journal.Contents{Entries: []journal.Entry{{ID: "1"}}})
	refuse := func(string) (io.WriteCloser, error) { return nil, broken }
	if err := exchange.WriteMarkdownFolder(refuse, x, exported); !errors.Is(err, broken) {
		t.Errorf("no file can be made: %v", err)
	}
	full := func(string) (io.WriteCloser, error) { return fullFile{}, nil }
	if err := exchange.WriteMarkdownFolder(full, x, exported); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("the disk is full: %v", err)
	}
	x.Entries = func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, broken) }
	if err := exchange.WriteMarkdownFolder(folder{}.create, x, exported); !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the store", err)
	}
}

// fullFile is a file on a full disk.
type fullFile struct{}

func (fullFile) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }
func (fullFile) Close() error              { return nil }
