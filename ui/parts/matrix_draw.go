package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// CreateRenderer is for Fyne.
func (r *matrixRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.ground, r.bar, r.name, r.note, r.field}
	objects = append(objects, r.lack.objects()...)
	return newRendering(r, r.layout, r.minSize, r.paint, append(objects, r.mark, r.ring)...)
}

func (r *matrixRow) minSize() fyne.Size { return fyne.NewSize(look.Space40, 0) }

func (r *matrixRow) layout(size fyne.Size) {
	g := r.matrix.grid
	r.ground.Resize(size)
	r.bar.Move(fyne.NewPos(0, look.RadiusCard))
	r.bar.Resize(fyne.NewSize(listBar, size.Height-2*look.RadiusCard))
	r.layOutWords(size, g)
	r.field.Resize(size)
	cell := fyne.NewSize(g.pitch-matrixCellGap, matrixCellHeight)
	for k, c := range r.cells {
		c.place(fyne.NewPos(g.x(k), matrixCellTop), cell)
	}
	r.lack.place(fyne.NewPos(g.offerLeft(), matrixCellTop), fyne.NewSize(g.right-g.offerLeft()-matrixCellGap, matrixCellHeight))
	r.placeMarks(size)
}

// layOutWords puts the name into the middle of the row, on two lines where it needs them, or the name over the note.
func (r *matrixRow) layOutWords(size fyne.Size, g matrixGrid) {
	room := g.left
	if r.index >= 0 && r.index < len(r.matrix.rows) && r.matrix.rows[r.index].Lack != "" {
		room = g.offerLeft()
	}
	width := fyne.Max(room-RollReach-look.Space8, 1)
	if r.heading {
		width = size.Width - 2*RollReach
	}
	r.name.Resize(fyne.NewSize(width, matrixNameLeading)) // so that it knows how many lines it takes
	name := r.name.MinSize().Height
	note := r.note.MinSize().Height
	top := whole((size.Height - name) / 2)
	switch {
	case r.heading:
		top = whole(matrixHeadingText - name/2)
	case r.note.Text() != "":
		top = whole((size.Height - name - note) / 2)
	}
	r.name.Move(fyne.NewPos(RollReach, top))
	r.name.Resize(fyne.NewSize(width, name))
	r.note.Move(fyne.NewPos(RollReach, top+name))
	r.note.Resize(fyne.NewSize(width, note))
}

// box is where something stands that can be chosen: a cell, the offer, or the row as a whole.
func (r *matrixRow) box(column int, size fyne.Size) (fyne.Position, fyne.Size, float32) {
	g := r.matrix.grid
	switch {
	case column < 0:
		return fyne.NewPos(0, 0), size, look.RadiusCard
	case r.matrix.lacks(r.index):
		return r.lack.box.Position(), r.lack.box.Size(), look.RadiusField
	}
	return fyne.NewPos(g.x(column-r.matrix.first), matrixCellTop), fyne.NewSize(g.pitch-matrixCellGap, matrixCellHeight), look.RadiusCell
}

// inSight reports whether a column is among those that show.
func (r *matrixRow) inSight(column int) bool {
	m := r.matrix
	return column < 0 || m.lacks(r.index) || column >= m.first && column < m.first+m.grid.fit
}

// placeMarks puts the ring where the keyboard is, and the mark around the cell that is open.
func (r *matrixRow) placeMarks(size fyne.Size) {
	m := r.matrix
	at, chosen := m.place(), m.chosen
	showRing := m.focused && !r.heading && at.row == r.index && r.inSight(at.column)
	showMark := !r.heading && chosen.row == r.index && chosen.column >= 0 && !m.lacks(r.index) && r.inSight(chosen.column)
	setVisible(r.ring, showRing)
	setVisible(r.mark, showMark)
	if showRing {
		pos, own, radius := r.box(at.column, size)
		r.ring.CornerRadius = radius
		r.ring.Move(pos)
		r.ring.Resize(own)
		if at.column >= 0 {
			r.ring.CornerRadius += ringGap + ringWidth
			placeRing(r.ring, pos, own)
		}
	}
	if showMark {
		pos, own, radius := r.box(chosen.column, size)
		r.mark.CornerRadius = radius + matrixMark
		r.mark.Move(pos.SubtractXY(matrixMark, matrixMark))
		r.mark.Resize(own.AddWidthHeight(2*matrixMark, 2*matrixMark))
	}
}

// matrixMark is how wide the line around the cell is that is open, and how far it stands off.
const matrixMark float32 = 1.5

// paintGround shows how the row stands. It draws no cell.
func (r *matrixRow) paintGround() {
	open := !r.heading && r.matrix.chosen.row == r.index
	fill, line := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case open:
		fill, line = look.ColorCard, look.ColorLine
	case r.hovered:
		fill = look.ColorHover
	}
	paintBox(r.ground, fill, line)
	paintBox(r.bar, look.ColorAccent, "")
	setVisible(r.bar, open)
	typ := typeMatrixName
	switch {
	case r.heading:
		typ = typeMatrixHead
	case open:
		typ = TypeRowTitle
	}
	if r.name.typ != typ {
		r.name.SetType(typ)
		r.layOutWords(r.Size(), r.matrix.grid)
	}
	paintRing(r.ring)
	r.mark.FillColor = color.Transparent
	outline(r.mark, look.Color(look.ColorAccent), matrixMark)
	canvas.Refresh(r)
}

// paint draws the row anew; its cells see by themselves whether the appearance is another.
func (r *matrixRow) paint() {
	r.name.Refresh()
	r.note.Refresh()
	r.lack.paint()
	r.paintGround()
	r.show()
}

// matrixLack is what stands in place of the cells where there is no proof at all: an offer, and what is missing.
type matrixLack struct {
	box         *canvas.Rectangle
	mark        *canvas.Image
	offer, lack *canvas.Text
}

func newMatrixLack() *matrixLack {
	l := &matrixLack{box: canvas.NewRectangle(color.Transparent), mark: newIcon(look.IconSizeSmall), offer: newText("", TypeStrong), lack: newText("", TypeCaption)}
	l.box.CornerRadius = look.RadiusField
	for _, o := range l.objects() {
		o.Hide()
	}
	return l
}

func (l *matrixLack) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.box, l.mark, l.offer, l.lack}
}

func (l *matrixLack) show(offer, lack string, visible bool) {
	if l.offer.Text != offer || l.lack.Text != lack || visible != l.box.Visible() {
		l.offer.Text, l.lack.Text = offer, lack
		l.paint()
	}
	for _, o := range l.objects() {
		setVisible(o, visible)
	}
}

func (l *matrixLack) paint() {
	l.box.FillColor = color.Transparent
	outline(l.box, look.Color(look.ColorWarn), 1.2)
	l.box.Refresh()
	visible := l.mark.Visible()
	drawIcon(l.mark, look.IconPencil, look.ColorWarn)
	setVisible(l.mark, visible)
	setType(l.offer, TypeStrong.In(look.ColorWarn))
	setType(l.lack, TypeCaption.In(look.ColorWarn))
	l.offer.Refresh()
	l.lack.Refresh()
}

func (l *matrixLack) place(pos fyne.Position, size fyne.Size) {
	l.box.Move(pos)
	l.box.Resize(size)
	l.mark.Move(pos.AddXY(matrixLackLeft, whole((size.Height-look.IconSizeSmall)/2)))
	l.mark.Resize(fyne.NewSquareSize(look.IconSizeSmall))
	offer, lack := l.offer.MinSize(), l.lack.MinSize()
	l.offer.Resize(offer)
	l.offer.Move(pos.AddXY(matrixLackLeft+look.IconSizeSmall+look.Space8, whole((size.Height-offer.Height)/2)))
	l.lack.Resize(lack)
	l.lack.Move(pos.AddXY(size.Width-lack.Width-matrixLackLeft, whole((size.Height-lack.Height)/2)))
}

// matrixLackLeft is where an offer in place of the cells begins in its box.
const matrixLackLeft float32 = 13
