package parts

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// StrengthCells are four small cells in a row, from the weakest proof to the strongest, of which one is in force. It is
// one stop for the keyboard.
type StrengthCells struct {
	chooser
	names [4]string
	cells [4]*strengthCell
}

var (
	_ fyne.Widget    = (*StrengthCells)(nil)
	_ fyne.Focusable = (*StrengthCells)(nil)
)

// The size of a cell, and the distance from one to the next.
const (
	strengthWidth  float32 = 26
	strengthHeight float32 = 24
	strengthPitch  float32 = 29
	strengthRadius float32 = 7
)

// strengthLooks are the mark of each strength, the roles of its cell while it is in force, and the other way round.
var strengthLooks = [4]struct {
	icon       look.IconName
	fill, mark fyne.ThemeColorName
}{
	{look.IconPencil, look.ColorStrength1, look.ColorStrength1Mark},
	{look.IconHash, look.ColorStrength2, look.ColorStrength2Mark},
	{look.IconQuote, look.ColorStrength3, look.ColorStrength3Mark},
	{look.IconPage, look.ColorStrength4, look.ColorStrength4Mark},
}

// NewStrengthCells returns four cells with their names, weakest first, none in force. onChosen is told the place of
// the one that the writer chose.
func NewStrengthCells(names [4]string, onChosen func(i int)) *StrengthCells {
	s := &StrengthCells{names: names}
	keys := make([]string, len(names))
	for i := range names {
		keys[i] = strconv.Itoa(i)
		s.cells[i] = newStrengthCell(i, func() { s.choose(i) })
	}
	s.init(keys, func(key string) {
		if i, err := strconv.Atoi(key); err == nil {
			onChosen(i)
		}
	}, strengthRadius)
	s.chosen = -1
	s.ExtendBaseWidget(s)
	return s
}

// SetStrength puts one into force without telling anybody.
func (s *StrengthCells) SetStrength(i int) { s.SetSelected(strconv.Itoa(i)) }

// AccessibilityLabel names the one in force.
func (s *StrengthCells) AccessibilityLabel() string {
	if s.chosen < 0 {
		return ""
	}
	return s.names[s.chosen]
}

// CreateRenderer is for Fyne.
func (s *StrengthCells) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, 0, len(s.cells)+1)
	for _, c := range s.cells {
		objects = append(objects, c)
	}
	return newRendering(s, s.layout, s.minSize, s.paint, append(objects, s.ring)...)
}

func (s *StrengthCells) minSize() fyne.Size {
	return fyne.NewSize(strengthPitch*float32(len(s.cells)-1)+strengthWidth, strengthHeight)
}

func (s *StrengthCells) layout(fyne.Size) {
	for i, c := range s.cells {
		c.Move(fyne.NewPos(strengthPitch*float32(i), 0))
		c.Resize(fyne.NewSize(strengthWidth, strengthHeight))
	}
	s.paint()
}

func (s *StrengthCells) paint() {
	for i, c := range s.cells {
		c.chosen = i == s.chosen
		c.Refresh()
	}
	at := s.cells[max(s.cursor, 0)]
	s.showCursor(at.Position(), fyne.NewSize(strengthWidth, strengthHeight))
}

// strengthCell is one of the cells.
type strengthCell struct {
	touchable
	strength int
	chosen   bool
	ground   *canvas.Rectangle
	mark     *canvas.Image
}

var _ desktop.Hoverable = (*strengthCell)(nil)

func newStrengthCell(strength int, press func()) *strengthCell {
	c := &strengthCell{strength: strength, ground: canvas.NewRectangle(color.Transparent), mark: newIcon(look.IconSizeSmall)}
	c.press = press
	c.ground.CornerRadius = strengthRadius
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *strengthCell) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.mark)
}

func (c *strengthCell) minSize() fyne.Size { return fyne.NewSize(strengthWidth, strengthHeight) }

func (c *strengthCell) layout(size fyne.Size) {
	c.ground.Resize(size)
	centred(c.mark, whole((size.Width-c.mark.MinSize().Width)/2), size.Height)
}

func (c *strengthCell) paint() {
	own := strengthLooks[c.strength]
	fill, mark := look.ColorSunken, look.ColorInk3
	switch {
	case c.chosen:
		fill, mark = own.fill, own.mark
	case c.hovered:
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, "")
	drawIcon(c.mark, own.icon, mark)
}
