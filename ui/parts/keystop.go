package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// KeyStop is a content that hears keys as a whole, such as a card that is sorted by pressing numbers. What can be pressed
// in it is a stop of its own besides.
type KeyStop struct {
	widget.BaseWidget
	// OnRune is told of letters and numbers, OnKey of Enter, Backspace and the like.
	OnRune func(letter rune)
	OnKey  func(name fyne.KeyName)
	// Label is what readers of the screen hear.
	Label string

	content fyne.CanvasObject
	ring    *canvas.Rectangle
	focused bool
}

var (
	_ fyne.Widget     = (*KeyStop)(nil)
	_ fyne.Focusable  = (*KeyStop)(nil)
	_ fyne.Accessible = (*KeyStop)(nil)
)

// NewKeyStop returns a stop around a content with the corners of a card.
func NewKeyStop(content fyne.CanvasObject) *KeyStop {
	k := &KeyStop{content: content, ring: canvas.NewRectangle(color.Transparent)}
	k.ring.CornerRadius = look.RadiusCard + ringGap + ringWidth
	k.ring.Hide()
	k.ExtendBaseWidget(k)
	return k
}

// FocusGained shows the ring.
func (k *KeyStop) FocusGained() { k.focused = true; k.Refresh() }

// FocusLost hides it.
func (k *KeyStop) FocusLost() { k.focused = false; k.Refresh() }

// TypedRune hands on a letter.
func (k *KeyStop) TypedRune(letter rune) {
	if k.OnRune != nil {
		k.OnRune(letter)
	}
}

// TypedKey hands on a key. Escape closes what lies on top.
func (k *KeyStop) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape:
		escape()
	case k.OnKey != nil:
		k.OnKey(e.Name)
	}
}

// AccessibilityLabel reads what it is about.
func (k *KeyStop) AccessibilityLabel() string { return k.Label }

// AccessibilityRole tells readers of the screen that this is text.
func (k *KeyStop) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (k *KeyStop) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(k, k.layout, k.content.MinSize, k.paint, k.content, k.ring)
}

func (k *KeyStop) layout(size fyne.Size) {
	k.content.Resize(size)
	placeRing(k.ring, fyne.NewPos(0, 0), size)
}

func (k *KeyStop) paint() {
	paintRing(k.ring)
	setVisible(k.ring, k.focused)
}
