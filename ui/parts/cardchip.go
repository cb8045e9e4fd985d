package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// cardChip is a chip as a TickCard and a ChipLine draw it.
type cardChip struct {
	CardChip
	shown  bool
	ground *canvas.Rectangle
	image  *canvas.Image
	word   *canvas.Text
}

func newCardChip() *cardChip {
	c := &cardChip{ground: canvas.NewRectangle(color.Transparent), image: newIcon(look.IconSizeSmall), word: newText("", typeCardChip)}
	c.ground.CornerRadius = look.ChipHeight / 2
	return c
}

// cardChipLeft is where the words of a chip begin.
const cardChipLeft = chipIconLeft + look.IconSizeSmall + chipIconGap

var typeCardChip = Type{Medium, look.SizeCaption, look.ColorInk2}

// layout puts the chip at a place on its card, and returns its width, which is no more than there is room for.
func (c *cardChip) layout(x, y, room float32) float32 {
	left := cardChipLeft
	c.word.Text = shorten(c.Label, typeCardChip, fyne.Max(room-left-chipPadding, 1))
	c.setType()
	width := whole(left+c.word.MinSize().Width+chipPadding) + 1
	c.ground.Move(fyne.NewPos(x, y))
	c.ground.Resize(fyne.NewSize(width, look.ChipHeight))
	c.image.Move(fyne.NewPos(x+chipIconLeft, y+(look.ChipHeight-look.IconSizeSmall)/2))
	height := c.word.MinSize().Height
	c.word.Move(fyne.NewPos(x+left, y+whole((look.ChipHeight-height)/2)))
	c.word.Resize(fyne.NewSize(width-left, height))
	return width
}

func (c *cardChip) setType() { setType(c.word, typeCardChip.In(c.ink())) }

func (c *cardChip) ink() fyne.ThemeColorName {
	if c.Ink == "" {
		return typeCardChip.Color
	}
	return c.Ink
}

func (c *cardChip) paint(lit bool) {
	for _, o := range []fyne.CanvasObject{c.ground, c.image, c.word} {
		setVisible(o, c.shown)
	}
	if !c.shown {
		return
	}
	fill, line := c.Fill, fyne.ThemeColorName("")
	if fill == "" {
		line = look.ColorLine
	}
	if lit {
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, line)
	drawIcon(c.image, c.Icon, c.ink())
	c.setType()
	c.word.Refresh()
}

// tickCardRendering differs from the shared one in that its objects come with the chips.
type tickCardRendering struct{ c *TickCard }

func (r *tickCardRendering) Objects() []fyne.CanvasObject { return r.c.objects }
func (r *tickCardRendering) Destroy()                     {}
func (r *tickCardRendering) Layout(size fyne.Size)        { r.c.layout(size); r.c.paint() }
func (r *tickCardRendering) MinSize() fyne.Size {
	return fyne.NewSize(tickCardLeft+look.Space40, TickCardHeight)
}

func (r *tickCardRendering) Refresh() {
	r.c.layout(r.c.Size())
	r.c.paint()
	canvas.Refresh(r.c)
}
