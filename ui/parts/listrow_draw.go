package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// left is where the words begin.
func (r *listRow) left() float32 {
	if r.item.Icon == look.IconNone {
		return ListReach
	}
	return ListReach + rowLeft
}

func (r *listRow) layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.bar.Move(fyne.NewPos(0, look.RadiusCard+2))
	r.bar.Resize(fyne.NewSize(listBar, size.Height-2*look.RadiusCard-4))
	r.line.Move(fyne.NewPos(ListReach, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width-2*ListReach, 1))

	left, right := r.left(), size.Width-ListReach
	noteWidth, belowWidth := r.note.MinSize().Width, r.below.MinSize().Width
	r.title.Resize(fyne.NewSize(roomBeside(right-left, noteWidth), listLeading))
	text := r.title.MinSize().Height
	captionHeight := r.caption.MinSize().Height
	if r.item.Caption == "" && r.item.Below == "" {
		captionHeight = 0 // the title stands in the middle of the row
	}
	top := whole((size.Height - text - captionHeight) / 2)
	r.title.Move(fyne.NewPos(left, top))
	r.note.Move(fyne.NewPos(right-noteWidth, top+whole((listLeading-r.note.MinSize().Height)/2)))
	r.caption.Move(fyne.NewPos(left, top+text))
	r.caption.Resize(fyne.NewSize(roomBeside(right-left, belowWidth), captionHeight))
	r.below.Move(fyne.NewPos(right-belowWidth, top+text))
	r.square.Move(fyne.NewPos(ListReach, top+3))
	r.square.Resize(fyne.NewSquareSize(rowSquare))
	inset := (rowSquare - look.IconSizeMedium) / 2
	r.image.Move(r.square.Position().AddXY(inset, inset))
}

// roomBeside is what a width leaves beside something at its right.
func roomBeside(width, beside float32) float32 {
	if beside == 0 {
		return width
	}
	return fyne.Max(width-beside-listGap, 1)
}

func (r *listRow) paint() {
	r.paintGround()
	title := typeListTitle
	r.title.MaxLines = 1
	if r.item.Question {
		title = typeListQuestion
		r.title.MaxLines = max(int((r.list.height-captionRoom)/listLeading), 1)
	}
	note := typeListTitle
	if r.item.Quiet {
		note = Type{Regular, look.SizeUI, look.ColorInk3}
	}
	r.title.SetType(title)
	r.title.SetText(r.item.Title)
	r.caption.SetText(r.item.Caption)
	r.note.Text, r.below.Text = r.item.Note, r.item.Below
	setType(r.note, note)
	setType(r.below, typeListCaption)
	r.note.Refresh()
	r.below.Refresh()
}

// captionRoom is what the caption and the edges of a row take of its height.
const captionRoom float32 = 30

func (r *listRow) paintGround() {
	paintStanding(r.ground, r.bar, r.ring, r.state, r.hovered)
	setVisible(r.line, !r.state.selected && !r.state.before && !r.state.last)
	square := r.item.Soft
	if r.item.Icon == look.IconNone {
		square = ""
	}
	paintBox(r.square, square, "")
	drawIcon(r.image, r.item.Icon, r.item.Ink)
}

// paintStanding shows how a row stands in its list: a card with a bar if it is open, a light under the pointer, a ring
// where the keyboard is.
func paintStanding(ground, bar, ring *canvas.Rectangle, state listState, lit bool) {
	fill, line := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case state.selected:
		fill, line = look.ColorCard, look.ColorLine
	case lit:
		fill = look.ColorHover
	}
	paintBox(ground, fill, line)
	paintBox(bar, look.ColorAccent, "")
	setVisible(bar, state.selected)
	paintRing(ring)
	setVisible(ring, state.cursor)
	ring.Refresh()
}
