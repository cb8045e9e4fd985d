package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// marking are the looks of words that the keyboard goes to with n and p.
const marking = RunMarked | RunCame | RunGone

// markAt is where lines with marks stand that follow each other.
type markAt struct{ top, bottom float32 }

// Marked returns the marked words, from the top.
func (p *Prose) Marked() []string {
	var all []string
	for i := range p.passages {
		for _, run := range slices.Concat(p.passages[i].Runs, p.passages[i].Beside) {
			if run.Look&marking != 0 {
				all = append(all, run.Text)
			}
		}
	}
	return all
}

// StepMark brings the next mark into sight, or with -1 the one before.
func (p *Prose) StepMark(step int) {
	if len(p.sheet.marks) == 0 {
		return
	}
	p.mark = max(min(p.mark+step, len(p.sheet.marks)-1), 0)
	p.showMark(p.scroll.Size().Height)
	p.showFocus()
	if p.OnMark != nil {
		p.OnMark(p.mark, len(p.sheet.marks))
	}
}

// revealMark brings the first mark into sight.
func (p *Prose) revealMark(height float32) {
	if !p.toMark || height <= 0 || p.width <= 0 {
		return
	}
	p.toMark = false
	if len(p.sheet.marks) > 0 && p.sheet.marks[0].top > height*2/3 {
		p.scrollToMark(0, height)
	}
}

// showMark scrolls to the mark of the keyboard where it is out of sight.
func (p *Prose) showMark(height float32) {
	m := p.sheet.marks[p.mark]
	if m.top < p.scroll.Offset.Y || m.top+cellLeading > p.scroll.Offset.Y+height {
		p.scrollToMark(p.mark, height)
	}
}

// scrollToMark has a mark stand in a third of the height.
func (p *Prose) scrollToMark(i int, height float32) {
	p.body.Resize(fyne.NewSize(p.body.Size().Width, p.sheet.height)) // else it would scroll no further than before
	most := fyne.Max(p.sheet.height-height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(fyne.Min(p.sheet.marks[i].top-height/3, most), 0)))
}

// noteMarks notes where marks stand in the lines from one on.
func (l *layingOut) noteMarks(first int) {
	var at []markAt
	for _, s := range l.strips[first:] {
		if slices.ContainsFunc(s.line, func(part stretch) bool { return s.runs[part.run].Look&marking != 0 }) {
			at = append(at, markAt{s.top, s.top + s.height})
		}
	}
	slices.SortFunc(at, func(a, b markAt) int { return int(a.top - b.top) }) // columns stand beside each other
	for _, m := range at {
		if last := len(l.marks) - 1; last >= 0 && m.top <= l.marks[last].bottom+gapTight {
			l.marks[last].bottom = fyne.Max(l.marks[last].bottom, m.bottom)
			continue
		}
		l.marks = append(l.marks, m)
	}
}

// drawMarkStop draws a bar beside the mark of the keyboard.
func (b *proseBody) drawMarkStop() {
	if !b.prose.focused || b.prose.mark < 0 {
		return
	}
	m := b.prose.sheet.marks[b.prose.mark]
	bar := canvas.NewRectangle(look.Color(look.ColorAccent))
	bar.CornerRadius = markStop / 2
	bar.Move(fyne.NewPos(0, m.top+2))
	bar.Resize(fyne.NewSize(markStop, m.bottom-m.top-4))
	b.rings = append(b.rings, bar)
}

// markStop is how wide the bar beside a mark is.
const markStop float32 = 3
