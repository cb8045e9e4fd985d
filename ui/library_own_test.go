package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// openOwn opens the user's own questions.
func openOwn(t *testing.T) (*stage, *library) {
	t.Helper()
	s, l := openLibrary(t)
	l.choose(chooseOwn)
	s.settle()
	return s, l
}

// own is what the journal holds of them.
func (s *stage) own() []journal.OwnPrompt {
	s.t.Helper()
	all, err := s.journal.Read().OwnPrompts(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// addOwn adds a question as the user does.
func (s *stage) addOwn(l *library, text string) journal.OwnPrompt {
	s.t.Helper()
	l.addOwn()
	s.typeText(text)
	tap(s.t, l.own.save)
	s.settle()
	all := s.own()
	return all[len(all)-1]
}

func sameOwn(t *testing.T, what string, want, got []journal.OwnPrompt) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(journal.OwnPrompt{}, "ID")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestAnOwnPromptIsAddedForAKindAndAnElement(t *testing.T) {
	s, l := openOwn(t)
	if !l.list.empty.Visible() || !l.own.content.Visible() || !l.own.save.Disabled() {
		t.Fatal("an empty list does not begin with a new question")
	}
	l.addOwn()
	s.typeText("What would I tell my successor?")
	l.own.kind.SetSelected("Moment")
	s.win.Canvas().Focus(l.own.element.field.Editor)
	s.typeText("space")
	s.hit(fyne.KeyReturn)
	tap(t, l.own.save)
	s.settle()
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "What would I tell my successor?", Kind: journal.MomentKind, Element: space}}, s.own())
	if l.list.rows.Len() != 1 || l.list.rows.Selected() != 0 || l.own.save.Text() != "Save" || !l.own.save.Disabled() {
		t.Errorf("%d rows, open is %d, the button says %q", l.list.rows.Len(), l.list.rows.Selected(), l.own.save.Text())
	}
	if got := l.list.rows.Item(0).Caption; got != "Space · Moment" {
		t.Errorf("its caption is %q", got)
	}
	l.choose("steps/qualities")
	openElement(t, s, l, "Space")
	if last := l.detail.asked[len(l.detail.asked)-1]; last.row.Text() != "What would I tell my successor?" || last.row.Caption() != "Your own, not answered yet" {
		t.Errorf("the element ends with %q, %q", last.row.Text(), last.row.Caption())
	}
}

func TestAnOwnPromptIsChangedPausedAndTakesPartInToday(t *testing.T) {
	s, l := openOwn(t)
	s.addOwn(l, "What did I see?")
	l.own.text.Editor.CursorToEnd()
	s.typeText(" And hear?")
	tap(t, l.own.save)
	s.settle()
	tap(t, l.own.pause)
	s.settle()
	sameOwn(t, "paused", []journal.OwnPrompt{{Text: "What did I see? And hear?", Paused: true}}, s.own())
	if got := l.list.rows.Item(0).Caption; got != "Paused · Any kind of entry" || l.own.pause.Text() != "Resume" {
		t.Errorf("its caption is %q and the button says %q", got, l.own.pause.Text())
	}
	tap(t, l.own.pause)
	s.settle()
	tap(t, l.own.write)
	s.settle()
	s.typeText("A kestrel.")
	s.save()
	want := prompts.OwnKey(s.own()[0].ID)
	if got := s.only().Prompt; got == nil || got.Key != want || got.Text != "What did I see? And hear?" {
		t.Errorf("the entry answers %+v", got)
	}
	s.press(key(fyne.Key8, ctrl))
	if got := l.list.rows.Item(0).Note; got != "1" {
		t.Errorf("its row counts %q entries", got)
	}
}

func TestWhatIsWrittenIsKeptWhenSomethingElseIsShown(t *testing.T) {
	s, l := openOwn(t)
	s.addOwn(l, "One?")
	s.addOwn(l, "Two?")
	s.typeText("And ")
	l.open(0)
	s.settle()
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "One?"}, {Text: "And Two?"}}, s.own())
	if got := l.own.text.Editor.Text; got != "One?" {
		t.Errorf("open is %q", got)
	}
	l.addOwn()
	s.typeText("Three?")
	l.choose("steps/qualities")
	s.settle()
	if n := len(s.own()); n != 3 {
		t.Errorf("%d questions are stored, want 3", n)
	}
}

func TestADeletedPromptComesBackWithUndo(t *testing.T) {
	s, l := openOwn(t)
	before := s.addOwn(l, "Keep me?")
	tap(t, l.own.remove)
	s.settle()
	if n := len(s.own()); n != 0 || l.list.rows.Len() != 0 {
		t.Fatalf("%d are stored, %d listed", n, l.list.rows.Len())
	}
	tap(t, s.door.notice.Actions()[0])
	s.settle()
	if diff := cmp.Diff([]journal.OwnPrompt{before}, s.own()); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	if l.list.rows.Len() != 1 || l.own.text.Editor.Text != "Keep me?" {
		t.Errorf("%d listed, open is %q", l.list.rows.Len(), l.own.text.Editor.Text)
	}
}

func TestUndoIsAboutTheLastPromptDeleted(t *testing.T) {
	s, l := openOwn(t)
	s.addOwn(l, "One?")
	s.addOwn(l, "Two?")
	for range 2 {
		l.open(0)
		tap(t, l.own.remove)
		s.settle()
	}
	tap(t, s.door.notice.Actions()[0])
	s.settle()
	sameOwn(t, "brought back", []journal.OwnPrompt{{Text: "Two?"}}, s.own())
}

func TestADeletedPromptIsBroughtBackFromTheTrash(t *testing.T) {
	s, l := openOwn(t)
	first, second := s.addOwn(l, "One?"), s.addOwn(l, "Two?")
	for range 2 {
		l.open(0)
		tap(t, l.own.remove)
		s.settle()
	}
	undo := s.door.notice.Actions()[0]
	l.choose(chooseTrash)
	s.settle()
	if l.list.rows.Len() != 2 || l.list.rows.Item(0).Title != "Two?" || l.trash.text.Text() != "Two?" || l.own.content.Visible() {
		t.Fatalf("%d are in the trash, open is %q", l.list.rows.Len(), l.trash.text.Text())
	}
	l.open(1)
	s.win.Canvas().Focus(l.trash.restore)
	tap(t, l.trash.restore)
	s.settle()
	if diff := cmp.Diff([]journal.OwnPrompt{first}, s.own()); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	if l.list.rows.Len() != 1 || l.list.rows.Selected() != 0 || l.trash.text.Text() != "Two?" {
		t.Errorf("%d are left, open is %q", l.list.rows.Len(), l.trash.text.Text())
	}
	tap(t, l.trash.restore)
	s.settle()
	if l.list.rows.Len() != 0 || !l.list.empty.Visible() || l.trash.content.Visible() || s.win.Canvas().Focused() != fyne.Focusable(l.tree.tree) {
		t.Errorf("empty, it lists %d; the keyboard is at %T", l.list.rows.Len(), s.win.Canvas().Focused())
	}
	tap(t, undo) // it is back already
	s.settle()
	if diff := cmp.Diff([]journal.OwnPrompt{first, second}, s.own()); diff != "" || s.door.notice != nil {
		t.Errorf("in the end (-want +got):\n%s", diff)
	}
}

func TestQuittingSavesAnOwnPrompt(t *testing.T) {
	s, l := openOwn(t)
	s.addOwn(l, "One?")
	s.typeText("And ")
	s.press(key(fyne.Key1, ctrl)) // on another page it still counts
	s.quit()
	s.settle()
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "And One?"}}, s.own())
}

func TestQuittingTwiceSavesANewPromptOnce(t *testing.T) {
	s, l := openOwn(t)
	l.addOwn()
	s.typeText("One?")
	for range 2 {
		s.quit()
	}
	s.settle()
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "One?"}}, s.own())
}

func TestQuittingAsksBeforeAnOwnPromptGoes(t *testing.T) {
	s, l := openOwn(t)
	l.addOwn()
	long := strings.Repeat("a", journal.MaxOwnPrompt+1)
	l.own.text.Editor.Insert(long)
	s.quit()
	s.settle()
	top, ok := s.win.Canvas().Overlays().Top().(*parts.Overlay)
	if !ok {
		t.Fatal("the window did not ask")
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != long {
		t.Errorf("the copy holds %q", got)
	}
	top.Hide()
	l.own.text.Editor.Load("Short?")
}

func TestAClosingWindowSavesAnOwnPrompt(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "journal")
	s := openWindowOn(t, folder)
	s.press(key(fyne.Key8, ctrl))
	s.frame.library.addOwn()
	s.typeText("Kept?")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "Kept?"}}, openWindowOn(t, folder).own())
}

func TestARefusedPromptStaysInItsField(t *testing.T) {
	s, l := openOwn(t)
	l.addOwn()
	l.own.text.Editor.Insert(strings.Repeat("a", journal.MaxOwnPrompt+1))
	tap(t, l.own.save)
	s.settle()
	if len(s.own()) != 0 || l.own.wrong.Text() == "" || len(l.own.text.Editor.Text) != journal.MaxOwnPrompt+1 {
		t.Errorf("%d stored; it says %q", len(s.own()), l.own.wrong.Text())
	}
}

func TestPromptsAreImportedAndSavedAsATextFile(t *testing.T) {
	s, l := openOwn(t)
	s.addOwn(l, "One?")
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in.txt"), filepath.Join(folder, "out.txt")
	if err := os.WriteFile(in, []byte("Two?\n\none?\nThree?\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := storage.Reader(storage.NewFileURI(in))
	l.importChosen(file, err)
	s.settle()
	if got := s.door.notice.Sentence(); got != "2 prompts were added. 1 line was not taken." {
		t.Errorf("it says %q", got)
	}
	tap(t, s.door.notice.Actions()[0])
	s.settle()
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("the lines are not shown")
	}
	s.win.Canvas().Overlays().Top().(fyne.Tappable).Tapped(nil)
	sameOwn(t, "stored", []journal.OwnPrompt{{Text: "One?"}, {Text: "Two?"}, {Text: "Three?"}}, s.own())

	to, err := storage.Writer(storage.NewFileURI(out))
	l.exportChosen(to, err)
	s.settle()
	if got, err := os.ReadFile(out); err != nil || string(got) != "One?\nTwo?\nThree?\n" {
		t.Errorf("saved %q, %v", got, err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".groundwork-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	l.importChosen(nil, nil)
	l.exportChosen(nil, nil)
	s.settle()
}

func TestWhyThisOneIsSaidOnTheCard(t *testing.T) {
	s := openWindow(t)
	if s.today.card.Why == "" || s.today.prompt.OnWhy == nil {
		t.Fatalf("the card cannot be asked why: %+v", s.today.card)
	}
	s.today.explainPrompt()
	if got := s.today.prompt.Source(); got != s.today.card.Why {
		t.Errorf("the card says %q", got)
	}
	s.today.anotherPrompt()
	s.settle()
	if got := s.today.prompt.Source(); got != cardSource(s.today.card) {
		t.Errorf("below another question stands %q", got)
	}
}
