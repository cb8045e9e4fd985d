package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer is for Fyne. It leaves Entry's box away: border and ground are its first two objects. Making the box
// transparent instead would take the caret's colour along, which Entry draws in that of the border.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	e.findTexts(inner.Objects())
	return &bare{inner}
}

// findTexts looks up the two texts an Entry draws. They lie in its scroller, in a widget whose type is Fyne's own.
func (e *Editor) findTexts(objects []fyne.CanvasObject) {
	e.texts = nil
	for _, o := range objects {
		scroll, ok := o.(*container.Scroll)
		if !ok {
			continue
		}
		content, ok := scroll.Content.(fyne.Widget)
		if !ok {
			continue
		}
		for _, o := range content.CreateRenderer().Objects() {
			if text, ok := o.(*widget.RichText); ok {
				e.texts = append(e.texts, text)
			}
		}
	}
}

// TextHeight returns how high the text is at the present width, for fields that grow.
func (e *Editor) TextHeight() float32 {
	height := float32(0)
	for _, t := range e.texts {
		if t.Visible() {
			height = fyne.Max(height, t.MinSize().Height)
		}
	}
	return height
}

// bare is Entry's renderer without the box.
type bare struct{ fyne.WidgetRenderer }

// Objects returns what Entry draws after its box.
func (b *bare) Objects() []fyne.CanvasObject {
	objects := b.WidgetRenderer.Objects()
	for len(objects) > 0 {
		if _, box := objects[0].(*canvas.Rectangle); !box {
			break
		}
		objects = objects[1:]
	}
	return objects
}
