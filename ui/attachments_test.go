package ui

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// openingApp notes what the system was asked to open.
type openingApp struct {
	fyne.App
	opened []*url.URL
}

func (a *openingApp) OpenURL(u *url.URL) error { a.opened = append(a.opened, u); return nil }

// put writes a file beside the journal and names it as the system does.
func (s *stage) put(name, content string) fyne.URI {
	s.t.Helper()
	path := filepath.Join(filepath.Dir(s.folder), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return storage.NewFileURI(path)
}

// drop drops files on the page.
func (s *stage) drop(files ...fyne.URI) {
	s.t.Helper()
	s.dropped(fyne.Position{}, files)
	s.settle()
}

// fileChips are the chips of the entry's files and links, in order.
func (s *stage) fileChips() []*parts.FileChip {
	var all []*parts.FileChip
	for _, c := range s.today.attachments.shown {
		all = append(all, c.chip)
	}
	for _, t := range s.today.attachments.takings {
		if t.desk == s.today.desk {
			all = append(all, t.chip)
		}
	}
	return all
}

// chipWords is what stands on them.
func (s *stage) chipWords() []string {
	var words []string
	for _, chip := range s.fileChips() {
		words = append(words, chip.AccessibilityLabel())
	}
	return words
}

// content reads an attached file from the journal.
func (s *stage) content(a journal.Attachment) string {
	s.t.Helper()
	f, err := s.journal.OpenAttachment(context.Background(), a)
	if err != nil {
		s.t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// pngOf is a picture of a size, as a file.
func pngOf(t testing.TB, width, height int) string {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, width, height))
	picture.SetGray(0, 0, color.Gray{Y: 255})
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func TestADroppedFileBelongsToTheEntryAndIsOnDisk(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("run book.pdf", "%PDF-1.7\n\x00\xff"))
	got := s.only() // it makes a fresh page an entry
	if len(got.Attachments) != 1 || got.Attachments[0].Name != "run book.pdf" || got.Attachments[0].Type != "application/pdf" {
		t.Fatalf("attachments: %+v", got.Attachments)
	}
	if text := s.content(got.Attachments[0]); text != "%PDF-1.7\n\x00\xff" {
		t.Errorf("the journal holds %q", text)
	}
	if diff := cmp.Diff([]string{"run book.pdf"}, s.chipWords()); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := openWindowOn(t, s.folder)
	if diff := cmp.Diff([]string{"run book.pdf"}, again.chipWords()); diff != "" {
		t.Errorf("chips after a new start (-want +got):\n%s", diff)
	}
}

func TestAnEntryWithoutFilesShowsNoLineForThem(t *testing.T) {
	s := openWindow(t)
	if s.today.attachments.object().Visible() {
		t.Error("there is a line without files")
	}
	s.drop(s.put("a.txt", "x"))
	if !s.today.attachments.object().Visible() {
		t.Error("there is no line with a file")
	}
	s.press(key(fyne.KeyN, ctrl))
	if s.today.attachments.object().Visible() {
		t.Error("the line stays on another entry")
	}
}

func TestAFileChosenInTheDialogIsAttached(t *testing.T) {
	s := openWindow(t)
	file, err := storage.Reader(s.put("a.txt", "x"))
	if err != nil {
		t.Fatal(err)
	}
	s.today.attachments.chosen(file, nil)
	s.settle()
	if diff := cmp.Diff([]string{"a.txt"}, s.chipWords()); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
	s.today.attachments.chosen(nil, nil) // given up
	s.settle()
	if n := len(s.fileChips()); n != 1 {
		t.Errorf("%d chips after the dialog was given up", n)
	}
}

func TestWhatCannotBeAttachedIsSaidAndTheRestIsTaken(t *testing.T) {
	s := openWindow(t)
	beside := filepath.Dir(s.folder)
	large := s.put("film.mov", "")
	pipe := filepath.Join(beside, "pipe")
	for _, err := range []error{
		os.Truncate(large.Path(), journal.MaxFile+1), os.Mkdir(filepath.Join(beside, "folder"), 0o700), syscall.Mkfifo(pipe, 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for want, file := range map[string]fyne.URI{
		"film.mov: This file is larger than 50 MB.":   large,
		"folder: A folder cannot be attached.":        storage.NewFileURI(filepath.Join(beside, "folder")),
		"pipe: This is not a file that can be attach": storage.NewFileURI(pipe),
		"gone.txt: This file is not there any more.":  storage.NewFileURI(filepath.Join(beside, "gone.txt")),
	} {
		s.drop(file)
		if got := words(s); !strings.Contains(got, want) {
			t.Errorf("the window says %q, want %q", got, want)
		}
	}
	s.drop(large, s.put("a.txt", "a"), storage.NewFileURI(pipe), s.put("b.txt", "b"))
	if diff := cmp.Diff([]string{"a.txt", "b.txt"}, s.chipWords()); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
	if got := words(s); !strings.Contains(got, "2 files were not attached.") {
		t.Errorf("the window says %q", got)
	}
	s.door.notice.Actions()[0].Tapped(nil)
	if got := words(s); !strings.Contains(got, "film.mov") || !strings.Contains(got, "larger than 50 MB") || !strings.Contains(got, "pipe") {
		t.Errorf("the list says %q", got)
	}
}

func TestTheSameFileIsAttachedOnce(t *testing.T) {
	s := openWindow(t)
	file := s.put("a.txt", "x")
	s.drop(file)
	s.drop(file)
	if got := words(s); !strings.Contains(got, "a.txt: This file is attached already.") {
		t.Errorf("the window says %q", got)
	}
	if n := len(s.only().Attachments); n != 1 {
		t.Errorf("attached %d times", n)
	}
}

func TestFilesGoToTheEntryOnWhichTheyWereDropped(t *testing.T) {
	s := openWindow(t)
	s.typeText("first")
	s.save()
	first := s.only().ID
	var waiting []func()
	s.background = func(work func()) { waiting = append(waiting, work) }
	s.drop(s.put("a.txt", "x"), s.put("b.txt", "y"))
	if diff := cmp.Diff([]string{"a.txt, Adding 1 of 2…"}, s.chipWords()); diff != "" {
		t.Errorf("chips while they are on their way (-want +got):\n%s", diff)
	}
	s.background = func(work func()) { work() }
	s.press(key(fyne.KeyN, ctrl))
	if n := len(s.fileChips()); n != 0 {
		t.Errorf("the next entry shows %d files", n)
	}
	for _, work := range waiting {
		work()
	}
	s.settle()
	if n := len(s.fileChips()); n != 0 {
		t.Errorf("the next entry got %d files", n)
	}
	e, err := s.journal.Read().Entry(context.Background(), first)
	if err != nil || len(e.Attachments) != 2 {
		t.Errorf("the first entry has %+v, %v", e.Attachments, err)
	}
}

func TestFilesOnTheirWayCanBeGivenUp(t *testing.T) {
	s := openWindow(t)
	var waiting []func()
	s.background = func(work func()) { waiting = append(waiting, work) }
	s.drop(s.put("a.txt", "x"))
	s.background = func(work func()) { work() }
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	for _, work := range waiting {
		work()
	}
	s.settle()
	if n := len(s.fileChips()); n != 0 || len(s.entries()) != 0 {
		t.Errorf("%d chips, %d entries", n, len(s.entries()))
	}
}

func TestFilesDroppedBesideAnEntryAreRefused(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key8, ctrl))
	s.drop(s.put("a.txt", "x"))
	if got := words(s); !strings.Contains(got, "Files are attached to an entry.") {
		t.Errorf("the window says %q", got)
	}
	if n := len(s.entries()); n != 0 {
		t.Errorf("%d entries", n)
	}
}
