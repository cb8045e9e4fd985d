package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Of the lines of a file that were not taken, so many are shown, and so high is
// the room for them at most.
const (
	mostSkipped = 200
	skippedRoom = 380
)

// showSkipped lists the lines of a file that were not taken, and why.
func (w *Window) showSkipped(skipped []journal.SkippedLine) {
	lines := parts.Down(look.Space12)
	for _, s := range skipped[:min(len(skipped), mostSkipped)] {
		lines.Add(parts.Down(0,
			parts.NewParagraph(lang.L("Line {{.Line}}: {{.Text}}", values{"Line": s.Line, "Text": s.Text}), parts.TypeStrong, 20),
			parts.NewParagraph(told(s.Why), parts.TypeCaption, 18)))
	}
	if rest := len(skipped) - mostSkipped; rest > 0 {
		lines.Add(sentenceText(lang.L("And {{.Count}} more.", values{"Count": inGroups(rest)})))
	}
	lines.Resize(fyne.NewSize(look.OverlayWidth-2*look.Space24, 1)) // tells paragraphs their width
	title := lang.L("Lines that were not taken")
	stop := toRead(title, parts.NewScroller(lines))
	w.overlay(title, w.inPanel(stop, fyne.Min(lines.MinSize().Height, skippedRoom))).Light = true
	w.win.Canvas().Focus(stop)
}
