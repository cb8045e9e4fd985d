package parts

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Glance is what a TargetCard shows.
type Glance struct {
	Label, Name             string // "Target role", or "", and what it is called
	Strong, Old, Thin, Gaps int    // how much of what is asked is how well proved
	Words                   string // the same in words
	Until                   string // how long there is until it is decided, or ""
	Invite                  string // what a press begins, where there is no role yet, or ""
}

// TargetCard shows at a glance how far one is with the role one wants. It can be pressed.
type TargetCard struct {
	pressable
	shown              Glance
	ground             *canvas.Rectangle
	label, invite      *Text
	name, words, until *Paragraph
	strip              *coverageStrip
}

var (
	_ fyne.Widget       = (*TargetCard)(nil)
	_ fyne.Focusable    = (*TargetCard)(nil)
	_ fyne.Accessible   = (*TargetCard)(nil)
	_ desktop.Hoverable = (*TargetCard)(nil)
)

// Where things stand on a target card.
const (
	targetPadding float32 = 13
	targetTop     float32 = 9
	targetGap     float32 = 9 // over and below the strip
)

// NewTargetCard returns a card that shows nothing yet.
func NewTargetCard(onTap func()) *TargetCard {
	c := &TargetCard{
		ground: canvas.NewRectangle(color.Transparent), label: NewText("", TypeCaption),
		name:  NewParagraph("", TypeRowTitle, 20),
		words: NewParagraph("", TypeCaption, 18), until: NewParagraph("", TypeCaption, 18), strip: newCoverageStrip(),
	}
	c.invite = NewText("", typeFilter.In(look.ColorAccent))
	c.name.MaxLines = 2
	c.label.Truncate, c.invite.Truncate = true, true
	c.press = onTap
	c.ground.CornerRadius = look.RadiusCard
	c.init(look.RadiusCard)
	c.ExtendBaseWidget(c)
	return c
}

// SetGlance shows something else, if it is something else.
func (c *TargetCard) SetGlance(g Glance) {
	if g == c.shown {
		return
	}
	c.shown = g
	c.label.SetText(g.Label)
	c.name.SetText(g.Name)
	c.words.SetText(g.Words)
	c.until.SetText(g.Until)
	c.invite.SetText(g.Invite)
	c.strip.counts = [coverageSorts]int{g.Strong, g.Old, g.Thin, g.Gaps}
	c.Refresh()
}

// AccessibilityLabel reads the card.
func (c *TargetCard) AccessibilityLabel() string {
	all := []string{c.shown.Label, c.shown.Name, c.shown.Words, c.shown.Until, c.shown.Invite}
	return strings.Join(slices.DeleteFunc(all, func(words string) bool { return words == "" }), ", ")
}

// Resize gives the words their width, on which the height of the card depends.
func (c *TargetCard) Resize(size fyne.Size) {
	for _, p := range []*Paragraph{c.name, c.words, c.until} {
		p.Resize(fyne.NewSize(size.Width-2*targetPadding, p.Size().Height))
	}
	c.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (c *TargetCard) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.label, c.name, c.strip.field, c.words, c.until, c.invite, c.ring)
}

// stack goes through what stands on the card from its top, and returns its height.
func (c *TargetCard) stack(each func(o fyne.CanvasObject, y, height float32)) float32 {
	y := targetTop
	add := func(o fyne.CanvasObject, height float32) {
		each(o, y, height)
		y += height
	}
	if c.shown.Label != "" {
		add(c.label, c.label.MinSize().Height)
	}
	add(c.name, c.name.MinSize().Height)
	if c.shown.Strong+c.shown.Old+c.shown.Thin+c.shown.Gaps > 0 {
		y += targetGap
		add(c.strip.field, coverageHeight)
		y += targetGap
	}
	for _, p := range []*Paragraph{c.words, c.until} {
		if p.Text() != "" {
			add(p, p.MinSize().Height)
		}
	}
	if c.shown.Invite != "" {
		y += look.Space16
		add(c.invite, c.invite.MinSize().Height)
	}
	return y + targetPadding
}

func (c *TargetCard) minSize() fyne.Size {
	return fyne.NewSize(look.Space40, c.stack(func(fyne.CanvasObject, float32, float32) {}))
}

func (c *TargetCard) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.paintRing(size)
	width := size.Width - 2*targetPadding
	c.strip.draw(width)
	c.stack(func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(targetPadding, y))
		o.Resize(fyne.NewSize(width, height))
	})
}

func (c *TargetCard) paint() {
	fill := look.ColorCard
	if c.lit() {
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, look.ColorLine)
	setVisible(c.until, c.shown.Until != "")
	setVisible(c.words, c.shown.Words != "")
	setVisible(c.label, c.shown.Label != "")
	setVisible(c.invite, c.shown.Invite != "")
	c.strip.draw(c.Size().Width - 2*targetPadding)
	c.paintRing(c.Size())
}
