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

// goalEntries are the entries behind a goal, in its detail.
type goalEntries struct {
	f       *goalForm
	content *fyne.Container
	title   *parts.Text
	rows    *fyne.Container
	shown   []journal.Line
	link    *parts.Button
}

func newGoalEntries(f *goalForm) *goalEntries {
	e := &goalEntries{f: f, title: parts.NewText("", parts.TypeStrong), rows: parts.Down(look.Space12)}
	e.link = parts.NewButton(parts.Outline, lang.L("Link an entry"), look.IconPlus, e.choose)
	e.link.OnFocus = func() { f.area.scroll.Reveal(e.link) }
	e.content = parts.Down(look.Space12, parts.NewHairline(), e.title, e.rows, parts.Across(0, e.link))
	return e
}

// show lists the entries.
func (e *goalEntries) show(lines []journal.Line, today journal.Day) {
	e.title.SetText(lang.L("Entries behind it"))
	if len(lines) > 0 && slices.Equal(lines, e.shown) {
		return
	}
	e.shown = lines
	e.rows.Objects = nil
	for _, l := range lines {
		e.rows.Add(e.row(l, today))
	}
	if len(lines) == 0 {
		e.rows.Add(parts.NewParagraph(lang.L("None yet. Link the one in which you worked on it."), parts.TypeCaption, 18))
	}
	e.rows.Refresh()
}

func (e *goalEntries) row(l journal.Line, today journal.Day) fyne.CanvasObject {
	color, soft := kindColors(l.Kind)
	row := parts.NewRow(kindIcon(l.Kind), color, soft, lineTitle(l), lineDay(l, today), func() { e.f.g.w.openEntry(l.ID) })
	row.OnFocus = func() { e.f.area.scroll.Reveal(row) }
	gone := parts.NewIconButton(look.IconClose, lang.L("Take the link away"), func() { e.unlink(l.ID) })
	gone.OnFocus = func() { e.f.area.scroll.Reveal(gone) }
	return container.New(withEnd{}, row, gone)
}

// choose lets the writer find an entry and links it.
func (e *goalEntries) choose() {
	e.f.g.w.chooseEntry(lang.L("Which entry stands behind this goal?"), e.f.goal.Entries, func(l journal.Line) {
		e.f.g.editGoal(e.f.id, "link an entry to a goal", func(x *journal.Goal) {
			if !slices.Contains(x.Entries, l.ID) {
				x.Entries = append(slices.Clone(x.Entries), l.ID)
			}
		}, nil)
	})
}

// unlink takes a link away, and offers to bring it back to its place.
func (e *goalEntries) unlink(id journal.ID) {
	g, goal, at := e.f.g, e.f.id, -1
	g.editGoal(goal, "take a link away", func(x *journal.Goal) {
		if at = slices.Index(x.Entries, id); at >= 0 {
			x.Entries = slices.Delete(slices.Clone(x.Entries), at, at+1)
		}
	}, func() {
		if at < 0 {
			return
		}
		g.w.win.Canvas().Focus(e.link) // what was pressed is gone
		g.say(lang.L("The entry is no longer linked to the goal."), func() {
			g.editGoal(goal, "bring a link back", func(x *journal.Goal) {
				if !slices.Contains(x.Entries, id) {
					x.Entries = slices.Insert(slices.Clone(x.Entries), min(at, len(x.Entries)), id)
				}
			}, nil)
		})
	})
}
