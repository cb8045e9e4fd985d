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

// cards is n cards, with all that was done to them.
type cards struct {
	n    int
	done []string
}

func (c *cards) Len() int                   { return c.n }
func (c *cards) Height(int) float32         { return TickCardHeight + 8 }
func (c *cards) Sort(int) int               { return 0 }
func (c *cards) Make(int) fyne.CanvasObject { return NewTickCard() }
func (c *cards) Opens(int) bool             { return true }
func (c *cards) Label(i int) string         { return fmt.Sprintf("Card %d", i) }

func (c *cards) Fill(i int, row fyne.CanvasObject) {
	card := row.(*TickCard)
	card.Set(c.Label(i), i%2 == 0, []CardChip{
		{Key: "when", Label: "January", Icon: look.IconCalendar, Fill: look.ColorSunken},
		{Key: "more", Label: "Expectation", Icon: look.IconPlus},
	})
	card.OnTick = func() { c.done = append(c.done, fmt.Sprint("tick ", i)) }
	card.OnPress = func(key string) { c.done = append(c.done, fmt.Sprint("press ", i, " ", key)) }
}

// dealing is a Roll of cards in a window 400 high.
func dealing(t testing.TB, n int) (*Roll, *cards, fyne.Window) {
	t.Helper()
	wear(t, look.Light)
	c := &cards{n: n}
	r := NewRoll(func(i int) { c.done = append(c.done, fmt.Sprint("open ", i)) })
	r.CardGap = 8
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(480, 400))
	r.Fill(c)
	return r, c, w
}

func TestGivenACard_WhenItsPlacesArePressed_ThenEachIsToldApart(t *testing.T) {
	r, c, w := dealing(t, 3)
	for _, at := range []fyne.Position{
		{X: RollReach + 20, Y: 20},       // the box
		{X: RollReach + 200, Y: 20},      // the words
		{X: RollReach + 60, Y: 50},       // the first chip
		{X: RollReach + 150, Y: 80 + 50}, // the second chip of the second card
		{X: RollReach + 20, Y: 80 + 60},  // below its box
	} {
		test.TapCanvas(w.Canvas(), at)
	}
	want := []string{"tick 0", "press 0 ", "press 0 when", "press 1 more", "press 1 "}
	if !slices.Equal(c.done, want) {
		t.Errorf("told was %q, want %q", c.done, want)
	}
	if r.Selected() != -1 {
		t.Error("the Roll opened a row as well")
	}
}

func TestGivenCards_WhenTheKeyboardIsThere_ThenSpaceTicksAndEnterOpens(t *testing.T) {
	r, c, w := dealing(t, 3)
	r.OnSpace = func(i int) { c.done = append(c.done, fmt.Sprint("space ", i)) }
	w.Canvas().Focus(r)
	before := countColour(w.Canvas().Capture(), look.Color(look.ColorAccent))
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.TypedRune(' ')
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []string{"space 1", "open 1"}; !slices.Equal(c.done, want) {
		t.Errorf("told was %q, want %q", c.done, want)
	}
	if before < 1000 {
		t.Errorf("the ring around a card has %d pixels", before)
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	r.OnSpace = nil
	r.TypedRune(' ')
	if got := c.done[len(c.done)-1]; got != "open 2" {
		t.Errorf("without OnSpace the space bar does %q", got)
	}
}

func TestGivenACard_WhenItIsReadAloud_ThenItSaysItsChipsAndItsTick(t *testing.T) {
	wear(t, look.Dark)
	card := NewTickCard()
	stand(t, card)
	card.Set("Spoke at the meetup", true, []CardChip{{Label: "January", Icon: look.IconCalendar}, {Label: "Moment", Icon: look.IconStar}})
	if got := card.AccessibilityLabel(); got != "Spoke at the meetup, January, Moment ✓" {
		t.Errorf("it reads %q", got)
	}
	card.Set("Coffee", false, nil)
	if got := card.AccessibilityLabel(); got != "Coffee" {
		t.Errorf("it reads %q", got)
	}
}

func TestGivenALongNameOnAChip_WhenTheCardIsNarrow_ThenItStaysOnTheCard(t *testing.T) {
	wear(t, look.Light)
	card := NewTickCard()
	w := stand(t, card)
	card.Resize(fyne.NewSize(200, TickCardHeight))
	card.Set("x", true, []CardChip{{Key: "x", Label: "Represents the team where decisions are made", Icon: look.IconCheck, Fill: look.ColorAccentSoft}})
	chip := countColour(w.Canvas().Capture(), look.Color(look.ColorAccentSoft))
	if most := (200 - 44 - 14) * 24; chip < most/3 || chip > most {
		t.Errorf("the chip has %d pixels, and room for %d", chip, most)
	}
}

func TestGivenAThousandCards_WhenScrolledThrough_ThenFewAreBuilt(t *testing.T) {
	r, _, w := dealing(t, 1000)
	w.Canvas().Focus(r)
	for range 100 {
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if n := r.Built(); n > 10 {
		t.Errorf("%d cards are built", n)
	}
}
