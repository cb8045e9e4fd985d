package parts

import (
	"fyne.io/fyne/v2"
)

const (
	labelLeading float32 = 20

	// PairGap is the room between two texts that stand beside each other.
	PairGap float32 = 32
)

// pair lays two texts out beside each other, which begin on one line.
func (l *layingOut) pair(p *Passage, left float32) {
	width := whole((l.right - left - PairGap) / 2)
	lines := l.flow(p.Runs, typeProseTable, cellLeading, left, width, l.y, fyne.TextAlignLeading)
	beside := l.flow(p.Beside, typeProseTable, cellLeading, left+width+PairGap, width, l.y, fyne.TextAlignLeading)
	l.y += cellLeading * float32(max(lines, beside))
}
