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

// preferences is the page of what is set up once and looked after now and then:
// its sections at the left, one of them at the right. It is built when it comes
// into sight first, and so is each section.
type preferences struct {
	w          *Window
	backups    *backups
	protection *protection
	split      *parts.Split // nil before the first visit
	sections   []prefSection
	items      []*parts.NavItem // one for each section
	finder     *settingFinder
	made       map[string]fyne.CanvasObject // the sections that were visited, by key
	room       *fyne.Container              // of the one in sight
	back       *fyne.Container              // the way to the list, where there is room for one column only
	chosen     string                       // the key of the one in sight; "" is none yet
}

// prefSection is a part of the preferences.
type prefSection struct {
	key      string // tells it from the others
	icon     look.IconName
	label    string
	settings []prefSetting
	make     func() fyne.CanvasObject // makes what stands at the right, on the first visit
	show     func()                   // is called each time it comes into sight
	hear     func(journal.Change)     // is called for each change while it is in sight
}

// prefSetting is what can be set in a section, to be found by its name, or by
// another word that people have for it.
type prefSetting struct{ name, alias string }

// The keys of the sections.
const (
	prefLook    = "look"
	prefWriting = "writing"
	prefPrompts = "prompts"
	prefDates   = "dates"

	prefReminders = "reminders"

	prefBackups  = "backups"
	prefHistory  = "history"
	prefJournals = "journals"

	prefProtection = "protection"
)

// prefSections lists the sections, in their order. Those of later versions are
// not shown before they work.
func (w *Window) prefSections() []prefSection {
	return []prefSection{
		newAppearance(w).section(), newWriting(w).section(), newQuestions(w).section(), newReminding(w).section(), newDateHabits(w).section(),
		w.frame.preferences.protection.section(), w.frame.preferences.backups.section(), newKeeping(w).section(), newJournals(w).section(),
	}
}

func newPreferences(w *Window) *preferences {
	return &preferences{w: w, backups: newBackups(w), protection: newProtection(w), made: map[string]fyne.CanvasObject{}}
}

// goPreferences shows the section that was in sight last, or the list of them
// where there is room for one column only, with the keyboard where a setting is
// found.
func (p *preferences) goPreferences() {
	p.w.goTo(p)
	switch {
	case p.split == nil: // no journal is open
	case p.split.IsNarrow():
		p.goBack()
	default:
		p.split.Go(1) // what one is at stays in sight when the window becomes narrow
		p.finder.focus()
	}
}

// open shows a section, by its key.
func (p *preferences) open(key string) {
	if p.w.journal == nil {
		return
	}
	p.chosen = key
	p.centre()
	p.split.Go(1) // before the section takes the keyboard, which it can only in sight
	p.w.win.Canvas().Unfocus()
	p.w.goTo(p)
}

// centre is the page; it is built on the first visit.
func (p *preferences) centre() fyne.CanvasObject {
	if p.split == nil {
		p.build()
	}
	return p.split
}

// build makes the list, and the room for a section beside it.
func (p *preferences) build() {
	p.sections = p.w.prefSections()
	for _, s := range p.sections {
		item := parts.NewNavItem(s.icon, s.label, func() { p.choose(s.key) })
		p.items = append(p.items, item)
	}
	p.finder = newSettingFinder(p)
	left := parts.Down(look.Space28, parts.Inset(parts.NewText(lang.L("Preferences"), parts.TypePageTitle), 0, 0, 0, look.Space12), p.finder.content)
	p.back = parts.Gutter(parts.Inset(inLine(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, p.goBack)), look.Space8, 0, 0, 0), 0, 0)
	p.back.Hide()
	p.room = container.NewStack()
	right := parts.DownFill(0, p.back, p.room)
	p.split = parts.NewSplit(parts.NewScroller(parts.Inset(left, look.Space28, look.Space20, look.Space8, look.Space16)), right, 0)
	p.split.First = prefList
	p.split.Narrow, p.split.OnNarrow = p.w.frame.columns.RailHidden, p.wentNarrow
	if p.chosen == "" && len(p.sections) > 0 {
		p.chosen = p.sections[0].key
	}
}

// prefList is how wide the list of sections is.
const prefList float32 = 254

// side is nothing: the page takes all the room.
func (p *preferences) side() fyne.CanvasObject { return nil }

// shown shows the chosen section as it is now.
func (p *preferences) shown() {
	for i, s := range p.sections {
		p.items[i].SetSelected(s.key == p.chosen)
		if s.key != p.chosen {
			continue
		}
		if p.made[s.key] == nil {
			p.made[s.key] = s.make()
		}
		p.room.Objects = []fyne.CanvasObject{p.made[s.key]}
		p.room.Refresh()
		s.show()
	}
}

// changed hands a change to the section in sight.
func (p *preferences) changed(c journal.Change) {
	for _, s := range p.sections {
		if s.key == p.chosen && s.hear != nil {
			s.hear(c)
		}
	}
}

// choose shows a section beside the list, or in its place.
func (p *preferences) choose(key string) {
	p.w.win.Canvas().Unfocus() // the section takes the keyboard, some when they have read what they show
	p.chosen = key
	p.split.Go(1)
	p.shown()
}

// chosenAt is the place of the section that is chosen.
func (p *preferences) chosenAt() int {
	at := slices.IndexFunc(p.sections, func(s prefSection) bool { return s.key == p.chosen })
	return max(at, 0)
}

// wentNarrow shows the way back where there is room for one column only.
func (p *preferences) wentNarrow(narrow bool) { setVisible(p.back, narrow) }

// goBack shows the list, with the keyboard where a setting is found.
func (p *preferences) goBack() {
	p.split.Go(0)
	p.finder.focus()
}

// escape goes from a section to the list.
func (p *preferences) escape() { p.goBack() }

// maySet tells whether after a change the settings of the journal may be others.
func maySet(c journal.Change) bool {
	return c.Kind == journal.SettingsChanged || c.Kind == journal.Reloaded
}

// whenSet gives what calls read after each change of the settings.
func whenSet(read func()) func(journal.Change) {
	return func(c journal.Change) {
		if maySet(c) {
			read()
		}
	}
}
