package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Tile is a content that is pressed as a whole, such as a card. Nothing in it can be pressed by itself.
type Tile struct {
	pressable
	// Fill and Line are the roles of the ground and of its border; an empty one is not drawn.
	Fill, Line fyne.ThemeColorName
	// Reach is how far the ground goes beyond the content on every side.
	Reach float32
	// Label is what readers of the screen hear.
	Label string

	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Tile)(nil)
	_ fyne.Focusable    = (*Tile)(nil)
	_ fyne.Disableable  = (*Tile)(nil)
	_ fyne.Accessible   = (*Tile)(nil)
	_ desktop.Hoverable = (*Tile)(nil)
)

// NewTile returns a content to be pressed, with the corners of its ground.
func NewTile(content fyne.CanvasObject, radius float32, onTap func()) *Tile {
	t := &Tile{content: content, ground: canvas.NewRectangle(color.Transparent)}
	t.press = onTap
	t.ground.CornerRadius = radius
	t.init(radius)
	t.ExtendBaseWidget(t)
	return t
}

// AccessibilityLabel reads the label.
func (t *Tile) AccessibilityLabel() string { return t.Label }

// Resize gives the content its width, on which the height may depend.
func (t *Tile) Resize(size fyne.Size) {
	t.content.Resize(fyne.NewSize(size.Width, t.content.Size().Height))
	t.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(t, t.layout, t.minSize, t.paint, t.ground, t.content, t.ring)
}

func (t *Tile) minSize() fyne.Size { return t.content.MinSize() }

func (t *Tile) layout(size fyne.Size) {
	t.content.Resize(size)
	t.ground.Move(fyne.NewPos(-t.Reach, -t.Reach))
	t.ground.Resize(size.AddWidthHeight(2*t.Reach, 2*t.Reach))
	t.layRing(size)
}

func (t *Tile) paint() {
	fill := t.Fill
	if t.lit() && t.press != nil {
		fill = look.ColorHover
	}
	paintBox(t.ground, fill, t.Line)
	t.layRing(t.Size())
}

// layRing puts the ring around the ground. Where that reaches beyond the content, the ring stands on its edge.
func (t *Tile) layRing(size fyne.Size) {
	t.paintRing(size)
	if t.Reach > 0 {
		placeRing(t.ring, fyne.NewSquareOffsetPos(-t.Reach+ringGap), size.AddWidthHeight(2*(t.Reach-ringGap), 2*(t.Reach-ringGap)))
	}
}
