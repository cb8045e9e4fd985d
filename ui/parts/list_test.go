package parts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// press types keys into a part.
func press(f fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// lined shows a list of n rows in a window 400 high.
func lined(t testing.TB, n int) (*List, fyne.Window, *[]int) {
	t.Helper()
	wear(t, look.Light)
	var opened []int
	l := NewList(55, func(i int) { opened = append(opened, i) })
	w := test.NewWindow(l)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(380, 400))
	l.Fill(n, func(i int) ListItem {
		return ListItem{Title: fmt.Sprintf("Row %d", i), Caption: "What it is about", Note: "3", Below: "10 March"}
	})
	return l, w, &opened
}

func TestGivenALongList_WhenItIsShown_ThenOnlyTheRowsInSightAreBuilt(t *testing.T) {
	l, w, _ := lined(t, 100_000)
	keep(t, "list", w.Canvas().Capture())
	if n := l.Built(); n < 8 || n > 9 {
		t.Errorf("%d rows are built", n)
	}
	w.Canvas().Focus(l)
	press(l, fyne.KeyEnd)
	if n := l.Built(); n < 8 || n > 9 {
		t.Errorf("at the end %d rows are built", n)
	}
	keep(t, "list-end", w.Canvas().Capture())
}

func TestGivenAList_WhenKeysArePressed_ThenTheCursorMovesAndEnterOpens(t *testing.T) {
	l, w, opened := lined(t, 30)
	w.Canvas().Focus(l)
	press(l, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown)
	l.TypedRune(' ')
	press(l, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	if want := []int{1, 7, 29, 0}; !slices.Equal(*opened, want) {
		t.Errorf("opened %v, want %v", *opened, want)
	}
	if !strings.HasPrefix(l.AccessibilityLabel(), "Row 0, What it is about") {
		t.Errorf("it reads %q", l.AccessibilityLabel())
	}
	escaped := false
	l.OnEscape = func() { escaped = true }
	press(l, fyne.KeyEscape)
	if !escaped {
		t.Error("Escape is not told")
	}
}

func TestGivenAList_WhenARowIsClicked_ThenItOpensAndTheListHasTheKeyboard(t *testing.T) {
	l, w, opened := lined(t, 3)
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 70))
	if !slices.Equal(*opened, []int{1}) || l.Selected() != 1 || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("opened %v, selected %d, the keyboard is at %T", *opened, l.Selected(), w.Canvas().Focused())
	}
	l.Update(1, 0, func(int) ListItem { return ListItem{Title: "One"} })
	press(l, fyne.KeyReturn)
	if !slices.Equal(*opened, []int{1, 0}) {
		t.Errorf("shorter, it opens %v", *opened)
	}
	l.Fill(0, nil)
	press(l, fyne.KeyReturn, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd)
	if l.Selected() != -1 || l.AccessibilityLabel() != "" || len(*opened) != 2 {
		t.Error("an empty list opens something")
	}
}

// grown shows a tree of two branches.
func grown(t testing.TB) (*Tree, fyne.Window, *[]string) {
	t.Helper()
	wear(t, look.Dark)
	var chosen []string
	tree := NewTree([]TreeNode{
		{Key: "a", Label: "How To Get Into a Leadership Role at Work: 7 Steps", Branch: true},
		{Key: "a/1", Label: "Twelve qualities", Under: "a"},
		{Key: "a/2", Label: "The seven steps", Under: "a"},
		{Key: "b", Label: "Leader is not a Label", Branch: true},
		{Key: "b/1", Label: "Lead from anywhere", Under: "b"},
		{Key: "own", Label: "My own prompts", Icon: look.IconPencil, Apart: true},
	}, func(key string) { chosen = append(chosen, key) })
	w := test.NewWindow(Inset(Down(0, tree), 20, 20, 20, 20))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	return tree, w, &chosen
}

func TestGivenATree_WhenKeysArePressed_ThenOneBranchAtMostIsOpen(t *testing.T) {
	tree, w, chosen := grown(t)
	tree.SetSelected("a/1")
	closed := tree.MinSize().Height
	tree.SetCount("a/1", "12")
	w.Canvas().Focus(tree)
	w.Content().Refresh()
	keep(t, "tree", w.Canvas().Capture())
	press(tree, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	if tree.Open() != "b" {
		t.Fatalf("open is %q", tree.Open())
	}
	press(tree, fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyLeft)
	if tree.Open() != "" || tree.MinSize().Height >= closed {
		t.Errorf("open is %q, %v high", tree.Open(), tree.MinSize().Height)
	}
	press(tree, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome)
	tree.TypedRune(' ')
	if want := []string{"b/1", "own", "a"}; !slices.Equal(*chosen, want) || tree.Open() != "a" {
		t.Errorf("chosen %v, open is %q", *chosen, tree.Open())
	}
}

func TestGivenATree_WhenAChevronIsClicked_ThenItFoldsWithoutBeingChosen(t *testing.T) {
	tree, w, chosen := grown(t)
	test.TapCanvas(w.Canvas(), fyne.NewPos(27, 40))
	if tree.Open() != "a" || len(*chosen) > 0 {
		t.Errorf("open is %q, chosen %v", tree.Open(), *chosen)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 40))
	if !slices.Equal(*chosen, []string{"a"}) || tree.Selected() != "a" {
		t.Errorf("chosen %v", *chosen)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(27, 40))
	if tree.Open() != "" {
		t.Errorf("open is %q", tree.Open())
	}
}
