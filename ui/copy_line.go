package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// copyLine copies a text for the form of a review: it says how long the text
// is, and cuts it where the form takes no more.
type copyLine struct {
	w       *Window
	text    func() string
	onCut   func(text string) // told what would be copied; may be nil
	limit   int               // 0 for none
	content *fyne.Container
	count   *parts.Text
	most    *parts.NumberField
	copy    *parts.Button
}

func newCopyLine(w *Window, text func() string) *copyLine {
	c := &copyLine{w: w, text: text, count: cutText(parts.TypeCaption)}
	c.most = parts.NewNumberField(c.setLimit)
	c.most.Editor.SetPlaceHolder(lang.L("No limit"))
	c.copy = parts.NewButton(parts.Outline, lang.L("Copy"), look.IconDocument, c.take)
	c.content = parts.Across(look.Space8, c.count, parts.NewText(lang.L("Limit"), parts.TypeCaption), fixedWidth(limitWidth, c.most), c.copy)
	return c
}

// limitWidth is the room for the number of characters that a form takes.
const limitWidth float32 = 88

// show says how long the text is.
func (c *copyLine) show() {
	long := evidence.Length(c.text())
	switch cut := evidence.Length(c.cut()); {
	case cut < long:
		c.count.SetText(lang.L("{{.Cut}} of {{.Count}} characters", values{"Cut": inGroups(cut), "Count": inGroups(long)}))
	case long == 1:
		c.count.SetText(lang.L("1 character"))
	default:
		c.count.SetText(lang.L("{{.Count}} characters", values{"Count": inGroups(long)}))
	}
	c.content.Refresh()
	if c.onCut != nil {
		c.onCut(c.cut())
	}
}

// cut is the text as it is copied.
func (c *copyLine) cut() string {
	if c.limit == 0 {
		return c.text()
	}
	return evidence.Cut(c.text(), c.limit)
}

// setLimit takes how many characters a form takes.
func (c *copyLine) setLimit(v *float64) {
	c.limit = 0
	if v != nil && *v >= 1 {
		c.limit = int(math.Min(*v, math.MaxInt32))
	}
	c.show()
}

// take puts the text on the clipboard.
func (c *copyLine) take() {
	c.most.Take()
	text := c.cut()
	c.w.copyText(text)
	n := evidence.Length(text)
	c.count.SetText(countWords(n, lang.L("Copied, 1 character"), lang.L("Copied, {{.Count}} characters", values{"Count": inGroups(n)})))
}
