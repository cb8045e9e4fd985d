package parts_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// crowd is n people with a heading over every five of them.
type crowd struct {
	n      int
	height float32 // of a person
	filled int     // how often a row was asked to show something
}

const (
	headSort = iota
	personSort
)

func (c *crowd) Len() int { return c.n }

func (c *crowd) Sort(i int) int {
	if i%6 == 0 {
		return headSort
	}
	return personSort
}

func (c *crowd) Height(i int) float32 {
	if c.Sort(i) == headSort {
		return RollHeadHeight
	}
	return c.height
}

func (c *crowd) Make(sort int) fyne.CanvasObject {
	if sort == headSort {
		return NewRollHead()
	}
	return NewText("", TypeRowTitle)
}

func (c *crowd) Fill(i int, row fyne.CanvasObject) {
	c.filled++
	if head, ok := row.(*RollHead); ok {
		head.Set(c.Label(i), "5")
		return
	}
	row.(*Text).SetText(c.Label(i))
}

func (c *crowd) Opens(i int) bool   { return c.Sort(i) == personSort }
func (c *crowd) Label(i int) string { return fmt.Sprintf("Row %d", i) }

// rolling is a Roll in a window 400 high, with all it opened.
type rolling struct {
	*Roll
	w      fyne.Window
	rows   *crowd
	opened []int
}

func newRolling(t testing.TB, n int) *rolling {
	t.Helper()
	wear(t, look.Light)
	s := &rolling{rows: &crowd{n: n, height: 56}}
	s.Roll = NewRoll(func(i int) { s.opened = append(s.opened, i) })
	s.w = test.NewWindow(s.Roll)
	t.Cleanup(s.w.Close)
	s.w.SetPadded(false)
	s.w.Resize(fyne.NewSize(480, 400))
	s.Roll.Fill(s.rows)
	return s
}

// shows returns the rows in sight from the top, as words and distances from the top of the view.
func (s *rolling) shows() map[string]float32 {
	all := map[string]float32{}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, o := range test.LaidOutObjects(s.Roll) {
		if row, ok := o.(fyne.Accessible); ok {
			if _, tappable := o.(fyne.Tappable); tappable {
				all[row.AccessibilityLabel()] = where(o).Y
			}
		}
	}
	return all
}

// mostBuilt is how many rows a view of 400 may need: those that fit, those cut at both ends, and as many headings.
const mostBuilt = 400/56 + 2 + 4

func TestGivenTenThousandRows_WhenScrolledThrough_ThenFewAreBuilt(t *testing.T) {
	s := newRolling(t, 10_000)
	s.w.Canvas().Focus(s.Roll)
	for range 300 {
		press(s, fyne.KeyPageDown)
	}
	press(s, fyne.KeyEnd, fyne.KeyHome)
	if n := s.Built(); n < 6 || n > mostBuilt {
		t.Errorf("%d rows are built", n)
	}
}

func TestGivenRowsInSight_WhenScrolledByALittle_ThenOnlyTheOneThatComesIsFilled(t *testing.T) {
	s := newRolling(t, 100)
	before := s.rows.filled
	test.Scroll(s.w.Canvas(), fyne.NewPos(100, 100), 0, -30)
	if more := s.rows.filled - before; more > 1 {
		t.Errorf("%d rows are filled anew", more)
	}
	if s.shows()["Row 0"] != -30 {
		t.Errorf("it shows %v", s.shows())
	}
}

func TestGivenHeadings_WhenTheArrowsMove_ThenTheyAreLeftOut(t *testing.T) {
	s := newRolling(t, 14) // people are 1 to 5, 7 to 11, and 13
	s.w.Canvas().Focus(s.Roll)
	press(s, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn,
		fyne.KeyHome, fyne.KeyUp)
	s.TypedRune(' ')
	if want := []int{1, 13, 11, 13, 1}; !slices.Equal(s.opened, want) {
		t.Errorf("opened %v, want %v", s.opened, want)
	}
	if s.AccessibilityLabel() != "Row 1" {
		t.Errorf("it reads %q", s.AccessibilityLabel())
	}
}

func TestGivenManyRows_WhenPagingDownAndUp_ThenNoRowIsLeftOutAndItComesBack(t *testing.T) {
	s := newRolling(t, 60)
	s.w.Canvas().Focus(s.Roll)
	last := -1
	for s.AccessibilityLabel() != "Row 59" {
		shown := s.shows()
		press(s, fyne.KeyPageDown)
		if at := s.shows()[s.AccessibilityLabel()]; at < 0 || at+56 > 400 {
			t.Fatalf("the row the keyboard is at lies at %v", at)
		}
		seen := false
		for row := range shown {
			_, here := s.shows()[row]
			seen = seen || here
		}
		if !seen {
			t.Fatal("a page down leaves rows out")
		}
		if last++; last > 20 {
			t.Fatalf("after %d pages it is at %s", last, s.AccessibilityLabel())
		}
	}
	for range last + 2 {
		press(s, fyne.KeyPageUp)
	}
	if s.AccessibilityLabel() != "Row 1" || s.shows()["Row 0"] != 0 {
		t.Errorf("back up it is at %s and shows %v", s.AccessibilityLabel(), s.shows())
	}
}

func TestGivenARowOutOfSight_WhenItIsSelected_ThenItIsScrolledNoFurtherThanNeeded(t *testing.T) {
	s := newRolling(t, 100)
	s.SetSelected(20)
	if at := s.shows()["Row 20"]; at != 400-56 {
		t.Errorf("it lies at %v", at)
	}
	s.SetSelected(19)
	if at := s.shows()["Row 20"]; at != 400-56 {
		t.Error("it scrolls for a row that is in sight")
	}
	s.SetSelected(2)
	if at := s.shows()["Row 2"]; at != 0 || s.Selected() != 2 {
		t.Errorf("the row above lies at %v", at)
	}
}

func TestGivenAScrolledList_WhenItIsUpdated_ThenItStaysAndShowsWhatIsNow(t *testing.T) {
	s := newRolling(t, 100)
	s.SetSelected(50)
	before := s.shows()
	filled := s.rows.filled
	s.Update(&crowd{n: 99, height: 56}, 51)
	if got := s.shows(); len(got) != len(before) || got["Row 50"] != before["Row 50"] || s.Selected() != 51 {
		t.Errorf("it showed %v and shows %v", before, got)
	}
	if s.rows.filled != filled {
		t.Error("it still asks the rows that were")
	}
	press(s, fyne.KeyReturn)
	if !slices.Equal(s.opened, []int{51}) {
		t.Errorf("the keyboard is at %v", s.opened)
	}
	s.Update(&crowd{n: 3, height: 56}, -1)
	press(s, fyne.KeyReturn)
	if got := s.shows(); len(got) != 3 || got["Row 0"] != 0 || !slices.Equal(s.opened, []int{51, 2}) {
		t.Errorf("shortened, it shows %v and opened %v", got, s.opened)
	}
	s.Roll.Fill(&crowd{})
	press(s, fyne.KeyReturn, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyEnd)
	if len(s.shows()) != 0 || s.Selected() != -1 || s.AccessibilityLabel() != "Nothing is listed here" || len(s.opened) != 2 {
		t.Error("an empty list shows or opens something")
	}
}

func TestGivenARowThatIsOpen_WhenAListIsShownTheFirstTime_ThenItIsInSight_AndLaterTheListStays(t *testing.T) {
	s := newRolling(t, 0)
	s.Roll = NewRoll(nil)
	s.w.SetContent(s.Roll)
	s.List(&crowd{n: 100, height: 56}, 50)
	if at := s.shows()["Row 50"]; at != 400-56 || s.Selected() != 50 {
		t.Errorf("row %d is open, and 50 lies at %v", s.Selected(), at)
	}
	before := s.shows()
	s.List(&crowd{n: 100, height: 56}, 2)
	if got := s.shows(); got["Row 50"] != before["Row 50"] || s.Selected() != 2 {
		t.Errorf("row %d is open, and 50 lies at %v", s.Selected(), got["Row 50"])
	}
}

func TestGivenAScrolledList_WhenTheWindowOrTheRowsChangeHeight_ThenTheTopRowStays(t *testing.T) {
	s := newRolling(t, 100)
	test.Scroll(s.w.Canvas(), fyne.NewPos(100, 100), 0, -2000)
	top := s.topRow()
	s.w.Resize(fyne.NewSize(480, 300))
	if s.topRow() != top {
		t.Errorf("lower, the top row is %s, was %s", s.topRow(), top)
	}
	s.rows.height = 98
	s.w.Resize(fyne.NewSize(380, 300))
	if s.topRow() != top {
		t.Errorf("with higher rows, the top row is %s, was %s", s.topRow(), top)
	}
}

// topRow is the one that reaches over the upper edge of the view.
func (s *rolling) topRow() string {
	best, name := float32(-1e6), ""
	for row, y := range s.shows() {
		if y <= 0 && y > best {
			best, name = y, row
		}
	}
	return name
}

func TestGivenAListThatWasNeverShown_WhenARowIsSelected_ThenItIsInSightOnceThereIsRoom(t *testing.T) {
	wear(t, look.Light)
	s := &rolling{Roll: NewRoll(nil)}
	s.Roll.Fill(&crowd{n: 100, height: 56})
	s.SetSelected(50)
	w := test.NewWindow(s.Roll)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(480, 400))
	if at, ok := s.shows()["Row 50"]; !ok || at < 0 || at > 400-56 {
		t.Errorf("it shows %v", s.shows())
	}
}

func TestGivenRows_WhenClicked_ThenAPersonOpensAndAHeadingDoesNot(t *testing.T) {
	s := newRolling(t, 20)
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(100, 10))
	if len(s.opened) > 0 {
		t.Error("a heading opens")
	}
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(100, 34+56+20))
	if !slices.Equal(s.opened, []int{2}) || s.Selected() != 2 || s.w.Canvas().Focused() != fyne.Focusable(s.Roll) {
		t.Errorf("opened %v, selected %d", s.opened, s.Selected())
	}
	escaped := false
	s.OnEscape = func() { escaped = true }
	press(s, fyne.KeyEscape)
	if !escaped {
		t.Error("Escape is not told")
	}
}

func TestGivenAThingInARowThatIsCutOff_WhenItIsRevealed_ThenItStandsWholeInSight(t *testing.T) {
	s := newRolling(t, 100)
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	var cut fyne.CanvasObject
	for _, o := range test.LaidOutObjects(s.Roll) {
		if _, tappable := o.(fyne.Tappable); tappable && where(o).Y < 400 && where(o).Y+o.Size().Height > 400 {
			cut = o
		}
	}
	if cut == nil {
		t.Fatal("no row is cut off")
	}
	s.Reveal(cut)
	if bottom := where(cut).Y + cut.Size().Height; bottom > 400 {
		t.Errorf("it still ends at %v", bottom)
	}
}
