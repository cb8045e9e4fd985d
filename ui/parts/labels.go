package parts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Label is a word among Labels. It has a ground like a chip's, or none, and an icon, or none.
type Label struct {
	Text      string
	Icon      look.IconName
	Fill, Ink fyne.ThemeColorName // no ground where Fill is empty
}

// Labels is a line of labels as high as chips, which nothing can be done with. Those that find no room are counted at
// its end.
type Labels struct {
	widget.BaseWidget
	all     []Label
	width   float32
	objects []fyne.CanvasObject
}

var _ fyne.Widget = (*Labels)(nil)

// NewLabels returns an empty line.
func NewLabels() *Labels {
	l := &Labels{}
	l.ExtendBaseWidget(l)
	return l
}

// SetLabels shows other labels.
func (l *Labels) SetLabels(all []Label) {
	l.all = all
	l.Refresh()
}

// CreateRenderer is for Fyne.
func (l *Labels) CreateRenderer() fyne.WidgetRenderer { return &labelsRendering{l} }

// labelsRendering differs from the shared one in that its objects come with the labels.
type labelsRendering struct{ l *Labels }

func (r *labelsRendering) Objects() []fyne.CanvasObject { return r.l.objects }
func (r *labelsRendering) Destroy()                     {}
func (r *labelsRendering) MinSize() fyne.Size           { return fyne.NewSize(look.Space40, look.ChipHeight) }

func (r *labelsRendering) Layout(size fyne.Size) {
	if size.Width != r.l.width {
		r.l.draw(size.Width)
	}
}

func (r *labelsRendering) Refresh() {
	r.l.draw(r.l.Size().Width)
	canvas.Refresh(r.l)
}

// labelMore is the room that is kept to count those that find none.
const labelMore float32 = 32

// draw makes as many labels as there is room for.
func (l *Labels) draw(width float32) {
	l.width, l.objects = width, nil
	x := float32(0)
	for i, label := range l.all {
		room := width - x
		if i < len(l.all)-1 {
			room -= labelMore
		}
		if label.wide() > room && i > 0 {
			more := Label{Text: "+" + strconv.Itoa(len(l.all)-i), Ink: look.ColorInk3}
			l.add(more, x, labelMore)
			return
		}
		x += l.add(label, x, room) + look.Space8
	}
}

func (l Label) left() float32 {
	left := chipPadding
	if l.Fill == "" {
		left = look.Space4
	}
	if l.Icon != look.IconNone {
		left += look.IconSizeSmall + chipIconGap - 2
	}
	return left
}

func (l Label) typ() Type { return Type{Medium, look.SizeCaption, l.Ink} }

func (l Label) wide() float32 { return whole(l.left()+measure(l.Text, l.typ())+chipPadding) + 1 }

// add makes a label at a distance from the left, and returns how wide it is.
func (l *Labels) add(label Label, x, room float32) float32 {
	left, width := label.left(), fyne.Min(label.wide(), fyne.Max(room, labelMore))
	if label.Fill != "" {
		ground := canvas.NewRectangle(look.Color(label.Fill))
		ground.CornerRadius = look.ChipHeight / 2
		ground.Move(fyne.NewPos(x, 0))
		ground.Resize(fyne.NewSize(width, look.ChipHeight))
		l.objects = append(l.objects, ground)
	}
	if label.Icon != look.IconNone {
		icon := newIcon(look.IconSizeSmall)
		icon.Move(fyne.NewPos(x+left-look.IconSizeSmall-chipIconGap, (look.ChipHeight-look.IconSizeSmall)/2))
		drawIcon(icon, label.Icon, label.Ink)
		l.objects = append(l.objects, icon)
	}
	word := newText(shorten(label.Text, label.typ(), width-left-chipPadding+1), label.typ())
	centred(word, x+left, look.ChipHeight)
	l.objects = append(l.objects, word)
	return width
}
