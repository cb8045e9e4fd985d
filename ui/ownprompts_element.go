package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// elementChooser is where an element is named for a question: a field, with
// the elements that fit below it while one types, and a chip once there is one.
type elementChooser struct {
	l       *library
	chosen  string // the key of the element, or none
	changed func() // told when the user chose another one
	resized func() // told when it became higher or lower
	found   []prompts.Place

	field   *parts.Field
	list    *parts.List
	room    *fyne.Container // of the list
	chip    *fyne.Container
	content *fyne.Container
}

// Sizes of the list of elements that fit.
const (
	fittingRow  float32 = 48
	fittingRows int     = 4
)

func newElementChooser(l *library) *elementChooser {
	c := &elementChooser{l: l, changed: func() {}, resized: func() {}, chip: parts.Flow(look.Space8, look.Space8)}
	c.field = parts.NewSearchField(lang.L("Name an element"))
	c.field.Editor.OnEdited, c.field.Editor.OnEscape = c.find, c.giveUp
	c.field.Editor.OnDown, c.field.Editor.OnEnter = c.goToFitting, c.chooseFirst
	c.list = parts.NewList(fittingRow, c.choose)
	c.list.OnEscape = c.giveUp
	c.room = container.New(high{}, c.list)
	c.room.Hide()
	c.content = parts.Down(look.Space4, c.field, c.chip, c.room)
	return c
}

// high gives a list the height of the rows it may show.
type high struct{}

// Layout implements fyne.Layout.
func (high) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (high) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows := min(objects[0].(*parts.List).Len(), fittingRows)
	return fyne.NewSize(look.Space40, float32(rows)*fittingRow)
}

// set shows an element by its key, or none, without telling anybody.
func (c *elementChooser) set(key string) {
	c.chosen = key
	c.field.Editor.Load("")
	c.chip.Objects = nil
	if at, ok := c.l.catalogue.Element(key); ok {
		chip := parts.NewChip(parts.ChipSoft, at.Element.Name, look.IconNone, c.clear)
		chip.OnRemove = c.clear
		c.chip.Add(chip)
	}
	setVisible(c.field, len(c.chip.Objects) == 0)
	setVisible(c.chip, len(c.chip.Objects) > 0)
	c.showFitting(nil)
}

// clear takes the element away.
func (c *elementChooser) clear() {
	c.set("")
	c.l.w.win.Canvas().Focus(c.field.Editor)
	c.changed()
}

// find lists the elements whose names hold the words typed.
func (c *elementChooser) find(text string) {
	if strings.TrimSpace(text) == "" {
		c.showFitting(nil)
		return
	}
	c.showFitting(elementsNamed(c.l.catalogue, text))
}

func (c *elementChooser) showFitting(found []prompts.Place) {
	c.found = found
	setVisible(c.room, len(found) > 0)
	c.list.Fill(len(found), c.item)
	c.content.Refresh()
	c.resized()
}

func (c *elementChooser) item(i int) parts.ListItem {
	return parts.ListItem{Title: c.found[i].Element.Name, Caption: c.found[i].Framework.Name}
}

func (c *elementChooser) choose(i int) {
	c.set(c.found[i].Element.Key)
	c.l.w.win.Canvas().Focus(c.chip.Objects[0].(*parts.Chip))
	c.changed()
}

func (c *elementChooser) chooseFirst() {
	if len(c.found) > 0 {
		c.choose(0)
	}
}

func (c *elementChooser) goToFitting() {
	if len(c.found) > 0 {
		c.l.w.win.Canvas().Focus(c.list)
	}
}

// giveUp empties the field.
func (c *elementChooser) giveUp() {
	c.set(c.chosen)
	c.l.w.win.Canvas().Focus(c.field.Editor)
}
