package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// catchUpMonths are the months of the review period below each other, and
// below them whether their lines are safe.
type catchUpMonths struct {
	c      *catchUp
	rows   []*monthRow // oldest month first
	list   *fyne.Container
	scroll *parts.Scroller
	saved  *parts.Status
	count  *parts.Text
	foot   fyne.CanvasObject
}

// catchUpFoot is how high the foot of both columns is.
const catchUpFoot float32 = 67

func newCatchUpMonths(c *catchUp) *catchUpMonths {
	m := &catchUpMonths{c: c, list: parts.Down(0), saved: parts.NewStatus(), count: parts.NewText("", parts.TypeUI)}
	m.scroll = parts.NewScroller(parts.Gutter(m.list, 0, 0))
	m.saved.Hide() // until there is something to say
	line := parts.Across(look.Space20, m.saved, m.count)
	m.foot = parts.Gutter(parts.Down(0, parts.NewHairline(), heightOf(catchUpFoot-1, line)), 0, 0)
	return m
}

// show lists the months, and takes over what is written in those that are
// shown already.
func (m *catchUpMonths) show(months []journal.MonthLine) {
	shown := map[journal.Day]*monthRow{}
	for _, r := range m.rows {
		shown[r.month] = r
	}
	m.rows, m.list.Objects = nil, nil
	for i, line := range months {
		r := shown[line.Month]
		if r == nil {
			r = newMonthRow(m, line.Month)
		}
		r.show(line)
		setVisible(r.rule, i > 0) // the head ends in one
		m.rows = append(m.rows, r)
		m.list.Add(r.content)
	}
	m.join()
	m.tell()
	m.scroll.Refresh()
}

// join leads the arrows and Enter from each line to the next.
func (m *catchUpMonths) join() {
	for i, r := range m.rows {
		r.line.Editor.Previous, r.line.Editor.Next = nil, nil
		if i > 0 {
			r.line.Editor.Previous = m.rows[i-1].line.Editor
			m.rows[i-1].line.Editor.Next = r.line.Editor
		}
	}
}

// focus puts the cursor into the first line that is empty, or else into the
// last one.
func (m *catchUpMonths) focus() {
	for i, r := range m.rows {
		if r.line.Editor.Text == "" || i == len(m.rows)-1 {
			m.c.w.win.Canvas().Focus(r.line.Editor)
			r.line.Editor.CursorToEnd()
			return
		}
	}
}

// tell counts the lines at the foot.
func (m *catchUpMonths) tell() {
	written := 0
	for _, r := range m.rows {
		if r.line.Editor.Text != "" {
			written++
		}
	}
	all := values{"Written": written, "Count": len(m.rows)}
	if len(m.rows) == 1 {
		m.count.SetText(lang.L("{{.Written}} of 1 month has its line", all))
		return
	}
	m.count.SetText(lang.L("{{.Written}} of {{.Count}} months have their line", all))
}

// showState shows at the foot what became of a line, or of the list.
func (m *catchUpMonths) showState(s journal.DraftState) {
	w := m.c.w
	m.saved.Show()
	switch {
	case s.State == journal.Failed:
		m.saved.Warn(lang.L("Not saved"))
		if w.current == page(m.c) {
			w.notSaved(s.Err, w.saveQuietly)
		}
		return
	case s.Split:
		w.door.say(lang.L("This entry was changed elsewhere at the same time. Both texts are kept: yours is now an entry of its own."))
	case s.Saved.IsZero():
		m.saved.Hide()
		return
	default:
		w.saved()
	}
	m.saved.Done(lang.L("Saved {{.Time}}", values{"Time": clock(s.Saved)}))
}

// openLine opens the entry of the line that has the cursor.
func (m *catchUpMonths) openLine() {
	for _, r := range m.rows {
		if r.line.Focused() {
			r.open()
		}
	}
}

// heightOf gives an object the same height wherever it stands.
func heightOf(height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: heightLayout(height), Objects: []fyne.CanvasObject{o}}
}

type heightLayout float32

// Layout implements fyne.Layout.
func (l heightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (l heightLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(l))
}
