package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Fold is a content that can be closed down to its title.
type Fold struct {
	widget.BaseWidget
	// OnToggled is told that the writer opened or closed it.
	OnToggled func(open bool)
	// OnFocus is told when the keyboard comes to the title, for those who have to bring it into sight.
	OnFocus func()

	open    bool
	head    *foldHead
	content fyne.CanvasObject
}

var _ fyne.Widget = (*Fold)(nil)

// NewFold returns a closed fold.
func NewFold(title string, content fyne.CanvasObject) *Fold {
	f := &Fold{content: content}
	f.head = newFoldHead(title, f.toggle)
	f.head.OnFocus = f.reached
	content.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// Open reports whether the content shows.
func (f *Fold) Open() bool { return f.open }

// SetOpen opens or closes it without telling OnToggled.
func (f *Fold) SetOpen(open bool) {
	if f.open == open {
		return
	}
	f.open, f.head.open = open, open
	setVisible(f.content, open)
	f.head.Refresh()
	f.Refresh()
}

func (f *Fold) toggle() {
	f.SetOpen(!f.open)
	if f.OnToggled != nil {
		f.OnToggled(f.open)
	}
}

func (f *Fold) reached() { call(f.OnFocus) }

// SetTitle changes the title.
func (f *Fold) SetTitle(title string) { f.head.title.SetText(title); f.head.Refresh() }

// SetNote changes what stands at the right of the title: in few words, what is inside.
func (f *Fold) SetNote(note string) { f.head.note.SetText(note); f.head.Refresh() }

// Head is what is pressed, for those who bring the keyboard to it.
func (f *Fold) Head() fyne.Focusable { return f.head }

// Resize gives the content its width, on which the height of the fold depends.
func (f *Fold) Resize(size fyne.Size) {
	f.content.Resize(fyne.NewSize(size.Width, f.content.Size().Height))
	f.BaseWidget.Resize(size)
}

// CreateRenderer is for Fyne.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, func() {}, f.head, f.content)
}

func (f *Fold) minSize() fyne.Size {
	min := f.head.MinSize()
	if f.open {
		own := f.content.MinSize()
		min = fyne.NewSize(fyne.Max(min.Width, own.Width), min.Height+own.Height)
	}
	return min
}

func (f *Fold) layout(size fyne.Size) {
	height := f.head.MinSize().Height
	f.head.Resize(fyne.NewSize(size.Width, height))
	f.content.Move(fyne.NewPos(0, height))
	f.content.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-height, 0)))
}

// foldHead is the line that opens and closes a Fold.
type foldHead struct {
	pressable
	open        bool
	title, note *Text
	chevron     *canvas.Image
	ground      *canvas.Rectangle
}

var (
	_ fyne.Focusable    = (*foldHead)(nil)
	_ fyne.Accessible   = (*foldHead)(nil)
	_ desktop.Hoverable = (*foldHead)(nil)
)

// Where things stand in the line of a fold.
const (
	foldHeight  float32 = 34
	foldTitle   float32 = 18 // where the title begins
	foldOut     float32 = 6  // how far the light under the pointer reaches beyond
	foldChevron float32 = -3 // the drawing leaves that much free at its left
)

func newFoldHead(title string, toggle func()) *foldHead {
	h := &foldHead{
		title: NewText(title, TypeStrong), note: NewText("", TypeCaption),
		chevron: newIcon(look.IconSizeMedium), ground: canvas.NewRectangle(color.Transparent),
	}
	h.press = toggle
	h.title.Truncate = true
	h.ground.CornerRadius = look.RadiusField
	h.init(look.RadiusField)
	h.ExtendBaseWidget(h)
	return h
}

// AccessibilityLabel names the fold and says whether it is open.
func (h *foldHead) AccessibilityLabel() string {
	if h.open {
		return lang.L("{{.Name}}, open", map[string]any{"Name": h.title.Text()})
	}
	return lang.L("{{.Name}}, closed", map[string]any{"Name": h.title.Text()})
}

// CreateRenderer is for Fyne.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, h.paint, h.ground, h.chevron, h.title, h.note, h.ring)
}

func (h *foldHead) minSize() fyne.Size {
	return fyne.NewSize(foldTitle+h.title.MinSize().Width+h.note.MinSize().Width+listGap, foldHeight)
}

func (h *foldHead) layout(size fyne.Size) {
	h.ground.Move(fyne.NewPos(-foldOut, look.Space4))
	h.ground.Resize(fyne.NewSize(size.Width+2*foldOut, size.Height-2*look.Space4))
	centred(h.chevron, foldChevron, size.Height)
	note := h.note.MinSize()
	h.title.Move(fyne.NewPos(foldTitle, 0))
	h.title.Resize(fyne.NewSize(roomBeside(size.Width-foldTitle, note.Width), size.Height))
	h.note.Move(fyne.NewPos(size.Width-note.Width, 0))
	h.note.Resize(fyne.NewSize(note.Width, size.Height))
	h.placeRing()
}

// placeRing keeps the ring off what stands below: it goes around the light.
func (h *foldHead) placeRing() {
	h.paintRing(h.ground.Size())
	placeRing(h.ring, h.ground.Position().AddXY(ringGap, ringGap), h.ground.Size().SubtractWidthHeight(2*ringGap, 2*ringGap))
}

func (h *foldHead) paint() {
	icon, fill := look.IconChevronRight, fyne.ThemeColorName("")
	if h.open {
		icon = look.IconChevronDown
	}
	if h.lit() {
		fill = look.ColorHover
	}
	paintBox(h.ground, fill, "")
	drawIcon(h.chevron, icon, look.ColorInk2)
	h.placeRing()
}
