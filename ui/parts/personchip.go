package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// personChip is a person among others: initials and name. It can be pressed, and taken away.
type personChip struct {
	pressable
	name     string
	onRemove func()

	ground   *canvas.Rectangle
	initials *Initials
	word     *canvas.Text
	removal
}

var (
	_ fyne.Widget       = (*personChip)(nil)
	_ fyne.Focusable    = (*personChip)(nil)
	_ fyne.Accessible   = (*personChip)(nil)
	_ desktop.Hoverable = (*personChip)(nil)
)

// Where things stand in the chip of a person.
const (
	personHeight float32 = 28
	personInset  float32 = 2 // of the circle
	personLeft           = personInset + InitialsChip + 6
	personWidest float32 = 220
)

var typePerson = TypeCaption.In(look.ColorInk)

func newPersonChip(name string, onOpen, onRemove func()) *personChip {
	c := &personChip{name: name, onRemove: onRemove, ground: canvas.NewRectangle(color.Transparent), removal: newRemoval()}
	c.press = onOpen
	c.ground.CornerRadius = personHeight / 2
	c.initials, c.word = NewInitials(name, InitialsChip), newText(name, typePerson)
	c.init(personHeight / 2)
	c.ExtendBaseWidget(c)
	return c
}

// AccessibilityLabel returns the name.
func (c *personChip) AccessibilityLabel() string { return c.name }

// Tapped takes the chip away if the cross is tapped, and presses it elsewhere.
func (c *personChip) Tapped(e *fyne.PointEvent) {
	if c.hit(e.Position.X, c.Size().Width) {
		c.onRemove()
		return
	}
	c.pressed()
}

// TypedKey takes the chip away with Backspace or Delete.
func (c *personChip) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyBackspace || e.Name == fyne.KeyDelete {
		c.onRemove()
		return
	}
	c.pressable.TypedKey(e)
}

// CreateRenderer is for Fyne.
func (c *personChip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.initials, c.word, c.patch, c.cross, c.ring)
}

func (c *personChip) minSize() fyne.Size {
	width := whole(personLeft+measure(c.name, typePerson)+chipPadding) + 1
	return fyne.NewSize(fyne.Min(width, personWidest), personHeight)
}

func (c *personChip) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.initials.Move(fyne.NewPos(personInset, personInset))
	c.initials.Resize(c.initials.MinSize())
	c.word.Text = shorten(c.name, typePerson, size.Width-personLeft-chipPadding+1)
	setType(c.word, typePerson)
	centred(c.word, personLeft, size.Height)
	c.removal.layout(size)
	c.paintRing(size)
}

func (c *personChip) paint() {
	fill := look.ColorSunken
	if c.lit() {
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, "")
	setType(c.word, typePerson)
	c.word.Refresh()
	c.removal.paint(c.hovered || c.focused)
	c.paintRing(c.Size())
}
