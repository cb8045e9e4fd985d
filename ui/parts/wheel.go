package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a content that scrolls, shows nothing, and takes nothing but the wheel of the mouse. Where the content
// is at its end, what that stands in turns on.
type wheel struct {
	widget.BaseWidget
	turns *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(turns *container.Scroll) *wheel {
	w := &wheel{turns: turns}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls the content.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	before := w.turns.Offset
	w.turns.Scrolled(e)
	if w.turns.Offset != before {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		if t := tallAround(c, w); t != nil {
			t.scroll.Scrolled(e)
		}
	}
}

// CreateRenderer is for Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(w, func(fyne.Size) {}, func() fyne.Size { return fyne.Size{} }, func() {})
}
