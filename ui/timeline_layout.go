package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// layOut puts the page together: what is told above, the entries below it, and
// beside both the entry that is read.
func (c *chronicle) layOut() *fyne.Container {
	head := parts.Gutter(c.head.content, 0, 0)
	card := parts.Gutter(c.band.card, 0, 4)
	main := container.New(chronicleColumn{c}, head, card, c.list.content)
	return container.New(chronicleLayout{c}, main, parts.NewVerticalHairline(), c.beside.content)
}

// Room on the page.
const (
	besideShare    float32 = 0.4
	besideLeast    float32 = 380
	chronicleLeast float32 = 520 // of the list beside an entry
	chronicleTop   float32 = 32
)

// roomy tells whether an entry has room beside the list.
func (c *chronicle) roomy() bool {
	return c.content != nil && c.content.Size().Width >= chronicleLeast+besideLeast
}

// chronicleLayout lays the entry that is read beside the rest, where there is
// one and room for it.
type chronicleLayout struct{ c *chronicle }

// Layout implements fyne.Layout.
func (l chronicleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, line, beside := objects[0], objects[1], objects[2]
	open := l.c.beside.open != "" && beside.Visible() && size.Width >= chronicleLeast+besideLeast
	setVisible(line, open)
	if !open {
		main.Resize(size)
		beside.Move(fyne.NewPos(size.Width, 0))
		beside.Resize(fyne.NewSize(0, size.Height))
		return
	}
	width := float32(int(fyne.Max(size.Width*besideShare, besideLeast)))
	left := size.Width - width
	main.Resize(fyne.NewSize(left, size.Height))
	line.Move(fyne.NewPos(left, 0))
	line.Resize(fyne.NewSize(1, size.Height))
	beside.Move(fyne.NewPos(left+1, 0))
	beside.Resize(fyne.NewSize(width-1, size.Height))
}

// MinSize implements fyne.Layout.
func (chronicleLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSquareSize(look.Space40)
}

// chronicleColumn stacks head, band and list. In a low window the band gives
// way lane by lane, and at last as a whole.
type chronicleColumn struct{ c *chronicle }

// Layout implements fyne.Layout.
func (l chronicleColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, card, list := objects[0], objects[1], objects[2]
	y := chronicleTop + giveWidth(head, 0, chronicleTop, size.Width) + look.Space16
	if high := bandHeight(size.Height - y - look.Space16); high > 0 {
		setVisible(card, true)
		card.Move(fyne.NewPos(0, y))
		card.Resize(fyne.NewSize(size.Width, high))
		y += high + look.Space16
	} else {
		setVisible(card, false)
	}
	l.c.list.rows.TextLeft = storyLeft(size.Width - 2*look.Space28)
	list.Move(fyne.NewPos(0, y))
	list.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-y, look.Space40)))
}

// bandHeight is how high the band is in so much room, or 0. With fewer lanes it
// may leave less to the list.
func bandHeight(room float32) float32 {
	const few, some = 1.4 * storyRowHeight, 2 * storyRowHeight
	switch {
	case room >= parts.BandHigh+some:
		return parts.BandHigh
	case room >= parts.BandMiddle+few:
		return parts.BandMiddle
	case room >= parts.BandLow+few:
		return parts.BandLow
	}
	return 0
}

// MinSize implements fyne.Layout.
func (chronicleColumn) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSquareSize(look.Space40)
}
