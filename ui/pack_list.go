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

// packList is the left column: for whom the pack is, what it says line by line,
// what stays in the journal, and the ways out.
type packList struct {
	p       *pack
	content *fyne.Container
	head    *packHeadline
	rows    *parts.Roll
	shown   packRows
	filled  bool // it was shown before
	empty   *packEmpty
	private *privateBox
	foot    *packFoot
	below   *fyne.Container // what stands below the rows
}

func newPackList(p *pack) *packList {
	l := &packList{p: p, head: newPackHeadline(p), empty: newPackEmpty(p), foot: newPackFoot(p)}
	l.rows = parts.NewRoll(l.open)
	l.rows.Unlined, l.rows.OnEscape, l.rows.OnSpace = true, p.escape, l.tick
	l.private = newPrivateBox(p.w, p.changeTerms)
	l.below = parts.Down(look.Space12, l.private.content, l.foot.content)
	body := container.NewStack(
		parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom),
		parts.Gutter(l.empty.content, parts.RollReach, 0))
	l.content = container.New(packRoom{l},
		parts.Inset(parts.Gutter(l.head.content, 0, 0), look.Space24, 0, look.Space4, 0), body,
		parts.Inset(parts.Gutter(l.below, 0, 0), look.Space8, 0, look.Space16, 0))
	l.below.Hide()
	return l
}

// packRoom puts the head over the lines, and the ways out below them. In a low
// window it leaves out of the head what can be chosen in the menu too.
type packRoom struct{ l *packList }

// Layout implements fyne.Layout.
func (r packRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, body, below := objects[0], objects[1], objects[2]
	setVisible(r.l.head.extras, size.Height >= tightBelow)
	r.l.foot.low = size.Height < tightBelow
	top := giveWidth(head, 0, 0, size.Width)
	foot := giveWidth(below, 0, 0, size.Width)
	below.Move(fyne.NewPos(0, size.Height-foot))
	body.Move(fyne.NewPos(0, top))
	body.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-top-foot, 0)))
}

// MinSize implements fyne.Layout.
func (packRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, look.Space40)
}

// packTabs lead between the lines and the pages in a narrow window.
func packTabs(p *pack) *parts.Segmented {
	return parts.NewSegmented([]parts.Segment{
		{Key: packTab(0), Label: lang.L("Lines")}, {Key: packTab(1), Label: lang.L("Pages")},
	}, func(key string) {
		at := 0
		if key == packTab(1) {
			at = 1
		}
		p.turnTo(at)
	})
}

// packTab is the key of a tab.
func packTab(at int) string { return [...]string{"lines", "pages"}[at] }

// show shows the pack that is open.
func (l *packList) show(s *packSheet) {
	some := s.material.Entries > 0 || len(s.packs) > 0
	l.head.show(s, some)
	l.empty.show(!some)
	setVisible(l.rows, some)
	setVisible(l.below, some)
	l.private.show(s.private)
	l.foot.show(s)
	cursor := l.rows.Cursor()
	l.shown = newPackRows(l, s)
	if l.filled {
		l.rows.Update(l.shown, -1)
	} else {
		l.filled = true
		l.rows.Fill(l.shown)
		cursor = 1 // the first line, not the head over it
	}
	if cursor < l.shown.Len() {
		l.rows.SetCursor(cursor)
	}
	l.content.Refresh()
	if l.holdsKeyboard() {
		l.focus() // where there is something now, or nothing any more
	}
}

// sayReading says that the entries are on their way.
func (l *packList) sayReading() { l.head.say(lang.L("Reading what you wrote…")) }

// sayUnread says that nothing could be read yet.
func (l *packList) sayUnread() {
	l.head.say(lang.L("Your entries could not be read just now. They are still there."))
}

// focus puts the keyboard into the list, or where there is nothing in it, to
// what would bring something.
func (l *packList) focus() {
	c := l.p.w.win.Canvas()
	if l.empty.content.Visible() {
		c.Focus(l.empty.begin)
		return
	}
	c.Focus(l.rows)
}

// holdsKeyboard tells whether the keyboard is where focus puts it.
func (l *packList) holdsKeyboard() bool {
	switch l.p.w.win.Canvas().Focused() {
	case fyne.Focusable(l.rows), fyne.Focusable(l.empty.begin):
		return true
	}
	return false
}

// open opens the sheet of a bullet, or the panel from which a section is
// copied.
func (l *packList) open(i int) {
	l.rows.Update(l.shown, -1) // nothing stands open beside the list
	place := l.shown.place(i)
	if b, ok := l.shown.bullet(i); ok {
		l.p.openBullet(place, b)
		return
	}
	l.p.copySection(place.Section)
}

// tick puts the bullet on a row into the pack or leaves it out. A section has
// nothing to tick.
func (l *packList) tick(i int) {
	if b, ok := l.shown.bullet(i); ok {
		l.p.tick(l.shown.place(i), b)
	}
}

// at is the bullet the keyboard is at; ok is false where there is none.
func (l *packList) at() (place evidence.Place, b journal.Bullet, ok bool) {
	i := l.rows.Cursor()
	if i < 0 || i >= l.shown.Len() {
		return place, b, false
	}
	b, ok = l.shown.bullet(i)
	return l.shown.place(i), b, ok
}

// goTo puts the keyboard's mark at a place.
func (l *packList) goTo(place evidence.Place) {
	if i := l.shown.find(place); i >= 0 {
		l.rows.SetCursor(i)
	}
}

// packEmpty stands in place of the lines while nothing is written that a pack
// could be made from.
type packEmpty struct {
	words   *parts.Paragraph
	begin   *parts.Button
	content *fyne.Container
}

func newPackEmpty(p *pack) *packEmpty {
	e := &packEmpty{words: parts.NewParagraph(lang.L("This page will hold what you take into the room when you ask for more: what you led, the numbers, and what others said of it, each line with the day it comes from.\n\nBegin with one moment. What was going on, what did you do, and what was different afterwards? A number helps, and so does a sentence somebody said."), parts.TypeMemory, 24)}
	e.begin = parts.NewButton(parts.Primary, lang.L("Write the first moment"), look.IconMoment, func() { p.w.beginEntry(journal.MomentKind, nil) })
	catchUp := parts.NewButton(parts.Outline, lang.L("Catch up month by month"), look.IconCalendar, p.w.frame.catchUp.goCatchUp)
	e.content = container.New(emptyLayout{}, parts.Down(look.Space24, e.words, parts.Flow(look.Space8, look.Space8, e.begin, catchUp)))
	e.content.Hide()
	return e
}

func (e *packEmpty) show(visible bool) { setVisible(e.content, visible) }
