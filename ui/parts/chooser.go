package parts

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// chooser is what the choices of one among a few share: which is chosen, where the keyboard is, and who is told.
type chooser struct {
	widget.DisableableWidget
	// OnChosen is told the key of what the writer chose.
	OnChosen func(key string)
	// Optional lets the writer take the choice back by choosing it again; OnChosen is told "" then.
	Optional bool
	// OnFocus is told when the keyboard comes, for those who have to bring the choice into sight.
	OnFocus func()

	keys           []string
	chosen, cursor int
	focused        bool
	ring           *canvas.Rectangle
}

func (c *chooser) init(keys []string, onChosen func(key string), radius float32) {
	c.keys, c.OnChosen = keys, onChosen
	c.ring = canvas.NewRectangle(color.Transparent)
	c.ring.StrokeWidth = ringWidth
	c.ring.CornerRadius = radius + ringGap + ringWidth
	c.ring.Hide()
}

// Selected returns the key of what is chosen, or nothing.
func (c *chooser) Selected() string {
	if c.chosen < 0 || c.chosen >= len(c.keys) {
		return ""
	}
	return c.keys[c.chosen]
}

// SetSelected chooses by key without telling OnChosen. A key that is none of them chooses nothing.
func (c *chooser) SetSelected(key string) {
	c.chosen = slices.Index(c.keys, key)
	c.cursor = max(c.chosen, 0)
	c.Refresh()
}

// choose is the writer's choice.
func (c *chooser) choose(i int) {
	if c.Disabled() || i < 0 || i >= len(c.keys) {
		return
	}
	c.cursor = i
	if c.Optional && c.chosen == i {
		i = -1
	}
	c.chosen = i
	c.Refresh()
	if c.OnChosen != nil {
		c.OnChosen(c.Selected())
	}
}

// FocusGained shows where the keyboard is: at what is chosen.
func (c *chooser) FocusGained() {
	c.focused, c.cursor = true, max(c.chosen, 0)
	c.Refresh()
	seeFocus()
	call(c.OnFocus)
}

// FocusLost hides it.
func (c *chooser) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune chooses with the space bar.
func (c *chooser) TypedRune(r rune) {
	if r == ' ' {
		c.choose(c.cursor)
	}
}

// TypedKey moves with the arrows, Home and End, and chooses with Enter.
func (c *chooser) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.cursor = max(c.cursor-1, 0)
	case fyne.KeyRight, fyne.KeyDown:
		c.cursor = min(c.cursor+1, len(c.keys)-1)
	case fyne.KeyHome:
		c.cursor = 0
	case fyne.KeyEnd:
		c.cursor = len(c.keys) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		c.choose(c.cursor)
		return
	case fyne.KeyEscape:
		escape()
		return
	default:
		return
	}
	c.Refresh()
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (c *chooser) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// showCursor puts the ring around one of the choices.
func (c *chooser) showCursor(pos fyne.Position, size fyne.Size) {
	paintRing(c.ring)
	placeRing(c.ring, pos, size)
	setVisible(c.ring, c.focused && !c.Disabled())
	c.ring.Refresh()
}
