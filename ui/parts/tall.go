package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// tall shows a content as high as there is room, and no lower than it needs: where there is less room, it scrolls.
type tall struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
}

// newTall returns a view on a content that needs a height; 0 is what it asks for itself.
func newTall(content fyne.CanvasObject, need float32) *tall {
	t := &tall{content: content, scroll: container.NewVScroll(container.New(needing{need}, content))}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is for Fyne.
func (t *tall) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(t, t.layout, t.content.MinSize, func() {}, t.scroll)
}

func (t *tall) layout(size fyne.Size) {
	t.content.Resize(fyne.NewSize(size.Width, t.content.Size().Height)) // tells paragraphs their width
	t.scroll.Resize(size)
	t.scroll.Refresh()
}

// needing gives an object in a view the height that it needs, 0 being what it asks for, and the width there is.
type needing struct{ height float32 }

// Layout implements fyne.Layout.
func (needing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{}) // it may have stood elsewhere
	objects[0].Resize(size)
}

// MinSize implements fyne.Layout.
func (n needing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := n.height
	if height == 0 {
		height = objects[0].MinSize().Height
	}
	return fyne.NewSize(1, height) // as wide as the view
}

// seeFocus scrolls what has the keyboard into sight, where what it stands in is lower than it needs to be.
func seeFocus() {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if at, ok := w.Canvas().Focused().(fyne.CanvasObject); ok {
			if t := tallAround(w.Canvas(), at); t != nil {
				t.reveal(at)
			}
		}
	}
}

// tallAround returns the view that an object of a window stands in: of the panel on top, or of a column; nil for none.
func tallAround(c fyne.Canvas, o fyne.CanvasObject) *tall {
	if top, ok := c.Overlays().Top().(*Overlay); ok {
		return top.room
	}
	if stack, ok := c.Content().(*fyne.Container); ok && len(stack.Objects) > 0 {
		if columns, ok := stack.Objects[0].(*Columns); ok {
			return columns.around(o)
		}
	}
	return nil
}

func (t *tall) reveal(o fyne.CanvasObject) {
	if t.scroll.Content.MinSize().Height > t.scroll.Size().Height {
		reveal(t.scroll, t.content, o)
	}
}
