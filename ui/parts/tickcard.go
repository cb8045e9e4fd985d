package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// CardChip is a chip on a TickCard.
type CardChip struct {
	Key       string // which OnPress is told
	Label     string
	Icon      look.IconName
	Ink, Fill fyne.ThemeColorName // without a Fill it is an outline
}

// TickCard is a row of a Roll of cards: a box to tick, a line of text, and chips below it. The chips are pressed with
// the pointer; the keyboard is the Roll's, which opens the card as a whole.
type TickCard struct {
	widget.BaseWidget
	// OnTick is told that the writer ticked the box or took the tick away.
	OnTick func()
	// OnPress is told which chip was pressed, and "" of the text.
	OnPress func(key string)

	text    string
	ticked  bool
	chips   []CardChip
	lit     int // the chip under the pointer, or one of the places below
	ground  *canvas.Rectangle
	box     *canvas.Rectangle
	tick    *canvas.Image
	words   *canvas.Text
	drawn   []*cardChip
	objects []fyne.CanvasObject
}

// The places on a card besides its chips.
const (
	overNothing = -1
	overBox     = -2
)

var (
	_ fyne.Tappable      = (*TickCard)(nil)
	_ desktop.Hoverable  = (*TickCard)(nil)
	_ desktop.Cursorable = (*TickCard)(nil)
	_ fyne.Accessible    = (*TickCard)(nil)
)

// Where things stand on a card.
const (
	// TickCardHeight is how high a card is.
	TickCardHeight float32 = 72

	tickCardPadding float32 = 14
	tickCardLeft    float32 = 44 // the words and the chips
	tickCardWords   float32 = 24 // the middle of the words
	tickCardChips   float32 = 39
	tickCardGap     float32 = 8
)

var typeTickCard = Type{Regular, look.SizeUI, look.ColorInk}

// NewTickCard returns an empty card.
func NewTickCard() *TickCard {
	c := &TickCard{
		lit: overNothing, ground: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent),
		tick: newIcon(look.IconSizeSmall), words: newText("", typeTickCard),
	}
	c.ground.CornerRadius, c.box.CornerRadius = look.RadiusCard, 5
	c.objects = []fyne.CanvasObject{c.ground, c.box, c.tick, c.words}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another thing on the card.
func (c *TickCard) Set(text string, ticked bool, chips []CardChip) {
	c.text, c.ticked, c.chips, c.lit = text, ticked, chips, overNothing
	for len(c.drawn) < len(chips) {
		chip := newCardChip()
		c.drawn = append(c.drawn, chip)
		c.objects = append(c.objects, chip.ground, chip.image, chip.word)
	}
	for i, chip := range c.drawn {
		chip.shown = i < len(chips)
		if chip.shown {
			chip.CardChip = chips[i]
		}
	}
	c.Refresh()
}

// Tapped ticks the box, or presses what lies under the pointer.
func (c *TickCard) Tapped(e *fyne.PointEvent) {
	switch at := c.at(e.Position); {
	case at == overBox:
		call(c.OnTick)
	case c.OnPress == nil:
	case at == overNothing:
		c.OnPress("")
	default:
		c.OnPress(c.chips[at].Key)
	}
}

// at tells what lies at a position.
func (c *TickCard) at(pos fyne.Position) int {
	for i, chip := range c.drawn {
		from, size := chip.ground.Position(), chip.ground.Size()
		if chip.shown && pos.X >= from.X && pos.X < from.X+size.Width && pos.Y >= from.Y && pos.Y < from.Y+size.Height {
			return i
		}
	}
	if pos.X < tickCardLeft-look.Space4 && pos.Y < tickCardChips {
		return overBox
	}
	return overNothing
}

// MouseIn lights what is under the pointer.
func (c *TickCard) MouseIn(e *desktop.MouseEvent) { c.light(c.at(e.Position)) }

// MouseMoved lights what is under the pointer.
func (c *TickCard) MouseMoved(e *desktop.MouseEvent) { c.light(c.at(e.Position)) }

// MouseOut puts the light out.
func (c *TickCard) MouseOut() { c.light(overNothing) }

func (c *TickCard) light(at int) {
	if c.lit != at {
		c.lit = at
		c.Refresh()
	}
}

// Cursor is the hand: everything on the card can be pressed.
func (c *TickCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel reads the words, and that the box is ticked if it is.
func (c *TickCard) AccessibilityLabel() string {
	label := c.text
	for _, chip := range c.chips {
		label += ", " + chip.Label
	}
	if c.ticked {
		return label + " ✓"
	}
	return label
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (c *TickCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (c *TickCard) CreateRenderer() fyne.WidgetRenderer { return &tickCardRendering{c} }

func (c *TickCard) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.box.Move(fyne.NewPos(tickCardPadding, tickCardPadding+1))
	c.box.Resize(fyne.NewSquareSize(checkBox))
	c.tick.Move(c.box.Position().AddXY(2, 2))
	room := size.Width - tickCardLeft - tickCardPadding
	c.words.Text = shorten(c.text, typeTickCard, room)
	setType(c.words, typeTickCard)
	height := c.words.MinSize().Height
	c.words.Move(fyne.NewPos(tickCardLeft, whole(tickCardWords-height/2)))
	c.words.Resize(fyne.NewSize(room, height))
	x := tickCardLeft
	for _, chip := range c.drawn {
		if chip.shown {
			x += chip.layout(x, tickCardChips, size.Width-tickCardPadding-x) + tickCardGap
		}
	}
}

func (c *TickCard) paint() {
	paintBox(c.ground, look.ColorCard, look.ColorLine)
	paintTick(c.box, c.tick, c.ticked, c.lit == overBox)
	for i, chip := range c.drawn {
		chip.paint(i == c.lit)
	}
	c.words.Refresh()
}
