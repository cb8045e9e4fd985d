package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// writing is an editor in a window, with all it told of.
type writing struct {
	*Editor
	w       fyne.Window
	edits   []string
	tooLong int
	notText int
}

func newWriting(t testing.TB, kind EditorKind) *writing {
	t.Helper()
	wear(t, look.Light)
	e := &writing{Editor: NewEditor(kind)}
	e.OnEdited = func(text string) { e.edits = append(e.edits, text) }
	e.OnTooLong = func() { e.tooLong++ }
	e.OnUnusable = func() { e.notText++ }
	e.w = test.NewWindow(container.NewStack(EditorFrame(e.Editor)))
	e.w.SetPadded(false)
	e.w.Resize(fyne.NewSize(588, 400))
	t.Cleanup(e.w.Close)
	e.w.Canvas().Focus(e.Editor)
	return e
}

func (e *writing) typeIn(text string) {
	for _, r := range text {
		e.TypedRune(r)
	}
}

func (e *writing) key(names ...fyne.KeyName) {
	for _, n := range names {
		e.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (e *writing) selectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

func (e *writing) wants(t *testing.T, text string, edits int) {
	t.Helper()
	if e.Text != text || len(e.edits) != edits {
		t.Errorf("text is %q after %d edits, want %q after %d", e.Text, len(e.edits), text, edits)
	}
	if len(e.edits) > 0 && e.edits[len(e.edits)-1] != e.Text {
		t.Errorf("the last edit told was %q", e.edits[len(e.edits)-1])
	}
}

func TestGivenAnEditor_WhenTyping_ThenEachKeyIsToldOnce(t *testing.T) {
	e := newWriting(t, Body)
	e.typeIn("ab")
	e.key(fyne.KeyReturn)
	e.typeIn("c")
	e.key(fyne.KeyBackspace, fyne.KeyUp, fyne.KeyHome, fyne.KeyDelete)
	e.wants(t, "b\n", 6)
}

func TestGivenAnEditor_WhenLoading_ThenNothingIsToldAndNothingCanBeUndone(t *testing.T) {
	e := newWriting(t, Body)
	e.typeIn("draft")
	e.selectAll()
	e.edits = nil
	e.Load("loaded\ntext")
	e.wants(t, "loaded\ntext", 0)
	if e.CursorRow != 0 || e.CursorColumn != 0 || e.SelectedText() != "" {
		t.Errorf("cursor at %d,%d, selected %q", e.CursorRow, e.CursorColumn, e.SelectedText())
	}
	if e.CanUndo() || e.CanRedo() {
		t.Error("the history was kept")
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.wants(t, "loaded\ntext", 0)
}

func TestGivenTyping_WhenUndoneAndRedone_ThenBothAreTold(t *testing.T) {
	e := newWriting(t, Body)
	e.typeIn("one two")
	e.edits = nil
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.wants(t, "one", 1)
	if !e.CanUndo() || !e.CanRedo() {
		t.Error("undo and redo should both be possible")
	}
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	e.wants(t, "one two", 2)
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutRedo{})
	e.wants(t, "one two", 4)
	if e.CanRedo() {
		t.Error("nothing is left to redo")
	}
}

func TestGivenText_WhenInserting_ThenItIsOneStepToUndo(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("before after")
	e.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	e.Insert(" three words here")
	e.wants(t, "before three words here after", 1)
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.wants(t, "before after", 2)
	e.TypedShortcut(&fyne.ShortcutRedo{})
	e.wants(t, "before three words here after", 3)
}

func TestGivenASelection_WhenInsertingOverIt_ThenItIsOneStepToUndoAndToRedo(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("bold")
	e.selectAll()
	e.Insert("**bold**")
	e.wants(t, "**bold**", 1)
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.wants(t, "bold", 2)
	e.TypedShortcut(&fyne.ShortcutRedo{})
	e.wants(t, "**bold**", 3)
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.wants(t, "bold", 4)
	if e.CanUndo() {
		t.Error("a step is left over")
	}
}

func TestGivenALimit_WhenMoreComesIn_ThenItIsRefusedWhole(t *testing.T) {
	e := newWriting(t, Body)
	e.MaxBytes = 8
	e.Load("12345")
	e.CursorToEnd()
	e.Insert("6789")
	e.wants(t, "12345", 0)
	e.Insert("678")
	e.wants(t, "12345678", 1)
	e.typeIn("9")
	e.key(fyne.KeyReturn)
	e.wants(t, "12345678", 1)
	if e.tooLong != 3 {
		t.Errorf("told of %d refusals, want 3", e.tooLong)
	}
	e.selectAll()
	e.Insert("abcdefgh")
	e.wants(t, "abcdefgh", 2)
}

func TestGivenWhatIsNotText_WhenPasted_ThenItIsRefusedWhole(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("safe")
	for _, bad := range []string{"a\x00b", "a\xffb"} {
		clip := test.NewClipboard()
		clip.SetContent(bad)
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	}
	e.wants(t, "safe", 0)
	if e.notText != 2 {
		t.Errorf("told of %d refusals, want 2", e.notText)
	}
}

func TestGivenASelection_WhenAnEmptyClipboardIsPasted_ThenTheTextAndItsHistoryStay(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("kept")
	e.selectAll()
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: test.NewClipboard()})
	e.wants(t, "kept", 0)
	if e.CanUndo() {
		t.Error("nothing was done, yet it can be undone")
	}
}

func TestGivenASelection_WhenCutAndPasted_ThenEachIsToldOnce(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("word")
	clip := test.NewClipboard()
	e.selectAll()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	e.wants(t, "", 1)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	e.wants(t, "word", 2)
}

func TestGivenATitleAndABody_WhenGoingDownAndUp_ThenTheKeyboardGoesOver(t *testing.T) {
	wear(t, look.Light)
	title, body := NewEditor(Title), NewEditor(Body)
	title.Next, body.Previous = body, title
	w := test.NewWindow(container.NewVBox(EditorFrame(title), EditorFrame(body)))
	defer w.Close()
	press := func(n fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n}) }
	for _, down := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown} {
		w.Canvas().Focus(title)
		press(down)
		if w.Canvas().Focused() != body {
			t.Errorf("%s does not go to the body", down)
		}
		press(fyne.KeyUp)
		if w.Canvas().Focused() != title {
			t.Error("Up does not go back to the title")
		}
	}
	if title.Text != "" || body.Text != "" {
		t.Error("going over typed something")
	}
}

func TestGivenAnEditor_WhenFocusComesAndGoes_ThenBothAreTold(t *testing.T) {
	e := newWriting(t, Body)
	var told []string
	e.OnFocus, e.OnBlur = func() { told = append(told, "focus") }, func() { told = append(told, "blur") }
	e.w.Canvas().Unfocus()
	e.w.Canvas().Focus(e.Editor)
	if strings.Join(told, " ") != "blur focus" {
		t.Errorf("told %v", told)
	}
	if e.AcceptsTab() {
		t.Error("the Tab key is kept from going to the next control")
	}
}

func TestGivenAFrame_WhenRefreshedManyTimes_ThenTheSizesStayAndNoFacesAreReadAgain(t *testing.T) {
	e := newWriting(t, Body)
	e.Load(strings.Repeat("word ", 400))
	e.w.Canvas().Capture()
	grown := heapGrowth(func() {
		for range 20 {
			e.w.Content().Refresh()
			e.w.Canvas().Capture()
		}
	})
	if grown > 8<<20 {
		t.Errorf("twenty refreshes keep %d MB", grown>>20)
	}
	if got := e.Theme().Size(theme.SizeNameText); got != look.SizeBody {
		t.Errorf("the body is set at %v", got)
	}
}

func TestGivenAnEditor_WhenTheAppearanceChanges_ThenItsTextFollows(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("some words in the body")
	light := e.w.Canvas().Capture()
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	dark := e.w.Canvas().Capture()
	keep(t, "editor-light", light)
	keep(t, "editor-dark", dark)
	if brightest(light) == brightest(dark) {
		t.Error("the text kept its colour")
	}
	if got := e.Theme().Size(theme.SizeNameText); got != look.SizeBody {
		t.Errorf("the body is set at %v", got)
	}
}

func TestGivenAnEditorInFocus_WhenDrawn_ThenThereIsACaretInTheAccentAndNoBox(t *testing.T) {
	e := newWriting(t, Body)
	e.Load("text")
	img := e.w.Canvas().Capture()
	keep(t, "editor-caret", img)
	accent := countColour(img, look.Color(look.ColorAccent))
	if accent < 20 || accent > 90 {
		t.Errorf("%d pixels of the accent: want a caret, and no border", accent)
	}
	if line := countColour(img, look.Color(look.ColorLineStrong)); line > 0 {
		t.Errorf("%d pixels of a border", line)
	}
}

func TestGivenAFieldOfAForm_WhenItsTextGrows_ThenSoDoesTheField(t *testing.T) {
	wear(t, look.Light)
	f := NewField("Situation")
	w := test.NewWindow(Down(8, f))
	defer w.Close()
	w.Resize(fyne.NewSize(294, 400))
	if h := f.MinSize().Height; h != 74 {
		t.Errorf("an empty field is %v high, want 74", h)
	}
	f.Editor.Load(strings.Repeat("Every Saturday release waited for me. ", 8))
	w.Content().Refresh()
	if h := f.MinSize().Height; h <= 74 {
		t.Errorf("a full field is %v high", h)
	}
	test.Tap(f)
	if w.Canvas().Focused() != f.Editor {
		t.Error("a tap on the field does not put the cursor in it")
	}
}
