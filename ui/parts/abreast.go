package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// abreast is what pages of several columns share: in a narrow window there is one, and the page offers the way back.
type abreast struct {
	widget.BaseWidget
	// Narrow is asked at each layout whether there is room for one pane only.
	Narrow func() bool
	// OnNarrow is told when that changes.
	OnNarrow func(bool)

	panes  []fyne.CanvasObject
	lines  []fyne.CanvasObject // between them
	at     int                 // the pane in sight when there is one only
	narrow bool
}

func (a *abreast) init(panes ...fyne.CanvasObject) {
	a.panes = panes
	for range panes[1:] {
		a.lines = append(a.lines, NewVerticalHairline())
	}
}

// Go brings a pane into sight, counted from 0, where there is room for one only.
func (a *abreast) Go(to int) {
	if a.at != to {
		a.at = to
		a.Refresh()
	}
}

// At returns which pane is in sight where there is room for one only.
func (a *abreast) At() int { return a.at }

// IsNarrow reports whether there is room for one pane only.
func (a *abreast) IsNarrow() bool { return a.narrow }

func (a *abreast) objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, a.panes...), a.lines...)
}

// minSize leaves the window free to be as small as the design says.
func (a *abreast) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

// single shows what is to be seen, and lays it out if that is one pane only.
func (a *abreast) single(size fyne.Size) bool {
	if narrow := a.Narrow != nil && a.Narrow(); narrow != a.narrow {
		a.narrow = narrow
		if a.OnNarrow != nil {
			a.OnNarrow(narrow)
		}
	}
	for i, pane := range a.panes {
		setVisible(pane, !a.narrow || i == a.at)
	}
	for _, line := range a.lines {
		setVisible(line, !a.narrow)
	}
	if a.narrow {
		place(a.panes[a.at], 0, size.Width, size.Height)
	}
	return a.narrow
}

// side lays out all panes, the last of which has what the widths of the others leave.
func (a *abreast) side(size fyne.Size, widths ...float32) {
	x := float32(0)
	for i, width := range widths {
		place(a.panes[i], x, width-1, size.Height)
		place(a.lines[i], x+width-1, 1, size.Height)
		x += width
	}
	place(a.panes[len(widths)], x, size.Width-x, size.Height)
}
