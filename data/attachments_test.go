package data

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func sumOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

// keepText keeps a content and checks that it is named by its hash.
func keepText(t testing.TB, s *Store, content string) string {
	t.Helper()
	sum, size, err := s.KeepFile(t.Context(), strings.NewReader(content))
	if err != nil || sum != sumOf(content) || size != int64(len(content)) {
		t.Fatalf("keep: %s, %d, %v", sum, size, err)
	}
	return sum
}

// contents lists what lies in the folder of attachments.
func contents(t testing.TB, folder string) []string {
	t.Helper()
	found, err := os.ReadDir(attachmentsIn(folder))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	var names []string
	for _, f := range found {
		names = append(names, f.Name())
	}
	return names
}

func TestAFileIsReadAsItWasKept(t *testing.T) {
	s := newStore(t)
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "content")
		sum, size, err := s.KeepFile(context.Background(), bytes.NewReader(content))
		if err != nil || size != int64(len(content)) {
			t.Fatalf("keep: %d, %v", size, err)
		}
		f, err := s.OpenFile(context.Background(), sum)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(f)
		if err := errors.Join(err, f.Close()); err != nil || !bytes.Equal(got, content) {
			t.Fatalf("read %d bytes, %v", len(got), err)
		}
		if size, err := s.FileSize(context.Background(), strings.ToUpper(sum)); err != nil || size != int64(len(content)) {
			t.Fatalf("size: %d, %v", size, err)
		}
	})
}

func TestTheSameContentLiesThereOnceForItsOwnerAlone(t *testing.T) {
	s := newStore(t)
	sum := keepText(t, s, "twice")
	before, err := os.Stat(s.shelf.path(sum))
	if err != nil {
		t.Fatal(err)
	}
	keepText(t, s, "twice")
	after, err := os.Stat(s.shelf.path(sum))
	if err != nil || !os.SameFile(before, after) || after.ModTime().Before(before.ModTime()) {
		t.Errorf("keeping it again made another file: %v", err)
	}
	expect(t, "contents", []string{sum}, contents(t, s.folder))
	folder, err := os.Stat(attachmentsIn(s.folder))
	if err != nil || folder.Mode().Perm() != 0o700 || after.Mode().Perm() != 0o600 {
		t.Errorf("rights %v and %v, %v", folder.Mode(), after.Mode(), err)
	}
}

func TestAFileLargerThanTheLimitLeavesNothing(t *testing.T) {
	s := newStore(t)
	_, _, err := s.KeepFile(t.Context(), io.LimitReader(zeros{}, journal.MaxFile+1))
	var invalid *journal.Invalid
	if !errors.As(err, &invalid) || !strings.HasPrefix(invalid.Problem, "This file is larger than 50 MB.") {
		t.Errorf("51 MB: %v", err)
	}
	expect(t, "contents", nil, contents(t, s.folder))
	if _, size, err := s.KeepFile(t.Context(), io.LimitReader(zeros{}, journal.MaxFile)); err != nil || size != journal.MaxFile {
		t.Errorf("50 MB: %d, %v", size, err)
	}
}

// zeros is a file without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestAFileThatIsCancelledLeavesNothing(t *testing.T) {
	s := newStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, _, err := s.KeepFile(ctx, readerFunc(func(p []byte) (int, error) {
		cancel()
		return len(p), nil
	}))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	expect(t, "contents", nil, contents(t, s.folder))
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestAFileThatCannotBeRead: the journal's own folder is not to blame.
func TestAFileThatCannotBeRead(t *testing.T) {
	s := newStore(t)
	_, _, err := s.KeepFile(t.Context(), readerFunc(func([]byte) (int, error) { return 0, os.ErrPermission }))
	if !errors.Is(err, os.ErrPermission) || errors.Is(err, journal.ErrNoAccess) {
		t.Errorf("a file that may not be read: %v", err)
	}
	expect(t, "contents", nil, contents(t, s.folder))
}

func TestAFileThatIsMissingOrAlteredIsNotOpened(t *testing.T) {
	s := newStore(t)
	sum := keepText(t, s, "as it was")
	for name, test := range map[string]struct {
		harm func(path string) error
		want error
	}{
		"altered":   {func(path string) error { return os.WriteFile(path, []byte("as it is"), 0o600) }, journal.ErrDamaged},
		"cut off":   {func(path string) error { return os.Truncate(path, 3) }, journal.ErrDamaged},
		"too large": {func(path string) error { return os.Truncate(path, journal.MaxFile+1) }, journal.ErrDamaged},
		"a folder":  {func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }, journal.ErrDamaged},
		"a link":    {func(path string) error { return errors.Join(os.Remove(path), os.Symlink("/dev/zero", path)) }, journal.ErrDamaged},
		"missing":   {os.Remove, journal.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			path := s.shelf.path(sum)
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			keepText(t, s, "as it was")
			if err := test.harm(path); err != nil {
				t.Fatal(err)
			}
			if f, err := s.OpenFile(t.Context(), sum); !errors.Is(err, test.want) {
				t.Errorf("open: %v, %v, want %v", f, err, test.want)
			}
			if path, err := s.LendFile(t.Context(), sum, "x.txt"); !errors.Is(err, test.want) {
				t.Errorf("lend: %q, %v, want %v", path, err, test.want)
			}
		})
	}
}

func TestAnAlteredFileIsHealedByKeepingItAgain(t *testing.T) {
	s := newStore(t)
	sum := keepText(t, s, "as it was")
	write(t, s.shelf.path(sum), "altered")
	keepText(t, s, "as it was")
	if err := s.verify(t.Context(), sum); err != nil {
		t.Errorf("kept again: %v", err)
	}
}

func TestNamesThatAreNoContentAreNotFound(t *testing.T) {
	s := newStore(t)
	keepText(t, s, "x")
	for _, name := range []string{"", "00ff", "../journal.db", "..", strings.Repeat("zz", 32), sumOf("x") + "0"} {
		_, opened := s.OpenFile(t.Context(), name)
		_, lent := s.LendFile(t.Context(), name, "x")
		_, sized := s.FileSize(t.Context(), name)
		for _, err := range []error{opened, lent, sized} {
			if !errors.Is(err, journal.ErrNotFound) {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
}

func TestTwoStoresKeepTheSameContentAtOnce(t *testing.T) {
	h := newHome(t)
	content := strings.Repeat("the same ", 100_000)
	var both sync.WaitGroup
	for range 2 {
		s := openHome(t, h)
		both.Go(func() {
			if _, _, err := s.KeepFile(context.Background(), strings.NewReader(content)); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	expect(t, "contents", []string{sumOf(content)}, contents(t, h.folder))
}

// TestAKilledProcessLeavesNoContent: half a file never has the name of a whole
// one, and goes when nobody can be writing it any more.
func TestAKilledProcessLeavesNoContent(t *testing.T) {
	h := newHome(t)
	cmd := child(t, "keep", h.folder)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte("the beginning")); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	openHome(t, h)
	left := contents(t, h.folder)
	if len(left) != 1 || !strings.HasPrefix(left[0], comingPrefix) {
		t.Fatalf("left behind: %v, want a file that is being written", left)
	}
	then := time.Now().Add(-abandonedAfter - time.Hour)
	if err := os.Chtimes(filepath.Join(attachmentsIn(h.folder), left[0]), then, then); err != nil {
		t.Fatal(err)
	}
	openHome(t, h)
	expect(t, "left behind after a day", nil, contents(t, h.folder))
}

func TestAFileOnAFullDisk(t *testing.T) {
	disk := smallDisk(t)
	s := openHome(t, NewHome(filepath.Join(disk, "journal"), Options{}))
	ballast := fillDisk(t, disk, 100<<10)
	content := strings.Repeat("x", 1<<20)
	if _, _, err := s.KeepFile(t.Context(), strings.NewReader(content)); !errors.Is(err, journal.ErrNoSpace) {
		t.Errorf("keep on a full disk: %v", err)
	}
	expect(t, "contents", nil, contents(t, s.folder))
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	keepText(t, s, content)
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	place := publicFolder(t)
	h := NewHome(filepath.Join(place, "journal"), Options{})
	if err := openHome(t, h).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(attachmentsIn(h.folder), 0o500); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		give(t, h.folder)
	}
	lines, stop := start(t, nobodyChild(t, "keep", h.folder))
	defer stop()
	if !lines.Scan() || lines.Text() != "ErrNoAccess" {
		t.Errorf("the answer is %q", lines.Text())
	}
}

// give makes a folder and all in it that of the user without any right.
func give(t testing.TB, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, nobody, nobody))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestCheckFindsAttachmentsThatAreMissingOrAltered(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	attach := func(n int, names ...string) journal.Entry {
		e := written(n, "title", "body")
		for _, name := range names {
			e.Attachments = append(e.Attachments, journal.Attachment{Name: name, SHA256: keepText(t, s, name)})
		}
		return e
	}
	e := attach(1, "sound.txt", "lost.txt")
	e.Attachments = append(e.Attachments, journal.Attachment{Name: "a link", URL: "https://example.org"})
	apply(t, s, journal.Changes{Entries: []journal.Entry{e, attach(2, "altered.txt", "lost.txt"), written(3, "", "plain")}})
	if r, err := h.Check(t.Context()); err != nil || !r.OK {
		t.Fatalf("sound: %+v, %v", r, err)
	}
	if err := os.Remove(s.shelf.path(sumOf("lost.txt"))); err != nil {
		t.Fatal(err)
	}
	write(t, s.shelf.path(sumOf("altered.txt")), "something else")
	r, err := h.Check(t.Context())
	if err != nil || r.OK {
		t.Errorf("harmed: %+v, %v", r, err)
	}
	expect(t, "problems", []journal.Problem{
		{What: `The attached file "lost.txt" is missing.`, Entry: testID(1)},
		{What: `The attached file "altered.txt" is not what was attached.`, Entry: testID(2)},
		{What: `The attached file "lost.txt" is missing.`, Entry: testID(2)},
	}, r.Problems)
}
