package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Panes are three columns of a page that lead from one to the next: what there is, what is in it, and one of it. In a
// narrow window they are one, and the page offers the way back.
type Panes struct {
	widget.BaseWidget
	// Narrow is asked at each layout whether there is room for one pane only.
	Narrow func() bool
	// OnNarrow is told when that changes.
	OnNarrow func(bool)

	panes  [3]fyne.CanvasObject
	lines  [2]*Hairline
	share  float32 // of what the first pane leaves, the second takes
	at     int     // the pane in sight when there is one only
	narrow bool
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
	p := &Panes{panes: [3]fyne.CanvasObject{first, second, third}, share: evenShare}
	p.lines = [2]*Hairline{NewVerticalHairline(), NewVerticalHairline()}
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

// Go brings a pane into sight, counted from 0, where there is room for one only.
func (p *Panes) Go(to int) {
	if p.at != to {
		p.at = to
		p.Refresh()
	}
}

// At returns which pane is in sight where there is room for one only.
func (p *Panes) At() int { return p.at }

// IsNarrow reports whether there is room for one pane only.
func (p *Panes) IsNarrow() bool { return p.narrow }

// CreateRenderer is for Fyne.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint,
		p.panes[0], p.panes[1], p.panes[2], p.lines[0], p.lines[1])
}

// minSize leaves the window free to be as small as the design says.
func (p *Panes) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

func (p *Panes) layout(size fyne.Size) {
	if narrow := p.Narrow != nil && p.Narrow(); narrow != p.narrow {
		p.narrow = narrow
		if p.OnNarrow != nil {
			p.OnNarrow(narrow)
		}
	}
	for i, pane := range p.panes {
		setVisible(pane, !p.narrow || i == p.at)
	}
	for _, line := range p.lines {
		setVisible(line, !p.narrow)
	}
	if p.narrow {
		place(p.panes[p.at], 0, size.Width, size.Height)
		return
	}
	first := whole(fyne.Max(firstPaneLow, fyne.Min(firstPane, size.Width*firstPanePart)))
	rest := size.Width - first
	second := whole(fyne.Max(fyne.Min(rest*p.share, rest-lastPaneLow), rest/2))
	place(p.panes[0], 0, first-1, size.Height)
	place(p.lines[0], first-1, 1, size.Height)
	place(p.panes[1], first, second-1, size.Height)
	place(p.lines[1], first+second-1, 1, size.Height)
	place(p.panes[2], first+second, size.Width-first-second, size.Height)
}

func (p *Panes) paint() {}
