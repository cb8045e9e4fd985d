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
	rapid.Check(t, func(r *rapid.T) {
		first := emptyJournal(t)
		c := anyContents(r)
		withoutTwins(&c)
		in := journal.Incoming{Contents: c, Files: openKnown}
		if _, err := first.Import(context.Background(), in, false); err != nil {
			r.Fatalf("import: %v", err)
		}
		private := rapid.Bool().Draw(r, "private")
		x, disk := exportWith(r, first, journal.ExportOptions{IncludePrivate: private})
		second, third := emptyJournal(t), emptyJournal(t)
		report, err := second.Import(context.Background(), fromFolder(r, disk, "j"), false)
		if err != nil || report.New != x.Count || report.Found != x.Count {
			r.Fatalf("import of the folder: %+v, %v", report, err)
		}
		if _, err := third.Import(context.Background(), readBack(r, written(r, x)), false); err != nil {
			r.Fatalf("import of the JSON: %v", err)
		}
		if diff := cmp.Diff(exportOf(r, third), exportOf(r, second)); diff != "" {
			r.Fatalf("the journal from the folder is not that from the JSON (-JSON +folder):\n%s", diff)
		}
		if private {
			if diff := cmp.Diff(exportOf(r, first), exportOf(r, second)); diff != "" {
				r.Fatalf("not the same journal (-first +second):\n%s", diff)
			}
		}
		_, again := exportWith(r, second, journal.ExportOptions{IncludePrivate: private})
		if diff := cmp.Diff(disk, again); diff != "" && private {
			r.Fatalf("not the same folder (-first +second):\n%s", diff)
		}
		if report, err = second.Import(context.Background(), fromFolder(r, disk, "j"), false); err != nil || report.New+report.Changed > 0 || report.Same != x.Count {
			r.Fatalf("importing again: %+v, %v", report, err)
		}
	})
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

// anEntryFile is the file of an entry with these further fields and body.
func anEntryFile(id, more, body string) string {
	return "---\nid: " + id + "\nkind: reflection\nday: 2026-11-20\n" + more + "---\n" + body
}

func TestAFileThatCannotBeReadIsLeftOutAndNamed(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		reason string
		entry  bool
	}{
		"no fields":      {"# A note of mine", "It does not begin with the fields of an entry", false},
		"no end":         {"---\nid: x\n", "It does not begin with the fields of an entry", false},
		"empty":          {"", "It does not begin with the fields of an entry", false},
		"empty fields":   {"---\n---\n", "It does not begin with the fields of an entry", false},
		"no YAML":        {"---\nid: [\n---\n", "It is not valid YAML (", true},
		"a list":         {"---\n- id\n---\n", "Its YAML is no list of fields", true},
		"two documents":  {"---\nid: x\n...\nday: 2026-11-20\n---\n", "Its fields end before the line", true},
		"a field twice":  {anEntryFile("x", "day: 2026-11-21\n", ""), `It has the field "day" twice.`, true},
		"a body":         {anEntryFile("x", "body: lost\n", "text"), `It has a field "body"`, true},
		"aliases":        {anEntryFile("x", "a: &a [1]\nb: [*a, *a]\n", ""), "Its line 6 has a YAML alias", true},
		"a bomb":         {anEntryFile("x", bomb(), ""), "has a YAML alias", true},
		"a program":      {anEntryFile("x", "title: !!python/object/apply:os.system [ls]\n", ""), "has the YAML tag", true},
		"a local tag":    {anEntryFile("x", "zebra: !run it\n", ""), "has the YAML tag !run", true},
		"deep":           {anEntryFile("x", "zebra: "+strings.Repeat("[", 500)+strings.Repeat("]", 500)+"\n", ""), "It is nested too deeply (64 levels at most).", true},
		"very deep":      {anEntryFile("x", "zebra: "+strings.Repeat("[", 100_000)+"\n", ""), "It is not valid YAML", true},
		"too much":       {anEntryFile("x", "zebra: ["+strings.Repeat("1,", 600_000)+"]\n", ""), "Its fields hold more than Groundwork reads at once.", true},
		"no such day":    {"---\nday: 2026-02-30\n---\n", "There is no day 2026-02-30 in the calendar.", true},
		"misfit":         {anEntryFile("x", "people: 3\n", ""), `The field "people" cannot hold a value of type number.`, true},
		"a list as name": {anEntryFile("x", "? [a]\n: b\n", ""), "has a field whose name is no text", true},
		"broken UTF-8":   {anEntryFile("x", "", "caf\xe9"), "It is not valid UTF-8.", true},
		"NUL":            {anEntryFile("x", "", "a\x00b"), "It holds NUL bytes.", true},
		"too long":       {anEntryFile("x", "", strings.Repeat("x", 16<<20)), "It is too long (16 MB at most).", true},
	} {
		t.Run(name, func(t *testing.T) {
			in := fromFolder(t, fstest.MapFS{
				"j/bad.md": {Data: []byte(c.text)}, "j/good.md": {Data: []byte(anEntryFile("y", "", "good"))},
			}, "j")
			if len(in.Contents.Entries) != 1 || len(in.Quarantined) != 1 {
				t.Fatalf("%d entries, left out %+v", len(in.Contents.Entries), in.Quarantined)
			}
			q := in.Quarantined[0]
			if q.Name != "bad.md" || !strings.Contains(q.Reason, c.reason) || q.Entry != c.entry {
				t.Errorf("left out as %q: %q, an entry: %v; want %q", q.Name, q.Reason, q.Entry, c.reason)
			}
			if !strings.HasPrefix(c.text, strings.TrimSuffix(q.Raw, "…")) || q.Raw == "" && c.text != "" {
				t.Errorf("its text is not kept: %q", beginningOf(q.Raw))
			}
		})
	}
}

func beginningOf(s string) string { return s[:min(len(s), 80)] }

// bomb is YAML that would grow to a billion values.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n")
	for i := '1'; i <= '9'; i++ {
		before := "*a" + string(i-1)
		b.WriteString("a" + string(i) + ": &a" + string(i) + " [" + strings.Repeat(before+",", 9) + before + "]\n")
	}
	return b.String()
}

func TestWhatIsNoFileOfAnEntryIsLeftOutAndNamed(t *testing.T) {
	in := fromFolder(t, fstest.MapFS{
		"j/link.md":               {Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")},
		"j/pipe.md":               {Mode: fs.ModeNamedPipe},
		"j/entries.csv":           {Data: []byte("id")},
		"j/.obsidian/app.json":    {Data: []byte("{}")},
		"j/.hidden.md":            {Data: []byte(anEntryFile("h", "", ""))},
		"j/attachments/odd.md":    {Data: []byte(anEntryFile("a", "", ""))},
		"j/2026/11/moved.md":      {Data: []byte(anEntryFile("y", "", "moved"))},
		"j/2026/attachments/n.MD": {Data: []byte(anEntryFile("z", "", "moved too"))},
	}, "j")
	got := map[string]string{}
	for _, q := range in.Quarantined {
		got[q.Name] = q.Reason
	}
	const plain = "It is no plain file, and symbolic links are not followed."
	if diff := cmp.Diff(map[string]string{"link.md": plain, "pipe.md": plain, "entries.csv": "It is no Markdown file."}, got); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	if len(in.Contents.Entries) != 2 {
		t.Errorf("%d entries are read, want the two that were moved", len(in.Contents.Entries))
	}
}

func TestAFileIsReadAsEditorsLeaveIt(t *testing.T) {
	text := "\ufeff---  \r\nid: x\r\nkind: reflection\r\nday: 2026-11-20\r\ntitle: 2026\r\ntags: a b, 7\r\naliases: [Retro]\r\nprompt:\r\n---\r\nbody\r\n"
	in := fromFolder(t, fstest.MapFS{"j/a.md": {Data: []byte(text)}}, "j")
	if len(in.Contents.Entries) != 1 {
		t.Fatalf("left out %+v", in.Quarantined)
	}
	e := in.Contents.Entries[0]
	if e.Title != "2026" || e.Body != "body\r\n" || e.Day.String() != "2026-11-20" || e.Prompt != nil || string(e.Extra["aliases"]) != `["Retro"]` {
		t.Errorf("read %+v", e)
	}
	if diff := cmp.Diff([]string{"a b", "7"}, e.Tags); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
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

func TestNothingIsReadWhereTheRestIsBroken(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":        {"# nothing", "groundwork.yaml is empty"},
		"no YAML":      {"format: [", "It is not valid YAML"},
		"no format":    {"people: []", "does not say what it is"},
		"newer":        {"format: groundwork-journal/2", "A newer version of Groundwork wrote this file"},
		"broken UTF-8": {"format: \xff", "It is not valid UTF-8."},
		"a bomb":       {"format: groundwork-journal/1\n" + bomb(), "has a YAML alias"},
		"too deep":     {"format: groundwork-journal/1\nx: " + strings.Repeat("[", 300) + strings.Repeat("]", 300), "It is nested too deeply"},
	} {
		disk := fstest.MapFS{"j/groundwork.yaml": {Data: []byte(c.text)}, "j/a.md": {Data: []byte(anEntryFile("x", "", ""))}}
		src, err := exchange.NewSource(disk, "j")
		if err != nil {
			t.Fatal(err)
		}
		in, err := exchange.MarkdownFolder{}.Read(t.Context(), src)
		if !errors.Is(err, journal.ErrInvalid) || !strings.Contains(err.Error(), c.want) || len(in.Contents.Entries) > 0 {
			t.Errorf("%s: %v and %d entries, want %q", name, err, len(in.Contents.Entries), c.want)
		}
	}
}

func TestAThingOfTheRestThatCannotBeReadIsLeftOutAndNamed(t *testing.T) {
	in := fromFolder(t, fstest.MapFS{
		"j/groundwork.yaml": {Data: []byte("format: groundwork-journal/1\npeople:\n  - {id: x, name: Lena, lastContact: soon}\n  - {id: y, name: Omar}\nplan: 3\n")},
	}, "j")
	if len(in.Contents.People) != 1 || len(in.Quarantined) != 2 || in.Quarantined[0].Name != "Lena" || in.Quarantined[1].Name != "The plan" {
		t.Errorf("people %+v, left out %+v", in.Contents.People, in.Quarantined)
	}
}

func TestAFolderIsFoundByWhatItHolds(t *testing.T) {
	note := &fstest.MapFile{Data: []byte("# A note")}
	for name, c := range map[string]struct {
		disk fstest.MapFS
		want bool
	}{
		"with the rest":          {fstest.MapFS{"j/groundwork.yaml": {Data: []byte("format: \"groundwork-journal/1\"\n")}}, true},
		"with an entry":          {fstest.MapFS{"j/a.md": note, "j/b.md": {Data: []byte(anEntryFile("x", "", ""))}}, true},
		"of notes":               {fstest.MapFS{"j/a.md": note, "j/b.md": {Data: []byte("---\ntags: [a]\n---\n")}}, false},
		"of another program":     {fstest.MapFS{"j/groundwork.yaml": {Data: []byte("name: groundwork")}}, false},
		"with a link for a file": {fstest.MapFS{"j/groundwork.yaml": {Mode: fs.ModeSymlink, Data: []byte("../x")}, "x": {Data: []byte("groundwork-journal/1")}}, false},
	} {
		src, err := exchange.NewSource(c.disk, "j")
		if err != nil {
			t.Fatal(err)
		}
		if format, err := exchange.Find("", src); (err == nil) != c.want {
			t.Errorf("%s: %v, %v", name, format, err)
		}
	}
}

func TestReadingAFolderStopsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	src, err := exchange.NewSource(fstest.MapFS{"j/a.md": {Data: []byte(anEntryFile("x", "", ""))}}, "j")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (exchange.MarkdownFolder{}).Read(ctx, src); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
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

func FuzzReadEntryFile(f *testing.F) {
	f.Add([]byte(anEntryFile("x", "title: a\n", "body")))
	f.Add([]byte(anEntryFile("x", "a: &a [1]\nb: *a\n", "")))
	f.Add([]byte("\ufeff---\r\ntags: a,b\r\nzebra: {1: .inf, ~: 0x1f, ? 'long' : |2-\n   x\n}\r\n---\r\n"))
	f.Add([]byte("---\ntitle: >\n  folded\n  text\nmoment: {impact: {value: 1e3}}\nx: !!int \"[1]\"\ny: !!bool z\n---\n\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		in := fromFolder(t, fstest.MapFS{"j/a.md": {Data: text}}, "j")
		for _, q := range in.Quarantined {
			if q.Name != "a.md" || q.Reason == "" {
				t.Fatalf("left out without a name or a reason: %+v", q)
			}
		}
		if len(in.Contents.Entries)+len(in.Quarantined) != 1 {
			t.Fatalf("%d entries, left out %+v", len(in.Contents.Entries), in.Quarantined)
		}
		if len(in.Contents.Entries) == 0 {
			return
		}
		// What was read can be written, and reads the same.
		once := asFolder(t, whole(in.Contents))
		twice := asFolder(t, whole(fromFolder(t, once, "j").Contents))
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Fatalf("not the same after reading:\n%s", diff)
		}
	})
}
