package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"groundwork/ui/look"
)

// writing is an editor of some width and the text that ought to be in it.
type writing struct {
	editor *Editor
	want   []rune
}

func (w *writing) typeText(text string) {
	for _, r := range text {
		if r == '\n' {
			w.press(fyne.KeyReturn)
		} else {
			w.editor.TypedRune(r)
		}
	}
	w.want = append(w.want, []rune(text)...)
}

func (w *writing) press(name fyne.KeyName) { w.editor.TypedKey(&fyne.KeyEvent{Name: name}) }

func (w *writing) erase() {
	w.press(fyne.KeyBackspace)
	w.want = w.want[:max(len(w.want)-1, 0)]
}

func (w *writing) paste(text string) {
	w.editor.Insert(text)
	w.want = append(w.want, []rune(text)...)
}

// openAgain is what happens when an entry is opened whose text ends anywhere.
func (w *writing) openAgain() {
	w.editor.Load(string(w.want))
	w.editor.CursorToEnd()
}

func TestWhatIsTypedAtTheEndStaysInOrderAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	win := test.NewTempWindow(t, nil)
	words := rapid.SampledFrom([]string{"review", "a", "nobody", " ", "  ", "; ", "\n", "\n\n", "öäü", "ran the", "12 % "})
	rapid.Check(t, func(t *rapid.T) {
		w := &writing{editor: NewEditor(Body)}
		win.SetContent(EditorFrame(w.editor))
		win.Resize(fyne.NewSize(float32(rapid.IntRange(90, 360).Draw(t, "width")), 300))
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				w.erase()
			case 1:
				w.paste(words.Draw(t, "pasted"))
			case 2:
				w.openAgain()
			case 3:
				w.press(fyne.KeyEnd)
			default:
				w.typeText(words.Draw(t, "typed"))
			}
			if w.editor.Text != string(w.want) {
				t.Fatalf("the text is %q, want %q", w.editor.Text, string(w.want))
			}
		}
	})
}

func TestUndoPutsTheCursorBehindTheSpaceThatEndsTheText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for width := float32(200); width < 320; width += 3 {
		e := NewEditor(Body)
		test.NewTempWindow(t, EditorFrame(e)).Resize(fyne.NewSize(width, 300))
		e.Insert("where nobody at all ")
		e.Insert("defended")
		e.Undo()
		e.TypedRune('x')
		if got := e.Text; got != "where nobody at all x" {
			t.Fatalf("at width %v the text is %q", width, got)
		}
	}
}

func TestMovingAwayLeavesTheCursorWhereItWasMovedTo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for width := float32(200); width < 320; width += 3 {
		e := NewEditor(Body)
		test.NewTempWindow(t, EditorFrame(e)).Resize(fyne.NewSize(width, 300))
		for _, r := range "where nobody at all " {
			e.TypedRune(r)
		}
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		e.TypedRune('x')
		if !strings.HasPrefix(e.Text, "xwhere") {
			t.Fatalf("at width %v the text is %q", width, e.Text)
		}
	}
}
