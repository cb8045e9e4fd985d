package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// entryChoice is a panel in which one entry is found and chosen.
type entryChoice struct {
	w        *Window
	leaveOut []journal.ID
	then     func(journal.Line)
	query    *parts.Editor
	rows     *parts.List
	none     *parts.Text
	overlay  *parts.Overlay
	lines    []journal.Line
	ticket   int // counts the questions; only the latest answer is shown
}

// choiceRows is how many entries the panel shows at a time, and mostChoices how
// many it lists.
const (
	choiceRows  = 7
	mostChoices = 50
)

// chooseEntry lets the writer find an entry by its words; without any the
// newest ones are listed. The entries of leaveOut are not among them.
func (w *Window) chooseEntry(title string, leaveOut []journal.ID, then func(journal.Line)) {
	if w.journal == nil {
		return
	}
	c := &entryChoice{w: w, leaveOut: leaveOut, then: then, none: parts.NewText("", parts.TypeCaption)}
	field := parts.NewSearchField(lang.L("Find an entry by its words"))
	c.query = field.Editor
	c.query.OnEdited = func(string) { c.find() }
	c.query.OnDown, c.query.OnEnter = c.goDown, c.chooseFirst
	c.rows = parts.NewList(elementRow, c.choose)
	room := container.NewGridWrap(fyne.NewSize(look.OverlayWidth-2*look.Space24, choiceRows*elementRow), c.rows)
	c.overlay = w.overlay(title, field, c.none, room)
	w.win.Canvas().Focus(c.query)
	c.find()
}

// find lists what goes with the words.
func (c *entryChoice) find() {
	c.ticket++
	ticket, words, noPrivate := c.ticket, strings.TrimSpace(c.query.Text), c.w.noPrivate()
	task(c.w, "find entries", func(ctx context.Context) ([]journal.Line, error) {
		return c.w.journal.FindLines(ctx, words, noPrivate, mostChoices)
	}, func(lines []journal.Line) {
		if ticket == c.ticket {
			c.show(lines)
		}
	})
}

func (c *entryChoice) show(lines []journal.Line) {
	c.lines = slices.DeleteFunc(lines, func(l journal.Line) bool { return slices.Contains(c.leaveOut, l.ID) })
	c.rows.Fill(len(c.lines), c.item)
	c.none.SetText("")
	if len(c.lines) == 0 {
		c.none.SetText(lang.L("No entry holds these words."))
	}
}

func (c *entryChoice) item(i int) parts.ListItem {
	l := c.lines[i]
	color, soft := kindColors(l.Kind)
	return parts.ListItem{
		Title: lineTitle(l), Caption: kindName(l.Kind) + ", " + lineDay(l, c.w.today.now),
		Icon: kindIcon(l.Kind), Ink: color, Soft: soft,
	}
}

func (c *entryChoice) goDown() { c.w.win.Canvas().Focus(c.rows) }

func (c *entryChoice) chooseFirst() { c.choose(0) }

func (c *entryChoice) choose(i int) {
	if i >= len(c.lines) {
		return
	}
	c.overlay.Hide()
	c.then(c.lines[i])
}
