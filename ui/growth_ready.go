package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// readyTab is the view of what there is to show when the writer asks: a
// checklist, and a line of it in detail beside it.
type readyTab struct {
	g       *growth
	content fyne.CanvasObject
	most    *parts.Tile // what would help most
	helps   *parts.Paragraph
	rows    *parts.Roll
	shown   readyRows
	detail  *readyDetail
	side    *growthAside
	chosen  string // the key of the line in detail; "" before the first look
	entries int    // that are listed behind it
}

var _ growthTab = (*readyTab)(nil)

func newReadyTab(g *growth) *readyTab {
	t := &readyTab{g: g, helps: parts.NewParagraph("", parts.TypeUI.In(look.ColorInk), 20), entries: firstBehind}
	t.rows = parts.NewRoll(t.press)
	t.rows.TextLeft, t.rows.OnEscape = readyLeft, g.escape
	t.detail = newReadyDetail(t)
	t.helps.MaxLines = 2
	words := container.New(beside{}, parts.IconOf(look.IconArrow, look.ColorAccent, look.IconSizeSmall), t.helps)
	t.most = parts.NewTile(parts.Inset(words, look.Space8, look.Space12, look.Space8, look.Space12), look.RadiusField, t.openMost)
	t.most.Fill = look.ColorSunken
	pack := parts.NewButton(parts.Quiet, lang.L("Open evidence pack"), look.IconDocument, g.w.frame.pack.goPack)
	pack.Padding = look.Space8
	t.content = parts.DownFill(0, parts.Gutter(parts.Inset(t.most, 0, 0, look.Space4, 0), 0, 0),
		parts.Gutter(parts.Inset(parts.Across(0, pack), 0, 0, 0, -look.Space8), 0, 0),
		parts.Gutter(t.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom))
	t.side = &growthAside{content: t.detail.content, width: goalAside, onNarrow: t.wentNarrow}
	return t
}

func (t *readyTab) main() fyne.CanvasObject { return t.content }

func (t *readyTab) aside() *growthAside { return t.side }

func (t *readyTab) reads(k journal.ChangeKind) bool { return countsFrom(k) }

func (t *readyTab) line(growthSheet) string { return readyLine(t.shown.checks) }

func (t *readyTab) focus() fyne.Focusable {
	if t.g.room.narrow && t.g.room.at == 1 {
		return t.detail.next
	}
	return t.rows
}

// show shows the checklist, with the line in detail that was, or else the one
// that would help most.
func (t *readyTab) show(s growthSheet) {
	t.shown = newReadyRows(t, s)
	c, _ := lineOf(t.shown.checks, t.chosen)
	t.chosen = c.Key
	t.rows.Update(t.shown, t.shown.find(c.Key))
	most := evidence.HelpsMost(t.shown.checks)
	setVisible(t.most, len(most) > 0)
	if len(most) > 0 {
		what, _ := s.nextWords(most[0].Next)
		t.helps.SetText(lang.L("What would help most next: {{.Line}}. {{.Next}}", values{"Line": lineName(most[0].Key), "Next": closed(what)}))
		t.most.Label = t.helps.Text()
	}
	t.detail.show(c, s)
}

// openMost shows the line that would help most.
func (t *readyTab) openMost() {
	if most := evidence.HelpsMost(t.shown.checks); len(most) > 0 {
		t.choose(most[0].Key)
	}
}

func (t *readyTab) press(i int) {
	if c, ok := t.shown.check(i); ok {
		t.choose(c.Key)
	}
}

// choose shows a line in detail, and goes there where there is room for one
// column only.
func (t *readyTab) choose(key string) {
	t.chosen, t.entries = key, firstBehind
	t.g.room.turnTo(1)
	t.g.load(func() {
		if t.g.room.narrow {
			t.g.focus()
		}
	})
}

// listMore lists more of the entries behind the line in detail.
func (t *readyTab) listMore() {
	t.entries += moreBehind
	t.g.load(nil)
}

func (t *readyTab) wentNarrow(narrow bool) { setVisible(t.detail.way, narrow) }

// back goes from the detail to the list.
func (t *readyTab) back() bool {
	if t.g.room.at == 0 && t.g.w.win.Canvas().Focused() == fyne.Focusable(t.rows) {
		return false
	}
	t.goBack()
	return true
}

func (t *readyTab) goBack() {
	t.g.room.turnTo(0)
	t.g.w.win.Canvas().Focus(t.rows)
}

// readyRows are the rows of the checklist, under the headings of its parts.
type readyRows struct {
	t      *readyTab
	sheet  growthSheet
	checks []evidence.Check
	rows   []int // the line on each row, or rowHeading
}

var _ parts.Rows = readyRows{}

// The sorts of rows in the checklist.
const (
	readyHeading = iota
	readyItem
)

func newReadyRows(t *readyTab, s growthSheet) readyRows {
	r := readyRows{t: t, sheet: s, checks: evidence.Ready(s.facts)}
	for i, c := range r.checks {
		if i == 0 || r.checks[i-1].Group != c.Group {
			r.rows = append(r.rows, rowHeading)
		}
		r.rows = append(r.rows, i)
	}
	return r
}

// Len implements parts.Rows.
func (r readyRows) Len() int { return len(r.rows) }

// Height implements parts.Rows.
func (r readyRows) Height(i int) float32 {
	if r.rows[i] == rowHeading {
		return parts.RollHeadHeight
	}
	return readyHeight
}

// Sort implements parts.Rows.
func (r readyRows) Sort(i int) int {
	if r.rows[i] == rowHeading {
		return readyHeading
	}
	return readyItem
}

// Make implements parts.Rows.
func (r readyRows) Make(sort int) fyne.CanvasObject {
	if sort == readyHeading {
		return parts.NewRollHead()
	}
	return newReadyRow()
}

// Fill implements parts.Rows.
func (r readyRows) Fill(i int, row fyne.CanvasObject) {
	switch o := row.(type) {
	case *parts.RollHead:
		o.Set(r.heading(i))
	case *readyRow:
		o.show(r.checks[r.rows[i]], r.sheet, r.checks[r.rows[i]].Key == r.t.chosen)
	}
}

// Opens implements parts.Rows.
func (r readyRows) Opens(i int) bool { return r.rows[i] != rowHeading }

// Label implements parts.Rows.
func (r readyRows) Label(i int) string {
	if r.rows[i] == rowHeading {
		name, count := r.heading(i)
		return name + ", " + count
	}
	c := r.checks[r.rows[i]]
	return lineName(c.Key) + ", " + stateWords(c)
}

// heading names a part of the checklist, and counts the lines of it that hold.
func (r readyRows) heading(i int) (name, count string) {
	group := r.checks[r.rows[i+1]].Group
	there, all := 0, 0
	for _, c := range r.checks {
		if c.Group == group {
			all++
			if c.State == evidence.There {
				there++
			}
		}
	}
	return checkGroupName(group), lang.L("{{.Done}} of {{.Of}}", values{"Done": there, "Of": all})
}

// check gives the line on a row; ok is false for a heading.
func (r readyRows) check(i int) (c evidence.Check, ok bool) {
	if i < 0 || i >= len(r.rows) || r.rows[i] == rowHeading {
		return evidence.Check{}, false
	}
	return r.checks[r.rows[i]], true
}

// find gives the row of a line, or -1.
func (r readyRows) find(key string) int {
	return slices.IndexFunc(r.rows, func(at int) bool { return at != rowHeading && r.checks[at].Key == key })
}
