package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The sorts of rows in a pack.
const (
	packSectionRow = iota
	packBulletRow
)

// packRows are the sections of a pack with their bullets. It makes nothing
// before it is seen.
type packRows struct {
	l        *packList
	sheet    *packSheet
	sections []journal.Section
	all      []packRow
}

// packRow is where something stands in the sections: a bullet of one, or with
// -1 the section itself.
type packRow struct{ section, at int }

var _ parts.Rows = packRows{}

// newPackRows lists what the audience of the pack gets.
func newPackRows(l *packList, s *packSheet) packRows {
	r := packRows{l: l, sheet: s}
	for _, section := range s.pack.Sections {
		if !s.shows(section) {
			continue
		}
		for at := -1; at < len(section.Bullets); at++ {
			r.all = append(r.all, packRow{len(r.sections), at})
		}
		r.sections = append(r.sections, section)
	}
	return r
}

func (r packRows) section(i int) journal.Section { return r.sections[r.all[i].section] }

// bullet gives the bullet on a row; ok is false for a section.
func (r packRows) bullet(i int) (b journal.Bullet, ok bool) {
	if at := r.all[i].at; at >= 0 {
		return r.section(i).Bullets[at], true
	}
	return b, false
}

// text is the bullet on a row as it is read.
func (r packRows) text(i int) string { return r.sheet.texts[r.section(i).Key][r.all[i].at] }

// place is where the bullet on a row stands in the pack; At is -1 for a
// section.
func (r packRows) place(i int) evidence.Place {
	return evidence.Place{Section: r.section(i).Key, At: r.all[i].at}
}

// find gives the row of a place, or -1.
func (r packRows) find(place evidence.Place) int {
	for i := range r.all {
		if r.place(i) == place {
			return i
		}
	}
	return -1
}

// Len implements parts.Rows.
func (r packRows) Len() int { return len(r.all) }

// Height implements parts.Rows.
func (r packRows) Height(i int) float32 {
	if r.Sort(i) == packSectionRow {
		return packSectionHeight
	}
	return parts.TickRowHeight + float32(r.lines(i)-1)*parts.TickRowLeading
}

// packSectionHeight is how high the head of a section is, and packLetter how
// wide a letter is about: whether a bullet needs a second line is guessed, for
// a pack of everything has thousands.
const (
	packSectionHeight float32 = 40
	packLetter        float32 = 6.6
	packAside         float32 = 160 // of a row, beside the words of a bullet
)

// lines is how many lines a bullet gets, two at most.
func (r packRows) lines(i int) int {
	if float32(utf8.RuneCountInString(r.text(i)))*packLetter > r.l.rows.Size().Width-packAside {
		return 2
	}
	return 1
}

// Sort implements parts.Rows.
func (r packRows) Sort(i int) int {
	if r.all[i].at < 0 {
		return packSectionRow
	}
	return packBulletRow
}

// Make implements parts.Rows.
func (r packRows) Make(sort int) fyne.CanvasObject {
	if sort == packSectionRow {
		return newPackHead()
	}
	return parts.NewTickRow()
}

// Fill implements parts.Rows.
func (r packRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *packHead:
		section := r.section(i)
		row.show(section.Title, inOf(section))
	case *parts.TickRow:
		row.OnTick = func() { r.l.tick(i) }
		row.Set(r.item(i))
	}
}

// item is a bullet as its row shows it.
func (r packRows) item(i int) parts.TickItem {
	b, _ := r.bullet(i)
	item := parts.TickItem{Text: r.text(i), Lines: r.lines(i), Ticked: !b.Out, Ink: look.ColorInk2, Icon: look.IconPencil}
	item.News = r.sheet.newsOf(b)
	if behind, ok := r.sheet.behind(b); ok {
		item.Note, item.Icon = lineDay(behind, r.sheet.today), kindIcon(behind.Kind)
		item.Ink, _ = kindColors(behind.Kind)
	}
	return item
}

// Opens implements parts.Rows: sections too, to be copied.
func (r packRows) Opens(int) bool { return true }

// Label implements parts.Rows.
func (r packRows) Label(i int) string {
	if _, ok := r.bullet(i); ok {
		return r.item(i).Label()
	}
	section := r.section(i)
	return section.Title + ", " + inOf(section)
}

// inOf counts the bullets of a section that are in: "2 of 3".
func inOf(s journal.Section) string {
	in := 0
	for _, b := range s.Bullets {
		if !b.Out {
			in++
		}
	}
	return lang.L("{{.In}} of {{.All}}", values{"In": in, "All": len(s.Bullets)})
}

// packHead is the head of a section: its title, and how much of it is in.
type packHead struct {
	widget.BaseWidget
	title, count *parts.Text
	line         *parts.Hairline
}

func newPackHead() *packHead {
	h := &packHead{title: cutText(parts.TypeSection), count: parts.NewText("", parts.TypeCaption), line: parts.NewHairline()}
	h.ExtendBaseWidget(h)
	return h
}

func (h *packHead) show(title, count string) {
	h.title.SetText(title)
	h.count.SetText(count)
	h.Refresh()
}

// CreateRenderer is for Fyne.
func (h *packHead) CreateRenderer() fyne.WidgetRenderer {
	words := parts.Inset(parts.Across(look.Space12, h.title, h.count), look.Space12, 0, look.Space4, 0)
	return widget.NewSimpleRenderer(container.NewBorder(nil, h.line, nil, nil, words))
}
