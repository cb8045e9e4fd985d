package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"groundwork/ui/look"
)

// pieces are what texts of the tests are made of. Spaces at the end of a row are where Entry loses its way.
var pieces = []string{"review", "a", "nobody", " ", "  ", ". ", "\n", "\n\n", "öäü", "ran the", "12 % ", "🙂", "e\u0301", "会議"}

// replacing is an editor of a random width with a random text, and what it told.
type replacing struct {
	*Editor
	told []string
}

func newReplacing(t *rapid.T, win fyne.Window) *replacing {
	r := &replacing{Editor: NewEditor(Body)}
	r.OnEdited = func(text string) { r.told = append(r.told, text) }
	win.SetContent(EditorFrame(r.Editor))
	win.Resize(fyne.NewSize(float32(rapid.IntRange(90, 360).Draw(t, "width")), 300))
	r.Load(draft(t, 30))
	r.moveTo(r.somewhere(t, "cursor"))
	return r
}

// draft draws a text.
func draft(t *rapid.T, most int) string {
	text := ""
	for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, "text") {
		text += p
	}
	return text
}

// somewhere draws a place between two letters of the text.
func (r *replacing) somewhere(t *rapid.T, name string) int {
	runes := []rune(r.Text)
	return len(string(runes[:rapid.IntRange(0, len(runes)).Draw(t, name)]))
}

func TestWhatIsReplacedIsOneStepAndTheCursorStaysWithItsText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	win := test.NewTempWindow(t, nil)
	rapid.Check(t, func(t *rapid.T) {
		r := newReplacing(t, win)
		for range rapid.IntRange(1, 3).Draw(t, "times") {
			from, to := r.somewhere(t, "from"), r.somewhere(t, "to")
			from, to = min(from, to), max(from, to)
			text := draft(t, 4)
			r.replaces(t, from, to, text)
		}
	})
}

func (r *replacing) replaces(t *rapid.T, from, to int, text string) {
	before, cursor := r.Text, r.cursor()
	want := before[:from] + text + before[to:]
	if want == before {
		return
	}
	belongs := r.cursorAfter(from, to, len(text))
	r.moveTo(cursor)
	r.told = nil
	r.Replace(from, to, text)
	if r.Text != want || len(r.told) != 1 || r.told[0] != want {
		t.Fatalf("%q became %q, told %q; want %q", before, r.Text, r.told, want)
	}
	if r.cursor() != belongs {
		t.Fatalf("the cursor went from %d of %q to %d of %q, want %d", cursor, before, r.cursor(), want, belongs)
	}
	r.told = nil
	r.Undo()
	if r.Text != before || len(r.told) != 1 {
		t.Fatalf("undone it is %q after telling %q, want %q", r.Text, r.told, before)
	}
	r.Redo()
	if r.Text != want || len(r.told) != 2 {
		t.Fatalf("redone it is %q after telling %q, want %q", r.Text, r.told, want)
	}
}

func TestGivenLettersDeletedBefore_WhenAReplacementIsUndone_ThenTheyStayDeleted(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	e := NewEditor(Body)
	win := test.NewTempWindow(t, EditorFrame(e))
	win.Resize(fyne.NewSize(300, 300))
	e.Load("leaders")
	e.CursorToEnd()
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	e.Replace(0, 6, "*leader*")
	e.TypedRune('!')
	e.Undo()
	e.Undo()
	if e.Text != "leader" {
		t.Errorf("undone it is %q", e.Text)
	}
	e.Undo()
	if e.Text != "leaders" {
		t.Errorf("undone once more it is %q", e.Text)
	}
}

func TestGivenASelection_WhenSomethingIsReplaced_ThenItIsLetGoOf(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	e := NewEditor(Body)
	win := test.NewTempWindow(t, EditorFrame(e))
	win.Resize(fyne.NewSize(300, 300))
	e.Load("- [ ] ask Priya")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.Replace(3, 4, "x")
	if e.Text != "- [x] ask Priya" || e.SelectedText() != "" {
		t.Errorf("it is %q, selected %q", e.Text, e.SelectedText())
	}
}

func TestGivenALimit_WhenAReplacementWouldExceedIt_ThenNothingChanges(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	e := NewEditor(Body)
	test.NewTempWindow(t, EditorFrame(e))
	e.MaxBytes = 4
	e.Load("four")
	e.Replace(0, 2, "for")
	e.Replace(0, 2, "xx")
	if e.Text != "xxur" {
		t.Errorf("it is %q", e.Text)
	}
}

func TestBehindASpaceThatEndsARowReplacingWorksAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	win := test.NewTempWindow(t, nil)
	before, want := "ran the review \nnobody", "ran the review , nobody"
	for width := 60; width < 160; width++ {
		e := NewEditor(Body)
		win.SetContent(EditorFrame(e))
		win.Resize(fyne.NewSize(float32(width), 300))
		e.Load(before)
		e.Replace(15, 16, ", ")
		if e.Text != want {
			t.Fatalf("at %d it is %q", width, e.Text)
		}
		e.Undo()
		if e.Text != before {
			t.Fatalf("at %d undone it is %q", width, e.Text)
		}
		e.Redo()
		if e.Text != want {
			t.Fatalf("at %d redone it is %q", width, e.Text)
		}
	}
}
