package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trashList is the left column: how much lies in the trash, all of it, and when
// it is emptied.
type trashList struct {
	t       *trash
	content *fyne.Container
	figures *parts.Paragraph
	sort    *parts.Select
	empty   *parts.Paragraph
	rows    *parts.Roll
	shown   trashRows
	hidden  *parts.Text
	days    *parts.Select
	wipe    *parts.Button
	tools   *fyne.Container
}

func newTrashList(t *trash) *trashList {
	l := &trashList{t: t, figures: sentenceText(""), empty: parts.NewParagraph("", parts.TypeMemory, 24), hidden: parts.NewText("", parts.TypeCaption)}
	l.shown = trashRows{page: t}
	l.rows = parts.NewRoll(l.open)
	l.rows.OnEscape, l.rows.OnSpace, l.rows.TextLeft = t.escape, l.tick, parts.TickRowLeft
	l.sort = parts.NewSelect(lang.L("Everything"), sortOptions(), t.narrow)
	l.sort.Name = lang.L("Show")
	l.days = parts.NewSelect("", nil, l.setDays)
	l.days.Name = lang.L("Empty it by itself")
	l.wipe = parts.NewButton(parts.Outline, lang.L("Empty trash…"), look.IconTrash, t.askToEmpty)
	l.wipe.Ink = look.ColorInk
	l.tools = parts.FormRow(lang.L("Show"), parts.Down(0, l.sort))
	head := parts.Down(look.Space12,
		parts.Down(0, parts.NewText(lang.L("Trash"), parts.TypePageTitle), l.figures), l.tools, l.empty)
	foot := parts.Down(look.Space12, parts.NewHairline(), l.hidden,
		parts.Flow(look.Space16, look.Space8, l.wipe, parts.Across(look.Space8, parts.NewText(lang.L("Empty it by itself"), parts.TypeUI), fixedWidth(keepingWidth, l.days))))
	body := parts.DownFill(look.Space8, parts.Gutter(head, 0, 0), parts.Gutter(l.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom))
	l.content = container.NewBorder(nil, parts.Inset(parts.Gutter(foot, 0, 0), look.Space8, 0, look.Space16, 0), nil, nil,
		parts.Inset(body, look.Space32, 0, 0, 0))
	l.empty.Hide()
	l.hidden.Hide()
	return l
}

// sortOptions are the sorts of things that the list can be narrowed to.
func sortOptions() []parts.Option {
	options := []parts.Option{{}}
	for _, s := range trashSorts() {
		options = append(options, parts.Option{Key: s.what, Label: s.many})
	}
	return options
}

// show lists what is to be listed.
func (l *trashList) show(rows trashRows) {
	s := l.t.sheet
	l.shown = rows
	l.figures.SetText(lang.L("What is deleted stays here until you put it back or delete it for good."))
	l.days.SetOptions(chosenAmong([]int{0, 30, 90, 365}, s.days, trashDaysName))
	l.days.SetSelected(s.days)
	l.sayHidden(l.t.hidden())
	setVisible(l.tools, len(s.all) > 0)
	setVisible(l.empty, rows.Len() == 0)
	setVisible(l.rows, rows.Len() > 0)
	l.empty.SetText(lang.L("The trash is empty. {{.Keys}} puts the entry into it that is open, or chosen in a list.", values{"Keys": shortcutName(trashKey())}))
	if len(s.all) > l.t.hidden() {
		l.empty.SetText(lang.L("Nothing of this sort is in the trash."))
	}
	if len(s.all) > 0 {
		l.wipe.Enable()
	} else {
		l.wipe.Disable()
	}
	at := rows.find(l.t.chosen)
	l.rows.List(rows, at)
	l.content.Refresh()
}

// sayHidden counts what is out of sight.
func (l *trashList) sayHidden(n int) {
	setVisible(l.hidden, n > 0)
	l.hidden.SetText(lang.L("{{.Count}} private things are hidden.", values{"Count": inGroups(n)}))
	if n == 1 {
		l.hidden.SetText(lang.L("1 private thing is hidden."))
	}
}

// sayUnread says that the trash could not be read, where nothing shows yet.
func (l *trashList) sayUnread() {
	if l.shown.Len() == 0 {
		l.empty.SetText(lang.L("The trash could not be read just now. Everything is still in it."))
		l.empty.Show()
		l.content.Refresh()
	}
}

// update shows the same list with other ticks.
func (l *trashList) update() { l.rows.Update(l.shown, l.rows.Selected()) }

// open shows the thing of a row.
func (l *trashList) open(i int) { l.t.choose(l.shown.things[i].ID) }

// tick chooses the thing of a row beside others.
func (l *trashList) tick(i int) { l.t.tick(l.shown.things[i].ID) }

// setDays has the trash emptied by itself of what has lain in it for so long,
// or never.
func (l *trashList) setDays(days string) {
	w := l.t.w
	task(w, "set when the trash is emptied", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, w.journal.SetSetting(ctx, journal.SettingTrashDays, days)
	}, func(struct{}) {
		if days == "0" {
			w.door.say(lang.L("The trash is never emptied by itself."))
			return
		}
		w.door.say(lang.L("From now on, what has been in the trash for {{.Days}} days is deleted for good.", values{"Days": days}))
	})
}
