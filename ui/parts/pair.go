package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Pair is something dated and the answer to it, side by side, or below each other where there is little room. It can
// be pressed.
type Pair struct {
	pressable
	icon look.IconName
	ink  fyne.ThemeColorName

	date        *Text
	left, right *Paragraph
	image       *canvas.Image
	ground      *canvas.Rectangle
	line        *Hairline
}

var (
	_ fyne.Widget       = (*Pair)(nil)
	_ fyne.Focusable    = (*Pair)(nil)
	_ fyne.Accessible   = (*Pair)(nil)
	_ desktop.Hoverable = (*Pair)(nil)
)

// Where things stand in a pair.
const (
	pairDate    float32 = 52 // the column of the dates
	pairEdge    float32 = 9  // above and below the words
	pairLeading float32 = 20
	pairIcon    float32 = 24 // the column of the icons
	pairShare   float32 = 0.54
	pairGap     float32 = 16
	pairNarrow  float32 = 380 // the width under which the answer stands below
	pairOut     float32 = 6   // how far the light under the pointer reaches beyond
)

// NewPair returns an empty pair that tells when it is pressed.
func NewPair(onTap func()) *Pair {
	p := &Pair{
		date: NewText("", TypeCaption.In(look.ColorInk3)), left: NewParagraph("", TypeUI.In(look.ColorInk), pairLeading),
		right: NewParagraph("", TypeUI.In(look.ColorInk), pairLeading), image: newIcon(look.IconSizeSmall),
		ground: canvas.NewRectangle(color.Transparent), line: NewHairline(),
	}
	p.press = onTap
	p.ground.CornerRadius = look.RadiusField
	p.init(look.RadiusField)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows a date, something, and the answer to it, which an icon in the colour of a role comes before.
func (p *Pair) Set(date, left string, icon look.IconName, ink fyne.ThemeColorName, right string) {
	p.date.SetText(date)
	p.left.SetText(left)
	p.right.SetText(right)
	p.icon, p.ink = icon, ink
	p.Refresh()
}

// Words returns what is shown: the date, something, and the answer to it.
func (p *Pair) Words() (date, left, right string) {
	return p.date.Text(), p.left.Text(), p.right.Text()
}

// AccessibilityLabel reads the pair.
func (p *Pair) AccessibilityLabel() string {
	return p.date.Text() + ", " + p.left.Text() + ", " + p.right.Text()
}

// Resize gives the words their width, on which the height of the pair depends.
func (p *Pair) Resize(size fyne.Size) {
	p.place(size.Width)
	p.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (p *Pair) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint, p.ground, p.date, p.left, p.image, p.right, p.line, p.ring)
}

// place lays the words out in a width, and returns the height they take.
func (p *Pair) place(width float32) float32 {
	p.date.Move(fyne.NewPos(0, pairEdge+1))
	p.date.Resize(p.date.MinSize())
	x, y := PairAnswer(width), pairEdge
	leftWide := x - pairGap - pairDate
	if x == pairDate { // below
		leftWide = width - pairDate
	}
	settle(p.left, pairDate, y, leftWide)
	if x == pairDate {
		y += p.left.Size().Height + 2
	}
	settle(p.right, x+pairIcon, y, width-x-pairIcon)
	p.image.Move(fyne.NewPos(x, y+whole((pairLeading-look.IconSizeSmall)/2)))
	p.image.Resize(fyne.NewSquareSize(look.IconSizeSmall))
	bottom := fyne.Max(p.left.Position().Y+p.left.Size().Height, p.right.Position().Y+p.right.Size().Height)
	return bottom + pairEdge
}

// settle gives a paragraph its place and its width, and the height that follows.
func settle(p *Paragraph, x, y, width float32) {
	p.Move(fyne.NewPos(x, y))
	p.Resize(fyne.NewSize(fyne.Max(width, 1), p.Size().Height))
	p.Resize(fyne.NewSize(fyne.Max(width, 1), p.MinSize().Height))
}

// PairAnswer returns where the answers begin in a column of pairs of a width.
func PairAnswer(width float32) float32 {
	if width < pairNarrow {
		return pairDate
	}
	return whole(width * pairShare)
}

func (p *Pair) minSize() fyne.Size {
	return fyne.NewSize(pairDate+pairIcon+look.Space40, p.place(p.Size().Width))
}

func (p *Pair) layout(size fyne.Size) {
	p.place(size.Width)
	p.ground.Move(fyne.NewPos(-pairOut, 2))
	p.ground.Resize(size.AddWidthHeight(2*pairOut, -4))
	p.line.Move(fyne.NewPos(0, size.Height-1))
	p.line.Resize(fyne.NewSize(size.Width, 1))
	p.ring.Move(p.ground.Position())
	p.ring.Resize(p.ground.Size())
}

func (p *Pair) paint() {
	fill := fyne.ThemeColorName("")
	if p.lit() {
		fill = look.ColorHover
	}
	paintBox(p.ground, fill, "")
	drawIcon(p.image, p.icon, p.ink)
	paintRing(p.ring)
	p.ring.CornerRadius = look.RadiusField
	setVisible(p.ring, p.focused)
	p.ring.Refresh()
}

// PairHead returns the heads over the two columns of pairs.
func PairHead(left, right string) *fyne.Container {
	return &fyne.Container{Layout: pairHead{}, Objects: []fyne.CanvasObject{NewText(left, TypeStrong), NewText(right, TypeStrong)}}
}

// pairHead lays out the heads where the columns begin. Where there is one column, only the first shows.
type pairHead struct{}

// Layout implements fyne.Layout.
func (pairHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := PairAnswer(size.Width)
	setVisible(objects[1], x != pairDate)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*x, 0))
		o.Resize(o.MinSize())
	}
}

// MinSize implements fyne.Layout.
func (pairHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, objects[0].MinSize().Height)
}
