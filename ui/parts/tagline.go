package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// tagLine is the line a tag is typed in: an editor as high as a chip, in an outline.
type tagLine struct {
	widget.BaseWidget
	height float32
	ground *Surface
	frame  fyne.CanvasObject
}

// tagLineWidth is how wide the line to type in is.
const tagLineWidth float32 = 140

func newTagLine(e *Editor, height float32) *tagLine {
	l := &tagLine{height: height, ground: NewSurface(look.ColorCard, look.ColorAccent, height/2), frame: EditorFrame(e)}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *tagLine) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(l, l.layout, l.minSize, l.paint, l.ground, l.frame)
}

func (l *tagLine) paint() {}

func (l *tagLine) minSize() fyne.Size { return fyne.NewSize(tagLineWidth, l.height) }

func (l *tagLine) layout(size fyne.Size) {
	l.ground.Resize(size)
	height := l.frame.MinSize().Height
	l.frame.Move(fyne.NewPos(chipPadding, whole((size.Height-height)/2)))
	l.frame.Resize(fyne.NewSize(size.Width-2*chipPadding, height))
}
