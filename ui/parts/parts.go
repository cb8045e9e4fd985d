// Package parts holds the widgets the window is built of. They know nothing of a journal: they take words, icons and
// colours, and report what was done to them through callback fields named OnX.
//
// Start at pressable, which every part that can be pressed is built on, and at rendering, the one renderer they all
// share. Each part is a file. A part draws itself from plain canvas objects it makes once, in its New function, and
// gives them their colours in a method named paint, which runs on every Refresh, so that a change of appearance needs
// nothing more.
package parts

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// rendering is the renderer of every part: the part keeps its objects and says how to lay them out, how small they
// can get and how they are coloured.
type rendering struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	minSize func() fyne.Size
	paint   func()
	part    fyne.Widget
}

// newRendering paints the part once, so that it is right before its first Refresh.
func newRendering(part fyne.Widget, layout func(fyne.Size), minSize func() fyne.Size, paint func(),
	objects ...fyne.CanvasObject,
) *rendering {
	paint()
	return &rendering{objects, layout, minSize, paint, part}
}

func (r *rendering) Layout(size fyne.Size)        { r.layout(size) }
func (r *rendering) MinSize() fyne.Size           { return r.minSize() }
func (r *rendering) Objects() []fyne.CanvasObject { return r.objects }
func (r *rendering) Destroy()                     {}

func (r *rendering) Refresh() {
	r.paint()
	r.layout(r.part.Size())
	canvas.Refresh(r.part)
}

// touchable is what all parts that can be pressed share for the pointer: a tap, the pointer above, and being switched
// off. The keyboard does not stop at it: what it belongs to is the stop.
type touchable struct {
	widget.DisableableWidget
	press   func()
	hovered bool
}

// pressable is a touchable that the keyboard stops at.
type pressable struct {
	touchable
	// OnFocus is told when the keyboard comes, for those who have to bring the part into sight.
	OnFocus func()

	focused bool
	ring    *canvas.Rectangle
}

// Tapped presses the part.
func (t *touchable) Tapped(*fyne.PointEvent) { t.pressed() }

func (t *touchable) pressed() {
	if !t.Disabled() && t.press != nil {
		t.press()
	}
}

// MouseIn lights the part.
func (t *touchable) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved does nothing: a part is lit as a whole.
func (t *touchable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *touchable) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor is the hand over what can be pressed.
func (t *touchable) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (t *touchable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// lit reports whether the pointer is above and something would come of pressing.
func (t *touchable) lit() bool { return t.hovered && !t.Disabled() }

// The ring that shows the keyboard's focus: its width, and how far it stands off.
const (
	ringWidth float32 = 2
	ringGap   float32 = 2
)

// init prepares the shared state. The radius is that of the part: the ring's is wider by its distance.
func (p *pressable) init(radius float32) {
	p.ring = canvas.NewRectangle(color.Transparent)
	p.ring.StrokeWidth = ringWidth
	p.ring.CornerRadius = radius + ringGap + ringWidth
	p.ring.Hide()
}

// FocusGained shows the ring and tells OnFocus.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	seeFocus()
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost hides the ring.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune presses the part with the space bar.
func (p *pressable) TypedRune(r rune) {
	if r == ' ' {
		p.pressed()
	}
}

// TypedKey presses the part with Enter. Space comes as a rune.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.pressed()
	case fyne.KeyEscape:
		escape()
	}
}

// paintRing shows or hides the ring around a part of the given size.
func (p *pressable) paintRing(size fyne.Size) {
	paintRing(p.ring)
	placeRing(p.ring, fyne.NewPos(0, 0), size)
	setVisible(p.ring, p.focused && !p.Disabled())
}

// paintRing gives a ring its colour.
func paintRing(ring *canvas.Rectangle) {
	ring.FillColor = color.Transparent
	outline(ring, look.Color(look.ColorAccent), ringWidth)
}

// placeRing puts a ring around the box at a position. Fyne's window painter draws a stroke inside the edge.
func placeRing(ring *canvas.Rectangle, pos fyne.Position, size fyne.Size) {
	out := ringGap + ringWidth
	ring.Move(pos.SubtractXY(out, out))
	ring.Resize(size.AddWidthHeight(2*out, 2*out))
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible == o.Visible() {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// whole brings a position to a whole unit, which is a whole pixel at scale 1 and 2. It goes down, because Fyne's
// painters go up with what is left between two pixels.
func whole(v float32) float32 { return float32(math.Floor(float64(v))) }

// centred places an object of its own least size in the middle of a height, at a whole unit.
func centred(o fyne.CanvasObject, x, height float32) fyne.Size {
	min := o.MinSize()
	o.Resize(min)
	o.Move(fyne.NewPos(x, whole((height-min.Height)/2)))
	return min
}

// icons shared by the parts: an image of a fixed size.
func newIcon(size float32) *canvas.Image {
	img := canvas.NewImageFromResource(nil)
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSquareSize(size))
	img.Resize(fyne.NewSquareSize(size))
	return img
}

// drawIcon gives an image its drawing, or hides it if there is none. The drawing is made anew only if it changed.
func drawIcon(img *canvas.Image, name look.IconName, colour fyne.ThemeColorName) {
	if name == look.IconNone {
		img.Hide()
		return
	}
	setVisible(img, true)
	if res := look.TintedIcon(name, colour, img.MinSize().Width); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}
