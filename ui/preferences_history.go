package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// keeping is the section of the preferences about what is kept of what was
// written over or deleted: the history of entries, and the trash.
type keeping struct {
	w        *Window
	versions *settingRow
	room     *parts.Select
	trash    *settingRow
	days     *parts.Select
	ticket   int // counts the reads; only the latest is shown
}

// kept is what the section shows of the journal.
type kept struct {
	bytes   int64  // that the history takes
	mb      string // its bound
	days    string // after which the trash is emptied; "0" is never
	trashed int    // things in the trash
}

func newKeeping(w *Window) *keeping { return &keeping{w: w} }

// section is its place in the preferences.
func (k *keeping) section() prefSection {
	return prefSection{key: prefHistory, icon: look.IconClock, label: lang.L("History and trash"), make: k.make, show: k.show, hear: k.hear, settings: []prefSetting{
		{lang.L("Earlier versions of entries"), lang.L("undo, old, changes, space, autosave")},
		{lang.L("Empty the trash"), lang.L("delete, deleted, remove, bin, erase")},
	}}
}

// make builds the section.
func (k *keeping) make() fyne.CanvasObject {
	k.room = parts.NewSelect("", nil, k.setRoom)
	k.room.Name = lang.L("Room for earlier versions")
	k.days = parts.NewSelect("", nil, k.setDays)
	k.days.Name = lang.L("When the trash is emptied")
	k.versions = newSettingRow(look.IconClock, lang.L("Earlier versions of entries"), fixedWidth(keepingWidth, k.room))
	rule := newSettingRow(look.IconDocument, lang.L("Which versions stay"))
	rule.say(lang.L("While you write, an entry is kept as it was once a minute at most, and before each pause of five minutes. Every version of the last hour stays, then one for each hour of a day, for each day of a month, and for each week after that."))
	k.trash = newSettingRow(look.IconTrash, lang.L("Empty the trash"), fixedWidth(keepingWidth, k.days))
	title := parts.NewText(lang.L("History and trash"), parts.TypeDetailTitle)
	gist := sentenceText(lang.L("What you wrote over can be looked at again and brought back: open an entry, then View, History of this entry. What you delete goes to the trash first."))
	rows := parts.Down(0, k.versions.content, rule.content, k.trash.content, parts.NewHairline())
	toTrash := parts.NewButton(parts.Outline, lang.L("Open the trash"), look.IconTrash, k.w.frame.trash.goTrash)
	page := parts.Down(look.Space20, parts.Down(look.Space4, title, gist), rows, parts.Across(0, toTrash))
	return parts.NewScroller(parts.Gutter(parts.Inset(page, look.Space32, 0, look.Space24, 0), 0, 0))
}

// keepingWidth holds the longest of the choices.
const keepingWidth float32 = 170

// show reads what is kept.
func (k *keeping) show() {
	k.load()
	k.w.win.Canvas().Focus(k.room)
}

// hear reads again what a change may have moved.
func (k *keeping) hear(c journal.Change) {
	switch c.Kind {
	case journal.Reloaded, journal.EntryChanged, journal.TrashChanged, journal.EntryRemoved, journal.EntryAdded:
		k.load()
	}
}

func (k *keeping) load() {
	k.ticket++
	ticket, j := k.ticket, k.w.journal
	task(k.w, "read what is kept", func(ctx context.Context) (kept, error) {
		return readKept(ctx, j)
	}, func(s kept) {
		if ticket == k.ticket {
			k.took(s)
		}
	})
}

func readKept(ctx context.Context, j *journal.Journal) (s kept, err error) {
	if s.bytes, err = j.Read().HistorySize(ctx); err != nil {
		return s, err
	}
	settings, err := j.Read().Settings(ctx)
	if err != nil {
		return s, err
	}
	s.mb, s.days = settings[journal.SettingHistoryMB], settings[journal.SettingTrashDays]
	if s.mb == "" {
		s.mb = strconv.Itoa(journal.DefaultHistoryMB)
	}
	if s.days == "" {
		s.days = "0"
	}
	trash, err := j.Read().Trash(ctx)
	s.trashed = len(trash)
	return s, err
}

// took shows what was read.
func (k *keeping) took(s kept) {
	k.room.SetOptions(chosenAmong([]int{20, 50, 100, 200, 500, 1000}, s.mb, func(mb int) string {
		return lang.L("{{.Count}} MB at most", values{"Count": mb})
	}))
	k.room.SetSelected(s.mb)
	k.days.SetOptions(chosenAmong([]int{0, 30, 90, 365}, s.days, trashDaysName))
	k.days.SetSelected(s.days)
	k.versions.say(historySizeLine(s))
	k.trash.say(trashLine(s.trashed))
}

// chosenAmong lists numbers to choose from, with the one that is set.
func chosenAmong(all []int, set string, name func(int) string) []parts.Option {
	if n, err := strconv.Atoi(set); err == nil && !slices.Contains(all, n) {
		all = append(all, n)
		slices.Sort(all)
	}
	options := make([]parts.Option, len(all))
	for i, n := range all {
		options[i] = parts.Option{Key: strconv.Itoa(n), Label: name(n)}
	}
	return options
}

// trashDaysName is when the trash is emptied by itself.
func trashDaysName(days int) string {
	switch days {
	case 0:
		return lang.L("Only by hand")
	case 365:
		return lang.L("After a year")
	}
	return lang.L("After {{.Days}} days", values{"Days": days})
}

// historySizeLine says how much room the history takes, and what is to come
// where that is more than it may.
func historySizeLine(s kept) string {
	size := values{"Size": fileSize(s.bytes)}
	switch mb, err := strconv.ParseInt(s.mb, 10, 64); {
	case s.bytes == 0:
		return lang.L("None yet. They take no room.")
	case err == nil && s.bytes > mb<<20:
		return lang.L("They take {{.Size}}, which is more than they may. At the next start the oldest ones go until they fit.", size)
	}
	return lang.L("They take {{.Size}}. Where they need more than they may, the oldest ones go.", size)
}

// trashLine counts what lies in the trash.
func trashLine(n int) string {
	switch n {
	case 0:
		return lang.L("It is empty.")
	case 1:
		return lang.L("One thing lies in it.")
	}
	return lang.L("{{.Count}} things lie in it.", values{"Count": inGroups(n)})
}

// setRoom sets how much room the history may take.
func (k *keeping) setRoom(mb string) { k.set(journal.SettingHistoryMB, mb) }

// setDays sets when the trash is emptied by itself.
func (k *keeping) setDays(days string) { k.set(journal.SettingTrashDays, days) }

// set writes a setting of the journal.
func (k *keeping) set(key, value string) {
	j := k.w.journal
	task(k.w, "set what is kept", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, key, value)
	}, func(struct{}) { k.load() })
}
