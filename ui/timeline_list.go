package ui

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleList are the entries of the timeline by month, newest first.
type chronicleList struct {
	c       *chronicle
	rows    *parts.Roll
	shown   storyRows
	pending map[window]bool // what is being read
	fromTop bool            // the next rows are other ones, and begin at the top
	empty   *parts.Paragraph
	begin   *parts.Button
	clear   *parts.Button
	none    *fyne.Container // what stands in the place of the rows
	content *fyne.Container
}

func newChronicleList(c *chronicle) *chronicleList {
	l := &chronicleList{c: c, fromTop: true, pending: map[window]bool{}, empty: parts.NewParagraph("", parts.TypeMemory, 24)}
	l.rows = parts.NewRoll(l.open)
	l.rows.OnEscape = c.escape
	l.begin = parts.NewButton(parts.Primary, lang.L("Write the first entry"), look.IconPlus, c.w.newOfAnyKind)
	l.clear = parts.NewButton(parts.Outline, lang.L("Show everything"), look.IconUndo, c.showAll)
	l.none = parts.Gutter(parts.Down(look.Space16, l.empty, parts.Across(look.Space8, l.begin, l.clear)), 0, 0)
	l.none.Hide()
	l.content = container.NewStack(parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom), l.none)
	return l
}

// show lists what was read.
func (l *chronicleList) show(s *chronicleSheet, q chronicleQuestion) {
	clear(l.pending)
	l.shown = newStoryRows(l, s)
	if l.fromTop {
		l.fromTop = false
		l.rows.Fill(l.shown)
		l.rows.SetSelected(l.shown.find(l.c.beside.open))
	} else {
		l.rows.Update(l.shown, l.shown.find(l.c.beside.open))
	}
	narrowed := chronicleNarrowed(q.filter) || l.c.head.filter.publicOnly
	setVisible(l.begin, !narrowed)
	setVisible(l.clear, narrowed)
	setVisible(l.none, s.runs.rows == 0)
	setVisible(l.rows, s.runs.rows > 0)
	l.empty.SetText(lang.L("Your story begins with one entry. Write down one thing that moved because of you, today or some time ago; it shows here in its month, and what it proves in the line above."))
	if narrowed {
		l.empty.SetText(lang.L("No entry is like that."))
	}
}

// sayUnread says that nothing could be read yet.
func (l *chronicleList) sayUnread() {
	l.empty.SetText(lang.L("Your entries could not be read just now."))
	setVisible(l.begin, false)
	setVisible(l.clear, false)
	setVisible(l.none, true)
	l.c.content.Refresh()
}

// inSight are the windows of the rows that show.
func (l *chronicleList) inSight() []window {
	var all []window
	if l.shown.lines == nil || l.fromTop {
		return nil
	}
	for row, end := l.rows.InSight(); row < min(end, l.shown.Len()); row++ {
		if w, _ := l.shown.runs.at(row); !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// mostWindows is how many windows are kept: those beside the one that was read
// last stay.
const mostWindows = 24

// ask reads a window that comes into sight.
func (l *chronicleList) ask(w window) {
	if l.pending[w] {
		return
	}
	l.pending[w] = true
	c := l.c
	ticket, r, filter, all := c.ticket, c.reader(), c.question.filter, l.shown.runs
	lines := maps.Clone(l.shown.lines)
	task(c.w, "read entries of the timeline", func(ctx context.Context) (map[window][]journal.TimelineLine, error) {
		return lines, r.fill(ctx, filter, all, w, lines)
	}, func(read map[window][]journal.TimelineLine) {
		if ticket != c.ticket {
			return
		}
		delete(l.pending, w)
		for at, some := range read {
			if at.run == w.run {
				l.shown.lines[at] = some
			}
		}
		l.forget(w)
		l.rows.Update(l.shown, l.shown.find(c.beside.open))
	})
}

// forget drops the windows that are farthest away while there are too many.
func (l *chronicleList) forget(near window) {
	lines := l.shown.lines
	for len(lines) > mostWindows {
		far := near
		for w := range lines {
			if away(w, near) > away(far, near) {
				far = w
			}
		}
		if far == near {
			return // all are of one place
		}
		delete(lines, far)
	}
}

// away counts how far a window is from another, runs before parts.
func away(w, from window) int {
	distance := func(a, b int) int { return max(a-b, b-a) }
	return distance(w.run, from.run)<<16 + distance(w.part, from.part)
}

// open shows the entry of a row.
func (l *chronicleList) open(i int) {
	if line, ok := l.shown.line(i); ok {
		l.c.read(line.ID)
	}
}

// goTo takes the list to the newest entry up to a day.
func (l *chronicleList) goTo(d journal.Day) {
	s := l.c.sheet
	if s == nil || s.runs.rows == 0 {
		return
	}
	l.rows.Go(min(s.facts.After(d), s.runs.rows-1))
	l.c.w.win.Canvas().Focus(l.rows)
}
