package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// boardTab is the view of the nine accelerators, three for each driver, below
// where the writer comes from and goes to.
type boardTab struct {
	g       *growth
	scroll  *parts.Scroller
	course  *courseCard
	drivers [3]*driverHead
	cards   [3][3]*boardCard
	source  *parts.Text
}

var _ growthTab = (*boardTab)(nil)

func newBoardTab(g *growth) *boardTab {
	t := &boardTab{g: g, source: parts.NewText("", parts.TypeCaption)}
	t.course = newCourseCard(t)
	board := container.New(&boardLayout{})
	for i := range t.cards {
		t.drivers[i] = newDriverHead(t, i)
		board.Add(t.drivers[i].tile)
		for k := range t.cards[i] {
			t.cards[i][k] = newBoardCard(t)
			board.Add(t.cards[i][k].tile)
		}
	}
	source := parts.Across(look.Space8, parts.IconOf(look.IconDocument, look.ColorInk2, look.IconSizeSmall), t.source)
	foot := parts.Down(look.Space16, parts.NewHairline(), container.New(&withActions{least: legendLeast}, parts.Flow(look.Space20, look.Space8, legend()...), source))
	body := parts.Down(look.Space24, t.course.content, board, foot)
	t.scroll = parts.NewScroller(parts.Inset(parts.Gutter(body, 0, 0), look.Space8, 0, look.Space24, 0))
	return t
}

// legendLeast is the width the words on the marks need beside the source.
const legendLeast float32 = 380

// legend says what the marks on the cards mean.
func legend() []fyne.CanvasObject {
	hollow := fixedWidth(20, container.New(lineHigh{}, parts.NewSurface("", look.ColorWarn, look.RadiusHighlight)))
	return []fyne.CanvasObject{
		parts.Across(look.Space8, parts.NewBadge(parts.BadgeAge, parts.BadgeDot), parts.NewText(lang.L("within three months"), parts.TypeCaption)),
		parts.Across(look.Space8, parts.NewBadge(parts.BadgeAge, parts.BadgeRing), parts.NewText(lang.L("longer ago"), parts.TypeCaption)),
		parts.Across(look.Space8, hollow, parts.NewText(lang.L("nothing yet"), parts.TypeCaption)),
	}
}

// lineHigh makes something as high as a mark in a line.
type lineHigh struct{}

// Layout implements fyne.Layout.
func (lineHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (lineHigh) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, look.Space12) }

func (t *boardTab) main() fyne.CanvasObject { return t.scroll }

func (t *boardTab) aside() *growthAside { return nil }

func (t *boardTab) reads(k journal.ChangeKind) bool { return countsFrom(k) }

func (t *boardTab) line(growthSheet) string {
	return lang.L("What you are growing toward, and the nine habits that carry you there.")
}

func (t *boardTab) focus() fyne.Focusable { return t.g.head.tabs }

func (t *boardTab) back() bool { return false }

func (t *boardTab) show(s growthSheet) {
	t.course.show(s)
	for i, driver := range evidence.Accelerators(s.facts) {
		t.drivers[i].show(s)
		for k, a := range driver {
			t.cards[i][k].show(a, s)
		}
	}
	if at, ok := s.catalogue.Element(evidence.Accelerators(s.facts)[0][0].Element); ok {
		t.source.SetText(at.Source.Title)
	}
	t.scroll.Refresh()
}

// driverHead names a driver, with what the journal knows beside its
// accelerators. It leads there.
type driverHead struct {
	t     *boardTab
	at    int
	words *parts.Paragraph
	tile  *parts.Tile
}

func newDriverHead(t *boardTab, at int) *driverHead {
	d := &driverHead{t: t, at: at, words: parts.NewParagraph("", parts.TypeCaption, 18)}
	name := []string{lang.L("People"), lang.L("Performance"), lang.L("Process")}[at]
	d.tile = parts.NewTile(parts.Down(look.Space4, parts.NewText(name, parts.TypeMonthTitle), d.words), look.RadiusField, d.open)
	d.tile.Label, d.tile.Reach = name, tileReach
	d.tile.OnFocus = func() { t.scroll.Reveal(d.tile) }
	return d
}

func (d *driverHead) show(s growthSheet) {
	switch d.at {
	case 0:
		d.words.SetText(boardSupport(s.people))
	case 1:
		d.words.SetText(measureLine(&s.plan, s.today))
	default:
		d.words.SetText(lang.L("How the work runs, and what could be simpler"))
	}
}

// boardSupport counts who stands behind the writer, and which of those who
// should are missing.
func boardSupport(people []journal.Person) string {
	n := 0
	for i := range people {
		if people[i].StandsBehind() {
			n++
		}
	}
	v := values{"Count": n, "Missing": len(journal.MissingSupporters(people))}
	first := countWords(n, lang.L("1 supporter"), lang.L("{{.Count}} supporters", v))
	if v["Missing"] == 0 {
		return first
	}
	return first + "\n" + lang.L("{{.Missing}} still missing", v)
}

// measureLine counts the metrics, and says when one was measured last.
func measureLine(plan *journal.Plan, today journal.Day) string {
	n := len(plan.Metrics)
	if n == 0 {
		return lang.L("No metric yet")
	}
	var newest journal.Day
	for _, m := range plan.Metrics {
		for _, v := range m.Values {
			if v.Day.After(newest) {
				newest = v.Day
			}
		}
	}
	line := countWords(n, lang.L("1 metric"), lang.L("{{.Count}} metrics", values{"Count": n}))
	if newest.IsZero() {
		return line
	}
	return line + "\n" + lang.L("newest value {{.Day}}", values{"Day": newestWords(newest, today)})
}

// open goes where the driver is kept.
func (d *driverHead) open() {
	g := d.t.g
	switch d.at {
	case 0:
		g.w.frame.people.goPeople()
	case 1:
		g.turn(tabPurpose)
		t := g.view().(*purposeTab)
		g.load(t.seeMetrics)
	default:
		g.turn(tabPurpose)
	}
}

// boardLayout lays out the heads of the drivers, each followed by its three
// cards: a row for each driver, or one column where there is little room. It
// remembers its width, because its height depends on it.
type boardLayout struct{ width float32 }

// Where things stand on the board.
const (
	boardHead float32 = 148
	boardCol  float32 = 8
	boardRow  float32 = 12
	boardFrom float32 = 860 // the width from which there are rows
)

// Layout implements fyne.Layout.
func (l *boardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.width < boardFrom {
		l.stack(objects)
		return
	}
	head := boardHead
	for i := 0; i < len(objects); i += 4 {
		head = fyne.Max(head, objects[i].MinSize().Width+look.Space20)
	}
	card := float32(int((size.Width - head - 2*boardCol) / 3))
	for i, o := range objects {
		row, column := float32(i/4), i%4
		y := row * (boardCardHeight + boardRow)
		if column == 0 {
			giveWidth(o, 0, y+look.Space4, head-look.Space20)
			continue
		}
		o.Move(fyne.NewPos(head+float32(column-1)*(card+boardCol), y))
		o.Resize(fyne.NewSize(card, boardCardHeight))
	}
}

// stack lays everything in one column.
func (l *boardLayout) stack(objects []fyne.CanvasObject) {
	y := float32(0)
	for i, o := range objects {
		if i%4 == 0 {
			y += giveWidth(o, 0, y, l.width) + look.Space8
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(l.width, boardCardHeight))
		y += boardCardHeight + boardRow
	}
}

// MinSize implements fyne.Layout.
func (l *boardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows := float32(len(objects) / 4)
	height := rows*(boardCardHeight+boardRow) - boardRow
	if l.width < boardFrom {
		height = 3*rows*(boardCardHeight+boardRow) - boardRow
		for i := 0; i < len(objects); i += 4 {
			height += objects[i].MinSize().Height + look.Space8
		}
	}
	return fyne.NewSize(look.Space40, height)
}
