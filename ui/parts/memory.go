package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Memory is the beginning of an earlier entry: what it was and when in a small line, and a few lines of its text in the
// reading face. It can be pressed.
type Memory struct {
	pressable
	icon look.IconName
	ink  fyne.ThemeColorName

	image   *canvas.Image
	caption *Paragraph
	text    *Paragraph
	ground  *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Memory)(nil)
	_ fyne.Focusable    = (*Memory)(nil)
	_ fyne.Accessible   = (*Memory)(nil)
	_ desktop.Hoverable = (*Memory)(nil)
)

// Sizes in a memory.
const (
	memoryLeading float32 = 23
	memoryLines           = 3
	memoryHead    float32 = 20 // the height of the small line
	memoryIndent  float32 = 22 // of its words
	memoryOut     float32 = 6  // how far the light under the pointer reaches beyond
)

// NewMemory returns a memory with an icon in the colour of a role.
func NewMemory(icon look.IconName, ink fyne.ThemeColorName, caption, text string, onTap func()) *Memory {
	m := &Memory{icon: icon, ink: ink, image: newIcon(look.IconSizeSmall), ground: canvas.NewRectangle(color.Transparent)}
	m.press = onTap
	m.caption = NewParagraph(caption, TypeCaption, 18)
	m.caption.MaxLines = 1
	m.text = NewParagraph(text, TypeMemory, memoryLeading)
	m.text.MaxLines = memoryLines
	m.ground.CornerRadius = look.RadiusField
	m.init(look.RadiusField)
	m.ExtendBaseWidget(m)
	return m
}

// AccessibilityLabel reads the small line and the text.
func (m *Memory) AccessibilityLabel() string { return m.caption.Text() + ": " + m.text.Text() }

// Resize gives the words their width, on which the height depends.
func (m *Memory) Resize(size fyne.Size) {
	m.caption.Resize(fyne.NewSize(size.Width-memoryIndent, m.caption.Size().Height))
	m.text.Resize(fyne.NewSize(size.Width, m.text.Size().Height))
	m.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (m *Memory) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(m, m.layout, m.minSize, m.paint, m.ground, m.image, m.caption, m.text, m.ring)
}

func (m *Memory) minSize() fyne.Size {
	return fyne.NewSize(memoryIndent+look.Space40, memoryHead+m.text.MinSize().Height)
}

func (m *Memory) layout(size fyne.Size) {
	m.ground.Move(fyne.NewPos(-memoryOut, -memoryOut))
	m.ground.Resize(size.AddWidthHeight(2*memoryOut, 2*memoryOut))
	m.image.Move(fyne.NewPos(0, whole((memoryHead-look.IconSizeSmall)/2)))
	m.image.Resize(fyne.NewSquareSize(look.IconSizeSmall))
	m.caption.Move(fyne.NewPos(memoryIndent, 1))
	m.text.Move(fyne.NewPos(0, memoryHead))
	m.paintRing(size)
}

func (m *Memory) paint() {
	fill := fyne.ThemeColorName("")
	if m.lit() {
		fill = look.ColorHover
	}
	paintBox(m.ground, fill, "")
	drawIcon(m.image, m.icon, m.ink)
	m.paintRing(m.Size())
}
