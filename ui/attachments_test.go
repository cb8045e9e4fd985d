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
	"slices"
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

func TestPicturesShowSmallAndOthersSayWhatTheyAre(t *testing.T) {
	s := openWindow(t)
	broken := pngOf(t, 40, 30)[:60]
	s.drop(s.put("wide.png", pngOf(t, 1000, 500)), s.put("tiny.png", pngOf(t, 3, 2)), s.put("notes.png", "words"), s.put("broken.png", broken), s.put("a.txt", "x"))
	want := []string{"wide.png", "tiny.png", "notes.png, not a picture", "broken.png, not a picture", "a.txt"}
	if diff := cmp.Diff(want, s.chipWords()); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
	var sizes []image.Point
	for _, chip := range s.fileChips() {
		if chip.Picture() != nil {
			sizes = append(sizes, chip.Picture().Bounds().Size())
		}
	}
	if diff := cmp.Diff([]image.Point{{X: 320, Y: 160}, {X: 3, Y: 2}}, sizes); diff != "" {
		t.Errorf("pictures (-want +got):\n%s", diff)
	}
}

func TestAChipIsOpenedByTheSystemThroughACopy(t *testing.T) {
	s := openWindow(t)
	app := &openingApp{App: s.app}
	s.app = app
	s.drop(s.put("../a.txt", "content"))
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if len(app.opened) != 1 || app.opened[0].Scheme != "file" || filepath.Base(app.opened[0].Path) != "a.txt" {
		t.Fatalf("opened: %v", app.opened)
	}
	if text, err := os.ReadFile(app.opened[0].Path); err != nil || string(text) != "content" {
		t.Errorf("the copy holds %q, %v", text, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(app.opened[0].Path); err == nil {
		t.Error("the copy is still there after the end")
	}
}

func TestProgramsAndForgedLinksAreNotOpened(t *testing.T) {
	s := openWindow(t)
	app := &openingApp{App: s.app}
	s.app = app
	s.today.edit(func(e *journal.Entry) {
		e.Attachments = []journal.Attachment{{Name: "x.desktop", SHA256: strings.Repeat("0", 64)}, {Name: "x", URL: "file:///etc/passwd"}}
	})
	s.today.redraw(s.today.desk)
	for i, want := range []string{"Files of this kind can run as programs", "A link begins with https://"} {
		s.fileChips()[i].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.settle()
		if got := words(s); !strings.Contains(got, want) {
			t.Errorf("the window says %q, want %q", got, want)
		}
	}
	if len(app.opened) > 0 {
		t.Errorf("opened: %v", app.opened)
	}
}

func TestAFileThatIsMissingOrAlteredIsSaidOnItsChip(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("a.txt", "a"), s.put("p.png", pngOf(t, 9, 9)))
	list := s.only().Attachments
	in := func(a journal.Attachment) string { return filepath.Join(s.folder, "attachments", a.SHA256) }
	if err := os.Remove(in(list[0])); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in(list[1]), []byte("altered"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.press(key(fyne.KeyN, ctrl))
	s.press(key(fyne.KeyPageUp, ctrl))
	if diff := cmp.Diff([]string{"a.txt, missing", "p.png, altered"}, s.chipWords()); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
	for i, want := range []string{"This file is missing from the journal's folder.", "This file was altered in the journal's folder"} {
		s.fileChips()[i].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.settle()
		if got := words(s); !strings.Contains(got, want) {
			t.Errorf("the window says %q, want %q", got, want)
		}
	}
	if diff := cmp.Diff(list, s.only().Attachments); diff != "" {
		t.Errorf("the entry changed (-before +after):\n%s", diff)
	}
	s.drop(s.put("again.txt", "a"))
	if got := s.chipWords(); !slices.Contains(got, "a.txt") {
		t.Errorf("healed by attaching the same content, but: %q", got)
	}
}

func TestAnAttachmentIsTakenOffAndBroughtBack(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("a.txt", "a"), s.put("b.txt", "b"), s.put("c.txt", "c"))
	before := s.only().Attachments
	off := func() {
		t.Helper()
		chip := s.fileChips()[1]
		s.win.Canvas().Focus(chip)
		chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		if diff := cmp.Diff([]string{"a.txt", "c.txt"}, s.chipWords()); diff != "" {
			t.Errorf("chips (-want +got):\n%s", diff)
		}
		if s.win.Canvas().Focused() != fyne.Focusable(s.fileChips()[1]) {
			t.Error("the keyboard is not on the next chip")
		}
	}
	off()
	s.door.notice.Actions()[0].Tapped(nil)
	s.save()
	if diff := cmp.Diff(before, s.only().Attachments); diff != "" {
		t.Errorf("after Undo in the notice (-before +after):\n%s", diff)
	}
	off()
	s.press(&fyne.ShortcutUndo{})
	s.save()
	if diff := cmp.Diff(before, s.only().Attachments); diff != "" {
		t.Errorf("after undo by key (-before +after):\n%s", diff)
	}
}

func TestTheLastChipGivesTheKeyboardToTheText(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("a.txt", "a"))
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if s.win.Canvas().Focused() != fyne.Focusable(s.today.desk.body) {
		t.Errorf("the keyboard is on %T", s.win.Canvas().Focused())
	}
}

func TestTheMenuOfAChipOpensByKeyboard(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("a.txt", "a"))
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu, ok := s.win.Canvas().Focused().(interface{ TypedKey(*fyne.KeyEvent) })
	if !ok || s.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu has the keyboard")
	}
	for range 3 { // to the third, which is Remove
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(s.fileChips()); n != 0 {
		t.Errorf("%d chips after Remove", n)
	}
}

func TestACopyIsSavedByteForByte(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("a.bin", "\x00\xff content"))
	place := s.put("copy.bin", "what was there before")
	file, err := storage.Writer(place)
	if err != nil {
		t.Fatal(err)
	}
	for _, chip := range s.today.attachments.shown {
		fileCopy{s.Window, chip.at}.placeChosen(file, nil)
	}
	s.settle()
	if text, err := os.ReadFile(place.Path()); err != nil || string(text) != "\x00\xff content" {
		t.Errorf("the copy holds %q, %v", text, err)
	}
}

func TestALinkIsAddedWithOrWithoutAName(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyL, ctrl|shift))
	address := s.win.Canvas().Focused().(*parts.Editor)
	address.Insert("example.org")
	address.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := words(s); !strings.Contains(got, "A link begins with https://") {
		t.Errorf("the window says %q", got)
	}
	address.Load("https://example.org/report")
	address.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.save()
	want := []journal.Attachment{{Name: "example.org/report", URL: "https://example.org/report"}}
	if diff := cmp.Diff(want, s.only().Attachments); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
	app := &openingApp{App: s.app}
	s.app = app
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if len(app.opened) != 1 || app.opened[0].String() != "https://example.org/report" {
		t.Errorf("opened: %v", app.opened)
	}
}

func TestManyFilesLeaveRoomForTheText(t *testing.T) {
	s := openWindow(t)
	s.win.Resize(smallest)
	var files []fyne.URI
	for i := range 60 {
		files = append(files, s.put("file number "+string(rune('a'+i%26))+string(rune('a'+i/26))+".txt", string(rune('a'+i))))
	}
	s.drop(files...)
	if n := len(s.only().Attachments); n != 60 {
		t.Fatalf("%d files", n)
	}
	if got := s.today.shared.Size().Height; got < s.today.desk.body.MinSize().Height {
		t.Errorf("two rows of the text do not fit into a height of %v", got)
	}
}
