package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestATickRowIsTickedInItsBoxAndReadAloudAsItStands(t *testing.T) {
	test.NewTempApp(t)
	ticked := 0
	r := NewTickRow()
	r.OnTick = func() { ticked++ }
	r.Set(TickItem{Text: "Delayed the rollout", Note: "26 February", News: "New", Ticked: true})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(400, TickRowHeight))
	test.TapCanvas(w.Canvas(), r.box.Position().AddXY(8, 8).Add(r.Position()))
	test.TapCanvas(w.Canvas(), r.words.Position().AddXY(40, 8).Add(r.Position()))
	if ticked != 1 {
		t.Errorf("the box and the words tick %d times", ticked)
	}
	if got, want := r.AccessibilityLabel(), "Delayed the rollout, New, 26 February ✓"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
}

func TestTheKeyboardOfARollCanBePutAtARow(t *testing.T) {
	test.NewTempApp(t)
	r := NewRoll(nil)
	r.Unlined = true
	r.Fill(namedRows{"a", "b", "c"})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(200, 200))
	r.SetCursor(2)
	if r.Cursor() != 2 || r.Selected() != -1 {
		t.Errorf("the keyboard is at %d, and %d is open", r.Cursor(), r.Selected())
	}
}

// namedRows are rows of one word.
type namedRows []string

func (r namedRows) Len() int                        { return len(r) }
func (r namedRows) Height(int) float32              { return 30 }
func (r namedRows) Sort(int) int                    { return 0 }
func (r namedRows) Make(int) fyne.CanvasObject      { return NewText("", TypeUI) }
func (r namedRows) Fill(i int, o fyne.CanvasObject) { o.(*Text).SetText(r[i]) }
func (r namedRows) Opens(int) bool                  { return true }
func (r namedRows) Label(i int) string              { return r[i] }
