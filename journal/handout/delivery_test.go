package handout_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/handout"
)

// sentence is what the user reads of an error.
func sentence(err error) string {
	what, _ := journal.Explain(err)
	return what
}

func TestAttachedFilesLieBesideJSONAndInAMarkdownFolder(t *testing.T) {
	j, place := written(t), t.TempDir()
	report, err := maker(j).Export(t.Context(), filepath.Join(place, "a.json"), handout.Request{Form: handout.JSON}, handout.Delivery{})
	if err != nil || report.Files != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	if report, err = maker(j).Export(t.Context(), filepath.Join(place, "b"), handout.Request{Form: handout.MarkdownFolder}, handout.Delivery{}); err != nil || report.Files != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	files := slices.DeleteFunc(lying(t, place), func(path string) bool { return !strings.HasSuffix(path, ".txt") })
	if len(files) != 2 || !strings.HasPrefix(files[0], "a.files/") || !strings.HasPrefix(files[1], "b/attachments/") {
		t.Errorf("attached files %v", files)
	}
}

func TestWhatIsThereStaysUnlessItIsToBeReplaced(t *testing.T) {
	j := written(t)
	for _, form := range handout.Forms() {
		t.Run(string(form), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out"+form.Ending())
			r := handout.Request{Form: form}
			if _, err := maker(j).Export(t.Context(), path, r, handout.Delivery{}); err != nil {
				t.Fatal(err)
			}
			before := lying(t, filepath.Dir(path))
			_, err := maker(j).Export(t.Context(), path, r, handout.Delivery{})
			if !errors.Is(err, fs.ErrExist) || sentence(err) != path+" exists already." {
				t.Errorf("error %v, %q", err, sentence(err))
			}
			if _, err := maker(j).Export(t.Context(), path, r, handout.Delivery{Replace: true}); err != nil {
				t.Errorf("replace: %v", err)
			}
			if diff := cmp.Diff(before, lying(t, filepath.Dir(path))); diff != "" {
				t.Errorf("files (-before +after):\n%s", diff)
			}
		})
	}
}

func TestAFolderWithOtherThingsIsNeverReplaced(t *testing.T) {
	j := written(t)
	for name, test := range map[string]struct {
		form  handout.Form
		files []string
		want  string
	}{
		"notes":           {handout.MarkdownFolder, []string{"out/a.md", "out/b.md"}, "is no folder that an export made"},
		"notes and more":  {handout.MarkdownFolder, []string{"out/groundwork.yaml", "out/.obsidian/x"}, "holds other things than an export, such as .obsidian"},
		"another table":   {handout.CSVFolder, []string{"out/wages.csv"}, "such as wages.csv"},
		"a file":          {handout.CSVFolder, []string{"out"}, "is in the way"},
		"files beside":    {handout.JSON, []string{"out.files/letter.txt"}, "such as letter.txt"},
		"a file beside":   {handout.JSON, []string{"out.files"}, "is in the way"},
		"a folder":        {handout.PDF, []string{"out.pdf/x"}, "is in the way"},
		"a line in names": {handout.CSVFolder, []string{"out/a\nb"}, "such as a b"},
	} {
		t.Run(name, func(t *testing.T) {
			place := t.TempDir()
			for _, file := range test.files {
				put(t, filepath.Join(place, file), "mine")
			}
			_, err := maker(j).Export(t.Context(), filepath.Join(place, "out"+test.form.Ending()), handout.Request{Form: test.form}, handout.Delivery{Replace: true})
			if !strings.Contains(sentence(err), test.want) {
				t.Errorf("%q, want %q", sentence(err), test.want)
			}
			slices.Sort(test.files)
			if diff := cmp.Diff(test.files, lying(t, place)); diff != "" {
				t.Errorf("files (-before +after):\n%s", diff)
			}
		})
	}
}

// TestWhatIsNoFileIsNeverReplaced: a device, a pipe or a socket would be gone,
// and a file in its place.
func TestWhatIsNoFileIsNeverReplaced(t *testing.T) {
	place, err := os.MkdirTemp("", "s") // a short name, for a socket's has to be
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(place) })
	path := filepath.Join(place, "a.md")
	socket, err := net.Listen("unix", path)
	if err != nil {
		t.Skip("no sockets here:", err)
	}
	defer func() { _ = socket.Close() }()
	_, err = maker(written(t)).Export(t.Context(), path, handout.Request{Form: handout.Markdown}, handout.Delivery{Replace: true})
	if !strings.Contains(sentence(err), "is in the way") {
		t.Errorf("error %v", err)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode().IsRegular() {
		t.Errorf("the socket is replaced: %v", err)
	}
}

func TestNothingIsWrittenIntoTheJournalsOwnFolder(t *testing.T) {
	j, own := written(t), t.TempDir()
	if err := os.Mkdir(filepath.Join(own, "attachments"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(own, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(own, "x.pdf"), filepath.Join(own, "attachments", "x.pdf"), filepath.Join(link, "x.pdf"), own + "/attachments/../x.pdf"} {
		_, err := maker(j).Export(t.Context(), path, handout.Request{Form: handout.Text}, handout.Delivery{Refuse: []string{own}})
		if !strings.Contains(sentence(err), "lies in the journal's own folder") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if left := lying(t, own); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAPlaceThatIsGoneIsASentence(t *testing.T) {
	j, place := written(t), filepath.Join(t.TempDir(), "gone")
	_, err := maker(j).Export(t.Context(), filepath.Join(place, "x.pdf"), handout.Request{Form: handout.PDF}, handout.Delivery{})
	if !errors.Is(err, journal.ErrNotFound) || sentence(err) != "There is no file or folder "+place+"." {
		t.Errorf("%v, %q", err, sentence(err))
	}
}

func TestAPlaceThatMayNotBeWrittenIsASentence(t *testing.T) {
	j, place := written(t), t.TempDir()
	if err := os.Chmod(place, 0o500); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		place = "/sys/kernel" // where root may make no folder either
	}
	_, err := maker(j).Export(t.Context(), filepath.Join(place, "x.pdf"), handout.Request{Form: handout.PDF}, handout.Delivery{})
	if !errors.Is(err, journal.ErrNoAccess) || sentence(err) != "You may not read or write "+place+"." {
		t.Errorf("%v, %q", err, sentence(err))
	}
}

// book is a document whose second part ends with an error.
func book(err error) document.Book {
	return document.Book{Parts: func(yield func(document.Document, error) bool) {
		half := document.Document{Blocks: []document.Block{document.Paragraph{Text: []document.Span{{Text: "half"}}}}}
		if yield(half, nil) {
			yield(document.Document{}, err)
		}
	}}
}

func TestWhatGoesWrongLeavesWhatWasThere(t *testing.T) {
	odd := errors.New("odd")
	for _, form := range handout.PackForms() {
		t.Run(string(form), func(t *testing.T) {
			place := t.TempDir()
			path := filepath.Join(place, "x"+form.Ending())
			put(t, path, "before")
			if err := maker(nil).Hand(t.Context(), path, book(odd), form, handout.Delivery{Replace: true}); !errors.Is(err, odd) {
				t.Errorf("error %v", err)
			}
			hasText(t, path, "before")
			if left := lying(t, place); len(left) != 1 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestACancelledExportLeavesNothing(t *testing.T) {
	j := written(t)
	for _, form := range handout.Forms() {
		t.Run(string(form), func(t *testing.T) {
			place := t.TempDir()
			ctx, cancel := context.WithCancel(t.Context())
			stop := func(int, int) { cancel() }
			_, err := maker(j).Export(ctx, filepath.Join(place, "x"+form.Ending()), handout.Request{Form: form}, handout.Delivery{Progress: stop})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			left, err := os.ReadDir(place)
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// TestAPlaceThatGoesMeanwhileIsASentence takes the folder away while the export
// is written.
func TestAPlaceThatGoesMeanwhileIsASentence(t *testing.T) {
	j := written(t)
	for _, form := range handout.Forms() {
		place := filepath.Join(t.TempDir(), "place")
		if err := os.Mkdir(place, 0o700); err != nil {
			t.Fatal(err)
		}
		gone := func(done, _ int) {
			if done == 2 {
				if err := os.RemoveAll(place); err != nil {
					t.Error(err)
				}
			}
		}
		_, err := maker(j).Export(t.Context(), filepath.Join(place, "x"+form.Ending()), handout.Request{Form: form}, handout.Delivery{Progress: gone})
		if !errors.Is(err, journal.ErrNotFound) || !strings.HasPrefix(sentence(err), "There is no file or folder "+place) {
			t.Errorf("%s: %v, %q", form, err, sentence(err))
		}
	}
}

// TestWhatComesMeanwhileStays puts something into the place while the export is
// written.
func TestWhatComesMeanwhileStays(t *testing.T) {
	j := written(t)
	for _, form := range handout.Forms() {
		place := t.TempDir()
		path := filepath.Join(place, "x"+form.Ending())
		mine := path
		if form.IsFolder() {
			mine = filepath.Join(path, "mine")
		}
		come := func(done, _ int) {
			if done == 2 {
				put(t, mine, "mine")
			}
		}
		_, err := maker(j).Export(t.Context(), path, handout.Request{Form: form}, handout.Delivery{Progress: come})
		if !errors.Is(err, fs.ErrExist) || sentence(err) != path+" exists already." {
			t.Errorf("%s: %v, %q", form, err, sentence(err))
		}
		hasText(t, mine, "mine")
		if left := lying(t, place); len(left) != 1 {
			t.Errorf("%s: left behind %v", form, left)
		}
	}
}

// TestAFullDisk fills a small disk with each form: a sentence, and nothing half
// written.
func TestAFullDisk(t *testing.T) {
	disk := smallDisk(t)
	j := openJournal(t)
	e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 11, Date: 3})
	for i := range 20_000 { // words that no form writes shorter
		e.Body += string(rune('a'+i*7%26)) + strings.Repeat(string(rune('a'+i%26)), 1+i*i%9) + string(rune('a'+i*i%23)) + " "
	}
	if _, err := j.SaveEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	for _, form := range handout.Forms() {
		t.Run(string(form), func(t *testing.T) {
			path := filepath.Join(disk, "x"+form.Ending())
			_, err := maker(j).Export(t.Context(), path, handout.Request{Form: form}, handout.Delivery{})
			if !errors.Is(err, journal.ErrNoSpace) || sentence(err) != "The disk is full: "+path+" was not written." {
				t.Errorf("error %v, %q", err, sentence(err))
			}
			if left, err := os.ReadDir(disk); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// smallDisk mounts a disk of 8 KB, or skips the test.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small disk to fill")
	}
	disk := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	})
	return disk
}

func TestWhatHandsADocumentHandsNoTable(t *testing.T) {
	err := maker(nil).Hand(t.Context(), filepath.Join(t.TempDir(), "x.csv"), book(io.EOF), handout.CSV, handout.Delivery{})
	if !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("error %v", err)
	}
}
