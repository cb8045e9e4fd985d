package exchange_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

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
