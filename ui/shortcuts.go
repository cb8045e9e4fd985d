package ui

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// shortcut is what some keys do.
type shortcut struct {
	keys string // "" where there are none
	does string
}

// shortcutGroup are the keys of a menu, or of a sort of things on the pages.
type shortcutGroup struct {
	name string
	keys []shortcut
}

// shortcutGroups list every action of the menus, and the keys of what stands on
// the pages, which no menu holds.
func (w *Window) shortcutGroups() []shortcutGroup {
	var groups []shortcutGroup
	for _, menu := range w.menu().Items {
		groups = append(groups, shortcutGroup{menu.Label, shortcutsOf(menu)})
	}
	if w.lockScreen != nil {
		return groups
	}
	return append(groups, pageShortcuts()...)
}

// shortcutsOf lists the actions of a menu, and of those in it.
func shortcutsOf(menu *fyne.Menu) (all []shortcut) {
	for _, each := range menu.Items {
		switch {
		case each.IsSeparator:
		case each.ChildMenu != nil:
			for _, child := range shortcutsOf(each.ChildMenu) {
				child.does = lang.L("{{.Menu}}: {{.Item}}", values{"Menu": each.Label, "Item": child.does})
				all = append(all, child)
			}
		case each.Shortcut != nil:
			all = append(all, shortcut{shortcutName(each.Shortcut), each.Label})
		default:
			all = append(all, shortcut{"", each.Label})
		}
	}
	return all
}

// pageShortcuts are the keys of what stands on the pages.
func pageShortcuts() []shortcutGroup {
	return []shortcutGroup{
		{lang.L("Everywhere"), []shortcut{
			{lang.L("Tab, Shift Tab"), lang.L("To the next thing, or the one before")},
			{lang.L("Enter, Space"), lang.L("Press it, tick it, choose it")},
			{lang.L("Esc"), lang.L("Close what lies on top, or go back")},
		}},
		{lang.L("In lists and tables"), []shortcut{
			{lang.L("Arrows"), lang.L("From row to row, from field to field")},
			{lang.L("PageUp, PageDown"), lang.L("As far as is in sight")},
			{lang.L("Home, End"), lang.L("To the first, to the last")},
			{lang.L("Enter"), lang.L("Open it")},
			{lang.L("Space"), lang.L("Tick it, in the trash, in a pack and while catching up; else open it")},
			{lang.L("Right, Left"), lang.L("Unfold and fold, in a tree")},
		}},
		{lang.L("In choices and calendars"), []shortcut{
			{lang.L("Arrows"), lang.L("From choice to choice, from day to day")},
			{lang.L("PageUp, PageDown"), lang.L("To the month before, or after")},
		}},
		{lang.L("While writing"), []shortcut{
			{lang.L("Up, Down"), lang.L("From the last line to the next field, and back")},
			{lang.L("Tab"), lang.L("Move a point of a list in, or to the next field")},
			{"[[", lang.L("Link to an entry by its title")},
			{lang.L("Down, Enter"), lang.L("Take one of the names that are offered")},
		}},
		{lang.L("While reading"), []shortcut{
			{lang.L("Space"), lang.L("Go on by a page")},
			{lang.L("N, P"), lang.L("To the next mark, or the one before")},
			{lang.L("Tab"), lang.L("To the next link or box in the text")},
		}},
	}
}

// Where things stand in the list. Two columns of it make a panel wider than
// others.
const (
	shortcutsHeight float32 = 460 // of what is in sight in a high window
	shortcutsWidth  float32 = 860
	shortcutsColumn float32 = 360 // at least, where there are two
)

// showShortcuts lists all that can be done by keys, and says of what has none of
// its own how it is found.
func (w *Window) showShortcuts() {
	var groups []fyne.CanvasObject
	for _, g := range w.shortcutGroups() {
		groups = append(groups, shortcutLines(g))
	}
	const edge = look.Space12 // from the words to the ring
	all := parts.Inset(parts.Groups(shortcutsColumn, look.Space32, look.Space24, groups...), look.Space8, edge, look.Space8, edge)
	stop := toRead(lang.L("Keyboard shortcuts"), parts.NewScroller(all))
	panel := w.overlay(lang.L("Keyboard shortcuts"),
		sentenceText(lang.L("What has no keys of its own is found with Ctrl K, by a few letters.")),
		container.New(&capped{most: w.roomInPanel(shortcutsHeight), of: all}, stop))
	panel.Light, panel.Width = true, shortcutsWidth
	panel.Refresh()
	w.win.Canvas().Focus(stop)
}

// shortcutLines is a group with a line for each of its keys.
func shortcutLines(g shortcutGroup) fyne.CanvasObject {
	lines := parts.Down(look.Space8, parts.NewText(g.name, parts.TypeColumnHead))
	for _, k := range g.keys {
		keys := parts.NewText(cmp.Or(k.keys, "–"), parts.TypeCaption.In(look.ColorInk3))
		lines.Add(parts.Answered(look.Space16, parts.NewParagraph(k.does, parts.TypeUI.In(look.ColorInk), 20), keys))
	}
	return lines
}
