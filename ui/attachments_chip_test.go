package ui

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

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
