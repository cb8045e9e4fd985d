package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// ButtonKind is how much weight a button has. At most one on a panel is Primary.
type ButtonKind int

// The kinds of buttons.
const (
	Primary ButtonKind = iota // filled with the accent
	Soft                      // filled with the soft accent
	Outline                   // a card with a border
	Quiet                     // words alone
)

// Button is something to press, with words and perhaps an icon. With a Hint, such as the keys that do the same, the
// words stand at the left and the hint at the right: so are the search field and "New entry" of the navigation. Where
// there is little room the hint goes, then the words are cut, and the whole stands in a tip.
type Button struct {
	pressable
	// Hint stands at the right, quietly.
	Hint string
	// Ink is the role of the words, if not that of the kind.
	Ink fyne.ThemeColorName
	// Words is the face and size of the words, if not that of the kind.
	Words Type
	// Height is that of the button, if not the usual.
	Height float32
	// Padding is the room at the left and right of the words, if not the usual.
	Padding float32

	kind  ButtonKind
	text  string
	icon  look.IconName
	image *canvas.Image

	ground     *canvas.Rectangle
	word, hint *canvas.Text
}

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// Where things stand in a button.
const (
	buttonPadding  float32 = 15
	buttonIconLeft float32 = 12 // an icon stands nearer to the edge than a letter
	buttonIconGap  float32 = 6
	hintedIconLeft float32 = 10
	hintedTextLeft float32 = 38
	hintedRight    float32 = 10
	hairWide       float32 = 1 // what rounding makes of a width
)

// NewButton returns a button. The icon may be look.IconNone.
func NewButton(kind ButtonKind, label string, icon look.IconName, onTap func()) *Button {
	b := &Button{kind: kind, text: label, icon: icon}
	b.press = onTap
	b.ground = canvas.NewRectangle(color.Transparent)
	b.ground.CornerRadius = look.RadiusField
	b.image = newIcon(look.IconSizeMedium)
	b.word = newText(label, TypeLabel)
	b.hint = newText("", TypeCaption)
	b.init(look.RadiusField)
	b.ExtendBaseWidget(b)
	return b
}

// Text returns the words on the button.
func (b *Button) Text() string { return b.text }

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *Button) SetIcon(icon look.IconName) { b.icon = icon; b.Refresh() }

// SetKind changes the weight.
func (b *Button) SetKind(kind ButtonKind) { b.kind = kind; b.Refresh() }

// OnTap changes what pressing does.
func (b *Button) OnTap(do func()) { b.press = do }

// AccessibilityLabel names the button.
func (b *Button) AccessibilityLabel() string { return b.text }

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(b, b.layout, b.minSize, b.paint, b.ground, b.image, b.word, b.hint, b.ring)
}

func (b *Button) height() float32 {
	if b.Height > 0 {
		return b.Height
	}
	return look.ButtonHeight
}

// iconSize is larger where the words stand in line with those of the navigation.
func (b *Button) iconSize() float32 {
	if b.Hint != "" {
		return look.IconSizeNav
	}
	return look.IconSizeMedium
}

func (b *Button) padding() float32 {
	if b.Padding > 0 {
		return b.Padding
	}
	return buttonPadding
}

// content returns where the words begin, counted from the left of icon and words together, and how wide both are.
func (b *Button) content(width float32) (words, both float32) {
	if b.icon == look.IconNone {
		return 0, width
	}
	words = look.IconSizeMedium
	if b.text != "" {
		words += buttonIconGap
	}
	return words, words + width
}

func (b *Button) minSize() fyne.Size {
	wide := measure(b.text, b.typ())
	_, width := b.content(wide)
	if b.Hint != "" {
		return fyne.NewSize(hintedTextLeft+width+look.Space8+measure(b.Hint, TypeCaption)+hintedRight, b.height())
	}
	return fyne.NewSize(width+b.beside(), b.height())
}

// beside is the room at the left and right of the content.
func (b *Button) beside() float32 {
	if b.icon != look.IconNone {
		return 2*b.padding() + buttonIconLeft - buttonPadding
	}
	return 2 * b.padding()
}

// typ is the face and size of the words.
func (b *Button) typ() Type {
	if b.Words.Size == 0 {
		return TypeLabel
	}
	return b.Words
}

// MouseIn lights the button, and names it in a tip where its words are cut.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.pressable.MouseIn(e)
	if b.word.Text != b.text {
		showTip(b, b.text, tipBelow)
	}
}

// MouseOut puts the light out.
func (b *Button) MouseOut() {
	b.pressable.MouseOut()
	hideTip(b)
}

func (b *Button) layout(size fyne.Size) {
	b.ground.Resize(size)
	b.paintRing(size)
	if b.Hint != "" {
		centred(b.image, hintedIconLeft, size.Height)
		left := hintedIconLeft
		if b.icon != look.IconNone {
			left = hintedTextLeft
		}
		hint := look.Space8 + measure(b.Hint, TypeCaption)
		room := size.Width - left - hintedRight
		if setVisible(b.hint, measure(b.text, b.typ()) <= room-hint); b.hint.Visible() {
			room -= hint
		}
		b.word.Text = shorten(b.text, b.typ(), room)
		centred(b.word, left, size.Height)
		centred(b.hint, size.Width-hintedRight-b.hint.MinSize().Width, size.Height)
		return
	}
	before, _ := b.content(0)
	b.word.Text = shorten(b.text, b.typ(), size.Width-b.beside()-before+hairWide)
	words, width := b.content(b.word.MinSize().Width)
	left := whole((size.Width - width) / 2)
	if b.icon != look.IconNone && b.text != "" {
		left--
	}
	centred(b.image, left, size.Height)
	centred(b.word, left+words, size.Height)
}

// colours returns the roles of ground, border and words.
func (b *Button) colours() (fill, line, ink fyne.ThemeColorName) {
	switch b.kind {
	case Primary:
		fill, ink = look.ColorAccent, look.ColorOnAccent
	case Soft:
		fill, ink = look.ColorAccentSoft, look.ColorAccent
	case Outline:
		fill, line, ink = look.ColorCard, look.ColorLine, look.ColorInk
	default:
		ink = look.ColorAccent
	}
	if b.Ink != "" {
		ink = b.Ink
	}
	switch {
	case b.Disabled():
		fill, ink = look.ColorSunken, look.ColorInk3
	case b.hovered && b.kind != Primary:
		fill = look.ColorHover
	}
	return fill, line, ink
}

func (b *Button) paint() {
	fill, line, ink := b.colours()
	b.word.Text, b.hint.Text = b.text, b.Hint
	setType(b.word, b.typ().In(ink))
	setType(b.hint, TypeCaption.In(look.ColorInk3))
	paintBox(b.ground, fill, line)
	b.image.SetMinSize(fyne.NewSquareSize(b.iconSize()))
	drawIcon(b.image, b.icon, ink)
	setVisible(b.hint, b.Hint != "")
	b.paintRing(b.Size())
	b.word.Refresh()
	b.hint.Refresh()
}

// paintBox gives a rectangle its ground and border; an empty role is not drawn.
func paintBox(r *canvas.Rectangle, fill, line fyne.ThemeColorName) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, nil, 0
	if fill != "" {
		r.FillColor = look.Color(fill)
	}
	if line != "" {
		outline(r, look.Color(line), 1)
	}
	r.Refresh()
}

// outline gives a rectangle a stroke. Without a ground the painter of windows mixes the stroke's edge with black, so the
// ground is made the stroke's colour, too faint to see.
func outline(r *canvas.Rectangle, stroke color.Color, width float32) {
	r.StrokeColor, r.StrokeWidth = stroke, width
	if r.FillColor == color.Transparent {
		r.FillColor = faint(stroke)
	}
}

// faint is a colour that is too weak to be seen.
func faint(of color.Color) color.Color {
	weak := color.NRGBAModel.Convert(of).(color.NRGBA)
	weak.A = 1
	return weak
}
