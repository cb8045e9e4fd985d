package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// copyRows are the rows of the section: what can be set, the heads of the
// table, and the copies, of which one may be open.
type copyRows struct{ b *backups }

// The sorts of rows.
const (
	copiesSetting = iota
	copiesHead
	copyClosed
	copyOpen
)

// copiesFrom is the row of the newest copy.
const copiesFrom = 2

// Heights of rows.
const (
	copiesHeadHeight float32 = 74
	copyRowHeight    float32 = 40
)

// Len implements parts.Rows.
func (r copyRows) Len() int { return copiesFrom + len(r.b.kept.copies) }

// copyAt gives the place of the copy in a row.
func (r copyRows) copyAt(i int) (at int, ok bool) { return i - copiesFrom, i >= copiesFrom }

// Height implements parts.Rows.
func (r copyRows) Height(i int) float32 {
	width := r.b.rows.Size().Width - parts.ListBarRoom - 2*parts.RollReach
	switch r.Sort(i) {
	case copiesSetting:
		return giveWidth(r.b.settings.content, 0, 0, width)
	case copiesHead:
		return copiesHeadHeight
	case copyOpen:
		return copyRowHeight + r.b.panel.height(width)
	}
	return copyRowHeight
}

// Sort implements parts.Rows.
func (r copyRows) Sort(i int) int {
	switch at, ok := r.copyAt(i); {
	case !ok:
		return i // the settings, and the heads below them
	case r.b.kept.copies[at].File == r.b.open:
		return copyOpen
	}
	return copyClosed
}

// Make implements parts.Rows.
func (r copyRows) Make(sort int) fyne.CanvasObject {
	switch sort {
	case copiesSetting:
		return container.NewStack(r.b.settings.content)
	case copiesHead:
		return newCopiesHead()
	case copyOpen:
		return newOpenedRow(newCopyRow(), copyRowHeight, r.b.panel.content)
	}
	return newCopyRow()
}

// Fill implements parts.Rows.
func (r copyRows) Fill(i int, row fyne.CanvasObject) {
	at, _ := r.copyAt(i)
	switch row := row.(type) {
	case *copiesHeadRow:
		row.show(len(r.b.kept.copies))
	case *copyRow:
		row.show(r.words(at))
	case *openedRow[*copyRow]:
		row.head.show(r.words(at))
	}
}

// Opens implements parts.Rows.
func (r copyRows) Opens(i int) bool { return i >= copiesFrom }

// Label implements parts.Rows.
func (r copyRows) Label(i int) string {
	at, ok := r.copyAt(i)
	if !ok {
		return ""
	}
	w := r.words(at)
	return strings.Join([]string{w.made, w.why, entriesLine(w.count), w.size, w.state, w.where}, ", ")
}

// words are what a row says of a copy.
func (r copyRows) words(at int) copyWords {
	return wordsOfCopy(r.b.kept.copies[at], r.b.w.journal.Now())
}

// copiesHeadRow is the head of the table.
type copiesHeadRow struct {
	widget.BaseWidget
	content *fyne.Container
	count   *parts.Text
}

func newCopiesHead() *copiesHeadRow {
	h := &copiesHeadRow{count: parts.NewText("", parts.TypeCaption)}
	var heads []fyne.CanvasObject
	for _, name := range []string{lang.L("Made"), lang.L("Why"), lang.L("Entries"), lang.L("Size"), lang.L("Checked"), "", lang.L("Where")} {
		heads = append(heads, parts.NewText(name, parts.TypeColumnHead))
	}
	const below = 6 // from the heads to the first row
	title := parts.Across(look.Space12, parts.NewText(lang.L("Copies"), parts.TypeSection), h.count, parts.Spring())
	columns := container.New(copyLayout{}, heads...)
	h.content = container.NewBorder(nil, parts.Down(below, columns, parts.NewHairline()), nil, nil,
		parts.Inset(title, look.Space16, 0, below, 0))
	h.ExtendBaseWidget(h)
	return h
}

// show says how many copies there are.
func (h *copiesHeadRow) show(n int) {
	h.count.SetText(lang.L("{{.Count}}, newest first", values{"Count": n}))
	if n == 0 {
		h.count.SetText(lang.L("none yet; the first is made by itself, a moment after the start"))
	}
	h.content.Refresh()
}

// CreateRenderer is for Fyne.
func (h *copiesHeadRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(h.content)
}

// copyRow is a row of the table: one copy.
type copyRow struct {
	widget.BaseWidget
	content                                *fyne.Container
	made, why, entries, size, state, place *parts.Text
	sign                                   *parts.Icon
}

func newCopyRow() *copyRow {
	r := &copyRow{
		made: cutText(parts.TypeStrong), why: cutText(parts.TypeUI), entries: parts.NewText("", parts.TypeUI), size: parts.NewText("", parts.TypeUI),
		sign: parts.IconOf(look.IconCheck, look.ColorAccent, look.IconSizeMedium), state: cutText(parts.TypeLabel), place: cutText(parts.TypeUI),
	}
	r.content = container.New(copyLayout{}, r.made, r.why, r.entries, r.size, r.sign, r.state, r.place)
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row with a copy.
func (r *copyRow) show(w copyWords) {
	r.made.SetText(w.made)
	r.why.SetText(w.why)
	r.entries.SetText(w.entries)
	r.size.SetText(w.size)
	r.state.SetText(w.state)
	r.place.SetText(w.where)
	switch {
	case w.sound:
		r.sign.Set(look.IconCheck, look.ColorAccent)
		r.state.SetType(parts.TypeLabel.In(look.ColorAccent))
	case w.closed:
		r.sign.Set(look.IconLock, look.ColorInk2)
		r.state.SetType(parts.TypeLabel.In(look.ColorInk2))
	default:
		r.sign.Set(look.IconClose, look.ColorWarn)
		r.state.SetType(parts.TypeStrong.In(look.ColorWarn))
	}
	r.content.Refresh()
}

// CreateRenderer is for Fyne.
func (r *copyRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

var _ parts.Rows = copyRows{}

// copyWords are what a row says of a copy.
type copyWords struct {
	made, why, entries, size, state, where string
	count                                  int
	sound, closed                          bool
}
