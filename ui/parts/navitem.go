package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// NavItem is a place in the left navigation: an icon, a word and sometimes a count. The chosen one has a bar at its
// left, a soft fill and a heavier word, so that it is not told by colour alone. A word that is cut stands whole in a tip.
type NavItem struct {
	pressable
	icon              look.IconName
	label             string
	count             string
	selected, compact bool

	ground, bar *canvas.Rectangle
	image       *canvas.Image
	word, tally *canvas.Text
}

var (
	_ fyne.Widget       = (*NavItem)(nil)
	_ fyne.Focusable    = (*NavItem)(nil)
	_ fyne.Disableable  = (*NavItem)(nil)
	_ fyne.Accessible   = (*NavItem)(nil)
	_ desktop.Hoverable = (*NavItem)(nil)
)

// Where things stand in a navigation item.
const (
	navIconLeft  float32 = 14
	navLabelLeft float32 = 42
	navRight     float32 = 12
	navBarWidth  float32 = 3
)

// NewNavItem returns a place in the navigation.
func NewNavItem(icon look.IconName, label string, onTap func()) *NavItem {
	n := &NavItem{icon: icon, label: label}
	n.press = onTap
	n.ground = canvas.NewRectangle(color.Transparent)
	n.ground.CornerRadius = look.RadiusField
	n.bar = canvas.NewRectangle(color.Transparent)
	n.bar.CornerRadius = navBarWidth / 2
	n.image = newIcon(look.IconSizeNav)
	n.word = newText(label, TypeLabel)
	n.tally = newText("", TypeCaption)
	n.init(look.RadiusField)
	n.ExtendBaseWidget(n)
	return n
}

// SetSelected marks the place the window is at.
func (n *NavItem) SetSelected(on bool) {
	if n.selected != on {
		n.selected = on
		n.Refresh()
	}
}

// Selected reports whether this is the place the window is at.
func (n *NavItem) Selected() bool { return n.selected }

// SetCount shows how many there are, at the right; an empty text shows nothing.
func (n *NavItem) SetCount(text string) {
	if n.count != text {
		n.count = text
		n.Refresh()
	}
}

// SetCompact leaves the icon alone, and names it in a tip.
func (n *NavItem) SetCompact(on bool) {
	if n.compact != on {
		n.compact = on
		n.Refresh()
	}
}

// MouseIn lights the item, and names it if it shows no word.
func (n *NavItem) MouseIn(e *desktop.MouseEvent) {
	n.pressable.MouseIn(e)
	if n.compact || n.word.Text != n.label {
		showTip(n, n.label, tipRight)
	}
}

// MouseOut puts the light out.
func (n *NavItem) MouseOut() {
	n.pressable.MouseOut()
	hideTip(n)
}

// Tapped presses it, and says no more about it.
func (n *NavItem) Tapped(e *fyne.PointEvent) {
	hideTip(n)
	n.pressable.Tapped(e)
}

// AccessibilityLabel names the place and its count.
func (n *NavItem) AccessibilityLabel() string {
	if n.count == "" {
		return n.label
	}
	return n.label + ", " + n.count
}

// CreateRenderer is for Fyne.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(n, n.layout, n.minSize, n.paint, n.ground, n.bar, n.image, n.word, n.tally, n.ring)
}

func (n *NavItem) minSize() fyne.Size {
	if n.compact {
		return fyne.NewSize(look.NavCompactWidth-2*look.Space8, look.NavItemHeight)
	}
	return fyne.NewSize(navLabelLeft+measure(n.label, n.typ())+navRight, look.NavItemHeight)
}

func (n *NavItem) layout(size fyne.Size) {
	n.ground.Resize(size)
	n.bar.Resize(fyne.NewSize(navBarWidth, size.Height-2*look.RadiusField-4))
	n.bar.Move(fyne.NewPos(0, look.RadiusField+2))
	left := navIconLeft
	if n.compact {
		left = whole((size.Width - look.IconSizeNav) / 2)
	}
	centred(n.image, left, size.Height)
	room := size.Width - navLabelLeft - navRight
	if n.count != "" {
		room -= n.tally.MinSize().Width + look.Space4
	}
	n.word.Text = shorten(n.label, n.typ(), room+hairWide)
	centred(n.word, navLabelLeft, size.Height)
	centred(n.tally, size.Width-navRight-n.tally.MinSize().Width, size.Height)
	n.paintRing(size)
}

// typ is the face and size of the word.
func (n *NavItem) typ() Type {
	typ := TypeLabel.In(look.ColorInk2)
	switch {
	case n.Disabled():
		typ = TypeLabel.In(look.ColorInk3)
	case n.selected:
		typ = TypeStrong
	}
	typ.Size = look.SizeRow
	return typ
}

func (n *NavItem) paint() {
	colour := look.ColorInk2
	n.ground.FillColor = color.Transparent
	switch {
	case n.Disabled():
		colour = look.ColorInk3
	case n.selected:
		colour = look.ColorAccent
		n.ground.FillColor = look.Color(look.ColorAccentSoft)
	case n.hovered:
		n.ground.FillColor = look.Color(look.ColorHover)
	}
	n.word.Text, n.tally.Text = n.label, n.count
	setType(n.word, n.typ())
	setType(n.tally, TypeCaption.In(look.ColorInk3))
	n.bar.FillColor = look.Color(look.ColorAccent)
	drawIcon(n.image, n.icon, colour)
	setVisible(n.bar, n.selected)
	setVisible(n.word, !n.compact)
	setVisible(n.tally, !n.compact && n.count != "")
	n.paintRing(n.Size())
	for _, o := range []fyne.CanvasObject{n.ground, n.bar, n.word, n.tally} {
		o.Refresh()
	}
}
