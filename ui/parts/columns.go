package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Columns is the frame of the window: navigation at the left, the page, and the rail at the right. The rail folds away
// under look.FoldRail, the navigation shrinks to a strip of icons under look.FoldNav.
type Columns struct {
	widget.BaseWidget
	// OnFold is told when a fold changes: that the navigation became or ceased to be a strip, that the rail went or
	// came back.
	OnFold func(navCompact, railHidden bool)
	// Lowest is how low the frame may get. Where it is lower than the design's smallest window, its columns scroll.
	Lowest float32
	// PageNeeds is the height that the page needs, where that is more than the smallest window has.
	PageNeeds float32

	nav, page, rail fyne.CanvasObject
	compact, folded bool
	low, pageLow    bool              // all columns scroll, or the page does
	ground          *canvas.Rectangle // Fyne clears its windows to a colour a shade off the one asked for
	navGround       *canvas.Rectangle
	navLine         *Hairline
	railLine        *Hairline
	holder          *fyne.Container
}

var _ fyne.Widget = (*Columns)(nil)

// NewColumns returns the frame. The rail may be nil for pages that have none.
func NewColumns(nav, page, rail fyne.CanvasObject) *Columns {
	c := &Columns{
		nav: nav, page: page, rail: rail, ground: canvas.NewRectangle(color.Transparent), navGround: canvas.NewRectangle(color.Transparent),
		Lowest: usualLowest, navLine: NewVerticalHairline(), railLine: NewVerticalHairline(), holder: container.NewWithoutLayout(),
	}
	c.fill()
	c.ExtendBaseWidget(c)
	return c
}

// SetPage shows another page, with its rail or none.
func (c *Columns) SetPage(page, rail fyne.CanvasObject) {
	c.page, c.rail = page, rail
	c.fill()
	c.Refresh()
}

// SetNav shows another navigation; nil shows none, for writing without distraction.
func (c *Columns) SetNav(nav fyne.CanvasObject) {
	c.nav = nav
	c.fill()
	c.Refresh()
}

func (c *Columns) fill() {
	c.holder.Objects = c.holder.Objects[:0:0]
	for _, o := range []fyne.CanvasObject{c.nav, c.page, c.rail} {
		switch {
		case o == nil:
		case o == c.page && c.pageLow:
			c.holder.Objects = append(c.holder.Objects, newTall(o, c.pageNeed()))
		case c.low:
			c.holder.Objects = append(c.holder.Objects, newTall(o, usualLowest))
		default:
			c.holder.Objects = append(c.holder.Objects, o)
		}
	}
}

func (c *Columns) pageNeed() float32 { return fyne.Max(c.PageNeeds, usualLowest) }

// around returns the view of the column that an object stands in, or nil where it does not scroll.
func (c *Columns) around(o fyne.CanvasObject) *tall {
	if !c.low && !c.pageLow {
		return nil
	}
	x := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
	for _, each := range c.holder.Objects {
		if left := each.Position().X; each.Visible() && x >= left-look.Space12 && x < left+each.Size().Width {
			t, _ := each.(*tall)
			return t
		}
	}
	return nil
}

// NavCompact reports whether the navigation is a strip of icons.
func (c *Columns) NavCompact() bool { return c.compact }

// RailHidden reports whether the rail is folded away.
func (c *Columns) RailHidden() bool { return c.folded }

// CreateRenderer is for Fyne.
func (c *Columns) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.navGround, c.holder, c.navLine, c.railLine)
}

// minSize leaves the window free to be as small as the design says: what stands in the columns folds or scrolls.
func (c *Columns) minSize() fyne.Size {
	return fyne.NewSize(look.MinWindowWidth, c.Lowest)
}

// usualLowest is the height that the columns need.
const usualLowest = look.MinWindowHeight - look.MenuBarHeight

func (c *Columns) layout(size fyne.Size) {
	if low, pageLow := size.Height < usualLowest, size.Height < c.pageNeed(); low != c.low || pageLow != c.pageLow {
		c.low, c.pageLow = low, pageLow
		c.fill()
	}
	standing := c.holder.Objects
	next := func() (o fyne.CanvasObject) { o, standing = standing[0], standing[1:]; return o }
	c.fold(size.Width < look.FoldNav, size.Width < look.FoldRail)
	c.holder.Resize(size)
	c.ground.Resize(size)
	left, right := float32(0), size.Width
	if c.nav != nil {
		left = look.NavWidth
		if c.compact {
			left = look.NavCompactWidth
		}
		place(next(), 0, left, size.Height)
		c.navGround.Resize(fyne.NewSize(left, size.Height))
		place(c.navLine, left, 1, size.Height)
		left++
	}
	setVisible(c.navGround, c.nav != nil)
	setVisible(c.navLine, c.nav != nil)
	page, showRail := next(), c.rail != nil && !c.folded
	if showRail {
		right -= look.RailWidth
		place(c.railLine, right, 1, size.Height)
		place(standing[0], right+1, look.RailWidth-1, size.Height)
	}
	if c.rail != nil {
		setVisible(standing[0], showRail)
	}
	setVisible(c.railLine, showRail)
	place(page, left, right-left, size.Height)
}

// fold tells of a change after the layout it belongs to has the new state.
func (c *Columns) fold(compact, folded bool) {
	if compact == c.compact && folded == c.folded {
		return
	}
	c.compact, c.folded = compact, folded
	if c.OnFold != nil {
		c.OnFold(compact, folded)
	}
}

func place(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}

func (c *Columns) paint() {
	c.ground.FillColor = look.Color(look.ColorPage)
	c.ground.Refresh()
	c.navGround.FillColor = look.Color(look.ColorNav)
	c.navGround.Refresh()
}
