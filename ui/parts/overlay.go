package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Overlay is a panel over the page: a card 600 wide on a veil. A click on the veil, or Escape, closes it.
type Overlay struct {
	widget.BaseWidget
	// Width and Top are those of the panel.
	Width, Top float32
	// Light tells that the panel only shows something, or finds it: it may close without being asked.
	Light bool

	canvas  fyne.Canvas
	before  fyne.Focusable
	heard   func(*fyne.KeyEvent) // who heard keys that nothing in focus takes
	onClose func()
	open    bool

	veil  *canvas.Rectangle
	panel fyne.CanvasObject
	room  *tall // of the content, which scrolls in a low window
}

var (
	_ fyne.Widget    = (*Overlay)(nil)
	_ fyne.Tappable  = (*Overlay)(nil)
	_ fyne.Focusable = (*Overlay)(nil)
)

// ShowOverlay shows a panel with the content. onClose, which may be nil, is told when the writer closes it and when
// Hide does.
func ShowOverlay(on fyne.Canvas, content fyne.CanvasObject, onClose func()) *Overlay {
	o := &Overlay{
		Width: look.OverlayWidth, Top: look.OverlayTop, canvas: on, before: on.Focused(),
		heard: on.OnTypedKey(), onClose: onClose, open: true,
	}
	o.veil = canvas.NewRectangle(color.Transparent)
	o.room = newTall(content, 0)
	o.panel = newShield(o.refocus, container.NewStack(NewSurface(look.ColorPage, look.ColorLine, look.RadiusPanel), o.room))
	o.ExtendBaseWidget(o)
	on.Overlays().Add(o)
	o.Resize(on.Size())
	on.SetOnTypedKey(o.TypedKey) // a click on a button leaves the keyboard to nobody
	on.Focus(o)
	return o
}

// Hide closes the panel and gives the keyboard back to whom it was taken from.
func (o *Overlay) Hide() {
	if !o.open {
		return
	}
	o.open = false
	o.canvas.Overlays().Remove(o)
	o.canvas.SetOnTypedKey(o.heard)
	if o.before != nil {
		o.canvas.Focus(o.before)
	}
	if o.onClose != nil {
		o.onClose()
	}
}

// refocus takes the keyboard back after a click beside what can be pressed, so that Escape is still heard.
func (o *Overlay) refocus() { o.canvas.Focus(o) }

// Tapped closes the panel: what is tapped is the veil.
func (o *Overlay) Tapped(*fyne.PointEvent) { o.Hide() }

// FocusGained does nothing: the veil shows no focus.
func (o *Overlay) FocusGained() {}

// FocusLost does nothing.
func (o *Overlay) FocusLost() {}

// TypedRune does nothing.
func (o *Overlay) TypedRune(rune) {}

// TypedKey closes the panel on Escape.
func (o *Overlay) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		o.Hide()
	}
}

// CreateRenderer is for Fyne.
func (o *Overlay) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(o, o.layout, o.minSize, o.paint, o.veil, o.panel)
}

func (o *Overlay) minSize() fyne.Size { return o.panel.MinSize() }

func (o *Overlay) layout(size fyne.Size) {
	o.veil.Resize(size)
	width := fyne.Min(o.Width, size.Width-2*look.Space20)
	top := fyne.Min(o.Top, fyne.Max(look.Space20, size.Height-o.panel.MinSize().Height-look.Space20))
	o.panel.Move(fyne.NewPos(whole((size.Width-width)/2), whole(top)))
	o.panel.Resize(fyne.NewSize(width, 0)) // gives paragraphs their width before the height is asked for
	o.panel.Resize(fyne.NewSize(width, fyne.Min(o.panel.MinSize().Height, size.Height-top-look.Space20)))
}

func (o *Overlay) paint() {
	o.veil.FillColor = look.Color(look.ColorVeil)
	o.veil.Refresh()
}

// CloseOverlay closes the panel or the list that lies on top, if one of ours does. A window calls it first when it hears
// Escape.
func CloseOverlay(c fyne.Canvas) bool {
	switch top := c.Overlays().Top().(type) {
	case *Overlay:
		top.Hide()
	case *selectList:
		top.close()
	default:
		return false
	}
	return true
}

// MakeWay closes what lies over the page where all of it may close without being asked: light panels, the list of a
// Select. It reports whether nothing lies over the page then.
func MakeWay(c fyne.Canvas) bool {
	for _, o := range c.Overlays().List() {
		switch o := o.(type) {
		case *Overlay:
			if !o.Light {
				return false
			}
		case *selectList:
		default:
			return false
		}
	}
	for CloseOverlay(c) {
	}
	return true
}

// escape does what Escape means where a part has the keyboard: it closes the panel that lies on top, or else hands the
// key to the window, which no longer hears it while something is focused.
func escape() {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		if CloseOverlay(c) {
			return
		}
		if heard := c.OnTypedKey(); heard != nil {
			heard(&fyne.KeyEvent{Name: fyne.KeyEscape})
			return
		}
	}
}
