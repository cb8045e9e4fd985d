package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// tagLine is the line a tag is typed in: an editor as high as a chip, in an outline.
type tagLine struct {
	widget.BaseWidget
	ground *Surface
	frame  fyne.CanvasObject
}

func newTagLine(e *Editor) *tagLine {
	l := &tagLine{ground: NewSurface(look.ColorCard, look.ColorAccent, look.ChipHeight/2), frame: EditorFrame(e)}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *tagLine) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(l, l.layout, l.minSize, l.paint, l.ground, l.frame)
}

func (l *tagLine) paint() {}

func (l *tagLine) minSize() fyne.Size { return fyne.NewSize(tagLineWidth, look.ChipHeight) }

func (l *tagLine) layout(size fyne.Size) {
	l.ground.Resize(size)
	height := l.frame.MinSize().Height
	l.frame.Move(fyne.NewPos(chipPadding, whole((size.Height-height)/2)))
	l.frame.Resize(fyne.NewSize(size.Width-2*chipPadding, height))
}
