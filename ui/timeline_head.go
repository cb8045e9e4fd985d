package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleHead stands over the band: what the page tells in a sentence, the
// kinds that are let through, the filter, and the scale of the band.
type chronicleHead struct {
	c        *chronicle
	sentence *parts.Paragraph
	kinds    []*parts.KindChip
	filter   *chronicleFilter
	scale    *parts.Text
	content  *fyne.Container
}

func newChronicleHead(c *chronicle) *chronicleHead {
	h := &chronicleHead{c: c, sentence: sentenceText(""), scale: parts.NewText("", parts.TypeCaption)}
	h.filter = newChronicleFilter(c)
	chips := parts.Across(look.Space8)
	for i, o := range kindPills() {
		chip := parts.NewKindChip(o, func() { h.chooseKind(journal.Kinds()[i]) })
		h.kinds = append(h.kinds, chip)
		chips.Add(chip)
	}
	title := parts.NewText(lang.L("Timeline"), parts.TypePageTitle)
	top := container.New(&withActions{least: title.WholeWidth()}, title, chips)
	line := container.New(&withActions{least: chronicleSentence}, h.sentence, parts.Across(look.Space4, h.filter.toggle, h.zoom()))
	h.content = parts.Down(look.Space8, parts.Down(look.Space4, top, line), h.filter.content)
	return h
}

// chronicleSentence is the width the sentence needs beside the filter.
const chronicleSentence float32 = 440

// zoom is what changes the scale of the band.
func (h *chronicleHead) zoom() fyne.CanvasObject {
	less := parts.NewIconButton(look.IconMinus, lang.L("Show more of the time"), h.c.zoomOut)
	more := parts.NewIconButton(look.IconPlus, lang.L("Show less of the time"), h.c.zoomIn)
	for _, b := range []*parts.IconButton{less, more} {
		b.Side, b.IconSize = filterChipHeight, look.IconSizeSmall
	}
	h.scale.Alignment = fyne.TextAlignCenter
	return parts.Across(0, less, fixedWidth(zoomWidth, h.scale), more)
}

// zoomWidth is that of the name of the scale.
const zoomWidth float32 = 76

// show shows what was read, and what it was asked for.
func (h *chronicleHead) show(s *chronicleSheet, q chronicleQuestion) {
	h.sentence.SetText(chronicleLine(s, chronicleNarrowed(q.filter)))
	for i, k := range journal.Kinds() {
		h.kinds[i].SetOn(len(q.filter.Kinds) == 0 || slices.Contains(q.filter.Kinds, k))
	}
	h.scale.SetText(zoomName(q.zoom))
	h.filter.show(s, q.filter)
	h.content.Refresh()
}

// chooseKind lets a kind through or leaves it out. While all are let through it
// chooses the one alone, as that is what one looks for; with the last one gone
// all are back.
func (h *chronicleHead) chooseKind(k journal.Kind) {
	h.c.ask(func(f *journal.Filter) {
		kinds := slices.Clone(f.Kinds)
		if at := slices.Index(kinds, k); at >= 0 {
			kinds = slices.Delete(kinds, at, at+1)
		} else {
			kinds = append(kinds, k)
		}
		if len(kinds) == len(journal.Kinds()) {
			kinds = nil
		}
		f.Kinds = kinds
	})
}

// chronicleNarrowed tells whether a filter asks for less than everything that
// may be seen.
func chronicleNarrowed(f journal.Filter) bool {
	return len(f.Kinds) > 0 || len(f.Tags) > 0 || f.Expectation != "" || f.Person != "" || f.OnlyPrivate || !f.Since.IsZero() || !f.Until.IsZero()
}
