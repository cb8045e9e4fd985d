package parts

import (
	"fyne.io/fyne/v2"
)

// Panes are three columns of a page that lead from one to the next: what there is, what is in it, and one of it. In a
// narrow window they are one, and the page offers the way back.
type Panes struct {
	abreast
	share float32 // of what the first pane leaves, the second takes
}

var _ fyne.Widget = (*Panes)(nil)

// Widths of the panes: that of the first, and how it gives way in a smaller window.
const (
	firstPane     float32 = 308
	firstPaneLow  float32 = 208
	firstPanePart float32 = 0.288
	lastPaneLow   float32 = 224
	evenShare     float32 = 0.505
)

// NewPanes returns three columns.
func NewPanes(first, second, third fyne.CanvasObject) *Panes {
	p := &Panes{share: evenShare}
	p.init(first, second, third)
	p.ExtendBaseWidget(p)
	return p
}

// SetShare gives the second pane more or less of what the first one leaves; 0 is the usual half.
func (p *Panes) SetShare(share float32) {
	if share == 0 {
		share = evenShare
	}
	if p.share != share {
		p.share = share
		p.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, func() {}, p.objects()...)
}

func (p *Panes) layout(size fyne.Size) {
	if p.single(size) {
		return
	}
	first := whole(fyne.Max(firstPaneLow, fyne.Min(firstPane, size.Width*firstPanePart)))
	rest := size.Width - first
	second := whole(fyne.Max(fyne.Min(rest*p.share, rest-lastPaneLow), rest/2))
	p.side(size, first, second)
}
