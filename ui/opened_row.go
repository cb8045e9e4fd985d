package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// openedRow is the row that is open in a list: its head, and the panel below it
// on one quiet ground.
type openedRow[H fyne.CanvasObject] struct {
	widget.BaseWidget
	head    H
	content *fyne.Container
}

// newOpenedRow makes an open row whose head is so high.
func newOpenedRow[H fyne.CanvasObject](head H, height float32, panel fyne.CanvasObject) *openedRow[H] {
	r := &openedRow[H]{head: head}
	r.content = container.New(openLayout{height}, parts.NewSurface(look.ColorSunken, "", look.RadiusCard), head, panel)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *openedRow[H]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.content)
}

// openLayout lays the head of an open row above its panel, on a ground that
// reaches beyond the words as every row's does.
type openLayout struct{ head float32 }

// Layout implements fyne.Layout.
func (l openLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, head, panel := objects[0], objects[1], objects[2]
	const reach = parts.RollReach + 1 // over the edge of the card that a row lies on
	ground.Move(fyne.NewPos(-reach, 0))
	ground.Resize(size.AddWidthHeight(2*reach, 0))
	head.Move(fyne.NewPos(0, 0))
	head.Resize(fyne.NewSize(size.Width, l.head))
	panel.Move(fyne.NewPos(0, l.head))
	panel.Resize(fyne.NewSize(size.Width, size.Height-l.head))
}

// MinSize implements fyne.Layout.
func (l openLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.head+objects[2].MinSize().Height)
}
