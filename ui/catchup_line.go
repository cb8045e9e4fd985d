package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// monthRow is a month and its line: the title of an entry that is filed under
// the month. What is typed goes through the entry's desk, as on Today, so that
// it is safe and that both places show one text.
type monthRow struct {
	months  *catchUpMonths
	month   journal.Day
	entry   journal.Line // as it was read; without an ID there is none yet
	desk    *desk        // while the line is being written
	reading bool         // the desk is on its way
	full    string       // the line before letters were taken away

	name    *parts.Text
	count   *parts.Text
	line    *parts.QuietLine
	way     *parts.IconButton // to the rest of the entry
	rule    *parts.Hairline   // above it, but for the first month
	content fyne.CanvasObject
}

func newMonthRow(m *catchUpMonths, month journal.Day) *monthRow {
	r := &monthRow{months: m, month: month, rule: parts.NewHairline(), name: parts.NewText(monthName(month.Month), parts.TypeRowTitle), count: parts.NewText("", parts.TypeCaption)}
	r.line = parts.NewQuietLine(monthQuestion(month))
	e := r.line.Editor
	e.MaxBytes = journal.MaxText
	e.OnEdited, e.OnEscape = r.edited, m.c.escape
	e.OnTooLong, e.OnUnusable = m.c.w.today.refuseLong, m.c.w.today.refuseOdd
	r.line.OnFocus, r.line.OnBlur = r.gained, r.left
	r.way = parts.NewIconButton(look.IconArrow, lang.L("Open the whole entry (Ctrl Enter)"), r.open)
	r.content = &fyne.Container{Layout: monthLayout{}, Objects: []fyne.CanvasObject{r.name, r.count, r.line, r.way, r.rule}}
	return r
}

// show takes over what was read, but for a line that is being written.
func (r *monthRow) show(m journal.MonthLine) {
	r.count.SetText(lang.L("Nothing yet"))
	if m.Entries > 0 {
		r.count.SetText(entriesLine(m.Entries))
	}
	r.entry = m.Line
	setVisible(r.way, m.Line.Excerpt != "")
	if r.desk != nil && (r.line.Focused() || r.desk.draft.State().State != journal.Clean) {
		return
	}
	r.release()
	text := lineText(m.Line)
	if open := r.months.c.w.today.desks.find(m.Line.ID); open != nil {
		text = openText(open)
	}
	if !r.line.Focused() && r.line.Editor.Text != text {
		r.line.Editor.Load(text)
		r.line.Refresh()
	}
}

// lineText is what an entry shows as its line: its title, or the first line of
// its text.
func lineText(l journal.Line) string {
	if l.Title != "" {
		return l.Title
	}
	return firstLine(l.Excerpt)
}

// openText is the line of an entry that lies on a desk of Today.
func openText(d *desk) string {
	e := d.draft.Entry()
	return lineText(journal.Line{Title: e.Title, Excerpt: e.Body})
}

func (r *monthRow) gained() {
	r.full = r.line.Editor.Text
	r.months.scroll.RevealAt(r.content.Position().Y, r.content.Size().Height)
}

// edited keeps what was typed.
func (r *monthRow) edited(text string) {
	if len(text) >= len(r.full) || !strings.Contains(r.full, text) {
		r.full = text
	}
	r.months.tell()
	r.write()
}

// write brings the line into its entry, which is read first where it is there
// and not being written already.
func (r *monthRow) write() {
	w := r.months.c.w
	switch {
	case r.desk != nil:
		r.put()
	case r.entry.ID == "":
		r.take(w.journal.NewMonthLine(r.month))
	case !r.reading:
		r.reading = true
		id := r.entry.ID
		task(w, "read the line of a month", func(ctx context.Context) (journal.Entry, error) {
			return w.journal.Read().Entry(ctx, id)
		}, r.take)
	}
}

// take writes the line into an entry from now on.
func (r *monthRow) take(e journal.Entry) {
	w := r.months.c.w
	r.reading = false
	r.desk = w.deskFor(e)
	r.desk.beside = r.months.showState
	r.put()
}

// release leaves the entry to others.
func (r *monthRow) release() {
	if r.desk != nil {
		r.desk.beside = nil
		r.desk = nil
	}
}

// put writes the line as it is now. An entry that would be left with nothing
// keeps its last word until the cursor leaves the line.
func (r *monthRow) put() {
	text := r.line.Editor.Text
	if text == "" && r.needsLine() {
		return
	}
	desks := &r.months.c.w.today.desks
	desks.use(r.desk)
	if table := r.months.c.w.today.desk; table != nil {
		desks.use(table) // it is never the oldest
	}
	r.desk.draft.Edit(func(e *journal.Entry) { e.Title = text })
	r.desk.reload()
}

// needsLine tells whether the entry holds nothing but its line.
func (r *monthRow) needsLine() bool {
	if r.desk == nil {
		return false
	}
	e := r.desk.draft.Entry()
	e.Title = ""
	return e.Revision > 0 && e.Blank()
}

// left brings a line back that was emptied: an entry is never deleted by that.
func (r *monthRow) left() {
	if r.line.Editor.Text != "" || !r.needsLine() || r.full == "" {
		return
	}
	r.line.Editor.Load(r.full)
	r.put()
	r.months.tell()
	r.months.c.w.door.say(lang.L("The line of {{.Month}} stays as it was: an entry is not deleted by emptying it.", values{"Month": monthName(r.month.Month)}))
}

// open opens the entry of the month on Today.
func (r *monthRow) open() {
	w, id, d := r.months.c.w, r.entry.ID, r.desk
	if d == nil && id == "" {
		return
	}
	task(w, "open the line of a month", func(ctx context.Context) (journal.ID, error) {
		if d == nil {
			return id, nil
		}
		err := d.draft.Flush(ctx)
		return d.draft.Entry().ID, err
	}, w.openEntry)
}

// monthLayout puts a month beside its line, with a hairline above both.
type monthLayout struct{}

// Where things stand in the row of a month.
const (
	monthHeight float32 = 67
	monthLeft   float32 = 124 // the box of the line
)

// Layout implements fyne.Layout.
func (monthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, count, line, way, rule := objects[0], objects[1], objects[2], objects[3], objects[4]
	rule.Resize(fyne.NewSize(size.Width, 1))
	middles := []float32{24, 44}
	for i, o := range []fyne.CanvasObject{name, count} {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(monthLeft-look.Space8, height))
		o.Move(fyne.NewPos(0, float32(int(middles[i]-height/2))))
	}
	right := size.Width
	if way.Visible() {
		side := way.MinSize()
		right -= side.Width
		way.Resize(side)
		way.Move(fyne.NewPos(right, float32(int((size.Height+1-side.Height)/2))))
		right -= look.Space4
	}
	line.Move(fyne.NewPos(monthLeft, float32(int((size.Height+1-parts.QuietLineHeight)/2))))
	line.Resize(fyne.NewSize(right-monthLeft, parts.QuietLineHeight))
}

// MinSize implements fyne.Layout.
func (monthLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(monthLeft+look.Space40, monthHeight)
}
