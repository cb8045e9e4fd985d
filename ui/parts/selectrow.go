package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// selectRow is one option in the list of a Select, with a check if it is the one in force.
type selectRow struct {
	widget.BaseWidget
	list   *selectList
	index  int
	label  string
	chosen bool
	here   bool // the keyboard is at it

	ground *canvas.Rectangle
	word   *canvas.Text
	check  *canvas.Image
}

var (
	_ fyne.Tappable      = (*selectRow)(nil)
	_ desktop.Hoverable  = (*selectRow)(nil)
	_ desktop.Cursorable = (*selectRow)(nil)
	_ fyne.Accessible    = (*selectRow)(nil)
)

func newSelectRow(l *selectList, index int, label string, chosen bool) *selectRow {
	r := &selectRow{list: l, index: index, label: label, chosen: chosen, ground: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius = look.RadiusHighlight
	r.word, r.check = newText(label, typeSelectRow), newIcon(look.IconSizeSmall)
	r.ExtendBaseWidget(r)
	return r
}

var typeSelectRow = TypeUI.In(look.ColorInk)

// set shows whether the keyboard is here.
func (r *selectRow) set(here bool) {
	if r.here != here {
		r.here = here
		r.Refresh()
	}
}

// Tapped chooses the option.
func (r *selectRow) Tapped(*fyne.PointEvent) { r.list.take(r.index) }

// MouseIn brings the keyboard along, so that one row at most is lit.
func (r *selectRow) MouseIn(*desktop.MouseEvent) { r.list.goTo(r.index) }

// MouseMoved does nothing.
func (r *selectRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing: the keyboard stays.
func (r *selectRow) MouseOut() {}

// Cursor is the hand.
func (r *selectRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns the words of the option, and that it is the one in force, if it is.
func (r *selectRow) AccessibilityLabel() string {
	if r.chosen {
		return r.label + " ✓"
	}
	return r.label
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (r *selectRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (r *selectRow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.ground, r.word, r.check)
}

func (r *selectRow) minSize() fyne.Size { return fyne.NewSize(look.Space40, selectRowHeight) }

func (r *selectRow) layout(size fyne.Size) {
	r.ground.Resize(size)
	left, right := fieldPadding-selectInset, look.IconSizeSmall+2*look.Space8
	r.word.Text = shorten(r.label, typeSelectRow, size.Width-left-right+4)
	setType(r.word, typeSelectRow)
	centred(r.word, left, size.Height)
	centred(r.check, size.Width-look.Space8-look.IconSizeSmall, size.Height)
}

func (r *selectRow) paint() {
	fill := fyne.ThemeColorName("")
	if r.here {
		fill = look.ColorHover
	}
	paintBox(r.ground, fill, "")
	setType(r.word, typeSelectRow)
	check := look.IconNone
	if r.chosen {
		check = look.IconCheck
	}
	drawIcon(r.check, check, look.ColorAccent)
	r.word.Refresh()
}
