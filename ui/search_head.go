package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// foundHead stands over the list: how much was found to what, in which order,
// and what of the question is not understood.
type foundHead struct {
	count    *parts.Text
	sentence *parts.Text
	order    *parts.Segmented
	line     *fyne.Container
	odd      *parts.Paragraph
	content  *fyne.Container
}

// The orders of what was found.
const (
	orderBest   = "best"
	orderNewest = "newest"
)

func newFoundHead(f *finder) *foundHead {
	h := &foundHead{
		count: parts.NewText("", parts.TypeStrong), sentence: parts.NewText("", parts.TypeUI),
		odd: parts.NewParagraph("", parts.TypeCaption.In(look.ColorWarn), 18),
	}
	h.sentence.Truncate = true
	h.order = parts.NewSegmented([]parts.Segment{{Key: orderBest, Label: lang.L("Best")}, {Key: orderNewest, Label: lang.L("Newest")}},
		func(key string) { f.setNewest(key == orderNewest) })
	words := container.New(foundCountLayout{}, h.count, h.sentence)
	h.line = container.New(&withActions{least: foundCountLeast}, words, h.order)
	h.content = parts.Down(look.Space8, h.odd, h.line)
	h.hide()
	return h
}

// foundCountLeast is the width the count and its sentence need beside the
// orders.
const foundCountLeast float32 = 220

// show says what was found.
func (h *foundHead) show(q question, f journal.Finding, today journal.Day) {
	h.sayOdd(q.query.Odd)
	h.count.SetText(foundCount(q.query, f))
	h.sentence.SetText(foundSentence(q, f, today))
	setVisible(h.line, f.Total > 0)
	setVisible(h.order, hasWords(q.query) && !f.Inside)
	h.content.Refresh()
}

// hide shows nothing while nothing is asked.
func (h *foundHead) hide() {
	h.line.Hide()
	h.sayOdd(nil)
	h.content.Refresh()
}

// sayOdd explains the words that are not understood.
func (h *foundHead) sayOdd(odd []string) {
	said := make([]string, len(odd))
	for i, sentence := range odd {
		said[i] = told(sentence)
	}
	h.odd.SetText(strings.Join(said, "\n"))
	setVisible(h.odd, len(odd) > 0)
}

// foundCountLayout lays a sentence after a count, on one line.
type foundCountLayout struct{}

// Layout implements fyne.Layout.
func (foundCountLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	count, sentence := objects[0], objects[1]
	width := count.MinSize().Width
	count.Move(fyne.NewPos(0, 0))
	count.Resize(fyne.NewSize(width, size.Height))
	sentence.Move(fyne.NewPos(width+look.Space4, 0))
	sentence.Resize(fyne.NewSize(fyne.Max(size.Width-width-look.Space4, 1), size.Height))
}

// MinSize implements fyne.Layout.
func (foundCountLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	count, sentence := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(count.Width+look.Space4+sentence.Width, fyne.Max(count.Height, sentence.Height))
}
