package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// ListItem is what a row of a List shows.
type ListItem struct {
	Title, Caption string
	// Note stands at the right of the title, Below at the right of the caption.
	Note, Below string
	// Quiet sets the note like something that is not there.
	Quiet bool
	// Question sets the title as a question, on two lines where the rows are high enough.
	Question bool
	// Icon stands before the title in a soft square, in the colours of two roles.
	Icon      look.IconName
	Ink, Soft fyne.ThemeColorName
}

// label is what readers of the screen hear.
func (i ListItem) label() string {
	text := i.Title
	for _, more := range []string{i.Caption, i.Note, i.Below} {
		if more != "" {
			text += ", " + more
		}
	}
	return text
}

// listState is how a row stands in its list.
type listState struct {
	selected bool // it is open beside the list
	before   bool // the next one is
	cursor   bool // the keyboard is at it
	last     bool
}

// listRow is a row of a List.
type listRow struct {
	widget.BaseWidget
	list    *List
	index   int
	item    ListItem
	state   listState
	hovered bool

	ground, bar, square, ring *canvas.Rectangle
	line                      *Hairline
	image                     *canvas.Image
	title                     *Paragraph
	caption                   *Text
	note, below               *canvas.Text
}

var (
	_ fyne.Tappable      = (*listRow)(nil)
	_ desktop.Hoverable  = (*listRow)(nil)
	_ desktop.Cursorable = (*listRow)(nil)
	_ fyne.Accessible    = (*listRow)(nil)
)

// Where things stand in a row of a list.
const (
	// ListReach is how far a row reaches beyond its words on either side.
	ListReach float32 = 15
	// ListBarRoom is what a list keeps free at its right for the bar that tells how far it is scrolled.
	ListBarRoom float32 = 5

	listLeading float32 = 20
	listGap     float32 = 12
	listBar     float32 = 3
)

// The types of a list.
var (
	typeListTitle    = Type{Medium, look.SizeRow, look.ColorInk}
	typeListQuestion = Type{SerifItalic, look.SizeField, look.ColorInk}
	typeListCaption  = Type{Regular, look.SizeCaption, look.ColorInk2}
)

func newListRow(l *List) *listRow {
	r := &listRow{list: l, line: NewHairline(), image: newIcon(look.IconSizeMedium)}
	r.ground, r.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.square, r.ring = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusCard, look.RadiusCard
	r.bar.CornerRadius, r.square.CornerRadius = listBar/2, look.RadiusField
	r.title = NewParagraph("", typeListTitle, listLeading)
	r.caption = NewText("", typeListCaption)
	r.caption.Truncate = true
	r.note, r.below = newText("", typeListTitle), newText("", typeListCaption)
	r.ExtendBaseWidget(r)
	return r
}

// show gives the row what it shows, and draws it anew if that is something else.
func (r *listRow) show(i int, item ListItem, state listState) {
	if r.index == i && r.item == item && r.state == state {
		return
	}
	if r.index != i {
		r.hovered = false
	}
	r.index, r.item, r.state = i, item, state
	r.Refresh()
}

// Tapped opens the row.
func (r *listRow) Tapped(*fyne.PointEvent) { r.list.tapped(r.index) }

// MouseIn lights the row.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved does nothing: a row is lit as a whole.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (r *listRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor is the hand: every row can be opened.
func (r *listRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel reads the row.
func (r *listRow) AccessibilityLabel() string { return r.item.label() }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (r *listRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint,
		r.ground, r.bar, r.line, r.square, r.image, r.title, r.caption, r.note, r.below, r.ring)
}

func (r *listRow) minSize() fyne.Size { return fyne.NewSize(look.Space40, r.list.height) }
