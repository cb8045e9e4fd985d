package parts

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// BadgeLook is what a Badge says.
type BadgeLook int

// The looks of a Badge.
const (
	BadgeNumber  BadgeLook = iota // a number in a ring: which one it is
	BadgeThere                    // a disc with a check: all of it is there
	BadgePartly                   // a soft ring with a minus: a part is there
	BadgeMissing                  // a hollow ring: nothing yet
	BadgeDot                      // a plain disc: lately
	BadgeRing                     // a plain ring: longer ago
)

// Badge is a small round mark that says how something stands by its shape as well as by its colour.
type Badge struct {
	widget.BaseWidget
	side   float32
	looks  BadgeLook
	circle *canvas.Circle
	number *canvas.Text
	image  *canvas.Image
}

var _ fyne.Widget = (*Badge)(nil)

// The sides of badges.
const (
	BadgeStep float32 = 26 // beside a step
	BadgeLine float32 = 20 // beside a line of a checklist
	BadgeAge  float32 = 11 // before the age of something
)

// How thick the ring of a badge is: one that holds a number is finer.
const (
	badgeStroke float32 = 1.5
	badgeFine   float32 = 1
)

// NewBadge returns a badge with a side.
func NewBadge(side float32, l BadgeLook) *Badge {
	b := &Badge{side: side, looks: l, circle: canvas.NewCircle(color.Transparent), number: newText("", typeBadge), image: newIcon(look.IconSizeSmall)}
	b.ExtendBaseWidget(b)
	return b
}

var typeBadge = Type{Medium, look.SizeCaption, look.ColorInk2}

// SetLook changes what the badge says.
func (b *Badge) SetLook(l BadgeLook) {
	if b.looks != l {
		b.looks = l
		b.Refresh()
	}
}

// Look returns what the badge says.
func (b *Badge) Look() BadgeLook { return b.looks }

// SetNumber changes the number in a BadgeNumber.
func (b *Badge) SetNumber(n int) { b.number.Text = strconv.Itoa(n); b.Refresh() }

// CreateRenderer is for Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(b, b.layout, b.minSize, b.paint, b.circle, b.number, b.image)
}

func (b *Badge) minSize() fyne.Size { return fyne.NewSquareSize(b.side) }

func (b *Badge) layout(size fyne.Size) {
	y := whole((size.Height - b.side) / 2)
	b.circle.Move(fyne.NewPos(0, y))
	b.circle.Resize(fyne.NewSquareSize(b.side))
	centred(b.number, whole((b.side-b.number.MinSize().Width)/2), size.Height)
	centred(b.image, whole((b.side-b.image.MinSize().Width)/2), size.Height)
}

// colours returns the roles of ground, ring and icon, and the icon.
func (b *Badge) colours() (fill, ring, ink fyne.ThemeColorName, icon look.IconName) {
	switch b.looks {
	case BadgeThere:
		return look.ColorAccent, "", look.ColorOnAccent, look.IconCheck
	case BadgePartly:
		return look.ColorAccentSoft, look.ColorAccent, look.ColorAccent, look.IconMinus
	case BadgeMissing:
		return "", look.ColorWarn, "", look.IconNone
	case BadgeDot:
		return look.ColorAccent, "", "", look.IconNone
	}
	return "", look.ColorLineStrong, "", look.IconNone
}

func (b *Badge) paint() {
	fill, ring, ink, icon := b.colours()
	b.circle.FillColor, b.circle.StrokeColor, b.circle.StrokeWidth = color.Transparent, nil, 0
	if ring != "" {
		b.circle.StrokeColor, b.circle.StrokeWidth = look.Color(ring), badgeStroke
		if b.looks == BadgeNumber {
			b.circle.StrokeWidth = badgeFine
		}
		b.circle.FillColor = faint(look.Color(ring)) // see outline
	}
	if fill != "" {
		b.circle.FillColor = look.Color(fill)
	}
	b.circle.Refresh()
	setVisible(b.number, b.looks == BadgeNumber)
	setType(b.number, typeBadge)
	b.number.Refresh()
	drawIcon(b.image, icon, ink)
}
