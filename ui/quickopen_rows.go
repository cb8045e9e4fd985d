package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The sorts of rows in quick open.
const (
	quickSortHead = iota
	quickSortThing
)

// quickRows are what was found under the headings of their groups.
type quickRows struct {
	hits []quickHit
	rows []int // the hit on each row; a heading is -1 minus the first under it
}

var _ parts.Rows = quickRows{}

func newQuickRows(hits []quickHit) quickRows {
	r := quickRows{hits: hits}
	for i, h := range hits {
		if i == 0 || h.group != hits[i-1].group {
			r.rows = append(r.rows, -1-i)
		}
		r.rows = append(r.rows, i)
	}
	return r
}

// next gives the row of the thing after a row, or before it with -1; -1 where
// there is none.
func (r quickRows) next(from, by int) int {
	for i := from + by; i >= 0 && i < len(r.rows); i += by {
		if r.rows[i] >= 0 {
			return i
		}
	}
	return -1
}

// hit gives what stands on a row, or nil for a heading.
func (r quickRows) hit(i int) *quickHit {
	if i < 0 || i >= len(r.rows) || r.rows[i] < 0 {
		return nil
	}
	return &r.hits[r.rows[i]]
}

// Len is how many rows there are, headings included.
func (r quickRows) Len() int { return len(r.rows) }

// quickRowHeight is how high a thing stands in the list.
const quickRowHeight = look.Space40

// Height is how high a row is.
func (r quickRows) Height(i int) float32 {
	if r.rows[i] < 0 {
		return parts.RollHeadHeight
	}
	return quickRowHeight
}

// Sort tells headings and things apart.
func (r quickRows) Sort(i int) int {
	if r.rows[i] < 0 {
		return quickSortHead
	}
	return quickSortThing
}

// Make makes an empty row of a sort.
func (r quickRows) Make(sort int) fyne.CanvasObject {
	if sort == quickSortHead {
		return parts.NewRollHead()
	}
	return newQuickRow()
}

// Fill shows a heading or a thing.
func (r quickRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *parts.RollHead:
		row.Set(r.heading(i), "")
	case *quickRow:
		row.show(*r.hit(i))
	}
}

func (r quickRows) heading(i int) string {
	switch r.hits[-1-r.rows[i]].group {
	case quickEntries:
		return lang.L("Entries")
	case quickNames:
		return lang.L("Tags and people")
	}
	return lang.L("Pages and commands")
}

// Opens tells a thing from a heading.
func (r quickRows) Opens(i int) bool { return r.rows[i] >= 0 }

// Label reads a row aloud.
func (r quickRows) Label(i int) string {
	h := r.hit(i)
	if h == nil {
		return r.heading(i)
	}
	label := h.name
	for _, more := range []string{h.note, h.hint} {
		if more != "" {
			label += ", " + more
		}
	}
	return label
}

// quickRow is a thing in the list: its icon, its name with the letters that
// were found, what it is, and its shortcut.
type quickRow struct {
	widget.BaseWidget
	icon       *parts.Icon
	name       *parts.Matched
	note, hint *parts.Text
}

// Where things stand in a row.
const (
	quickTextLeft float32 = 32
	quickNoteGap  float32 = 9
)

func newQuickRow() *quickRow {
	r := &quickRow{
		icon: parts.IconOf(look.IconNone, look.ColorInk2, look.IconSizeMedium), name: parts.NewMatched(parts.TypeLabel),
		note: parts.NewText("", parts.TypeCaption), hint: parts.NewText("", parts.TypeCaption),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *quickRow) show(h quickHit) {
	r.icon.Set(h.icon, h.ink)
	r.name.Set(h.name, h.found)
	r.note.SetText(h.note)
	r.hint.SetText(h.hint)
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *quickRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: quickRowLayout{r}, Objects: []fyne.CanvasObject{r.icon, r.name, r.note, r.hint}})
}

// quickRowLayout lays out a thing: the note follows the name.
type quickRowLayout struct{ r *quickRow }

// Layout implements fyne.Layout.
func (l quickRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	at := func(o fyne.CanvasObject, x, width float32) {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, middle(size.Height, height)))
	}
	at(r.icon, 0, look.IconSizeMedium)
	hint := r.hint.MinSize().Width
	at(r.hint, size.Width-hint, hint)
	room := size.Width - quickTextLeft - hint - quickNoteGap
	note := fyne.Min(r.note.MinSize().Width, room/2)
	at(r.name, quickTextLeft, room-note-quickNoteGap)
	at(r.note, quickTextLeft+r.name.Wide()+quickNoteGap, note)
}

// MinSize implements fyne.Layout.
func (quickRowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, quickRowHeight)
}
