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

// privateBox counts the private entries that stay in the journal when something
// leaves it, and opens to their titles, each with a box to tick that lets it
// out. What is ticked holds for what is being made, and is remembered nowhere.
type privateBox struct {
	w        *Window
	onChange func()
	lines    []journal.Line
	out      []journal.ID // that go out all the same

	content *fyne.Container
	head    *parts.Button
	rows    *parts.Roll
	room    *fyne.Container // around the rows
}

func newPrivateBox(w *Window, onChange func()) *privateBox {
	b := &privateBox{w: w, onChange: onChange}
	b.head = parts.NewButton(parts.Quiet, "", look.IconPrivate, b.toggle)
	b.head.Ink, b.head.Padding = look.ColorInk, look.Space8
	b.rows = parts.NewRoll(b.tick)
	b.rows.Unlined = true
	b.room = container.New(privateRoom{b}, b.rows)
	b.room.Hide()
	b.content = container.NewStack(parts.Panel(parts.Down(look.Space4, b.head, b.room), look.Space4))
	b.content.Hide()
	return b
}

// show lists the private entries that there are to let out. One that is not
// among them any more does not go out.
func (b *privateBox) show(lines []journal.Line) {
	b.lines = lines
	b.out = slices.DeleteFunc(b.out, func(id journal.ID) bool {
		return !slices.ContainsFunc(lines, func(l journal.Line) bool { return l.ID == id })
	})
	setVisible(b.content, len(lines) > 0)
	b.refresh()
}

// refresh shows the box as it stands. While private entries are hidden it counts
// them, and no more.
func (b *privateBox) refresh() {
	hidden := b.w.noPrivate()
	setVisible(b.room, b.room.Visible() && !hidden)
	switch {
	case hidden:
		b.head.Hint = lang.L("Hidden at the moment")
	case b.room.Visible():
		b.head.Hint = lang.L("Hide titles")
	default:
		b.head.Hint = lang.L("Show titles")
	}
	b.head.SetText(privateWords(len(b.lines), len(b.out)))
	b.rows.Update(privateRows{b}, -1)
	b.content.Refresh()
}

// toggle opens the box to the titles, or closes it.
func (b *privateBox) toggle() {
	open := !b.room.Visible() && !b.w.noPrivate()
	setVisible(b.room, open)
	b.refresh()
	if open {
		b.w.win.Canvas().Focus(b.rows)
	}
}

// tick lets an entry out, or no more.
func (b *privateBox) tick(i int) {
	id := b.lines[i].ID
	if at := slices.Index(b.out, id); at >= 0 {
		b.out = slices.Delete(b.out, at, at+1)
	} else {
		b.out = append(b.out, id)
	}
	b.refresh()
	b.onChange()
}

// privateWords say what stays in the journal, and what does not.
func privateWords(all, out int) string {
	switch stay := all - out; {
	case out == 0 && stay == 1:
		return lang.L("1 private entry stays out of every export")
	case out == 0:
		return lang.L("{{.Count}} private entries stay out of every export", values{"Count": inGroups(stay)})
	case out == 1:
		return lang.L("1 of {{.All}} private entries goes out this time", values{"All": inGroups(all)})
	}
	return lang.L("{{.Count}} of {{.All}} private entries go out this time", values{"Count": inGroups(out), "All": inGroups(all)})
}

// privateRoom gives the titles as much room as they need, up to a few rows.
type privateRoom struct{ b *privateBox }

// Layout implements fyne.Layout.
func (privateRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (r privateRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	most := mostPrivate
	if r.b.w.win.Canvas().Size().Height < tightBelow {
		most = fewPrivate
	}
	return fyne.NewSize(look.Space40, float32(min(len(r.b.lines), most))*parts.TickRowHeight)
}

// How many private entries show at a time, also where the page is low.
const (
	mostPrivate = 5
	fewPrivate  = 2
)

// privateRows are the titles of private entries.
type privateRows struct{ b *privateBox }

var _ parts.Rows = privateRows{}

// Len implements parts.Rows.
func (r privateRows) Len() int { return len(r.b.lines) }

// Height implements parts.Rows.
func (privateRows) Height(int) float32 { return parts.TickRowHeight }

// Sort implements parts.Rows: all are alike.
func (privateRows) Sort(int) int { return 0 }

// Make implements parts.Rows.
func (privateRows) Make(int) fyne.CanvasObject { return parts.NewTickRow() }

// Fill implements parts.Rows.
func (r privateRows) Fill(i int, row fyne.CanvasObject) {
	tick := row.(*parts.TickRow)
	tick.OnTick = func() { r.b.tick(i) }
	tick.Set(r.item(i))
}

func (r privateRows) item(i int) parts.TickItem {
	l := r.b.lines[i]
	ink, _ := kindColors(l.Kind)
	return parts.TickItem{
		Text: oneLine(lineTitle(l)), Note: lineDay(l, r.b.w.today.now), Icon: kindIcon(l.Kind), Ink: ink,
		Ticked: slices.Contains(r.b.out, l.ID),
	}
}

// Opens implements parts.Rows: each can be ticked.
func (privateRows) Opens(int) bool { return true }

// Label implements parts.Rows.
func (r privateRows) Label(i int) string { return r.item(i).Label() }
