package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// treeState is how a line stands in its tree.
type treeState struct{ selected, open, cursor bool }

// treeRow is a line of a Tree.
type treeRow struct {
	widget.BaseWidget
	tree    *Tree
	index   int
	node    TreeNode
	count   string
	state   treeState
	hovered bool

	ground, bar, ring *canvas.Rectangle
	rule              *Hairline
	image             *canvas.Image
	label             *Paragraph
	tally             *canvas.Text
}

var (
	_ fyne.Tappable      = (*treeRow)(nil)
	_ desktop.Hoverable  = (*treeRow)(nil)
	_ desktop.Cursorable = (*treeRow)(nil)
	_ fyne.Accessible    = (*treeRow)(nil)
)

// Where things stand in a tree.
const (
	treeRowHeight  float32 = 28
	treeTopEdge    float32 = 11 // above and below the words of a branch
	treeLeading    float32 = 18
	treeLabelLeft  float32 = 22
	treeLeafLeft   float32 = 26
	treeLeafGround float32 = 14
	treeRight      float32 = 8
	treeApart      float32 = 17 // from the line before to the words after a hairline
	treeOut        float32 = 6  // how far the ground of a line at the top reaches beyond its icon
)

// The types of a tree.
var (
	typeTreeBranch = Type{SemiBold, look.SizeUI, look.ColorInk}
	typeTreeLeaf   = Type{Regular, look.SizeUI, look.ColorInk2}
)

func newTreeRow(t *Tree, i int, n TreeNode) *treeRow {
	r := &treeRow{tree: t, index: i, node: n, rule: NewHairline(), image: newIcon(look.IconSizeSmall)}
	r.ground, r.bar, r.ring = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ground.CornerRadius, r.ring.CornerRadius, r.bar.CornerRadius = look.RadiusField, look.RadiusField, listBar/2
	r.label = NewParagraph(n.Label, typeTreeLeaf, treeLeading)
	r.label.MaxLines = 3
	r.tally = newText("", TypeCaption)
	r.ExtendBaseWidget(r)
	return r
}

func (r *treeRow) set(s treeState) {
	if r.state != s {
		r.state = s
		r.Refresh()
	}
}

// Tapped chooses the line, or folds its branch.
func (r *treeRow) Tapped(e *fyne.PointEvent) {
	r.tree.tapped(r.index, r.node.Branch && e.Position.X < treeLabelLeft)
}

// MouseIn lights the line.
func (r *treeRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved does nothing: a line is lit as a whole.
func (r *treeRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (r *treeRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor is the hand: every line can be chosen.
func (r *treeRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel names the line and its count.
func (r *treeRow) AccessibilityLabel() string {
	if r.count == "" {
		return r.node.Label
	}
	return r.node.Label + ", " + r.count
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (r *treeRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (r *treeRow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.ground, r.bar, r.rule, r.image, r.label, r.tally, r.ring)
}

// Resize gives the label its width, on which the height of the line depends.
func (r *treeRow) Resize(size fyne.Size) {
	room := size.Width - r.left() - treeRight - measure("000", TypeCaption) - treeRight
	r.label.Resize(fyne.NewSize(fyne.Max(room, 1), r.label.Size().Height))
	r.BaseWidget.Resize(size)
}

func (r *treeRow) leaf() bool { return r.node.Under != "" }

func (r *treeRow) left() float32 {
	if r.leaf() {
		return treeLeafLeft
	}
	return treeLabelLeft
}

// edge is the room above and below the words.
func (r *treeRow) edge() float32 {
	if r.node.Branch {
		return treeTopEdge
	}
	return (treeRowHeight - treeLeading) / 2
}

// top is where the line's own ground begins.
func (r *treeRow) top() float32 {
	if r.node.Apart {
		return treeApart + 1
	}
	return 0
}

func (r *treeRow) minSize() fyne.Size {
	return fyne.NewSize(look.Space40, r.top()+r.label.MinSize().Height+2*r.edge()+1)
}

func (r *treeRow) layout(size fyne.Size) {
	top, height := r.top(), size.Height-r.top()-1
	x := -treeOut
	if r.leaf() {
		x = treeLeafGround
	}
	inner := r.edge() - (treeRowHeight-treeLeading)/2 // a branch's ground is no higher than its words need
	r.ground.Move(fyne.NewPos(x, top+inner))
	r.ground.Resize(fyne.NewSize(size.Width-x, height-2*inner))
	r.ring.Move(r.ground.Position())
	r.ring.Resize(r.ground.Size())
	r.bar.Move(fyne.NewPos(x, top+inner+look.RadiusField))
	r.bar.Resize(fyne.NewSize(listBar, r.ground.Size().Height-2*look.RadiusField))
	r.rule.Move(fyne.NewPos(0, treeApart/2))
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.label.Move(fyne.NewPos(r.left(), top+r.edge()))
	r.label.Resize(fyne.NewSize(r.label.Size().Width, r.label.MinSize().Height))
	r.image.Move(fyne.NewPos(0, top+r.edge()+(treeLeading-look.IconSizeSmall)/2))
	tally := r.tally.MinSize()
	r.tally.Move(fyne.NewPos(size.Width-treeRight-tally.Width, top+r.edge()+whole((treeLeading-tally.Height)/2)))
}

func (r *treeRow) paint() {
	typ, fill := typeTreeLeaf, fyne.ThemeColorName("")
	icon := r.node.Icon
	if r.node.Branch {
		typ, icon = typeTreeBranch, look.IconChevronRight
		if r.state.open {
			icon = look.IconChevronDown
		}
	}
	switch {
	case r.state.selected:
		typ, fill = typeTreeBranch, look.ColorAccentSoft
	case r.hovered:
		fill = look.ColorHover
	}
	paintBox(r.ground, fill, "")
	paintBox(r.bar, look.ColorAccent, "")
	setVisible(r.bar, r.state.selected)
	setVisible(r.rule, r.node.Apart)
	r.ring.FillColor = color.Transparent
	outline(r.ring, look.Color(look.ColorAccent), ringWidth)
	setVisible(r.ring, r.state.cursor)
	r.ring.Refresh()
	drawIcon(r.image, icon, look.ColorInk2)
	r.label.SetType(typ)
	r.tally.Text = r.count
	setType(r.tally, TypeCaption.In(look.ColorInk3))
	r.tally.Refresh()
}
