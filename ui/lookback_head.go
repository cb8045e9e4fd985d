package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/lookback"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// retrospectHead says which stretch is looked back on, and leads to others.
type retrospectHead struct {
	r        *retrospect
	below    *parts.Paragraph
	stretch  *parts.Segmented
	next     *parts.IconButton
	write    *parts.Button
	content  fyne.CanvasObject
	stretchs map[string]lookback.Stretch
}

// The keys of the stretches in the head.
const (
	keyWeek  = "week"
	keyMonth = "month"
)

func newRetrospectHead(r *retrospect) *retrospectHead {
	h := &retrospectHead{r: r, below: sentenceText("")}
	h.stretchs = map[string]lookback.Stretch{keyWeek: lookback.Week, keyMonth: lookback.Month}
	back := parts.NewButton(parts.Quiet, lang.L("Today"), look.IconChevronLeft, r.escape)
	back.Ink, back.Height = look.ColorInk2, look.Space24
	h.stretch = parts.NewSegmented([]parts.Segment{
		{Key: keyWeek, Label: lang.L("Week")}, {Key: keyMonth, Label: lang.L("Month")},
	}, func(key string) { r.turn(h.stretchs[key]) })
	before := parts.NewIconButton(look.IconChevronLeft, lang.L("Earlier"), func() { r.step(-1) })
	h.next = parts.NewIconButton(look.IconChevronRight, lang.L("Later"), func() { r.step(+1) })
	h.write = parts.NewButton(parts.Primary, lang.L("Write it down"), look.IconReflection, r.writeDown)
	title := parts.Across(look.Space8, parts.NewText(lang.L("Look back"), parts.TypePageTitle), parts.Spring(), h.write)
	ways := parts.Across(look.Space8, h.stretch, parts.Spring(), before, h.next)
	top := parts.Down(0, parts.Inset(parts.Across(0, back), 0, 0, 0, -look.Space12), title, h.below)
	h.content = parts.Down(look.Space12, top, ways)
	return h
}

// show says which stretch it is and how much was written in it.
func (h *retrospectHead) show(s retrospectSheet) {
	h.below.SetText(join(spanWords(s.sum.Span, s.today)+".", writtenWords(s.sum)))
	for key, stretch := range h.stretchs {
		if stretch == s.stretch {
			h.stretch.SetSelected(key)
		}
	}
	if s.sum.Span.Until.Before(s.today) {
		h.next.Enable()
	} else {
		h.next.Disable()
	}
	if s.sum.Entries > 0 {
		h.write.Enable()
	} else {
		h.write.Disable()
	}
}
