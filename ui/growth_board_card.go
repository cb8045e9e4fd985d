package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// boardCard is an accelerator on the board: what was last written about it, its
// goal, how long ago that was, and how many entries there are. Pressed, it
// shows what stands behind it, or begins to write where that is nothing.
type boardCard struct {
	t    *boardTab
	of   evidence.Accelerator
	tile *parts.Tile

	name  *parts.Text
	last  *parts.Text
	goal  *parts.Text
	flag  *parts.Icon
	badge *parts.Badge
	write *parts.Icon
	age   *parts.Text
	count *parts.Text
}

// boardCardHeight is how high a card is.
const boardCardHeight float32 = 118

func newBoardCard(t *boardTab) *boardCard {
	c := &boardCard{
		t: t, name: cutText(parts.TypeRowTitle), last: cutText(parts.TypeUI), goal: cutText(parts.TypeCaption),
		flag: parts.IconOf(look.IconFlag, look.ColorInk3, look.IconSizeSmall), badge: parts.NewBadge(parts.BadgeAge, parts.BadgeDot),
		write: parts.IconOf(look.IconPencil, look.ColorWarn, look.IconSizeSmall),
		age:   parts.NewText("", parts.TypeFieldLabel), count: parts.NewText("", parts.TypeCaption),
	}
	c.tile = parts.NewTile(container.New(boardCardLayout{}, c.name, c.last, c.flag, c.goal, c.badge, c.write, c.age, c.count), look.RadiusCard, c.open)
	c.tile.OnFocus = func() { t.scroll.Reveal(c.tile) }
	return c
}

// show shows an accelerator.
func (c *boardCard) show(a evidence.Accelerator, s growthSheet) {
	c.of = a
	none := a.Age == evidence.Never
	c.name.SetText(s.elementName(a.Element))
	c.last.SetText(c.lastWords(a, s))
	c.goal.SetText("")
	if a.Goal != nil {
		c.goal.SetText(goalTitle(a.Goal))
	}
	setVisible(c.flag, a.Goal != nil)
	c.tile.Fill, c.tile.Line = look.ColorCard, look.ColorLine
	c.badge.SetLook(parts.BadgeDot)
	c.age.SetType(parts.TypeCaption)
	c.age.SetText(howLongAgo(a.Last, s.today))
	c.count.SetType(parts.TypeCaption)
	c.count.SetText(entriesLine(a.Entries))
	switch a.Age {
	case evidence.Aged:
		c.badge.SetLook(parts.BadgeRing)
	case evidence.Never:
		c.tile.Fill, c.tile.Line = "", look.ColorWarn
		c.age.SetType(parts.TypeStrong.In(look.ColorWarn))
		c.age.SetText(lang.L("Write about this"))
		c.count.SetType(parts.TypeCaption.In(look.ColorWarn))
		c.count.SetText(lang.L("No entry yet"))
	}
	setVisible(c.badge, !none)
	setVisible(c.write, none)
	c.tile.Label = c.name.Text() + ", " + c.age.Text() + ", " + c.count.Text()
	c.tile.Refresh()
}

// lastWords are the title of the newest entry, or what the accelerator is
// about.
func (c *boardCard) lastWords(a evidence.Accelerator, s growthSheet) string {
	if l, there := s.lines[a.Newest]; there {
		return oneLine(lineTitle(l))
	}
	if at, ok := s.catalogue.Element(a.Element); ok {
		return at.Element.Gist
	}
	return ""
}

// open shows what stands behind the card, or begins an entry about it.
func (c *boardCard) open() {
	g := c.t.g
	if c.of.Age == evidence.Never {
		g.writeAbout(c.of.Element, "")
		return
	}
	words := ""
	if at, ok := g.sheet.catalogue.Element(c.of.Element); ok {
		words = at.Element.Gist
	}
	g.showBehind(c.name.Text(), words, c.of.Behind, behindSheet{})
}

// boardCardLayout lays out a card.
type boardCardLayout struct{}

// Where things stand on a card.
const (
	cardSide   float32 = 18
	cardName   float32 = 15
	cardLast   float32 = 39
	cardGoal   float32 = 60
	cardFoot   float32 = 82
	cardIndent float32 = 18
)

// Layout implements fyne.Layout.
func (boardCardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, last, flag, goal := objects[0], objects[1], objects[2], objects[3]
	badge, write, age, count := objects[4], objects[5], objects[6], objects[7]
	width := size.Width - 2*cardSide
	lay := func(o fyne.CanvasObject, x, y, width float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	lay(name, cardSide, cardName, width)
	lay(last, cardSide, cardLast, width)
	lay(flag, cardSide, cardGoal, look.IconSizeSmall)
	lay(goal, cardSide+cardIndent, cardGoal-1, width-cardIndent)
	line := age.MinSize().Height
	for _, mark := range []fyne.CanvasObject{badge, write} {
		lay(mark, cardSide, cardFoot+middle(line, mark.MinSize().Height), mark.MinSize().Width)
	}
	left := cardIndent
	if write.Visible() {
		left += look.Space4
	}
	lay(age, cardSide+left, cardFoot, age.MinSize().Width)
	own := count.MinSize()
	setVisible(count, cardSide+left+age.MinSize().Width+look.Space8+own.Width <= size.Width-cardSide) // the tile says it too
	lay(count, size.Width-cardSide-own.Width, cardFoot, own.Width)
}

// MinSize implements fyne.Layout.
func (boardCardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, boardCardHeight)
}
