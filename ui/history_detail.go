package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The keys of what a version is compared with.
const (
	withNow    = "now"
	withBefore = "before"
)

// historyDetail is the chosen version, compared: in two columns where there is
// room, else in one.
type historyDetail struct {
	h       *history
	back    *fyne.Container
	title   *parts.Text
	what    *parts.Paragraph
	with    *parts.Segmented
	restore *parts.Button
	copy    *parts.Button
	earlier *parts.IconButton // the change before
	later   *parts.IconButton
	changes *parts.Text
	ways    *fyne.Container // from change to change
	left    *parts.Text     // what stands in the columns
	right   *parts.Text
	heads   *fyne.Container
	prose   *parts.Prose
	content fyne.CanvasObject

	entry journal.Entry // the chosen version
	pages comparison
	wide  bool // there is room for two columns
}

func newHistoryDetail(h *history) *historyDetail {
	d := &historyDetail{
		h: h, title: parts.NewText("", parts.TypeDetailTitle), what: parts.NewParagraph("", parts.TypeCaption, 18),
		changes: parts.NewText("", parts.TypeCaption), left: parts.NewText("", parts.TypeColumnHead), right: parts.NewText("", parts.TypeColumnHead),
		prose: parts.NewProse(),
	}
	d.title.Truncate, d.left.Truncate, d.right.Truncate = true, true, true
	d.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Versions"), look.IconChevronLeft, h.showList))
	d.with = parts.NewSegmented([]parts.Segment{
		{Key: withNow, Label: lang.L("With now")}, {Key: withBefore, Label: lang.L("With the one before")},
	}, h.compareWith)
	d.restore = parts.NewButton(parts.Primary, lang.L("Restore this version"), look.IconUndo, h.restore)
	d.copy = parts.NewButton(parts.Outline, lang.L("Copy its text"), look.IconDocument, d.take)
	d.earlier = parts.NewIconButton(look.IconChevronUp, lang.L("The change before"), func() { d.step(-1) })
	d.later = parts.NewIconButton(look.IconChevronDown, lang.L("The next change"), func() { d.step(1) })
	d.prose.OnEscape, d.prose.OnMark = h.showList, d.count
	d.layOut()
	return d
}

// layOut puts what can be done over the text.
func (d *historyDetail) layOut() {
	d.ways = parts.Across(look.Space4, d.earlier, d.later, d.changes)
	tools := parts.Flow(look.Space12, look.Space8, d.with, d.ways, d.restore, d.copy)
	d.heads = container.NewGridWithColumns(2, d.left, parts.Inset(d.right, 0, 0, 0, parts.PairGap/2-look.Space8))
	head := parts.Down(look.Space12, parts.Down(0, d.back, d.title, d.what), tools, d.heads, parts.NewHairline())
	text := parts.DownFill(look.Space12, head, d.prose)
	d.content = container.New(pastRoom{d}, parts.Inset(text, look.Space32, look.Space28, look.Space16, look.Space28))
}

// pairLeast is the width from which on two columns stand beside each other: that
// of the detail in a window of 1100.
const pairLeast float32 = 600

// pastRoom gives the detail all the room, and tells it how much that is.
type pastRoom struct{ d *historyDetail }

// Layout implements fyne.Layout.
func (l pastRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if wide := size.Width >= pairLeast; wide != l.d.wide {
		l.d.wide = wide
		l.d.fill()
	}
	objects[0].Resize(size)
}

// MinSize implements fyne.Layout.
func (pastRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(look.Space40) }

// wentNarrow shows the way back where there is room for one column only.
func (d *historyDetail) wentNarrow(narrow bool) { setVisible(d.back, narrow) }

// head says which version is chosen, before it is compared.
func (d *historyDetail) head(row pastRow) {
	s := &d.h.sheet
	d.title.SetText(s.when(row))
	if row.n == 0 {
		d.title.SetText(lang.L("As it is now"))
	}
	key := withNow
	if d.h.before {
		key = withBefore
	}
	d.with.SetSelected(key)
	setVisible(d.with, len(s.rows) > 1)
	setVisible(d.restore, len(s.rows) > 1)
}

// show shows a comparison from its first change on.
func (d *historyDetail) show(c comparison, row pastRow, alone bool) {
	d.entry, d.pages = c.chosen, c
	d.what.SetText(d.sentence(c, row, alone))
	d.name(row, alone)
	setEnabled(d.restore, row.n != 0 && !d.h.sheet.isNow(row))
	setEnabled(d.copy, true)
	d.fill()
}

// showDamaged says that a version cannot be read.
func (d *historyDetail) showDamaged() {
	d.entry, d.pages = journal.Entry{}, comparison{}
	d.what.SetText(lang.L("This version was damaged on the disk and cannot be read. The entry itself and its newer versions are not touched by that."))
	d.left.SetText("")
	d.right.SetText("")
	setEnabled(d.restore, false)
	setEnabled(d.copy, false)
	d.fill()
}

// sentence says what the comparison shows, where that is not seen at once.
func (d *historyDetail) sentence(c comparison, row pastRow, alone bool) string {
	switch {
	case len(d.h.sheet.rows) == 1:
		return ""
	case row.n == 0 && alone && !d.h.before:
		return lang.L("Choose an earlier version to see what became other since.")
	case alone:
		return lang.L("Nothing older can be read.")
	case c.same && d.h.before:
		return lang.L("Nothing that shows is other than before.")
	case c.same:
		return lang.L("This is what the entry says now.")
	}
	return lang.L("Underlined is what came, struck through what went. In the text, n and p go from change to change.")
}

// name says what stands in the columns.
func (d *historyDetail) name(row pastRow, alone bool) {
	s := &d.h.sheet
	own := s.when(row)
	if row.n == 0 {
		own = lang.L("Now")
	}
	at := s.find(row.n)
	switch {
	case alone:
		d.left.SetText(own)
		d.right.SetText(own)
	case d.h.before:
		d.left.SetText(s.when(s.rows[at+1]))
		d.right.SetText(own)
	default:
		d.left.SetText(own)
		d.right.SetText(lang.L("Now"))
	}
}

// fill shows the comparison in as many columns as there is room for. Where
// nothing is compared, there is one.
func (d *historyDetail) fill() {
	pairs := d.wide && len(d.pages.pairs) > 0 && !d.pages.same
	setVisible(d.heads, pairs)
	d.prose.Wide = pairs
	if pairs {
		d.prose.FillAtMark(d.pages.pairs)
	} else {
		d.prose.FillAtMark(d.pages.woven)
	}
	d.count(-1, 0)
	d.content.Refresh()
}

// step goes to the next change, or the one before.
func (d *historyDetail) step(by int) {
	d.prose.StepMark(by)
	d.h.w.win.Canvas().Focus(d.prose)
}

// count says at which change the keyboard is.
func (d *historyDetail) count(at, of int) {
	d.changes.SetText("")
	if at >= 0 {
		d.changes.SetText(lang.L("{{.At}} of {{.Count}}", values{"At": at + 1, "Count": of}))
	}
	setVisible(d.changes, at >= 0)
	setVisible(d.ways, len(d.pages.woven) > 0 && !d.pages.same)
}

// take copies the text of the chosen version.
func (d *historyDetail) take() {
	d.h.w.copyText(wholeText(&d.entry))
	d.h.w.door.say(lang.L("The text is on the clipboard."))
}
