package parts

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Paper shows pages one at a time, each as large as there is room for. The keyboard turns them with Page Up and Page
// Down, or left and right, and goes to the first and the last with Home and End.
type Paper struct {
	widget.BaseWidget
	// Place writes which page is shown, counted from 1. Without it that reads "1 of 2".
	Place func(page, of int) string
	// Background runs a function off the UI goroutine, and OnUI one on it. Left out, they are a new goroutine and
	// fyne.Do; tests run both at once.
	Background, OnUI func(func())

	draw    func(n, width int) image.Image
	count   int
	at      int     // the page that is shown, counted from 0
	ratio   float32 // how high a page is for its width
	edition int     // goes up when other pages come
	shown   drawnPage
	drawing bool
	focused bool

	previous, next *IconButton
	place          *canvas.Text
	sheet          *canvas.Rectangle
	image          *canvas.Image
	ring           *canvas.Rectangle
}

// drawnPage says of what a picture is one.
type drawnPage struct {
	edition, page, width int
	paper                color.Color
}

var (
	_ fyne.Widget     = (*Paper)(nil)
	_ fyne.Focusable  = (*Paper)(nil)
	_ fyne.Accessible = (*Paper)(nil)
)

// Measures of the pages.
const (
	paperHead  float32 = 36 // what the arrows take
	paperRatio float32 = 1.4142
	paperLeast float32 = 160
)

// NewPaper returns a desk without pages. It asks draw for pictures of pages, counted from 0, of a width in pixels, on
// any goroutine.
func NewPaper(draw func(n, width int) image.Image) *Paper {
	p := &Paper{
		Background: func(work func()) { go work() }, OnUI: fyne.Do,
		draw: draw, ratio: paperRatio,
		place: newText("", TypeUI.In(look.ColorInk)),
		sheet: canvas.NewRectangle(color.Transparent), image: canvas.NewImageFromImage(nil), ring: canvas.NewRectangle(color.Transparent),
	}
	p.previous = NewIconButton(look.IconChevronLeft, lang.L("Previous page"), func() { p.turn(p.at - 1) })
	p.next = NewIconButton(look.IconChevronRight, lang.L("Next page"), func() { p.turn(p.at + 1) })
	for _, b := range []*IconButton{p.previous, p.next} {
		b.Side, b.IconSize, b.Ink = 28, look.IconSizeMedium, look.ColorInk
	}
	p.image.FillMode, p.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	p.ring.StrokeWidth = ringWidth
	p.ExtendBaseWidget(p)
	return p
}

// SetNames names the arrows.
func (p *Paper) SetNames(previous, next string) {
	p.previous.SetLabel(previous)
	p.next.SetLabel(next)
}

// SetCount shows other pages, so many. The page in sight stays the same one where it is still there.
func (p *Paper) SetCount(count int) {
	p.count, p.at = count, max(0, min(p.at, count-1))
	p.edition++
	p.Refresh()
}

// Page returns the page that is shown, counted from 0.
func (p *Paper) Page() int { return p.at }

// turn shows another page, if it is there.
func (p *Paper) turn(to int) {
	to = max(0, min(to, p.count-1))
	if to == p.at {
		return
	}
	p.at = to
	p.Refresh()
}

// FocusGained shows the ring.
func (p *Paper) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost hides it.
func (p *Paper) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune does nothing: there is nothing to type.
func (p *Paper) TypedRune(rune) {}

// TypedKey turns the pages.
func (p *Paper) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyPageUp, fyne.KeyLeft, fyne.KeyUp:
		p.turn(p.at - 1)
	case fyne.KeyPageDown, fyne.KeyRight, fyne.KeyDown:
		p.turn(p.at + 1)
	case fyne.KeyHome:
		p.turn(0)
	case fyne.KeyEnd:
		p.turn(p.count - 1)
	case fyne.KeyEscape:
		escape()
	}
}

// AccessibilityLabel reads which page is shown.
func (p *Paper) AccessibilityLabel() string { return p.placeWords() }

// AccessibilityRole tells readers of the screen that this is to be read.
func (p *Paper) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (p *Paper) placeWords() string {
	switch {
	case p.count == 0:
		return ""
	case p.Place != nil:
		return p.Place(p.at+1, p.count)
	}
	return lang.L("{{.At}} of {{.Count}}", map[string]any{"At": p.at + 1, "Count": p.count})
}

// CreateRenderer is for Fyne.
func (p *Paper) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint, p.sheet, p.image, p.ring, p.previous, p.place, p.next)
}

func (p *Paper) minSize() fyne.Size { return fyne.NewSize(paperLeast, paperHead+paperLeast) }

func (p *Paper) layout(size fyne.Size) {
	x := size.Width - p.next.Side
	centred(p.next, x, paperHead-look.Space8)
	words := p.place.MinSize().Width
	x -= look.Space4 + words
	centred(p.place, whole(x), paperHead-look.Space8)
	centred(p.previous, whole(x-look.Space4-p.previous.Side), paperHead-look.Space8)

	wide, high := p.fitting(size)
	at, page := fyne.NewPos(whole((size.Width-wide)/2), paperHead), fyne.NewSize(wide, high)
	p.sheet.Move(at)
	p.sheet.Resize(page)
	p.image.Move(at.AddXY(1, 1))
	p.image.Resize(page.SubtractWidthHeight(2, 2))
	placeRing(p.ring, at, page)
	p.ask()
}

// fitting returns how large a page can be in a size.
func (p *Paper) fitting(size fyne.Size) (wide, high float32) {
	wide = fyne.Max(fyne.Min(size.Width, (size.Height-paperHead)/p.ratio), 3)
	return whole(wide), whole(wide * p.ratio)
}

func (p *Paper) paint() {
	p.place.Text = p.placeWords()
	setType(p.place, TypeUI.In(look.ColorInk))
	p.place.Refresh()
	setEnabled(p.previous, p.at > 0)
	setEnabled(p.next, p.at < p.count-1)
	several := p.count > 1
	setVisible(p.previous, several)
	setVisible(p.next, several)
	setVisible(p.place, several)
	setVisible(p.sheet, p.count > 0)
	setVisible(p.image, p.count > 0 && p.image.Image != nil)
	p.sheet.FillColor = look.Color(look.ColorPaper)
	outline(p.sheet, look.Color(look.ColorLine), 1)
	p.sheet.Refresh()
	paintRing(p.ring)
	setVisible(p.ring, p.focused && p.count > 0)
}

// ask has the page drawn that is to be seen, unless it is already. One picture is drawn at a time; what is to be seen
// by then is asked for anew.
func (p *Paper) ask() {
	wanted := drawnPage{p.edition, p.at, p.pixels(), look.Color(look.ColorPaper)}
	if p.count == 0 || p.drawing || wanted == p.shown {
		return
	}
	p.drawing = true
	p.Background(func() {
		picture := p.draw(wanted.page, wanted.width)
		p.OnUI(func() { p.put(picture, wanted) })
	})
}

// pixels returns how wide the page is in pixels of the screen.
func (p *Paper) pixels() int {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		scale = c.Scale()
	}
	return max(1, int(p.image.Size().Width*scale+0.5))
}

// put shows a picture that was drawn.
func (p *Paper) put(picture image.Image, of drawnPage) {
	p.drawing, p.shown = false, of
	p.image.Image = picture
	if b := picture.Bounds(); b.Dx() > 0 && of.page == p.at {
		if ratio := float32(b.Dy()) / float32(b.Dx()); ratio-p.ratio > paperOff || p.ratio-ratio > paperOff {
			p.ratio = ratio
		}
	}
	p.image.Refresh()
	p.Refresh()
}

// paperOff is by how much the shape of a page may differ for the pixels it is drawn in.
const paperOff = 0.01

func setEnabled(o fyne.Disableable, enabled bool) {
	switch {
	case enabled != o.Disabled():
	case enabled:
		o.Enable()
	default:
		o.Disable()
	}
}
