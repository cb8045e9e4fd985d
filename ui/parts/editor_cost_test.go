package parts_test

import (
	"strings"
	"testing"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// longText is a text of 2,000 words in paragraphs of 50.
func longText() string {
	sentence := "Priya ran the incident review herself today and I had promised to stay quiet "
	words := strings.Fields(strings.Repeat(sentence, 2000/14+1))[:2000]
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i%50 == 49 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestGivenALongText_WhenAKeyIsTyped_ThenNothingIsDoneThatABareEntryDoesNot(t *testing.T) {
	wear(t, look.Light)
	e := NewEditor(Body)
	e.MaxBytes = 1 << 20
	told := ""
	e.OnEdited = func(text string) { told = text }
	ours := allocationsPerKey(t, e, EditorFrame(e), e.Load)
	bare, frame := bareEntry()
	theirs := allocationsPerKey(t, bare, frame, bare.SetText)
	if ours > theirs*1.05 {
		t.Errorf("a key allocates %.0f times, in a bare entry %.0f", ours, theirs)
	}
	if unsafe.StringData(told) != unsafe.StringData(e.Text) {
		t.Error("the text is copied to tell of it")
	}
}

func allocationsPerKey(t *testing.T, e fyne.Focusable, shown fyne.CanvasObject, load func(string)) float64 {
	w := test.NewWindow(container.NewStack(shown))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(588, 600))
	load(longText())
	w.Canvas().Focus(e)
	return testing.AllocsPerRun(3, func() {
		e.TypedRune('a')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	})
}

// BenchmarkKeyInEditor and BenchmarkKeyInBareEntry are compared: the first may take 1.2 times the second.
func BenchmarkKeyInEditor(b *testing.B) {
	wear(b, look.Light)
	e := NewEditor(Body)
	told := 0
	e.OnEdited = func(string) { told++ }
	e.MaxBytes = 1 << 20
	benchmarkKeys(b, e, EditorFrame(e), e.Load)
	if told == 0 {
		b.Fatal("no key was told")
	}
}

// BenchmarkKeyInBareEntry is the measure: an Entry of Fyne's with the same text at the same size.
func BenchmarkKeyInBareEntry(b *testing.B) {
	wear(b, look.Light)
	e, frame := bareEntry()
	benchmarkKeys(b, e, frame, e.SetText)
}

func bareEntry() (*widget.Entry, fyne.CanvasObject) {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	e.TextStyle = look.StyleSerif
	e.OnChanged = func(string) {}
	return e, container.NewThemeOverride(e, large{look.New(look.Light)})
}

// large is the application's theme with text as large as an editor's body.
type large struct{ *look.Theme }

func (l large) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return look.SizeBody
	}
	return l.Theme.Size(n)
}

func benchmarkKeys(b *testing.B, e fyne.Focusable, shown fyne.CanvasObject, load func(string)) {
	w := test.NewWindow(container.NewStack(shown))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(588, 600))
	load(longText())
	w.Canvas().Focus(e)
	b.ReportAllocs()
	for b.Loop() {
		e.TypedRune('a')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
