package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// TickItem is what a TickRow shows.
type TickItem struct {
	Text   string
	Lines  int    // that the text may take; 0 is one
	Note   string // at the right, such as a day
	News   string // before the note, in the accent: why the writer should look at it
	Icon   look.IconName
	Ink    fyne.ThemeColorName // of the icon
	Ticked bool
	Plain  bool // the words are as strong without the tick
}

// TickRow is a row of a Roll: a box to tick, some words, and at the right a note and an icon. Only the box is pressed in
// the row; the keyboard and a press on the rest are the Roll's.
type TickRow struct {
	widget.BaseWidget
	// OnTick is told that the writer ticked the box or took the tick away.
	OnTick func()

	item       TickItem
	box        *tickBox
	words      *Paragraph
	news, note *Text
	image      *canvas.Image
}

var (
	_ fyne.Widget     = (*TickRow)(nil)
	_ fyne.Accessible = (*TickRow)(nil)
)

// Where things stand in a row.
const (
	// TickRowHeight is how high a row with one line is, and TickRowLeading what each further line adds.
	TickRowHeight  float32 = 34
	TickRowLeading float32 = 19
	// TickRowLeft is where the words begin.
	TickRowLeft float32 = 30

	tickRowGap float32 = 11
	tickRowTop float32 = 7
)

// NewTickRow returns an empty row.
func NewTickRow() *TickRow {
	r := &TickRow{
		words: NewParagraph("", TypeUI.In(look.ColorInk), TickRowLeading),
		news:  NewText("", TypeCaption), note: NewText("", TypeCaption), image: newIcon(look.IconSizeMedium),
	}
	r.box = newTickBox(func() { call(r.OnTick) })
	r.ExtendBaseWidget(r)
	return r
}

// Set shows something else in the row.
func (r *TickRow) Set(item TickItem) {
	item.Lines = max(item.Lines, 1)
	r.item = item
	r.words.MaxLines = item.Lines
	r.words.SetText(item.Text)
	r.note.SetText(item.Note)
	r.news.SetText(item.News)
	r.Refresh()
}

// AccessibilityLabel reads the row, and that the box is ticked if it is.
func (r *TickRow) AccessibilityLabel() string { return r.item.Label() }

// Label is what readers of the screen hear.
func (i TickItem) Label() string {
	label := i.Text
	for _, more := range []string{i.News, i.Note} {
		if more != "" {
			label += ", " + more
		}
	}
	if i.Ticked {
		label += " ✓"
	}
	return label
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (r *TickRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Resize gives the words their width, on which their lines depend.
func (r *TickRow) Resize(size fyne.Size) {
	r.words.Resize(fyne.NewSize(fyne.Max(size.Width-TickRowLeft-r.right(), 1), r.words.Size().Height))
	r.BaseWidget.Resize(size)
}

// right is what the note and the icon take.
func (r *TickRow) right() float32 {
	width := look.IconSizeMedium + tickRowGap
	for _, t := range []*Text{r.note, r.news} {
		if t.Text() != "" {
			width += t.MinSize().Width + tickRowGap
		}
	}
	return width
}

// CreateRenderer is for Fyne.
func (r *TickRow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.box, r.words, r.news, r.note, r.image)
}

func (r *TickRow) minSize() fyne.Size {
	return fyne.NewSize(TickRowLeft+look.Space40, TickRowHeight+float32(r.item.Lines-1)*TickRowLeading)
}

func (r *TickRow) layout(size fyne.Size) {
	r.box.Move(fyne.NewPos(0, tickRowTop))
	r.box.Resize(fyne.NewSize(TickRowLeft-look.Space4, checkBox+2))
	r.words.Move(fyne.NewPos(TickRowLeft, tickRowTop))
	r.words.Resize(fyne.NewSize(fyne.Max(size.Width-TickRowLeft-r.right(), 1), r.words.MinSize().Height))
	x := size.Width - look.IconSizeMedium
	centred(r.image, x, TickRowHeight)
	for _, t := range []*Text{r.note, r.news} {
		if t.Text() == "" {
			continue
		}
		x -= tickRowGap + t.MinSize().Width
		t.Resize(t.MinSize())
		t.Move(fyne.NewPos(x, whole((TickRowHeight-t.MinSize().Height)/2)))
	}
}

func (r *TickRow) paint() {
	ink := look.ColorInk
	if !r.item.Ticked && !r.item.Plain {
		ink = look.ColorInk3
	}
	r.words.SetType(TypeUI.In(ink))
	r.news.SetType(Type{Medium, look.SizeCaption, look.ColorAccent})
	r.box.set(r.item.Ticked)
	drawIcon(r.image, r.item.Icon, r.item.Ink)
}

// tickBox is the box of a row. The keyboard does not stop at it.
type tickBox struct {
	touchable
	on   bool
	box  *canvas.Rectangle
	tick *canvas.Image
}

var (
	_ fyne.Tappable      = (*tickBox)(nil)
	_ desktop.Hoverable  = (*tickBox)(nil)
	_ desktop.Cursorable = (*tickBox)(nil)
)

func newTickBox(press func()) *tickBox {
	b := &tickBox{box: canvas.NewRectangle(color.Transparent), tick: newIcon(look.IconSizeSmall)}
	b.press = press
	b.box.CornerRadius = checkRadius
	b.ExtendBaseWidget(b)
	return b
}

func (b *tickBox) set(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(b, b.layout, b.minSize, b.paint, b.box, b.tick)
}

func (b *tickBox) minSize() fyne.Size { return fyne.NewSquareSize(checkBox + 2) }

func (b *tickBox) layout(fyne.Size) {
	b.box.Move(fyne.NewPos(0, 1))
	b.box.Resize(fyne.NewSquareSize(checkBox))
	b.tick.Move(fyne.NewPos(2, 3))
	b.tick.Resize(fyne.NewSquareSize(look.IconSizeSmall))
}

func (b *tickBox) paint() { paintTick(b.box, b.tick, b.on, b.lit()) }

// paintTick gives a box its colours, and its tick where it has one.
func paintTick(box *canvas.Rectangle, tick *canvas.Image, on, lit bool) {
	fill, line, mark := look.ColorCard, look.ColorLineStrong, look.IconNone
	switch {
	case on:
		fill, line, mark = look.ColorAccent, "", look.IconCheck
	case lit:
		fill = look.ColorHover
	}
	paintBox(box, fill, line)
	drawIcon(tick, mark, look.ColorOnAccent)
}
