package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// trackTable is the table of the applications, of which one may be open.
type trackTable struct {
	a      *applications
	rows   *parts.Roll
	shown  []tracked
	open   journal.ID // "" for none
	panel  *trackPanel
	height float32 // of the panel, as the table has it
}

// The sorts of rows in the table.
const (
	closedRow = iota
	openRow
)

func newTrackTable(a *applications) *trackTable {
	t := &trackTable{a: a}
	t.rows = parts.NewRoll(t.press)
	t.rows.TextLeft, t.rows.OnEscape = 0, a.escape
	t.panel = newTrackPanel(t)
	return t
}

// Len implements parts.Rows.
func (t *trackTable) Len() int { return len(t.shown) }

// Height implements parts.Rows.
func (t *trackTable) Height(i int) float32 {
	if t.Sort(i) == closedRow {
		return trackRowHeight
	}
	t.height = t.panel.height(t.rows.Size().Width - parts.ListBarRoom - 2*parts.RollReach)
	return openHeadHeight + t.height
}

// Sort implements parts.Rows.
func (t *trackTable) Sort(i int) int {
	if t.open != "" && t.shown[i].ID == t.open {
		return openRow
	}
	return closedRow
}

// Make implements parts.Rows.
func (t *trackTable) Make(sort int) fyne.CanvasObject {
	if sort == openRow {
		return newOpenedRow(newTrackRow(), openHeadHeight, t.panel.content)
	}
	return newTrackRow()
}

// Fill implements parts.Rows.
func (t *trackTable) Fill(i int, row fyne.CanvasObject) {
	switch r := row.(type) {
	case *trackRow:
		r.show(&t.shown[i], t.a.today, false)
	case *openedRow[*trackRow]:
		r.head.show(&t.shown[i], t.a.today, true)
	}
}

// Opens implements parts.Rows.
func (t *trackTable) Opens(int) bool { return true }

// Label implements parts.Rows.
func (t *trackTable) Label(i int) string {
	one := &t.shown[i]
	next, when, _ := one.nextLines(t.a.today)
	var said []string
	for _, words := range []string{one.title(), firstLine(one.Organisation), routeName(one.Route), one.standsAt(t.a.today), next, when} {
		if words != "" {
			said = append(said, words)
		}
	}
	return strings.Join(said, ", ")
}

// find gives the row of an application, or -1.
func (t *trackTable) find(id journal.ID) int {
	for i := range t.shown {
		if t.shown[i].ID == id {
			return i
		}
	}
	return -1
}

// list shows other applications, from the top. The one that is open stays so
// where it is among them.
func (t *trackTable) list(shown []tracked) {
	t.shown = shown
	if t.open != "" && t.find(t.open) < 0 {
		t.fold()
	}
	t.rows.Fill(t)
	if at := t.find(t.open); at >= 0 {
		t.rows.SetSelected(at)
	}
}

// update shows the same applications as they are now, where they were, with
// one of them open, or none.
func (t *trackTable) update(shown []tracked, o *openTrack) {
	t.shown = shown
	at, was := -1, t.open
	if o != nil {
		at = t.find(o.entry.ID)
	}
	if at < 0 {
		t.fold()
		t.rows.Update(t, -1)
		return
	}
	t.open = o.entry.ID
	t.panel.show(&t.shown[at], *o)
	t.rows.Update(t, at)
	if t.open != was {
		t.rows.SetSelected(at) // brings it into sight
	}
}

// fold leaves what is open.
func (t *trackTable) fold() {
	t.panel.lesson.leave()
	t.open = ""
}

// press opens the row that was pressed, or closes it if it is open.
func (t *trackTable) press(i int) {
	id := t.shown[i].ID
	if id == t.open {
		t.close()
		return
	}
	t.a.bring(id)
}

// close shows the open row alone again, with the keyboard at it.
func (t *trackTable) close() {
	t.fold()
	t.rows.Update(t, -1)
	t.a.w.win.Canvas().Focus(t.rows)
}

// grown makes room for a panel that has become higher or lower.
func (t *trackTable) grown() {
	if at := t.find(t.open); at >= 0 && t.panel.content.MinSize().Height != t.height {
		t.rows.Update(t, at)
	}
}
