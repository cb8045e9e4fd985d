package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// TreeNode is a line of a Tree.
type TreeNode struct {
	Key, Label string
	// Under is the key of the branch the node belongs to; nothing for one at the top.
	Under string
	// Branch makes the node one that opens and closes.
	Branch bool
	// Icon stands before a node at the top that is no branch.
	Icon look.IconName
	// Apart draws a hairline above the node.
	Apart bool
}

// Tree is a short tree of two levels, of which one branch at most is open. It is one stop for the keyboard: Up and Down
// go from line to line, Right and Left open and close a branch, Enter or Space chooses.
type Tree struct {
	widget.BaseWidget
	// OnChosen is told the key of what the writer chose.
	OnChosen func(key string)
	// OnMoved is told the line the keyboard went to, for those who have to bring it into sight.
	OnMoved func(line fyne.CanvasObject)
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()

	rows     []*treeRow
	open     string // the branch that is
	selected string
	cursor   int
	focused  bool
}

var (
	_ fyne.Widget     = (*Tree)(nil)
	_ fyne.Focusable  = (*Tree)(nil)
	_ fyne.Accessible = (*Tree)(nil)
)

// NewTree returns a tree of nodes, each branch followed by what is under it.
func NewTree(nodes []TreeNode, onChosen func(key string)) *Tree {
	t := &Tree{OnChosen: onChosen}
	for i, n := range nodes {
		t.rows = append(t.rows, newTreeRow(t, i, n))
	}
	t.ExtendBaseWidget(t)
	t.settle()
	return t
}

// SetCount shows how many there are, at the right of a node; an empty text shows nothing.
func (t *Tree) SetCount(key, count string) {
	if i := t.find(key); i >= 0 && t.rows[i].count != count {
		t.rows[i].count = count
		t.rows[i].Refresh()
	}
}

// SetSelected marks a node as the one that is shown and opens its branch. A key that is none of them marks nothing.
func (t *Tree) SetSelected(key string) {
	t.selected = key
	if i := t.find(key); i >= 0 {
		t.cursor = i
		switch n := t.rows[i].node; {
		case n.Under != "":
			t.open = n.Under
		case n.Branch:
			t.open = n.Key
		}
	}
	t.settle()
}

// Selected returns the key of the node that is shown.
func (t *Tree) Selected() string { return t.selected }

// SetOpen opens a branch, or none, and closes the one that was open.
func (t *Tree) SetOpen(key string) {
	t.open = key
	if under := t.rows[t.cursor].node.Under; under != "" && under != key {
		t.cursor = t.find(under)
	}
	t.settle()
}

// Open returns the key of the branch that is open.
func (t *Tree) Open() string { return t.open }

// settle shows the lines of the open branch and how each stands.
func (t *Tree) settle() {
	for i, r := range t.rows {
		setVisible(r, r.node.Under == "" || r.node.Under == t.open)
		r.set(treeState{
			selected: r.node.Key == t.selected, open: r.node.Branch && r.node.Key == t.open, cursor: t.focused && i == t.cursor,
		})
	}
	t.Refresh()
}

func (t *Tree) find(key string) int {
	return slices.IndexFunc(t.rows, func(r *treeRow) bool { return r.node.Key == key })
}

// AccessibilityLabel reads the line the keyboard is at.
func (t *Tree) AccessibilityLabel() string { return t.rows[t.cursor].AccessibilityLabel() }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (t *Tree) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (t *Tree) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(t.rows))
	for i, r := range t.rows {
		objects[i] = r
	}
	return newRendering(t, t.layout, t.minSize, func() {}, objects...)
}

// Resize gives the lines their width, on which the height of the tree depends.
func (t *Tree) Resize(size fyne.Size) {
	for _, r := range t.rows {
		r.Resize(fyne.NewSize(size.Width, r.Size().Height))
	}
	t.BaseWidget.Resize(size)
}

func (t *Tree) minSize() fyne.Size {
	height := float32(0)
	for _, r := range t.rows {
		if r.Visible() {
			height += r.MinSize().Height
		}
	}
	return fyne.NewSize(look.Space40, height)
}

func (t *Tree) layout(size fyne.Size) {
	y := float32(0)
	for _, r := range t.rows {
		if !r.Visible() {
			continue
		}
		height := r.MinSize().Height
		r.Move(fyne.NewPos(0, y))
		r.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
	canvas.Refresh(t)
}
